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
use saqta_figures::analysis::nowcast::{Foreseen, foresee};
use saqta_figures::cross::{Dimension, Filter, Question, complete, count};
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
        confirmed: Vec::new(),
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

/// An injury of which little is known.
fn plain(day: &str) -> Details {
    Details {
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

proptest! {
    #[test]
    fn what_did_not_happen_is_listed_and_changes_nothing_that_did(
        told in proptest::collection::vec(told(), 0..40),
        completed in any::<[bool; 3]>(),
    ) {
        let mut register = Register::default();
        for (position, each) in sound(told).iter().enumerate() {
            register.take(row(position, each));
        }
        register.set_imports(&[0, 1, 2].map(|number| stage(number, completed)));
        let question = Question {
            filter: Filter::of("2024".parse().expect("it is a year")),
            by: vec![Dimension::Region, Dimension::Employer, Dimension::Month],
        };
        let counted = count(&register, &question);
        let employers: std::collections::BTreeSet<_> =
            counted.iter().filter_map(|cell| cell.key[1].as_ref()).collect();
        let days = (jiff::civil::date(2023, 11, 1), jiff::civil::date(2024, 9, 30));
        let all = complete(counted.clone(), &question, days, 100_000).expect("they are few");
        let keys: std::collections::BTreeSet<_> = all.iter().map(|cell| &cell.key).collect();
        prop_assert_eq!(keys.len(), all.len(), "a cell stands twice");
        // Regions and months that have begun are known beforehand, employers by what they reported.
        prop_assert!(all.len() >= 20 * employers.len() * 9);
        let happened: Vec<_> = all.iter().filter(|cell| cell.tally.count > 0).cloned().collect();
        prop_assert_eq!(happened, counted.clone());
        let known_months = |cell: &&saqta_figures::cross::Cell| {
            cell.tally.count == 0 && cell.key[2].as_deref() > Some("2024-09")
        };
        prop_assert_eq!(all.iter().filter(known_months).count(), 0, "months to come are not empty");
        if all.len() > 1 {
            let refused = complete(counted, &question, days, all.len() - 1);
            prop_assert_eq!(refused.map_err(|error| error.most), Err(all.len() - 1));
        }
    }
}

/// Thirty injuries in each month of two years, reported from at once to four months later.
fn late() -> Register {
    let mut register = Register::default();
    let mut position = 0;
    for month in 0..24_u8 {
        for number in 0..30_u8 {
            let date = jiff::civil::date(2024, 1, 1) + jiff::Span::new().months(month);
            let date = date + jiff::Span::new().days(number % 20);
            let delay = [0, 0, 0, 31, 31, 62, 62, 93, 124, 0][usize::from((number + month) % 10)];
            let mut details = plain("2024-01-01");
            details.date = date;
            details.reported = Some(date + jiff::Span::new().days(delay));
            let told = Told {
                injury: 0,
                import: None,
                details: Some(details),
            };
            let mut told = row(position, &told);
            told.injury = InjuryId(Uuid::from_u128(position as u128 + 1));
            register.take(told);
            position += 1;
        }
    }
    register
}

#[test]
fn the_band_of_a_quarter_is_narrower_than_those_of_its_months_added() {
    let register = late();
    let as_of = jiff::civil::date(2025, 12, 31);
    let band = |period: &str| {
        let period = period.parse().expect("it is a period");
        let level = saqta_statistics::Level::P95;
        foresee(&register, &Filter::default(), period, as_of, level).expect("delays are known")
    };
    let months = ["2025-10", "2025-11", "2025-12"].map(band);
    let quarter = band("2025-Q4");
    let sum = |of: fn(&Foreseen) -> f64| months.iter().map(of).sum::<f64>();
    assert_eq!(
        quarter.reported,
        months.iter().map(|month| month.reported).sum::<u64>()
    );
    assert!((quarter.total - sum(|month| month.total)).abs() < 1e-9);
    let (together, added) = (
        quarter.upper - quarter.lower,
        sum(|month| month.upper - month.lower),
    );
    assert!(together < 0.9 * added, "{together} is not less than {added}");
    assert!(
        quarter.lower <= 90.0 && 90.0 <= quarter.upper,
        "{quarter:?} holds what will come: 90"
    );
}

#[test]
fn weekdays_are_those_of_the_calendar() {
    let mut register = Register::default();
    for (position, day) in ["2026-03-02", "2026-03-08"].into_iter().enumerate() {
        let details = plain(day);
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
