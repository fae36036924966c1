//! Who was hurt: opened for a reason, erased. The injury itself is not touched by either.

use crate::command::Asking;
use crate::event::{Draft, Event, SealOpened, Stream, SubjectErased};
use crate::ids::InjuryId;
use crate::permission::Action;
use crate::state::State;

use super::injury::{injury_of, is_in_effect, require_at, subject};
use super::{Decision, Refusal, require_everywhere, sealed_note};

/// Each entry that is opened is an event of its own, as it is for signals; the reason is sealed with each, under the key of
/// whoever gives it.
pub(super) fn open(
    state: &State,
    asking: &Asking,
    injury: InjuryId,
    positions: &[u64],
    reason: &str,
) -> Result<Decision, Refusal> {
    let known = state.injuries().get(injury).ok_or(Refusal::NotFound("injury"))?;
    let standing = known.standing(|import| is_in_effect(state, import, None));
    let standing = standing.ok_or(Refusal::NotFound("injury"))?;
    let at = |action| require_at(state.directory(), &asking.principal, action, &standing.details);
    at(Action::ViewInjuries).map_err(|_| Refusal::NotFound("injury"))?;
    at(Action::OpenInjured)?;
    require_reason(reason, "who was hurt is opened for a reason, which is recorded")?;
    let drafts = positions.iter().map(|position| Draft {
        stream: Stream::opening_of(*position),
        site: standing.details.site.clone(),
        event: Event::SealOpened(SealOpened { position: *position }),
        sealed: sealed_note(&asking.principal, Some(reason.to_owned())),
    });
    Ok(Decision::done(drafts.collect()))
}

/// Also of an injury that does not count any more. What is reported of it later is not kept either: an erased subject gets no
/// new key.
pub(super) fn erase(
    state: &State,
    asking: &Asking,
    injury: InjuryId,
    reason: String,
) -> Result<Decision, Refusal> {
    require_everywhere(state, &asking.principal, Action::Erase)?;
    let known = state.injuries().get(injury);
    if known.is_none_or(|known| known.version == 0) {
        return Err(Refusal::NotFound("injury"));
    }
    require_reason(&reason, "who was hurt is erased for a reason, which is recorded")?;
    let draft = Draft {
        stream: Stream::erasure_of(injury),
        site: None,
        event: Event::SubjectErased(SubjectErased {
            subject: subject(injury),
        }),
        sealed: sealed_note(&asking.principal, Some(reason)),
    };
    Ok(Decision::done(vec![draft]))
}

/// Where the erasure of somebody hurt stands, also one that a restored log learns of later.
pub(super) fn stream_of_erasure(event: &Event) -> Option<Stream> {
    let Event::SubjectErased(fact) = event else {
        return None;
    };
    injury_of(&fact.subject).map(Stream::erasure_of)
}

fn require_reason(reason: &str, problem: &str) -> Result<(), Refusal> {
    if reason.trim().is_empty() {
        return Err(Refusal::Invalid {
            path: "reason".to_owned(),
            problem: problem.to_owned(),
            code: Some("reason-needed"),
        });
    }
    Ok(())
}
