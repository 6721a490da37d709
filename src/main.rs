//! The edge of the program: arguments in, bytes and an exit code out.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::panic;
use std::process::ExitCode;

use vaxdash::{Terminal, run};

fn main() -> ExitCode {
    // A panic prints no data: not its message, which might hold some.
    panic::set_hook(Box::new(|_| {}));
    let (out, err) = (io::stdout(), io::stderr());
    let terminal = Terminal {
        out_width: out.is_terminal().then(|| terminal_size::terminal_size_of(&out)).flatten().map(|(width, _)| width.0),
    };
    let mut out = BufWriter::new(out.lock());
    let code = run(std::env::args_os(), terminal, &mut out, &mut err.lock());
    // Whoever reads our output may have stopped reading: that is no error of ours.
    drop(out.flush());
    ExitCode::from(code)
}
