//! The groups that doses are counted by, numbered in the order of the report.

use super::dose_key::DoseKey;
use crate::classify::Assessment;
use crate::domain::{Dose, Unreconciled};
use crate::report::counting::{Axis, View};
use crate::report::model::{Cell, Column};

/// The name of the brand that is not known.
const UNKNOWN: &str = "Unknown";

/// What the extract knows of where doses come from.
#[derive(Debug, Clone, Default)]
pub struct DoseSources {
    /// The codes of the sites, by place; empty where none is recorded.
    pub sites: Vec<String>,
    /// Who sent the rows: the place of the first row of each file in the read
    /// order of all vaccination rows, and the supplier, where it is known.
    pub suppliers: Vec<(u32, Option<String>)>,
}

impl DoseSources {
    /// The place of the file whose row gives the details of a dose.
    fn file(&self, dose: &Dose) -> usize {
        self.suppliers.partition_point(|(first, _)| *first <= dose.order).saturating_sub(1)
    }
}

/// The groups of doses.
pub struct DoseAxis<'a> {
    key: Option<DoseKey>,
    /// Of groups of people.
    people: Option<Axis<'a>>,
    sources: &'a DoseSources,
    /// Of groups of doses alone: what each is called, in order.
    labels: Vec<Option<String>>,
    /// The group of each site, brand or file, by its place.
    groups: Vec<usize>,
}

impl<'a> DoseAxis<'a> {
    /// The groups of a key; all doses are one group without.
    pub fn new(key: Option<DoseKey>, view: View<'a>, sources: &'a DoseSources) -> Self {
        let people = key.and_then(DoseKey::of_people);
        let people = people.and_then(|dimension| Axis::all(&[dimension], view.scope, None).pop());
        let known = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        let (names, mut labels): (Vec<Option<String>>, Vec<Option<String>>) = match key {
            None | Some(DoseKey::Practice | DoseKey::Pcn) => (Vec::new(), Vec::new()),
            Some(DoseKey::Site) => {
                let names: Vec<_> = sources.sites.iter().map(known).collect();
                (names.clone(), names)
            }
            Some(DoseKey::Supplier) => {
                let names: Vec<_> = sources.suppliers.iter().map(|(_, name)| name.clone()).collect();
                (names.clone(), names)
            }
            Some(DoseKey::Brand) => {
                let brands = view.population.rules.codes.brands();
                let names: Vec<_> = brands.map(|(_, name)| Some(name.to_owned())).collect();
                (names.clone(), names)
            }
        };
        // By name; what is not known comes last.
        labels.sort_unstable_by_key(|label| (label.is_none(), label.as_deref() == Some(UNKNOWN), label.clone()));
        labels.dedup();
        let groups = names.iter().map(|name| labels.iter().position(|label| label == name).unwrap_or(usize::MAX));
        Self { key, people, sources, groups: groups.collect(), labels }
    }

    /// The columns that show a group.
    pub fn columns(&self) -> Vec<Column> {
        self.key.map(DoseKey::columns).unwrap_or_default()
    }

    /// Whether a person's doses are all of one group, so that a share of its people can be given.
    pub fn is_of_people(&self) -> bool {
        self.key.is_none_or(|key| key.of_people().is_some())
    }

    /// The number of the group that a person belongs to; 0 where groups are of doses alone.
    ///
    /// # Errors
    /// When the person belongs to none: a fault of the program.
    pub fn of_person(&self, assessment: &Assessment) -> Result<usize, Unreconciled> {
        self.people.as_ref().map_or(Ok(0), |axis| axis.place(assessment))
    }

    /// The number of the group of a dose, given by somebody of group `person`.
    ///
    /// # Errors
    /// When it is of none: a fault of the program.
    pub fn of_dose(&self, person: usize, dose: &Dose) -> Result<usize, Unreconciled> {
        let place = match self.key {
            None | Some(DoseKey::Practice | DoseKey::Pcn) => return Ok(person),
            Some(DoseKey::Site) => usize::try_from(dose.site.0).unwrap_or(usize::MAX),
            Some(DoseKey::Brand) => usize::from(dose.brand.0),
            Some(DoseKey::Supplier) => self.sources.file(dose),
        };
        let group = self.groups.get(place).copied().filter(|group| *group < self.labels.len());
        group.ok_or_else(|| Unreconciled("a dose is of no group".to_owned()))
    }

    /// The groups that have a row whether or not they have doses: those of people.
    pub fn always_shown(&self, view: View<'_>) -> Vec<usize> {
        self.people.as_ref().map(|axis| axis.always_shown(view.filter)).unwrap_or_default()
    }

    /// The cells that show a group.
    ///
    /// # Errors
    /// When there is no such group: a fault of the program.
    pub fn cells(&self, group: usize) -> Result<Vec<Cell>, Unreconciled> {
        match (&self.people, self.key) {
            (_, None) => Ok(Vec::new()),
            (Some(axis), _) => axis.cells(group),
            (None, Some(_)) => {
                let label = self.labels.get(group);
                let cell = label.map(|label| label.as_ref().map_or(Cell::Null, Cell::text));
                cell.map(|cell| vec![cell]).ok_or_else(|| Unreconciled("a row is of no group of doses".to_owned()))
            }
        }
    }
}
