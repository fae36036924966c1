//! Releases against an attacker who adds and subtracts whatever they publish, in every way at once: each published figure is an
//! equation over the injuries of a code, an outcome, a month and a wave of reports, and what the equations together fix is
//! known. The attacker knows that a count of none is none in each part of it, and shares no code with what withholds.

mod attacker;
mod late;
mod leaks;
mod office;

use proptest::prelude::*;
use saqta_domain::injury::Sex;
use saqta_domain::region::Region;
use saqta_figures::release::Unpublishable;

use leaks::rows;
use office::{Office, reports, take};

#[test]
fn months_that_do_not_follow_each_other_are_not_told_by_what_lies_between() {
    let mut office = Office::default();
    for (month, women) in [(1, 1), (2, 9), (3, 1)] {
        office.report(women, month, Region::Karaganda, Sex::Female, 'o');
        office.report(20, month, Region::Karaganda, Sex::Male, 'o');
    }
    for period in ["2025-Q1", "2025-02"] {
        office.publish(period).expect("it may be published");
    }
    assert_eq!(office.leaks(), [""; 0]);
}

#[test]
fn a_month_that_a_quarter_withholds_is_told_by_no_later_total() {
    let published = || {
        let mut office = Office::default();
        for (month, dead) in [(1, 2), (2, 3), (3, 6)] {
            office.report(dead, month, Region::Karaganda, Sex::Male, 'f');
            office.report(30, month, Region::Karaganda, Sex::Male, 'o');
            office.report(20, month, Region::Kostanay, Sex::Female, 'o');
        }
        office.report(20, 5, Region::Kostanay, Sex::Female, 'o');
        let quarter = office.publish("2025-Q1").expect("it may be published");
        let of_months: Vec<_> = rows(quarter, "month").iter().map(|row| row.fatal).collect();
        assert_eq!(of_months, [None, None, Some(6)]);
        office
    };
    for (period, month) in [
        ("2025-01", "2025-01"),
        ("2025-02", "2025-01"),
        ("2025-02..03", "2025-01"),
    ] {
        let month = month.parse().expect("it is a month");
        let refused = published().publish(period).err();
        assert_eq!(refused, Some(Unpublishable::TellsMonth { month }), "{period}");
    }
    for period in ["2025-01..02", "2025-03", "2025-H1", "2025-04..05", "2025-Q1"] {
        let mut office = published();
        let release = office.publish(period).expect("nothing withheld is told");
        assert_eq!(release.told_before, [""; 0], "{period}");
    }
}

#[test]
fn what_the_total_of_a_month_told_is_said_to_be_told_by_the_quarter_after_it() {
    let mut office = Office::default();
    for (month, dead) in [(1, 2), (2, 7), (3, 6)] {
        office.report(dead, month, Region::Karaganda, Sex::Male, 'f');
        office.report(30, month, Region::Karaganda, Sex::Male, 'o');
        office.report(20, month, Region::Kostanay, Sex::Female, 'o');
    }
    office.publish("2025-01").expect("it may be published");
    let quarter = office.publish("2025-Q1").expect("its total stands");
    assert_eq!(quarter.told_before, ["month/2025-01/fatal"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn releases_together_tell_of_no_few(
        reports in reports(9, 40),
        periods in proptest::sample::subsequence(
            vec!["2025-Q1", "2025-Q2", "2025-H1", "2025-01", "2025-02", "2025-04", "2025-02..04"], 2..6
        ).prop_shuffle(),
    ) {
        let mut office = Office::default();
        take(&mut office, &reports);
        for period in periods {
            let _is_refused = office.publish(period).is_err();
        }
        prop_assert_eq!(office.leaks(), [""; 0]);
    }
}
