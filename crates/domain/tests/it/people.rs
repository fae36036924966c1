//! Tokens, opened seals, and the erasure of a person.

use saqta_domain::command::{Answer, Command, Motion, Press, Principal};
use saqta_domain::decide::Refusal;
use saqta_domain::ids::TokenId;
use saqta_domain::permission::Action;
use saqta_domain::token::{Holder, TokenHash};
use uuid::Uuid;

use crate::support::World;

fn issue(world: &mut World, by: &str, holder: Holder) -> Result<TokenId, Refusal> {
    let hash = TokenHash::of(&format!("secret {}", world.history.len()));
    let done = world.ask(world.person(by), Command::IssueToken { holder, hash })?;
    match done.answer {
        Answer::TokenIssued(id) => Ok(id),
        other => panic!("{other:?} is no token"),
    }
}

#[test]
fn nobody_makes_a_token_that_reaches_beyond_their_scope() {
    let cases = [
        ("nurse", [true, true, true, false]),
        ("floater", [true, true, false, false]),
        ("far-guard", [true, false, false, false]),
        ("region-admin", [true, false, false, false]),
        ("admin", [true, false, false, false]),
    ];
    for (login, row) in cases {
        for (by, allowed) in ["admin", "region-admin", "site-admin", "head"]
            .into_iter()
            .zip(row)
        {
            let mut world = World::hospital();
            let holder = Holder::Account(world.account(login));
            let outcome = issue(&mut world, by, holder);
            let expected = if allowed {
                None
            } else {
                Some(Refusal::Forbidden(Action::IssueToken))
            };
            assert_eq!(outcome.err(), expected, "{by} for {login}");
        }
    }
    for (device, row) in [
        ("button-1", [true, true, true, false]),
        ("spare", [true, false, false, false]),
    ] {
        for (by, allowed) in ["admin", "region-admin", "site-admin", "head"]
            .into_iter()
            .zip(row)
        {
            let outcome = issue(&mut World::hospital(), by, Holder::Device(device.into()));
            assert_eq!(outcome.is_ok(), allowed, "{by} for {device}");
        }
    }
}

#[test]
fn a_token_is_for_somebody_who_is_there() {
    let mut world = World::hospital();
    let outcome = issue(&mut world, "admin", Holder::Device("toaster".into()));
    assert_eq!(outcome, Err(Refusal::NotFound("device")));
}

#[test]
fn a_revoked_token_is_remembered_as_revoked() {
    let mut world = World::hospital();
    let holder = Holder::Device("button-1".into());
    let hash = TokenHash::of(&format!("secret {}", world.history.len()));
    let id = issue(&mut world, "site-admin", holder.clone()).expect("it is her site");
    let known = world
        .state
        .directory()
        .token(&hash)
        .expect("it is known by its hash")
        .clone();
    assert_eq!((known.holder, known.revoked), (holder, false));
    let refusal = world
        .ask(world.person("head"), Command::RevokeToken(id))
        .expect_err("not a dispatcher's work");
    assert_eq!(refusal, Refusal::Forbidden(Action::IssueToken));
    for expected in [vec!["token.revoked"], vec![]] {
        let done = world
            .ask(world.person("site-admin"), Command::RevokeToken(id))
            .expect("it is her site");
        assert_eq!(done.names(), expected);
    }
    assert!(
        world
            .state
            .directory()
            .token(&hash)
            .expect("a press with it is still known")
            .revoked
    );
    let unknown = TokenId(Uuid::from_u128(424_242));
    let refusal = world
        .ask(world.person("admin"), Command::RevokeToken(unknown))
        .expect_err("there is none");
    assert_eq!(refusal, Refusal::NotFound("token"));
}

#[test]
fn an_erased_person_is_nobody_and_the_alarms_stay() {
    let mut world = World::hospital();
    let nurse = world.account("nurse");
    let alarm = world.press_in("desk").id;
    let hash = TokenHash::of(&format!("secret {}", world.history.len()));
    issue(&mut world, "admin", Holder::Account(nurse)).expect("an admin may");
    for login in ["site-admin", "region-admin", "head", "nurse"] {
        let refusal = world
            .ask(world.person(login), Command::Erase(nurse))
            .expect_err(login);
        assert_eq!(refusal, Refusal::Forbidden(Action::Erase), "{login}");
    }
    let done = world
        .ask(world.person("admin"), Command::Erase(nurse))
        .expect("the whole country's admin may");
    assert_eq!(done.names(), ["subject.erased"]);
    let directory = world.state.directory();
    assert_eq!(directory.person_name(nurse), None);
    assert!(
        directory.account_by_login("nurse").is_none(),
        "nobody signs in as her"
    );
    assert!(
        directory
            .token(&hash)
            .expect("a press with it is still known")
            .revoked
    );
    let account = directory
        .account(nurse)
        .expect("the journal still names the account");
    assert!(
        account.erased && account.login.is_empty() && account.name.is_empty() && account.roles.is_empty()
    );
    assert_eq!(
        world.alarm(alarm).raised_by,
        Some(nurse),
        "who pressed is known by the id only"
    );

    let again = world
        .ask(world.person("admin"), Command::Erase(nurse))
        .expect("again is no error");
    assert!(again.events.is_empty());
    let issued = issue(&mut world, "admin", Holder::Account(nurse));
    assert_eq!(issued, Err(Refusal::NotFound("account")));
    world.press(Principal::Account(nurse), Press::default());
    let motion = Motion::Acknowledge;
    let taken = world.ask(
        Principal::Account(nurse),
        Command::Move {
            alarm,
            motion,
            note: None,
        },
    );
    assert_eq!(
        taken.expect_err("the erased hold no role"),
        Refusal::Forbidden(Action::Handle)
    );
}

#[test]
fn a_login_of_an_erased_person_can_be_given_to_another() {
    let mut world = World::hospital();
    let before = world.account("nurse");
    world
        .ask(Principal::System, Command::Erase(before))
        .expect("whoever holds the folder may");
    let text = "[[accounts]]\nlogin='nurse'\nroles=[{role='worker',site='kst-ed'}]\n";
    world.declare(Principal::System, text).expect("it is sound");
    assert_ne!(world.account("nurse"), before);
    assert!(
        world
            .state
            .directory()
            .account(before)
            .expect("it is still known")
            .erased
    );
}

#[test]
fn opening_a_seal_is_an_event_of_who_may() {
    for (login, allowed) in [
        ("auditor", true),
        ("admin", false),
        ("head", false),
        ("nurse", false),
    ] {
        let mut world = World::hospital();
        let command = Command::OpenSeal {
            position: 3,
            site: "kst-ed".into(),
        };
        let outcome = world.ask(world.person(login), command);
        match outcome {
            Ok(done) => assert!(allowed && done.names() == ["seal.opened"], "{login}"),
            Err(refusal) => assert!(
                !allowed && refusal == Refusal::Forbidden(Action::OpenSignal),
                "{login}"
            ),
        }
    }
}
