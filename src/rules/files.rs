//! The texts of the rules: built in, or replaced by those of a folder.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::domain::{Foreign, did_you_mean};
use crate::toml_rows::{Diagnostics, Location};

/// The largest rules file.
const LARGEST: u64 = 1 << 20;
/// As many entries of a folder are looked at.
const MOST_ENTRIES: usize = 10_000;

/// Every file of the rules as it is built in.
pub(super) const BUILT_IN: [(&str, &str); 14] = [
    ("general.toml", include_str!("data/general.toml")),
    ("cohorts.toml", include_str!("data/cohorts.toml")),
    ("offers.toml", include_str!("data/offers.toml")),
    ("second_dose.toml", include_str!("data/second_dose.toml")),
    ("third_primary.toml", include_str!("data/third_primary.toml")),
    ("booster.toml", include_str!("data/booster.toml")),
    ("campaigns.toml", include_str!("data/campaigns.toml")),
    ("suppliers.toml", include_str!("data/suppliers.toml")),
    ("words.toml", include_str!("data/words.toml")),
    ("ethnicity.toml", include_str!("data/ethnicity.toml")),
    ("doubts.toml", include_str!("data/doubts.toml")),
    ("quality.toml", include_str!("data/quality.toml")),
    ("procedures.csv", include_str!("data/procedures.csv")),
    ("products.csv", include_str!("data/products.csv")),
];

/// The text of every file.
pub(super) struct Texts([(&'static str, Cow<'static, str>); 14]);

impl Texts {
    /// The built-in texts.
    pub fn built_in() -> Self {
        Self(BUILT_IN.map(|(name, text)| (name, Cow::Borrowed(text))))
    }

    /// The text of a file.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(file, _)| *file == name).map_or("", |(_, text)| text)
    }

    /// Puts a text in the place of a built-in one.
    pub fn replace(&mut self, name: &str, text: String) {
        if let Some((_, old)) = self.0.iter_mut().find(|(file, _)| *file == name) {
            *old = Cow::Owned(text);
        }
    }

    /// The built-in texts with the files of a folder in their place.
    pub fn of_folder(folder: &Path, diagnostics: &Diagnostics) -> Self {
        let mut texts = Self::built_in();
        let name = Foreign::path(folder).to_string();
        let known = BUILT_IN.map(|(file, _)| file);
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => {
                // Windows says that there is no such path.
                let why = if folder.is_file() { "it is not a folder".to_owned() } else { reason(&error) };
                diagnostics.report_elsewhere(&name, format!("the rules folder cannot be read: {why}"));
                return texts;
            }
        };
        let mut found = false;
        for entry in entries.take(MOST_ENTRIES) {
            let entry = match entry {
                Ok(entry) => entry.file_name(),
                Err(error) => {
                    diagnostics.report_elsewhere(&name, format!("the rules folder cannot be read: {}", reason(&error)));
                    continue;
                }
            };
            let file = entry.to_string_lossy();
            if let Some(known) = known.iter().find(|known| **known == file) {
                found = true;
                if let Some(text) = read(known, &folder.join(known), diagnostics) {
                    texts.replace(known, text);
                }
            } else if has_ending_of_rules(&file) {
                diagnostics
                    .report_elsewhere(&file, format!("no rules file has this name{}", did_you_mean(&file, &known)));
            }
        }
        if !found {
            diagnostics.report_elsewhere(
                &name,
                format!("none of the rules files is in this folder; they are {}", known.join(", ")),
            );
        }
        texts
    }

    /// Which files differ from those built in, with a digest of them; empty
    /// where none does.
    pub fn replaced(&self) -> String {
        let mut digest = Sha256::new();
        let mut names = Vec::new();
        for ((name, text), (_, built_in)) in self.0.iter().zip(BUILT_IN) {
            if text != built_in {
                names.push(*name);
                digest.update(format!("{name} {}\n", text.len()));
                digest.update(text.as_bytes());
            }
        }
        if names.is_empty() {
            return String::new();
        }
        let mut short = String::new();
        for byte in digest.finalize().iter().take(4) {
            // Writing to a String cannot fail.
            let _ = write!(short, "{byte:02x}");
        }
        format!("{} from rules folder, sha256 {short}", names.join(", "))
    }
}

fn has_ending_of_rules(file: &str) -> bool {
    let ending = Path::new(file).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ending.eq_ignore_ascii_case("toml") || ending.eq_ignore_ascii_case("csv")
}

/// The text of one file; what is wrong with it is reported.
fn read(name: &'static str, path: &Path, diagnostics: &Diagnostics) -> Option<String> {
    let location = Location::whole(name);
    let note = |message: String| {
        diagnostics.report(&location, message);
        None
    };
    match path.metadata() {
        // Opening a FIFO would wait for ever.
        Ok(about) if !about.is_file() => return note("it is not a file".to_owned()),
        Ok(about) if about.len() > LARGEST => return note("it is larger than 1 MiB".to_owned()),
        Ok(_) => {}
        Err(error) => return note(format!("it cannot be read: {}", reason(&error))),
    }
    let mut bytes = Vec::new();
    if let Err(error) = File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes)) {
        return note(format!("it cannot be read: {}", reason(&error)));
    }
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LARGEST) {
        return note("it is larger than 1 MiB".to_owned());
    }
    match String::from_utf8(bytes) {
        Ok(text) => Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let line = error.as_bytes()[..good].split(|byte| *byte == b'\n').count();
            diagnostics.report(&location.at(line), "it is not UTF-8 text; save it as UTF-8");
            None
        }
    }
}

/// Why a file cannot be read, in the same words on every system.
fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        ErrorKind::NotADirectory => "it is not a folder".to_owned(),
        _ => error.to_string(),
    }
}
