//! Injuries as they are reported, revised, withdrawn and imported.

use saqta_domain::command::{Answer, Command, InjuryReport, Principal};
use saqta_domain::decide::{Change, Refusal, Tally};
use saqta_domain::ids::{ImportId, InjuryId};
use saqta_domain::import::ImportStage;
use saqta_domain::injury::{Details, Injury, InjuryKind, InjuryOutcome, Reporter, Standing};
use saqta_domain::permission::Action;
use saqta_domain::private::{Injured, Private};
use saqta_domain::region::Region;
use saqta_domain::release::{ReleasePublished, ReleaseSpec};
use saqta_domain::series::{Series, SeriesCell, Unit};

use crate::support::World;

fn details() -> Details {
    Details {
        reporter: Reporter::Employer,
        site: Some("kst-ed".into()),
        region: None,
        employer: None,
        host: None,
        activity: None,
        date: jiff::civil::date(2026, 3, 1),
        hour: Some(4),
        reported: None,
        kind: InjuryKind::ViolenceAgainstHealthWorker,
        outcome: InjuryOutcome::LostTime,
        severe: false,
        days_lost: Some(5),
        days_restricted: None,
        cause: None,
        deviation: None,
        contact: None,
        injury_type: None,
        body_part: None,
        sex: None,
        age: None,
    }
}

fn report(details: Details) -> InjuryReport {
    InjuryReport {
        details,
        number: None,
        shared_number: None,
        alarm: None,
        injured: None,
        request: None,
    }
}

/// A report that a list numbers.
fn numbered(number: &str, details: Details) -> InjuryReport {
    InjuryReport {
        number: Some(number.to_owned()),
        ..report(details)
    }
}

impl World {
    fn report(&mut self, login: &str, report: InjuryReport) -> Result<(InjuryId, Change), Refusal> {
        let done = self.ask(self.person(login), Command::RecordInjury(Box::new(report)))?;
        match done.answer {
            Answer::Injury { injury, change } => Ok((injury, change)),
            other => panic!("a report was answered by {other:?}"),
        }
    }

    fn begin(&mut self, login: &str, digest: &str) -> (ImportId, bool) {
        let command = Command::BeginImport {
            digest: digest.to_owned(),
            name: None,
            rows: 1,
        };
        match self
            .ask(self.person(login), command)
            .expect("it may import")
            .answer
        {
            Answer::ImportBegun { import, resumed } => (import, resumed),
            other => panic!("an import was answered by {other:?}"),
        }
    }

    fn fill(&mut self, login: &str, import: ImportId, reports: Vec<InjuryReport>) -> Result<Tally, Refusal> {
        let done = self.ask(self.person(login), Command::FillImport { import, reports })?;
        match done.answer {
            Answer::Imported(tally) => Ok(tally),
            other => panic!("rows were answered by {other:?}"),
        }
    }

    /// What the register counts: only completed imports.
    fn standing(&self, injury: InjuryId) -> Option<Standing> {
        let stream: Vec<_> = self
            .history
            .iter()
            .filter(|recorded| recorded.event.injury() == Some(injury))
            .cloned()
            .collect();
        Injury::replay(&stream).standing(|import| {
            let import = self.state.imports().get(&import);
            import.is_some_and(|import| import.stage == ImportStage::Completed)
        })
    }

    fn counted(&self) -> usize {
        let ids: std::collections::BTreeSet<InjuryId> = self
            .history
            .iter()
            .filter_map(|recorded| recorded.event.injury())
            .collect();
        ids.into_iter().filter(|id| self.standing(*id).is_some()).count()
    }
}

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

#[test]
fn an_import_counts_when_it_is_complete_and_not_before() {
    let mut world = World::hospital();
    let (import, _) = world.begin("inspector", "f1");
    let rows = vec![
        numbered("1", details()),
        numbered("2", details()),
        numbered("1", details()),
    ];
    let tally = world
        .fill("inspector", import, rows.clone())
        .expect("the rows are sound");
    assert_eq!(
        tally,
        Tally {
            recorded: 2,
            unchanged: 1,
            ..Tally::default()
        },
        "a row that stands there twice is one injury"
    );
    assert_eq!(world.counted(), 0, "nothing half-done counts");

    let (resumed, again) = world.begin("inspector", "f1");
    assert_eq!((resumed, again), (import, true), "the same file goes on");
    let tally = world
        .fill("inspector", import, rows.clone())
        .expect("the rows are sound");
    assert_eq!(tally.unchanged, 3);
    world
        .ask(world.person("inspector"), Command::CompleteImport(import))
        .expect("it may");
    assert_eq!(world.counted(), 2);

    let (second, again) = world.begin("inspector", "f1");
    assert!(!again, "a completed import is not gone on with");
    let tally = world.fill("inspector", second, rows).expect("the rows are sound");
    assert_eq!(tally.unchanged, 3, "importing a file again changes nothing");
}

#[test]
fn what_an_abandoned_import_brought_is_nobodys_excuse() {
    let mut world = World::hospital();
    let rows = vec![numbered("1", details()), numbered("2", details())];
    let (abandoned, _) = world.begin("inspector", "f1");
    world
        .fill("inspector", abandoned, rows.clone())
        .expect("the rows are sound");
    let (_, change) = world
        .report("safety", numbered("1", details()))
        .expect("it is sound");
    assert_eq!(change, Change::Recorded, "a row that does not count is not known");
    assert_eq!(world.counted(), 1);
    let (other, resumed) = world.begin("safety", "f1");
    assert!(!resumed, "another's import is not gone on with");
    let tally = world
        .fill("safety", other, rows.clone())
        .expect("the rows are sound");
    assert_eq!((tally.recorded, tally.unchanged), (1, 1));
    world
        .ask(world.person("safety"), Command::CompleteImport(other))
        .expect("it may");
    assert_eq!(world.counted(), 2, "both rows count");

    let (again, resumed) = world.begin("inspector", "f1");
    assert!(resumed);
    world.fill("inspector", again, rows).expect("the rows are sound");
    world
        .ask(world.person("inspector"), Command::CompleteImport(again))
        .expect("it may");
    assert_eq!(world.counted(), 2, "and each once, however many files say it");
}

#[test]
fn an_import_can_be_taken_back_and_brought_again() {
    let mut world = World::hospital();
    let (mine, _) = world
        .report("safety", numbered("1", details()))
        .expect("it is sound");
    let worse = Details {
        days_lost: Some(60),
        ..details()
    };
    let rows = vec![numbered("1", worse), numbered("2", details())];
    let (import, _) = world.begin("inspector", "f1");
    world
        .fill("inspector", import, rows.clone())
        .expect("the rows are sound");
    world
        .ask(world.person("inspector"), Command::CompleteImport(import))
        .expect("it may");
    assert_eq!(
        world.standing(mine).expect("it counts").details.days_lost,
        Some(60)
    );
    assert_eq!(world.counted(), 2);

    world
        .ask(world.person("inspector"), Command::WithdrawImport(import))
        .expect("it may");
    assert_eq!(
        world.standing(mine).expect("it counts").details.days_lost,
        Some(5)
    );
    assert_eq!(world.counted(), 1);

    let (second, _) = world.begin("inspector", "f1");
    assert_ne!(second, import);
    let tally = world.fill("inspector", second, rows).expect("the rows are sound");
    assert_eq!(
        tally,
        Tally {
            recorded: 1,
            revised: 1,
            ..Tally::default()
        }
    );
    world
        .ask(world.person("inspector"), Command::CompleteImport(second))
        .expect("it may");
    assert_eq!(world.counted(), 2);
}

#[test]
fn a_wrong_row_is_named_and_none_of_its_lot_is_recorded() {
    let mut world = World::hospital();
    let (import, _) = world.begin("inspector", "f1");
    let wrong = Details {
        hour: Some(99),
        ..details()
    };
    let before = world.history.len();
    match world.fill(
        "inspector",
        import,
        vec![numbered("1", details()), numbered("2", wrong)],
    ) {
        Err(Refusal::Invalid { path, .. }) => assert_eq!(path, "rows[1].hour"),
        other => panic!("{other:?}"),
    }
    assert_eq!(world.history.len(), before);
}

#[test]
fn an_import_is_its_owners_own() {
    let mut world = World::hospital();
    let (import, _) = world.begin("inspector", "f1");
    let no_such = Err(Refusal::NotFound("import"));
    assert_eq!(world.fill("safety", import, Vec::new()), no_such);
    let denied = world.ask(
        world.person("nurse"),
        Command::BeginImport {
            digest: String::new(),
            name: None,
            rows: 0,
        },
    );
    assert_eq!(
        denied.map(|done| done.names()),
        Err(Refusal::Forbidden(Action::ImportRegister))
    );
    let ended = world.ask(world.person("analyst"), Command::WithdrawImport(import));
    assert!(
        ended.is_ok(),
        "whoever may import for the whole country may end another's"
    );
}

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
