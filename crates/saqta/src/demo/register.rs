//! The country's register as synthetic microdata: no row is a person, all rows together are the published figures.
//!
//! The first quarter of 2025 has 293 injured, 40 of whom died: 31 in Karaganda, 27 in Kostanay, 24 in East Kazakhstan,
//! 22 each in Aktobe and Atyrau, 19 in the city of Almaty; 45 in mining and metallurgy (15.3 %) and 35 in construction
//! (12 %). The year before had 352 in the same months. Where, in what and how the others were hurt is invented, by a
//! fixed rule: the same demo every time.

use saqta_domain::activity::Activity;
use saqta_domain::command::{Answer, Command, InjuryReport, Principal};
use saqta_domain::injury::{AgeBand, Bin, Cause, Details, InjuryKind, InjuryOutcome, Reporter, Sex};
use saqta_domain::region::Region;
use saqta_domain::series::Series;
use saqta_engine::Core;
use saqta_journal::SqliteJournal;

use super::history::ask;

/// Wage employees by region, thousands (Bureau of National Statistics), as the file that `--denominators` takes.
const EMPLOYEES: &str = include_str!("employees.csv");

/// How many were hurt in a quarter, how many of them died, and where; regions that are not named share the rest.
struct Quarter {
    year: i16,
    injured: u32,
    fatal: u32,
    regions: &'static [(Region, u32)],
    /// In mining and metallurgy, and in construction.
    mining: u32,
    construction: u32,
}

const QUARTERS: [Quarter; 2] = [
    Quarter {
        year: 2024,
        injured: 352,
        fatal: 46,
        regions: &[
            (Region::Karaganda, 40),
            (Region::Kostanay, 29),
            (Region::EastKazakhstan, 27),
            (Region::Aktobe, 25),
            (Region::Atyrau, 24),
            (Region::Almaty, 28),
        ],
        mining: 57,
        construction: 44,
    },
    Quarter {
        year: 2025,
        injured: 293,
        fatal: 40,
        regions: &[
            (Region::Karaganda, 31),
            (Region::Kostanay, 27),
            (Region::EastKazakhstan, 24),
            (Region::Aktobe, 22),
            (Region::Atyrau, 22),
            (Region::Almaty, 19),
        ],
        mining: 45,
        construction: 35,
    },
];

/// Records the denominators and the injuries, as whoever holds the data folder.
///
/// # Errors
/// What the engine says.
pub(super) fn tell(core: &mut Core<SqliteJournal>) -> anyhow::Result<()> {
    for series in employees()? {
        ask(core, Principal::System, Command::RecordSeries(Box::new(series)))?;
    }
    let begin = Command::BeginImport {
        digest: "synthetic".to_owned(),
        name: Some("synthetic-register.csv".to_owned()),
        rows: QUARTERS.iter().map(|quarter| u64::from(quarter.injured)).sum(),
    };
    let Answer::ImportBegun { import, .. } = ask(core, Principal::System, begin)? else {
        anyhow::bail!("the register was not begun");
    };
    for quarter in &QUARTERS {
        let reports = reports(quarter);
        ask(core, Principal::System, Command::FillImport { import, reports })?;
    }
    ask(core, Principal::System, Command::CompleteImport(import))?;
    Ok(())
}

fn employees() -> anyhow::Result<Vec<Series>> {
    let mut series = saqta_documents::series::wide::read(
        EMPLOYEES.as_bytes(),
        "bns",
        "Bureau of National Statistics of Kazakhstan, wage employees by region",
    )?;
    for series in &mut series {
        series.id = "bns-employees".into();
    }
    Ok(series)
}

/// The rows of a quarter, by a fixed rule.
fn reports(quarter: &Quarter) -> Vec<InjuryReport> {
    let named: Vec<Region> = quarter
        .regions
        .iter()
        .flat_map(|(region, count)| std::iter::repeat_n(*region, *count as usize))
        .collect();
    let others: Vec<Region> = Region::ALL
        .iter()
        .copied()
        .filter(|region| quarter.regions.iter().all(|(named, _)| named != region))
        .collect();
    (0..quarter.injured)
        .map(|row| {
            // A stride that has no factor in common with the counts spreads what is unlike over the rows.
            let spread = row * 101 % quarter.injured;
            let region = named.get(row as usize).copied();
            let region = region.or_else(|| others.get(row as usize % others.len()).copied());
            report(quarter, row, spread, region)
        })
        .collect()
}

fn report(quarter: &Quarter, row: u32, spread: u32, region: Option<Region>) -> InjuryReport {
    let fatal = spread < quarter.fatal;
    let (activity, kind) = work(quarter, row * 59 % quarter.injured);
    let date = quarter_day(quarter.year, row * 37 % 90);
    let cause = [
        Cause::WorkOrganisation,
        Cause::VictimNegligence,
        Cause::WorkOrganisation,
        Cause::VictimNegligence,
        Cause::SafetyRules,
        Cause::TrafficRules,
        Cause::Waiting,
    ];
    InjuryReport {
        details: Details {
            reporter: Reporter::Employer,
            site: None,
            region,
            employer: None::<Bin>,
            host: None,
            activity,
            date,
            hour: u8::try_from(row * 7 % 24).ok(),
            reported: date
                .checked_add(jiff::Span::new().days(i32::try_from(spread % 25).unwrap_or(0)))
                .ok(),
            kind,
            outcome: if fatal {
                InjuryOutcome::Fatal
            } else {
                InjuryOutcome::LostTime
            },
            severe: !fatal && spread.is_multiple_of(4),
            days_lost: (!fatal).then(|| u16::try_from(5 + spread % 40).unwrap_or(5)),
            days_restricted: None,
            cause: cause.get(row as usize % cause.len()).copied(),
            deviation: None,
            contact: None,
            injury_type: None,
            body_part: None,
            sex: Some(if row.is_multiple_of(4) {
                Sex::Female
            } else {
                Sex::Male
            }),
            age: AgeBand::ALL.get(1 + row as usize % 5).copied(),
        },
        number: Some(format!("{}-{row}", quarter.year)),
        shared_number: None,
        alarm: None,
        injured: None,
        request: None,
    }
}

/// Mining and metallurgy first, then construction, then the others.
fn work(quarter: &Quarter, place: u32) -> (Option<Activity>, InjuryKind) {
    let (code, kind) = match place {
        place if place < quarter.mining => [
            ("05.10", InjuryKind::Collapse),
            ("07.29", InjuryKind::SiteVehicle),
            ("24.10", InjuryKind::Temperature),
        ][place as usize % 3],
        place if place < quarter.mining + quarter.construction => [
            ("41.20", InjuryKind::FallFromHeight),
            ("42.11", InjuryKind::Struck),
        ][place as usize % 2],
        place => [
            ("86.10", InjuryKind::ViolenceAgainstHealthWorker),
            ("49.41", InjuryKind::Traffic),
            ("25.11", InjuryKind::Machine),
            ("35.11", InjuryKind::Electricity),
            ("85.31", InjuryKind::FallOnLevel),
            ("01.11", InjuryKind::Machine),
        ][place as usize % 6],
    };
    (code.parse().ok(), kind)
}

/// A day of the first quarter.
fn quarter_day(year: i16, day: u32) -> jiff::civil::Date {
    let first = jiff::civil::date(year, 1, 1);
    first
        .checked_add(jiff::Span::new().days(i32::try_from(day).unwrap_or(0)))
        .unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn all_rows_together_are_the_published_figures() {
        let rows = reports(&QUARTERS[1]);
        assert_eq!(rows.len(), 293);
        let fatal = rows
            .iter()
            .filter(|row| row.details.outcome == InjuryOutcome::Fatal);
        assert_eq!(fatal.count(), 40);
        let mut regions: BTreeMap<Region, u32> = BTreeMap::new();
        for row in &rows {
            *regions.entry(row.details.region.unwrap()).or_default() += 1;
        }
        for (region, count) in QUARTERS[1].regions {
            assert_eq!(regions[region], *count, "{region:?}");
        }
        assert!(regions.values().all(|count| *count <= 31), "Karaganda leads");
        let of = |wanted: &[&str]| {
            let is = |row: &&InjuryReport| {
                let code = row.details.activity.map(String::from).unwrap();
                wanted.contains(&code.as_str())
            };
            rows.iter().filter(is).count()
        };
        assert_eq!(of(&["05.10", "07.29", "24.10"]), 45);
        assert_eq!(of(&["41.20", "42.11"]), 35);
        assert!(
            rows.iter()
                .all(|row| row.details.date.month() <= 3 && row.details.date.year() == 2025)
        );
        assert_eq!(reports(&QUARTERS[0]).len(), 352);
    }

    #[test]
    fn the_denominators_are_those_of_the_bureau() {
        let series = employees().unwrap();
        let year = series[0].cells.iter().filter(|cell| cell.period.year() == 2024);
        let sum: u64 = year.map(|cell| cell.value).sum();
        assert_eq!(sum, 7_015_108);
    }
}
