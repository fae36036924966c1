//! What may be done with an alarm, by whom, from which stage.

use std::sync::Arc;

use saqta_domain::alarm::{Factor, Outcome, Stage};
use saqta_domain::command::{Command, Motion, Press, Principal};
use saqta_domain::decide::Refusal;
use saqta_domain::ids::AlarmId;
use saqta_domain::permission::Action;
use saqta_domain::private::Private;
use uuid::Uuid;

use crate::support::{World, closing, conflict_code, timeline};

/// The stages in order; each list of motions by guard `a` leads there.
fn stages() -> [(&'static str, Vec<Motion>); 5] {
    use Motion as M;
    [
        ("raised", vec![]),
        ("acknowledged", vec![M::Acknowledge]),
        ("responding", vec![M::Acknowledge, M::Respond]),
        ("attended", vec![M::Acknowledge, M::Respond, M::Attend]),
        ("closed", vec![M::Acknowledge, M::Respond, M::Attend, closing()]),
    ]
}

fn alarm_after(world: &mut World, motions: &[Motion]) -> AlarmId {
    let id = world.press_in("desk").id;
    for motion in motions {
        world
            .by("a")
            .moves(id, motion.clone())
            .expect("the guard leads it there");
    }
    id
}

/// What each motion leads to from each stage: by guard `b`, who did nothing yet, and by the dispatcher.
#[test]
fn every_motion_from_every_stage_is_as_the_table_says() {
    let table = [
        (
            "b",
            Motion::Acknowledge,
            ["acknowledged", "409", "409", "409", "409"],
        ),
        (
            "b",
            Motion::Respond,
            ["responding", "responding", "409", "409", "409"],
        ),
        (
            "b",
            Motion::Attend,
            ["attended", "attended", "attended", "attended", "409"],
        ),
        ("b", closing(), ["closed", "closed", "closed", "closed", "409"]),
        ("b", Motion::Release, ["409", "409", "409", "409", "409"]),
        (
            "head",
            Motion::Release,
            ["409", "raised", "raised", "raised", "409"],
        ),
        ("b", Motion::Reopen, ["409", "409", "409", "409", "raised"]),
    ];
    for (login, motion, row) in table {
        for ((stage, motions), expected) in stages().into_iter().zip(row) {
            let mut world = World::hospital();
            let id = alarm_after(&mut world, &motions);
            let by = world.account(login);
            let outcome = world.by(login).moves(id, motion.clone());
            let case = format!("{motion:?} by {login} from {stage}");
            if expected == "409" {
                assert_eq!(conflict_code(outcome), stage, "{case}");
                continue;
            }
            let done = outcome.unwrap_or_else(|refusal| panic!("{case}: {refusal}"));
            let now = done.alarm().stage();
            assert_eq!(now.code(), expected, "{case}");
            assert_eq!(now.by(), (expected != "raised").then_some(by), "{case}");
            assert_eq!(done.events.len(), 1, "{case}");
        }
    }
}

#[test]
fn a_conflict_names_who_made_the_stage() {
    let mut world = World::hospital();
    let id = alarm_after(&mut world, &[Motion::Acknowledge]);
    let refusal = world
        .by("b")
        .acknowledges(id)
        .expect_err("the other guard has it");
    assert_eq!(
        refusal,
        Refusal::Conflict {
            stage: Stage::Acknowledged(world.account("a"))
        }
    );
}

#[test]
fn the_same_step_again_by_the_same_person_changes_nothing() {
    let motions = [
        Motion::Acknowledge,
        Motion::Respond,
        Motion::Attend,
        closing(),
        Motion::Reopen,
    ];
    let mut world = World::hospital();
    let id = world.press_in("desk").id;
    for motion in motions {
        let first = world.by("a").moves(id, motion.clone()).expect("it is allowed");
        assert_eq!(first.events.len(), 1, "{motion:?}");
        let again = world
            .by("a")
            .moves(id, motion.clone())
            .expect("its answer may have been lost");
        assert_eq!(
            (again.events.len(), again.alarm()),
            (0, first.alarm()),
            "{motion:?}"
        );
    }
    world.by("a").acknowledges(id).expect("it is free");
    for round in 0..2 {
        let released = world
            .by("a")
            .moves(id, Motion::Release)
            .expect("the holder releases");
        assert_eq!(
            (released.alarm().stage().code(), released.events.len()),
            ("raised", 1 - round)
        );
    }
    world.by("b").acknowledges(id).expect("another takes it");
    assert_eq!(
        conflict_code(world.by("a").moves(id, Motion::Release)),
        "acknowledged",
        "that was another time"
    );
}

#[test]
fn a_step_again_with_a_note_keeps_the_note_unless_it_is_a_retry() {
    for motion in [Motion::Acknowledge, Motion::Attend, closing(), Motion::Reopen] {
        let mut world = World::hospital();
        let id = world.press_in("desk").id;
        if motion == Motion::Reopen {
            world.by("b").closes(id).expect("it is open");
        }
        world
            .by("a")
            .moves_with_note(id, motion.clone(), "gate locked")
            .expect("it is allowed");
        world.wait(5);
        let retry = world
            .by("a")
            .moves_with_note(id, motion.clone(), "gate locked")
            .expect("its answer may have been lost");
        assert!(
            retry.events.is_empty(),
            "{motion:?}: a retry writes nothing twice"
        );
        world.wait(1);
        let later = world
            .by("a")
            .moves_with_note(id, motion.clone(), "came by the yard")
            .expect("it is no error");
        assert_eq!(later.names(), ["alarm.noted"], "{motion:?}");
        assert_eq!(later.events[0].note(), Some("came by the yard"), "{motion:?}");
        let blank = world.by("a").moves_with_note(id, motion.clone(), " ");
        assert!(blank.expect("it is no error").events.is_empty(), "{motion:?}");
    }
}

#[test]
fn a_contest_again_keeps_what_the_presser_adds() {
    let mut world = World::hospital();
    let id = alarm_after(&mut world, &[closing()]);
    world.by("nurse").reopens(id).expect("it was her press");
    let more = world
        .by("nurse")
        .moves_with_note(id, Motion::Reopen, "he came back")
        .expect("again is no error");
    assert_eq!(
        (more.names(), more.events[0].note()),
        (vec!["alarm.noted"], Some("he came back"))
    );
}

#[test]
fn a_close_again_as_something_else_is_a_conflict() {
    let close = |outcome, factors: &[Factor]| Motion::Close {
        outcome,
        factors: factors.iter().copied().collect(),
    };
    for other in [
        close(Outcome::Test, &[Factor::Waiting]),
        close(Outcome::Real, &[]),
    ] {
        let mut world = World::hospital();
        let id = alarm_after(&mut world, &[closing()]);
        let again = world.by("a").closes(id).expect("the same close is no error");
        assert!(again.events.is_empty());
        assert_eq!(conflict_code(world.by("a").moves(id, other)), "closed");
    }
}

#[test]
fn a_step_lost_to_a_release_can_be_taken_anew() {
    let mut world = World::hospital();
    let id = alarm_after(&mut world, &[Motion::Acknowledge, Motion::Respond]);
    world
        .by("head")
        .moves(id, Motion::Release)
        .expect("a dispatcher may");
    let done = world.by("a").acknowledges(id).expect("it is free again");
    assert_eq!(
        done.names(),
        ["alarm.acknowledged"],
        "what was before the release counts no more"
    );
}

#[test]
fn a_reopened_alarm_keeps_its_history_and_starts_anew() {
    let mut world = World::hospital();
    let id = alarm_after(&mut world, &[Motion::Acknowledge, closing()]);
    assert_eq!(world.state.alarms().open_count(), 0);
    assert!(
        world.state.alarms().get(id).is_none(),
        "a closed alarm is not kept in memory"
    );
    world.by("b").reopens(id).expect("a guard reopens");
    assert_eq!(world.state.alarms().open_count(), 1);
    assert_eq!(
        world.alarm(id),
        **world.state.alarms().get(id).expect("it is open")
    );
    let events = [
        "alarm.raised",
        "alarm.acknowledged",
        "alarm.closed",
        "alarm.reopened",
    ];
    assert_eq!(timeline(&world, id), events);
    let versions: Vec<u64> = world
        .history
        .iter()
        .filter(|each| each.event.alarm() == Some(id))
        .map(|each| each.version)
        .collect();
    assert_eq!(versions, [1, 2, 3, 4]);
}

#[test]
fn the_presser_contests_and_only_a_dispatcher_closes_that() {
    let mut world = World::hospital();
    let id = alarm_after(&mut world, &[closing()]);
    let done = world
        .by("nurse")
        .moves_with_note(id, Motion::Reopen, "he is still here")
        .expect("it was her press");
    assert_eq!(done.names(), ["alarm.contested"]);
    assert_eq!(
        done.events[0].private,
        [Private::Note("he is still here".to_owned())]
    );
    assert!(done.alarm().contested);
    assert!(
        world
            .by("nurse")
            .reopens(id)
            .expect("again is no error")
            .events
            .is_empty()
    );
    world.by("a").acknowledges(id).expect("a guard may go");
    assert_eq!(conflict_code(world.by("nurse").reopens(id)), "acknowledged");
    let refusal = world
        .by("a")
        .closes(id)
        .expect_err("the guard's word stands against the nurse's");
    assert_eq!(refusal, Refusal::Forbidden(Action::ReleaseOthers));
    let closed = world.by("head").closes(id).expect("a dispatcher decides");
    assert!(!closed.alarm().contested);
    world
        .by("nurse")
        .reopens(id)
        .expect("she may contest that as well");
}

#[test]
fn where_there_is_no_dispatcher_a_guard_closes_what_is_contested() {
    let mut world = World::hospital();
    let id = world.press_in("shy-hall").id;
    world.by("far-guard").closes(id).expect("it is his site");
    world.by("nurse").reopens(id).expect("it was her press");
    world.by("far-guard").closes(id).expect("nobody else could");
}

#[test]
fn a_device_contests_its_own_alarm_and_no_other() {
    let mut world = World::hospital();
    let id = world
        .press(Principal::Device("button-1".into()), Press::default())
        .alarm()
        .id;
    world.by("a").closes(id).expect("a guard closes it");
    assert_eq!(
        world.by_device("spare").reopens(id).expect_err("not its own"),
        Refusal::NotFound("alarm")
    );
    assert!(
        world
            .by_device("button-1")
            .reopens(id)
            .expect("its own")
            .alarm()
            .contested
    );

    let press = Press {
        device: Some("button-1".to_owned()),
        ..Press::default()
    };
    let nurses = world.press(world.person("nurse"), press).alarm().id;
    world.by("a").closes(nurses).expect("a guard closes it");
    let refusal = world
        .by_device("button-1")
        .reopens(nurses)
        .expect_err("the press was the nurse's");
    assert_eq!(refusal, Refusal::NotFound("alarm"));
}

#[test]
fn a_device_that_names_another_one_keeps_its_own_alarm() {
    let mut world = World::hospital();
    let press = Press {
        device: Some("button-1".to_owned()),
        ..Press::default()
    };
    let alarm = Arc::clone(world.press(Principal::Device("spare".into()), press).alarm());
    assert_eq!(
        (alarm.device.clone(), alarm.raised_from.clone()),
        (Some("button-1".into()), Some("spare".into())),
        "the named one gives the place"
    );
    world.by("a").closes(alarm.id).expect("a guard closes it");
    assert_eq!(
        world
            .by_device("button-1")
            .reopens(alarm.id)
            .expect_err("it did not press"),
        Refusal::NotFound("alarm")
    );
    let contested = world.by_device("spare").reopens(alarm.id).expect("its own press");
    assert!(contested.alarm().contested);

    let own = world.press(Principal::Device("button-1".into()), Press::default());
    assert_eq!(own.alarm().raised_from, None, "it named no other");
}

#[test]
fn whoever_may_not_see_an_alarm_does_not_learn_that_it_exists() {
    let mut world = World::hospital();
    let id = world.press_in("desk").id;
    for login in ["nurse-b", "far-guard"] {
        assert_eq!(
            world.by(login).acknowledges(id).expect_err(login),
            Refusal::NotFound("alarm"),
            "{login}"
        );
    }
    for login in ["nurse", "auditor", "admin"] {
        let refusal = world.by(login).acknowledges(id).expect_err(login);
        assert_eq!(
            refusal,
            Refusal::Forbidden(Action::Handle),
            "{login} sees it, and may not take it"
        );
    }
    let nowhere = AlarmId(Uuid::from_u128(12_345));
    assert_eq!(
        world.by("a").acknowledges(nowhere).expect_err("there is none"),
        Refusal::NotFound("alarm")
    );
}

#[test]
fn a_note_changes_no_stage_and_is_sealed() {
    let mut world = World::hospital();
    let id = world.press_in("desk").id;
    world.by("a").acknowledges(id).expect("a guard takes it");
    for login in ["a", "b", "nurse", "head"] {
        let done = world
            .by(login)
            .moves_with_note(id, Motion::Note, "seen")
            .expect(login);
        assert_eq!(done.names(), ["alarm.noted"]);
        assert_eq!(done.events[0].note(), Some("seen"));
        assert_eq!(
            done.alarm().stage(),
            Stage::Acknowledged(world.account("a")),
            "{login}"
        );
    }
    let blank = world
        .by("a")
        .moves_with_note(id, Motion::Note, " \n")
        .expect_err("there is nothing in it");
    assert!(matches!(blank, Refusal::Invalid { path, .. } if path == "note"));
    let refusal = world
        .by("nurse-b")
        .moves_with_note(id, Motion::Note, "me too")
        .expect_err("not hers");
    assert_eq!(refusal, Refusal::NotFound("alarm"));
    world.by("a").closes(id).expect("over");
    world
        .by("a")
        .moves_with_note(id, Motion::Note, "afterwards")
        .expect("a closed alarm takes notes");
    assert!(!world.alarm(id).is_open());
}

#[test]
fn every_motion_takes_a_note_along() {
    let mut world = World::hospital();
    let id = world.press_in("desk").id;
    for motion in [
        Motion::Acknowledge,
        Motion::Respond,
        Motion::Attend,
        Motion::Release,
        closing(),
        Motion::Reopen,
    ] {
        let done = world
            .by("a")
            .moves_with_note(id, motion.clone(), "so it was")
            .expect("it is allowed");
        assert_eq!(done.events[0].note(), Some("so it was"), "{motion:?}");
    }
}

#[test]
fn nobody_but_a_person_takes_an_alarm() {
    let mut world = World::hospital();
    let id = world.press_in("desk").id;
    let command = Command::Move {
        alarm: id,
        motion: Motion::Acknowledge,
        note: None,
    };
    let refusal = world
        .ask(Principal::System, command)
        .expect_err("a program goes nowhere");
    assert_eq!(refusal, Refusal::Forbidden(Action::Handle));
}
