//! The terminal, as far as it matters.

/// What is known of the terminal.
#[derive(Debug, Clone, Copy, Default)]
pub struct Terminal {
    /// Columns of standard output, where it is a terminal.
    pub out_width: Option<u16>,
    /// Whether standard error is a terminal.
    pub err_is_terminal: bool,
}
