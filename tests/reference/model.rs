//! A world of raw rows: what the extract files say, cell by cell, before anybody reads them.
//!
//! Everything is text on purpose. The engine and the product both start from these cells, so the
//! reading of a cell is under test as much as the rules are.

use chrono::NaiveDate;

/// One run's input: the practice list, the extracts and the immunosuppressed list.
#[derive(Clone, Debug, Default)]
pub struct World {
    /// The caller's practice list (one file).
    pub practices: Vec<PracticeRow>,
    /// Whether that list has an activity-codes column: only then is B0360 asked for (spec 2.1).
    pub activity_column: bool,
    /// The patients files, in no particular order: names decide the order of reading (spec 2.4).
    pub patient_files: Vec<PatientFile>,
    /// The vaccination event files, likewise.
    pub vaccination_files: Vec<VaccinationFile>,
    /// The immunosuppressed list (one file; no file where empty).
    pub immunosuppressed: Vec<ImmunosuppressedRow>,
    /// The day of the clock: what a file without a timestamp is dated by, and no death can be after (spec 8.1).
    pub today: NaiveDate,
}

/// A row of the practice list.
#[derive(Clone, Debug, Default)]
pub struct PracticeRow {
    /// ODS code of the practice.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Activity codes, with any separators.
    pub activity_codes: String,
    /// ODS code of its primary care network.
    pub pcn_code: String,
    /// Name of that network.
    pub pcn_name: String,
}

/// How a file is written down; none of it may change a result.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// The delimiter.
    pub delimiter: char,
    /// Which cells are quoted.
    pub quoting: Quoting,
    /// CRLF rather than LF.
    pub crlf: bool,
    /// Begins with a byte order mark.
    pub bom: bool,
    /// Ends with a newline.
    pub final_newline: bool,
    /// Leaves out empty cells at the end of a row.
    pub short_rows: bool,
}

/// Which cells are quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quoting {
    /// Every cell.
    Always,
    /// Only cells that cannot do without.
    Needed,
    /// Every cell but the header, `NHS_NUMBER` and `DOSE_SEQUENCE`, as suppliers do.
    Supplier,
}

/// The names over the columns of a patients file: two sets of aliases of spec 1.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatientHeader {
    /// `NHS_NUMBER`, `PERSON_DOB`, `GP_PRACTICE` …
    Batch,
    /// `NHS Number`, `Date of Birth`, `Practice code` …
    Plain,
    /// The plain names, with the address of an EMIS search: house, street, locality, town, county.
    Emis,
}

/// A patients file.
#[derive(Clone, Debug)]
pub struct PatientFile {
    /// File name.
    pub name: String,
    /// How it is written.
    pub layout: Layout,
    /// Its column names.
    pub header: PatientHeader,
    /// The fields for which it has no column, by their keys in `patient_columns`; their cells are empty.
    pub absent: Vec<&'static str>,
    /// Its rows.
    pub rows: Vec<PatientRow>,
}

/// A row of a patients file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field is named after its column")]
pub struct PatientRow {
    pub nhs_number: String,
    pub title: String,
    pub forename: String,
    pub surname: String,
    pub date_of_birth: String,
    pub gender: String,
    pub postcode: String,
    pub practice_code: String,
    pub address: [String; 5],
    pub mobile: String,
    /// A second column for the same field.
    pub other_mobile: String,
    pub telephone: String,
    /// A second column for the same field.
    pub other_telephone: String,
    pub email: String,
    /// A second column for the same field.
    pub other_email: String,
    pub ethnic_category: String,
    pub date_of_death: String,
    /// A second column for the same field.
    pub other_date_of_death: String,
    pub death_status: String,
    /// A second column for the same field.
    pub other_death_status: String,
    pub sensitive_flag: String,
    /// A second column for the same field.
    pub other_sensitive_flag: String,
    pub reason_for_removal: String,
    /// A second column for the same field.
    pub other_reason_for_removal: String,
    pub care_home_resident: String,
    pub care_home_staff: String,
    pub health_care_worker: String,
    pub clinically_extremely_vulnerable: String,
    pub at_risk: String,
    pub carer: String,
    pub household_contact: String,
    pub immunosuppressed: String,
    pub housebound: String,
    pub imd_quintile: String,
    pub imd_decile: String,
    pub imd_rank: String,
    pub sms_consent: String,
    /// A second column for the same field.
    pub other_sms_consent: String,
}

/// The columns of a vaccination event file (spec 1.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventColumns {
    /// The 34 columns of version 5: no `NOT_GIVEN`, reason or situation code.
    Version5,
    /// An older, wider layout in another order, with `NOT_GIVEN` and its companions.
    Wide,
}

/// A vaccination event file.
#[derive(Clone, Debug)]
pub struct VaccinationFile {
    /// File name; its timestamp, if any, places it in the order of reading.
    pub name: String,
    /// How it is written.
    pub layout: Layout,
    /// Its columns.
    pub columns: EventColumns,
    /// Its rows.
    pub rows: Vec<VaccinationRow>,
}

/// A row of a vaccination event file. The last three exist only in the wide layout.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field is named after its column")]
pub struct VaccinationRow {
    pub nhs_number: String,
    pub forename: String,
    pub surname: String,
    pub date_of_birth: String,
    pub gender: String,
    pub postcode: String,
    pub date_and_time: String,
    pub site_code: String,
    pub unique_id: String,
    pub unique_id_uri: String,
    pub action_flag: String,
    pub recorded_date: String,
    pub primary_source: String,
    pub procedure_code: String,
    pub procedure_term: String,
    pub dose_sequence: String,
    pub product_code: String,
    pub product_term: String,
    pub batch_number: String,
    pub not_given: String,
    pub reason_not_given_code: String,
    pub situation_code: String,
}

/// A row of the immunosuppressed list.
#[derive(Clone, Debug, Default)]
pub struct ImmunosuppressedRow {
    /// NHS number as written.
    pub nhs_number: String,
    /// Which source put the person on the list.
    pub list_source: String,
    /// Date added, which decides nothing (spec 2.2).
    pub date_added: String,
}
