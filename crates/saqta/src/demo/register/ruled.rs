//! The cases of the two quarters of the press text: everything that is published of them goes by a fixed rule, so that each
//! figure of them is known beforehand. Chance chooses the day of the month and the hour.

use saqta_domain::activity::Activity;
use saqta_domain::injury::{AgeBand, Cause, Details, InjuryKind, Sex};
use saqta_domain::region::Region;
use saqta_journal::SeededRandom;

use super::calendar::{Calendar, Pattern, hour};
use super::details;
use super::stretches::Stretch;

/// Of sixteen who are hurt so many are in each band: most between 25 and 44, few who are very young or old.
pub(super) const AGES: [AgeBand; 16] = {
    use AgeBand::{From18, From25, From35, From45, From55, From65};
    [
        From18, From25, From25, From25, From25, From35, From35, From35, From35, From35, From45, From45,
        From45, From55, From55, From65,
    ]
};

const CAUSES: [Cause; 7] = [
    Cause::WorkOrganisation,
    Cause::VictimNegligence,
    Cause::WorkOrganisation,
    Cause::VictimNegligence,
    Cause::SafetyRules,
    Cause::TrafficRules,
    Cause::Waiting,
];

/// The cases of a first quarter, in the order of their numbers.
pub(super) fn cases(quarter: &Stretch, chance: &mut SeededRandom) -> Vec<Details> {
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
    let months = [1, 2, 3].map(|month| Calendar::of(quarter.year, (month, month)));
    let cases = (0..quarter.injured).filter_map(|row| {
        let region = named.get(row as usize);
        let region = region
            .or_else(|| others.get(row as usize % others.len()))
            .copied();
        let (activity, kind) = work(quarter, row * 59 % quarter.injured);
        let pattern = Pattern::of(activity, kind);
        let date = months.get(month_of(quarter, row))?.day(pattern, chance)?;
        let mut details = details(date, kind);
        // A stride that has no factor in common with the counts spreads what is unlike over the rows.
        let spread = row * 101 % quarter.injured;
        if spread >= quarter.fatal {
            details.outcome = saqta_domain::injury::InjuryOutcome::LostTime;
            details.severe = spread.is_multiple_of(4);
            details.days_lost = u16::try_from(5 + spread % 40).ok();
        }
        details.hour = hour(pattern, chance);
        details.region = region;
        details.activity = activity;
        details.cause = CAUSES.get(row as usize % CAUSES.len()).copied();
        details.sex = Some(if row.is_multiple_of(4) {
            Sex::Female
        } else {
            Sex::Male
        });
        details.age = AGES.get(row as usize * 7 % AGES.len()).copied();
        Some(details)
    });
    cases.collect()
}

/// The place of a row's month in its quarter, of which the rows take 90 days in turn.
fn month_of(quarter: &Stretch, row: u32) -> usize {
    let february = if jiff::civil::date(quarter.year, 1, 1).in_leap_year() {
        29
    } else {
        28
    };
    match row * 37 % 90 {
        0..31 => 0,
        day if day < 31 + february => 1,
        _ => 2,
    }
}

/// Mining and metallurgy first, then construction, then the others.
fn work(quarter: &Stretch, place: u32) -> (Option<Activity>, InjuryKind) {
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
