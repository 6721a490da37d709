//! Each answer about a person with the rule and the facts that gave it.

use chrono::NaiveDate;

use super::answer::Answer;
use super::assessment::{Assessment, Population};
use super::campaign::{campaign_verdict, group_of};
use super::cohort::fits;
use super::course::{FirstDoseEvidence, Role};
use super::explain_records::{booked_answer, in_doubt_answer, refusal_answer};
use super::second_dose::SecondDoseStatus;
use super::verdict::{DaysOverdue, StatusWord, Verdict};
use crate::domain::{Dose, Person, RefusalKind, UkDate, completed_years};
use crate::rules::{AgeOn, Campaign, RuleId, RuleSet};

/// A question about a patient.
#[derive(Debug, Clone, Copy)]
pub enum Question<'a> {
    /// Which cohort.
    Cohort,
    /// How far the course has come.
    Course,
    /// Is a first dose due?
    FirstDose,
    /// Is a second dose due?
    SecondDose,
    /// Is a third primary dose due?
    ThirdPrimary,
    /// Is a first booster due?
    Booster,
    /// Is a dose of this campaign due?
    Campaign(&'a Campaign),
    /// Is the person never invited?
    Invitations,
}

/// Every answer about a patient, in the order of the specification; of
/// campaigns, those that have begun.
#[must_use]
pub fn explain(population: &Population<'_>, assessment: &Assessment) -> Vec<Answer> {
    let begun = population.rules.campaigns.iter().filter(|campaign| campaign.start <= population.as_at);
    let doses = [
        Question::Cohort,
        Question::Course,
        Question::FirstDose,
        Question::SecondDose,
        Question::ThirdPrimary,
        Question::Booster,
    ];
    let due = doses.into_iter().chain(begun.map(Question::Campaign));
    let due = due.filter_map(|question| answer(population, assessment, question));
    let refusals = [RefusalKind::Declined, RefusalKind::Contraindicated];
    let refusals = refusals.into_iter().filter_map(|kind| population.refusal_in_force(assessment, kind));
    due.chain(refusals.map(refusal_answer))
        .chain(assessment.booked_on.map(booked_answer))
        .chain(in_doubt_answer(population.doubts_in_force(assessment)))
        .chain(answer(population, assessment, Question::Invitations))
        .collect()
}

/// The answer to one question; `None` where it does not arise.
#[must_use]
pub fn answer(population: &Population<'_>, assessment: &Assessment, question: Question<'_>) -> Option<Answer> {
    let doses = population.doses(assessment);
    let with = Explainer { rules: population.rules, as_at: population.as_at, assessment, doses };
    match question {
        Question::Cohort => Some(with.cohort()),
        Question::Course => Some(with.course()),
        Question::FirstDose => {
            assessment.first_dose.as_ref().map(|verdict| with.verdict("First dose", verdict, with.declined()))
        }
        Question::SecondDose => assessment.second_dose.as_ref().map(|verdict| with.second_dose(verdict)),
        Question::ThirdPrimary => assessment.third_primary.as_ref().map(|verdict| {
            with.verdict("Third primary dose", verdict, with.primary_facts().into_iter().chain([with.age()]))
        }),
        Question::Booster => Some(with.booster()),
        Question::Campaign(campaign) => with.campaign(campaign),
        Question::Invitations => with.never_invited(),
    }
}

struct Explainer<'a> {
    rules: &'a RuleSet,
    as_at: NaiveDate,
    assessment: &'a Assessment,
    doses: &'a [Dose],
}

impl Explainer<'_> {
    fn verdict<S: StatusWord>(
        &self,
        question: &str,
        verdict: &Verdict<S>,
        facts: impl IntoIterator<Item = String>,
    ) -> Answer {
        Answer {
            question: question.to_owned(),
            answer: verdict.status.word().to_owned(),
            due: verdict.due,
            rule: verdict.rule.map(|rule| self.rules.provenance(rule).id.clone()).unwrap_or_default(),
            because: self.because(verdict.rule, facts),
        }
    }

    /// What the rule says, with the facts behind it.
    fn because(&self, rule: Option<RuleId>, facts: impl IntoIterator<Item = String>) -> String {
        let says = rule.map(|rule| {
            let provenance = self.rules.provenance(rule);
            let assumed = provenance.assumed.as_ref().map(|what| format!(" (assumed: {what})")).unwrap_or_default();
            format!("{}{assumed}", provenance.says)
        });
        let facts: Vec<String> = facts.into_iter().collect();
        let facts = if facts.is_empty() { None } else { Some(facts.join("; ")) };
        says.into_iter().chain(facts).collect::<Vec<_>>().join(" — ")
    }

    fn cohort(&self) -> Answer {
        let rule = self.assessment.cohort_rule;
        Answer {
            question: "Cohort".to_owned(),
            answer: self.assessment.cohort.to_string(),
            due: None,
            rule: rule.map(|rule| self.rules.provenance(rule).id.clone()).unwrap_or_default(),
            because: self.because(rule, self.cohort_facts()),
        }
    }

    /// The ages and flags that the cohort's rule met.
    fn cohort_facts(&self) -> Vec<String> {
        let person = &self.assessment.person;
        let rule = self.rules.cohort_rule(self.assessment.cohort);
        let met = rule.and_then(|rule| rule.who.iter().find(|who| fits(who, person, self.as_at)));
        let mut facts = Vec::new();
        if let Some(AgeOn::Date(date)) = met.map(|who| who.age_on) {
            facts.push(age_fact(person, date));
        }
        facts.push(self.age());
        if let Some(who) = met.filter(|who| !who.any_of.is_empty()) {
            facts.push(person.flags.and(who.any_of).names().collect::<Vec<_>>().join(", "));
        }
        facts
    }

    fn age(&self) -> String {
        age_fact(&self.assessment.person, self.as_at)
    }

    fn cohort_fact(&self) -> String {
        format!("cohort {}", self.assessment.cohort)
    }

    fn declined(&self) -> Option<String> {
        self.assessment.declined_on.map(|date| format!("declined on {}", UkDate(date)))
    }

    fn course(&self) -> Answer {
        let course = &self.assessment.course;
        let evidence = match course.first_dose_evidence {
            FirstDoseEvidence::Usual => None,
            FirstDoseEvidence::EarlierNotRecorded => {
                Some("the first recorded dose is coded as a later one: earlier doses are not recorded")
            }
            FirstDoseEvidence::FirstNotRecorded => {
                Some("the first recorded dose is coded second: the first dose is not recorded")
            }
            FirstDoseEvidence::OneDose => Some("one dose of this vaccine is a primary course"),
        };
        let roles = (0..self.doses.len()).filter_map(|place| self.dose_fact(course.role(place)));
        let facts: Vec<String> = evidence.map(str::to_owned).into_iter().chain(roles).chain(self.declined()).collect();
        let because = if facts.is_empty() { "no dose and no refusal recorded".to_owned() } else { facts.join("; ") };
        Answer {
            question: "Course".to_owned(),
            answer: course.status.word().to_owned(),
            due: None,
            rule: String::new(),
            because,
        }
    }

    /// A dose with this role, in words.
    fn dose_fact(&self, role: Role) -> Option<String> {
        let place = (0..self.doses.len()).find(|place| self.assessment.course.role(*place) == role)?;
        let dose = self.doses.get(place)?;
        Some(format!("{role} on {} ({})", UkDate(dose.date), self.rules.codes.brand_name(dose.brand)))
    }

    fn primary_facts(&self) -> Vec<String> {
        let course = &self.assessment.course;
        let primary = course.primary_date.map(|date| format!("primary course complete on {}", UkDate(date)));
        let third = course.third_primary_date.map(|date| format!("third primary dose on {}", UkDate(date)));
        primary.into_iter().chain(third).collect()
    }

    fn booster(&self) -> Answer {
        let verdict = &self.assessment.booster;
        let opens = self.rules.booster_opening(self.assessment.cohort).map(|opening| match opening.opens {
            Some(date) => format!("boosters for cohort {} opened on {}", self.assessment.cohort, UkDate(date)),
            None => format!("no first boosters for cohort {}", self.assessment.cohort),
        });
        let boosters = (self.assessment.course.boosters > 0)
            .then(|| format!("boosters recorded: {}", self.assessment.course.boosters));
        self.verdict("First booster", verdict, self.primary_facts().into_iter().chain(boosters).chain(opens))
    }

    /// Why the person is never invited, whatever is due.
    fn never_invited(&self) -> Option<Answer> {
        let person = &self.assessment.person;
        let because = match (person.known_death, person.death_unknown, person.restricted) {
            (true, ..) => "a death is known",
            (false, true, _) => "it is not known whether the person has died",
            (false, false, true) => "the record is restricted",
            (false, false, false) => return None,
        };
        Some(Answer {
            question: "Invitations".to_owned(),
            answer: "never".to_owned(),
            due: None,
            rule: String::new(),
            because: because.to_owned(),
        })
    }

    fn second_dose(&self, verdict: &Verdict<SecondDoseStatus>) -> Answer {
        let overdue = verdict
            .days_overdue
            .map(DaysOverdue::days)
            .map(|days| format!("{days} {} overdue", if days == 1 { "day" } else { "days" }));
        let facts = [Some(self.cohort_fact()), self.dose_fact(Role::Dose1), overdue];
        self.verdict("Second dose", verdict, facts.into_iter().flatten())
    }

    fn campaign(&self, campaign: &Campaign) -> Option<Answer> {
        let group = group_of(&self.assessment.person, campaign)?;
        let verdict = campaign_verdict(campaign, self.assessment, self.doses, self.as_at);
        let last = self.doses.last().map(|dose| format!("last dose on {}", UkDate(dose.date)));
        let facts =
            [Some(format!("group {}", group.label)), Some(age_fact(&self.assessment.person, campaign.age_by)), last];
        Some(self.verdict(&format!("Campaign {}", campaign.id), &verdict, facts.into_iter().flatten()))
    }
}

fn age_fact(person: &Person, on: NaiveDate) -> String {
    let age = completed_years(person.birth, on);
    age.map_or_else(|| format!("not yet born on {}", UkDate(on)), |age| format!("aged {age} on {}", UkDate(on)))
}
