//! What is published: series that others count, and releases.

use saqta_domain::command::{Answer, Command, Principal};
use saqta_domain::decide::Refusal;
use saqta_domain::permission::Action;
use saqta_domain::release::{ReleasePublished, ReleaseSpec};
use saqta_domain::series::{Series, SeriesCell, Unit};

use crate::support::World;

#[test]
fn a_series_has_versions_and_the_same_again_is_none() {
    let mut world = World::hospital();
    let series = |value| Series {
        id: "employees".into(),
        counter: "bns".to_owned(),
        unit: Unit::Employees,
        source: "synthetic".to_owned(),
        published: None,
        cells: vec![SeriesCell {
            period: "2025".parse().expect("it is a period"),
            region: None,
            activity: None,
            value,
        }],
    };
    for (value, version) in [(1, 1), (1, 1), (2, 2)] {
        let done = world.ask(
            world.person("analyst"),
            Command::RecordSeries(Box::new(series(value))),
        );
        assert_eq!(
            done.expect("it may").answer,
            Answer::Series {
                series: "employees".into(),
                version
            }
        );
    }
    let denied = world.ask(
        world.person("inspector"),
        Command::RecordSeries(Box::new(series(3))),
    );
    assert_eq!(
        denied.map(|done| done.names()),
        Err(Refusal::Forbidden(Action::RecordSeries))
    );
    let mut twice = series(4);
    twice.cells.push(twice.cells[0]);
    let refused = world.ask(Principal::System, Command::RecordSeries(Box::new(twice)));
    assert!(
        matches!(refused, Err(Refusal::Invalid { .. })),
        "two figures for one cell: {refused:?}"
    );
}

#[test]
fn a_release_has_revisions_in_their_order() {
    let mut world = World::hospital();
    let release_of = |revision, threshold| {
        Command::PublishRelease(Box::new(ReleasePublished {
            spec: ReleaseSpec {
                id: "kz-2025-q1".into(),
                period: "2025-Q1".parse().expect("it is a period"),
                denominators: Vec::new(),
                threshold,
                synthetic: false,
            },
            revision,
            position: 1,
            as_of: jiff::civil::date(2025, 4, 25),
            reckons_with: 0,
            files: [].into(),
        }))
    };
    let release = |revision| release_of(revision, 5);
    for threshold in 0..3 {
        let refused = world.ask(world.person("analyst"), release_of(1, threshold));
        assert!(
            matches!(&refused, Err(Refusal::Invalid { path, .. }) if path == "threshold"),
            "a threshold of {threshold} tells of single persons: {refused:?}"
        );
    }
    for (asked, published) in [(1, true), (1, false), (3, false), (2, true)] {
        let done = world.ask(world.person("analyst"), release(asked));
        assert_eq!(done.is_ok(), published, "revision {asked}: {done:?}");
    }
    let denied = world.ask(world.person("inspector"), release(3));
    assert_eq!(
        denied.map(|done| done.names()),
        Err(Refusal::Forbidden(Action::PublishRelease))
    );
}
