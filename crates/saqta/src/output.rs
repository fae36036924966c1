//! The one place that writes to the terminal: answers to standard output, everything else to standard error.

use std::io::{self, IsTerminal as _, Write as _};

/// Writes a line that was asked for.
///
/// # Errors
/// Those of standard output: an answer that nobody got is no answer. A reader that closed its end early, as `head`
/// does, wants no more and is no error.
pub(crate) fn answer(line: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match writeln!(out, "{line}").and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// Says something to whoever looks on. Nobody may.
pub(crate) fn remark(text: &str) {
    let _nobody_looks_on = writeln!(io::stderr().lock(), "{text}");
}

/// Asks a question and gives the line that was answered.
///
/// # Errors
/// Those of the terminal.
pub(crate) fn ask(question: &str) -> io::Result<String> {
    let mut err = io::stderr().lock();
    write!(err, "{question} ")?;
    err.flush()?;
    let mut line = String::new();
    io::stdin().read_line(&mut line)?;
    Ok(line.trim().to_owned())
}

/// Whether somebody can be asked.
pub(crate) fn has_person() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Shows how far something has come, in one line that is written over; nothing where there is no terminal.
pub(crate) struct Gauge {
    shown: Option<u64>,
    terminal: bool,
}

impl Gauge {
    pub(crate) fn new() -> Self {
        Self {
            shown: None,
            terminal: io::stderr().is_terminal(),
        }
    }

    /// Shows a share in whole per cent, when it has changed.
    pub(crate) fn show(&mut self, what: &str, done: u64, total: u64) {
        let percent = done.saturating_mul(100).checked_div(total).unwrap_or(100);
        if self.terminal && self.shown != Some(percent) {
            self.shown = Some(percent);
            let _nobody_looks_on = write!(io::stderr().lock(), "\r{what}: {done} of {total} ({percent} %)");
        }
    }
}

impl Drop for Gauge {
    fn drop(&mut self) {
        if self.shown.is_some() {
            remark("");
        }
    }
}
