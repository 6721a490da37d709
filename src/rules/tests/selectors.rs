//! The row in force on a date, on either side of each change.

use super::{date, rules};
use crate::domain::Cohort;

fn cohort(number: u8) -> Cohort {
    Cohort::numbered(number).unwrap_or(Cohort::NONE)
}

#[test]
fn second_dose_changes_on_its_day() {
    let rules = rules();
    for (number, as_at, due) in [
        (1, "08/12/2020", Some(77)),
        (9, "13/05/2021", Some(77)),
        (9, "14/05/2021", Some(56)),
        (10, "13/06/2021", Some(77)),
        (10, "14/06/2021", Some(56)),
        (12, "04/07/2021", Some(77)),
        (12, "05/07/2021", Some(56)),
        (13, "08/12/2020", Some(56)),
        (0, "01/01/2030", Some(84)),
        (1, "07/12/2020", None),
    ] {
        assert_eq!(
            rules.second_dose_at(cohort(number), date(as_at)).map(|rule| rule.due_after),
            due,
            "cohort {number} on {as_at}"
        );
    }
    assert_eq!(rules.largest_due_after_at(date("01/01/2021")), 84);
    assert_eq!(rules.largest_due_after_at(date("07/12/2020")), 0);
}

#[test]
fn boosters_open_and_their_interval_changes_on_its_day() {
    let rules = rules();
    for (as_at, days) in [
        ("15/09/2021", None),
        ("16/09/2021", Some(182)),
        ("07/12/2021", Some(182)),
        ("08/12/2021", Some(91)),
        ("01/01/2030", Some(91)),
    ] {
        assert_eq!(rules.booster_interval_at(date(as_at)).map(|rule| rule.days), days, "{as_at}");
    }
    for each in Cohort::all() {
        assert!(rules.booster_opening(each).is_some(), "{each}");
    }
    assert_eq!(rules.booster_opening(cohort(10)).unwrap().opens, Some(date("26/11/2021")));
    assert_eq!(rules.booster_opening(Cohort::NONE).unwrap().opens, None);
}

#[test]
fn the_campaign_is_the_open_one_or_the_latest() {
    let rules = rules();
    for (as_at, open, latest) in [
        ("20/03/2022", None, None),
        ("21/03/2022", Some("spring-2022"), Some("spring-2022")),
        ("30/06/2022", Some("spring-2022"), Some("spring-2022")),
        ("01/07/2022", None, Some("spring-2022")),
        ("04/09/2022", None, Some("spring-2022")),
        ("05/09/2022", Some("autumn-2022"), Some("autumn-2022")),
        ("01/01/2030", None, Some("autumn-2026")),
    ] {
        assert_eq!(rules.campaign_open_at(date(as_at)).map(|campaign| campaign.id.as_str()), open, "{as_at}");
        assert_eq!(rules.campaign_open_or_latest(date(as_at)).map(|campaign| campaign.id.as_str()), latest, "{as_at}");
    }
    assert!(rules.campaign("spring-2024").is_some() && rules.campaign("spring-1066").is_none());
    assert!(rules.cohort_rule(Cohort::NONE).is_none());
    assert_eq!(rules.cohort_label(Cohort::NONE), "No cohort: under 5");
    assert_eq!(rules.cohort_label(cohort(14)), "Cohort 14: 16 and 17");
}

#[test]
fn rows_in_force_are_listed_with_what_they_say() {
    let rules = rules();
    let listed = |as_at: &str| -> Vec<String> {
        let sections = rules.in_force_at(date(as_at));
        sections.into_iter().flat_map(|(_, rows)| rows).map(|rule| rules.provenance(rule).id.clone()).collect()
    };
    let replay = listed("07/12/2021");
    assert!(replay.contains(&"booster-interval-182".to_owned()) && !replay.contains(&"booster-interval-91".to_owned()));
    let later = listed("11/05/2022");
    assert!(later.contains(&"spring-2022".to_owned()) && !later.contains(&"autumn-2022".to_owned()));
    assert_eq!(listed("07/12/2020"), Vec::<String>::new());
    assert_eq!(rules.sections().iter().map(|(_, rows)| rows.len()).sum::<usize>(), rules.provenances.len());
    assert_eq!(rules.assumed().count(), 15);
    let says: Vec<&str> = [0, 4, 9, 22, 33].map(|index| rules.provenances[index].says.as_str()).to_vec();
    assert_eq!(
        says,
        [
            "The vaccination programme began on 08/12/2020; doses given in trials count from 23/04/2020 on.",
            "Cohort 1: aged 65 or over on 31/03/2021 and care home resident; or aged 16 or over on the as-at date and care home staff; first doses from 08/12/2020.",
            "Cohort 6: aged 16 or over on the as-at date and care home resident, clinically extremely vulnerable, at risk, carer, household contact or immunosuppressed; first doses from 15/02/2021.",
            "Cohorts 1 to 9: the second dose is due 77 days after the first and overdue after 84 days.",
            "Cohorts 1 to 9: first boosters from 16/09/2021.",
        ]
    );
}
