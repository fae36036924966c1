//! A week of invented history, so that the lists are not empty: alarms that were raised, taken and closed.
//!
//! The cast: a [`Tale`] is one alarm from its press to its end; the [`StoryClock`] stands still in the past and is
//! moved from step to step. Everything goes through the engine, which decides and records it as on any day.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use anyhow::{Context as _, bail};
use jiff::{SignedDuration, Timestamp};
use saqta_domain::alarm::{Factor, Outcome};
use saqta_domain::command::{Answer, Command, Motion, Press, Principal};
use saqta_domain::ids::{AlarmId, DeviceId};
use saqta_engine::{Clock, Core, Request};
use saqta_journal::SqliteJournal;

/// How long ago the demo's log begins.
const BEGINNING: SignedDuration = SignedDuration::from_hours(8 * 24);

/// A clock that shows what it is told.
pub(super) struct StoryClock {
    beginning: Timestamp,
    /// Seconds since the beginning.
    passed: AtomicI64,
}

impl StoryClock {
    /// A clock that stands at the beginning of the history before `present`.
    pub(super) fn before(present: Timestamp) -> Self {
        Self {
            beginning: present - BEGINNING,
            passed: AtomicI64::new(0),
        }
    }

    /// Moves the clock to a moment after its beginning; never back.
    fn move_to(&self, since_beginning: SignedDuration) {
        self.passed
            .fetch_max(since_beginning.as_secs(), Ordering::Relaxed);
    }
}

impl Clock for StoryClock {
    fn now(&self) -> Timestamp {
        self.beginning + SignedDuration::from_secs(self.passed.load(Ordering::Relaxed))
    }

    fn monotonic(&self) -> Duration {
        Duration::from_secs(self.passed.load(Ordering::Relaxed).unsigned_abs())
    }
}

/// Who pressed.
enum Presser {
    Person(&'static str),
    Device(&'static str),
}

/// One alarm, from its press to its end.
struct Tale {
    hours_ago: i64,
    presser: Presser,
    zone: &'static str,
    kind: &'static str,
    guard: &'static str,
    /// Seconds from the press until it was seen, somebody set out, arrived, and it was over.
    seen: i64,
    set_out: i64,
    arrived: i64,
    over: i64,
    outcome: Outcome,
    factors: &'static [Factor],
    note: Option<&'static str>,
}

use Presser::{Device, Person};

#[rustfmt::skip]
const TALES: [Tale; 9] = [
    Tale { hours_ago: 163, presser: Person("worker"), zone: "kostanay-triage", kind: "panic", guard: "guard",
        seen: 9, set_out: 12, arrived: 48, over: 900, outcome: Outcome::Real, factors: &[Factor::Waiting, Factor::Intoxication],
        note: Some("Ожидание больше двух часов. Вызвана полиция, пострадавших нет.") },
    Tale { hours_ago: 141, presser: Device("shymkent-button-reception"), zone: "shymkent-reception", kind: "panic", guard: "guard-two",
        seen: 6, set_out: 7, arrived: 34, over: 420, outcome: Outcome::Real, factors: &[Factor::DisputeOverCare],
        note: Some("Ата-анасы дәрігермен дауласты. Сөйлесіп, сабасына түсірдік.") },
    Tale { hours_ago: 118, presser: Person("colleague"), zone: "kostanay-waiting", kind: "assist", guard: "guard",
        seen: 14, set_out: 15, arrived: 70, over: 610, outcome: Outcome::Real, factors: &[Factor::Waiting],
        note: Some("Постояли рядом, очередь успокоилась.") },
    Tale { hours_ago: 97, presser: Device("astana-button-entrance"), zone: "astana-entrance", kind: "panic", guard: "guard-two",
        seen: 11, set_out: 13, arrived: 40, over: 130, outcome: Outcome::NoDanger, factors: &[], note: None },
    Tale { hours_ago: 76, presser: Device("karaganda-button-desk"), zone: "karaganda-desk", kind: "holdup", guard: "guard",
        seen: 5, set_out: 6, arrived: 240, over: 1_500, outcome: Outcome::Real, factors: &[Factor::Other],
        note: Some("Своего поста нет, приехал патруль.") },
    Tale { hours_ago: 53, presser: Device("mine-panel"), zone: "mine-level-340", kind: "gas", guard: "guard",
        seen: 4, set_out: 5, arrived: 310, over: 2_700, outcome: Outcome::Test, factors: &[],
        note: Some("Жоспарлы тексеру.") },
    Tale { hours_ago: 30, presser: Person("worker"), zone: "kostanay-ward-3", kind: "panic", guard: "guard",
        seen: 8, set_out: 9, arrived: 52, over: 780, outcome: Outcome::Real, factors: &[Factor::MentalState],
        note: Some("Дежурный врач на месте, пострадавших нет.") },
    Tale { hours_ago: 27, presser: Person("reception"), zone: "shymkent-surgery", kind: "medical", guard: "guard-two",
        seen: 7, set_out: 8, arrived: 25, over: 300, outcome: Outcome::Real, factors: &[], note: None },
    Tale { hours_ago: 5, presser: Person("colleague"), zone: "kostanay-triage", kind: "assist", guard: "guard",
        seen: 12, set_out: 13, arrived: 61, over: 500, outcome: Outcome::Real, factors: &[Factor::Waiting],
        note: Some("Кезек ұзақ болды, қасында тұрдық.") },
];

/// Has the engine record all of it.
///
/// # Errors
/// What the engine says.
pub(super) fn tell(core: &mut Core<SqliteJournal>, clock: &StoryClock) -> anyhow::Result<()> {
    for tale in &TALES {
        let pressed = BEGINNING - SignedDuration::from_hours(tale.hours_ago);
        let at = |seconds: i64| clock.move_to(pressed + SignedDuration::from_secs(seconds));
        at(0);
        let alarm = press(core, tale)?;
        let guard = person(core, tale.guard)?;
        let close = Motion::Close {
            outcome: tale.outcome,
            factors: BTreeSet::from_iter(tale.factors.iter().copied()),
        };
        let note = tale.note.map(str::to_owned);
        for (seconds, motion, note) in [
            (tale.seen, Motion::Acknowledge, None),
            (tale.set_out, Motion::Respond, None),
            (tale.arrived, Motion::Attend, None),
            (tale.over, close, note),
        ] {
            at(seconds);
            ask(core, guard.clone(), Command::Move { alarm, motion, note })?;
        }
    }
    Ok(())
}

fn press(core: &mut Core<SqliteJournal>, tale: &Tale) -> anyhow::Result<AlarmId> {
    let principal = match tale.presser {
        Person(login) => person(core, login)?,
        Device(id) => Principal::Device(DeviceId::from(id)),
    };
    let press = Press {
        zone: Some(tale.zone.to_owned()),
        kind: Some(tale.kind.to_owned()),
        ..Press::default()
    };
    match ask(core, principal, Command::Raise(press))? {
        Answer::Raised(alarm) => Ok(alarm.id),
        other => bail!("a press was answered by {other:?}"),
    }
}

fn person(core: &Core<SqliteJournal>, login: &str) -> anyhow::Result<Principal> {
    let account = core.state().directory().account_by_login(login);
    account
        .map(|account| Principal::Account(account.id))
        .with_context(|| format!("{login} is not declared"))
}

/// Has the engine do something; durable when this returns.
///
/// # Errors
/// What the engine says.
pub(super) fn ask(
    core: &mut Core<SqliteJournal>,
    principal: Principal,
    command: Command,
) -> anyhow::Result<Answer> {
    let batch = core.run(vec![Request { principal, command }]);
    let outcome = batch
        .outcomes
        .into_iter()
        .next()
        .context("the engine gave no answer")?;
    Ok(outcome?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tales_are_told_in_the_order_of_time_and_none_is_older_than_the_log() {
        assert!(TALES.is_sorted_by(|one, next| one.hours_ago > next.hours_ago));
        for tale in &TALES {
            assert!(
                SignedDuration::from_hours(tale.hours_ago) < BEGINNING,
                "{} hours",
                tale.hours_ago
            );
            let steps = [0, tale.seen, tale.set_out, tale.arrived, tale.over];
            assert!(steps.is_sorted(), "{} hours ago: {steps:?}", tale.hours_ago);
        }
    }
}
