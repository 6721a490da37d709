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

/// The line of an entry after the line with the hash `previous`, without a
/// line break.
pub fn line(entry: &Entry, context: &LogContext, previous: &str) -> String {
    let object = |pairs: Vec<(String, Value)>| Value::Object(pairs.into_iter().collect::<Map<_, _>>());
    let filters = entry.filters.iter().map(|(name, values)| (name.clone(), json!(values))).collect();
    let counts = entry.counts.iter().map(|(name, count)| ((*name).to_owned(), json!(count))).collect();
    let outputs = entry.outputs.iter().map(|output| json!({"name": output.name, "sha256": output.sha256}));
    let text = json!({
        "time": context.time,
        "user": context.user,
        "host": context.host,
        "version": env!("CARGO_PKG_VERSION"),
        "command": entry.command,
        "as_at": entry.as_at,
        "filters": object(filters),
        "accepted": entry.accepted,
        "practices": entry.practices,
        "counts": object(counts),
        "outputs": outputs.collect::<Value>(),
        "reason": context.reason,
        "previous": previous,
    })
    .to_string();
    // The hash is of the very bytes, so that no two ways to write them are one.
    let body = text.strip_suffix('}').unwrap_or(&text);
    format!("{body}{HASH_KEY}{}\"}}", hash_of(body))
}

/// What stands between the bytes that are hashed and their hash.
const HASH_KEY: &str = ",\"hash\":\"";

/// The hash of a line, if it is the one of its bytes; and the hash that it
/// gives of the line before.
pub fn hashes(line: &str) -> Option<(&str, String)> {
    let rest = line.strip_suffix("\"}")?;
    let (body, hash) = rest.split_at_checked(rest.len().checked_sub(64)?)?;
    let body = body.strip_suffix(HASH_KEY)?;
    let object: Map<String, Value> = serde_json::from_str(line).ok()?;
    let previous = object.get("previous")?.as_str()?.to_owned();
    (hash == hash_of(body)).then_some((hash, previous))
}

fn hash_of(body: &str) -> String {
    hex(&Sha256::digest(body.as_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    let digit = |digit: u8| char::from_digit(u32::from(digit), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
