//! Releases beside each other: what one withholds, the others together do not tell.

use saqta_domain::ids::InjuryId;
use saqta_domain::injury::{Details, InjuryKind, InjuryOutcome, Reporter};
use saqta_domain::region::Region;
use saqta_domain::release::ReleaseSpec;
use saqta_figures::measure::Exposures;
use saqta_figures::register::Register;
use saqta_figures::release::{Earlier, Release, Source, build};
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
