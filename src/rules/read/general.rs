//! `general.toml`: values of the programme as a whole.

use crate::domain::UkDate;
use crate::domain::shown;
use crate::rules::describe::{days, list};
use crate::rules::model::General;
use crate::rules::provenance::RuleId;
use crate::rules::row_header::To;
use crate::rules::row_register::RowRegister;
use crate::rules::row_values::CONVENTIONS;
use crate::toml_rows::{Document, Location, Reported, TomlRow};

/// The file.
pub(in crate::rules) const FILE: &str = "general.toml";

/// What the file holds beside the [`General`] values.
pub(in crate::rules) struct GeneralFile {
    pub version: String,
    pub general: General,
    /// Brands of which one dose completes the primary course.
    pub one_dose_courses: Vec<String>,
    /// Where those brands are named.
    pub courses_at: Location,
}

/// Reads the file.
pub(in crate::rules) fn read(text: &str, register: &RowRegister) -> Result<GeneralFile, Reported> {
    let document = Document::parse(&CONVENTIONS, FILE, text, &register.diagnostics)?;
    let top = document.top();
    let version = version(&top);
    let programme = programme(register, &top);
    let doses = doses(register, &top);
    let patients = patients(register, &top);
    let practices = practices(register, &top);
    top.done();
    let ([programme_start, trial_start], programme) = programme?;
    let (counting, doses) = doses?;
    let ((oldest_age, [imd_ranks, imd_ranks_2025]), patients) = patients?;
    let (activity_code, practices) = practices?;
    let general = General {
        programme_start,
        trial_start,
        days_between_doses: counting.days_between_doses,
        oldest_age,
        imd_ranks,
        imd_ranks_2025,
        activity_code,
        covid_type_words: counting.covid_type_words,
        rules: vec![programme, doses, patients, practices],
    };
    Ok(GeneralFile {
        version: version?,
        general,
        one_dose_courses: counting.one_dose_courses,
        courses_at: counting.courses_at,
    })
}

fn version(top: &TomlRow<'_>) -> Result<String, Reported> {
    let version = top.text("version")?;
    let plain = version.len() <= 40 && version.bytes().all(|b| b.is_ascii_alphanumeric() || b"._- ".contains(&b));
    if plain {
        Ok(version)
    } else {
        Err(top.report(format!("the version {} must be up to 40 letters, digits, dots and hyphens", shown(&version))))
    }
}

fn programme(register: &RowRegister, top: &TomlRow<'_>) -> Result<([chrono::NaiveDate; 2], RuleId), Reported> {
    let row = top.table("programme")?;
    let head = register.header(&row, To::Never);
    let starts = [row.date("programme_start"), row.date("trial_start")];
    row.done();
    let [start, trials] = starts;
    let (start, trials) = (start?, trials?);
    let says = format!(
        "The vaccination programme began on {}; doses given in trials count from {} on.",
        UkDate(start),
        UkDate(trials)
    );
    Ok(([start, trials], register.enter(head?, says)))
}

/// How doses are told.
struct Counting {
    days_between_doses: u16,
    one_dose_courses: Vec<String>,
    courses_at: Location,
    covid_type_words: Vec<String>,
}

fn doses(register: &RowRegister, top: &TomlRow<'_>) -> Result<(Counting, RuleId), Reported> {
    let row = top.table("doses")?;
    let head = register.header(&row, To::Never);
    let between = row.number::<u16>("days_between_doses", 1..=365);
    let courses_at = row.cell("one_dose_course_brands").map_or_else(|| row.location.clone(), |cell| cell.location);
    let courses = row.texts("one_dose_course_brands");
    let words = row.texts("covid_type_words");
    row.done();
    let (between, courses) = (between?, courses?);
    let says = format!(
        "Vaccinations less than {} apart count as one dose; one dose of {} completes the primary course.",
        days(between),
        list(&courses, "or"),
    );
    let counting =
        Counting { days_between_doses: between, one_dose_courses: courses, courses_at, covid_type_words: words? };
    Ok((counting, register.enter(head?, says)))
}

fn patients(register: &RowRegister, top: &TomlRow<'_>) -> Result<((u8, [u32; 2]), RuleId), Reported> {
    let row = top.table("patients")?;
    let head = register.header(&row, To::Never);
    let oldest = row.number::<u8>("oldest_age", super::AGES);
    let ranks = row.number::<u32>("imd_ranks", 5..=1_000_000);
    let ranks_2025 = row.number::<u32>("imd_ranks_2025", 5..=1_000_000);
    row.done();
    let (oldest, ranks, ranks_2025) = (oldest?, ranks?, ranks_2025?);
    let says = format!(
        "Nobody is over {oldest}; deprivation quintiles are fifths of {ranks} ranks (2019), or of {ranks_2025} (2025)."
    );
    Ok(((oldest, [ranks, ranks_2025]), register.enter(head?, says)))
}

fn practices(register: &RowRegister, top: &TomlRow<'_>) -> Result<(String, RuleId), Reported> {
    let row = top.table("practices")?;
    let head = register.header(&row, To::Never);
    let code = row.text("activity_code").and_then(|code| {
        let plain =
            (2..=10).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        if plain {
            Ok(code)
        } else {
            Err(row.report(format!("the activity code {} must be 2 to 10 capital letters and digits", shown(&code))))
        }
    });
    row.done();
    let code = code?;
    let says = format!("A practice is in scope where its activity codes include {code}.");
    Ok((code, register.enter(head?, says)))
}
