//! What the register does not tell the headline check: small counts, what would tell them, times that it did not count.

use saqta_domain::region::Region;
use saqta_figures::headline::Verdict::Unknown;
use saqta_figures::knowledge::{Counter, Knowledge, Place, RegisterKnowledge, Terms, What};

use super::{AS_OF, Kept, first, kept, of, period, region};
use saqta_domain::period::Period;

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
