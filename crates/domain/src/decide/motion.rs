//! Moving an alarm on: take it, go, arrive, close, release, reopen, contest, note.
//!
//! A step that its taker asks for again is no error, because the answer may have been lost, and its note is not
//! written twice. What was written is sealed, so that two notes cannot be compared here: a note that comes with a
//! step taken more than [`RETRY_WINDOW`] ago is a new one and is written; one that comes sooner is a retry.

use std::sync::Arc;

use jiff::SignedDuration;

use crate::alarm::fact::{Closed, Moved};
use crate::alarm::{Alarm, Stage, Step, StepTaken};
use crate::command::{Answer, Asking, Motion, Principal, SharedMotion};
use crate::event::{Draft, Event, Stream};
use crate::ids::{AccountId, AlarmId, SituationId};
use crate::permission::{Action, Role};
use crate::state::State;

use super::{Decision, Refusal, Reply, require, sealed_note};

/// How long the same step by the same person, with a note, is the first one asked for again.
const RETRY_WINDOW: SignedDuration = SignedDuration::from_secs(5);

pub(super) fn move_on(
    state: &State,
    asking: &Asking,
    id: AlarmId,
    motion: &Motion,
    note: Option<String>,
) -> Result<Decision, Refusal> {
    let alarm = state.alarms().get(id).ok_or(Refusal::NotFound("alarm"))?;
    if *motion == Motion::Reopen && is_presser(alarm, &asking.principal) {
        return contest(asking, alarm, note);
    }
    if *motion == Motion::Note {
        return write_note(state, asking, alarm, note);
    }
    let action = if *motion == Motion::Reopen {
        Action::Reopen
    } else {
        Action::Handle
    };
    if !sees(state, alarm, &asking.principal) {
        return Err(Refusal::NotFound("alarm"));
    }
    require(state, &asking.principal, action, &alarm.site)?;
    let by = asking.principal.account().ok_or(Refusal::Forbidden(action))?;
    let step = step_of(state, alarm, by, motion)?;
    match alarm.take(&step, by) {
        Ok(StepTaken::Already(mark)) => {
            let is_retry = asking.at.duration_since(mark.at) <= RETRY_WINDOW;
            Ok(taken_before(asking, alarm, note.filter(|_| !is_retry)))
        }
        Ok(StepTaken::To(_)) => {
            let draft = draft(asking, alarm, event_of(alarm, step), note);
            Ok(Decision::of(vec![draft], Reply::Alarm(id)))
        }
        Err(refused) => Err(Refusal::Conflict { stage: refused.stage }),
    }
}

pub(super) fn move_situation(
    state: &State,
    asking: &Asking,
    situation: SituationId,
    motion: SharedMotion,
    limit: usize,
) -> Result<Decision, Refusal> {
    let by = asking
        .principal
        .account()
        .ok_or(Refusal::Forbidden(Action::Handle))?;
    let any = state
        .alarms()
        .any_of_situation(situation)
        .ok_or(Refusal::NotFound("situation"))?;
    require(state, &asking.principal, Action::Handle, &any.site)?;
    let aim = match motion {
        SharedMotion::Acknowledge => Stage::Acknowledged(by),
        SharedMotion::Respond => Stage::Responding(by),
        SharedMotion::Attend => Stage::Attended(by),
    };
    let others = (motion == SharedMotion::Attend).then(|| state.alarms().attended_by_others(situation, by));
    let mut drafts = Vec::new();
    let mut more = false;
    for alarm in state
        .alarms()
        .short_of(situation, aim)
        .chain(others.into_iter().flatten())
    {
        require(state, &asking.principal, Action::Handle, &alarm.site)?;
        let step = step_of(state, alarm, by, &motion.into())?;
        if !matches!(alarm.take(&step, by), Ok(StepTaken::To(_))) {
            continue;
        }
        if drafts.len() == limit {
            more = true;
            break;
        }
        drafts.push(draft(asking, alarm, event_of(alarm, step), None));
    }
    let answer = Answer::MovedSituation {
        changed: drafts.len(),
        more,
    };
    Ok(Decision::of(drafts, Reply::Ready(answer)))
}

/// A step taken before: nothing changes, but what is written beside it now is kept.
fn taken_before(asking: &Asking, alarm: &Alarm, note: Option<String>) -> Decision {
    let written = note.filter(|text| !text.trim().is_empty());
    let noted = written.map(|text| {
        let event = Event::AlarmNoted(Moved { alarm: alarm.id });
        draft(asking, alarm, event, Some(text))
    });
    Decision::of(noted.into_iter().collect(), Reply::Alarm(alarm.id))
}

/// The presser says that it was otherwise than it was closed: open again, for a dispatcher.
fn contest(asking: &Asking, alarm: &Arc<Alarm>, note: Option<String>) -> Result<Decision, Refusal> {
    if alarm.contested && alarm.stage() == Stage::Raised {
        // When it was contested is not kept: the presser's word twice is better than never.
        return Ok(taken_before(asking, alarm, note));
    }
    if alarm.is_open() {
        return Err(Refusal::Conflict { stage: alarm.stage() });
    }
    let draft = draft(
        asking,
        alarm,
        Event::AlarmContested(Moved { alarm: alarm.id }),
        note,
    );
    Ok(Decision::of(vec![draft], Reply::Alarm(alarm.id)))
}

fn write_note(
    state: &State,
    asking: &Asking,
    alarm: &Arc<Alarm>,
    note: Option<String>,
) -> Result<Decision, Refusal> {
    if !is_presser(alarm, &asking.principal) {
        if !sees(state, alarm, &asking.principal) {
            return Err(Refusal::NotFound("alarm"));
        }
        require(state, &asking.principal, Action::Handle, &alarm.site)?;
    }
    let written = note.filter(|text| !text.trim().is_empty());
    let text = written.ok_or_else(|| Refusal::Invalid {
        path: "note".to_owned(),
        problem: "a note needs a text".to_owned(),
        code: None,
    })?;
    let draft = draft(
        asking,
        alarm,
        Event::AlarmNoted(Moved { alarm: alarm.id }),
        Some(text),
    );
    Ok(Decision::of(vec![draft], Reply::Alarm(alarm.id)))
}

/// Whether a principal raised the alarm.
fn is_presser(alarm: &Alarm, principal: &Principal) -> bool {
    match principal {
        Principal::Account(id) => alarm.raised_by == Some(*id),
        Principal::Device(id) => alarm.pressing_device() == Some(id),
        Principal::System => false,
    }
}

/// Whether a principal may know in full that the alarm exists.
fn sees(state: &State, alarm: &Alarm, principal: &Principal) -> bool {
    is_presser(alarm, principal) || require(state, principal, Action::View, &alarm.site).is_ok()
}

fn step_of(state: &State, alarm: &Alarm, by: AccountId, motion: &Motion) -> Result<Step, Refusal> {
    let directs = || state.directory().permits(by, Action::ReleaseOthers, &alarm.site);
    Ok(match motion {
        Motion::Acknowledge => Step::Acknowledge,
        Motion::Respond => Step::Respond,
        Motion::Attend => Step::Attend,
        Motion::Close { outcome, factors } => {
            // Where there is no dispatcher at all, a contested alarm must still find its end.
            let reserved = alarm.contested && state.directory().anybody_holds(Role::Dispatcher, &alarm.site);
            if reserved && !directs() {
                return Err(Refusal::Forbidden(Action::ReleaseOthers));
            }
            Step::Close {
                outcome: *outcome,
                factors: factors.clone(),
            }
        }
        Motion::Release => Step::Release { others: directs() },
        Motion::Reopen => Step::Reopen,
        Motion::Note => return Err(Refusal::NotFound("step")),
    })
}

fn event_of(alarm: &Alarm, step: Step) -> Event {
    let moved = Moved { alarm: alarm.id };
    match step {
        Step::Acknowledge => Event::AlarmAcknowledged(moved),
        Step::Respond => Event::AlarmResponding(moved),
        Step::Attend => Event::AlarmAttended(moved),
        Step::Close { outcome, factors } => Event::AlarmClosed(Closed {
            alarm: alarm.id,
            outcome,
            factors,
        }),
        Step::Release { .. } => Event::AlarmReleased(moved),
        Step::Reopen => Event::AlarmReopened(moved),
    }
}

fn draft(asking: &Asking, alarm: &Alarm, event: Event, note: Option<String>) -> Draft {
    Draft {
        stream: Stream::alarm(alarm.id),
        site: Some(alarm.site.clone()),
        event,
        sealed: sealed_note(&asking.principal, note),
    }
}

/// Keeps the type of an answer in one place with the motions that give it.
impl From<Arc<Alarm>> for Answer {
    fn from(alarm: Arc<Alarm>) -> Self {
        Self::Moved(alarm)
    }
}
