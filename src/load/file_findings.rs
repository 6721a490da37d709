//! What of the files and their headings may be implausible (specification 8.2, 8.4).

use super::decided::Decided;
use super::files::headings::{Field, resembling, safety_field};
use super::files::input_file::InputFile;
use super::files::kind::FileKind;
use super::files::layout::{FileState, Layout};
use crate::domain::{Consequence, DoubtId, FileHeadings, Finding, HeadingUse, NhsNumber};
use crate::rules::DoubtRules;

impl Decided {
    /// What each heading of the recognised files was taken for.
    #[must_use]
    pub fn headings(&self, doubts: &DoubtRules) -> Vec<FileHeadings> {
        let files = self.survey.files.iter();
        let known = files.filter_map(|file| Some((file, file.layout().filter(|layout| is_data(layout.kind))?)));
        let headings = known.map(|(file, layout)| FileHeadings {
            file: file.name.clone(),
            kind: layout.kind.name(),
            headings: (0..layout.columns.width()).filter_map(|column| heading_use(layout, column, doubts)).collect(),
        });
        headings.collect()
    }

    /// What of the files themselves may be implausible; of their rows, once these are read.
    #[must_use]
    pub fn findings(&self, doubts: &DoubtRules) -> Vec<Finding> {
        let of_files = self.survey.files.iter().flat_map(|file| findings_of(file, doubts));
        of_files.chain(self.absent()).chain(self.malformed_practices()).collect()
    }

    /// Rows of the practice lists that say no practice: whose they may be, nobody can see.
    fn malformed_practices(&self) -> Option<Finding> {
        let lists = self.survey.files.iter().filter(|file| self.deciding.contains(&file.path));
        let rows: u64 = lists.clone().filter_map(|file| file.count).map(|count| count.read).sum();
        let count = self.practices.malformed;
        (count > 0).then(|| Finding {
            id: DoubtId::PracticeCodes,
            file: lists.map(|file| file.name.as_str()).next().unwrap_or_default().to_owned(),
            count,
            of: rows,
            what: format!("{count} of {rows} rows of the practice list have no well-formed practice code, and count as no practice"),
            consequence: Some(Consequence::Note),
        })
    }
}

/// Whether files of a kind are read as data.
const fn is_data(kind: FileKind) -> bool {
    !matches!(kind, FileKind::NotOurs | FileKind::OwnOutput)
}

/// Whether a column is read, and as what.
fn field_used(layout: &Layout, column: usize) -> Option<Field> {
    let several = |field: Field| field.is_contact() || field.is_safety() || field.is_key();
    let used = layout
        .columns
        .fields_of(column)
        .find(|(field, is_first)| layout.kind.reads(*field) && (*is_first || several(*field)));
    used.map(|(field, _)| field)
}

fn heading_use(layout: &Layout, column: usize, doubts: &DoubtRules) -> Option<HeadingUse> {
    let written = layout.columns.written(column);
    if !written.chars().any(char::is_alphanumeric) {
        return None;
    }
    let field = field_used(layout, column);
    let is_wanted = |field: Field| layout.kind.reads(field) && !layout.columns.has(field);
    let looks_like = match field {
        None if layout.columns.is_known_unused(column) => None,
        None if doubts.is_safety_heading(&written) => safety_field(&written).filter(|field| layout.kind.reads(*field)),
        None => resembling(&written, is_wanted),
        Some(_) => None,
    };
    let name = |field: Field| field.name();
    let heading = NhsNumber::mask_all(&written);
    Some(HeadingUse { heading, field: field.map(name), looks_like: looks_like.map(name) })
}

/// Unused headings that may be those of columns that keep people safe.
fn unused_safety_headings(layout: &Layout, doubts: &DoubtRules) -> Vec<String> {
    if !matches!(layout.kind, FileKind::Patients | FileKind::Vaccinations) {
        return Vec::new();
    }
    let is_unused = |column: &usize| {
        field_used(layout, *column).is_none()
            && !layout.columns.is_known_unused(*column)
            && doubts.is_safety_heading(&layout.columns.as_given(*column))
    };
    (0..layout.columns.width()).filter(is_unused).map(|column| layout.columns.written(column)).collect()
}

fn findings_of(file: &InputFile, doubts: &DoubtRules) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut add = |id, [count, of]: [u64; 2], what: String, consequence| {
        let what = NhsNumber::mask_all(&what);
        findings.push(Finding { id, file: file.name.clone(), count, of, what, consequence });
    };
    let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    if !file.hidden_sheets.is_empty() {
        let (count, names) = (number(file.hidden_sheets.len()), file.hidden_sheets.join(", "));
        add(DoubtId::SheetHidden, [count; 2], format!("hidden sheets are not read: {names}"), None);
    }
    match &file.state {
        FileState::Skipped(reason) => add(DoubtId::FileNotRead, [1; 2], format!("it is not read: {reason}"), None),
        FileState::Unrecognised { header, known } => {
            let (id, count) =
                if *known > 1 { (DoubtId::FileUnrecognised, number(*known)) } else { (DoubtId::FileNotRead, 1) };
            add(id, [count; 2], format!("it is of no known kind: {header}"), None);
        }
        FileState::Recognised(layout) if is_data(layout.kind) => {
            let unused = unused_safety_headings(layout, doubts);
            if let Some(first) = unused.first() {
                let more = if unused.len() > 1 { format!(" and {} more", unused.len() - 1) } else { String::new() };
                let what = format!("the heading \"{first}\"{more} is not used, and may be one that keeps people safe");
                add(DoubtId::HeadingUnused, [number(unused.len()); 2], what, None);
            }
            if let Some(count) = file.count.filter(|count| count.shifted > 0) {
                let what =
                    format!("{} rows have their cells under the wrong headings, and are rejected", count.shifted);
                add(DoubtId::RowsShifted, [count.shifted, count.read], what, None);
            }
            if layout.kind != FileKind::Practices && file.count.is_some_and(|count| count.read == 0) {
                let graver = (layout.kind == FileKind::Immunosuppressed).then_some(Consequence::Unsafe);
                add(
                    DoubtId::FileEmpty,
                    [1; 2],
                    format!("it has headings ({}) and no rows", layout.kind.name()),
                    graver,
                );
            }
        }
        FileState::Recognised(_) | FileState::Refused(_) | FileState::NoFile => {}
    }
    findings
}
