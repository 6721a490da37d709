//! The data sources of a run: by the files that come from them, and by the
//! `sources` files.

use chrono::NaiveDate;

use super::decided::Decided;
use super::extract::Accounts;
use super::files::file_name::supplier_code;
use super::files::input_file::InputFile;
use super::files::kind::FileKind;
use super::found::Survey;
use crate::domain::{DataSource, DoubtId, Finding, SourceOf, london_date};
use crate::rules::RuleSet;

impl Decided {
    /// Every data source once, files first. A refresh time in a file's name
    /// counts before that of a `sources` file.
    #[must_use]
    pub fn data_sources(&self, rules: &RuleSet) -> Vec<DataSource> {
        let mut found: Vec<DataSource> = self.survey.files.iter().filter_map(|file| of_file(file, rules)).collect();
        let (from_files, sources) = (found.len(), &self.survey.sources);
        for ((name, refreshed), file) in sources.refreshed.iter().zip(&sources.files) {
            let mut known = false;
            for source in found[..from_files].iter_mut().filter(|source| same(&source.source, name)) {
                known = true;
                source.refreshed = source.refreshed.or(*refreshed);
            }
            if !known {
                found.push(DataSource {
                    source: name.clone(),
                    file: file.clone(),
                    rows: None,
                    refreshed: *refreshed,
                    of: SourceOf::Vaccinations,
                });
            }
        }
        found
    }
}

impl Survey {
    /// The day in London on which a vaccinations file was last refreshed: by the
    /// time stamp in its name or the lines above its header, else by its
    /// supplier's row of the `sources` files, else the day of the clock.
    pub(super) fn refresh_date(&self, file: &InputFile, rules: &RuleSet, today: NaiveDate) -> NaiveDate {
        let of_supplier = || {
            let code = supplier_code(&file.name)?;
            let name = rules.supplier(&code).unwrap_or(&code);
            let rows = self.sources.refreshed.iter();
            rows.filter(|(source, _)| same(source, name) || same(source, &code)).find_map(|(_, at)| *at)
        };
        file.refreshed().or_else(of_supplier).map_or(today, london_date)
    }

    /// That no vaccination file says when it was refreshed, if none does.
    pub(super) fn refresh_unknown(&self) -> Option<Finding> {
        let files = self.files.iter().filter(|file| file.kind() == Some(FileKind::Vaccinations)).count();
        let count = u64::try_from(files).unwrap_or(u64::MAX);
        (count > 0 && self.newest_refresh().is_none()).then(|| Finding {
            id: DoubtId::RefreshUnknown,
            file: String::new(),
            count,
            of: count,
            what: "no vaccination file says when it was refreshed, nor does a sources file".to_owned(),
            consequence: None,
        })
    }
}

impl Accounts {
    /// Who sent each vaccination row: the place of the first row of each file in
    /// the read order of all, with the supplier that the file's name tells.
    #[must_use]
    pub fn suppliers(&self, rules: &RuleSet) -> Vec<(u32, Option<String>)> {
        self.event_files.iter().map(|(first, file)| (*first, supplier_of(file, rules))).collect()
    }
}

/// The supplier whose file has this name: by its name, else by its code.
fn supplier_of(file: &str, rules: &RuleSet) -> Option<String> {
    let code = supplier_code(file)?;
    Some(rules.supplier(&code).map_or_else(|| code.clone(), str::to_owned))
}

fn of_file(file: &InputFile, rules: &RuleSet) -> Option<DataSource> {
    let (source, of) = match file.kind()? {
        FileKind::Patients => ("Patient demographics".to_owned(), SourceOf::Patients),
        FileKind::Immunosuppressed => ("Immunosuppressed list".to_owned(), SourceOf::Immunosuppressed),
        FileKind::Vaccinations => {
            let name = supplier_of(&file.name, rules);
            (name.unwrap_or_else(|| DataSource::NOT_KNOWN.to_owned()), SourceOf::Vaccinations)
        }
        _ => return None,
    };
    let rows = file.count.map(|count| count.read);
    Some(DataSource { source, file: file.name.clone(), rows, refreshed: file.refreshed(), of })
}

fn same(a: &str, b: &str) -> bool {
    a.trim().eq_ignore_ascii_case(b.trim())
}
