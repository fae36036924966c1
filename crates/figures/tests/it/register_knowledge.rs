//! Claims checked against a register, its series, and what ships with the program. All people here are synthetic.

mod counters;
mod withheld;

use jiff::civil::Date;
use saqta_domain::ids::InjuryId;
use saqta_domain::injury::{Details, InjuryKind, InjuryOutcome, Reporter};
use saqta_domain::period::Period;
use saqta_domain::region::Region;
use saqta_domain::series::{Series, SeriesCell, Unit};
use saqta_figures::headline::{Claim, Kind, Report, Verdict, check};
use saqta_figures::knowledge::{Counter, Place, Published, RegisterKnowledge, Terms};
use saqta_figures::measure::Exposures;
use saqta_figures::register::Register;
use saqta_readmodel::{ReportRow, SeriesRow};
use uuid::Uuid;

use Kind::{Change, Count, Rank, Rate, Share};
use Verdict::{Holds, Implausible, Mixed, Noise, Unknown};

/// The given release, as of a year that no reference knows.
fn release() -> String {
    include_str!("releases/headline.en.txt").replace("2025", "2031")
}

const AS_OF: Date = jiff::civil::date(2031, 5, 1);

#[derive(Default)]
struct Kept {
    register: Register,
    exposures: Exposures,
    reported: u64,
}

impl Kept {
    /// Reports so many injuries of one day in a region, as many of them deadly, in a section.
    fn injure(&mut self, day: &str, region: &str, section: &str, count: u64, fatal: u64) {
        for number in 0..count {
            self.reported += 1;
            let is_fatal = number < fatal;
            let details = Details {
                reporter: Reporter::Employer,
                site: None,
                region: Region::from_code(region),
                employer: None,
                host: None,
                activity: section.parse().ok(),
                date: day.parse().unwrap(),
                hour: None,
                reported: None,
                kind: InjuryKind::Other,
                outcome: if is_fatal {
                    InjuryOutcome::Fatal
                } else {
                    InjuryOutcome::LostTime
                },
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
            self.register.take(ReportRow {
                position: self.reported,
                at: "2031-04-02T00:00:00Z".parse().unwrap(),
                by: None,
                injury: InjuryId(Uuid::from_u128(u128::from(self.reported))),
                import: None,
                alarm: None,
                number: None,
                details: Some(details),
            });
        }
    }

    fn series(&mut self, id: &str, counter: &str, unit: Unit, cells: &[(&str, Option<&str>, u64)]) {
        let cells = cells.iter().map(|(period, region, value)| SeriesCell {
            period: period.parse().unwrap(),
            region: region.map(|code| Region::from_code(code).unwrap()),
            activity: None,
            value: *value,
        });
        let series = Series {
            id: id.into(),
            counter: counter.to_owned(),
            unit,
            source: format!("synthetic {id}"),
            published: None,
            cells: cells.collect(),
        };
        self.exposures.take(SeriesRow {
            position: 1,
            at: "2031-04-02T00:00:00Z".parse().unwrap(),
            version: 1,
            series,
        });
    }

    fn knowledge(&self, threshold: u64) -> RegisterKnowledge<'_> {
        let terms = Terms {
            threshold,
            as_of: AS_OF,
            released: &[],
            published: &[],
        };
        RegisterKnowledge::new(&self.register, &self.exposures, terms)
    }

    fn check(&self, text: &str) -> Report {
        check(text, None, &self.knowledge(5))
    }
}

/// A register of 2030 and of the first quarter of 2031, in which it has the figures of the release and `astana` in Astana,
/// of whom 40 died.
fn kept(astana: u64) -> Kept {
    let mut kept = Kept::default();
    for (day, count) in [
        ("2030-01-15", 352),
        ("2030-05-02", 350),
        ("2030-08-30", 350),
        ("2030-12-31", 351),
    ] {
        kept.injure(day, "71", "G", count, 0);
    }
    for (region, count) in [
        ("35", 31),
        ("39", 27),
        ("63", 24),
        ("15", 22),
        ("23", 22),
        ("75", 19),
    ] {
        kept.injure("2031-02-03", region, "C", count, 0);
    }
    kept.injure("2031-03-31", "11", "F", 35, 0);
    kept.injure("2031-01-01", "71", "G", astana, 40);
    let employees = [
        ("2030", None, 7_015_108),
        ("2030", Some("35"), 481_476),
        ("2030", Some("71"), 600_000),
    ];
    kept.series("employees", "bns", Unit::Employees, &employees);
    kept
}

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

fn region(code: &str) -> Place {
    Place::from_code(code).unwrap()
}

fn short(report: &Report) -> Vec<(Kind, Option<f64>, Verdict)> {
    let claims = report.claims.iter();
    claims
        .map(|claim| (claim.kind, claim.value, claim.verdict))
        .collect()
}

fn first(report: &Report) -> &Claim {
    report.claims.first().expect("it claims something")
}

fn of(counts: &[Published], counter: Counter) -> Option<u64> {
    let found = counts.iter().find(|count| count.counter == counter);
    found.map(|count| count.count)
}

#[test]
fn a_release_is_judged_by_the_registers_numbers() {
    let kept = kept(113);
    let report = kept.check(&release());
    assert_eq!(
        short(&report),
        [
            (Count, Some(293.0), Holds),
            (Count, Some(40.0), Holds),
            // Astana has 113, which the release leaves out.
            (Rank, None, Implausible),
            (Count, Some(31.0), Holds),
            (Count, Some(27.0), Holds),
            (Count, Some(24.0), Holds),
            (Count, Some(22.0), Holds),
            (Count, Some(22.0), Holds),
            (Count, Some(19.0), Holds),
            (Change, Some(16.8), Holds),
            (Rate, Some(0.04), Mixed),
            (Share, Some(15.3), Unknown),
            // 35 of 293 in section F.
            (Share, Some(12.0), Holds),
            (Change, Some(6.3), Noise),
        ],
        "{:#?}",
        report.claims
    );
    let count = report.claims[0].recomputed.as_ref().unwrap();
    assert_eq!(count.source.as_deref(), Some("register, 2031-05-01"));
    let change = report.claims[9].recomputed.as_ref().unwrap();
    assert_eq!((change.base, change.base_from), (Some(352), Some("published")));
    let rate = report.claims[10].recomputed.as_ref().unwrap();
    assert_eq!(rate.denominator_id.as_deref(), Some("employees@1/2030/KZ"));
    let five_years = report.claims[13].recomputed.as_ref().unwrap();
    assert_eq!(
        five_years.count,
        Some(1403),
        "the newest whole year of the register"
    );
    assert!(
        report.corrected.contains("counted by the register"),
        "{}",
        report.corrected
    );
}

#[test]
fn a_release_that_the_register_contradicts_is_implausible() {
    let report = kept(120).check(&release());
    let claim = first(&report);
    assert_eq!(
        (claim.value, claim.verdict),
        (Some(293.0), Implausible),
        "{}",
        claim.note
    );
    assert_eq!(claim.recomputed.as_ref().unwrap().published, Some(300));
    assert!(
        claim.note.starts_with("The register counts 300"),
        "{}",
        claim.note
    );
}

#[test]
fn what_was_published_elsewhere_is_still_known() {
    let kept = kept(113);
    let text = include_str!("releases/headline.en.txt");
    let first_of = |report: &Report| (first(report).verdict, first(report).note.contains("ministry"));
    assert_eq!(first_of(&kept.check(text)), (Holds, true));
}
