//! Whatever happens: what could not be made durable leaves no trace, and the state is what its events say.

use proptest::prelude::*;
use saqta_domain::alarm::{AlarmKind, Flag};
use saqta_domain::command::{Command, Motion, Press, Principal, SharedMotion};
use saqta_domain::event::{Event, Recorded};
use saqta_domain::ids::AlarmId;
use saqta_domain::signal::Meaning;
use saqta_domain::state::{Snapshot, State};
use saqta_domain::token::{Holder, TokenHash};

use crate::frame::Frame;
use crate::support::{World, closing, fingerprint};

/// Something that happens in the hospital. Numbers choose among what is there.
#[derive(Clone, Debug)]
enum Happening {
    Press {
        zone: usize,
    },
    Frame {
        sequence: u16,
        meaning: usize,
        damaged: bool,
    },
    Move {
        login: usize,
        alarm: usize,
        motion: usize,
    },
    MoveAll {
        login: usize,
        alarm: usize,
        motion: usize,
    },
    Declare {
        zone: usize,
        name: usize,
    },
    Token {
        account: usize,
    },
    Erase {
        account: usize,
    },
    Wait {
        seconds: i64,
    },
}

const ZONES: [&str; 4] = ["desk", "hall", "shy-hall", "nowhere"];
const LOGINS: [&str; 5] = ["a", "b", "head", "nurse", "far-guard"];
const MEANINGS: [Meaning; 5] = [
    Meaning::Alarm(AlarmKind::Panic),
    Meaning::Alarm(AlarmKind::Duress),
    Meaning::Restore(AlarmKind::Panic),
    Meaning::Cancel,
    Meaning::Test,
];

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        4 => (0..ZONES.len()).prop_map(|zone| Happening::Press { zone }),
        4 => (1..4_u16, 0..MEANINGS.len(), any::<bool>())
            .prop_map(|(sequence, meaning, damaged)| Happening::Frame { sequence, meaning, damaged }),
        8 => (0..LOGINS.len(), 0..8_usize, 0..7_usize)
            .prop_map(|(login, alarm, motion)| Happening::Move { login, alarm, motion }),
        2 => (0..LOGINS.len(), 0..8_usize, 0..3_usize)
            .prop_map(|(login, alarm, motion)| Happening::MoveAll { login, alarm, motion }),
        1 => (0..3_usize, 0..3_usize).prop_map(|(zone, name)| Happening::Declare { zone, name }),
        1 => (0..LOGINS.len()).prop_map(|account| Happening::Token { account }),
        1 => (3..LOGINS.len()).prop_map(|account| Happening::Erase { account }),
        2 => (0..120_i64).prop_map(|seconds| Happening::Wait { seconds }),
    ]
}

fn happenings() -> impl Strategy<Value = Vec<Happening>> {
    proptest::collection::vec(happening(), 0..40)
}

/// Lets things happen; what is refused does not.
fn live(world: &mut World, happenings: &[Happening]) {
    for happening in happenings {
        happen(world, happening);
    }
}

fn happen(world: &mut World, happening: &Happening) {
    let principal = |login: usize, world: &World| {
        let account = world.state.directory().account_by_login(LOGINS[login]);
        account.map(|account| Principal::Account(account.id))
    };
    let outcome = match happening {
        Happening::Wait { seconds } => return world.wait(*seconds),
        Happening::Press { zone } => {
            let press = Press {
                zone: Some(ZONES[*zone].to_owned()),
                ..Press::default()
            };
            Some((principal(0, world), Command::Raise(press)))
        }
        Happening::Frame {
            sequence,
            meaning,
            damaged,
        } => {
            let code = format!("C{meaning}");
            let frame = Frame::of("0042", *sequence, &[(code.as_str(), MEANINGS[*meaning])]);
            world.receive(if *damaged {
                frame.flagged(Flag::BadChecksum)
            } else {
                frame
            });
            return;
        }
        Happening::Move { login, alarm, motion } => raised(world, *alarm).map(|alarm| {
            let motions = [
                Motion::Acknowledge,
                Motion::Respond,
                Motion::Attend,
                closing(),
                Motion::Release,
                Motion::Reopen,
            ];
            let motion = motions.get(*motion).cloned().unwrap_or(Motion::Note);
            (
                principal(*login, world),
                Command::Move {
                    alarm,
                    motion,
                    note: Some("so it was".to_owned()),
                },
            )
        }),
        Happening::MoveAll { login, alarm, motion } => raised(world, *alarm).map(|alarm| {
            let situation = world.alarm(alarm).situation;
            let motion = [
                SharedMotion::Acknowledge,
                SharedMotion::Respond,
                SharedMotion::Attend,
            ][*motion];
            (
                principal(*login, world),
                Command::MoveSituation {
                    situation,
                    motion,
                    limit: 2,
                },
            )
        }),
        Happening::Declare { zone, name } => {
            let text = format!("[[zones]]\nid='new-{zone}'\nsite='kst-ed'\nname='{name}'\n");
            world.declare(Principal::System, &text).expect("it is sound");
            return;
        }
        Happening::Token { account } => {
            let Some(Principal::Account(id)) = principal(*account, world) else {
                return;
            };
            let hash = TokenHash::of(&format!("secret {}", world.history.len()));
            Some((
                Some(Principal::System),
                Command::IssueToken {
                    holder: Holder::Account(id),
                    hash,
                },
            ))
        }
        Happening::Erase { account } => {
            let Some(Principal::Account(id)) = principal(*account, world) else {
                return;
            };
            Some((Some(Principal::System), Command::Erase(id)))
        }
    };
    if let Some((Some(principal), command)) = outcome {
        // What is not allowed is refused; that, too, must leave no trace.
        let _refused_or_done = world.ask(principal, command);
    }
}

/// One of the alarms that were raised, open or not.
fn raised(world: &World, nth: usize) -> Option<AlarmId> {
    let mut raised = world.history.iter().filter_map(|recorded| match &recorded.event {
        Event::AlarmRaised(fact) => Some(fact.alarm),
        _ => None,
    });
    raised.nth(nth)
}

proptest! {
    #[test]
    fn what_is_rolled_back_leaves_no_trace(kept in happenings(), lost in happenings()) {
        let mut world = World::hospital();
        live(&mut world, &kept);
        let (before, position) = (world.fingerprint(), world.history.len());
        world.commits = false;
        live(&mut world, &lost);
        world.roll_back_to(position);
        prop_assert_eq!(world.fingerprint(), before);
    }

    #[test]
    fn a_batch_comes_to_the_same_as_its_commands_one_by_one(all in happenings()) {
        let mut single = World::hospital();
        live(&mut single, &all);
        let mut batch = World::hospital();
        batch.commits = false;
        live(&mut batch, &all);
        batch.state.commit();
        prop_assert_eq!(&batch.history, &single.history);
        prop_assert_eq!(batch.fingerprint(), single.fingerprint());
    }

    #[test]
    fn the_state_is_what_its_events_say(all in happenings()) {
        let mut world = World::hospital();
        live(&mut world, &all);
        let mut replayed = State::default();
        world.history.iter().for_each(|recorded| replayed.apply(recorded));
        replayed.commit();
        prop_assert_eq!(fingerprint(&replayed), world.fingerprint());
    }

    #[test]
    fn an_alarm_in_memory_is_what_its_stream_says(all in happenings()) {
        let mut world = World::hospital();
        live(&mut world, &all);
        for alarm in world.state.alarms().open() {
            prop_assert_eq!(&**alarm, &world.alarm(alarm.id));
        }
    }

    #[test]
    fn a_snapshot_restores_the_state(all in happenings()) {
        let mut world = World::hospital();
        live(&mut world, &all);
        let bytes = serde_json::to_vec(&world.state.snapshot()).expect("it is JSON");
        let snapshot: Snapshot = serde_json::from_slice(&bytes).expect("it is read as written");
        let makes_directory = |recorded: &&Recorded| snapshot.directory.contains(&recorded.position);
        let directory: Vec<Recorded> = world.history.iter().filter(makes_directory).cloned().collect();
        let mut restored = State::from_snapshot(snapshot, &directory);
        world.history.iter().for_each(|recorded| restored.remember_frame(recorded));
        prop_assert_eq!(fingerprint(&restored), world.fingerprint());
        prop_assert_eq!(serde_json::to_vec(&restored.snapshot()).expect("it is JSON"), bytes);
    }

    #[test]
    fn pruning_forgets_only_what_can_no_longer_be_repeated(all in happenings(), after in happenings()) {
        let mut pruned = World::hospital();
        let mut kept = World::hospital();
        for world in [&mut pruned, &mut kept] {
            live(world, &all);
        }
        for happening in &after {
            pruned.state.prune(pruned.now);
            happen(&mut pruned, happening);
            happen(&mut kept, happening);
        }
        prop_assert_eq!(&pruned.history, &kept.history);
    }
}
