//! Reading a table of targets: every fault is found, and all are said at once.

use std::collections::HashSet;
use std::fmt;
use std::ops::RangeInclusive;

use super::targets::{BookingTarget, Channel, ContactNeed, TargetColumn, TargetField};
use super::value_formats::{DateFormat, NhsNumberFormat, PhoneFormat};
use crate::toml_rows::{Conventions, Diagnostics, Document, Fault, Problem, Problems, Reported, TomlRow};

/// Rows of a file: beyond a million no system reads them.
const ROWS: RangeInclusive<i64> = 1..=1_000_000;
/// The longest name: it is part of file names.
const LONGEST_NAME: usize = 40;

/// Everything that is wrong with a table of targets.
#[derive(Debug)]
pub struct TargetsFault(pub Vec<String>);

impl fmt::Display for TargetsFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

/// What is usual in a table of targets.
const CONVENTIONS: Conventions =
    Conventions { id_key: None, most_rows: 200, longest_text: 200, longest_list: 50, words: words_of };

/// A fault in the words of a table of targets.
fn words_of(key: &str, fault: &Fault<'_>) -> String {
    match fault {
        Fault::Kind { wanted, .. } => format!("\"{key}\" must be {wanted}"),
        Fault::NotWhole { limits, .. } | Fault::OutOfRange { limits, .. } => {
            format!("\"{key}\" must be a whole number from {} to {}", limits.start(), limits.end())
        }
        Fault::NotRows | Fault::NoRows | Fault::TooManyRows(_) => {
            format!("\"{key}\" must be a list of 1 to {} tables", CONVENTIONS.most_rows)
        }
        Fault::NotRow => format!("each of \"{key}\" must be a table"),
        Fault::Unknown(known) => {
            let shown: String = key.chars().take(60).collect();
            format!("unknown key \"{}\"; known here: {}", shown.escape_debug(), known.join(", "))
        }
    }
}

/// The built-in targets.
pub fn targets() -> Result<Vec<BookingTarget>, TargetsFault> {
    read_targets("targets.toml", built_in_table())
}

/// The built-in table, as it is written.
#[must_use]
pub const fn built_in_table() -> &'static str {
    include_str!("targets.toml")
}

/// The targets of two tables: one of the second takes the place of one of the
/// same name, and serves its channel where none is named.
#[must_use]
pub fn with_added(mut table: Vec<BookingTarget>, added: Vec<BookingTarget>) -> Vec<BookingTarget> {
    for target in added {
        for other in &mut table {
            if target.channel.is_some() && other.channel == target.channel {
                other.channel = None;
            }
        }
        match table.iter_mut().find(|known| known.name == target.name) {
            Some(known) => *known = target,
            None => table.push(target),
        }
    }
    table
}

/// The targets of a table; `file` names it in messages.
///
/// # Errors
/// Everything that is wrong: syntax, unknown and missing keys, words that mean
/// nothing, limits out of range, names, headers and channels that are there
/// twice, columns that do not hold what the target needs.
pub fn read_targets(file: &str, text: &str) -> Result<Vec<BookingTarget>, TargetsFault> {
    let diagnostics = Diagnostics::default();
    let mut targets = Vec::new();
    if let Ok(document) = Document::parse(&CONVENTIONS, file.to_owned(), text, &diagnostics) {
        let top = document.top();
        let mut names = HashSet::new();
        let mut channels = Vec::new();
        for mut row in top.rows_each("target").into_iter().flatten().flatten() {
            targets.extend(target(&mut row, &mut names, &mut channels));
            row.done();
        }
        top.done();
    }
    let sentences = sentences(diagnostics.into_problems());
    if sentences.is_empty() { Ok(targets) } else { Err(TargetsFault(sentences)) }
}

/// Every problem in a sentence, in the order of the file.
fn sentences(problems: Problems) -> Vec<String> {
    let mut lines: Vec<(usize, String, String)> = Vec::new();
    for Problem { file, line, place, message } in problems.0 {
        let place = if place.is_empty() { place } else { format!("{place}: ") };
        lines.push((line.unwrap_or(1), format!("{place}{message}"), file));
    }
    lines.sort();
    lines.dedup();
    lines.into_iter().map(|(line, message, file)| format!("{file} line {line}: {message}")).collect()
}

/// A text to the letter, on one line, that no spreadsheet takes for a formula, or nothing.
fn optional_plain(row: &TomlRow<'_>, key: &'static str) -> Result<Option<String>, Reported> {
    match row.exact_text(key)? {
        Some((text, location)) if text.starts_with(['=', '+', '-', '@']) => {
            Err(row.diagnostics().report(&location, format!("\"{key}\" begins like a formula")))
        }
        found => Ok(found.map(|(text, _)| text)),
    }
}

/// Such a text, which every row has.
fn plain(row: &TomlRow<'_>, key: &'static str) -> Result<String, Reported> {
    row.required(key, optional_plain(row, key))
}

fn target(
    row: &mut TomlRow<'_>,
    names: &mut HashSet<String>,
    channels: &mut Vec<Channel>,
) -> Result<BookingTarget, Reported> {
    let name = plain(row, "name").and_then(|name| {
        let is_name = name.len() <= LONGEST_NAME
            && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
            && name.starts_with(|c: char| c.is_ascii_lowercase());
        if !is_name {
            row.report("\"name\" must be at most 40 small letters, digits and hyphens, a letter first");
        } else if !names.insert(name.clone()) {
            row.report(format!("there are two targets called \"{name}\""));
        }
        if is_name { Ok(name) } else { Err(Reported) }
    });
    if let Ok(name) = &name {
        row.location.place.clone_from(name);
    }
    let (system, purpose) = (plain(row, "system"), plain(row, "purpose"));
    let confidence = row.word("confidence");
    let by_text = row.yes_no("by_text");
    let contact = row.word("contact");
    let without_contact = optional_plain(row, "without_contact");
    let channel = row.optional_word("channel");
    let per_practice = row.yes_no("per_practice");
    let rows_per_file = row.optional_number::<u32>("rows_per_file", ROWS);
    let file_type = row.word("extension");
    let header = row.yes_no("header");
    let dates = row.optional_word("dates");
    let nhs_numbers = row.optional_word("nhs_numbers");
    let phones = row.optional_word("phones");
    let line_starts_refused = row.exact_text("line_starts_refused");
    let mobiles_refused = mobiles_refused(row);
    let email_ending_of_letters = row.optional_yes_no("email_ending_of_letters");
    let columns = columns(row);
    check_forms(row, &columns);
    if let Ok(contact) = contact {
        check_contact(row, contact, &columns);
    }
    if let Ok(Some(channel)) = channel {
        if channels.contains(&channel) {
            row.report("another target of this file serves the same channel");
        }
        channels.push(channel);
    }
    Ok(BookingTarget {
        name: name?,
        system: system?,
        purpose: purpose?,
        confidence: confidence?,
        by_text: by_text?,
        contact: contact?,
        without_contact: without_contact?.unwrap_or_default(),
        channel: channel?,
        per_practice: per_practice?,
        rows_per_file: rows_per_file?,
        file_type: file_type?,
        header: header?,
        // Those that its columns need are there: `check_forms`.
        dates: dates?.unwrap_or(DateFormat::Slashes),
        nhs_numbers: nhs_numbers?.unwrap_or(NhsNumberFormat::TenDigits),
        phones: phones?.unwrap_or(PhoneFormat::National),
        line_starts_refused: line_starts_refused?.map(|(text, _)| text).unwrap_or_default(),
        mobiles_refused: mobiles_refused?,
        email_ending_of_letters: email_ending_of_letters?.unwrap_or_default(),
        columns,
    })
}

/// The beginnings of mobile numbers that the system refuses.
fn mobiles_refused(row: &TomlRow<'_>) -> Result<Vec<String>, Reported> {
    if !row.has("mobiles_refused") {
        return Ok(Vec::new());
    }
    let starts = row.texts("mobiles_refused")?;
    let is_start = |start: &String| start.starts_with("07") && start.bytes().all(|byte| byte.is_ascii_digit());
    if starts.iter().all(is_start) {
        Ok(starts)
    } else {
        Err(row.report("\"mobiles_refused\" must be beginnings of mobile numbers, such as \"079113\""))
    }
}

/// The columns that can be read; their headers differ, whatever the case.
fn columns(row: &TomlRow<'_>) -> Vec<TargetColumn> {
    let mut headers = HashSet::new();
    let mut columns = Vec::new();
    for column in row.rows_each("columns").into_iter().flatten().flatten() {
        let header = plain(&column, "header");
        let field = column.word("field");
        let required = column.optional_yes_no("required").ok().flatten().unwrap_or_default();
        column.done();
        if let Ok(header) = &header
            && !headers.insert(header.trim().to_lowercase())
        {
            column.report(format!("there are two columns called \"{header}\""));
        }
        if let (Ok(header), Ok(field)) = (header, field) {
            columns.push(TargetColumn { header, field, required });
        }
    }
    // For the last line of an address, GOV.UK Notify takes one or the other.
    if headers.contains("address line 7") && headers.contains("postcode") {
        row.report("\"address line 7\" and \"postcode\" must not stand side by side");
    }
    columns
}

/// Forms are there for the values that the columns hold, and for no others.
fn check_forms(row: &TomlRow<'_>, columns: &[TargetColumn]) {
    for (key, fields) in [
        ("dates", &[TargetField::DateOfBirth, TargetField::DueDate][..]),
        ("nhs_numbers", &[TargetField::NhsNumber]),
        ("phones", &[TargetField::Mobile, TargetField::Phone]),
    ] {
        match (columns.iter().any(|column| fields.contains(&column.field)), row.has(key)) {
            (true, false) => {
                row.missing(key);
            }
            (false, true) => {
                row.report(format!("\"{key}\" is of no use: no column holds any"));
            }
            _ => {}
        }
    }
}

/// The columns hold what a row needs, and the keys of one need are not
/// given for another.
fn check_contact(row: &TomlRow<'_>, contact: ContactNeed, columns: &[TargetColumn]) {
    for field in contact.fields().iter().filter(|field| columns.iter().all(|column| column.field != **field)) {
        row.report(format!("the contact needs a column for {}", field.name()));
    }
    if (contact == ContactNeed::None) == row.has("without_contact") {
        let fault = if row.has("without_contact") { "is of no use: no contact is needed" } else { "is missing" };
        row.report(format!("\"without_contact\" {fault}"));
    }
    for (key, needed) in [
        ("line_starts_refused", &[ContactNeed::Address][..]),
        ("mobiles_refused", &[ContactNeed::Mobile, ContactNeed::MobileOrEmail]),
        ("email_ending_of_letters", &[ContactNeed::Email, ContactNeed::MobileOrEmail]),
    ] {
        if row.has(key) && !needed.contains(&contact) {
            let needed: Vec<&str> = needed.iter().map(|need| need.name()).collect();
            row.report(format!("\"{key}\" needs the contact {}", needed.join(" or ")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A target without faults.
    const SOUND: &str = r#"
[[target]]
name = "fax"
system = "Fax"
purpose = "faxes"
confidence = "unconfirmed"
by_text = false
contact = "none"
per_practice = true
rows_per_file = 20
extension = "txt"
header = true
nhs_numbers = "3 3 4"
columns = [{ header = "Number", field = "nhs_number", required = true }]
"#;

    fn faults(text: &str) -> Vec<String> {
        read_targets("mine.toml", text).map_or_else(|fault| fault.0, |_| Vec::new())
    }

    #[test]
    fn a_sound_table_is_read() {
        let targets = read_targets("mine.toml", SOUND).unwrap();
        assert_eq!((targets[0].name.as_str(), targets[0].rows_per_file), ("fax", Some(20)));
        assert!(targets[0].columns[0].required && targets[0].nhs_numbers == NhsNumberFormat::Spaced);
    }

    #[test]
    fn each_fault_is_said_with_its_line() {
        for (sound, broken, line, message) in [
            ("name = \"fax\"", "", 2, "target 1: \"name\" is missing"),
            ("\"fax\"", "\"Fax\"", 2, "target 1: \"name\" must be at most 40 small letters"),
            ("\"fax\"", "\"../fax\"", 2, "small letters"),
            ("\"fax\"", "3", 3, "target 1: \"name\" must be a text"),
            ("\"Fax\"", "\"\"", 4, "fax: \"system\" is blank"),
            ("\"Fax\"", "\"a\\nb\"", 4, "line break"),
            ("purpose", "purpos", 5, "fax: unknown key \"purpos\"; known here: name, system, purpose"),
            ("\"unconfirmed\"", "\"sure\"", 6, "must be one of: confirmed, unconfirmed"),
            ("by_text = false", "by_text = \"no\"", 7, "true or false"),
            ("contact = \"none\"", "contact = \"mobile\"", 2, "the contact needs a column for mobile"),
            ("contact = \"none\"", "contact = \"mobile\"", 2, "\"without_contact\" is missing"),
            ("rows_per_file = 20", "rows_per_file = 0", 10, "from 1 to 1000000"),
            ("rows_per_file = 20", "rows_per_file = 1000001", 10, "from 1 to 1000000"),
            ("rows_per_file = 20", "rows_per_file = -3", 10, "from 1 to 1000000"),
            ("rows_per_file = 20", "rows_per_file = \"20\"", 10, "from 1 to 1000000"),
            ("rows_per_file = 20", "line_starts_refused = \"@\"", 2, "needs the contact address"),
            ("rows_per_file = 20", "mobiles_refused = [\"079113\"]", 2, "needs the contact mobile or mobile-or-email"),
            ("rows_per_file = 20", "mobiles_refused = [\"+44\"]", 2, "beginnings of mobile numbers"),
            ("rows_per_file = 20", "mobiles_refused = \"079113\"", 10, "a list of texts"),
            ("rows_per_file = 20", "email_ending_of_letters = true", 2, "needs the contact email or mobile-or-email"),
            ("rows_per_file = 20", "without_contact = \"x\"", 2, "no contact is needed"),
            ("rows_per_file = 20", "channel = \"fax\"", 10, "must be one of: sms, email, letter, phone"),
            ("\"txt\"", "\"xlsx\"", 11, "must be one of: csv, txt"),
            ("nhs_numbers = \"3 3 4\"", "", 2, "\"nhs_numbers\" is missing"),
            ("nhs_numbers = \"3 3 4\"", "nhs_numbers = \"3 3 4\"\ndates = \"DD/MM/YYYY\"", 2, "\"dates\" is of no use"),
            ("\"3 3 4\"", "\"10\"", 13, "must be one of: 10 digits, 3 3 4"),
            ("\"nhs_number\"", "\"nhs\"", 14, "fax, columns 1: \"field\" must be one of: title, forename"),
            ("\"Number\"", "\"=Number\"", 14, "begins like a formula"),
            ("required", "needed", 14, "unknown key \"needed\""),
            ("columns = [", "columns = [3, ", 14, "must be a table"),
            ("[{ header = \"Number\", field = \"nhs_number\", required = true }]", "[]", 14, "list of 1 to 200"),
            ("[[target]]", "x = 1\n[[target]]", 2, "unknown key \"x\"; known here: target"),
            ("[[target]]", "[target]", 2, "\"target\" must be a list"),
            ("name = \"fax\"", "name = ", 3, "not valid TOML"),
        ] {
            let text = SOUND.replacen(sound, broken, 1);
            assert_ne!(text, SOUND, "{sound}");
            let found = faults(&text);
            let wanted = found
                .iter()
                .any(|fault| fault.starts_with(&format!("mine.toml line {line}: ")) && fault.contains(message));
            assert!(wanted, "{broken}: {found:#?}");
        }
        assert!(faults("")[0].contains("\"target\" is missing"));
    }

    #[test]
    fn an_added_target_takes_the_place_of_its_namesake_and_serves_its_channel() {
        let text = |name: &str| {
            SOUND.replace("\"fax\"", &format!("\"{name}\"")).replace("by_text", "channel = \"sms\"\nby_text")
        };
        let added = read_targets("mine.toml", &format!("{}{}", SOUND, text("notify-sms"))).unwrap();
        let table = with_added(targets().unwrap(), added);
        assert_eq!(table.len(), targets().unwrap().len() + 1);
        let serving: Vec<&str> = table
            .iter()
            .filter(|target| target.channel == Some(Channel::Sms))
            .map(|target| target.system.as_str())
            .collect();
        assert_eq!(serving, ["Fax"]);
        assert!(table.iter().any(|target| target.name == "fax"));
    }

    #[test]
    fn what_is_there_twice_is_refused() {
        let two = format!("{SOUND}{SOUND}");
        assert_eq!(faults(&two), ["mine.toml line 16: target 2: there are two targets called \"fax\""]);
        let again = SOUND.replace("}]", "}, { header = \"NUMBER\", field = \"nhs_number\" }]");
        assert_eq!(faults(&again), ["mine.toml line 14: fax, columns 2: there are two columns called \"NUMBER\""]);
        let serving = SOUND.replace("by_text", "channel = \"sms\"\nby_text");
        let both = format!("{serving}{}", serving.replace("\"fax\"", "\"telex\""));
        assert_eq!(faults(&both).len(), 1, "{:?}", faults(&both));
        let columns = "}, { header = \"Address Line 7\", field = \"postcode\" }, { header = \"postcode\", field = \"postcode\" }]";
        assert!(faults(&SOUND.replace("}]", columns))[0].contains("side by side"));
    }

    #[test]
    fn all_faults_are_said_at_once() {
        let text =
            SOUND.replace("\"Fax\"", "3").replace("= 20", "= 0").replace("\"txt\"", "\"pdf\"").replace("field", "feld");
        let found = faults(&text);
        // System, limit, extension, the missing field and the unknown key, and the form that has no use then.
        assert_eq!(found.len(), 6, "{found:#?}");
        assert!(faults(&"[[target]]\n".repeat(3)).len() > 20);
    }
}
