//! How far a long load has come, on standard error: a bar where a terminal can
//! draw one, a line of words where it is to stay plain, else nothing.
//!
//! A thread looks at the meter of the load. What else is said on standard error
//! meanwhile goes through [`ProgressStderr`], which takes the bar away for it.

use std::env;
use std::io::{self, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use indicatif::{DecimalBytes, ProgressBar, ProgressDrawTarget};

use super::terminal::Terminal;
use crate::load::{Meter, Pass};

/// A pass that takes less is not worth a bar.
const LONG: Duration = Duration::from_secs(1);
/// The meter is looked at so often.
const TICK: Duration = Duration::from_millis(100);
/// Narrower terminals have no room for a bar beside its numbers.
const NARROW: u16 = 64;

/// A process loads one thing at a time.
static METER: Meter = Meter::new();
/// The bar on the screen, of which an interruption must know.
static DRAWN: Mutex<Option<ProgressBar>> = Mutex::new(None);

/// The meter that is looked at.
pub fn meter() -> &'static Meter {
    &METER
}

/// Takes the bar away, for a process that is about to end. As long as the
/// result is held, nothing is drawn.
#[must_use]
pub fn clear() -> impl Sized {
    let mut drawn = drawn();
    if let Some(bar) = drawn.take() {
        bar.finish_and_clear();
    }
    drawn
}

fn drawn() -> MutexGuard<'static, Option<ProgressBar>> {
    // A thread that panicked leaves a bar that can be taken away.
    DRAWN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How progress is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ProgressStyle {
    Bar,
    /// Words alone: no control characters, nothing drawn over.
    Plain,
}

/// Shows progress as long as it lives.
pub struct Progress(Option<(Sender<()>, JoinHandle<()>)>);

impl Progress {
    /// Begins to look, where a terminal is there to be told and may be.
    pub fn begin(terminal: Terminal, quiet: bool) -> Self {
        if quiet || !terminal.err_is_terminal {
            return Self(None);
        }
        let style = if is_plain() { ProgressStyle::Plain } else { ProgressStyle::Bar };
        let (sender, stop) = channel();
        // Where the system gives no thread, nothing is shown.
        let watching = thread::Builder::new().name("progress".to_owned()).spawn(move || watch(&stop, style));
        Self(watching.ok().map(|thread| (sender, thread)))
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((sender, thread)) = self.0.take() {
            drop(sender);
            drop(thread.join());
        }
    }
}

/// Whether the user wants no more than words.
fn is_plain() -> bool {
    let is_set = |variable: &str| env::var_os(variable).is_some_and(|value| !value.is_empty());
    let is_dumb = env::var_os("TERM").map_or(cfg!(unix), |terminal| terminal == "dumb");
    is_set("NO_COLOR") || is_dumb
}

/// Looks at the meter until it is told to stop.
fn watch(stop: &Receiver<()>, style: ProgressStyle) {
    let mut shown: Option<PassProgress> = None;
    while stop.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
        let pass = METER.look();
        if shown.as_ref().is_none_or(|shown| shown.number != pass.number) {
            shown = Some(PassProgress::new(pass));
        }
        if let Some(shown) = &mut shown {
            shown.show(pass, style);
        }
    }
    drop(clear());
}

/// What is shown of one pass.
struct PassProgress {
    number: u64,
    since: Instant,
    /// Learns the rate from the start; drawn only when the pass has proved long.
    bar: ProgressBar,
    is_said: bool,
    is_narrow: bool,
}

impl PassProgress {
    fn new(pass: Pass) -> Self {
        drop(clear());
        let bar = ProgressBar::with_draw_target(Some(pass.total), ProgressDrawTarget::hidden());
        Self { number: pass.number, since: Instant::now(), bar, is_said: false, is_narrow: false }
    }

    fn show(&mut self, pass: Pass, style: ProgressStyle) {
        self.bar.set_position(pass.read);
        if pass.read == pass.total {
            // What is left to do is not reading.
            drop(clear());
            return;
        }
        if self.since.elapsed() < LONG {
            return;
        }
        match style {
            ProgressStyle::Plain if self.is_said => {}
            ProgressStyle::Plain => {
                self.is_said = true;
                let (read, total) = (DecimalBytes(pass.read), DecimalBytes(pass.total));
                let left = self.bar.eta().as_secs() + 1;
                let seconds = if left == 1 { "second" } else { "seconds" };
                drop(writeln!(
                    io::stderr(),
                    "vaxdash: {read} of {total} read, {}/s, about {left} {seconds} left",
                    DecimalBytes(rate(&self.bar))
                ));
            }
            ProgressStyle::Bar => {
                let mut drawn = drawn();
                let width = terminal_size::terminal_size_of(io::stderr()).map_or(80, |(width, _)| width.0);
                if drawn.is_none() || self.is_narrow != (width < NARROW) {
                    self.is_narrow = width < NARROW;
                    self.bar.set_style(bar_style(self.is_narrow));
                }
                if drawn.is_none() {
                    *drawn = Some(self.bar.clone());
                    self.bar.set_draw_target(ProgressDrawTarget::stderr());
                    self.bar.tick();
                }
            }
        }
    }
}

/// Bytes a second.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a cast of a float stops at the ends of the range
fn rate(bar: &ProgressBar) -> u64 {
    bar.per_sec() as u64
}

/// How the bar looks.
fn bar_style(is_narrow: bool) -> indicatif::ProgressStyle {
    let parts = if is_narrow {
        "{percent}%, {decimal_bytes_per_sec}, {eta} left"
    } else {
        "Reading [{wide_bar}] {decimal_bytes} of {decimal_total_bytes}, {decimal_bytes_per_sec}, {eta} left"
    };
    indicatif::ProgressStyle::with_template(parts)
        .unwrap_or_else(|_| indicatif::ProgressStyle::default_bar())
        .progress_chars("=>-")
}

/// Standard error while a bar may be drawn on it: it gets whole lines, for the
/// bar is drawn on a line of its own.
pub struct ProgressStderr<'a> {
    err: &'a mut dyn Write,
    line: Vec<u8>,
}

impl<'a> ProgressStderr<'a> {
    /// Writes to `err`.
    pub const fn new(err: &'a mut dyn Write) -> Self {
        Self { err, line: Vec::new() }
    }

    fn hand_over(&mut self) -> io::Result<()> {
        let mut drawn = drawn();
        let pass = METER.look();
        if pass.read == pass.total
            && let Some(bar) = drawn.take()
        {
            bar.finish_and_clear();
        }
        let written = match &*drawn {
            Some(bar) => bar.suspend(|| self.err.write_all(&self.line)),
            None => self.err.write_all(&self.line),
        };
        self.line.clear();
        written
    }
}

impl Write for ProgressStderr<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.line.extend_from_slice(bytes);
        if self.line.ends_with(b"\n") {
            self.hand_over()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.err.flush()
    }
}

impl Drop for ProgressStderr<'_> {
    /// What has no line end is not lost.
    fn drop(&mut self) {
        if !self.line.is_empty() {
            drop(self.hand_over());
        }
    }
}
