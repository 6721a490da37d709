//! What must be done before anybody is invited, and the exit code of a verdict.

use crate::domain::{Doubt, DoubtId, Issue, Severity};
use crate::exit::Exit;
use crate::report::Fitness;

/// What must be done before anybody is invited: the doubts that nobody has
/// accepted, and the problems of files and rules.
pub fn conditions(doubts: &[Doubt], issues: &[Issue]) -> Vec<String> {
    let of_file = |file: &str| if file.is_empty() { String::new() } else { format!(" ({file})") };
    let open: Vec<String> = doubts
        .iter()
        .filter(|doubt| doubt.is_open())
        .map(|doubt| {
            let texts = if doubt.id.is_about_texts() { ", for text messages" } else { "" };
            format!("{}{}{texts}", doubt.id, of_file(&doubt.file))
        })
        .collect();
    let mut conditions = Vec::new();
    if !open.is_empty() {
        conditions.push(format!("put right or accepted by name: {}", open.join(", ")));
    }
    // A file that is not recognised is a doubt where anything of it is known.
    let is_doubted =
        |file: &str| doubts.iter().any(|doubt| doubt.id == DoubtId::FileUnrecognised && doubt.file == file);
    let mut wrong: Vec<&str> = Vec::new();
    for issue in issues.iter().filter(|issue| issue.severity == Severity::Problem && !is_doubted(&issue.file)) {
        let what = if issue.file.is_empty() { "the rules" } else { &issue.file };
        if !wrong.contains(&what) {
            wrong.push(what);
        }
    }
    if !wrong.is_empty() {
        conditions.push(format!("the problems below are put right: {}", wrong.join(", ")));
    }
    conditions
}

/// The exit code of a verdict; `is_strict` where nothing else may be wrong and something is.
pub const fn exit_of(verdict: &Fitness, is_strict: bool) -> Exit {
    match verdict {
        Fitness::All if is_strict => Exit::Problems,
        Fitness::All => Exit::Done,
        Fitness::Reports(_) => Exit::Problems,
        Fitness::Nothing(_) => Exit::Input,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Consequence;

    fn doubt(id: DoubtId, consequence: Consequence, accepted: bool) -> Doubt {
        let (file, what, what_to_do) = ("a.csv".to_owned(), String::new(), String::new());
        Doubt { id, consequence, accepted, file, count: 1, of: 1, what, what_to_do }
    }

    #[test]
    fn unsafe_doubts_stand_until_they_are_accepted_and_others_never() {
        use Consequence::{Note, Review, Unsafe};
        let said = |doubts: &[Doubt]| conditions(doubts, &[]);
        assert!(
            said(&[doubt(DoubtId::RowsShort, Note, false), doubt(DoubtId::CodesDamaged, Review, false)]).is_empty()
        );
        assert!(said(&[doubt(DoubtId::RowsShort, Unsafe, true)]).is_empty());
        let both = [doubt(DoubtId::NoDeathColumn, Unsafe, false), doubt(DoubtId::NoConsentColumn, Unsafe, false)];
        let expected =
            "put right or accepted by name: no-death-column (a.csv), no-consent-column (a.csv), for text messages";
        assert_eq!(said(&both), [expected]);
    }

    #[test]
    fn a_file_of_no_kind_is_a_problem_unless_it_is_a_doubt_already() {
        let issues = [
            Issue::about(Severity::Problem, "a.csv", "not recognised"),
            Issue::about(Severity::Warning, "b.csv", "x"),
            Issue::about(Severity::Problem, "", "x"),
        ];
        assert_eq!(conditions(&[], &issues), ["the problems below are put right: a.csv, the rules"]);
        let accepted = [doubt(DoubtId::FileUnrecognised, Consequence::Unsafe, true)];
        assert_eq!(conditions(&accepted, &issues), ["the problems below are put right: the rules"]);
    }

    #[test]
    fn each_verdict_has_its_exit_code() {
        let reports = Fitness::Reports(vec![String::new()]);
        for (verdict, is_strict, exit) in [
            (&Fitness::All, false, Exit::Done),
            (&Fitness::All, true, Exit::Problems),
            (&reports, false, Exit::Problems),
            (&Fitness::Nothing(Vec::new()), true, Exit::Input),
        ] {
            assert_eq!(exit_of(verdict, is_strict), exit);
        }
    }
}
