//! The practice list: who may be seen. It is never a matter of chance.

use std::collections::{BTreeMap, BTreeSet};

use super::ods_lists::Published;
use crate::domain::{Foreign, OdsCode, Practice, Scope};
use crate::load::files::headings::Field;
use crate::load::files::input_file::InputFile;
use crate::load::files::layout::Layout;
use crate::load::rows::body_rules::RowCount;
use crate::load::rows::meter::Meter;
use crate::load::rows::row::Row;
use crate::load::rows::row_fault::RowFault;

/// A practice as listed, with its activity codes.
#[derive(Debug, Clone)]
struct ListedPractice {
    /// How many practices were listed before it.
    place: usize,
    practice: Practice,
    /// Upper-cased; a practice on several rows has the union of its codes.
    activity_codes: Vec<String>,
}

/// The practice lists read together.
#[derive(Debug, Clone, Default)]
pub struct PracticeList {
    listed: BTreeMap<OdsCode, ListedPractice>,
    /// Whether any list has an activity-codes column.
    pub has_activity_codes: bool,
    /// Rows without a practice code of the right form.
    pub malformed: u64,
}

impl PracticeList {
    /// Adds the practices of a file.
    pub fn read(&mut self, file: &InputFile, layout: &Layout) -> Result<RowCount, RowFault> {
        let columns = &layout.columns;
        self.has_activity_codes |= columns.has(Field::ActivityCodes);
        let code_column = columns.first(Field::PracticeCode).or(Some(0));
        let mut rows = file.rows(layout, Meter::unseen())?;
        while rows.advance()? {
            let row = rows.row();
            match OdsCode::read(row.cell(code_column)) {
                Some(code) => self.add(code, &row, layout),
                None => self.malformed += 1,
            }
        }
        Ok(rows.count())
    }

    fn add(&mut self, code: OdsCode, row: &Row<'_>, layout: &Layout) {
        let text = |field| {
            let column = layout.columns.first(field);
            column.map(|column| Foreign::new(&row.text(Some(column))).into_shown()).unwrap_or_default()
        };
        let place = self.listed.len();
        let listed = self.listed.entry(code).or_insert_with(|| ListedPractice {
            place,
            practice: Practice { code, name: String::new(), pcn_code: String::new(), pcn_name: String::new() },
            activity_codes: Vec::new(),
        });
        let practice = &mut listed.practice;
        for (known, field) in [
            (&mut practice.name, Field::PracticeName),
            (&mut practice.pcn_code, Field::PcnCode),
            (&mut practice.pcn_name, Field::PcnName),
        ] {
            if known.is_empty() {
                *known = text(field);
            }
        }
        let codes = row.text(layout.columns.first(Field::ActivityCodes)).into_owned();
        let codes = codes.split(|c: char| !c.is_alphanumeric()).filter(|code| !code.is_empty());
        listed.activity_codes.extend(codes.map(str::to_uppercase));
    }

    /// Keeps the practices of these networks: by the list's own network code,
    /// where it has one, else by membership.
    pub fn narrow(&mut self, networks: &[String], members: &BTreeMap<OdsCode, Practice>) {
        self.listed.retain(|code, listed| {
            let practice = &mut listed.practice;
            if practice.pcn_code.is_empty()
                && let Some(member) = members.get(code)
            {
                practice.pcn_code.clone_from(&member.pcn_code);
                practice.pcn_name.clone_from(&member.pcn_name);
            }
            if practice.name.is_empty()
                && let Some(member) = members.get(code)
            {
                practice.name.clone_from(&member.name);
            }
            !practice.pcn_code.is_empty() && networks.contains(&practice.pcn_code.to_uppercase())
        });
    }

    /// Lists the members of networks.
    pub fn add_members(&mut self, members: BTreeMap<OdsCode, Practice>) {
        let first = self.listed.len();
        let listed = |place, practice| ListedPractice { place, practice, activity_codes: Vec::new() };
        self.listed.extend((first..).zip(members).map(|(place, (code, practice))| (code, listed(place, practice))));
    }

    /// Names the practices that have no name, as the register does.
    pub fn name_from(&mut self, published: &Published) {
        for (code, listed) in &mut self.listed {
            if listed.practice.name.is_empty() {
                published.name(*code).unwrap_or_default().clone_into(&mut listed.practice.name);
            }
        }
    }

    /// The codes of the networks of the practices listed, upper-cased.
    #[must_use]
    pub fn networks(&self) -> BTreeSet<String> {
        self.listed.values().map(|listed| listed.practice.pcn_code.to_uppercase()).collect()
    }

    /// How many practices are listed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.listed.len()
    }

    /// Whether the lists name no practice at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// The practices in scope, in the order of the list: those that carry
    /// `activity_code`, or all where no list has activity codes.
    #[must_use]
    pub fn scope(&self, activity_code: &str) -> Scope {
        let mut listed: Vec<&ListedPractice> = self.listed.values().filter(|l| self.is_in(l, activity_code)).collect();
        listed.sort_by_key(|listed| listed.place);
        Scope::new(listed.into_iter().map(|listed| listed.practice.clone()).collect())
    }

    /// The practices listed without `activity_code`.
    #[must_use]
    pub fn without_code(&self, activity_code: &str) -> Vec<Practice> {
        self.listed.values().filter(|l| !self.is_in(l, activity_code)).map(|l| l.practice.clone()).collect()
    }

    fn is_in(&self, listed: &ListedPractice, activity_code: &str) -> bool {
        !self.has_activity_codes || listed.activity_codes.iter().any(|code| code == activity_code)
    }
}
