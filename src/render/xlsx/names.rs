//! Names of sheets and of the tables on them.

use std::collections::HashSet;

/// The longest name of a sheet.
const LONGEST: usize = 31;

/// The names given so far. Excel knows no difference of case.
#[derive(Default)]
pub struct Names(HashSet<String>);

impl Names {
    /// A name for a sheet, no longer than Excel takes, without what it
    /// refuses, and given once.
    pub fn sheet(&mut self, wanted: &str) -> String {
        let allowed = |c: &char| !c.is_control() && !"[]:*?/\\".contains(*c);
        let clean: String = wanted.chars().filter(allowed).collect();
        let clean = clean.trim_matches(['\'', ' ']);
        let base = if clean.is_empty() { "Sheet" } else { clean };
        let mut number = 1;
        loop {
            let mark = if number == 1 { String::new() } else { format!(" {number}") };
            let kept: String = base.chars().take(LONGEST - mark.len()).collect();
            let name = format!("{}{mark}", kept.trim_end());
            if self.0.insert(name.to_lowercase()) {
                return name;
            }
            number += 1;
        }
    }
}

/// `time_since_primary` as `Time since primary`.
pub fn spoken(name: &str) -> String {
    let words = name.replace(['_', '-'], " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The name of the table of a sheet: `Ages 16-17` as `Ages_16_17`. Sheets have
/// names of their own, so tables have.
pub fn of_table(sheet: &str) -> String {
    let plain: String = sheet.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    format!("T_{plain}")
}

/// Labels as headers, each given once, as a table needs it.
pub fn headers(labels: impl Iterator<Item = &'static str>) -> Vec<String> {
    let mut given = HashSet::new();
    let unique = |label: &str| {
        let mut number = 1;
        loop {
            let header = if number == 1 { label.to_owned() } else { format!("{label} ({number})") };
            if given.insert(header.to_lowercase()) {
                return header;
            }
            number += 1;
        }
    };
    labels.map(unique).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_have_names_that_excel_takes() {
        let mut names = Names::default();
        for (wanted, name) in [
            ("Uptake", "Uptake"),
            ("UPTAKE", "UPTAKE 2"),
            ("a/b\\c[d]:*?", "abcd"),
            ("'quoted'", "quoted"),
            ("", "Sheet"),
            ("Days since the primary course: people", "Days since the primary course p"),
            ("Days since the primary course: peoples", "Days since the primary course 2"),
        ] {
            let given = names.sheet(wanted);
            assert_eq!(given, name);
            assert!(given.chars().count() <= LONGEST);
        }
        assert_eq!(spoken("time_since_primary"), "Time since primary");
        assert_eq!(of_table("Ages 16-17"), "T_Ages_16_17");
    }

    #[test]
    fn headers_are_given_once() {
        assert_eq!(headers(["%", "Dose", "%", "dose"].into_iter()), ["%", "Dose", "% (2)", "dose (2)"]);
    }
}
