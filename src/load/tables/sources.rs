//! When each data source was last refreshed.

use chrono::{DateTime, Utc};

use super::column_checks::check_order;
use crate::domain::Foreign;
use crate::load::files::headings::Field;
use crate::load::files::input_file::InputFile;
use crate::load::files::layout::Layout;
use crate::load::rows::body_rules::RowCount;
use crate::load::rows::cells::dates::DateEvidence;
use crate::load::rows::cells::instants::read_instant;
use crate::load::rows::file_fault::FileFault;
use crate::load::rows::meter::Meter;

/// The rows of the `sources` files.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// Each source with its instant; `None` where it could not be read.
    pub refreshed: Vec<(String, Option<DateTime<Utc>>)>,
    /// The file that names each of them.
    pub files: Vec<String>,
}

impl Sources {
    /// Adds the rows of a file.
    pub fn read(&mut self, file: &InputFile, layout: &Layout) -> Result<RowCount, FileFault> {
        let name = layout.columns.first(Field::SourceName);
        let refreshed = layout.columns.first(Field::LastRefreshed);
        let mut evidence = DateEvidence::default();
        let mut rows = file.rows(layout, Meter::unseen())?;
        while rows.advance()? {
            let row = rows.row();
            let instant = read_instant(&row.text(refreshed), &mut evidence);
            self.refreshed.push((Foreign::new(&row.text(name)).into_shown(), instant));
            self.files.push(file.name.clone());
        }
        check_order(evidence, refreshed, &layout.columns)?;
        Ok(rows.count())
    }
}
