//! What was read of the publications of ODS, until the networks are chosen.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::column_checks::check_order;
use crate::domain::{Foreign, OdsCode, Practice};
use crate::load::files::headings::Field;
use crate::load::files::input_file::InputFile;
use crate::load::files::layout::Layout;
use crate::load::files::ods_publication::Publication;
use crate::load::rows::body_rules::RowCount;
use crate::load::rows::cells::dates::{DateCell, DateEvidence, read_date};
use crate::load::rows::file_fault::FileFault;
use crate::load::rows::meter::Meter;
use crate::load::rows::row::Row;

/// That a practice was in a network for some time.
#[derive(Debug, Clone)]
struct Membership {
    practice: Practice,
    start: DateCell,
    end: DateCell,
}

impl Membership {
    /// Whether the practice is a member on a day. A date that cannot be read
    /// makes no member: it might have ended.
    fn holds(&self, day: NaiveDate) -> bool {
        let began = match self.start {
            DateCell::Blank => true,
            DateCell::Date(start) => start <= day,
            DateCell::Bad(_) => false,
        };
        let goes_on = match self.end {
            DateCell::Blank => true,
            DateCell::Date(end) => end >= day,
            DateCell::Bad(_) => false,
        };
        began && goes_on
    }
}

/// The rows of the publications read together.
#[derive(Debug, Clone, Default)]
pub struct Published {
    memberships: Vec<Membership>,
    names: BTreeMap<OdsCode, String>,
}

impl Published {
    /// Adds the rows of a publication. Organisations that are no practices are
    /// passed over.
    pub fn read(&mut self, publication: Publication, file: &InputFile, layout: &Layout) -> Result<RowCount, FileFault> {
        let columns = &layout.columns;
        let [start, end] = [Field::MembershipStart, Field::MembershipEnd].map(|field| columns.first(field));
        let mut evidence = [DateEvidence::default(); 2];
        let mut rows = file.rows(layout, Meter::unseen())?;
        while rows.advance()? {
            let row = rows.row();
            let dates = [read_date(row.cell(start), &mut evidence[0]), read_date(row.cell(end), &mut evidence[1])];
            let Some(code) = OdsCode::read(row.cell(columns.first(Field::PracticeCode))) else { continue };
            let practice = practice(code, &row, layout);
            match publication {
                Publication::Register => drop(self.names.insert(code, practice.name)),
                Publication::Memberships => {
                    self.memberships.push(Membership { practice, start: dates[0], end: dates[1] });
                }
            }
        }
        check_order(evidence[0], start, columns)?;
        check_order(evidence[1], end, columns)?;
        Ok(rows.count())
    }

    /// Whether memberships were read at all.
    #[must_use]
    pub fn has_memberships(&self) -> bool {
        !self.memberships.is_empty()
    }

    /// The members of these networks on a day.
    #[must_use]
    pub fn members(&self, networks: &[String], day: NaiveDate) -> BTreeMap<OdsCode, Practice> {
        let current = self.memberships.iter().filter(|membership| membership.holds(day));
        let wanted = current.filter(|membership| networks.contains(&membership.practice.pcn_code));
        // The first row of a practice counts, as in any practice list.
        let mut members = BTreeMap::new();
        for membership in wanted {
            members.entry(membership.practice.code).or_insert_with(|| membership.practice.clone());
        }
        members
    }

    /// The name of a practice in the register.
    #[must_use]
    pub fn name(&self, code: OdsCode) -> Option<&str> {
        self.names.get(&code).map(String::as_str)
    }
}

fn practice(code: OdsCode, row: &Row<'_>, layout: &Layout) -> Practice {
    let text = |field| Foreign::new(&row.text(layout.columns.first(field))).into_shown();
    Practice {
        code,
        name: text(Field::PracticeName),
        pcn_code: text(Field::PcnCode).to_uppercase(),
        pcn_name: text(Field::PcnName),
    }
}
