//! Who was hurt: sealed, opened for a reason, erased.

use saqta_domain::command::{Command, InjuryReport, Principal};
use saqta_domain::decide::{Change, Refusal};
use saqta_domain::ids::InjuryId;
use saqta_domain::permission::Action;
use saqta_domain::private::{Injured, Private};

use super::{details, report};
use crate::support::World;

#[test]
fn who_was_hurt_is_sealed_under_a_key_of_its_own() {
    let mut world = World::hospital();
    let named = InjuryReport {
        injured: Some(Injured {
            name: Some("Synthetic Person".to_owned()),
            ..Injured::default()
        }),
        ..report(details())
    };
    world.report("safety", named).expect("it is sound");
    let recorded = world.history.last().expect("it was recorded");
    assert!(matches!(&recorded.private[..], [Private::Injured(_)]));
    let body = String::from_utf8(recorded.event.body().expect("it is JSON")).expect("UTF-8");
    assert!(
        !body.contains("Synthetic"),
        "the name stands in the clear: {body}"
    );
}

fn opening(injury: InjuryId, reason: &str) -> Command {
    Command::OpenInjured {
        injury,
        positions: vec![7, 9],
        reason: reason.to_owned(),
    }
}

fn erasing(injury: InjuryId, reason: &str) -> Command {
    Command::EraseInjured {
        injury,
        reason: reason.to_owned(),
    }
}

#[test]
fn who_was_hurt_is_opened_for_a_reason_and_each_opening_is_an_event() {
    let mut world = World::hospital();
    let (injury, _) = world.report("safety", report(details())).expect("it may report");
    let done = world
        .ask(world.person("safety"), opening(injury, "the insurer asks"))
        .expect("the officer of the site may");
    assert_eq!(done.names(), ["seal.opened", "seal.opened"]);
    for each in &done.events {
        assert_eq!(
            each.note(),
            Some("the insurer asks"),
            "the reason is sealed with it"
        );
    }
    let unsaid = world.ask(world.person("safety"), opening(injury, " "));
    assert!(
        matches!(unsaid, Err(Refusal::Invalid { .. })),
        "no reason was given"
    );
    for login in ["nurse", "admin"] {
        let refused = world.ask(world.person(login), opening(injury, "curiosity"));
        assert_eq!(refused.expect_err(login), Refusal::NotFound("injury"), "{login}");
    }
}

#[test]
fn who_was_hurt_can_be_erased_and_the_injury_keeps_counting() {
    let mut world = World::hospital();
    let (injury, _) = world.report("safety", report(details())).expect("it may report");
    let refused = world.ask(world.person("safety"), erasing(injury, "the family asks"));
    assert_eq!(
        refused.expect_err("an officer"),
        Refusal::Forbidden(Action::Erase)
    );
    let done = world
        .ask(world.person("admin"), erasing(injury, "the family asks"))
        .expect("the whole country's admin may");
    assert_eq!(done.names(), ["subject.erased"]);
    assert_eq!(
        done.events.iter().map(|event| event.note()).collect::<Vec<_>>(),
        [Some("the family asks")],
        "the reason is sealed with it"
    );
    let unsaid = world.ask(world.person("admin"), erasing(injury, " \n"));
    assert!(
        matches!(&unsaid, Err(Refusal::Invalid { path, .. }) if path == "reason"),
        "no reason was given: {unsaid:?}"
    );
    let (again, change) = world.report("safety", report(details())).expect("it may report");
    assert!(again != injury && change == Change::Recorded);
    let unknown = world.ask(
        Principal::System,
        erasing(InjuryId(uuid::Uuid::nil()), "the family asks"),
    );
    assert_eq!(
        unknown.expect_err("nobody reported it"),
        Refusal::NotFound("injury")
    );
}
