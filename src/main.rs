//! The edge of the program: arguments in, bytes and an exit code out.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::ExitCode;

use vaxdash::{Terminal, run};

fn main() -> ExitCode {
    vaxdash::exit::silence_panics();
    leave_nothing_behind();
    let (out, mut err) = (io::stdout(), io::stderr());
    let terminal = Terminal {
        err_is_terminal: err.is_terminal(),
        out_width: out.is_terminal().then(|| terminal_size::terminal_size_of(&out)).flatten().map(|(width, _)| width.0),
    };
    let mut out = BufWriter::new(out.lock());
    let code = run(std::env::args_os(), terminal, &mut out, &mut err);
    // Whoever reads our output may have stopped reading: that is no error of ours.
    drop(out.flush());
    ExitCode::from(code)
}

/// Takes temporary files along when the process is interrupted or told to end.
/// It then ends as if the signal had never been caught, so that its parent sees
/// which one it was.
#[cfg(unix)]
fn leave_nothing_behind() {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;
    // Where the system gives no thread, signals do what they always did. So they
    // are caught by the thread that answers them, not before it is there.
    let builder = std::thread::Builder::new().name("signals".to_owned());
    drop(builder.spawn(|| {
        // What is ignored on our behalf, as by nohup, is not to end us.
        let wanted = [SIGINT, SIGTERM, SIGHUP].into_iter().filter(|signal| !is_ignored(*signal));
        let Ok(mut signals) = Signals::new(wanted) else { return };
        for signal in &mut signals {
            let _nothing_is_placed = vaxdash::render::temp_registry::remove_all();
            let _nothing_is_drawn = vaxdash::clear_progress();
            drop(emulate_default_handler(signal));
        }
    }));
}

/// Whether a signal is ignored since before this process began; of systems
/// that do not say, no.
#[cfg(unix)]
fn is_ignored(signal: i32) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0);
    u32::try_from(signal - 1).is_ok_and(|bit| mask.checked_shr(bit).is_some_and(|rest| rest & 1 == 1))
}

/// Other systems have no such signals.
#[cfg(not(unix))]
fn leave_nothing_behind() {}
