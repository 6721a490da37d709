//! Who is chosen: doses, statuses, days ahead and filters.

use serde_json::json;

use super::{invited, invites, waterfall};
use crate::data::{DECLINED, Row, dose, doses, extract, patient};
use crate::harness::{Folder, vaxdash};

/// People aged 51 (cohort 9) unless it says otherwise, as at 11/05/2022:
///
/// | n | doses | what is due |
/// |---|---|---|
/// | 1 | none; practice A81002 | first dose, no days overdue |
/// | 2 | 01/03/2021; IMD 2 | second dose, 352 days overdue (since 24/05/2021) |
/// | 3 | 01/03/2022; female | second dose due since 26/04/2022, not overdue |
/// | 4 | 20/03/2022 | second dose on 15/05/2022: in 4 days |
/// | 5 | two by 20/05/2021; immunosuppressed | third primary since 15/07/2021: 300 days |
/// | 6 | two by 21/03/2022; immunosuppressed | third primary on 16/05/2022: in 5 days |
/// | 7 | two by 20/05/2021; Asian | booster since 16/09/2021: 237 days |
/// | 8 | two by 15/02/2022 | booster on 17/05/2022: in 6 days |
/// | 9 | three by 01/11/2021; aged 76 | spring booster since 21/03/2022: 51 days |
/// | 10 | three by 17/02/2022; aged 76 | spring booster on 19/05/2022: in 8 days |
/// | 11 | four by 01/04/2022; aged 76 | nothing |
/// | 12 | 02/03/2021; housebound | second dose, 351 days overdue |
fn clinic() -> Folder {
    let old = |n| patient(n).with("Date of Birth", "01/06/1945");
    let patients: [Row; 12] = [
        patient(1).with("Practice code", "A81002"),
        patient(2).with("imd_quintile", "2"),
        patient(3).with("Gender", "2"),
        patient(4),
        patient(5).flagged(&["immunosuppressed"]),
        patient(6).flagged(&["immunosuppressed"]),
        patient(7).with("Ethnic Category", "H"),
        patient(8),
        old(9),
        old(10),
        old(11),
        patient(12).flagged(&["housebound"]),
    ];
    let events = [
        doses(2, &["20210301"]),
        doses(3, &["20220301"]),
        doses(4, &["20220320"]),
        doses(5, &["20210301", "20210520"]),
        doses(6, &["20220110", "20220321"]),
        doses(7, &["20210301", "20210520"]),
        doses(8, &["20211201", "20220215"]),
        doses(9, &["20210301", "20210520", "20211101"]),
        doses(10, &["20210301", "20210520", "20220217"]),
        doses(11, &["20210301", "20210520", "20211101", "20220401"]),
        doses(12, &["20210302"]),
    ];
    extract(&patients, &events.concat())
}

#[test]
fn each_dose_has_its_people() {
    let folder = clinic();
    for (dose, expected) in
        [("first", &[1][..]), ("second", &[2, 3]), ("third-primary", &[5]), ("booster", &[7]), ("campaign", &[9])]
    {
        assert_eq!(invited(&folder, &["--dose", dose]), expected, "{dose}");
    }
}

#[test]
fn without_a_dose_everybody_is_invited_to_what_is_due_next() {
    // By practice, then by due date: 26/04/2021, 27/04/2021, 15/07/2021, 16/09/2021, 21/03/2022, 26/04/2022.
    assert_eq!(invited(&clinic(), &[]), [2, 5, 7, 9, 3, 1]);
    assert_eq!(invited(&clinic(), &["--include-visits"]), [2, 12, 5, 7, 9, 3, 1]);
}

/// Due on one day, they stand by NHS number, in whatever order the files have them.
#[test]
fn those_due_on_one_day_stand_by_nhs_number() {
    let numbers = [3, 1, 2];
    let events: Vec<_> = [2, 3, 1].map(|n| dose(n, "20210301")).to_vec();
    let folder = extract(&numbers.map(patient), &events);
    assert_eq!(invited(&folder, &["--dose", "second"]), [1, 2, 3]);
    assert_eq!(invited(&folder, &["--dose", "second", "--limit", "2"]), [1, 2]);
}

#[test]
fn the_first_dose_that_applies_is_the_next_one() {
    // Eligible for the booster and, at 76, for the spring booster too: one line, and the summary says one.
    let person = patient(1).with("Date of Birth", "01/06/1945");
    let folder = extract(&[person], &doses(1, &["20210301", "20210520"]));
    assert_eq!(waterfall(&folder, &[]), json!([["Eligible", 1], ["Written", 1]]));
}

#[test]
fn those_due_soon_are_added_when_asked_for() {
    let folder = clinic();
    let soon = |days: &str, dose: &str| invited(&folder, &["--due-within", days, "--dose", dose]);
    assert_eq!((soon("3", "second"), soon("4", "second")), (vec![2, 3], vec![2, 3, 4]));
    assert_eq!((soon("4", "third-primary"), soon("5", "third-primary")), (vec![5], vec![5, 6]));
    assert_eq!((soon("5", "booster"), soon("6", "booster")), (vec![7], vec![7, 8]));
    assert_eq!((soon("7", "campaign"), soon("8", "campaign")), (vec![9], vec![9, 10]));
    assert_eq!(invited(&folder, &["--due-within", "8"]), [2, 5, 7, 9, 3, 4, 6, 8, 10, 1]);
    // It adds to the statuses asked for as well.
    assert_eq!(invited(&folder, &["--due-within", "4", "--dose", "second", "--status", "overdue"]), [2, 4]);
    invites(&folder, &["--due-within", "367", "--dry-run"]).ended(2);
}

#[test]
fn first_doses_before_the_cohorts_turn_are_due_soon() {
    // Cohort 9 began on 19/03/2021: 77 days after 01/01/2021.
    let folder = extract(&[patient(1)], &[]);
    let soon = |days: &str| invited(&folder, &["--as-at", "01/01/2021", "--dose", "first", "--due-within", days]).len();
    assert_eq!((soon("76"), soon("77")), (0, 1));
}

#[test]
fn the_limit_takes_whoever_has_waited_longest_the_never_vaccinated_too() {
    // Cohort 9 opened on 19/03/2021; a second dose of 01/03/2021 was due on 26/04/2021.
    let folder = extract(&[patient(1), patient(2)], &doses(1, &["20210301"]));
    assert_eq!(invited(&folder, &[]), [2, 1]);
    assert_eq!(invited(&folder, &["--limit", "1"]), [2]);
}

#[test]
fn a_booster_before_its_opening_is_due_by_the_interval_of_that_day() {
    // Cohort 11 opened on 16/12/2021, with 91 days in force since 08/12/2021; 182 are in force on 01/12/2021.
    let young = patient(1).with("Date of Birth", "01/06/1985");
    let folder = extract(&[young], &doses(1, &["20210601", "20210916"]));
    let soon = |days: &str| {
        let args = ["--as-at", "01/12/2021", "--dose", "booster", "--due-within", days, "--target", "phone-list"];
        let out = Folder::new();
        crate::data::on(&folder, "invites", &[&args[..], &["--allow-old-data", "-o", out.arg()]].concat()).ended(0);
        super::files_in(&out).remove("phone-list_all_booster_2021-12-01.csv").unwrap_or_default()
    };
    assert_eq!(soon("14"), "");
    // 16/09/2021 + 91 days = 16/12/2021, in 15 days.
    assert!(soon("15").contains("16/12/2021"), "{}", soon("15"));
}

#[test]
fn a_campaign_that_begins_within_the_days_is_open_for_those_due_soon() {
    // Autumn 2026 begins on 01/10/2026, eleven days after 20/09/2026.
    let folder = extract(&[patient(1).with("Date of Birth", "01/06/1945")], &doses(1, &["20210301", "20210520"]));
    let args = |days: &'static str| ["--as-at", "2026-09-20", "--dose", "campaign", "--due-within", days];
    assert_eq!(invited(&folder, &args("21")), [1]);
    assert_eq!(invited(&folder, &args("11")), [1]);
    invites(&folder, &[&args("10")[..], &["--dry-run"]].concat()).ended(2);
    // One that is open goes before it.
    let spring = ["--as-at", "2022-06-30", "--dose", "campaign", "--due-within", "100"];
    let out = Folder::new();
    let more = ["--target", "phone-list", "--allow-old-data", "-o", out.arg()];
    crate::data::on(&folder, "invites", &[&spring[..], &more].concat()).ended(0);
    assert!(super::files_in(&out).values().any(|text| text.contains("Spring 2022")));
}

#[test]
fn a_refusal_before_the_campaign_s_own_days_is_not_one_of_this_campaign() {
    // Autumn 2025 counts refusals from 01/08/2025.
    let old = patient(1).with("Date of Birth", "01/06/1945");
    for (date, step) in [("20220401", "Written"), ("20250731", "Written"), ("20250801", "Declined")] {
        let refusal = dose(1, date).with("VACCINATION_PROCEDURE_CODE", DECLINED).with("UNIQUE_ID", "d");
        let folder =
            extract(std::slice::from_ref(&old), &[doses(1, &["20210301", "20210520"]), vec![refusal]].concat());
        let args = ["--as-at", "2025-10-20", "--dose", "campaign"];
        assert_eq!(waterfall(&folder, &args), json!([["Eligible", 1], [step, 1]]), "{date}");
    }
}

#[test]
fn nobody_is_due_soon_what_is_not_offered_by_then() {
    // Third primary doses began on 01/09/2021, 31 days after 01/08/2021; 56 days had passed on 07/06/2021.
    let folder = extract(&[patient(1).flagged(&["immunosuppressed"])], &doses(1, &["20210201", "20210412"]));
    let soon = |days: &str| {
        invited(&folder, &["--as-at", "01/08/2021", "--dose", "third-primary", "--due-within", days]).len()
    };
    assert_eq!((soon("7"), soon("30"), soon("31")), (0, 0, 1));
}

#[test]
fn a_second_dose_after_the_offer_is_not_due_soon() {
    // 15/05/2023 + 56 = 10/07/2023, after the offer ended on 30/06/2023.
    let folder = extract(&[patient(1)], &doses(1, &["20230515"]));
    assert!(invited(&folder, &["--as-at", "20/06/2023", "--dose", "second", "--due-within", "60"]).is_empty());
    let folder = extract(&[patient(1)], &doses(1, &["20230501"]));
    assert_eq!(invited(&folder, &["--as-at", "20/06/2023", "--dose", "second", "--due-within", "60"]), [1]); // 26/06/2023
}

#[test]
fn statuses_with_hyphen_and_underscore() {
    let folder = clinic();
    for (dose, status, expected) in [
        ("first", "eligible", &[1][..]),
        ("second", "overdue", &[2]),
        ("second", "due", &[3]),
        ("second", "due,overdue", &[2, 3]),
        ("second", "not-yet-due", &[4]),
        ("second", "not_yet_due", &[4]),
        ("second", "not_yet_due,overdue", &[2, 4]),
        ("third-primary", "third-primary-due", &[5]),
        ("third-primary", "third_primary_due", &[5]),
        ("third-primary", "third-primary-not-yet-due", &[6]),
        ("third-primary", "third_primary_not_yet_due", &[6]),
        ("booster", "eligible", &[7]),
        ("booster", "pending", &[8]),
        ("campaign", "eligible", &[9]),
        ("campaign", "pending", &[10]),
        ("campaign", "eligible,pending", &[9, 10]),
    ] {
        assert_eq!(invited(&folder, &["--dose", dose, "--status", status]), expected, "{dose} {status}");
    }
    assert_eq!(invited(&folder, &["--status", "overdue"]), [2]);
}

#[test]
fn a_status_that_the_dose_does_not_know_is_a_mistake() {
    let folder = clinic();
    for (dose, status) in [("first", "overdue"), ("second", "eligible"), ("booster", "overdue"), ("second", "soon")] {
        let run = invites(&folder, &["--dry-run", "--dose", dose, "--status", status]).ended(2);
        assert!(run.err.contains(status) && run.out.is_empty(), "{}", run.err);
    }
    // What is closed or given is no status to invite.
    for status in ["offer-closed", "vaccinated", "boosted", "missed", "third-primary-given"] {
        invites(&folder, &["--dry-run", "--status", status]).ended(2);
    }
}

#[test]
fn those_who_declined_are_eligible_and_leave_at_their_step() {
    let refusal = dose(1, "20210301").with("VACCINATION_PROCEDURE_CODE", DECLINED);
    let folder = extract(&[patient(1)], &[refusal]);
    assert_eq!(waterfall(&folder, &["--dose", "first"]), json!([["Eligible", 1], ["Declined", 1]]));
    assert_eq!(
        waterfall(&folder, &["--dose", "first", "--status", "declined"]),
        json!([["Eligible", 1], ["Declined", 1]])
    );
}

#[test]
fn each_filter_leaves_its_people() {
    let folder = clinic();
    for (args, expected) in [
        (&["--practice", "A81002"][..], &[1][..]),
        (&["--practice", "A81001", "--practice", "A81002"], &[2, 5, 7, 9, 3, 1]),
        (&["--cohort", "6"], &[5]),
        (&["--cohort", "3,6"], &[5, 9]),
        (&["--age", "75+"], &[9]),
        (&["--age", "50-52", "--practice", "A81001"], &[2, 5, 7, 3]),
        (&["--gender", "female"], &[3]),
        (&["--ethnicity", "Asian"], &[7]),
        (&["--imd", "2"], &[2]),
        (&["--immunosuppressed"], &[5]),
        (&["--housebound", "--include-visits"], &[12]),
        (&["--housebound"], &[]),
        (&["--in-campaign", "spring-2022"], &[5, 9]),
        (&["--in-campaign", "spring-2022", "--dose", "campaign"], &[9]),
        (&["--campaign", "spring-2022", "--dose", "campaign"], &[9]),
    ] {
        assert_eq!(invited(&folder, args), expected, "{args:?}");
    }
    let run = invites(&folder, &["--dry-run", "--cohort", "6", "--in-campaign", "spring-2022"]).ended(0);
    assert!(run.out.contains("cohort 6") && run.out.contains("in campaign spring-2022"), "{}", run.out);
}

#[test]
fn another_number_of_days_until_overdue() {
    // 01/03/2021 + 84 = 24/05/2021: overdue the day after, unless 85 days are allowed.
    let folder = extract(&[patient(1)], &doses(1, &["20210301"]));
    let overdue = |args: &[&str]| {
        invited(&folder, &[&["--as-at", "25/05/2021", "--dose", "second", "--status", "overdue"], args].concat()).len()
    };
    assert_eq!((overdue(&[]), overdue(&["--overdue-after", "85"])), (1, 0));
    let run = invites(&folder, &["--dry-run", "--overdue-after", "83"]).ended(2);
    assert!(run.err.contains("--overdue-after") && run.err.contains("84"), "{}", run.err);
}

#[test]
fn no_campaign_is_open() {
    let folder = clinic();
    for as_at in ["20/03/2022", "01/07/2022"] {
        let run = invites(&folder, &["--dry-run", "--dose", "campaign", "--as-at", as_at]).ended(2);
        assert!(run.err.contains("no campaign") && run.err.contains(as_at), "{}", run.err);
        invites(&folder, &["--dry-run", "--as-at", as_at]).ended(0);
    }
    for as_at in ["21/03/2022", "30/06/2022"] {
        invites(&folder, &["--dry-run", "--dose", "campaign", "--as-at", as_at]).ended(0);
    }
}

#[test]
fn a_campaign_that_is_named_is_the_one_invited_to_or_is_refused() {
    let folder = clinic();
    let run = |as_at, more: &[&str]| {
        let args = ["--dry-run", "--campaign", "spring-2022", "--as-at", as_at];
        invites(&folder, &[&args[..], more].concat())
    };
    for (as_at, more, why) in [
        ("20/03/2022", &["--dose", "campaign"][..], "it begins on 21/03/2022"),
        ("20/03/2022", &[], "it begins on 21/03/2022"),
        ("01/07/2022", &["--dose", "campaign"], "it ended on 30/06/2022"),
        // A campaign is neither a filter nor of another dose.
        ("11/05/2022", &["--dose", "second"], "--in-campaign spring-2022"),
    ] {
        let run = run(as_at, more).ended(2);
        assert!(run.err.contains(why) && run.out.is_empty(), "{as_at}: {}", run.err);
    }
    for (as_at, more) in [
        ("21/03/2022", &["--dose", "campaign"][..]),
        ("30/06/2022", &["--dose", "campaign"]),
        ("30/06/2022", &[]),
        // What begins within the days counts as open.
        ("20/03/2022", &["--dose", "campaign", "--due-within", "1"]),
    ] {
        let run = run(as_at, more).ended(0);
        assert!(run.out.contains("campaign spring-2022"), "{as_at}: {}", run.out);
    }
}

#[test]
fn what_the_command_line_lacks_or_does_not_know() {
    let folder = clinic();
    let run = |args: &[&str]| {
        vaxdash(&[&["invites", "--data", folder.arg(), "--allow-old-data"], args].concat()).ended(2).err
    };
    assert!(run(&["--dry-run"]).contains("--target"));
    assert!(run(&["--target", "accubook"]).contains("--output"));
    assert!(run(&["--target", "fax", "--dry-run"]).contains("accubook"));
    assert!(run(&["--target", "accubook", "--dry-run", "--dose", "sixth"]).contains("third-primary"));
    assert!(run(&["--target", "accubook", "--dry-run", "--campaign", "spring-1922"]).contains("spring-2022"));
    assert!(run(&["--target", "accubook", "--dry-run", "--limit", "many"]).contains("--limit"));
}
