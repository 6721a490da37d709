//! The faults by name: what each is, what it makes of the data, and how.

use std::io;

use super::files::SampleFiles;
use super::records;
use super::spoil::{as_instant, decimal, dotted, ethnicity_in_words, reformed, rounded, with_apostrophe};
use super::table::SampleTable;
use crate::domain::{DoubtId, RecordFault};

/// What is made of data with a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultOutcome {
    /// This doubt.
    Doubt(DoubtId),
    /// This doubt of the list that `invites` is told to leave out.
    DoubtOfList(DoubtId),
    /// No report: exit 5.
    Refusal,
    /// They are read as they were meant.
    Understood,
    /// Records to mend of this kind.
    ToMend(RecordFault),
}

/// A fault that a sample can be made with.
#[derive(Debug)]
pub struct SampleFault {
    /// Its name.
    pub name: &'static str,
    /// What is wrong, in a line.
    pub meaning: &'static str,
    /// What comes of it.
    pub outcome: FaultOutcome,
    /// How it is made.
    pub(super) make: fn(&mut SampleFiles) -> io::Result<()>,
}

/// A list of faults: name, meaning, outcome, and how each is made.
macro_rules! faults {
    ($($name:literal: $meaning:literal, $outcome:expr, |$files:ident| $make:expr;)+) => {
        /// Every fault, in the order in which they are shown.
        pub static FAULTS: &[SampleFault] = &[$(SampleFault {
            name: $name,
            meaning: $meaning,
            outcome: $outcome,
            make: |$files| { $make; Ok(()) },
        }),+];
    };
}

use DoubtId as Id;
use FaultOutcome::{Doubt, DoubtOfList, Refusal, ToMend, Understood};
use RecordFault as Fault;

/// What a spreadsheet makes of a number of ten digits.
const EXPONENT: &str = "9.99E+09";
/// Columns in which a null word is a name or a place.
const NAMES: [&str; 8] =
    ["Title", "Forename", "Surname", "Address 1", "Address 2", "Address 3", "Address 4", "NHS Number"];

faults! {
    // Columns of patients.
    "no-death-column": "the patients have neither a date of death nor a death status", Doubt(Id::NoDeathColumn),
        |files| files.patients(|table| table.drop_columns(&["Date of death", "Death status"]));
    "no-removal-column": "the patients have no reason for removal", Doubt(Id::NoRemovalColumn),
        |files| files.patients(|table| table.drop_columns(&["Reason for removal"]));
    "no-restricted-column": "the patients have no sensitive flag", Doubt(Id::NoRestrictedColumn),
        |files| files.patients(|table| table.drop_columns(&["Sensitive flag"]));
    "no-consent-column": "the patients have no consent to text messages", Doubt(Id::NoConsentColumn),
        |files| files.patients(|table| table.drop_columns(&["SMS consent"]));
    "heading-unused": "the reason for removal has a heading that nobody knows", Doubt(Id::HeadingUnused),
        |files| files.patients(|table| table.rename("Reason for removal", "Why they left practice"));
    "columns-absent": "the patients have no mobile telephone, ethnic category and IMD", Doubt(Id::ColumnsAbsent),
        |files| files.patients(|table| table.drop_columns(&["Mobile Telephone", "Ethnic Category", "IMD decile"]));
    "other-headings": "the columns of patients have headings of other programs", Understood,
        |files| files.patients(|table| {
            for (heading, other) in [
                ("Practice code", "ODS Code"), ("NHS Number", "Patient NHS Number"), ("Date of death", "Deceased Date"),
                ("Reason for removal", "Deduction reason"), ("E-mail Address", "E-mail address (Home)"),
                ("Home Telephone", "Telephone Number (Home)"), ("Sensitive flag", "S flag"),
            ] {
                table.rename(heading, other);
            }
        });
    "data-source-column": "the patients have a column of the immunosuppressed list", Understood,
        |files| files.patients(|table| table.add_column("Data Source", "GP record"));
    // Cells of patients.
    "na-words": "blank cells of patients are NA, but those of names and addresses", Understood,
        |files| files.patients(|table| table.fill_blanks("NA", &NAMES));
    "zero-removal": "blank reasons for removal are 0", Understood,
        |files| files.patients(|table| table.change("Reason for removal", 1, |cell| or_blank(cell, "0")));
    "death-9999": "the living have a date of death in the year 9999", Understood,
        |files| files.patients(|table| table.change("Date of death", 1, |cell| or_blank(cell, "9999-12-31")));
    "gender-decimal": "gender codes end in .0", Understood,
        |files| files.patients(|table| table.change("Gender", 1, decimal));
    "numbers-apostrophe": "NHS numbers have an apostrophe before them", Understood,
        |files| files.patients(|table| table.change("NHS Number", 1, with_apostrophe));
    "ethnicity-words": "ethnic categories are the words of the census", Understood,
        |files| files.patients(|table| table.change("Ethnic Category", 1, ethnicity_in_words));
    "texts-refused": "refused text messages are called Refused", Understood,
        |files| files.patients(|table| table.change("SMS consent", 1, |cell| {
            if cell == "declined" || cell == "N" { "Refused".to_owned() } else { cell.to_owned() }
        }));
    "births-utc": "dates of birth are instants in UTC", Understood,
        |files| files.patients(|table| table.change("Date of Birth", 1, as_instant));
    "births-year-first": "dates of birth are YYYY/MM/DD", Understood,
        |files| files.patients(|table| table.change("Date of Birth", 1, |cell| reformed(cell, "%Y/%m/%d")));
    "births-month-first": "dates of birth are MM/DD/YYYY", Refusal,
        |files| files.patients(|table| table.change("Date of Birth", 1, |cell| reformed(cell, "%m/%d/%Y")));
    "words-unknown": "sensitive flags that are no known word", Doubt(Id::WordsUnknown),
        |files| files.patients(|table| table.fill("Sensitive flag", 25, "see notes"));
    "status-implausible": "one person in three is marked as dead", Doubt(Id::StatusImplausible),
        |files| files.patients(|table| table.fill("Death status", 3, "2"));
    "rows-rejected": "one date of birth in eight is missing", Doubt(Id::RowsRejected),
        |files| files.patients(|table| table.fill("Date of Birth", 8, ""));
    "practice-codes": "one practice code in five has the practice's name behind it", Doubt(Id::PracticeCodes),
        |files| files.patients(|table| table.change("Practice code", 5, |cell| format!("{cell} - Cald")));
    "practice-names": "every practice code has the practice's name behind it", Refusal,
        |files| files.patients(|table| table.change("Practice code", 1, |cell| format!("{cell} - Cald")));
    "practice-first-row": "the practice code stands on the first row of ten alone", Doubt(Id::PracticeCodes),
        |files| files.patients(|table| {
            for place in 1..10 {
                keep_first_of_ten(table, place);
            }
        });
    "imd-version": "deprivation is ranks of 2025", Doubt(Id::ImdVersion),
        |files| files.patients(|table| {
            table.change("IMD decile", 1, |cell| cell.parse().map_or_else(|_| cell.to_owned(), |decile: u32| {
                (decile * 3_375).to_string()
            }));
            table.rename("IMD decile", "IMD rank");
        });
    "people-disagree": "some people have a second row with another gender", Doubt(Id::PeopleDisagree),
        |files| files.patients(|table| {
            let mut second = table.clone();
            second.change("Gender", 1, |cell| if cell == "1" { "2" } else { "1" }.to_owned());
            let rows = second.rows().iter().skip(1).step_by(40).cloned();
            table.rows_mut().extend(rows);
        });
    // Rows.
    "rows-shifted": "one row of patients has a cell too many", Doubt(Id::RowsShifted),
        |files| files.patients(|table| {
            if let Some(row) = table.rows_mut().get_mut(5) { row.insert(0, "5".to_owned()) }
        });
    "row-names": "every row of patients has a cell too many, as R writes row names", Refusal,
        |files| files.patients(|table| {
            for (place, row) in table.rows_mut().iter_mut().enumerate().skip(1) { row.insert(0, place.to_string()) }
        });
    "rows-short": "one row of patients ends after the practice code", Doubt(Id::RowsShort),
        |files| files.patients(|table| {
            if let Some(row) = table.rows_mut().get_mut(5) { row.truncate(12) }
        });
    "rows-cut": "every row of patients ends after the last cell that is filled before the risk flags", Doubt(Id::RowsShort),
        |files| files.patients(|table| {
            for row in table.rows_mut().iter_mut().skip(1) { row.truncate(16) }
        });
    "open-quotes": "two cells begin with a quotation mark that is never closed", Refusal,
        |files| files.text("patients.csv", with_open_quotes)?;
    "cut-off": "the largest vaccination file stops within a row", Refusal,
        |files| files.text("_YGM41_", |text| text[..text.len() - 40].to_owned())?;
    "preamble": "two lines stand above the header of a vaccination file", Understood,
        |files| files.text("legacy_nims", |text| format!("Source,NIMS,Last refreshed,10/05/2022\nOrganisation Code,Q10001\n{text}"))?;
    // Vaccinations.
    "null-words": "blank cells of a vaccination file are NULL", Understood,
        |files| files.wide(|table| table.fill_blanks("NULL", &["PERSON_FORENAME", "PERSON_SURNAME"]));
    "codes-decimal": "codes end in .0", Understood,
        |files| files.events(|table| each_code(table, decimal));
    "codes-apostrophe": "codes have an apostrophe before them", Understood,
        |files| files.events(|table| each_code(table, with_apostrophe));
    "codes-damaged": "a spreadsheet has rounded the codes of a file to 15 digits", Doubt(Id::CodesDamaged),
        |files| files.emis(|table| each_code(table, rounded));
    "codes-unknown-covid": "a file has local codes that are called COVID-19 in words", Doubt(Id::CodesUnknownCovid),
        |files| files.emis(|table| {
            table.fill("VACCINATION_PROCEDURE_CODE", 1, "999000111000000107");
            table.fill("VACCINE_PRODUCT_CODE", 1, "");
            table.fill("VACCINATION_PROCEDURE_TERM", 4, "COVID-19 vaccination (local code)");
        });
    "rows-unlinkable": "a spreadsheet has rounded the NHS numbers of a vaccination file", Doubt(Id::RowsUnlinkable),
        |files| files.emis(|table| table.fill("NHS_NUMBER", 1, EXPONENT));
    "dates-unreadable": "one date in ten of a vaccination file cannot be read", Doubt(Id::DatesUnreadable),
        |files| files.emis(|table| {
            table.fill("DATE_AND_TIME", 10, "soon");
            table.fill("RECORDED_DATE", 10, "");
        });
    "dates-repaired": "dates of a vaccination file are DD.MM.YYYY, so that recorded dates stand in", Doubt(Id::DatesRepaired),
        |files| files.emis(|table| table.change("DATE_AND_TIME", 1, dotted));
    "dates-future": "some vaccinations are dated 2099", Doubt(Id::DatesFuture),
        |files| files.emis(|table| {
            table.fill("DATE_AND_TIME", 10, "20990101T09300000");
            table.fill("RECORDED_DATE", 10, "20990101");
        });
    "appointments": "some vaccinations are dated ten days ahead", Doubt(Id::DatesFuture),
        |files| {
            let booked = files.as_at.checked_add_days(chrono::Days::new(10)).unwrap_or(files.as_at);
            let booked = booked.format("%Y%m%dT09300000").to_string();
            files.emis(|table| table.fill("DATE_AND_TIME", 10, &booked));
        };
    "not-done": "doses not given are called not done", Understood,
        |files| files.wide(|table| table.change("NOT_GIVEN", 1, |cell| {
            if cell == "TRUE" { "not-done".to_owned() } else { cell.to_owned() }
        }));
    "not-given-unknown": "some doses are perhaps not given", Doubt(Id::NotGivenUnknown),
        |files| files.wide(|table| table.fill("NOT_GIVEN", 10, "perhaps"));
    "rows-not-given": "every dose of a file is marked as not given", Doubt(Id::RowsNotGiven),
        |files| files.wide(|table| table.fill("NOT_GIVEN", 1, "TRUE"));
    "action-letters": "the actions of a file are N, U and D", Understood,
        |files| files.each("_YGA_", |table| table.change("ACTION_FLAG", 1, |cell| {
            cell.get(..1).unwrap_or_default().to_uppercase()
        }));
    "action-unknown": "some rows have the action VOID", Doubt(Id::ActionUnknown),
        |files| files.emis(|table| table.fill("ACTION_FLAG", 10, "VOID"));
    // Files.
    "refresh-unknown": "nothing says when the vaccination files were made", Doubt(Id::RefreshUnknown),
        |files| {
            files.leave_out("sources.csv");
            for (place, table) in files.tables.iter_mut().filter(|table| table.name.starts_with("COVID_")).enumerate() {
                table.name = format!("vaccinations_{}.csv", place + 1);
            }
        };
    "events-empty": "the vaccination files have headings and no rows", Refusal,
        |files| files.events(|table| table.keep(0));
    "file-empty": "the immunosuppressed list has headings and no rows", Doubt(Id::FileEmpty),
        |files| files.each("immunosuppressed.csv", |table| table.keep(0));
    "file-unrecognised": "half the patients are in a file whose NHS numbers have a heading that nobody knows", Doubt(Id::FileUnrecognised),
        |files| {
            let mut second = files.tables.clone();
            second.retain(|table| table.name == "patients.csv");
            for mut half in second {
                let from = half.rows().len() / 2;
                files.patients(|table| table.keep(from));
                half.rows_mut().drain(1..=from);
                half.rename("NHS Number", "Person reference");
                "patients_2.csv".clone_into(&mut half.name);
                files.add(half);
            }
        };
    "file-not-read": "a vaccination file is an archive", Doubt(Id::FileNotRead),
        |files| files.each("_X26_", |table| table.name.push_str(".gz"));
    "file-xls": "a vaccination file has the ending .xls", Doubt(Id::FileNotRead),
        |files| files.each("_X26_", |table| table.name = table.name.replace(".csv", ".xls"));
    "file-psv": "a vaccination file has the ending .psv", Understood,
        |files| files.each("_X26_", |table| table.name = table.name.replace(".csv", ".psv"));
    "sheets": "a vaccination file is a workbook of three sheets", Understood,
        |files| files.as_workbook(3, false)?;
    "sheet-hidden": "a vaccination file is a workbook whose second sheet is hidden", Doubt(Id::SheetHidden),
        |files| files.as_workbook(2, true)?;
    // Lists.
    "practice-without-patients": "the practice list has a practice without patients", Doubt(Id::PracticeWithoutPatients),
        |files| files.each("practices.csv", |table| {
            let Some(mut row) = table.rows().get(1).cloned() else { return };
            "Q79999".clone_into(&mut row[0]);
            table.rows_mut().push(row);
        });
    "list-unmatched": "a spreadsheet has rounded the NHS numbers of the immunosuppressed list", Doubt(Id::ListUnmatched),
        |files| files.each("immunosuppressed.csv", |table| table.fill("NHS Number", 1, EXPONENT));
    "exclude-unmatched": "a spreadsheet has rounded the NHS numbers of invited.csv, a log of people already invited", DoubtOfList(Id::ExcludeUnmatched),
        |files| files.add(invited(EXPONENT));
    // Records to mend.
    "brand-before-launch": "some doses of Vaxzevria are dated before anybody had it", ToMend(Fault::BrandBeforeLaunch),
        |files| files.emis(records::before_launch);
    "dose-too-soon": "some doses are entered again, 16 days later", ToMend(Fault::DoseTooSoon),
        |files| files.emis(records::too_soon);
    "third-dose-too-soon": "some boosters are dated 42 days after another dose", ToMend(Fault::ThirdDoseTooSoon),
        |files| files.emis(records::third_too_soon);
    "under-licensed-age": "children were given Vaxzevria", ToMend(Fault::UnderLicensedAge),
        |files| files.events(records::under_age);
    "two-brands-one-day": "some doses are entered again with another brand", ToMend(Fault::TwoBrandsOneDay),
        |files| files.emis(records::two_brands);
    "another-persons-details": "some vaccinations have the surname of somebody else", ToMend(Fault::AnotherPersonsDetails),
        |files| files.emis(|table| table.fill("PERSON_SURNAME", records::EVERY, "Elsewhere"));
    "dose-number-contradicted": "one dose in three is coded as a second dose", ToMend(Fault::DoseNumberContradicted),
        |files| files.emis(records::contradicted);
    "declined-after-dose": "some doses have a declined code on the same day", ToMend(Fault::DeclinedAfterDose),
        |files| files.emis(records::declined_after);
    "date-repaired": "some vaccinations have no date, but one of recording", ToMend(Fault::DateRepaired),
        |files| files.emis(|table| table.fill("DATE_AND_TIME", records::EVERY, ""));
    "rows-disagree": "some people have a second row with another ethnic category", ToMend(Fault::RowsDisagree),
        |files| files.patients(records::rows_disagree);
    "no-contact": "some people have neither telephone, e-mail nor address", ToMend(Fault::NoContact),
        |files| files.patients(|table| records::blank(table, &records::CONTACTS));
    "no-ethnicity": "some people have no ethnic category", ToMend(Fault::NoEthnicity),
        |files| files.patients(|table| records::blank(table, &["Ethnic Category"]));
    "no-address": "some people have no address", ToMend(Fault::NoAddress),
        |files| files.patients(|table| records::blank(table, &["Address 1", "Address 2", "Address 3", "Address 4"]));
    "immunosuppressed-on-one-list": "some people are immunosuppressed in the patients file alone", ToMend(Fault::ImmunosuppressedOnOneList),
        |files| files.patients(|table| table.fill("immunosuppressed", records::EVERY, "Y"));
}

/// A cell, or what stands in a blank one.
fn or_blank(cell: &str, word: &str) -> String {
    if cell.is_empty() { word.to_owned() } else { cell.to_owned() }
}

/// Changes both codes of every row.
fn each_code(table: &mut SampleTable, new: fn(&str) -> String) {
    for heading in ["VACCINATION_PROCEDURE_CODE", "VACCINE_PRODUCT_CODE"] {
        table.change(heading, 1, new);
    }
}

/// Leaves out the practice code of every tenth row from this place.
fn keep_first_of_ten(table: &mut SampleTable, place: usize) {
    let Some(column) = table.column("Practice code") else { return };
    for row in table.rows_mut().iter_mut().skip(1 + place).step_by(10) {
        if let Some(cell) = row.get_mut(column) {
            cell.clear();
        }
    }
}

/// A text with a quotation mark before two surnames, twenty rows apart.
fn with_open_quotes(text: &str) -> String {
    let lines = text.split_inclusive('\n').enumerate();
    let spoilt = lines.map(
        |(place, line)| {
            if place == 10 || place == 30 { line.replacen(',', ",\"", 3) } else { line.to_owned() }
        },
    );
    spoilt.collect()
}

/// A log of people already invited.
fn invited(number: &str) -> SampleTable {
    let row = |cells: [&str; 7]| cells.map(str::to_owned).to_vec();
    let header = row(["NHS Number", "Target", "Dose", "As at", "Channel", "Round", "Campaign"]);
    let rows = std::iter::repeat_n(row([number, "accubook", "second", "01/05/2022", "sms", "1", ""]), 20);
    SampleTable::of("invited.csv", std::iter::once(header).chain(rows).collect())
}
