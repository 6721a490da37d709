//! The data sources of a run: by the files that come from them, and by the
//! `sources` files.

use super::decided::Decided;
use super::files::file_name::supplier_code;
use super::files::input_file::InputFile;
use super::files::kind::FileKind;
use crate::domain::{DataSource, SourceOf};
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

fn of_file(file: &InputFile, rules: &RuleSet) -> Option<DataSource> {
    let (source, of) = match file.kind()? {
        FileKind::Patients => ("Patient demographics".to_owned(), SourceOf::Patients),
        FileKind::Immunosuppressed => ("Immunosuppressed list".to_owned(), SourceOf::Immunosuppressed),
        FileKind::Vaccinations => {
            let code = supplier_code(&file.name);
            let name = code.map(|code| rules.supplier(&code).map_or(code.clone(), str::to_owned));
            (name.unwrap_or_else(|| "not known".to_owned()), SourceOf::Vaccinations)
        }
        _ => return None,
    };
    let rows = file.count.map(|count| count.read);
    Some(DataSource { source, file: file.name.clone(), rows, refreshed: file.refreshed(), of })
}

fn same(a: &str, b: &str) -> bool {
    a.trim().eq_ignore_ascii_case(b.trim())
}
