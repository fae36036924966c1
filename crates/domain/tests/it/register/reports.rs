//! Injuries as they are reported, revised and withdrawn.

use saqta_domain::command::{Command, InjuryReport};
use saqta_domain::decide::{Change, Refusal};
use saqta_domain::injury::{Details, InjuryOutcome, Reporter};
use saqta_domain::permission::Action;
use saqta_domain::region::Region;

use super::{details, numbered, report};
use crate::support::World;

#[test]
fn a_report_takes_from_its_site_what_it_does_not_say() {
    let mut world = World::hospital();
    let (injury, change) = world.report("safety", report(details())).expect("it is sound");
    assert_eq!(change, Change::Recorded);
    let standing = world.standing(injury).expect("it counts");
    assert_eq!(standing.details.region, Some(Region::Kostanay));
    assert_eq!(
        standing.details.activity.map(String::from).as_deref(),
        Some("86.10")
    );
    assert_eq!(
        standing.details.employer.map(String::from).as_deref(),
        Some("000000000039")
    );
    assert_eq!(standing.details.host, None, "the site's own employee has no host");
}

#[test]
fn a_contractors_employee_has_the_sites_owner_as_host() {
    let mut world = World::hospital();
    let contractor = Details {
        employer: "000000000077".parse().ok(),
        ..details()
    };
    let (injury, _) = world.report("safety", report(contractor)).expect("it is sound");
    let standing = world.standing(injury).expect("it counts");
    assert_eq!(
        standing.details.host.map(String::from).as_deref(),
        Some("000000000039")
    );
}

#[test]
fn the_same_number_from_the_same_reporter_is_the_same_injury() {
    let mut world = World::hospital();
    let (first, _) = world
        .report("safety", numbered("17", details()))
        .expect("it is sound");
    let (again, change) = world
        .report("safety", numbered("17", details()))
        .expect("it is sound");
    assert_eq!((again, change), (first, Change::Unchanged));
    let worse = Details {
        outcome: InjuryOutcome::Fatal,
        days_lost: None,
        ..details()
    };
    let (revised, change) = world
        .report("safety", numbered("17", worse))
        .expect("it is sound");
    assert_eq!((revised, change), (first, Change::Revised));
    let standing = world.standing(first).expect("it counts");
    assert_eq!(standing.details.outcome, InjuryOutcome::Fatal);
    assert_eq!(world.counted(), 1, "an outcome that changes is no second injury");
    let names: Vec<_> = world
        .history
        .iter()
        .filter(|r| r.event.injury().is_some())
        .map(|r| r.event.name())
        .collect();
    assert_eq!(
        names,
        ["injury.recorded", "injury.revised"],
        "nothing is overwritten"
    );
}

#[test]
fn three_reporters_who_share_a_number_report_one_injury() {
    let mut world = World::hospital();
    let from = |reporter, outcome| InjuryReport {
        shared_number: Some("M-2026-1".to_owned()),
        number: Some("own".to_owned()),
        ..report(Details {
            reporter,
            outcome,
            days_lost: None,
            ..details()
        })
    };
    for (reporter, outcome, change) in [
        (Reporter::Insurer, InjuryOutcome::LostTime, Change::Recorded),
        (
            Reporter::HealthOrganisation,
            InjuryOutcome::Fatal,
            Change::Reported,
        ),
        (Reporter::Employer, InjuryOutcome::LostTime, Change::Reported),
    ] {
        let done = world
            .report("safety", from(reporter, outcome))
            .expect("it is sound");
        assert_eq!(done.1, change, "{reporter:?}");
    }
    assert_eq!(world.counted(), 1);
    let (injury, _) = world
        .report("safety", from(Reporter::Insurer, InjuryOutcome::LostTime))
        .expect("it is sound");
    let standing = world.standing(injury).expect("it counts");
    assert_eq!(standing.reporters.bits(), 7);
    assert_eq!(
        standing.details.outcome,
        InjuryOutcome::Fatal,
        "a death stands, whoever knows of it"
    );
}

#[test]
fn a_withdrawn_injury_does_not_count_until_it_is_reported_again() {
    let mut world = World::hospital();
    let (injury, _) = world
        .report("safety", numbered("17", details()))
        .expect("it is sound");
    let withdraw = Command::WithdrawInjury {
        injury,
        note: Some("not at work".to_owned()),
    };
    world
        .ask(world.person("safety"), withdraw.clone())
        .expect("it may");
    assert_eq!(world.counted(), 0);
    assert_eq!(
        world
            .ask(world.person("safety"), withdraw)
            .map(|done| done.names()),
        Err(Refusal::NotFound("injury"))
    );
    let (again, change) = world
        .report("safety", numbered("17", details()))
        .expect("it is sound");
    assert_eq!((again, change), (injury, Change::Recorded));
    assert_eq!(world.counted(), 1);
}

#[test]
fn nobody_reports_for_a_place_that_is_not_theirs() {
    let mut world = World::hospital();
    let elsewhere = Details {
        site: Some("shy-1".into()),
        ..details()
    };
    let nowhere = Details {
        site: None,
        ..details()
    };
    let in_the_region = Details {
        region: Some(Region::Kostanay),
        ..nowhere.clone()
    };
    let forbidden = Err(Refusal::Forbidden(Action::RecordInjury));
    assert_eq!(world.report("safety", report(elsewhere.clone())), forbidden);
    assert_eq!(world.report("safety", report(nowhere.clone())), forbidden);
    assert_eq!(world.report("inspector", report(elsewhere)), forbidden);
    assert_eq!(world.report("inspector", report(nowhere)), forbidden);
    assert_eq!(world.report("nurse", report(details())), forbidden);
    assert!(world.report("inspector", report(in_the_region)).is_ok());
    assert!(
        world.report("a", report(details())).is_ok(),
        "a guard reports what happened"
    );
}

#[test]
fn what_cannot_be_is_named_by_its_field() {
    let mut world = World::hospital();
    let cases: [(&str, Details); 5] = [
        (
            "date",
            Details {
                date: jiff::civil::date(2026, 3, 3),
                ..details()
            },
        ),
        (
            "date",
            Details {
                date: jiff::civil::date(1949, 3, 3),
                ..details()
            },
        ),
        (
            "hour",
            Details {
                hour: Some(24),
                ..details()
            },
        ),
        (
            "days_lost",
            Details {
                days_lost: Some(0),
                ..details()
            },
        ),
        (
            "site",
            Details {
                site: Some("no-such".into()),
                ..details()
            },
        ),
    ];
    for (field, details) in cases {
        match world.report("safety", report(details)) {
            Err(Refusal::Invalid { path, .. }) => assert_eq!(path, field),
            other => panic!("{field}: {other:?}"),
        }
    }
    assert_eq!(world.counted(), 0);
}
