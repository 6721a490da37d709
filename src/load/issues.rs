//! What the files and the practice list give cause to say.

use super::decided::Decided;
use super::files::headings::Field;
use super::files::input_file::InputFile;
use super::files::kind::FileKind;
use super::files::layout::{FileState, Layout};
use super::rows::encoding::Encoding;
use super::tables::event_rows::FinishedEvents;
use super::tables::people::People;
use crate::domain::{Issue, Severity};

impl Decided {
    /// What the files themselves give cause to say.
    pub(super) fn issues(&self, activity_code: &str) -> Vec<Issue> {
        let mut issues = Vec::new();
        for file in &self.survey.files {
            let about = |severity, text: String| Issue::about(severity, &file.name, text);
            match &file.state {
                FileState::Refused(reason) => issues.push(about(Severity::Problem, format!("refused: {reason}"))),
                FileState::Unrecognised { header, .. } => {
                    issues.push(about(Severity::Problem, format!("not recognised, and not used; {header}")));
                }
                FileState::Skipped(reason) => issues.push(about(Severity::Note, format!("skipped: {reason}"))),
                // Said with the practices left out, below.
                FileState::NoFile => {}
                FileState::Recognised(layout) => {
                    issues.extend(file.remarks.iter().map(|(severity, text)| about(*severity, text.clone())));
                    issues.extend(layout_remarks(file, layout).into_iter().map(|text| about(Severity::Note, text)));
                }
            }
        }
        issues.extend(self.not_opened().map(|text| Issue::about(Severity::Warning, "", text)));
        issues.extend(self.scope_issues(activity_code));
        let looks_like_events = |file: &&InputFile| {
            file.layout()
                .is_some_and(|layout| layout.kind == FileKind::Patients && layout.columns.has(Field::EventDate))
        };
        issues.extend(self.survey.files.iter().filter(looks_like_events).map(|file| {
            let text = "it has a date of vaccination but no procedure or product code, so it was read as patients: \
                        if it is a report of vaccinations, take it away";
            Issue::about(Severity::Warning, &file.name, text)
        }));
        let unread = self.survey.sources.refreshed.iter().filter(|(_, at)| at.is_none()).count();
        if unread > 0 {
            let rows = u64::try_from(unread).unwrap_or(0);
            let text = "a refresh time in the sources file cannot be read".to_owned();
            issues.push(Issue { severity: Severity::Warning, file: String::new(), text, rows });
        }
        issues
    }

    /// The pipes, sockets and devices of the folders, each with what to do. One
    /// of them might be the file that matters, so they are named on every run.
    pub fn not_opened(&self) -> impl Iterator<Item = String> {
        self.survey.files.iter().filter(|file| matches!(file.state, FileState::NoFile)).map(|file| {
            format!("{} is skipped: it is a pipe, socket or device; save it as a file to have it read", file.name)
        })
    }

    fn scope_issues(&self, code: &str) -> Vec<Issue> {
        let mut issues = Vec::new();
        for (file, why) in self.survey.files.iter().filter_map(|file| Some((file, self.ignored_list(file)?))) {
            issues.push(Issue::about(Severity::Note, &file.name, format!("this practice list is {why}")));
        }
        issues.extend(self.narrowed.iter().map(|text| Issue::about(Severity::Note, "", text.clone())));
        if !self.checks_activity_codes() {
            let text = format!("no activity code was checked: the practice list has no activity codes column ({code})");
            issues.push(Issue::about(Severity::Note, "", text));
        }
        for practice in self.left_out(code) {
            let text = format!(
                "{} {} is left out: it lacks activity code {code}; ask the local Registration Authority to add it",
                practice.code, practice.name
            );
            issues.push(Issue::about(Severity::Warning, "", text));
        }
        if self.practices.malformed > 0 {
            let rows = self.practices.malformed;
            let text = "the practice list has rows without a practice code of the right form".to_owned();
            issues.push(Issue { severity: Severity::Warning, file: String::new(), text, rows });
        }
        issues
    }
}

fn layout_remarks(file: &InputFile, layout: &Layout) -> Vec<String> {
    let mut remarks = Vec::new();
    if let Some(Encoding::DamagedUtf8(bad)) = file.encoding {
        remarks.push(format!("{bad} bad byte sequences were read as U+FFFD"));
    }
    if file.count.is_some_and(|count| count.instructions > 0) {
        remarks.push("the instruction row under the header was skipped".to_owned());
    }
    if let Some(wide) = file.count.map(|count| count.wide).filter(|wide| *wide > 0) {
        remarks.push(format!("{wide} rows have more cells than the header: the cells beyond it are not read"));
    }
    remarks.extend(
        layout
            .columns
            .unused_twins()
            .map(|(used, twin)| format!("column \"{twin}\" is not used, because \"{used}\" holds the same field")),
    );
    remarks
}

/// Warnings that are counts.
pub fn counted_issues(people: &People, events: &FinishedEvents) -> Vec<Issue> {
    [
        (
            Severity::Warning,
            people.unplaced,
            "patient rows have a blank or malformed practice code: whose they are cannot be shown",
        ),
        (
            Severity::Warning,
            events.unlinkable_updates,
            "UPDATE rows have no valid NHS number: what they replace is gone, and nothing takes its place",
        ),
        (
            Severity::Warning,
            events.repeated_new,
            "records were sent as NEW again with another date: both count as they stand",
        ),
        (
            Severity::Note,
            events.tally.date_repaired,
            "vaccination dates were missing, unreadable or too early: the recorded date was used",
        ),
    ]
    .into_iter()
    .filter(|(_, rows, _)| *rows > 0)
    .map(|(severity, rows, text)| Issue { severity, file: String::new(), text: text.to_owned(), rows })
    .collect()
}
