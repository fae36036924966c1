//! Releases beside each other: what one withholds, the others together do not tell.

use saqta_domain::ids::InjuryId;
use saqta_domain::injury::{Details, InjuryKind, InjuryOutcome, Reporter};
use saqta_domain::region::Region;
use saqta_domain::release::ReleaseSpec;
use saqta_figures::measure::Exposures;
use saqta_figures::register::Register;
use saqta_figures::release::{Earlier, Release, Source, Unpublishable, build, may_be_published};
use saqta_readmodel::ReportRow;
use uuid::Uuid;

/// A register with so many injuries of a region in each quarter of 2025.
fn register(counts: &[(Region, [u64; 4])]) -> Register {
    let mut register = Register::default();
    let mut position = 0;
    for (region, quarters) in counts {
        for (quarter, count) in (0_i8..).zip(quarters) {
            for _ in 0..*count {
                position += 1;
                register.take(row(
                    position,
                    *region,
                    jiff::civil::date(2025, quarter * 3 + 2, 10),
                ));
            }
        }
    }
    register
}

fn row(position: u64, region: Region, date: jiff::civil::Date) -> ReportRow {
    ReportRow {
        position,
        at: "2026-01-20T00:00:00Z".parse().expect("it is a time"),
        by: None,
        injury: InjuryId(Uuid::from_u128(u128::from(position))),
        import: None,
        alarm: None,
        number: None,
        details: Some(Details {
            reporter: Reporter::Employer,
            site: None,
            region: Some(region),
            employer: None,
            host: None,
            activity: None,
            date,
            hour: None,
            reported: None,
            kind: InjuryKind::Other,
            outcome: InjuryOutcome::LostTime,
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
        }),
    }
}

fn publish(register: &Register, period: &str, earlier: &mut Vec<Earlier>) -> Release {
    let spec = ReleaseSpec {
        id: format!("kz-{}", period.to_lowercase()).as_str().into(),
        period: period.parse().expect("it is a period"),
        denominators: Vec::new(),
        threshold: 5,
        synthetic: false,
    };
    let source = Source {
        register,
        exposures: &Exposures::default(),
        position: register.position(),
        as_of: jiff::civil::date(2026, 1, 20),
        earlier,
    };
    let release = build(source, &spec);
    let json = release.to_json().expect("it is JSON");
    assert_eq!(
        build(source, &spec).to_json().expect("it is JSON"),
        json,
        "the same source, other bytes"
    );
    earlier.push(Earlier::read(&json).expect("it is a release"));
    release
}

fn count(release: &Release, region: Region) -> Option<u64> {
    let table = release
        .tables
        .iter()
        .find(|table| table.by == "region")
        .expect("there are regions");
    let row = table
        .rows
        .iter()
        .find(|row| row.code.as_deref() == Some(region.code()));
    row.expect("the region has a row").count
}

#[test]
fn four_quarters_and_the_year_do_not_tell_a_withheld_quarter() {
    let counts = [
        (Region::Karaganda, [9, 9, 2, 9]),
        (Region::Kostanay, [8, 8, 8, 8]),
        (Region::Atyrau, [7, 7, 7, 7]),
        (Region::Aktobe, [11, 11, 11, 11]),
    ];
    let register = register(&counts);
    let mut earlier = Vec::new();
    let quarters: Vec<Release> = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]
        .map(|quarter| publish(&register, quarter, &mut earlier))
        .into();
    assert_eq!(
        count(&quarters[2], Region::Karaganda),
        None,
        "two injuries are a small cell"
    );
    let year = publish(&register, "2025", &mut earlier);
    for (region, of_quarters) in counts {
        let told: Vec<u64> = quarters
            .iter()
            .filter_map(|quarter| count(quarter, region))
            .collect();
        if let (Some(year), 3) = (count(&year, region), told.len()) {
            let rest = year - told.iter().sum::<u64>();
            panic!("{region:?}: the year less three quarters is {rest}, of {of_quarters:?}");
        }
    }
}

#[test]
fn the_year_first_and_its_quarters_after_tell_no_more() {
    let counts = [
        (Region::Karaganda, [9, 9, 2, 9]),
        (Region::Kostanay, [8, 8, 8, 8]),
        (Region::Atyrau, [7, 7, 7, 7]),
    ];
    let register = register(&counts);
    let mut earlier = Vec::new();
    let year = publish(&register, "2025", &mut earlier);
    assert_eq!(count(&year, Region::Karaganda), Some(29));
    let quarters: Vec<Release> = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]
        .map(|quarter| publish(&register, quarter, &mut earlier))
        .into();
    let told = quarters
        .iter()
        .filter_map(|quarter| count(quarter, Region::Karaganda));
    assert!(told.count() < 3, "three quarters and the year tell the fourth");
}

#[test]
fn a_revision_tells_nothing_that_the_one_before_withheld() {
    let counts = [
        (Region::Karaganda, [9, 0, 0, 0]),
        (Region::Kostanay, [4, 0, 0, 0]),
        (Region::Atyrau, [6, 0, 0, 0]),
        (Region::Aktobe, [11, 0, 0, 0]),
    ];
    let mut register = register(&counts);
    let mut earlier = Vec::new();
    let first = publish(&register, "2025-Q1", &mut earlier);
    let hidden: Vec<Region> = counts
        .iter()
        .map(|(region, _)| *region)
        .filter(|region| count(&first, *region).is_none())
        .collect();
    assert!(hidden.len() >= 2, "a small cell is withheld, and another with it");
    assert!(hidden.contains(&Region::Atyrau), "the smallest of the others");
    for late in 1_000..1_006 {
        register.take(row(late, Region::Atyrau, jiff::civil::date(2025, 2, 3)));
    }
    let second = publish(&register, "2025-Q1", &mut earlier);
    assert_eq!(second.revision, 2);
    for (region, _) in counts {
        assert_eq!(
            count(&second, region).is_none(),
            hidden.contains(&region),
            "{region:?}: what is told now was hidden before, and tells what else was"
        );
    }
}

#[test]
fn where_few_died_no_row_tells_that_nobody_did() {
    let mut register = register(&[
        (Region::Karaganda, [9, 0, 0, 0]),
        (Region::Kostanay, [8, 0, 0, 0]),
        (Region::Atyrau, [7, 0, 0, 0]),
    ]);
    for position in 1_000..1_002 {
        let mut death = row(position, Region::Atyrau, jiff::civil::date(2025, 2, 3));
        if let Some(details) = &mut death.details {
            details.outcome = InjuryOutcome::Fatal;
        }
        register.take(death);
    }
    let release = publish(&register, "2025-Q1", &mut Vec::new());
    assert_eq!(release.total.fatal, 2, "a country's total tells of nobody");
    let regions = release.tables.iter().find(|table| table.by == "region");
    let rows = &regions.expect("there are regions").rows;
    assert!(rows.len() >= 3, "{rows:?}");
    for row in rows {
        assert_eq!(
            row.fatal, None,
            "where nobody died is told, and so where somebody did: {row:?}"
        );
    }
}

#[test]
fn ones_that_add_up_to_their_number_are_not_told_by_the_others_zeros() {
    let ones: Vec<(Region, [u64; 4])> = Region::ALL[..11]
        .iter()
        .map(|region| (*region, [1, 0, 0, 0]))
        .collect();
    let release = publish(&register(&ones), "2025-Q1", &mut Vec::new());
    let table = release
        .tables
        .iter()
        .find(|table| table.by == "region")
        .expect("there are regions");
    let withheld = table.rows.iter().filter(|row| row.count.is_none()).count();
    assert!(
        withheld > 11,
        "{withheld} rows are withheld, and 11 are injured: each is one"
    );
}

#[test]
fn periods_that_overlap_do_not_tell_what_lies_between_them() {
    let mut register = register(&[
        (Region::Karaganda, [20, 0, 0, 0]),
        (Region::Kostanay, [20, 0, 0, 0]),
        (Region::Atyrau, [20, 0, 0, 0]),
    ]);
    for position in 1_000..1_002 {
        register.take(row(position, Region::Atyrau, jiff::civil::date(2025, 3, 3)));
    }
    let mut earlier = Vec::new();
    let quarter = publish(&register, "2025-Q1", &mut earlier);
    assert_eq!(count(&quarter, Region::Atyrau), Some(22));
    let two_months = publish(&register, "2025-01..02", &mut earlier);
    assert_eq!(
        count(&two_months, Region::Atyrau),
        None,
        "the quarter less two months tells two injuries of March"
    );
}

#[test]
fn late_reports_are_not_told_by_releases_of_other_periods() {
    let mut register = register(&[
        (Region::Karaganda, [20, 0, 0, 0]),
        (Region::Kostanay, [20, 0, 0, 0]),
        (Region::Atyrau, [20, 0, 0, 0]),
    ]);
    let mut earlier = Vec::new();
    publish(&register, "2025-Q1", &mut earlier);
    for position in 1_000..1_002 {
        register.take(row(position, Region::Atyrau, jiff::civil::date(2025, 3, 3)));
    }
    let half = publish(&register, "2025-H1", &mut earlier);
    assert_eq!(
        count(&half, Region::Atyrau),
        None,
        "the half-year less its first quarter tells the two late reports"
    );
}

#[test]
fn a_year_of_releases_is_published_in_seconds() {
    let mut register = Register::default();
    for position in 1..20_000_u64 {
        let region = Region::ALL[(position * position % 97 % 20) as usize];
        let month = (position % 12) as i8 + 1;
        let mut each = row(position, region, jiff::civil::date(2025, month, 10));
        if let Some(details) = &mut each.details {
            details.severe = position % 9 == 0;
            if position % 23 == 0 {
                details.outcome = InjuryOutcome::Fatal;
            }
        }
        register.take(each);
    }
    let mut earlier = Vec::new();
    let began = std::time::Instant::now();
    for period in [
        "2025-Q1",
        "2025-H1",
        "2025-Q2",
        "2025-04",
        "2025-01..09",
        "2025-Q3",
    ] {
        publish(&register, period, &mut earlier);
        assert!(
            began.elapsed() < std::time::Duration::from_secs(60),
            "{period}: {:?} so far",
            began.elapsed()
        );
    }
}

#[test]
fn a_revision_by_fewer_than_the_threshold_is_refused() {
    let counts = [
        (Region::Karaganda, [20, 0, 0, 0]),
        (Region::Kostanay, [20, 0, 0, 0]),
    ];
    let mut register = register(&counts);
    let mut earlier = Vec::new();
    let first = publish(&register, "2025-Q1", &mut earlier);
    assert_eq!(may_be_published(&first, &[]), Ok(()));
    assert_eq!(
        may_be_published(&first, &earlier),
        Ok(()),
        "new denominators tell of nobody"
    );
    for late in 1..=5 {
        register.take(row(
            1_000 + late,
            Region::Karaganda,
            jiff::civil::date(2025, 2, 3),
        ));
        let next = publish(&register, "2025-Q1", &mut earlier.clone());
        let answer = may_be_published(&next, &earlier);
        let refused = Unpublishable::TooLittleChanged {
            id: "kz-2025-q1".to_owned(),
            revision: 1,
            changed: late,
            threshold: 5,
        };
        assert_eq!(
            answer,
            if late < 5 { Err(refused) } else { Ok(()) },
            "{late} late reports"
        );
    }
}

/// Publishes a period after others and the late reports of Karaganda's February before it.
fn after_late_reports(before: &[&str], late: u64, between: &[&str], then: &str) -> Release {
    let mut register = register(&[
        (Region::Karaganda, [20, 20, 20, 20]),
        (Region::Kostanay, [20, 20, 20, 20]),
        (Region::Atyrau, [30, 30, 30, 30]),
    ]);
    let mut earlier = Vec::new();
    for period in before {
        publish(&register, period, &mut earlier);
    }
    for late in 1..=late {
        register.take(row(
            1_000 + late,
            Region::Karaganda,
            jiff::civil::date(2025, 2, 3),
        ));
    }
    for period in between {
        publish(&register, period, &mut earlier);
    }
    let release = publish(&register, then, &mut earlier.clone());
    assert_eq!(
        may_be_published(&release, &earlier),
        Ok(()),
        "{then} after {before:?} and {between:?}"
    );
    release
}

#[test]
fn a_sum_of_releases_that_lacks_a_few_late_reports_tells_the_country_and_not_where() {
    type Case<'c> = (&'c [&'c str], &'c [&'c str], &'c str, u64);
    let cases: [Case<'_>; 5] = [
        (&["2025-Q1", "2025-Q2"], &[], "2025-H1", 140),
        (&["2025-Q1"], &["2025-Q2"], "2025-H1", 140),
        (&["2025-H1", "2025-Q2"], &[], "2025-Q1", 70),
        (&["2025-Q1"], &["2025-H1"], "2025-Q2", 70),
        (&["2025-Q1", "2025-Q2", "2025-Q3"], &["2025-Q4"], "2025", 280),
    ];
    for (before, between, then, all) in cases {
        for late in [0, 1, 4, 5] {
            let release = after_late_reports(before, late, between, then);
            let came_in_it = if then == "2025-Q2" { 0 } else { late };
            assert_eq!(release.total.count, all + came_in_it, "{then}: the totals stand");
            let regions = [Region::Karaganda, Region::Kostanay, Region::Atyrau];
            let withheld = regions
                .iter()
                .filter(|region| count(&release, **region).is_none())
                .count();
            let is_few = (1..5).contains(&late);
            assert_eq!(
                count(&release, Region::Karaganda).is_none(),
                is_few,
                "{then} after {before:?} and {between:?}: {late} late reports"
            );
            assert!(
                !is_few || withheld <= 2,
                "{then}: {withheld} withheld for {late} late reports"
            );
        }
    }
    let half = after_late_reports(&["2025-Q1"], 0, &[], "2025-H1");
    assert_eq!(count(&half, Region::Karaganda), Some(40));
}

#[test]
fn all_of_one_code_do_not_tell_what_is_withheld_of_it() {
    let mut register = register(&[(Region::Karaganda, [40, 0, 0, 0])]);
    for position in 1_000..1_002 {
        let mut death = row(position, Region::Karaganda, jiff::civil::date(2025, 2, 3));
        if let Some(details) = &mut death.details {
            details.outcome = InjuryOutcome::Fatal;
        }
        register.take(death);
    }
    let release = publish(&register, "2025-Q1", &mut Vec::new());
    assert_eq!((release.total.count, release.total.fatal), (42, 2));
    for table in &release.tables {
        let [row] = &table.rows[..] else {
            let could_be = table.rows.iter().filter(|row| row.fatal.is_none()).count();
            assert!(could_be >= 2, "of the two who died is told where: {table:?}");
            assert!(table.rows.iter().all(|row| row.fatal.is_none()), "{table:?}");
            continue;
        };
        assert_eq!(table.by, "month", "one row says what the total says: {table:?}");
        assert_eq!(
            (row.count, row.fatal, row.withheld.len()),
            (Some(42), Some(2), 0),
            "all were injured in one month: its figures are the country's, which stand"
        );
    }
    assert_eq!(release.told_before, [""; 0]);
}

#[test]
fn a_release_of_a_few_is_refused_and_so_is_an_id_of_other_months() {
    let few = publish(
        &register(&[(Region::Karaganda, [4, 0, 0, 0])]),
        "2025-Q1",
        &mut Vec::new(),
    );
    assert_eq!(may_be_published(&few, &[]), Err(Unpublishable::TooFew));
    let mut earlier = Vec::new();
    let register = register(&[(Region::Karaganda, [40, 0, 0, 0])]);
    publish(&register, "2025-Q1", &mut earlier);
    let mut other = publish(&register, "2025-01..02", &mut earlier.clone());
    other.id = "kz-2025-q1".to_owned();
    let refused = may_be_published(&other, &earlier);
    assert!(
        matches!(refused, Err(Unpublishable::OtherPeriod { .. })),
        "{refused:?}"
    );
}
