//! Nothing is written over a doubt that could put a wrong person into an
//! invitation, until somebody has looked and accepts it by name.

use crate::domain::Doubt;
use crate::exit::Failure;
use crate::invites::BookingTarget;

/// Refuses the run while an unsafe doubt stands that nobody has accepted:
/// names each, and what to type. What each means and what to do is said here only
/// where it was not said before.
pub fn refuse_unsafe(doubts: &[Doubt], targets: &[BookingTarget], were_said: bool) -> Result<(), Failure> {
    let by_text = targets.iter().any(|target| target.by_text);
    let standing: Vec<&Doubt> = doubts.iter().filter(|doubt| doubt.forbids_invitations(by_text)).collect();
    if standing.is_empty() {
        return Ok(());
    }
    let line = |doubt: &&Doubt| format!("  {}", if were_said { doubt.typed() } else { doubt.line() });
    let lines: Vec<String> = standing.iter().map(line).collect();
    let typed: Vec<String> = standing.iter().map(|doubt| format!("--accept {}", quoted(&doubt.typed()))).collect();
    let (doubts, them) = if standing.len() == 1 { ("this doubt stands", "it") } else { ("these doubts stand", "them") };
    Err(Failure::refused(format!(
        "nobody is invited while {doubts}:\n{}\nMend the extract; or look into {them}, and accept {them} by name: {}",
        lines.join("\n"),
        typed.join(" ")
    )))
}

/// As it is typed: in quotation marks where a shell would cut it.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_=.,/".contains(c);
    if word.chars().all(is_plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Consequence, DoubtId};
    use crate::invites::targets;

    fn doubt(id: DoubtId, consequence: Consequence, accepted: bool) -> Doubt {
        Doubt {
            id,
            consequence,
            accepted,
            file: "my list.csv".to_owned(),
            count: 1,
            of: 1,
            what: "it is so".to_owned(),
            what_to_do: "Look".to_owned(),
        }
    }

    fn refused(doubts: &[Doubt], target: &str) -> Option<String> {
        let targets: Vec<_> = targets().unwrap().into_iter().filter(|one| one.name == target).collect();
        refuse_unsafe(doubts, &targets, false).err().map(|failure| failure.to_string())
    }

    #[test]
    fn an_unsafe_doubt_that_nobody_accepted_refuses_and_says_what_to_type() {
        let open = doubt(DoubtId::NoDeathColumn, Consequence::Unsafe, false);
        let said = refused(std::slice::from_ref(&open), "accubook").unwrap();
        assert!(said.contains("no-death-column: my list.csv: it is so. Look"), "{said}");
        assert!(said.ends_with("--accept 'no-death-column=my list.csv'"), "{said}");
        let names_alone = refuse_unsafe(std::slice::from_ref(&open), &[], true).unwrap_err().to_string();
        assert!(names_alone.contains("while this doubt stands:\n  no-death-column=my list.csv\nMend"), "{names_alone}");
        for (consequence, accepted) in
            [(Consequence::Unsafe, true), (Consequence::Review, false), (Consequence::Note, false)]
        {
            assert_eq!(refused(&[doubt(DoubtId::NoDeathColumn, consequence, accepted)], "accubook"), None);
        }
    }

    #[test]
    fn a_doubt_about_texts_refuses_texts_alone() {
        let consent = doubt(DoubtId::NoConsentColumn, Consequence::Unsafe, false);
        assert!(refused(std::slice::from_ref(&consent), "notify-sms").is_some());
        assert_eq!(refused(&[consent], "mailmerge"), None);
    }
}
