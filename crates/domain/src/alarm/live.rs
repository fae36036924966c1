//! An alarm as it stands: the fold of its facts.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::{AccountId, AlarmId, DeviceId, SiteId, SituationId, ZoneId};

use super::fact;
use super::kind::{AlarmKind, Factor, Flag, Origin, Outcome};
use super::mark::Mark;
use super::stage::{Stage, Step, StepRefused, StepTaken};

/// How an alarm was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// Who closed it, and when.
    pub mark: Mark,
    /// How it ended.
    pub outcome: Outcome,
    /// What contributed to it.
    pub factors: BTreeSet<Factor>,
}

/// An alarm as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alarm {
    /// Its id.
    pub id: AlarmId,
    /// Its kind.
    pub kind: AlarmKind,
    /// Whether the place it came from must stay quiet.
    pub silent: bool,
    /// Who raised it.
    pub origin: Origin,
    /// The site it belongs to.
    pub site: SiteId,
    /// Where help is needed, if known.
    pub zone: Option<ZoneId>,
    /// What raised it, if it was a device or named one.
    pub device: Option<DeviceId>,
    /// The device that pressed, if it named another one in its press.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raised_from: Option<DeviceId>,
    /// When somebody pressed, by the presser's own clock, if the press said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pressed_at: Option<Timestamp>,
    /// What was uncertain.
    pub flags: BTreeSet<Flag>,
    /// The situation it belongs to.
    pub situation: SituationId,
    /// When it was recorded.
    pub raised_at: Timestamp,
    /// Whose press it was, if a person's.
    pub raised_by: Option<AccountId>,
    /// The journal position of its `alarm.raised`.
    pub position: u64,
    /// The version of its stream.
    pub version: u64,
    /// Who took it since it was last free.
    pub acknowledged: Option<Mark>,
    /// Who went since it was last free.
    pub responding: Option<Mark>,
    /// Who arrived last since it was last free.
    pub attended: Option<Mark>,
    /// How it was closed, if it is.
    pub closed: Option<Closing>,
    /// Who released it last, if nothing came after.
    pub released: Option<Mark>,
    /// Who reopened it last, if nothing came after.
    pub reopened: Option<Mark>,
    /// Whether its presser contested the outcome and no dispatcher closed it since.
    pub contested: bool,
    /// How often its frame was sent again.
    pub repeats: u64,
}

impl Alarm {
    /// The alarm that a first fact makes.
    #[must_use]
    pub fn raised(
        fact: &fact::Raised,
        site: SiteId,
        by: Option<AccountId>,
        at: Timestamp,
        position: u64,
    ) -> Self {
        Self {
            id: fact.alarm,
            kind: fact.kind,
            silent: fact.silent,
            origin: fact.origin,
            site,
            zone: fact.zone.clone(),
            device: fact.device.clone(),
            raised_from: fact.raised_from.clone(),
            pressed_at: fact.pressed_at,
            flags: fact.flags.clone(),
            situation: fact.situation,
            raised_at: at,
            raised_by: by,
            position,
            version: 1,
            acknowledged: None,
            responding: None,
            attended: None,
            closed: None,
            released: None,
            reopened: None,
            contested: false,
            repeats: 0,
        }
    }

    /// The device whose own press it was; none when a person pressed, even if the press named a device.
    #[must_use]
    pub fn pressing_device(&self) -> Option<&DeviceId> {
        let device = self.raised_from.as_ref().or(self.device.as_ref());
        device.filter(|_| self.raised_by.is_none())
    }

    /// How far help has come.
    #[must_use]
    pub fn stage(&self) -> Stage {
        if let Some(closing) = &self.closed {
            Stage::Closed(closing.mark.by)
        } else if let Some(mark) = self.attended {
            Stage::Attended(mark.by)
        } else if let Some(mark) = self.responding {
            Stage::Responding(mark.by)
        } else if let Some(mark) = self.acknowledged {
            Stage::Acknowledged(mark.by)
        } else {
            Stage::Raised
        }
    }

    /// Whether somebody may still need help.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// What a step by a person would do. A step that the same person took before, since the alarm was last free, is
    /// no error: their answer may have been lost. A close with another outcome or other factors is another step.
    ///
    /// # Errors
    /// [`StepRefused`] when the alarm does not allow the step.
    pub fn take(&self, step: &Step, by: AccountId) -> Result<StepTaken, StepRefused> {
        if let Some(mark) = self.taken_before(step, by) {
            return Ok(StepTaken::Already(mark));
        }
        self.stage().take(step, by).map(StepTaken::To)
    }

    fn taken_before(&self, step: &Step, by: AccountId) -> Option<Mark> {
        let mark = match step {
            Step::Acknowledge => self.acknowledged,
            Step::Respond => self.responding,
            Step::Attend => self.attended,
            Step::Close { outcome, factors } => {
                let closed = self.closed.as_ref();
                let same =
                    closed.filter(|closing| closing.outcome == *outcome && closing.factors == *factors);
                same.map(|closing| closing.mark)
            }
            Step::Release { .. } => self.released,
            Step::Reopen => self.reopened,
        };
        mark.filter(|mark| mark.by == by)
    }

    /// Applies `alarm.acknowledged`.
    pub fn acknowledge(&mut self, mark: Mark) {
        self.acknowledged = Some(mark);
        self.forget_freeing();
    }

    /// Applies `alarm.responding`.
    pub fn respond(&mut self, mark: Mark) {
        self.responding = Some(mark);
        self.forget_freeing();
    }

    /// Applies `alarm.attended`.
    pub fn attend(&mut self, mark: Mark) {
        self.attended = Some(mark);
        self.forget_freeing();
    }

    /// Applies `alarm.closed`.
    pub fn close(&mut self, mark: Mark, fact: &fact::Closed) {
        self.closed = Some(Closing {
            mark,
            outcome: fact.outcome,
            factors: fact.factors.clone(),
        });
        self.contested = false;
        self.forget_freeing();
    }

    /// Applies `alarm.released`.
    pub fn release(&mut self, mark: Mark) {
        self.forget_progress();
        self.released = Some(mark);
    }

    /// Applies `alarm.reopened`.
    pub fn reopen(&mut self, mark: Mark) {
        self.forget_progress();
        self.reopened = Some(mark);
    }

    /// Applies `alarm.contested`; who contests is the presser, which may be a device.
    pub fn contest(&mut self) {
        self.forget_progress();
        self.contested = true;
    }

    /// Applies `alarm.joined`.
    pub fn join(&mut self, fact: &fact::Joined, site: SiteId) {
        self.kind = fact.kind;
        let report = fact.signal.report.as_ref();
        self.silent |= fact.kind.is_secret() || report.is_some_and(|report| report.meaning.is_silent());
        self.site = site;
        self.zone.clone_from(&fact.zone);
        self.device.clone_from(&fact.device);
        self.flags.clone_from(&fact.flags);
    }

    fn forget_progress(&mut self) {
        self.acknowledged = None;
        self.responding = None;
        self.attended = None;
        self.closed = None;
        self.forget_freeing();
    }

    fn forget_freeing(&mut self) {
        self.released = None;
        self.reopened = None;
    }
}
