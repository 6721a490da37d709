//! What vaxdash is measured against, in this language: how fast the machine
//! gives out the bytes, and the simple query of `peers/` by the csv crate.
//!
//! `readers floor FILE…` reads blocks and counts line feeds. `readers csv DATA
//! PRACTICES` counts, for each practice listed, the patients and those with
//! vaccinations on at least one, two and three days.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::error::Error;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

type Fallible<T> = Result<T, Box<dyn Error + Send + Sync>>;

fn main() -> Fallible<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let answer = match &arguments[..] {
        [what, files @ ..] if what == "floor" => floor(files)?.to_string(),
        [what, data, practices] if what == "csv" => query(Path::new(data), Path::new(practices))?,
        _ => return Err("readers floor FILE… | readers csv DATA PRACTICES".into()),
    };
    writeln!(io::stdout(), "{answer}")?;
    Ok(())
}

/// How many line feeds there are, by one thread a processor.
fn floor(files: &[String]) -> Fallible<u64> {
    const BLOCK: u64 = 1 << 20;
    let threads = thread::available_parallelism()?.get();
    let count = AtomicU64::new(0);
    for path in files {
        let length = fs::metadata(path)?.len();
        let next = AtomicU64::new(0);
        let work = || -> io::Result<()> {
            let (mut file, mut buffer) = (File::open(path)?, vec![0; 1 << 20]);
            loop {
                let place = next.fetch_add(BLOCK, Ordering::Relaxed);
                if place >= length {
                    return Ok(());
                }
                io::Seek::seek(&mut file, io::SeekFrom::Start(place))?;
                let mut filled = 0;
                while filled < buffer.len() {
                    match file.read(buffer.get_mut(filled..).unwrap_or_default())? {
                        0 => break,
                        read => filled += read,
                    }
                }
                let feeds = memchr::memchr_iter(b'\n', buffer.get(..filled).unwrap_or_default()).count();
                count.fetch_add(u64::try_from(feeds).unwrap_or(0), Ordering::Relaxed);
            }
        };
        thread::scope(|scope| {
            let crew: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            crew.into_iter().try_for_each(|one| one.join().unwrap_or_else(|_| Err(io::Error::other("a thread died"))))
        })?;
    }
    Ok(count.into_inner())
}

/// The simple query, one reused record at a time.
fn query(data: &Path, practices: &Path) -> Fallible<String> {
    let mut own: HashSet<Vec<u8>> = HashSet::new();
    each(practices, b',', ["Practice code"], |[code]| {
        own.insert(code.to_vec());
    })?;
    let mut practice_of: HashMap<Vec<u8>, Vec<u8>> = HashMap::new();
    each(&data.join("patients.csv"), b',', ["NHS Number", "Practice code"], |[number, practice]| {
        if !number.is_empty() && own.contains(practice) {
            let known = practice_of.entry(number.to_vec()).or_default();
            if practice > known.as_slice() {
                *known = practice.to_vec();
            }
        }
    })?;
    let mut days: HashMap<Vec<u8>, HashSet<Vec<u8>>> = HashMap::new();
    for (path, delimiter) in event_files(data)? {
        each(&path, delimiter, ["NHS_NUMBER", "DATE_AND_TIME"], |[number, date]| {
            if !date.is_empty() && practice_of.contains_key(number) {
                let day = date.iter().copied().filter(|byte| *byte != b'-').take(8).collect();
                days.entry(number.to_vec()).or_default().insert(day);
            }
        })?;
    }
    let mut counts: BTreeMap<&[u8], [u64; 4]> = BTreeMap::new();
    for (number, practice) in &practice_of {
        let had = days.get(number).map_or(0, HashSet::len);
        for (count, least) in counts.entry(practice).or_default().iter_mut().zip(0..) {
            *count += u64::from(had >= least);
        }
    }
    let line = |(practice, [all, one, two, three]): (&&[u8], &[u64; 4])| {
        format!("{},{all},{one},{two},{three}", String::from_utf8_lossy(practice))
    };
    Ok(counts.iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// The vaccination files of `vaxdash sample`, with their delimiters.
fn event_files(data: &Path) -> Fallible<Vec<(PathBuf, u8)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(data)? {
        let path = entry?.path();
        match path.file_name().and_then(|name| name.to_str()) {
            Some(name) if name.starts_with("COVID") => files.push((path, b'|')),
            Some("legacy_nims.csv") => files.push((path, b',')),
            _ => {}
        }
    }
    Ok(files)
}

/// Gives the cells of these columns of every row.
fn each<const N: usize>(
    path: &Path,
    delimiter: u8,
    names: [&str; N],
    mut take: impl FnMut([&[u8]; N]),
) -> Fallible<()> {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_path(path)?;
    let header = reader.byte_headers()?.clone();
    let places = names.map(|name| header.iter().position(|cell| cell == name.as_bytes()).unwrap_or(usize::MAX));
    let mut record = csv::ByteRecord::new();
    while reader.read_byte_record(&mut record)? {
        take(places.map(|place| record.get(place).unwrap_or_default()));
    }
    Ok(())
}
