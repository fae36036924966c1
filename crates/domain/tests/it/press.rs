//! A press is never refused: what cannot be understood is flagged, and the alarm is raised.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use saqta_domain::alarm::{AlarmKind, Flag, Origin};
use saqta_domain::command::{Idempotency, Press, Principal};
use saqta_domain::decide::{PriorPress, PriorVerdict, judge_prior};
use saqta_domain::event::Event;
use saqta_domain::ids::{AccountId, SiteId};
use saqta_domain::private::{Claim, Private};
use saqta_domain::signal::Fingerprint;
use uuid::Uuid;

use crate::support::World;

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn a_bare_press_is_a_panic_at_the_pressers_only_site() {
    let mut world = World::hospital();
    let done = world.press(world.person("nurse"), Press::default());
    let alarm = done.alarm();
    assert_eq!(
        (alarm.kind, alarm.origin, alarm.silent),
        (AlarmKind::Panic, Origin::Person, false)
    );
    assert_eq!((alarm.site.as_str(), &alarm.zone), ("kst-ed", &None));
    assert_eq!(alarm.flags, BTreeSet::from([Flag::PlaceUncertain]));
    assert_eq!(alarm.raised_by, Some(world.account("nurse")));
    assert_eq!(done.names(), ["alarm.raised"]);
}

#[test]
fn the_place_is_the_named_zone_else_the_device_else_the_only_site_else_nobody_knows() {
    let cases = [
        (
            "nurse",
            Some("kst-2-hall"),
            Some("button-1"),
            ("kst-2", Some("kst-2-hall"), Some("button-1")),
            vec![],
        ),
        (
            "nurse",
            None,
            Some("button-1"),
            ("kst-ed", Some("desk"), Some("button-1")),
            vec![],
        ),
        (
            "nurse",
            Some("cellar"),
            Some("button-1"),
            ("kst-ed", Some("desk"), Some("button-1")),
            vec![Flag::UnknownZone],
        ),
        (
            "nurse",
            Some("cellar"),
            Some("toaster"),
            ("kst-ed", None, None),
            vec![Flag::UnknownZone, Flag::UnknownDevice, Flag::PlaceUncertain],
        ),
        (
            "nurse",
            None,
            Some("spare"),
            ("kst-ed", None, Some("spare")),
            vec![Flag::PlaceUncertain],
        ),
        (
            "floater",
            None,
            None,
            ("unassigned", None, None),
            vec![Flag::PlaceUncertain],
        ),
        (
            "auditor",
            None,
            None,
            ("unassigned", None, None),
            vec![Flag::PlaceUncertain],
        ),
    ];
    for (login, zone, device, (site, in_zone, on_device), flags) in cases {
        let mut world = World::hospital();
        let press = Press {
            zone: zone.and_then(text),
            device: device.and_then(text),
            ..Press::default()
        };
        let done = world.press(world.person(login), press);
        let alarm = done.alarm();
        let case = format!("{login} presses in {zone:?} on {device:?}");
        assert_eq!(alarm.site.as_str(), site, "{case}");
        assert_eq!(alarm.zone.as_ref().map(|id| id.as_str()), in_zone, "{case}");
        assert_eq!(alarm.device.as_ref().map(|id| id.as_str()), on_device, "{case}");
        assert_eq!(alarm.flags, BTreeSet::from_iter(flags), "{case}");
    }
}

#[test]
fn a_devices_press_is_where_the_device_is_and_has_no_person() {
    let mut world = World::hospital();
    let done = world.press(Principal::Device("button-1".into()), Press::default());
    let alarm = done.alarm();
    assert_eq!((alarm.origin, alarm.raised_by), (Origin::Device, None));
    assert_eq!(alarm.zone, Some("desk".into()));
    let done = world.press(Principal::Device("spare".into()), Press::default());
    assert_eq!(done.alarm().site, SiteId::unassigned());
    let gone = world.press(Principal::Device("never-declared".into()), Press::default());
    assert!(gone.alarm().flags.contains(&Flag::PlaceUncertain));
}

#[test]
fn a_press_of_an_account_that_is_gone_is_raised() {
    let mut world = World::hospital();
    let nobody = Principal::Account(AccountId(Uuid::from_u128(77)));
    assert_eq!(
        world.press(nobody, Press::default()).alarm().site,
        SiteId::unassigned()
    );
}

#[test]
fn what_was_not_understood_is_kept_sealed_word_for_word() {
    let mut world = World::hospital();
    let press = Press {
        zone: text("cellar"),
        device: text("toaster"),
        kind: text("zombies"),
        note: text("two men with a knife"),
        claim: Claim {
            body: text("{zone:"),
            ..Claim::default()
        },
        flags: BTreeSet::from([Flag::UnreadableBody, Flag::RevokedToken, Flag::ForeignOrigin]),
        ..Press::default()
    };
    let done = world.press(world.person("nurse"), press);
    let expected = BTreeSet::from([
        Flag::UnknownKind,
        Flag::UnknownZone,
        Flag::UnknownDevice,
        Flag::PlaceUncertain,
        Flag::UnreadableBody,
        Flag::RevokedToken,
        Flag::ForeignOrigin,
    ]);
    assert_eq!(done.alarm().flags, expected);
    assert_eq!(done.alarm().kind, AlarmKind::Panic);
    let claim = Claim {
        zone: text("cellar"),
        device: text("toaster"),
        kind: text("zombies"),
        body: text("{zone:"),
    };
    assert_eq!(
        done.events[0].private,
        [
            Private::Note("two men with a knife".to_owned()),
            Private::Claim(claim)
        ]
    );
    let body = done.events[0].event.body().expect("it is JSON");
    assert!(
        !String::from_utf8_lossy(&body).contains("cellar"),
        "what a person wrote stays out of the public body"
    );
}

#[test]
fn a_secret_kind_is_silent_unless_the_presser_says_otherwise() {
    for kind in AlarmKind::ALL {
        for (asked, expected) in [
            (None, matches!(kind, AlarmKind::Duress | AlarmKind::Holdup)),
            (Some(true), true),
            (Some(false), false),
        ] {
            let mut world = World::hospital();
            let press = Press {
                kind: text(kind.code()),
                silent: asked,
                ..Press::default()
            };
            let done = world.press(world.person("nurse"), press);
            assert_eq!(done.alarm().kind, *kind);
            assert_eq!(done.alarm().silent, expected, "{kind:?} asked {asked:?}");
        }
    }
}

#[test]
fn a_press_tells_how_long_it_took_to_come() {
    let mut world = World::hospital();
    let now = world.now();
    for (seconds_ago, flag) in [
        (0, None),
        (60, None),
        (61, Some(Flag::Late)),
        (86_400, Some(Flag::Late)),
        (-60, None),
        (-61, Some(Flag::WrongClock)),
    ] {
        let pressed_at = now - SignedDuration::from_secs(seconds_ago);
        let press = Press {
            zone: text("hall"),
            pressed_at: Some(pressed_at),
            ..Press::default()
        };
        let done = world.press(world.person("nurse"), press);
        assert_eq!(done.alarm().pressed_at, Some(pressed_at), "{seconds_ago} s ago");
        assert_eq!(
            done.alarm().flags,
            flag.into_iter().collect(),
            "{seconds_ago} s ago"
        );
    }
}

#[test]
fn a_press_under_a_key_is_recorded_under_it() {
    let mut world = World::hospital();
    let used = Idempotency {
        key: Fingerprint([1; 16]),
        body: Fingerprint([2; 16]),
    };
    let press = Press {
        idempotency: Some(used),
        ..Press::default()
    };
    let done = world.press(world.person("nurse"), press);
    let Event::AlarmRaised(fact) = &done.events[0].event else {
        panic!("{done:?} raised nothing")
    };
    let request = fact.request.expect("the key is part of the fact");
    assert_eq!((request.key, request.body), (used.key, used.body));
}

#[test]
fn the_same_press_within_seven_days_is_the_same_and_another_body_is_another_alarm() {
    let world = World::empty();
    let week = SignedDuration::from_hours(7 * 24);
    let prior = PriorPress {
        at: world.now,
        position: 5,
        body: Fingerprint([2; 16]),
    };
    let asked = Idempotency {
        key: Fingerprint([1; 16]),
        body: Fingerprint([2; 16]),
    };
    assert_eq!(judge_prior(asked, prior, world.now + week), PriorVerdict::Same);

    let later = judge_prior(asked, prior, world.now + week + SignedDuration::from_nanos(1));
    let PriorVerdict::Other {
        next: fresh,
        reused: false,
    } = later
    else {
        panic!("{later:?}")
    };
    let other = Idempotency {
        body: Fingerprint([3; 16]),
        ..asked
    };
    let misused = judge_prior(other, prior, world.now);
    let PriorVerdict::Other { next, reused: true } = misused else {
        panic!("{misused:?}")
    };
    assert_eq!(
        (next.body, next.key == asked.key),
        (other.body, false),
        "it is looked for under another key"
    );
    assert_ne!(fresh.key, next.key);
    assert_eq!(
        judge_prior(other, prior, world.now),
        misused,
        "sent again, it is looked for under the same key"
    );
}
