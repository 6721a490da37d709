//! One line of the log.

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// What was put out, and under which name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedOutput {
    /// The name of the file, or `-` for standard output.
    pub name: String,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

impl LoggedOutput {
    /// An output of these bytes.
    #[must_use]
    pub fn of(name: impl Into<String>, bytes: &[u8]) -> Self {
        Self { name: name.into(), sha256: hex(&Sha256::digest(bytes)) }
    }
}

/// An output that names people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The command.
    pub command: String,
    /// The date of the data, as `YYYY-MM-DD`.
    pub as_at: String,
    /// What was chosen, by name.
    pub filters: Vec<(String, Vec<String>)>,
    /// The doubts about the data that stand and were accepted, as they are typed.
    pub accepted: Vec<String>,
    /// The practices whose people may be in it.
    pub practices: Vec<String>,
    /// How many people, or rows, by what they are.
    pub counts: Vec<(&'static str, u64)>,
    /// What was put out.
    pub outputs: Vec<LoggedOutput>,
}

/// By whom, where, when and why: the same for every line of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogContext {
    /// The time, in GMT, as ISO 8601.
    pub time: String,
    /// The name under which somebody is logged in.
    pub user: String,
    /// The computer.
    pub host: String,
    /// The reason given, if any.
    pub reason: Option<String>,
}

/// What became of an output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutputOutcome {
    /// It has its place, or was printed.
    Written,
    /// It never had its place, or was not printed to its end.
    Failed,
}

/// The words of the outcomes.
const OUTCOMES: [(OutputOutcome, &str); 2] = [(OutputOutcome::Written, "written"), (OutputOutcome::Failed, "failed")];

/// What a line that was read is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineKind {
    /// An output, whose outcome follows somewhere below.
    Output,
    /// An output of a version that logged no outcomes.
    FormerOutput,
    /// What became of the output whose line has this hash.
    OutcomeOf(String, OutputOutcome),
}

/// A line as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadLine {
    /// Its hash.
    pub hash: String,
    /// The hash of the line before, as it gives it.
    pub previous: String,
    /// What it is.
    pub kind: LineKind,
}

/// The form of lines whose outcome follows.
const SCHEMA: &str = "vaxdash.audit/2";

/// The line of an entry after the line with the hash `previous`, without a
/// line break.
pub fn line(entry: &Entry, context: &LogContext, previous: &str) -> String {
    let object = |pairs: Vec<(String, Value)>| Value::Object(pairs.into_iter().collect::<Map<_, _>>());
    let filters = entry.filters.iter().map(|(name, values)| (name.clone(), json!(values))).collect();
    let counts = entry.counts.iter().map(|(name, count)| ((*name).to_owned(), json!(count))).collect();
    let outputs = entry.outputs.iter().map(|output| json!({"name": output.name, "sha256": output.sha256}));
    hashed(&json!({
        "time": context.time,
        "user": context.user,
        "host": context.host,
        "version": env!("CARGO_PKG_VERSION"),
        "schema": SCHEMA,
        "command": entry.command,
        "as_at": entry.as_at,
        "filters": object(filters),
        "accepted": entry.accepted,
        "practices": entry.practices,
        "counts": object(counts),
        "outputs": outputs.collect::<Value>(),
        "reason": context.reason,
        "previous": previous,
    }))
}

/// The line that says what became of the output whose line has the hash `of`.
pub fn outcome_line(of: &str, outcome: OutputOutcome, time: &str, previous: &str) -> String {
    let word = OUTCOMES.iter().find(|(known, _)| *known == outcome).map_or("", |(_, word)| word);
    hashed(&json!({"time": time, "outcome": word, "of": of, "previous": previous}))
}

fn hashed(value: &Value) -> String {
    let text = value.to_string();
    // The hash is of the very bytes, so that no two ways to write them are one.
    let body = text.strip_suffix('}').unwrap_or(&text);
    format!("{body}{HASH_KEY}{}\"}}", hash_of(body))
}

/// What stands between the bytes that are hashed and their hash.
const HASH_KEY: &str = ",\"hash\":\"";

/// A line, if its hash is the one of its bytes.
pub fn read_line(line: &str) -> Option<ReadLine> {
    let rest = line.strip_suffix("\"}")?;
    let (body, hash) = rest.split_at_checked(rest.len().checked_sub(64)?)?;
    let body = body.strip_suffix(HASH_KEY)?;
    if hash != hash_of(body) {
        return None;
    }
    let object: Map<String, Value> = serde_json::from_str(line).ok()?;
    let text = |key: &str| object.get(key)?.as_str();
    let kind = match (text("of"), text("schema")) {
        (Some(of), _) => {
            let outcome = OUTCOMES.iter().find(|(_, word)| text("outcome") == Some(word))?.0;
            LineKind::OutcomeOf(of.to_owned(), outcome)
        }
        (None, Some(SCHEMA)) => LineKind::Output,
        // Lines of a form that is not known are not taken for former ones.
        (None, Some(_)) => return None,
        (None, None) => LineKind::FormerOutput,
    };
    Some(ReadLine { hash: hash.to_owned(), previous: text("previous")?.to_owned(), kind })
}

fn hash_of(body: &str) -> String {
    hex(&Sha256::digest(body.as_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    let digit = |digit: u8| char::from_digit(u32::from(digit), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
