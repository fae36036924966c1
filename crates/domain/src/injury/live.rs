//! An injury as a decision looks at it: read from its own stream, and forgotten after the batch.

use crate::event::{Event, Recorded};
use crate::ids::ImportId;

use super::details::Details;
use super::standing::{Report, Standing};
use super::words::Reporter;

/// All reports of one injury. With no report it is one that nobody reported yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Injury {
    /// The version of its stream; 0 before the first event.
    pub version: u64,
    reports: Vec<Report>,
}

impl Injury {
    /// The injury that the events of its stream make.
    #[must_use]
    pub fn replay(stream: &[Recorded]) -> Self {
        let mut injury = Self::default();
        stream.iter().for_each(|recorded| injury.apply(recorded));
        injury
    }

    /// Makes one more event of its stream part of it.
    pub fn apply(&mut self, recorded: &Recorded) {
        self.version = recorded.version;
        let (import, details) = match &recorded.event {
            Event::InjuryRecorded(fact) => (fact.import, Some(fact.details.clone())),
            Event::InjuryReported(fact) | Event::InjuryRevised(fact) => {
                (fact.import, Some(fact.details.clone()))
            }
            Event::InjuryWithdrawn(_) => (None, None),
            _ => return,
        };
        self.reports.push(Report { import, details });
    }

    /// Adds a report that is about to be recorded, so that the next one in the same command sees it.
    pub fn push(&mut self, report: Report) {
        self.reports.push(report);
    }

    /// What it comes to, counting the reports of imports that `is_in_effect` knows.
    #[must_use]
    pub fn standing(&self, is_in_effect: impl Fn(ImportId) -> bool) -> Option<Standing> {
        Standing::of(self.in_effect(is_in_effect))
    }

    /// The last word of a reporter, if it is in effect.
    #[must_use]
    pub fn last_word(&self, reporter: Reporter, is_in_effect: impl Fn(ImportId) -> bool) -> Option<&Details> {
        self.last_report(reporter, is_in_effect)?.details.as_ref()
    }

    /// The report that holds the last word of a reporter, if it is in effect.
    #[must_use]
    pub fn last_report(
        &self,
        reporter: Reporter,
        is_in_effect: impl Fn(ImportId) -> bool,
    ) -> Option<&Report> {
        let mut last = None;
        for report in self.in_effect(is_in_effect) {
            match &report.details {
                None => last = None,
                Some(details) if details.reporter == reporter => last = Some(report),
                Some(_) => {}
            }
        }
        last
    }

    fn in_effect(&self, is_in_effect: impl Fn(ImportId) -> bool) -> impl Iterator<Item = &Report> {
        self.reports
            .iter()
            .filter(move |report| report.import.is_none_or(&is_in_effect))
    }
}
