//! From a plan to files: parts of a sample are made by several threads and
//! written in order.

use std::io::{self, Write};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread;

use chrono::{Datelike, NaiveDate};

use super::events::{V5_HEADER, WIDE_HEADER};
use super::files::ExtractFile;
use super::patients;
use super::plan::{SampleFile, SamplePlan, SampleSummary};
use super::world::World;
use crate::domain::UkDate;
use crate::rules::RuleSet;

/// The last year of an as-at date.
const LAST_YEAR: i32 = 2035;

/// How many places of the patients file a part has. The bytes do not depend on
/// it, only how much memory a part needs (some 4 MB).
const PART: u32 = 2_048;

/// The file names of a sample, in the order in which they are created.
#[must_use]
pub fn sample_file_names(as_at: NaiveDate) -> Vec<String> {
    let mut names = vec!["practices.csv".to_owned(), "sources.csv".to_owned()];
    names.extend(ExtractFile::ALL.map(|file| file.name(as_at)));
    names
}

/// Writes a sample to the files that `create` makes, by name, all before the
/// first row is made. The same plan and rules give the same bytes for any number of threads.
pub fn write_sample(
    plan: &SamplePlan,
    rules: &RuleSet,
    threads: usize,
    create: &mut dyn FnMut(&str) -> io::Result<Box<dyn Write>>,
) -> io::Result<SampleSummary> {
    refuse_impossible(plan, rules)?;
    let mut writers = Vec::new();
    for name in sample_file_names(plan.as_at) {
        let writer = create(&name)?;
        writers.push(SampleWriter { writer, file: SampleFile { name, rows: 0, bytes: 0 } });
    }
    let world = World::new(plan, rules);
    let (lists, parts) = writers.split_at_mut(2);
    let mut bytes = Vec::new();
    let rows = world.practices.list(&world.programme.activity_code, &mut bytes);
    lists[0].write(&bytes, rows)?;
    bytes.clear();
    let rows = sources(plan.as_at, &mut bytes);
    lists[1].write(&bytes, rows)?;
    for (file, output) in ExtractFile::ALL.iter().zip(parts.iter_mut()) {
        bytes.clear();
        header(*file, &mut bytes);
        output.write(&bytes, 0)?;
    }
    write_parts(&world, threads.clamp(1, 64), parts)?;
    for output in &mut writers {
        output.writer.flush()?;
    }
    let files: Vec<SampleFile> = writers.into_iter().map(|output| output.file).collect();
    let rows_of = |wanted: &dyn Fn(ExtractFile) -> bool| {
        ExtractFile::ALL.iter().zip(&files[2..]).filter(|(file, _)| wanted(**file)).map(|(_, file)| file.rows).sum()
    };
    Ok(SampleSummary {
        patient_rows: rows_of(&|file| file == ExtractFile::Patients),
        vaccination_rows: rows_of(&|file| !matches!(file, ExtractFile::Patients | ExtractFile::Immunosuppressed)),
        files,
    })
}

/// Refuses plans that no sample can follow.
fn refuse_impossible(plan: &SamplePlan, rules: &RuleSet) -> io::Result<()> {
    let refuse = |reason: &str| Err(io::Error::new(io::ErrorKind::InvalidInput, reason));
    let start = rules.general.programme_start;
    if plan.as_at < start || plan.as_at.year() > LAST_YEAR {
        return refuse(&format!("a sample's as-at date must be from {} to 31/12/{LAST_YEAR}", UkDate(start)));
    }
    if !(1..=50_000).contains(&plan.practices) {
        return refuse("a sample must have from 1 to 50,000 practices");
    }
    if plan.patients > 50_000_000 {
        return refuse("a sample can have at most 50,000,000 patients");
    }
    Ok(())
}

/// A file, and what has been written to it.
struct SampleWriter {
    writer: Box<dyn Write>,
    file: SampleFile,
}

impl SampleWriter {
    fn write(&mut self, bytes: &[u8], rows: u64) -> io::Result<()> {
        self.writer.write_all(bytes)?;
        self.file.rows += rows;
        self.file.bytes += bytes.len() as u64;
        Ok(())
    }
}

/// The rows that belong to some places of the patients file, by file.
#[derive(Default)]
struct SamplePart {
    bytes: [Vec<u8>; ExtractFile::COUNT],
    rows: [u64; ExtractFile::COUNT],
}

impl SamplePart {
    /// Writes what was made to the files.
    fn write(&self, outputs: &mut [SampleWriter]) -> io::Result<()> {
        outputs.iter_mut().enumerate().try_for_each(|(file, output)| output.write(&self.bytes[file], self.rows[file]))
    }

    /// Makes the part with this number.
    fn fill(&mut self, world: &World, number: u32) {
        self.bytes.iter_mut().for_each(Vec::clear);
        self.rows = [0; ExtractFile::COUNT];
        let (mut doses, mut events) = (Vec::new(), Vec::new());
        let start = number * PART;
        for place in start..world.rows.min(start.saturating_add(PART)) {
            let patients = ExtractFile::Patients.index();
            self.rows[patients] += world.patient_rows(place, &mut self.bytes[patients]);
            let list = ExtractFile::Immunosuppressed.index();
            self.rows[list] += world.list_rows(place, &mut self.bytes[list]);
            // The vaccination files have people in another order.
            let person = world.person(world.shuffle.of(place));
            world.events(&person, &mut doses, &mut events);
            for event in &events {
                let file = event.source.file(event.later).index();
                self.rows[file] += 1;
                world.event_row(&person, event, &mut self.bytes[file]);
            }
        }
    }
}

/// Makes all parts with so many threads and writes them in order.
fn write_parts(world: &World, threads: usize, outputs: &mut [SampleWriter]) -> io::Result<()> {
    let parts = world.rows.div_ceil(PART);
    thread::scope(|scope| {
        // Thread k makes the parts k, k + threads, …; each lane holds one part in
        // waiting, so that memory stays small.
        let lanes: Vec<Option<(Receiver<SamplePart>, Sender<SamplePart>)>> = (0..threads)
            .map(|lane| {
                let (full, filled) = sync_channel(1);
                let (empty, emptied) = channel();
                let numbers = (0..parts).skip(lane).step_by(threads);
                let work = move || make_parts(world, numbers, &full, &emptied);
                // Where the system gives no thread, its parts are made here.
                thread::Builder::new().spawn_scoped(scope, work).ok().map(|_| (filled, empty))
            })
            .collect();
        let mut own = SamplePart::default();
        for (lane, number) in lanes.iter().cycle().zip(0..parts) {
            let Some((filled, empty)) = lane else {
                own.fill(world, number);
                own.write(outputs)?;
                continue;
            };
            let part = filled.recv().map_err(|_| io::Error::other("a thread that made the sample has stopped"))?;
            part.write(outputs)?;
            // A thread that has made its last part takes no buffers back.
            let _ = empty.send(part);
        }
        Ok(())
    })
}

/// Makes the parts of one thread, until nobody takes them.
fn make_parts(
    world: &World,
    numbers: impl Iterator<Item = u32>,
    full: &SyncSender<SamplePart>,
    emptied: &Receiver<SamplePart>,
) {
    for number in numbers {
        let mut part = emptied.try_recv().unwrap_or_default();
        part.fill(world, number);
        if full.send(part).is_err() {
            return;
        }
    }
}

/// Adds the header of a file.
fn header(file: ExtractFile, bytes: &mut Vec<u8>) {
    match file {
        ExtractFile::Patients => return patients::header(bytes),
        ExtractFile::Immunosuppressed => return bytes.extend_from_slice(patients::LIST_HEADER),
        ExtractFile::Nims => bytes.extend_from_slice(WIDE_HEADER),
        ExtractFile::EmisLater => {
            // One supplier puts its header between quotes.
            bytes.push(b'"');
            for byte in V5_HEADER {
                if *byte == b'|' { bytes.extend_from_slice(b"\"|\"") } else { bytes.push(*byte) }
            }
            bytes.push(b'"');
        }
        _ => bytes.extend_from_slice(V5_HEADER),
    }
    if !file.lacks_final_line_end() {
        bytes.extend_from_slice(file.line_end());
    }
}

/// Adds `sources.csv`, header and all: when each source was last refreshed.
fn sources(as_at: NaiveDate, bytes: &mut Vec<u8>) -> u64 {
    const NAMES: [(&str, ExtractFile); ExtractFile::COUNT] = [
        ("Patient demographics", ExtractFile::Patients),
        ("Immunosuppressed list", ExtractFile::Immunosuppressed),
        ("NIMS", ExtractFile::Nims),
        ("EMIS", ExtractFile::Emis),
        ("TPP SystmOne", ExtractFile::Tpp),
        ("Pinnacle", ExtractFile::Pinnacle),
        ("RAVS", ExtractFile::Ravs),
        ("EMIS corrections", ExtractFile::EmisLater),
    ];
    bytes.extend_from_slice(b"Source name,Last refreshed\n");
    for (name, file) in NAMES {
        bytes.extend_from_slice(format!("{name},{}\n", file.refreshed().in_gmt(as_at)).as_bytes());
    }
    NAMES.len() as u64
}
