//! How the reports of one injury add up to what the register counts.

use std::fmt;

use crate::ids::ImportId;

use super::details::Details;
use super::words::{InjuryOutcome, Reporter};

/// One report, as it stands in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The import that brought it, if one did: it is in effect only once that is completed.
    pub import: Option<ImportId>,
    /// What it says; none when it withdraws the injury.
    pub details: Option<Details>,
}

/// Which reporters reported an injury.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reporters(u8);

impl Reporters {
    /// These and one more.
    #[must_use]
    pub fn with(self, reporter: Reporter) -> Self {
        Self(self.0 | bit(reporter))
    }

    /// Whether one is among them.
    #[must_use]
    pub fn has(self, reporter: Reporter) -> bool {
        self.0 & bit(reporter) != 0
    }

    /// Those of [`Reporters::bits`]; bits that stand for nobody are left out.
    #[must_use]
    pub fn from_bits(bits: u8) -> Self {
        Self(bits & 7)
    }

    /// As bits: 1 employer, 2 health organisation, 4 insurer.
    #[must_use]
    pub fn bits(self) -> u8 {
        self.0
    }
}

impl fmt::Display for Reporters {
    /// Their codes, with `+` between them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let codes = Reporter::ALL.iter().filter(|reporter| self.has(**reporter));
        let codes: Vec<&str> = codes.map(|reporter| reporter.code()).collect();
        f.write_str(&codes.join("+"))
    }
}

fn bit(reporter: Reporter) -> u8 {
    match reporter {
        Reporter::Employer => 1,
        Reporter::HealthOrganisation => 2,
        Reporter::Insurer => 4,
    }
}

/// An injury as the register counts it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What is known of it.
    pub details: Details,
    /// Who reported it.
    pub reporters: Reporters,
}

impl Standing {
    /// What reports come to, in the order of the journal; none when nothing is in effect, or the last word was that
    /// there was no such injury.
    ///
    /// Each reporter's last word counts. The employer's comes first, then the health organisation's, then the insurer's:
    /// each fills only what those before left out. But the gravest outcome stands, whoever knows of it: a hospital
    /// learns of a death that an employer did not.
    #[must_use]
    pub fn of<'r>(reports: impl Iterator<Item = &'r Report>) -> Option<Self> {
        let mut last: [Option<&Details>; 3] = [None; 3];
        for report in reports {
            match &report.details {
                None => last = [None; 3],
                Some(details) => last[details.reporter as usize] = Some(details),
            }
        }
        let mut said = last.into_iter().flatten();
        let mut details = said.next()?.clone();
        let mut reporters = Reporters::default().with(details.reporter);
        for other in said {
            reporters = reporters.with(other.reporter);
            details.fill_from(other);
            details.severe |= other.severe;
            if is_graver(other.outcome, details.outcome) {
                details.outcome = other.outcome;
            }
        }
        Some(Self { details, reporters })
    }
}

/// Outcomes are listed from grave to slight.
fn is_graver(one: InjuryOutcome, other: InjuryOutcome) -> bool {
    one < other
}
