//! Open alarms of one zone, each raised within five minutes of the one before, are shown and taken together.

use saqta_domain::alarm::Stage;
use saqta_domain::command::{Answer, Motion, SharedMotion};
use saqta_domain::decide::Refusal;
use saqta_domain::ids::SituationId;
use saqta_domain::permission::Action;
use uuid::Uuid;

use crate::support::{Done, World};

fn changed(done: &Done) -> (usize, bool) {
    match done.answer {
        Answer::MovedSituation { changed, more } => (changed, more),
        ref other => panic!("{other:?} is no answer to a situation"),
    }
}

#[test]
fn alarms_gather_while_each_follows_the_one_before_within_five_minutes() {
    let mut world = World::hospital();
    let first = world.press_in("desk").situation;
    for _ in 0..3 {
        world.wait(300);
        assert_eq!(
            world.press_in("desk").situation,
            first,
            "the chain goes on, however long"
        );
    }
    world.wait(301);
    assert_ne!(
        world.press_in("desk").situation,
        first,
        "five minutes and a second"
    );
}

#[test]
fn alarms_of_two_zones_are_two_situations() {
    let mut world = World::hospital();
    assert_ne!(world.press_in("desk").situation, world.press_in("hall").situation);
}

#[test]
fn a_closed_alarm_holds_no_situation_together() {
    let mut world = World::hospital();
    let first = world.press_in("desk");
    world.by("a").closes(first.id).expect("over");
    assert_ne!(world.press_in("desk").situation, first.situation);
}

#[test]
fn a_situation_is_taken_as_a_whole() {
    let mut world = World::hospital();
    let alarms: Vec<_> = (0..5).map(|_| world.press_in("desk")).collect();
    let elsewhere = world.press_in("hall");
    let situation = alarms[0].situation;
    world.by("b").acknowledges(alarms[1].id).expect("b has one");
    world.by("b").closes(alarms[2].id).expect("and closed another");
    let taken = world
        .by("a")
        .moves_all(situation, SharedMotion::Acknowledge, 100)
        .expect("a may");
    assert_eq!(changed(&taken), (3, false), "what b has stays b's");
    let again = world
        .by("a")
        .moves_all(situation, SharedMotion::Acknowledge, 100)
        .expect("again is no error");
    assert_eq!((changed(&again), again.events.len()), ((0, false), 0));
    let gone = world
        .by("a")
        .moves_all(situation, SharedMotion::Respond, 100)
        .expect("a may");
    assert_eq!(changed(&gone), (4, false), "who goes, goes to all");
    let a = world.account("a");
    assert_eq!(world.alarm(alarms[1].id).stage(), Stage::Responding(a));
    assert_eq!(world.alarm(elsewhere.id).stage(), Stage::Raised);
}

#[test]
fn arriving_means_every_open_alarm_that_one_is_not_at_yet() {
    let mut world = World::hospital();
    let alarms: Vec<_> = (0..4).map(|_| world.press_in("desk")).collect();
    for (index, login) in [(0, "b"), (1, "a"), (2, "head")] {
        world
            .by(login)
            .moves(alarms[index].id, Motion::Attend)
            .expect("there");
    }
    let done = world
        .by("a")
        .moves_all(alarms[0].situation, SharedMotion::Attend, 100)
        .expect("a may");
    assert_eq!(changed(&done), (3, false));
    let a = world.account("a");
    for alarm in alarms {
        assert_eq!(world.alarm(alarm.id).stage(), Stage::Attended(a));
    }
}

#[test]
fn a_large_situation_is_taken_in_parts() {
    let mut world = World::hospital();
    let situation = (0..10)
        .map(|_| world.press_in("desk").situation)
        .last()
        .expect("ten presses");
    let mut parts = Vec::new();
    loop {
        let done = world
            .by("a")
            .moves_all(situation, SharedMotion::Attend, 4)
            .expect("a may");
        parts.push(changed(&done));
        if !changed(&done).1 {
            break;
        }
    }
    assert_eq!(parts, [(4, true), (4, true), (2, false)]);
}

#[test]
fn a_situation_is_taken_only_by_who_may_handle_its_alarms() {
    let mut world = World::hospital();
    let situation = world.press_in("desk").situation;
    for login in ["nurse", "far-guard", "auditor"] {
        let refusal = world
            .by(login)
            .moves_all(situation, SharedMotion::Acknowledge, 9)
            .expect_err(login);
        assert_eq!(refusal, Refusal::Forbidden(Action::Handle), "{login}");
    }
    world
        .by("a")
        .moves_all(situation, SharedMotion::Acknowledge, 9)
        .expect("a may");
    let refusal = world
        .by("nurse")
        .moves_all(situation, SharedMotion::Acknowledge, 9)
        .expect_err("not even then");
    assert_eq!(refusal, Refusal::Forbidden(Action::Handle));
    let nothing = SituationId(Uuid::from_u128(99_999));
    let refusal = world
        .by("a")
        .moves_all(nothing, SharedMotion::Respond, 9)
        .expect_err("there is none");
    assert_eq!(refusal, Refusal::NotFound("situation"));
}
