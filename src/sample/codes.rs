//! The SNOMED CT codes a sample uses. What a code means, its class or brand, the
//! code lists of the rules say; a sample picks each by its code, so that a code
//! added to a list changes no sample. Terms are for readers: no program decides by them.

/// A procedure (or situation) code.
#[derive(Debug, PartialEq, Eq)]
pub struct Procedure {
    /// SNOMED CT code.
    pub code: &'static str,
    /// Its term.
    pub term: &'static str,
}

/// A vaccine product code.
#[derive(Debug, PartialEq, Eq)]
pub struct Product {
    /// SNOMED CT (dm+d) code.
    pub code: &'static str,
    /// Its term.
    pub term: &'static str,
    /// The manufacturer.
    pub manufacturer: &'static str,
    /// Millilitres of a dose.
    pub amount: &'static str,
    /// The letters its batch numbers begin with.
    pub batch: &'static str,
}

const fn procedure(code: &'static str, term: &'static str) -> Procedure {
    Procedure { code, term }
}

/// First dose given.
pub static FIRST: Procedure = procedure("1324681000000101", "SARS-CoV-2 vaccination first dose (procedure)");
/// Second dose given.
pub static SECOND: Procedure = procedure("1324691000000104", "SARS-CoV-2 vaccination second dose (procedure)");
/// Third dose given.
pub static THIRD: Procedure = procedure("1363861000000103", "SARS-CoV-2 vaccination third dose (procedure)");
/// Any booster or seasonal dose.
pub static BOOSTER: Procedure =
    procedure("1362591000000103", "SARS-CoV-2 immunisation course to maintain protection (regime/therapy)");
/// A dose, which is not said.
pub static GIVEN: Procedure = procedure("840534001", "SARS-CoV-2 vaccination (procedure)");
/// First dose of an mRNA vaccine.
pub static FIRST_MRNA: Procedure = procedure("1144997007", "SARS-CoV-2 mRNA vaccination first dose (procedure)");
/// Second dose of an mRNA vaccine.
pub static SECOND_MRNA: Procedure = procedure("1144998002", "SARS-CoV-2 mRNA vaccination second dose (procedure)");
/// First dose declined.
pub static FIRST_DECLINED: Procedure =
    procedure("1324741000000101", "SARS-CoV-2 vaccination first dose declined (situation)");
/// The whole course declined.
pub static COURSE_DECLINED: Procedure =
    procedure("1324811000000107", "SARS-CoV-2 immunisation course declined (situation)");
/// A booster course declined.
pub static BOOSTER_DECLINED: Procedure =
    procedure("1362651000000105", "SARS-CoV-2 immunisation maintenance course declined (situation)");
/// First dose not given.
pub static FIRST_NOT_GIVEN: Procedure =
    procedure("1324781000000109", "SARS-CoV-2 vaccination first dose not given (situation)");
/// Did not attend for the first dose.
pub static DID_NOT_ATTEND: Procedure =
    procedure("1324831000000104", "Did not attend first SARS-CoV-2 vaccination appointment (finding)");
/// Contraindicated.
pub static CONTRAINDICATED: Procedure =
    procedure("1324761000000100", "SARS-CoV-2 immunisation course contraindicated (situation)");
/// Not indicated.
pub static NOT_INDICATED: Procedure =
    procedure("1324731000000105", "SARS-CoV-2 immunisation course not indicated (situation)");
/// Seasonal influenza: not COVID-19.
pub static FLU: Procedure = procedure("822851000000102", "Seasonal influenza vaccination (procedure)");
/// A code that no list has.
pub static UNKNOWN_PROCEDURE: Procedure = procedure("999000111000000107", "Local code, meaning not known");
/// A code that a spreadsheet has rounded.
pub static DAMAGED_PROCEDURE: Procedure = procedure("1.32468E+15", "");

const fn product(
    code: &'static str,
    manufacturer: &'static str,
    amount: &'static str,
    batch: &'static str,
    term: &'static str,
) -> Product {
    Product { code, term, manufacturer, amount, batch }
}

/// Pfizer, original, 12 years and over.
pub static PFIZER: Product = product(
    "39115611000001103",
    "Pfizer",
    "0.3",
    "EL",
    "COVID-19 mRNA Vaccine Comirnaty 30micrograms/0.3ml dose conc for susp for inj MDV (Pfizer)",
);
/// Pfizer, original, 5 to 11 years.
pub static PFIZER_CHILD: Product = product(
    "40384611000001108",
    "Pfizer",
    "0.2",
    "FL",
    "Comirnaty Children 5-11yrs COVID-19 mRNA Vaccine 10mcg/0.2ml dose conc for disp for inj MDV (Pfizer)",
);
/// AstraZeneca.
pub static ASTRAZENECA: Product = product(
    "39114911000001105",
    "AstraZeneca",
    "0.5",
    "PV46",
    "COVID-19 Vaccine Vaxzevria 0.5ml inj multidose vials (AstraZeneca)",
);
/// Moderna, original.
pub static MODERNA: Product = product(
    "39326911000001101",
    "Moderna, Inc",
    "0.5",
    "0400",
    "COVID-19 mRNA Vaccine Spikevax (nucleoside modified) 0.1mg/0.5mL dose disp for inj MDV (Moderna)",
);
/// Janssen.
pub static JANSSEN: Product = product(
    "39230211000001104",
    "Janssen-Cilag Ltd",
    "0.5",
    "XD9",
    "COVID-19 Vaccine Janssen (Ad26.COV2-S (recomb)) 0.5ml dose solution for injection multidose vials",
);
/// Novavax.
pub static NOVAVAX: Product = product(
    "39473011000001103",
    "Novavax CZ a.s.",
    "0.5",
    "43",
    "COVID-19 Vac Nuvaxovid (recombinant, adj) 5micrograms/0.5ml dose susp for inj MDV (Novavax CZ a.s.)",
);
/// Moderna, autumn 2022.
pub static MODERNA_BIVALENT: Product =
    product("40801911000001102", "Moderna, Inc", "0.5", "0450", "COVID-19 Vac Spikevax (Zero)/(Omicron) inj md vials");
/// Pfizer, autumn 2022.
pub static PFIZER_BIVALENT: Product =
    product("40851611000001102", "Pfizer", "0.3", "GH", "Comirnaty Original/Omicron BA.1 COVID-19 Vacc md vials");
/// Sanofi, spring 2023.
pub static SANOFI: Product =
    product("40872011000001104", "Sanofi", "0.5", "S3", "COVID-19 Vacc VidPrevtyn (B.1.351) 0.5ml inj multidose vials");
/// Pfizer, autumn 2023.
pub static PFIZER_XBB: Product =
    product("42020711000001107", "Pfizer", "0.3", "HG", "Comirnaty Omicron XBB.1.5 COVID-19 Vacc md vials");
/// Pfizer, autumn 2024.
pub static PFIZER_JN1: Product = product(
    "43111411000001101",
    "Pfizer",
    "0.3",
    "LM",
    "Comirnaty JN.1 COVID-19 mRNA Vaccine 0.3ml inj md vials (Pfizer Ltd)",
);
/// A COVID-19 vaccine whose brand is not known.
pub static BRAND_UNKNOWN: Product =
    product("39330711000001103", "", "0.5", "UK", "Generic COVID-19 vaccine, brand not stated (product)");
/// An influenza vaccine: not COVID-19.
pub static FLU_VACCINE: Product = product(
    "36509011000001106",
    "Seqirus UK Ltd",
    "0.5",
    "FV",
    "Flucelvax Tetra vacc susp for inj 0.5ml pfs (Seqirus UK Ltd)",
);

/// Every COVID-19 procedure code a sample uses.
pub fn covid_procedures() -> impl Iterator<Item = &'static str> {
    [
        &FIRST,
        &SECOND,
        &THIRD,
        &BOOSTER,
        &GIVEN,
        &FIRST_MRNA,
        &SECOND_MRNA,
        &FIRST_DECLINED,
        &COURSE_DECLINED,
        &BOOSTER_DECLINED,
        &FIRST_NOT_GIVEN,
        &DID_NOT_ATTEND,
        &CONTRAINDICATED,
        &NOT_INDICATED,
    ]
    .into_iter()
    .map(|procedure| procedure.code)
}

/// Every COVID-19 product code a sample uses.
pub fn covid_products() -> impl Iterator<Item = &'static str> {
    [
        &PFIZER,
        &PFIZER_CHILD,
        &ASTRAZENECA,
        &MODERNA,
        &JANSSEN,
        &NOVAVAX,
        &MODERNA_BIVALENT,
        &PFIZER_BIVALENT,
        &SANOFI,
        &PFIZER_XBB,
        &PFIZER_JN1,
        &BRAND_UNKNOWN,
    ]
    .into_iter()
    .map(|product| product.code)
}
