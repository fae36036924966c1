//! The country's register as synthetic microdata: no row is a person, but the rows of a stretch of months are together what
//! was published of it.
//!
//! The first quarter of 2025 has 293 injured, 40 of whom died: 31 in Karaganda, 27 in Kostanay, 24 in East Kazakhstan,
//! 22 each in Aktobe and Atyrau, 19 in the city of Almaty; 45 in mining and metallurgy (15.3 %) and 35 in construction
//! (12 %). The year before had 352 in the same months. [`stretches`] has the other years from 2019 on, and says what of them is
//! published. Everything else is invented, from fixed seeds: the same demo every time.
//!
//! The cast: a stretch of months has cases, of these two quarters [`ruled`], of the others [`drawn`], on the days and hours of a
//! [`calendar`]; [`sources`] report each of them once, twice or three times; [`cluster`] is what the watch is to find.
//! [`workers`] are what rates are divided by.

use jiff::civil::Date;
use saqta_domain::command::{Answer, Command, InjuryReport, Principal};
use saqta_domain::injury::{Details, InjuryKind, InjuryOutcome, Reporter};
use saqta_engine::Core;
use saqta_journal::{SeededRandom, SqliteJournal};

use super::history::ask;

mod calendar;
mod chance;
mod cluster;
mod drawn;
mod ruled;
mod sources;
mod stretches;
mod workers;

/// What the ministry published of injured and dead, as the plain file of series: the year to date of one region in it did not move.
const TOTALS: &str = include_str!("published.csv");

/// Records the denominators, the published totals and the injuries that are reported by a day, as whoever holds the data folder.
///
/// # Errors
/// What the engine says.
pub(super) fn tell(core: &mut Core<SqliteJournal>, today: Date) -> anyhow::Result<()> {
    let totals = saqta_documents::series::csv::read(TOTALS.as_bytes())?;
    for series in workers::series(today)?.into_iter().chain(totals) {
        ask(core, Principal::System, Command::RecordSeries(Box::new(series)))?;
    }
    let stretches = reported_until(today);
    let begin = Command::BeginImport {
        digest: "synthetic".to_owned(),
        name: Some("synthetic-register.csv".to_owned()),
        rows: stretches.iter().map(|reports| reports.len() as u64).sum(),
    };
    let Answer::ImportBegun { import, .. } = ask(core, Principal::System, begin)? else {
        anyhow::bail!("the register was not begun");
    };
    for reports in stretches {
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

/// The stretches of months of which anything is reported by a day, the oldest first.
fn reported_until(today: Date) -> Vec<Vec<InjuryReport>> {
    let mut stretches = stretches::others(today);
    stretches.extend(stretches::of_the_press_text());
    stretches.sort_by_key(|stretch| (stretch.year, stretch.first_month));
    let reports = stretches.iter().map(|stretch| {
        let mut reports = reports(stretch);
        reports.retain(|report| report.details.reported.is_some_and(|day| day <= today));
        reports
    });
    reports.filter(|reports| !reports.is_empty()).collect()
}

/// All reports of a stretch.
fn reports(stretch: &stretches::Stretch) -> Vec<InjuryReport> {
    let mut chance = SeededRandom::new(stretch.seed());
    let is_of_the_press_text = stretches::of_the_press_text()
        .iter()
        .any(|quarter| quarter.seed() == stretch.seed());
    let mut cases = if is_of_the_press_text {
        ruled::cases(stretch, &mut chance)
    } else {
        drawn::cases(stretch, &mut chance)
    };
    let has_cluster = cluster::BEGINNING.year() == stretch.year
        && (stretch.first_month..=stretch.last_month).contains(&cluster::BEGINNING.month());
    if has_cluster {
        cases.extend(cluster::cases(&mut chance));
    }
    let numbered = cases.iter().enumerate();
    numbered
        .flat_map(|(case, details)| sources::reports(details, &stretch.case_number(case), &mut chance))
        .collect()
}

/// A death of which nothing else is known yet.
fn details(date: Date, kind: InjuryKind) -> Details {
    Details {
        reporter: Reporter::Employer,
        site: None,
        region: None,
        employer: None,
        host: None,
        activity: None,
        date,
        hour: None,
        reported: None,
        kind,
        outcome: InjuryOutcome::Fatal,
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
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use jiff::civil::date;
    use saqta_domain::activity::Activity;
    use saqta_domain::injury::{AgeBand, Standing};
    use saqta_domain::region::{NEW_BOUNDARIES, Region};

    use super::*;

    /// The injuries that reports come to, by their shared numbers, as the register counts them.
    fn counted(reports: &[InjuryReport]) -> Vec<Standing> {
        let mut of_each: BTreeMap<String, Vec<saqta_domain::injury::Report>> = BTreeMap::new();
        for report in reports {
            let number = report.shared_number.clone().unwrap();
            of_each
                .entry(number)
                .or_default()
                .push(saqta_domain::injury::Report {
                    import: None,
                    details: Some(report.details.clone()),
                });
        }
        let standing = of_each
            .values()
            .map(|reports| Standing::of(reports.iter()).unwrap());
        standing.collect()
    }

    fn quarter_2025() -> Vec<Standing> {
        counted(&reports(&stretches::of_the_press_text()[1]))
    }

    fn all() -> Vec<Standing> {
        counted(&reported_until(date(2026, 11, 1)).concat())
    }

    fn sections(rows: &[Standing], wanted: &[char]) -> usize {
        let is = |row: &&Standing| {
            let section = row.details.activity.map(Activity::section);
            section.is_some_and(|section| wanted.contains(&section))
        };
        rows.iter().filter(is).count()
    }

    #[test]
    fn all_rows_together_are_the_published_figures() {
        let rows = quarter_2025();
        assert_eq!(rows.len(), 293);
        let fatal = rows
            .iter()
            .filter(|row| row.details.outcome == InjuryOutcome::Fatal);
        assert_eq!(fatal.count(), 40);
        let mut regions: BTreeMap<Region, u32> = BTreeMap::new();
        for row in &rows {
            *regions.entry(row.details.region.unwrap()).or_default() += 1;
        }
        let published = &stretches::of_the_press_text()[1].regions;
        for (region, count) in published {
            assert_eq!(regions[region], *count, "{region:?}");
        }
        assert!(regions.values().all(|count| *count <= 31), "Karaganda leads");
        let metalworking = rows
            .iter()
            .filter(|row| row.details.activity.map(String::from).as_deref() == Some("25.11"));
        assert_eq!(sections(&rows, &['B', 'C']) - metalworking.count(), 45);
        assert_eq!(sections(&rows, &['F']), 35);
        let months = |month| {
            rows.iter()
                .filter(|row| row.details.date.month() == month)
                .count()
        };
        assert_eq!([months(1), months(2), months(3)], [101, 92, 100]);
        assert!(rows.iter().all(|row| row.details.cause.is_some()));
        assert_eq!(counted(&reports(&stretches::of_the_press_text()[0])).len(), 352);
    }

    #[test]
    fn every_stretch_has_as_many_as_are_given_and_where() {
        for stretch in stretches::others(date(2026, 11, 1)) {
            let rows = counted(&reports(&stretch));
            let cluster = rows.iter().filter(|row| row.details.site.is_some()).count();
            assert_eq!(rows.len() - cluster, stretch.injured as usize, "{stretch:?}");
            let fatal = rows
                .iter()
                .filter(|row| row.details.outcome == InjuryOutcome::Fatal);
            assert_eq!(fatal.count(), stretch.fatal as usize, "{stretch:?}");
            assert_eq!(
                sections(&rows, &['F']),
                stretch.construction as usize,
                "{stretch:?}"
            );
            for (region, count) in &stretch.regions {
                let of = rows.iter().filter(|row| row.details.region == Some(*region));
                assert_eq!(of.count(), *count as usize, "{region:?} in {stretch:?}");
            }
            for row in &rows {
                let (details, date) = (&row.details, row.details.date);
                assert_eq!(date.year(), stretch.year);
                assert!(
                    (stretch.first_month..=stretch.last_month).contains(&date.month()),
                    "{date}"
                );
                let region = details.region.unwrap();
                assert!(
                    date >= NEW_BOUNDARIES || region.before_2022() == region,
                    "{region:?} in {date}"
                );
                assert!(details.activity.is_some() && details.hour.is_some() && details.cause.is_some());
            }
        }
    }

    #[test]
    fn weeks_vary_as_counts_do() {
        let mut weeks: BTreeMap<(i16, i8), u32> = BTreeMap::new();
        for row in all() {
            let week = row.details.date.iso_week_date();
            *weeks.entry((week.year(), week.week())).or_default() += 1;
        }
        for year in 2019..=2025 {
            let counts: Vec<u32> = (2..52).map(|week| weeks[&(year, week)]).collect();
            let mean = counts.iter().sum::<u32>() / 50;
            let variance = counts
                .iter()
                .map(|count| count.abs_diff(mean).pow(2))
                .sum::<u32>()
                / 49;
            assert!(
                variance * 10 > mean * 7 && variance < mean * 2,
                "{year}: mean {mean}, variance {variance}"
            );
        }
    }

    #[test]
    fn three_sources_overlap_and_none_knows_of_all() {
        let rows = quarter_2025();
        let knows = |reporter| rows.iter().filter(|row| row.reporters.has(reporter)).count();
        for reporter in Reporter::ALL {
            assert!((100..280).contains(&knows(*reporter)), "{reporter:?}");
        }
        let by_all = rows.iter().filter(|row| row.reporters.bits() == 7).count();
        let by_one = rows
            .iter()
            .filter(|row| row.reporters.bits().is_power_of_two())
            .count();
        assert!(
            by_all > 30 && by_one > 30,
            "{by_all} by all, {by_one} by one alone"
        );
    }

    #[test]
    fn numbers_are_those_of_one_injury_and_reports_come_within_eight_weeks() {
        let reports = reported_until(date(2026, 11, 1)).concat();
        let mut numbers = BTreeSet::new();
        for report in &reports {
            assert!(numbers.insert(report.number.clone()), "{:?} twice", report.number);
            let delay = report.details.reported.unwrap() - report.details.date;
            assert!((0..56).contains(&delay.get_days()), "{delay}");
        }
    }

    #[test]
    fn nothing_is_reported_before_it_is_known_and_the_register_goes_on_for_ever() {
        for today in [date(2026, 2, 10), date(2029, 8, 20)] {
            let reports = reported_until(today).concat();
            assert!(
                reports
                    .iter()
                    .all(|report| report.details.reported.unwrap() <= today)
            );
            let running = reports
                .iter()
                .filter(|report| report.details.date.year() == today.year());
            assert!(running.count() > 50, "{today}");
        }
        let early = reported_until(date(2024, 5, 1));
        assert!(
            early
                .concat()
                .iter()
                .all(|report| report.details.date.year() < 2025)
        );
    }

    #[test]
    fn what_the_ministry_published_is_what_the_stretches_come_to() {
        let totals = saqta_documents::series::csv::read(TOTALS.as_bytes()).unwrap();
        let ids: Vec<&str> = totals.iter().map(|series| series.id.as_str()).collect();
        assert_eq!(ids, ["ministry-deaths", "ministry-injured"]);
        let rows = all();
        let of_the_country = totals[1].cells.iter().filter(|cell| cell.region.is_none());
        for cell in of_the_country.filter(|cell| cell.period.year() >= 2019) {
            let is_in = |row: &&Standing| cell.period.contains(row.details.date);
            let counted = rows.iter().filter(is_in).count() as u64;
            assert_eq!(counted, cell.value, "{}", cell.period);
        }
    }

    #[test]
    fn the_cluster_is_in_one_hospital() {
        let mut rows = all();
        rows.retain(|row| row.details.site.is_some());
        assert_eq!(rows.len(), cluster::WEEKS.iter().sum::<u32>() as usize);
        assert!(rows.iter().all(|row| row.details.region == Some(Region::Shymkent)
            && row.details.kind == InjuryKind::ViolenceAgainstHealthWorker));
    }

    #[test]
    fn ages_are_spread_as_people_at_work_are() {
        for rows in [quarter_2025(), all()] {
            let mut ages: BTreeMap<AgeBand, u32> = BTreeMap::new();
            for row in rows {
                *ages.entry(row.details.age.unwrap()).or_default() += 1;
            }
            assert!(ages[&AgeBand::From35] > 2 * ages[&AgeBand::From18], "{ages:?}");
            assert!(ages[&AgeBand::From25] > 2 * ages[&AgeBand::From65], "{ages:?}");
        }
    }
}
