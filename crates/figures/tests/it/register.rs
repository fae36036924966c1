//! The register in memory against a plain count over the domain's own fold.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use proptest::prelude::*;
use saqta_domain::ids::{ImportId, InjuryId};
use saqta_domain::import::ImportStage;
use saqta_domain::injury::{
    AgeBand, Cause, Details, InjuryKind, InjuryOutcome, Report, Reporter, Sex, Standing,
};
use saqta_domain::region::Region;
use saqta_figures::cross::{Dimension, Filter, Question, count};
use saqta_figures::register::Register;
use saqta_readmodel::{ImportRow, ReportRow};
use uuid::Uuid;

/// A report, and of which injury and import.
#[derive(Clone, Debug)]
struct Told {
    injury: u8,
    import: Option<u8>,
    details: Option<Details>,
}

fn details() -> impl Strategy<Value = Details> {
    let word = |length: usize| 0..length;
    (
        (
            word(Reporter::ALL.len()),
            proptest::option::of(word(Region::ALL.len())),
            word(InjuryKind::ALL.len()),
            word(InjuryOutcome::ALL.len()),
            proptest::option::of(word(Cause::ALL.len())),
            proptest::option::of(word(AgeBand::ALL.len())),
        ),
        (
            0_i32..900,
            proptest::option::of(0_u8..24),
            proptest::option::of(0_i32..40),
            any::<bool>(),
            proptest::option::of(0_u16..400),
            prop::sample::select(vec!["", "Q", "86", "86.10", "05.10", "41.20"]),
            prop::sample::select(vec!["", "s1", "s2"]),
        ),
    )
        .prop_map(|((reporter, region, kind, outcome, cause, age), rest)| {
            let (day, hour, delay, severe, days, activity, site) = rest;
            let date = jiff::civil::date(2023, 11, 3) + jiff::Span::new().days(day);
            Details {
                reporter: Reporter::ALL[reporter],
                site: (!site.is_empty()).then(|| site.into()),
                region: region.map(|region| Region::ALL[region]),
                employer: "000000000039".parse().ok().filter(|_| severe),
                host: "000000000040".parse().ok().filter(|_| hour.is_some()),
                activity: activity.parse().ok(),
                date,
                hour,
                reported: delay.map(|delay| date + jiff::Span::new().days(delay)),
                kind: InjuryKind::ALL[kind],
                outcome: InjuryOutcome::ALL[outcome],
                severe,
                days_lost: days,
                days_restricted: days.filter(|_| severe),
                cause: cause.map(|cause| Cause::ALL[cause]),
                deviation: "83".parse().ok().filter(|_| kind == 0),
                contact: "11".parse().ok().filter(|_| kind == 1),
                injury_type: "000".parse().ok().filter(|_| kind == 2),
                body_part: "00".parse().ok().filter(|_| kind == 3),
                sex: age.map(|age| Sex::ALL[age % 2]),
                age: age.map(|age| AgeBand::ALL[age]),
            }
        })
}

fn told() -> impl Strategy<Value = Told> {
    let details = proptest::option::weighted(0.9, details());
    (0_u8..12, proptest::option::of(0_u8..3), details).prop_map(|(injury, import, details)| Told {
        injury,
        import,
        details,
    })
}

fn injury(number: u8) -> InjuryId {
    InjuryId(Uuid::from_u128(u128::from(number) + 1))
}

fn import(number: u8) -> ImportId {
    ImportId(Uuid::from_u128(u128::from(number) + 1))
}

fn stage(number: u8, completed: [bool; 3]) -> ImportRow {
    ImportRow {
        import: import(number),
        position: 1,
        changed: 1,
        at: Timestamp::UNIX_EPOCH,
        by: None,
        stage: if completed[usize::from(number)] {
            ImportStage::Completed
        } else {
            ImportStage::Withdrawn
        },
        digest: String::new(),
        name: None,
        rows: 0,
    }
}

fn row(position: usize, told: &Told) -> ReportRow {
    ReportRow {
        position: position as u64 + 1,
        at: "2026-06-01T00:00:00Z".parse().expect("it is a time"),
        by: None,
        injury: injury(told.injury),
        // A withdrawal is nobody's import.
        import: told.import.filter(|_| told.details.is_some()).map(import),
        alarm: None,
        number: None,
        details: told.details.clone(),
    }
}

/// The domain withdraws only what was reported.
fn sound(told: Vec<Told>) -> Vec<Told> {
    let mut known = std::collections::BTreeSet::new();
    told.into_iter()
        .filter(|told| {
            let reported = told.details.is_some();
            if reported {
                known.insert(told.injury);
            }
            reported || known.contains(&told.injury)
        })
        .collect()
}

fn standings(told: &[Told], completed: [bool; 3]) -> Vec<Standing> {
    let mut reports: BTreeMap<u8, Vec<Report>> = BTreeMap::new();
    for each in told {
        let counts =
            each.details.is_none() || each.import.is_none_or(|import| completed[usize::from(import)]);
        if counts {
            reports.entry(each.injury).or_default().push(Report {
                import: None,
                details: each.details.clone(),
            });
        }
    }
    reports
        .values()
        .filter_map(|reports| Standing::of(reports.iter()))
        .collect()
}

proptest! {
    #[test]
    fn every_crossing_counts_what_the_domain_counts(
        told in proptest::collection::vec(told(), 0..60),
        before in any::<[bool; 3]>(),
        after in any::<[bool; 3]>(),
        cut in 0_usize..60,
    ) {
        let told = sound(told);
        let mut register = Register::default();
        for (position, each) in told.iter().enumerate() {
            if position == cut {
                register.set_imports(&[0, 1, 2].map(|number| stage(number, before)));
            }
            register.take(row(position, each));
        }
        register.set_imports(&[0, 1, 2].map(|number| stage(number, after)));
        let standing = standings(&told, after);

        let by = vec![
            Dimension::Region,
            "division".parse().expect("it is a dimension"),
            Dimension::Quarter,
            Dimension::Hour,
            Dimension::Reporters,
        ];
        let cells = count(&register, &Question { filter: Filter::default(), by });
        let mut expected: HashMap<Vec<Option<String>>, (u64, u64, u64)> = HashMap::new();
        for each in &standing {
            let details = &each.details;
            let key = vec![
                details.region.map(|region| region.code().to_owned()),
                details
                    .activity
                    .and_then(|activity| activity.at(saqta_domain::activity::Level::Division))
                    .map(String::from),
                Some(format!("{}-Q{}", details.date.year(), (details.date.month() - 1) / 3 + 1)),
                details.hour.map(|hour| format!("{hour:02}")),
                Some(each.reporters.to_string()),
            ];
            let cell = expected.entry(key).or_default();
            cell.0 += 1;
            cell.1 += u64::from(details.outcome == InjuryOutcome::Fatal);
            cell.2 += details.days_lost.map_or(0, u64::from);
        }
        let counted: HashMap<_, _> = cells
            .into_iter()
            .map(|cell| (cell.key, (cell.tally.count, cell.tally.fatal, cell.tally.days_lost)))
            .collect();
        prop_assert_eq!(counted, expected);

        for each in 0..12 {
            let found = register.row(injury(each)).and_then(|row| register.details(row));
            let alone: Vec<Told> = told.iter().filter(|told| told.injury == each).cloned().collect();
            let expected = standings(&alone, after).pop().map(|standing| standing.details);
            prop_assert_eq!(found, expected);
        }
    }
}

#[test]
fn weekdays_are_those_of_the_calendar() {
    let mut register = Register::default();
    for (position, day) in ["2026-03-02", "2026-03-08"].into_iter().enumerate() {
        let details = Details {
            reporter: Reporter::Employer,
            site: None,
            region: None,
            employer: None,
            host: None,
            activity: None,
            date: day.parse().expect("it is a day"),
            hour: None,
            reported: None,
            kind: InjuryKind::Other,
            outcome: InjuryOutcome::Medical,
            severe: false,
            days_lost: None,
            days_restricted: None,
            cause: None,
            deviation: None,
            contact: None,
            injury_type: None,
            body_part: None,
            sex: None,
            age: None,
        };
        let told = Told {
            injury: u8::try_from(position).expect("it is small"),
            import: None,
            details: Some(details),
        };
        register.take(row(position, &told));
    }
    let by = vec![Dimension::Weekday];
    let cells = count(
        &register,
        &Question {
            filter: Filter::default(),
            by,
        },
    );
    let days: Vec<_> = cells.iter().filter_map(|cell| cell.key[0].as_deref()).collect();
    assert_eq!(days, ["1", "7"], "a Monday and a Sunday");
}
