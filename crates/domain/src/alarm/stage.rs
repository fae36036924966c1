//! The state machine: `raised → acknowledged → responding → attended → closed`, with release and reopening.

use std::collections::BTreeSet;

use crate::ids::AccountId;

use super::kind::{Factor, Outcome};
use super::mark::Mark;

/// How far help has come. Each stage after the first names who made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nobody has taken it.
    Raised,
    /// Seen, and taken.
    Acknowledged(AccountId),
    /// On the way.
    Responding(AccountId),
    /// On the scene.
    Attended(AccountId),
    /// Over.
    Closed(AccountId),
}

/// What a person asks of an alarm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// "Seen, I take it."
    Acknowledge,
    /// "On the way."
    Respond,
    /// "On the scene."
    Attend,
    /// "It is over."
    Close {
        /// How it ended.
        outcome: Outcome,
        /// What contributed to it.
        factors: BTreeSet<Factor>,
    },
    /// "Somebody else must take it."
    Release {
        /// Whether the person may release what another holds.
        others: bool,
    },
    /// "It is not over."
    Reopen,
}

/// A step that was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepTaken {
    /// To this stage.
    To(Stage),
    /// The same person took the same step before, then: nothing changes, and that is no error.
    Already(Mark),
}

/// A step that the alarm's stage does not allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the alarm is {} and does not allow this step", stage.code())]
pub struct StepRefused {
    /// The stage it is in.
    pub stage: Stage,
}

impl Stage {
    /// The word of the API.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Raised => "raised",
            Self::Acknowledged(_) => "acknowledged",
            Self::Responding(_) => "responding",
            Self::Attended(_) => "attended",
            Self::Closed(_) => "closed",
        }
    }

    /// Who made this stage.
    #[must_use]
    pub fn by(self) -> Option<AccountId> {
        match self {
            Self::Raised => None,
            Self::Acknowledged(by) | Self::Responding(by) | Self::Attended(by) | Self::Closed(by) => Some(by),
        }
    }

    /// Whether somebody may still need help.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Closed(_))
    }

    /// The stage after a step by a person.
    ///
    /// # Errors
    /// [`StepRefused`] when this stage does not allow the step.
    pub fn take(self, step: &Step, by: AccountId) -> Result<Self, StepRefused> {
        match (step, self) {
            (Step::Acknowledge, Self::Raised) => Ok(Self::Acknowledged(by)),
            (Step::Respond, Self::Raised | Self::Acknowledged(_)) => Ok(Self::Responding(by)),
            (Step::Attend, stage) if stage.is_open() => Ok(Self::Attended(by)),
            (Step::Close { .. }, stage) if stage.is_open() => Ok(Self::Closed(by)),
            (
                Step::Release { others },
                Self::Acknowledged(holder) | Self::Responding(holder) | Self::Attended(holder),
            ) if holder == by || *others => Ok(Self::Raised),
            (Step::Reopen, Self::Closed(_)) => Ok(Self::Raised),
            (_, stage) => Err(StepRefused { stage }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const A: AccountId = AccountId(Uuid::from_u128(1));
    const B: AccountId = AccountId(Uuid::from_u128(2));

    /// Every stage × step, by somebody other than the holder.
    #[test]
    fn every_stage_and_step_is_as_the_table_says() {
        let stages = [
            Stage::Raised,
            Stage::Acknowledged(A),
            Stage::Responding(A),
            Stage::Attended(A),
            Stage::Closed(A),
        ];
        let close = Step::Close {
            outcome: Outcome::Real,
            factors: BTreeSet::new(),
        };
        let table = [
            (Step::Acknowledge, ["acknowledged", "-", "-", "-", "-"]),
            (Step::Respond, ["responding", "responding", "-", "-", "-"]),
            (
                Step::Attend,
                ["attended", "attended", "attended", "attended", "-"],
            ),
            (close, ["closed", "closed", "closed", "closed", "-"]),
            (Step::Release { others: false }, ["-", "-", "-", "-", "-"]),
            (
                Step::Release { others: true },
                ["-", "raised", "raised", "raised", "-"],
            ),
            (Step::Reopen, ["-", "-", "-", "-", "raised"]),
        ];
        for (step, row) in table {
            for (stage, expected) in stages.into_iter().zip(row) {
                let code = stage.take(&step, B).map_or("-", Stage::code);
                assert_eq!(code, expected, "{step:?} from {stage:?}");
            }
        }
    }

    #[test]
    fn the_holder_may_release() {
        for stage in [Stage::Acknowledged(A), Stage::Responding(A), Stage::Attended(A)] {
            assert_eq!(
                stage.take(&Step::Release { others: false }, A),
                Ok(Stage::Raised),
                "{stage:?}"
            );
        }
    }
}
