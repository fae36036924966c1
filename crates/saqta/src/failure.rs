//! What goes wrong, told so that somebody can act on it: what happened, what is safe, what to do.

use std::error::Error;
use std::fmt;
use std::process::ExitCode;

/// How the program ends when it has not done what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// The check failed, or what was asked could not be done.
    Failed,
    /// Wrong use: asked otherwise, it can be done.
    Misuse,
    /// The writer ended by itself: the service manager starts the program again (`EX_SOFTWARE` of sysexits.h).
    Restart,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Failed => 1,
            Exit::Misuse => 2,
            Exit::Restart => 70,
        })
    }
}

/// An error with its exit code and advice.
#[derive(Debug)]
pub(crate) struct Failure {
    exit: Exit,
    what: String,
    safe: Option<String>,
    advice: Option<String>,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl Failure {
    /// Something was checked and found wrong, or could not be done.
    pub(crate) fn failed(what: impl Into<String>) -> Self {
        Self::new(Exit::Failed, what)
    }

    /// The program was used wrongly.
    pub(crate) fn misuse(what: impl Into<String>) -> Self {
        Self::new(Exit::Misuse, what)
    }

    /// The process must be started again.
    pub(crate) fn restart(what: impl Into<String>) -> Self {
        Self::new(Exit::Restart, what)
    }

    fn new(exit: Exit, what: impl Into<String>) -> Self {
        Self {
            exit,
            what: what.into(),
            safe: None,
            advice: None,
            source: None,
        }
    }

    /// What has not been harmed.
    pub(crate) fn safe(mut self, text: impl Into<String>) -> Self {
        self.safe = Some(text.into());
        self
    }

    /// What to do.
    pub(crate) fn advice(mut self, text: impl Into<String>) -> Self {
        self.advice = Some(text.into());
        self
    }

    /// Why.
    pub(crate) fn because(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl Error for Failure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

/// The exit code of an error, and the lines that tell it.
pub(crate) fn tell(error: &anyhow::Error) -> (Exit, String) {
    let mut text = format!("saqta: {error}");
    let mut before = error.to_string();
    for cause in error.chain().skip(1) {
        let cause = cause.to_string();
        // Libraries often repeat their cause in their own words.
        if !before.contains(&cause) {
            text.push_str(&format!("\n  because: {cause}"));
        }
        before = cause;
    }
    let Some(failure) = error.downcast_ref::<Failure>() else {
        return (Exit::Failed, text);
    };
    for (label, words) in [("   safe: ", &failure.safe), ("     do: ", &failure.advice)] {
        if let Some(words) = words {
            text.push_str(&format!("\n{label}{}", words.replace('\n', "\n         ")));
        }
    }
    (failure.exit, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_says_what_happened_why_what_is_safe_and_what_to_do() {
        let error = Failure::misuse("the folder is in use")
            .because("process 7 holds it")
            .safe("nothing was changed")
            .advice("stop it first");
        let (exit, text) = tell(&error.into());
        assert_eq!(exit, Exit::Misuse);
        assert_eq!(
            text,
            "saqta: the folder is in use\n  because: process 7 holds it\n   safe: nothing was changed\n     do: stop it \
             first"
        );
    }

    #[test]
    fn a_cause_that_the_message_repeats_is_told_once() {
        let error = anyhow::anyhow!("disk full").context("cannot write: disk full");
        assert_eq!(
            tell(&error),
            (Exit::Failed, "saqta: cannot write: disk full".to_owned())
        );
    }
}
