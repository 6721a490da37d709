//! Words in the paths of outputs: `{date}`, `{as_at}`, `{refreshed}`, `{preset}`.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use clap::ArgMatches;

use crate::cli::clock;
use crate::domain::{IsoDate, Named, london_date, named_values, shown};
use crate::exit::Failure;

/// The options whose values are paths of outputs. A log is one file, whatever the day.
const OPTIONS: [&str; 3] = ["output", "rejects", "export"];

/// A word that a path may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PathWord {
    /// Today, by the clock.
    Date,
    /// The date of the report.
    AsAt,
    /// The day of the newest refresh of the vaccination files.
    Refreshed,
    /// The preset that is run.
    Preset,
}

named_values!(PathWord {
    Date => "date",
    AsAt => "as_at",
    Refreshed => "refreshed",
    Preset => "preset",
});

/// A piece of a path.
enum Piece<'a> {
    Text(&'a str),
    Word(&'a str),
}

/// Cuts a path at its words. A brace without its other one is text.
fn pieces(path: &str) -> Vec<Piece<'_>> {
    let (mut pieces, mut rest) = (Vec::new(), path);
    while let Some((before, after)) = rest.split_once('{')
        && let Some((word, after)) = after.split_once('}')
    {
        pieces.extend([Piece::Text(before), Piece::Word(word)]);
        rest = after;
    }
    pieces.push(Piece::Text(rest));
    pieces
}

/// Refuses words that nothing knows, before anything is read; `{preset}` is
/// known in a preset alone.
pub fn check_paths(given: &ArgMatches, in_preset: bool) -> Result<(), Failure> {
    for option in OPTIONS {
        let Ok(Some(values)) = given.try_get_raw(option) else { continue };
        for word in values.filter_map(|value| value.to_str()).flat_map(pieces) {
            let Piece::Word(word) = word else { continue };
            match PathWord::named(word) {
                Some(PathWord::Date | PathWord::AsAt | PathWord::Refreshed) => {}
                Some(PathWord::Preset) if in_preset => {}
                Some(PathWord::Preset) => {
                    return Err(Failure::usage(format!(
                        "--{option}: {{preset}} is the name of a preset, and is known only in `vaxdash run`"
                    )));
                }
                None => {
                    return Err(Failure::usage(format!(
                        "--{option}: {} in braces means nothing in a path. Known are {}",
                        shown(word),
                        PathWord::names().iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(", ")
                    )));
                }
            }
        }
    }
    Ok(())
}

/// What the words stand for in a run.
#[derive(Debug, Clone, Default)]
pub struct PathWords {
    as_at: Option<NaiveDate>,
    refreshed: Option<NaiveDate>,
    preset: Option<String>,
}

impl PathWords {
    /// Of a run as at a date.
    pub fn as_at(date: NaiveDate) -> Self {
        Self { as_at: Some(date), ..Self::default() }
    }

    /// The same from data that were refreshed at this instant, where that is known.
    pub fn of_data(as_at: NaiveDate, refreshed: Option<DateTime<Utc>>) -> Self {
        Self { refreshed: refreshed.map(london_date), ..Self::as_at(as_at) }
    }

    /// The same in a preset.
    pub fn of_preset(self, name: &str) -> Self {
        Self { preset: Some(name.to_owned()), ..self }
    }

    /// The path with what its words stand for.
    pub fn fill(&self, path: &Path) -> Result<PathBuf, Failure> {
        // A name that is not Unicode holds no words.
        let Some(text) = path.to_str() else { return Ok(path.to_owned()) };
        let mut filled = String::with_capacity(text.len());
        for piece in pieces(text) {
            match piece {
                Piece::Text(text) => filled += text,
                Piece::Word(word) => filled += &self.meaning(word, text)?,
            }
        }
        Ok(filled.into())
    }

    /// The same, where there is a path.
    pub fn fill_any(&self, path: Option<&Path>) -> Result<Option<PathBuf>, Failure> {
        path.map(|path| self.fill(path)).transpose()
    }

    fn meaning(&self, word: &str, path: &str) -> Result<String, Failure> {
        let (path, date) = (shown(path), |date| IsoDate(date).to_string());
        match PathWord::named(word) {
            Some(PathWord::Date) => Ok(date(clock::today())),
            Some(PathWord::AsAt) => self
                .as_at
                .map(date)
                .ok_or_else(|| Failure::usage(format!("{path}: there is no date of a report here for {{as_at}}"))),
            Some(PathWord::Refreshed) if self.as_at.is_none() => {
                Err(Failure::usage(format!("{path}: no data are read here, so {{refreshed}} means nothing")))
            }
            Some(PathWord::Refreshed) => self.refreshed.map(date).ok_or_else(|| {
                Failure::refused(format!(
                    "{path}: nobody knows when the data were refreshed, so {{refreshed}} has no date: nothing was \
                     written. A time stamp in the names of the vaccination files says it, or a sources file"
                ))
            }),
            Some(PathWord::Preset) => {
                let name = self.preset.as_deref().unwrap_or_default();
                // A name that leads to another folder would be a path of its own.
                let is_plain = |c: char| c.is_alphanumeric() || "-_. ".contains(c);
                if name.trim_matches(['.', ' ']).is_empty() || !name.chars().all(is_plain) {
                    return Err(Failure::usage(format!(
                        "{path}: the name of this preset cannot stand for {{preset}}: letters, digits, -, _, . and \
                         spaces can"
                    )));
                }
                Ok(name.to_owned())
            }
            None => Err(Failure::usage(format!("{path}: {} in braces means nothing in a path", shown(word)))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exit::Exit;

    fn filled(words: &PathWords, path: &str) -> Result<String, Exit> {
        words.fill(Path::new(path)).map(|path| path.to_str().unwrap().to_owned()).map_err(|failure| failure.exit)
    }

    #[test]
    fn words_are_filled_in_wherever_they_are() {
        let day = NaiveDate::from_ymd_opt(2022, 5, 11).unwrap();
        let words = PathWords::of_data(day, "2022-05-10T23:30:00Z".parse().ok()).of_preset("nightly run");
        for (path, expected) in [
            ("out/{as_at}/{preset}-{refreshed}.csv", "out/2022-05-11/nightly run-2022-05-11.csv"),
            ("{as_at}{as_at}", "2022-05-112022-05-11"),
            ("plain.csv", "plain.csv"),
            // A brace alone is text.
            ("a{b", "a{b"),
            ("a}b{as_at}", "a}b2022-05-11"),
            ("a}b{", "a}b{"),
        ] {
            assert_eq!(filled(&words, path).as_deref(), Ok(expected), "{path}");
        }
        let today = IsoDate(clock::today()).to_string();
        assert_eq!(filled(&PathWords::default(), "{date}.csv"), Ok(format!("{today}.csv")));
        for path in ["{day}", "{}", "{{as_at}}", "{AS_AT}", "{as_at }"] {
            assert_eq!(filled(&words, path), Err(Exit::Usage), "{path}");
        }
    }

    #[test]
    fn what_is_not_known_is_no_word() {
        let day = NaiveDate::from_ymd_opt(2022, 5, 11).unwrap();
        assert_eq!(filled(&PathWords::of_data(day, None), "{refreshed}"), Err(Exit::Refused));
        for path in ["{as_at}", "{refreshed}", "{preset}"] {
            assert_eq!(filled(&PathWords::default(), path), Err(Exit::Usage), "{path}");
        }
        for name in ["a/b", "..", "", "a\\b", "c:d", "{as_at}"] {
            assert_eq!(filled(&PathWords::as_at(day).of_preset(name), "{preset}"), Err(Exit::Usage), "{name}");
        }
    }
}
