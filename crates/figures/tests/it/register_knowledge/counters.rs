//! The register beside series of other counters, and the denominators of several sources.

use saqta_domain::region::Region;
use saqta_domain::series::Unit;
use saqta_figures::headline::{Kind, Verdict, check};
use saqta_figures::knowledge::{Branch, Counter, Knowledge, Place, Reference, What};

use super::{Kept, first, kept, of, period, region};
use Kind::{Rank, Share};
use Verdict::{Holds, Implausible, Unknown};

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
    let text = include_str!("../releases/headline.en.txt");
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
