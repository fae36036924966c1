//! One recorded entry as it is told, to each reach in its own words; each is put into words once, however many listen.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use axum::body::Bytes;
use jiff::Timestamp;
use saqta_domain::alarm::{Alarm, Factor, Outcome};
use saqta_domain::command::Principal;
use saqta_domain::directory::Directory;
use saqta_domain::event::{Event, Recorded};
use saqta_domain::ids::{AccountId, SiteId};
use saqta_domain::permission::Action;
use serde::Serialize;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::frame;
use crate::shape::Person;
use crate::shape::alarm as shape;
use crate::view::{Reach, Viewer};

/// An entry with what it is about.
#[derive(Debug)]
pub(super) struct Told {
    recorded: Arc<Recorded>,
    subject: Subject,
    full: OnceLock<Bytes>,
    own: OnceLock<Bytes>,
    colleague: OnceLock<Bytes>,
    gone: OnceLock<Bytes>,
}

/// What an entry is about.
#[derive(Clone, Debug)]
pub(super) enum Subject {
    /// An alarm, before and after it.
    Alarm {
        before: Option<Arc<Alarm>>,
        after: Arc<Alarm>,
    },
    /// Something declared at a site, or everywhere.
    Declared {
        what: &'static str,
        id: String,
        site: Option<SiteId>,
    },
    /// An account that was declared, changed or erased.
    Account(Uuid),
    /// Nothing that anybody follows.
    Nothing,
}

/// What a step changed of an alarm.
#[derive(Serialize)]
struct Change<'a> {
    id: Uuid,
    site: &'a SiteId,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<Outcome>,
    #[serde(skip_serializing_if = "Option::is_none")]
    factors: Option<&'a BTreeSet<Factor>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contested: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repeats: Option<u64>,
}

impl<'a> Change<'a> {
    fn of(alarm: &'a Alarm) -> Self {
        Self {
            id: alarm.id.0,
            site: &alarm.site,
            state: None,
            outcome: None,
            factors: None,
            contested: None,
            repeats: None,
        }
    }
}

#[derive(Serialize)]
struct Data<'a, A> {
    position: u64,
    at: Timestamp,
    by: Option<Person>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    alarm: A,
}

impl Told {
    pub(super) fn new(recorded: Arc<Recorded>, subject: Subject) -> Self {
        Self {
            recorded,
            subject,
            full: OnceLock::new(),
            own: OnceLock::new(),
            colleague: OnceLock::new(),
            gone: OnceLock::new(),
        }
    }

    pub(super) fn position(&self) -> u64 {
        self.recorded.position
    }

    /// What a viewer is told, if anything.
    pub(super) fn to(&self, viewer: &Viewer) -> Option<Bytes> {
        let directory = viewer.directory();
        match &self.subject {
            Subject::Nothing => None,
            Subject::Declared { what, id, site } => {
                if may_look_up(viewer, site.as_ref()) {
                    return Some(self.declared(what, id));
                }
                let site = site.as_ref().filter(|site| presses_at(viewer, site))?;
                match *what {
                    // A press page shows where it will call to; which devices and posts there are is not for it.
                    "site" | "zone" => Some(self.declared("site", site.as_str())),
                    _ => is_itself(viewer, what, id).then(|| self.declared(what, id)),
                }
            }
            Subject::Account(id) => {
                hears_of_account(viewer, *id).then(|| self.declared("account", &id.to_string()))
            }
            Subject::Alarm { before, after } => {
                let now = viewer.reach(after);
                let earlier = before.as_ref().map_or(Reach::Hidden, |alarm| viewer.reach(alarm));
                let words = match (now, earlier) {
                    (Reach::Full, _) => self.full.get_or_init(|| self.in_full(after, directory, true)),
                    (Reach::Own, _) => self.own.get_or_init(|| self.in_full(after, directory, false)),
                    (Reach::Hidden, Reach::Hidden) => return None,
                    (Reach::Hidden, Reach::Colleague) if !after.is_open() => {
                        self.colleague.get_or_init(|| self.to_colleague(after))
                    }
                    (Reach::Hidden, _) => self.gone.get_or_init(|| self.out_of_sight(after)),
                    (Reach::Colleague, _) if !self.concerns_colleagues() => return None,
                    (Reach::Colleague, _) => self.colleague.get_or_init(|| self.to_colleague(after)),
                };
                Some(words.clone())
            }
        }
    }

    fn in_full(&self, alarm: &Alarm, directory: &Directory, with_note: bool) -> Bytes {
        let by = self.recorded.actor.map(|id| Person::of(id, directory));
        let note = self.recorded.note().filter(|_| with_note);
        let text = self.recorded.signal_text().filter(|_| with_note);
        let signal = |fact| shape::Signal::of(fact, text.map(str::to_owned));
        match &self.recorded.event {
            Event::AlarmRaised(fact) => {
                let whole = shape::Alarm::of(alarm, directory);
                self.put(by, note, whole.with_signal(fact.signal.clone().map(signal)))
            }
            Event::AlarmJoined(fact) => {
                let whole = shape::Alarm::of(alarm, directory);
                self.put(by, note, whole.with_signal(Some(signal(fact.signal.clone()))))
            }
            event => self.put(by, note, change(event, alarm)),
        }
    }

    fn to_colleague(&self, alarm: &Alarm) -> Bytes {
        self.put(None, None, shape::ColleagueAlarm::from(alarm))
    }

    /// It became secret, or somebody else's: for this viewer it is over.
    fn out_of_sight(&self, alarm: &Alarm) -> Bytes {
        self.put(
            None,
            None,
            Change {
                state: Some("closed"),
                ..Change::of(alarm)
            },
        )
    }

    fn put(&self, by: Option<Person>, note: Option<&str>, alarm: impl Serialize) -> Bytes {
        let Recorded {
            position, at, event, ..
        } = &*self.recorded;
        frame::event(
            *position,
            event.name(),
            &Data {
                position: *position,
                at: *at,
                by,
                note,
                alarm,
            },
        )
    }

    fn declared(&self, what: &str, id: &str) -> Bytes {
        let Recorded { position, at, .. } = &*self.recorded;
        let mut data = Map::new();
        data.insert("position".to_owned(), json!(position));
        data.insert("at".to_owned(), json!(at));
        data.insert(what.to_owned(), json!({ "id": id }));
        frame::event(*position, "directory.changed", &Value::Object(data))
    }

    /// What somebody wrote or a device said more is nothing a colleague is told.
    fn concerns_colleagues(&self) -> bool {
        !matches!(
            self.recorded.event,
            Event::AlarmNoted(_) | Event::AlarmRepeated(_) | Event::AlarmSignalled(_)
        )
    }
}

fn change<'a>(event: &'a Event, alarm: &'a Alarm) -> Change<'a> {
    let change = Change::of(alarm);
    let state = Some(alarm.stage().code());
    match event {
        Event::AlarmAcknowledged(_)
        | Event::AlarmResponding(_)
        | Event::AlarmAttended(_)
        | Event::AlarmReleased(_) => Change { state, ..change },
        Event::AlarmClosed(fact) => Change {
            state,
            outcome: Some(fact.outcome),
            factors: Some(&fact.factors),
            ..change
        },
        Event::AlarmReopened(_) | Event::AlarmContested(_) => Change {
            state,
            contested: Some(alarm.contested),
            ..change
        },
        Event::AlarmRepeated(_) => Change {
            repeats: Some(alarm.repeats),
            ..change
        },
        _ => change,
    }
}

/// Whether the viewer could look up what was declared.
fn may_look_up(viewer: &Viewer, site: Option<&SiteId>) -> bool {
    viewer.may(Action::ViewDirectory, site.unwrap_or(&SiteId::unassigned()))
}

/// Whether a press of the viewer may come from a site.
fn presses_at(viewer: &Viewer, site: &SiteId) -> bool {
    match viewer.principal() {
        Principal::Account(_) => viewer.may(Action::Raise, site),
        Principal::Device(id) => {
            let own = viewer.directory().place_of_device(id).map(|(own, _)| own);
            own == Some(site)
        }
        Principal::System => false,
    }
}

fn is_itself(viewer: &Viewer, what: &str, id: &str) -> bool {
    matches!(viewer.principal(), Principal::Device(own) if what == "device" && own.as_str() == id)
}

fn hears_of_account(viewer: &Viewer, account: Uuid) -> bool {
    let is_own = viewer.principal().account() == Some(AccountId(account));
    is_own || viewer.may_somewhere(Action::ViewDirectory)
}
