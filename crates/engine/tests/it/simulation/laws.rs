//! What must hold whatever happens.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::SignedDuration;
use saqta_domain::alarm::fact::Raised;
use saqta_domain::event::{Event, Recorded};
use saqta_domain::ids::{AlarmId, SituationId};
use saqta_engine::Core;
use saqta_journal::{Entry, MemoryJournal};

use super::world::World;

/// After each batch: the live state is what the journal says, and whatever was answered is in it.
pub(super) fn hold_now(world: &World) {
    let seed = world.seed;
    let replayed = world.replayed();
    if snapshot_of(world.core()) != snapshot_of(&replayed) {
        tell_apart(world, &replayed);
    }
    let facts = facts(world);
    let raised = raised(&facts);
    for (press, alarm) in &world.crowd.pressed {
        assert!(
            raised.contains_key(alarm),
            "history {seed}: press {press:?} was answered with {alarm} and is lost"
        );
    }
    for (frame, alarms) in &world.crowd.sent {
        for alarm in alarms {
            assert!(
                raised.contains_key(alarm),
                "history {seed}: frame {frame:?} was answered with {alarm} and is lost"
            );
        }
    }
}

/// Once everybody has been answered.
pub(super) fn hold_at_the_end(world: &mut World) {
    hold_now(world);
    let facts = facts(world);
    each_press_raised_one_alarm(world, &facts);
    each_call_was_heard(world);
    time_never_goes_back(world, &facts);
    situations_hold_together(world, &facts);
    if world.has_views() {
        views_are_the_same_however_made(world);
    }
}

fn each_press_raised_one_alarm(world: &World, facts: &[Fact]) {
    let seed = world.seed;
    let mut of_press: BTreeMap<([u8; 16], [u8; 16]), BTreeSet<AlarmId>> = BTreeMap::new();
    for (alarm, fact) in raised(facts) {
        if let Some(request) = fact.request {
            // A key that was used again stands under another key; the body is the press's own.
            of_press
                .entry(([0; 16], request.body.0))
                .or_default()
                .insert(alarm);
        }
    }
    for (press, alarms) in of_press {
        assert_eq!(
            alarms.len(),
            1,
            "history {seed}: the press with body {:?} raised {alarms:?}",
            press.1
        );
    }
}

fn each_call_was_heard(world: &World) {
    let seed = world.seed;
    for frame in &world.crowd.calls {
        let heard = world
            .crowd
            .sent
            .get(frame)
            .is_some_and(|alarms| !alarms.is_empty());
        assert!(
            heard,
            "history {seed}: frame {frame:?} calls for help and raised nothing"
        );
    }
}

fn time_never_goes_back(world: &World, facts: &[Fact]) {
    for pair in facts.windows(2) {
        assert!(
            pair[0].at <= pair[1].at,
            "history {}: time goes back at {}",
            world.seed,
            pair[1].position
        );
    }
}

/// The alarms of a situation are of one zone, and each was raised within five minutes of one before it.
fn situations_hold_together(world: &World, facts: &[Fact]) {
    let mut gathered: HashMap<SituationId, Vec<(i64, &Raised)>> = HashMap::new();
    for entry in facts {
        if let Event::AlarmRaised(fact) = &entry.event {
            gathered.entry(fact.situation).or_default().push((entry.at, fact));
        }
    }
    for (situation, alarms) in gathered {
        for pair in alarms.windows(2) {
            let ((before, first), (at, second)) = (&pair[0], &pair[1]);
            assert_eq!(
                first.zone, second.zone,
                "history {}: {situation} spans zones",
                world.seed
            );
            let gap = SignedDuration::from_micros(at - before);
            assert!(
                gap <= SignedDuration::from_mins(5),
                "history {}: {situation} spans a gap of {gap}",
                world.seed
            );
        }
    }
}

fn views_are_the_same_however_made(world: &mut World) {
    world.catch_up();
    let mut anew = saqta_readmodel::Views::in_memory().unwrap();
    let entries: Vec<_> = recorded(world).into_iter().map(std::sync::Arc::new).collect();
    anew.apply(&entries).unwrap();
    assert_eq!(
        world.views_digest(),
        anew.digest().unwrap(),
        "history {}: views made step by step differ from views made anew",
        world.seed
    );
}

/// Names the alarms that differ, with their streams.
fn tell_apart(world: &World, replayed: &Core<MemoryJournal>) -> ! {
    let [live, journal] = [world.core(), replayed].map(|core| {
        core.state()
            .alarms()
            .open()
            .map(|alarm| (alarm.id, alarm.clone()))
            .collect::<BTreeMap<_, _>>()
    });
    let ids: BTreeSet<_> = live.keys().chain(journal.keys()).collect();
    for id in ids.into_iter().filter(|id| live.get(id) != journal.get(id)) {
        println!("live:    {:?}\njournal: {:?}", live.get(id), journal.get(id));
        for entry in recorded(world)
            .iter()
            .filter(|entry| entry.event.alarm() == Some(*id))
        {
            println!(
                "    {} {} v{} by {:?}",
                entry.position,
                entry.event.name(),
                entry.version,
                entry.actor
            );
        }
    }
    panic!(
        "history {}: the live state is not what the journal says",
        world.seed
    );
}

fn snapshot_of(core: &Core<MemoryJournal>) -> String {
    let mut snapshot = core.state().snapshot();
    // The running core forgets frames by the clock, the replaying one by the last entry.
    snapshot.frames_from = 0;
    serde_json::to_string(&snapshot).unwrap()
}

fn recorded(world: &World) -> Vec<Recorded> {
    let entries = entries(world);
    entries
        .iter()
        .map(|entry| saqta_engine::decode(entry, &world.keys).unwrap())
        .collect()
}

/// The public part of an entry, which needs no key.
struct Fact {
    position: u64,
    at: i64,
    event: Event,
}

fn facts(world: &World) -> Vec<Fact> {
    let fact = |entry: &Entry| Fact {
        position: entry.position,
        at: entry.time,
        event: Event::decode(&entry.kind, entry.schema, &entry.body).unwrap(),
    };
    entries(world).iter().map(fact).collect()
}

fn entries(world: &World) -> Vec<Entry> {
    world.journal().read(1, usize::MAX >> 1).unwrap()
}

fn raised(facts: &[Fact]) -> BTreeMap<AlarmId, &Raised> {
    facts
        .iter()
        .filter_map(|fact| match &fact.event {
            Event::AlarmRaised(raised) => Some((raised.alarm, raised)),
            _ => None,
        })
        .collect()
}
