//! Columns of different tables whose sums are equal, or of which one is a part of
//! the other, whoever is counted.

use super::model::{Cell, Table};
use crate::domain::{Ethnicity, RecordFault};

/// The tables of records to mend: every kind, and by kind and group.
pub const KINDS: &str = "kinds";
/// By kind and group.
pub const RECORDS_BY_GROUP: &str = "quality";

/// A column: the name of its table, and its key.
pub type TableColumn = (&'static str, &'static str);

/// Sums of columns that are equal, in the row of every practice and in the
/// totals.
pub const EQUAL: [(&[TableColumn], &[TableColumn]); 8] = [
    (&[("uptake", "patients")], &[("detail", "patients")]),
    (&[("uptake", "booster")], &[("detail", "boosted")]),
    (&[("uptake", "first_dose")], &[("uptake", "primary_complete"), ("detail", "first_dose_only")]),
    (
        &[("uptake", "primary_complete")],
        &[("detail", "primary_complete_only"), ("detail", "third_primary_only"), ("detail", "boosted")],
    ),
    (&[("boosters", "patients")], &[("detail", "patients")]),
    (&[("boosters", "boosted")], &[("detail", "boosted")]),
    (&[("boosters", "primary_incomplete"), ("uptake", "primary_complete")], &[("uptake", "patients")]),
    (&[("second_dose", "first_dose_only")], &[("detail", "first_dose_only")]),
];

/// Columns of which the total is never larger than that of another.
pub const TOTALS_WITHIN: [(TableColumn, TableColumn); 2] = [
    (("pace", "last_7_days"), ("uptake", "doses_last_7_days")),
    (("pace", "vaccinated"), ("activity", "campaign_to_date")),
];

/// Columns that are never larger than others, likewise.
pub const WITHIN: [(TableColumn, &[TableColumn]); 12] = [
    // Nobody has two counted doses within a week.
    (("activity", "this_week"), &[("uptake", "first_dose")]),
    (("activity", "last_week"), &[("uptake", "first_dose")]),
    (("immunosuppressed", "patients"), &[("uptake", "patients")]),
    (("immunosuppressed", "booster_due"), &[("boosters", "eligible")]),
    (("immunosuppressed", "primary_incomplete"), &[("boosters", "primary_incomplete")]),
    (("detail", "third_primary_only"), &[("immunosuppressed", "third_primary_given")]),
    (
        ("boosters", "third_primary_first"),
        &[("immunosuppressed", "third_primary_due"), ("immunosuppressed", "third_primary_not_yet_due")],
    ),
    (("ages_16_17", "patients"), &[("uptake", "patients")]),
    (("ages_16_17", "first_dose"), &[("uptake", "first_dose")]),
    (("ages_16_17", "primary_complete"), &[("uptake", "primary_complete")]),
    (("ages_16_17", "booster"), &[("uptake", "booster")]),
    (("ages_16_17", "doses_last_7_days"), &[("uptake", "doses_last_7_days")]),
];

/// The records to mend of people without an ethnic category, and the rows of
/// another table in which these people are: of everybody, and of each practice
/// where both say it.
pub struct WithoutEthnicity {
    /// Rows of the records: of the table of kinds, or of that by group.
    pub records: Vec<usize>,
    /// Rows of the other table.
    pub people: Vec<usize>,
    /// Whether they are as many; else the records are fewer, for a file has no such column.
    pub exact: bool,
}

/// What is known of a table of records to mend beside one that counts patients by
/// ethnicity group.
#[must_use]
pub fn without_ethnicity(records: &Table, other: &Table) -> Vec<WithoutEthnicity> {
    let is_of_records = [KINDS, RECORDS_BY_GROUP].contains(&records.name);
    let places =
        (records.column("kind"), records.column("records"), other.column("ethnicity"), other.column("patients"));
    let (Some(kind), Some(count), Some(ethnicity), Some(patients)) = places else { return Vec::new() };
    if !is_of_records {
        return Vec::new();
    }
    let (none, not_known) = (Cell::text(RecordFault::NoEthnicity.name()), Cell::text(Ethnicity::NotKnown.name()));
    let rows = |table: &Table, place: usize, wanted: &Cell| -> Vec<usize> {
        let is_so = |(_, row): &(usize, &Vec<Cell>)| row.get(place) == Some(wanted);
        table.rows.iter().enumerate().filter(is_so).map(|(row, _)| row).collect()
    };
    let sum = |table: &Table, rows: &[usize], place: usize| -> u64 {
        rows.iter().filter_map(|row| table.rows.get(*row)?.get(place)?.count()).sum()
    };
    let of = |records_of: Vec<usize>, people: Vec<usize>| {
        let exact = sum(records, &records_of, count) == sum(other, &people, patients);
        WithoutEthnicity { records: records_of, people, exact }
    };
    let (all, people) = (rows(records, kind, &none), rows(other, ethnicity, &not_known));
    let mut known = vec![of(all.clone(), people.clone())];
    if let (Some(own), Some(others)) = (records.column("practice_code"), other.column("practice_code")) {
        for row in all {
            let code = records.rows.get(row).and_then(|cells| cells.get(own));
            let of_practice = |place: &usize| other.rows.get(*place).and_then(|cells| cells.get(others)) == code;
            known.push(of(vec![row], people.iter().copied().filter(of_practice).collect()));
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::super::model::{Column, Kind};
    use super::*;

    fn table(name: &'static str, keys: &[&'static str], rows: &[(&[&str], u64)]) -> Table {
        let columns = keys.iter().map(|key| Column::new(key, key, Kind::Code)).collect();
        let row = |(words, count): &(&[&str], u64)| {
            words.iter().map(|word| Cell::text(*word)).chain([Cell::Count(*count)]).collect()
        };
        Table::new(name, name, columns, rows.iter().map(row).collect())
    }

    #[test]
    fn people_without_an_ethnic_category_are_those_of_whom_it_is_not_known() {
        let kind = "no-ethnicity";
        let kinds = table(KINDS, &["kind", "records"], &[(&["no-contact"], 4), (&[kind], 5)]);
        let groups = table(
            RECORDS_BY_GROUP,
            &["kind", "practice_code", "records"],
            &[(&[kind, "A81001"], 2), (&[kind, "A81002"], 3)],
        );
        let people = table(
            "uptake",
            &["ethnicity", "practice_code", "patients"],
            &[(&["White", "A81001"], 9), (&["Not known", "A81001"], 2), (&["Not known", "A81002"], 4)],
        );
        let shown = |records: &Table| -> Vec<(Vec<usize>, Vec<usize>, bool)> {
            let known = without_ethnicity(records, &people).into_iter();
            known.map(|WithoutEthnicity { records, people, exact }| (records, people, exact)).collect()
        };
        assert_eq!(shown(&kinds), [(vec![1], vec![1, 2], false)]);
        let all = (vec![0, 1], vec![1, 2], false);
        assert_eq!(shown(&groups), [all, (vec![0], vec![1], true), (vec![1], vec![2], false)]);
        assert!(shown(&people).is_empty());
    }
}
