//! Releases, published once and for all.

use crate::command::{Answer, Asking};
use crate::event::{Draft, Event, Stream};
use crate::ids::is_valid_id;
use crate::permission::Action;
use crate::release::{LEAST_THRESHOLD, ReleasePublished};
use crate::state::State;

use super::{Decision, Refusal, Reply, require_everywhere};

pub(super) fn publish(state: &State, asking: &Asking, fact: ReleasePublished) -> Result<Decision, Refusal> {
    require_everywhere(state, &asking.principal, Action::PublishRelease)?;
    let invalid = |path: &str, code, problem: String| Refusal::Invalid {
        path: path.to_owned(),
        problem,
        code: Some(code),
    };
    let id = fact.spec.id.clone();
    if !is_valid_id(id.as_str()) {
        return Err(invalid(
            "id",
            "an-id",
            "1 to 64 characters of a–z A–Z 0–9 . _ -".to_owned(),
        ));
    }
    if fact.spec.threshold < LEAST_THRESHOLD {
        return Err(invalid(
            "threshold",
            "threshold-too-low",
            format!("at least {LEAST_THRESHOLD}: less would tell of single persons"),
        ));
    }
    let stream = Stream::of("release", &id);
    let event = Event::ReleasePublished(fact);
    let revision = state.next_version(&stream, &event);
    let Event::ReleasePublished(fact) = &event else {
        return Err(Refusal::NotFound("release"));
    };
    if fact.revision != revision {
        let problem =
            format!("the next revision of this release is {revision}: somebody published meanwhile");
        return Err(invalid("revision", "published-meanwhile", problem));
    }
    let draft = Draft {
        stream,
        site: None,
        event,
        sealed: Vec::new(),
    };
    let answer = Answer::Released {
        release: id,
        revision,
    };
    Ok(Decision::of(vec![draft], Reply::Ready(answer)))
}
