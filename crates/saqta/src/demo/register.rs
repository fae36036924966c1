//! The country's register as synthetic microdata: no row is a person, the rows of the first quarters of 2024 and 2025
//! together are the published figures.
//!
//! The first quarter of 2025 has 293 injured, 40 of whom died: 31 in Karaganda, 27 in Kostanay, 24 in East Kazakhstan,
//! 22 each in Aktobe and Atyrau, 19 in the city of Almaty; 45 in mining and metallurgy (15.3 %) and 35 in construction
//! (12 %). The year before had 352 in the same months. Where, in what and how the others were hurt is invented, by a
//! fixed rule: the same demo every time. So are the other quarters up to today, whole: at about the level of those two, so
//! that a trend has no holes. Workers by region and section are invented as well, and add up to the bureau's.

use jiff::civil::Date;
use saqta_domain::activity::Activity;
use saqta_domain::command::{Answer, Command, InjuryReport, Principal};
use saqta_domain::injury::{AgeBand, Bin, Cause, Details, InjuryKind, InjuryOutcome, Reporter, Sex};
use saqta_domain::region::Region;
use saqta_domain::series::Series;
use saqta_engine::Core;
use saqta_journal::SqliteJournal;

use super::history::ask;

mod quarters;
mod workers;

use quarters::{Quarter, invented, published};

/// Wage employees by region, thousands (Bureau of National Statistics), as the file that `--denominators` takes.
const EMPLOYEES: &str = include_str!("employees.csv");

/// Records the denominators and the injuries that are reported by a day, as whoever holds the data folder.
///
/// # Errors
/// What the engine says.
pub(super) fn tell(core: &mut Core<SqliteJournal>, today: Date) -> anyhow::Result<()> {
    let employees = employees()?;
    let by_section = workers::by_section(&employees)?;
    for series in employees.into_iter().chain([by_section]) {
        ask(core, Principal::System, Command::RecordSeries(Box::new(series)))?;
    }
    let quarters: Vec<Vec<InjuryReport>> = quarters_until(today);
    let begin = Command::BeginImport {
        digest: "synthetic".to_owned(),
        name: Some("synthetic-register.csv".to_owned()),
        rows: quarters.iter().map(|reports| reports.len() as u64).sum(),
    };
    let Answer::ImportBegun { import, .. } = ask(core, Principal::System, begin)? else {
        anyhow::bail!("the register was not begun");
    };
    for reports in quarters {
        ask(core, Principal::System, Command::FillImport { import, reports })?;
    }
    ask(
        core,
        Principal::System,
        Command::CompleteImport {
            import,
            confirmed: Vec::new(),
        },
    )?;
    Ok(())
}

/// The quarters of which anything is reported by a day, the oldest first.
fn quarters_until(today: Date) -> Vec<Vec<InjuryReport>> {
    let mut quarters: Vec<Quarter> = published().into_iter().chain(invented()).collect();
    quarters.sort_by_key(|quarter| (quarter.year, quarter.number));
    let is_known = |report: &InjuryReport| report.details.reported.is_some_and(|day| day <= today);
    let reports = quarters
        .iter()
        .map(|quarter| reports(quarter).into_iter().filter(is_known).collect());
    reports.filter(|reports: &Vec<_>| !reports.is_empty()).collect()
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

/// Of sixteen who are hurt so many are in each band: most between 25 and 44, few who are very young or old.
const AGES: [AgeBand; 16] = {
    use AgeBand::{From18, From25, From35, From45, From55, From65};
    [
        From18, From25, From25, From25, From25, From35, From35, From35, From35, From35, From45, From45,
        From45, From55, From55, From65,
    ]
};

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
    let date = quarter.day(row * 37);
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
            age: AGES.get(row as usize * 7 % AGES.len()).copied(),
        },
        number: Some(quarter.row_number(row)),
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn all_rows_together_are_the_published_figures() {
        let rows = reports(&published()[1]);
        assert_eq!(rows.len(), 293);
        let fatal = rows
            .iter()
            .filter(|row| row.details.outcome == InjuryOutcome::Fatal);
        assert_eq!(fatal.count(), 40);
        let mut regions: BTreeMap<Region, u32> = BTreeMap::new();
        for row in &rows {
            *regions.entry(row.details.region.unwrap()).or_default() += 1;
        }
        for (region, count) in &published()[1].regions {
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
        assert_eq!(reports(&published()[0]).len(), 352);
    }

    #[test]
    fn the_denominators_are_those_of_the_bureau() {
        let series = employees().unwrap();
        let year = series[0].cells.iter().filter(|cell| cell.period.year() == 2024);
        let sum: u64 = year.map(|cell| cell.value).sum();
        assert_eq!(sum, 7_015_108);
    }

    #[test]
    fn a_trend_has_no_holes_and_reports_come_within_four_weeks() {
        let all = quarters_until(jiff::civil::date(2026, 11, 1));
        assert_eq!(all.len(), 11, "2024 to the third quarter of 2026");
        let mut numbers = std::collections::BTreeSet::new();
        for rows in &all {
            assert!((250..450).contains(&rows.len()), "{} in a quarter", rows.len());
            let quarter = |row: &InjuryReport| (row.details.date.year(), (row.details.date.month() - 1) / 3);
            let first = quarter(&rows[0]);
            for row in rows {
                assert_eq!(quarter(row), first);
                assert!(numbers.insert(row.number.clone()), "{:?} twice", row.number);
                let delay = row.details.reported.unwrap() - row.details.date;
                assert!((0..28).contains(&delay.get_days()), "{delay}");
                assert!(row.details.region.is_some() && row.details.activity.is_some());
            }
        }
        let counts: std::collections::BTreeSet<usize> = all.iter().map(Vec::len).collect();
        assert!(counts.len() > 6, "quarters differ: {counts:?}");
    }

    #[test]
    fn nothing_is_reported_before_it_is_known() {
        let rows: Vec<InjuryReport> = quarters_until(jiff::civil::date(2026, 2, 10)).concat();
        let today = jiff::civil::date(2026, 2, 10);
        assert!(rows.iter().all(|row| row.details.reported.unwrap() <= today));
        assert!(rows.iter().any(|row| row.details.date.year() == 2026));
        assert_eq!(quarters_until(jiff::civil::date(2025, 6, 1)).len(), 6);
    }

    #[test]
    fn ages_are_spread_as_people_at_work_are() {
        let mut ages: BTreeMap<AgeBand, u32> = BTreeMap::new();
        for row in reports(&published()[1]) {
            *ages.entry(row.details.age.unwrap()).or_default() += 1;
        }
        assert!(ages[&AgeBand::From35] > 2 * ages[&AgeBand::From18], "{ages:?}");
        assert!(ages[&AgeBand::From25] > 2 * ages[&AgeBand::From65], "{ages:?}");
    }

    #[test]
    fn the_workers_of_the_sections_are_together_those_of_the_bureau() {
        let bureau = employees().unwrap();
        let synthetic = workers::by_section(&bureau).unwrap();
        assert!(synthetic.source.contains("ynthetic"), "{}", synthetic.source);
        let mut sums = BTreeMap::new();
        for cell in &synthetic.cells {
            assert!(cell.value > 0, "{cell:?}");
            *sums.entry((cell.period, cell.region)).or_insert(0) += cell.value;
        }
        for cell in &bureau[0].cells {
            assert_eq!(sums[&(cell.period, cell.region)], cell.value, "{cell:?}");
        }
        assert!(
            bureau[0].id < synthetic.id,
            "rates are divided by the bureau's series"
        );
    }
}
