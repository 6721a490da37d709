//! The data of one of two dates.

use std::collections::HashMap;

use super::work_list::WorkList;
use crate::classify::Assessment;
use crate::domain::{NhsNumber, Person};
use crate::report::counting::View;

/// One of the two snapshots.
pub struct Snapshot<'a> {
    /// The people whom the filter leaves.
    pub view: View<'a>,
    /// Everybody with a row in scope, patients or not.
    pub people: HashMap<NhsNumber, &'a Person>,
    assessed: HashMap<NhsNumber, &'a Assessment>,
}

impl<'a> Snapshot<'a> {
    /// A snapshot; `people` is everybody whom its data name.
    #[must_use]
    pub fn new(view: View<'a>, people: &'a [Person]) -> Self {
        let assessed = view.population.assessments.iter().map(|one| (one.person.nhs_number, one)).collect();
        let people = people.iter().map(|person| (person.nhs_number, person)).collect();
        Self { view, people, assessed }
    }

    /// The person's assessment, if a patient in that snapshot, chosen or not.
    #[must_use]
    pub fn find(&self, number: NhsNumber) -> Option<&'a Assessment> {
        self.assessed.get(&number).copied()
    }

    /// The people on a list.
    pub fn on(&self, list: WorkList) -> impl Iterator<Item = &'a Assessment> {
        let view = self.view;
        view.people().filter(move |assessment| list.position(view, assessment).is_on)
    }

    /// The practice on whose list the person is, if on it.
    #[must_use]
    pub fn practice_on(&self, list: WorkList, number: NhsNumber) -> Option<u16> {
        let assessment = self.find(number)?;
        let is_on = self.view.keeps(assessment) && list.position(self.view, assessment).is_on;
        is_on.then_some(assessment.person.practice)
    }
}
