//! Each value is that of section 3 of the specification.

use super::{date, rules};
use crate::domain::{Brand, Cohort, Flag, Flags, Named, ProcedureClass, UkDate};
use crate::rules::{AgeOn, Campaign, MinAge, RuleId, Who};

fn uk(date: chrono::NaiveDate) -> String {
    UkDate(date).to_string()
}

fn who(who: &Who) -> String {
    let day = match who.age_on {
        AgeOn::AsAt => "N".to_owned(),
        AgeOn::Date(day) if day == date("31/03/2021") => "A".to_owned(),
        AgeOn::Date(day) if day == date("01/07/2021") => "B".to_owned(),
        AgeOn::Date(other) => uk(other),
    };
    let age = match (who.min_age, who.max_age) {
        (Some(min), None) => format!("{day}>={min}"),
        (Some(min), Some(max)) => format!("{day} {min}-{max}"),
        other => panic!("{other:?}"),
    };
    let risk =
        Flags::AT_RISK | Flags::IMMUNOSUPPRESSED | Flags::CLINICALLY_EXTREMELY_VULNERABLE | Flags::HOUSEHOLD_CONTACT;
    let flags = if who.any_of == risk {
        " Risk".to_owned()
    } else if who.any_of == (risk | Flags::CARER | Flags::CARE_HOME_RESIDENT) {
        " Risk, carer or care_home_resident".to_owned()
    } else {
        who.any_of.names().flat_map(|name| [" ", name]).collect()
    };
    let reached =
        who.min_age_reached_by.map(|on| format!(", {} on {}", who.min_age.unwrap(), uk(on))).unwrap_or_default();
    age + &reached + &flags
}

fn numbers(cohorts: &[Cohort]) -> String {
    cohorts.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

fn assumed(rule: RuleId) -> String {
    rules().provenance(rule).assumed.clone().unwrap_or_default()
}

#[test]
fn general_values() {
    let rules = rules();
    assert_eq!(rules.version, "2026.11");
    let general = &rules.general;
    assert_eq!(uk(general.programme_start), "08/12/2020");
    assert_eq!(general.days_between_doses, 14);
    assert_eq!(general.oldest_age, 120);
    assert_eq!([general.imd_ranks, general.imd_ranks_2025], [32844, 33755]);
    assert_eq!(general.activity_code, "B0360");
    assert_eq!(general.covid_type_words, ["COVID-19", "SARS-CoV-2", "SARS-2 Coronavirus"]);
}

#[test]
fn cohorts_of_3_1() {
    let expected = [
        ("1", "A>=65 care_home_resident; N>=16 care_home_staff", "08/12/2020", ""),
        ("2", "A>=80; N>=16 health_care_worker", "08/12/2020", ""),
        ("3", "A>=75", "18/01/2021", ""),
        ("4", "A>=70; N>=16 clinically_extremely_vulnerable", "18/01/2021", ""),
        ("5", "A>=65", "15/02/2021", ""),
        ("6", "N>=16 Risk, carer or care_home_resident", "15/02/2021", ""),
        ("7", "A>=60", "01/03/2021", ""),
        ("8", "A>=55", "08/03/2021", ""),
        ("9", "A>=50", "19/03/2021", ""),
        ("10", "B>=40", "13/04/2021", ""),
        ("11", "B>=30", "13/05/2021", ""),
        ("12", "N>=18", "08/06/2021", ""),
        ("13", "N 12-15 Risk", "13/08/2021", "start date"),
        ("14", "N 16-17", "04/08/2021", "the number 14"),
        ("15", "N 12-15", "20/09/2021", "start date and the number 15"),
        ("17", "N 5-11 Risk", "31/01/2022", ""),
        ("16", "N 5-11, 5 on 31/08/2022", "04/04/2022", "the number 16"),
    ];
    let rules = rules();
    assert_eq!(rules.cohorts.len(), expected.len());
    for (rule, (cohort, whom, first, assumption)) in rules.cohorts.iter().zip(expected) {
        assert_eq!(rule.cohort.to_string(), cohort);
        assert_eq!(rule.who.iter().map(who).collect::<Vec<_>>().join("; "), whom, "cohort {cohort}");
        assert_eq!(uk(rule.first_doses_from), first, "cohort {cohort}");
        assert_eq!(assumed(rule.rule), assumption, "cohort {cohort}");
        assert!(rule.label.starts_with(&format!("Cohort {cohort}: ")), "{}", rule.label);
    }
    assert_eq!(rules.cohort_rule(Cohort::numbered(6).unwrap()).unwrap().label, "Cohort 6: at risk, 16 to 64");
    assert_eq!(uk(rules.offer.ends), "30/06/2023");
}

#[test]
fn second_dose_intervals_of_3_2() {
    let expected = [
        ("1,2,3,4,5,6,7,8,9", "08/12/2020", 77, 84, ""),
        ("1,2,3,4,5,6,7,8,9", "14/05/2021", 56, 84, ""),
        ("10", "08/12/2020", 77, 84, ""),
        ("10", "14/06/2021", 56, 84, ""),
        ("11,12", "08/12/2020", 77, 84, ""),
        ("11,12", "05/07/2021", 56, 84, ""),
        ("13,17", "08/12/2020", 56, 84, ""),
        ("14", "08/12/2020", 84, 98, ""),
        ("15", "08/12/2020", 84, 98, ""),
        ("16,none", "08/12/2020", 84, 98, ""),
    ];
    let rules = rules();
    assert_eq!(rules.second_dose.len(), expected.len());
    let openings: Vec<String> = rules
        .second_dose
        .iter()
        .filter_map(|rule| Some(format!("{} {}", numbers(&rule.cohorts), uk(rule.opens?))))
        .collect();
    assert_eq!(openings, ["14 15/11/2021", "15 20/12/2021"]);
    for (rule, (cohorts, from, due, overdue, assumption)) in rules.second_dose.iter().zip(expected) {
        assert_eq!(numbers(&rule.cohorts), cohorts);
        assert_eq!(
            (uk(rule.from).as_str(), rule.due_after, rule.overdue_after),
            (from, due, overdue),
            "cohorts {cohorts}"
        );
        assert_eq!(assumed(rule.rule), assumption);
    }
}

#[test]
fn third_primary_dose_of_3_3() {
    let rule = rules().third_primary;
    assert_eq!((uk(rule.from).as_str(), uk(rule.to).as_str()), ("01/09/2021", "30/06/2023"));
    assert_eq!((rule.min_age, rule.due_after), (12, 56));
    assert_eq!(assumed(rule.rule), "end date (that of the general offer)");
}

#[test]
fn first_boosters_of_3_4() {
    let expected = [
        ("1,2,3,4,5,6,7,8,9", "16/09/2021"),
        ("10", "26/11/2021"),
        ("11,12", "16/12/2021"),
        ("14", "14/01/2022"),
        ("13", "17/01/2022"),
        ("15,16,17,none", "never"),
    ];
    let rules = rules();
    let openings: Vec<(String, String)> = rules
        .booster_openings
        .iter()
        .map(|rule| (numbers(&rule.cohorts), rule.opens.map_or("never".to_owned(), uk)))
        .collect();
    assert_eq!(openings, expected.map(|(cohorts, opens)| (cohorts.to_owned(), opens.to_owned())));
    let intervals: Vec<(String, u16)> = rules.booster_intervals.iter().map(|rule| (uk(rule.from), rule.days)).collect();
    assert_eq!(intervals, [("16/09/2021".to_owned(), 182), ("08/12/2021".to_owned(), 91)]);
    assert_eq!(uk(rules.booster_offer.ends), "12/02/2023");
}

/// A campaign as the table of 3.5 has it.
fn line(campaign: &Campaign) -> String {
    let groups: Vec<&str> = campaign.groups.iter().map(|group| group.label.as_str()).collect();
    format!(
        "{} | {} | {} | {} | {} | {}",
        campaign.id,
        uk(campaign.start),
        uk(campaign.end),
        uk(campaign.age_by),
        groups.join("; "),
        if campaign.needs_primary { "yes" } else { "no" }
    )
}

#[test]
fn campaigns_of_3_5() {
    let staff = "care home staff 16+; health care worker 16+";
    let expected = [
        "spring-2022 | 21/03/2022 | 30/06/2022 | 30/06/2022 | 75+; care home 65+; immunosuppressed 12+ | yes"
            .to_owned(),
        format!(
            "autumn-2022 | 05/09/2022 | 12/02/2023 | 31/03/2023 | 50+; clinical risk 5+; household contact 5+; carer 16+; {staff} | yes"
        ),
        "spring-2023 | 03/04/2023 | 30/06/2023 | 30/06/2023 | 75+; care home 65+; immunosuppressed 5+ | yes".to_owned(),
        format!(
            "autumn-2023 | 11/09/2023 | 31/01/2024 | 31/03/2024 | 65+; clinical risk 6m+; household contact 12+; carer 16+; {staff} | no"
        ),
        "spring-2024 | 15/04/2024 | 30/06/2024 | 30/06/2024 | 75+; care home 65+; immunosuppressed 6m+ | no".to_owned(),
        format!("autumn-2024 | 03/10/2024 | 31/01/2025 | 31/03/2025 | 65+; clinical risk 6m+; {staff} | no"),
        "spring-2025 | 01/04/2025 | 17/06/2025 | 17/06/2025 | 75+; care home 65+; immunosuppressed 6m+ | no".to_owned(),
        "autumn-2025 | 01/10/2025 | 31/01/2026 | 31/01/2026 | 75+; care home 65+; immunosuppressed 6m+ | no".to_owned(),
        "spring-2026 | 13/04/2026 | 30/06/2026 | 30/06/2026 | 75+; care home 65+; immunosuppressed 6m+ | no".to_owned(),
        "autumn-2026 | 01/10/2026 | 31/01/2027 | 31/01/2027 | 75+; care home 65+; immunosuppressed 6m+ | no".to_owned(),
    ];
    let rules = rules();
    assert_eq!(rules.campaigns.iter().map(line).collect::<Vec<_>>(), expected);
    assert_eq!(rules.campaigns[0].label, "Spring 2022");
    assert!(rules.campaigns.iter().all(|campaign| campaign.min_interval == 91));
    for campaign in &rules.campaigns {
        let expected = match campaign.id.as_str() {
            "autumn-2026" => "start, end and age-by dates",
            "autumn-2025" => "",
            _ => "the day from which refusals count",
        };
        assert_eq!(assumed(campaign.rule), expected, "{}", campaign.id);
        let (season, year) = campaign.id.split_once('-').unwrap();
        let month = if season == "autumn" { "08" } else { "02" };
        assert_eq!(campaign.declines_from.map(uk), Some(format!("01/{month}/{year}")), "{}", campaign.id);
    }
}

#[test]
fn every_group_is_what_its_name_says() {
    let clinical_risk = Flags::AT_RISK | Flags::CLINICALLY_EXTREMELY_VULNERABLE | Flags::IMMUNOSUPPRESSED;
    for group in rules().campaigns.iter().flat_map(|campaign| &campaign.groups) {
        let (name, age) = match group.label.rsplit_once(' ') {
            Some((name, age)) if age.ends_with('+') => (name, age),
            _ if group.label.ends_with('+') => ("", group.label.as_str()),
            _ => (group.label.as_str(), ""),
        };
        let flags = match name {
            "" => Flags::none(),
            "care home" => Flags::CARE_HOME_RESIDENT,
            "clinical risk" => clinical_risk,
            other => Flags::of(Flag::named(&other.replace(' ', "_")).unwrap()),
        };
        let age = match age.trim_end_matches('+') {
            "" => None,
            "6m" => Some(MinAge::Months(6)),
            years => Some(MinAge::Years(years.parse().unwrap())),
        };
        assert_eq!((group.any_of, group.min_age), (flags, age), "{}", group.label);
    }
}

#[test]
fn suppliers_of_1_2() {
    let rules = rules();
    for (ods, name) in [
        ("YGM41", Some("EMIS")),
        ("YGJ", Some("EMIS")),
        ("YGA", Some("TPP SystmOne")),
        ("8J1100001", Some("Pinnacle")),
        ("0DE", Some("NIVS")),
        ("0df", Some("NIMS")),
        ("x26", Some("RAVS")),
        ("X8E5B", Some("RAVS")),
        ("A81001", None),
        ("", None),
    ] {
        assert_eq!(rules.supplier(ods), name, "{ods}");
    }
}

#[test]
fn codes_mean_what_the_lists_say() {
    let codes = rules().codes;
    assert_eq!((codes.procedures().count(), codes.products().count()), (57, 116));
    assert_eq!(codes.procedure(b"1324681000000101"), Some(ProcedureClass::Dose1));
    assert_eq!(codes.procedure(b"1362591000000103"), Some(ProcedureClass::Booster));
    assert_eq!(codes.procedure(b"1324721000000108"), Some(ProcedureClass::Declined));
    assert_eq!(codes.brand_name(codes.product(b"39230211000001104").unwrap()), "Janssen");
    assert_eq!(codes.product(b"1324681000000101"), None, "a procedure is no product");
    for odd in [
        "",
        "01324681000000101",
        "1.32468E+15",
        " 1324681000000101",
        "132468100000010",
        "13246810000001011324681000000101",
    ] {
        assert_eq!(codes.procedure(odd.as_bytes()), None, "{odd}");
    }
    let names: Vec<&str> = codes.brands().map(|(_, name)| name).collect();
    assert_eq!(names[..4], ["Unknown", "AstraZeneca", "Bimervax", "Convidecia"]);
    assert_eq!(names.len(), 17);
    let mut first_of_day: Vec<(Brand, &str)> = codes.brands().collect();
    first_of_day.sort_by_key(|(brand, _)| codes.precedence(*brand));
    assert_eq!(first_of_day[0].1, "AstraZeneca");
    assert_eq!(first_of_day[14..].iter().map(|(_, name)| *name).collect::<Vec<_>>(), ["Valneva", "Janssen", "Unknown"]);
    let one_dose: Vec<&str> =
        codes.brands().filter(|(brand, _)| codes.is_one_dose_course(*brand)).map(|(_, name)| name).collect();
    assert_eq!(one_dose, ["Janssen"]);
    assert!(codes.products().any(|(_, brand)| !brand.is_known()));
    for (code, brand) in codes.products() {
        assert_eq!(codes.product(code.to_string().as_bytes()), Some(brand));
    }
}

#[test]
fn a_campaign_says_its_groups() {
    let rules = rules();
    let campaign = rules.campaign("spring-2022").unwrap();
    let says = &rules.provenance(campaign.rule).says;
    assert!(says.contains(": 75+; care home 65+; immunosuppressed 12+, by age on 30/06/2022"), "{says}");
}
