//! Claims checked against a register, its series, and what ships with the program. All people here are synthetic.

use jiff::civil::Date;
use saqta_domain::ids::InjuryId;
use saqta_domain::injury::{Details, InjuryKind, InjuryOutcome, Reporter};
use saqta_domain::period::Period;
use saqta_domain::region::Region;
use saqta_domain::series::{Series, SeriesCell, Unit};
use saqta_figures::headline::{Claim, Kind, Report, Verdict, check};
use saqta_figures::knowledge::{
    Branch, Counter, Knowledge, Place, Published, Reference, RegisterKnowledge, Terms, What,
};
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

#[test]
fn a_small_count_is_not_known_and_neither_is_what_would_tell_it() {
    let mut kept = kept(113);
    kept.injure("2031-02-04", "62", "C", 3, 0);
    let quarter = period("2031-Q1");
    let counts = |threshold, place| {
        let counts = kept
            .knowledge(threshold)
            .counts(What::Injured, place, None, quarter);
        of(&counts, Counter::Register)
    };
    assert_eq!(counts(1, region("62")), Some(3));
    assert_eq!(counts(5, region("62")), None);
    assert_eq!(counts(5, Place::Country), Some(296));
    let told = |threshold| {
        let places = Region::ALL.iter().map(|region| Place::Region(*region));
        places.filter_map(|place| counts(threshold, place)).count()
    };
    assert_eq!(told(1), 20);
    assert!(told(5) < 19, "the country less 19 regions tells of the twentieth");
    let report = kept.check("In the first quarter of 2031, 3 people were injured at work in Ulytau region.");
    let claim = first(&report);
    assert_eq!(claim.verdict, Unknown, "{}", claim.note);
    assert_eq!(claim.recomputed.as_ref().unwrap().published, None);
}

#[test]
fn no_months_can_be_subtracted_to_tell_a_small_count() {
    let mut kept = kept(113);
    kept.injure("2030-02-01", "71", "G", 3, 0);
    let knowledge = kept.knowledge(5);
    let count = |months: &str, place| {
        let counts = knowledge.counts(What::Injured, place, None, period(months));
        of(&counts, Counter::Register)
    };
    let country = |months| count(months, Place::Country);
    assert_eq!((country("2030-Q1"), country("2030-02")), (Some(355), None));
    assert_eq!(country("2030-01"), None, "352 of 355 tell of the other three");
    assert_eq!(country("2030-H1"), Some(705));
    assert_eq!(country("2030-01..05"), Some(705), "nobody in June");
    assert_eq!(country("2030-01..04"), Some(355));
    assert_eq!(count("2030-H1", region("71")), Some(705));
    assert_eq!(
        count("2030-01..05", region("71")),
        None,
        "releases have no months of a region"
    );
}

#[test]
fn a_release_of_a_longer_time_and_its_parts_tell_no_small_count() {
    let mut kept = kept(113);
    for (day, count) in [
        ("2030-01-20", 9),
        ("2030-05-20", 9),
        ("2030-08-20", 2),
        ("2030-12-20", 9),
    ] {
        kept.injure(day, "35", "C", count, 0);
        kept.injure(day, "39", "C", 20, 0);
    }
    let count = |code: &str, months: &str, released: &[Period]| {
        let terms = Terms {
            threshold: 5,
            as_of: AS_OF,
            released,
            published: &[],
        };
        let knowledge = RegisterKnowledge::new(&kept.register, &kept.exposures, terms);
        let counts = knowledge.counts(What::Injured, region(code), None, period(months));
        of(&counts, Counter::Register)
    };
    let (year, half) = (period("2030"), period("2030-H1"));
    assert_eq!(count("35", "2030-Q3", &[]), None);
    assert_eq!(count("35", "2030-Q1", &[]), Some(9));
    assert_eq!(
        count("35", "2030-Q1", &[half]),
        Some(9),
        "9 of 18 leave no small rest"
    );
    assert_eq!(
        count("35", "2030-Q1", &[year]),
        None,
        "29 less three quarters leave the two of the fourth"
    );
    assert_eq!(count("71", "2030-Q1", &[year]), Some(352));
    assert_eq!(
        count("35", "2030-Q1", &[period("2030-02")]),
        None,
        "a release cuts it"
    );
}

#[test]
fn the_register_knows_nothing_of_times_that_it_did_not_count() {
    let mut kept = kept(113);
    kept.injure("2031-04-01", "71", "G", 30, 0);
    let knowledge = kept.knowledge(5);
    let country = |months: &str| {
        let counts = knowledge.counts(What::Injured, Place::Country, None, period(months));
        of(&counts, Counter::Register)
    };
    assert_eq!(country("2029"), None, "before its first injury");
    assert_eq!(country("2031-04"), Some(30));
    assert_eq!(country("2031-Q2"), None, "not over yet");
    assert_eq!(country("2031"), None, "not over yet");
    let mut with_a_gap = Kept::default();
    with_a_gap.injure("2028-01-01", "71", "G", 9, 0);
    with_a_gap.injure("2030-01-01", "71", "G", 9, 0);
    let counts = with_a_gap.knowledge(5);
    let counts = counts.counts(What::Injured, Place::Country, None, period("2029"));
    assert_eq!(counts, [], "nothing is not nobody");
}

#[test]
fn counters_are_never_mixed() {
    let mut kept = kept(113);
    let year = [("2030", None, 2_520), ("2030", Some("35"), 300)];
    kept.series("bns-injured", "BNS", Unit::Injured, &year);
    kept.series("own", "some-other-counter", Unit::Injured, &[("2030", None, 77)]);
    kept.series(
        "deaths",
        "ministry-of-labour",
        Unit::Fatal,
        &[("2030", None, 199)],
    );
    let counts = kept
        .knowledge(5)
        .counts(What::Injured, Place::Country, None, period("2030"));
    let counters: Vec<_> = counts.iter().map(|count| (count.counter, count.count)).collect();
    assert_eq!(counters, [(Counter::Bureau, 2_520), (Counter::Register, 1_403)]);
    for (text, expected) in [
        (
            "According to the Bureau of National Statistics, 2,520 people were injured at work in Kazakhstan in 2030.",
            Holds,
        ),
        ("In 2030, 1,403 people were injured at work in Kazakhstan.", Holds),
        ("In 2030, 199 people died at work in Kazakhstan.", Holds),
        (
            "In 2030, 1,500 people were injured at work in Kazakhstan.",
            Implausible,
        ),
        // The ministry did not publish it, and what others count says nothing about the ministry's count.
        (
            "According to the ministry of labour, 1,500 people were injured at work in Kazakhstan in 2030.",
            Unknown,
        ),
        (
            "In 2030, 2,520 people were injured at work in Kazakhstan, 4.7% more than the 1,403 of a year earlier.",
            Holds,
        ),
    ] {
        let report = kept.check(text);
        assert_eq!(
            first(&report).verdict,
            expected,
            "{text}: {}",
            first(&report).note
        );
    }
    let shares = kept.check(
        "In 2030, 1,403 people were injured at work in Kazakhstan. Karaganda region accounts for 21.4% of them.",
    );
    let share = shares.claims.iter().find(|claim| claim.kind == Share).unwrap();
    assert_ne!(
        share.verdict, Holds,
        "300 of the bureau's are no part of 1,403 of the register's"
    );
}

#[test]
fn a_register_of_the_same_time_changes_nothing_in_what_the_ministry_says() {
    let mut kept = Kept::default();
    for (day, count) in [
        ("2024-01-10", 500),
        ("2024-04-10", 9),
        ("2024-07-10", 9),
        ("2024-10-10", 9),
        ("2025-01-10", 400),
    ] {
        kept.injure(day, "71", "G", count, 0);
        kept.injure(day, "10", "G", 50, 7);
    }
    let text = include_str!("releases/headline.en.txt");
    let with = kept.check(text);
    let without = check(text, None, Reference::shipped());
    for (with, without) in with.claims.iter().zip(&without.claims) {
        assert_eq!(with, without, "the register is set against {}", without.text);
    }
    assert_eq!(with.corrected, without.corrected);
}

#[test]
fn part_and_whole_of_a_denominator_come_from_one_source() {
    let kept = kept(113);
    let knowledge = kept.knowledge(5);
    let people = |place, months: &str| {
        let found = knowledge.employees(place, period(months));
        found.map(|found| (found.people, found.year))
    };
    assert_eq!(people(Place::Country, "2031-Q1"), Some((7_015_108.0, 2030)));
    assert_eq!(people(region("35"), "2031-Q1"), Some((481_476.0, 2030)));
    assert_eq!(people(region("39"), "2031-Q1"), None, "the series does not say");
    assert_eq!(people(Place::Country, "2025"), Some((7_169_107.0, 2025)));
    assert!(people(region("39"), "2025").is_some(), "the reference says");
    assert_eq!(people(Place::Country, "2040"), None);
}

#[test]
fn sections_are_counted_and_groups_that_are_none_are_not() {
    let kept = kept(113);
    let knowledge = kept.knowledge(5);
    let count = |branch: &str| {
        let branch = Branch::from_code(branch).unwrap();
        let counts = knowledge.counts(What::Injured, Place::Country, Some(branch), period("2031-Q1"));
        of(&counts, Counter::Register)
    };
    assert_eq!((count("F"), count("B"), count("B+C")), (Some(35), Some(0), None));
}

#[test]
fn a_small_count_of_the_country_is_not_known_either() {
    let mut kept = Kept::default();
    kept.injure("2030-01-02", "71", "G", 30, 3);
    let knowledge = kept.knowledge(5);
    let count = |what| {
        let counts = knowledge.counts(what, Place::Country, None, period("2030-Q1"));
        of(&counts, Counter::Register)
    };
    assert_eq!((count(What::Injured), count(What::Deaths)), (Some(30), None));
    assert_eq!(count(What::Severe), Some(0), "nobody is told of by a zero");
    assert_eq!(count(What::Accidents), None, "the register counts persons");
}

#[test]
fn an_order_is_of_the_counter_that_knows_most_regions() {
    let mut kept = Kept::default();
    for (number, region) in Region::ALL.iter().enumerate() {
        let count = if *region == Region::Astana {
            90
        } else {
            10 + number as u64
        };
        kept.injure("2025-01-10", region.code(), "G", count, 0);
    }
    // The ministry published six regions of this quarter, without Astana.
    let report = kept
        .check("In the first quarter of 2025, Astana came first by the number of people injured at work.");
    let rank = report
        .claims
        .iter()
        .find(|claim| claim.kind == Rank)
        .expect("it is an order");
    let numbers = rank.recomputed.as_ref().expect("the register knows it");
    assert_eq!(rank.verdict, Holds, "{}", rank.note);
    assert_eq!((numbers.count, numbers.regions_unknown), (Some(90), Some(0)));
}
