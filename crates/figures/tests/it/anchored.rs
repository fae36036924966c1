//! Deaths without injuries, by section; the register is synthetic. The intervals and p-values were computed apart, from the
//! hypergeometric distribution itself.

use saqta_domain::ids::InjuryId;
use saqta_domain::injury::{Details, InjuryKind, InjuryOutcome, Reporter};
use saqta_domain::series::{Series, SeriesCell, Unit};
use saqta_figures::analysis::anchored::{Anchored, anchored};
use saqta_figures::analysis::reference::References;
use saqta_figures::analysis::unreported::unequal;
use saqta_figures::cross::Filter;
use saqta_figures::measure::Exposures;
use saqta_figures::register::Register;
use saqta_readmodel::{ReportRow, SeriesRow};
use saqta_statistics::Level;
use uuid::Uuid;

/// Deaths and other injuries of construction, and of health care.
fn register() -> Register {
    let mut register = Register::default();
    let mut position = 0;
    for (activity, fatal, others) in [("41.20", 5, 100), ("86.10", 2, 4)] {
        for number in 0..fatal + others {
            position += 1;
            register.take(ReportRow {
                position,
                at: "2026-01-20T00:00:00Z".parse().expect("it is a time"),
                by: None,
                injury: InjuryId(Uuid::from_u128(u128::from(position))),
                import: None,
                alarm: None,
                number: None,
                details: Some(Details {
                    activity: activity.parse().ok(),
                    outcome: if number < fatal {
                        InjuryOutcome::Fatal
                    } else {
                        InjuryOutcome::LostTime
                    },
                    ..details()
                }),
            });
        }
    }
    register
}

fn details() -> Details {
    Details {
        reporter: Reporter::Employer,
        site: None,
        region: None,
        employer: None,
        host: None,
        activity: None,
        date: jiff::civil::date(2025, 5, 10),
        hour: None,
        reported: None,
        kind: InjuryKind::Other,
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

fn held_against(references: &References) -> Vec<Anchored> {
    anchored(&register(), &Filter::default(), references, Level::P95)
}

fn assert_is(found: &Anchored, expected: f64, plausible: [u64; 2], p: f64) {
    assert!((found.expected - expected).abs() < 1e-9 * expected, "{found:?}");
    assert_eq!([found.lower, found.upper], plausible, "{found:?}");
    assert!((found.p - p).abs() < 1e-7 * p, "{found:?}");
}

/// A series of a section, of all sections, and of a division, which is no section.
fn series(id: &str, counter: &str, unit: Unit, of: &[(&str, &str, u64)]) -> Series {
    let cell = |(period, activity, value): &(&str, &str, u64)| SeriesCell {
        period: period.parse().expect("it is a period"),
        region: None,
        activity: activity.parse().ok(),
        value: *value,
    };
    Series {
        id: id.into(),
        counter: counter.to_owned(),
        unit,
        source: "synthetic".to_owned(),
        published: None,
        cells: of.iter().map(cell).collect(),
    }
}

fn taken_in(series: impl IntoIterator<Item = Series>) -> References {
    let mut exposures = Exposures::default();
    for (position, series) in (1..).zip(series) {
        exposures.take(SeriesRow {
            position,
            at: jiff::Timestamp::UNIX_EPOCH,
            version: 1,
            series,
        });
    }
    References::with(&exposures)
}

#[test]
fn a_section_is_held_against_its_own_ratio_and_else_against_that_of_all_and_says_so() {
    let found = held_against(References::shipped());
    let [construction, health] = &found[..] else {
        panic!("two sections: {found:?}");
    };
    assert_is(
        construction,
        5.0 * 364_486.0 / 752.0,
        [783, 5683],
        3.066_585_397e-6,
    );
    assert_eq!(construction.reference.section.as_deref(), Some("F"));
    assert_is(health, 1810.0, [218, 6546], 1.823_690_276e-5);
    assert_eq!(health.reference.section, None, "no figures of its own are known");
    assert!(
        construction.reference.source.contains("22.9 %"),
        "{construction:?}"
    );
}

#[test]
fn a_reference_that_was_taken_in_comes_first_and_its_own_chance_widens_the_interval() {
    let eurostat = |unit: Unit, of: &[_]| series(unit.code(), "Eurostat", unit, of);
    let references = taken_in([
        eurostat(
            Unit::Fatal,
            &[
                ("2021", "F", 50),
                ("2022", "F", 40),
                ("2023", "F", 7),
                ("2022", "86", 9),
            ],
        ),
        eurostat(
            Unit::NonFatal,
            &[("2021", "F", 500), ("2022", "F", 600), ("2022", "86", 9)],
        ),
    ]);
    let found = held_against(&references);
    assert_is(&found[0], 75.0, [21, 193], 0.787_522_288_2);
    let Some(basis) = found.first().map(|found| &found.reference) else {
        panic!("construction is held against something");
    };
    assert_eq!(
        (basis.period.to_string().as_str(), basis.source.as_str()),
        ("2022", "fatal@1, non-fatal@1: synthetic"),
        "the latest year that both know"
    );
    assert!(
        !found[0].stands_out,
        "a hundred beside five deaths is what this reference has"
    );
    assert_eq!(
        found[1].reference.fatal, 3286,
        "health care is still held against the whole"
    );
    // A reference of the same ratio a thousand times as large leaves less to chance.
    let large = taken_in([
        eurostat(Unit::Fatal, &[("2022", "F", 40_000)]),
        eurostat(Unit::NonFatal, &[("2022", "F", 600_000)]),
    ]);
    let narrower = &held_against(&large)[0];
    assert!(
        narrower.lower > found[0].lower && narrower.upper < found[0].upper,
        "{narrower:?} is not narrower than {:?}",
        found[0]
    );
}

#[test]
fn only_what_eurostat_counted_is_a_reference() {
    let own = taken_in([
        series("fatal", "ministry", Unit::Fatal, &[("2022", "F", 40)]),
        series("non-fatal", "ministry", Unit::NonFatal, &[("2022", "F", 600)]),
    ]);
    assert_eq!(
        &own,
        References::shipped(),
        "the country is no reference for itself"
    );
    let without_deaths = taken_in([
        series("fatal", "eurostat", Unit::Fatal, &[("2022", "F", 0)]),
        series("non-fatal", "eurostat", Unit::NonFatal, &[("2022", "F", 600)]),
    ]);
    assert_eq!(
        &without_deaths,
        References::shipped(),
        "no ratio is made without a death"
    );
}

#[test]
fn a_reference_whose_sections_do_not_come_to_its_whole_is_no_sign() {
    let parts = [("2022", "", 700), ("2022", "F", 800)];
    let of = |counter| unequal(1, &series("fatal", counter, Unit::Fatal, &parts)).len();
    assert_eq!((of("ministry"), of("eurostat")), (1, 0));
}
