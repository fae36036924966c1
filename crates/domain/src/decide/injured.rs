//! Who was hurt: opened for a reason, erased. The injury itself is not touched by either.

use crate::command::Asking;
use crate::event::{Draft, Event, SealOpened, Stream, SubjectErased};
use crate::ids::InjuryId;
use crate::permission::Action;
use crate::state::State;

use super::injury::{is_in_effect, require_at, subject};
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
    if reason.trim().is_empty() {
        return Err(Refusal::Invalid {
            path: "reason".to_owned(),
            problem: "who was hurt is opened for a reason, which is recorded".to_owned(),
            code: Some("reason-needed"),
        });
    }
    let drafts = positions.iter().map(|position| Draft {
        stream: Stream::of("seal", position),
        site: standing.details.site.clone(),
        event: Event::SealOpened(SealOpened { position: *position }),
        sealed: sealed_note(&asking.principal, Some(reason.to_owned())),
    });
    Ok(Decision::done(drafts.collect()))
}

/// Also of an injury that does not count any more. What is reported of it later is not kept either: an erased subject gets no
/// new key.
pub(super) fn erase(state: &State, asking: &Asking, injury: InjuryId) -> Result<Decision, Refusal> {
    require_everywhere(state, &asking.principal, Action::Erase)?;
    let known = state.injuries().get(injury);
    if known.is_none_or(|known| known.version == 0) {
        return Err(Refusal::NotFound("injury"));
    }
    let draft = Draft {
        stream: Stream::of("injured", injury),
        site: None,
        event: Event::SubjectErased(SubjectErased {
            subject: subject(injury),
        }),
        sealed: Vec::new(),
    };
    Ok(Decision::done(vec![draft]))
}
