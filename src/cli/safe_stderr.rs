//! Standard error, each line of it through the gate for text from outside.

use std::io::{self, Write};

use crate::domain::safe_lines;

/// Hands on whole lines without control characters and with numbers masked:
/// the last gate, for whatever a message holds.
pub struct SafeStderr<'w> {
    inner: &'w mut dyn Write,
    line: Vec<u8>,
}

impl<'w> SafeStderr<'w> {
    /// In front of standard error.
    pub fn new(inner: &'w mut dyn Write) -> Self {
        Self { inner, line: Vec::new() }
    }

    fn hand_on(&mut self, upto: usize) -> io::Result<()> {
        let lines: Vec<u8> = self.line.drain(..upto).collect();
        self.inner.write_all(safe_lines(&String::from_utf8_lossy(&lines)).as_bytes())
    }
}

impl Write for SafeStderr<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.line.extend_from_slice(bytes);
        if let Some(last) = self.line.iter().rposition(|byte| *byte == b'\n') {
            self.hand_on(last + 1)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.hand_on(self.line.len())?;
        self.inner.flush()
    }
}

impl Drop for SafeStderr<'_> {
    fn drop(&mut self) {
        drop(self.flush());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_whole_and_harmless() {
        let mut out = Vec::new();
        let mut safe = SafeStderr::new(&mut out);
        write!(safe, "a 999 000").unwrap();
        write!(safe, " 0018\u{1b}").unwrap();
        writeln!(safe, "b").unwrap();
        write!(safe, "half").unwrap();
        drop(safe);
        assert_eq!(String::from_utf8(out).unwrap(), "a 999****018\\u{1b}b\nhalf");
    }
}
