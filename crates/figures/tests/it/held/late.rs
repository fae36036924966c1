//! Late reports: what came between releases of the same months.

use proptest::prelude::*;
use saqta_domain::injury::Sex;
use saqta_domain::region::Region;
use saqta_figures::release::Unpublishable;

use super::leaks::rows;
use super::office::{Office, REGIONS, reports, take};

#[test]
fn a_revision_by_enough_reports_does_not_tell_which_code_had_few_of_them() {
    let mut office = Office::default();
    for region in REGIONS {
        office.report(30, 2, region, Sex::Male, 'o');
        office.report(20, 3, region, Sex::Female, 's');
    }
    office.publish("2025-Q1").expect("it may be published");
    office.later();
    office.report(1, 2, Region::Karaganda, Sex::Male, 's');
    office.report(7, 2, Region::Kostanay, Sex::Male, 'o');
    let revision = office.publish("2025-Q1").expect("eight reports are enough");
    let regions = rows(revision, "region")
        .iter()
        .filter(|row| row.count.is_some())
        .count();
    assert_eq!(revision.total.count, 208);
    assert!(regions >= 2, "{regions} regions are told");
    assert_eq!(office.leaks(), [""; 0]);
}

#[test]
fn a_late_report_is_not_told_where_another_release_withholds_only_zeros() {
    let mut office = Office::default();
    office.report(31, 1, Region::Karaganda, Sex::Male, 'o');
    office.report(8, 1, Region::Kostanay, Sex::Male, 's');
    office.report(2, 4, Region::Karaganda, Sex::Male, 'f');
    office.report(3, 4, Region::Kostanay, Sex::Male, 'f');
    office.publish("2025-Q1").expect("it may be published");
    office.later();
    office.report(5, 1, Region::Karaganda, Sex::Male, 'f');
    office.report(1, 1, Region::Karaganda, Sex::Male, 's');
    office.publish("2025-Q2").expect("it may be published");
    let half = office.publish("2025-H1").expect("its totals stand");
    assert_eq!(half.told_before, [""; 0], "nothing told it before");
    assert_eq!(office.leaks(), [""; 0]);
}

#[test]
fn a_late_death_is_not_told_by_a_quarter_whose_half_year_did_not_know_it() {
    let mut office = Office::default();
    for region in REGIONS {
        office.report(30, 2, region, Sex::Male, 'o');
        office.report(30, 5, region, Sex::Female, 'o');
    }
    office.report(13, 2, Region::Kostanay, Sex::Male, 'f');
    office.publish("2025-H1").expect("it may be published");
    office.later();
    office.report(1, 2, Region::Karaganda, Sex::Male, 'f');
    office.report(8, 2, Region::Kostanay, Sex::Male, 'o');
    let quarter = office.publish("2025-Q1").expect("its totals stand");
    assert_eq!(quarter.total.fatal, 14);
    assert_eq!(office.leaks_of_codes(), [""; 0]);
}

#[test]
fn a_late_death_is_hidden_in_every_release_beside_the_same_codes() {
    let mut office = Office::default();
    for region in REGIONS {
        office.report(20, 2, region, Sex::Male, 'o');
        office.report(20, 5, region, Sex::Female, 'o');
    }
    office.report(6, 2, Region::Aktobe, Sex::Male, 'f');
    office.report(7, 2, Region::Atyrau, Sex::Male, 'f');
    office.report(3, 5, Region::Karaganda, Sex::Male, 'f');
    office.report(10, 5, Region::Kostanay, Sex::Male, 'f');
    office.publish("2025-Q1").expect("it may be published");
    office.later();
    office.report(1, 2, Region::Karaganda, Sex::Male, 'f');
    office.report(8, 2, Region::Atyrau, Sex::Male, 'o');
    for period in ["2025-Q2", "2025-H1"] {
        office.publish(period).expect("its totals stand");
    }
    office.later();
    office.report(2, 2, Region::Aktobe, Sex::Male, 'f');
    office.report(9, 2, Region::Atyrau, Sex::Male, 'o');
    for period in ["2025-H1", "2025-Q1"] {
        office.publish(period).expect("eleven reports are enough");
    }
    assert_eq!(office.leaks_of_codes(), [""; 0]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn late_reports_are_told_by_no_release_of_the_same_months_code_by_code(
        reports in reports(9, 40),
        late in proptest::collection::vec(reports(3, 6), 2),
        // Not a half-year and its quarter that are both revised after the other: what several ways say together is not kept.
        periods in proptest::sample::select(vec![
            vec![vec!["2025-Q1", "2025-Q2"], vec!["2025-H1"], vec!["2025-H1"]],
            vec![vec!["2025-H1"], vec!["2025-H1"], vec!["2025-H1"]],
            vec![vec!["2025-H1", "2025-Q2"], vec!["2025-Q1"], vec!["2025-Q2"]],
            vec![vec!["2025-H1"], vec!["2025-Q1"], vec!["2025-Q2"]],
        ]),
    ) {
        let mut office = Office::default();
        take(&mut office, &reports);
        for (wave, periods) in periods.into_iter().enumerate() {
            for period in periods {
                let refused = office.publish(period).err();
                let is_of_parts = matches!(refused, Some(Unpublishable::TooLittleChangedTogether { .. }));
                prop_assert!(!is_of_parts, "{period}: {refused:?}");
            }
            if let Some(late) = late.get(wave) {
                office.later();
                take(&mut office, late);
            }
        }
        // A month's total is the country's, and late reports of it may be told by totals, which stand.
        prop_assert_eq!(office.leaks_of_codes(), [""; 0]);
    }
}
