//! The cases of the other stretches: drawn, one by one, by weights that are invented after what registers usually show. What
//! is given of a stretch is met exactly.

use std::collections::BTreeSet;

use saqta_domain::activity::Activity;
use saqta_domain::injury::{Cause, Details, InjuryKind, InjuryOutcome, Sex};
use saqta_domain::region::{NEW_BOUNDARIES, Region};
use saqta_journal::SeededRandom;

use super::calendar::{Calendar, Pattern, hour};
use super::chance::{choose, happens, one_of, shuffle};
use super::ruled::AGES;
use super::stretches::Stretch;
use super::{details, workers};

/// An activity and what happens in it.
type Work = (&'static str, InjuryKind);

#[rustfmt::skip]
const MINING: [(Work, u32); 11] = [
    (("05.10", InjuryKind::Collapse), 16), (("05.10", InjuryKind::ExplosionOrFire), 5),
    (("07.29", InjuryKind::SiteVehicle), 14), (("07.10", InjuryKind::Struck), 12), (("07.29", InjuryKind::Collapse), 8),
    (("06.10", InjuryKind::Struck), 8), (("09.10", InjuryKind::Machine), 6), (("08.11", InjuryKind::SiteVehicle), 4),
    (("24.10", InjuryKind::Temperature), 12), (("24.10", InjuryKind::Struck), 8), (("24.44", InjuryKind::Machine), 7),
];

#[rustfmt::skip]
const CONSTRUCTION: [(Work, u32); 7] = [
    (("41.20", InjuryKind::FallFromHeight), 38), (("41.20", InjuryKind::Struck), 18), (("42.11", InjuryKind::Struck), 10),
    (("42.11", InjuryKind::SiteVehicle), 12), (("43.91", InjuryKind::FallFromHeight), 8),
    (("43.21", InjuryKind::Electricity), 7), (("42.21", InjuryKind::Collapse), 7),
];

#[rustfmt::skip]
const OTHERS: [(Work, u32); 33] = [
    (("86.10", InjuryKind::ViolenceAgainstHealthWorker), 80), (("86.10", InjuryKind::FallOnLevel), 30),
    (("86.10", InjuryKind::Exposure), 16), (("86.90", InjuryKind::Traffic), 12), (("49.41", InjuryKind::Traffic), 110),
    (("49.20", InjuryKind::Struck), 36), (("52.10", InjuryKind::Struck), 34), (("25.11", InjuryKind::Machine), 80),
    (("10.71", InjuryKind::Machine), 40), (("23.51", InjuryKind::Struck), 38), (("35.11", InjuryKind::Electricity), 48),
    (("35.30", InjuryKind::Temperature), 18), (("85.31", InjuryKind::FallOnLevel), 52), (("01.11", InjuryKind::Machine), 50),
    (("01.41", InjuryKind::Struck), 32), (("47.11", InjuryKind::FallOnLevel), 44), (("46.73", InjuryKind::Struck), 26),
    (("81.21", InjuryKind::FallOnLevel), 22), (("80.10", InjuryKind::Violence), 22), (("84.24", InjuryKind::Violence), 20),
    (("36.00", InjuryKind::Collapse), 14), (("38.11", InjuryKind::SiteVehicle), 16), (("56.10", InjuryKind::Temperature), 14),
    (("33.12", InjuryKind::FallFromHeight), 20), (("61.10", InjuryKind::FallFromHeight), 10),
    (("52.24", InjuryKind::Overexertion), 16), (("86.10", InjuryKind::Overexertion), 14), (("64.19", InjuryKind::FallOnLevel), 5),
    (("68.32", InjuryKind::FallFromHeight), 8), (("71.20", InjuryKind::Traffic), 7), (("93.11", InjuryKind::FallOnLevel), 9),
    (("96.01", InjuryKind::Machine), 6), (("47.11", InjuryKind::Other), 12),
];

/// Where those are hurt of whom no place is given.
#[rustfmt::skip]
const REGIONS: [(Region, u32); 20] = [
    (Region::Abai, 14), (Region::Akmola, 12), (Region::Aktobe, 21), (Region::AlmatyRegion, 13), (Region::Atyrau, 19),
    (Region::WestKazakhstan, 12), (Region::Zhambyl, 11), (Region::Jetisu, 6), (Region::Karaganda, 31), (Region::Kostanay, 25),
    (Region::Kyzylorda, 8), (Region::Mangystau, 13), (Region::Pavlodar, 21), (Region::NorthKazakhstan, 10),
    (Region::Turkistan, 12), (Region::Ulytau, 8), (Region::EastKazakhstan, 25), (Region::Astana, 14), (Region::Almaty, 20),
    (Region::Shymkent, 8),
];

/// The cases of a stretch, by chance from its own seed.
pub(super) fn cases(stretch: &Stretch, chance: &mut SeededRandom) -> Vec<Details> {
    let regions = regions(stretch, chance);
    let works = works(stretch, &regions, chance);
    let lethal: Vec<u32> = works.iter().map(|(_, kind)| lethality(*kind)).collect();
    let dead = choose(stretch.fatal, &lethal, chance);
    let calendar = Calendar::of(stretch.year, (stretch.first_month, stretch.last_month));
    let cases = regions.into_iter().zip(works).enumerate();
    let cases = cases.filter_map(|(place, (region, (activity, kind)))| {
        let pattern = Pattern::of(activity, kind);
        let date = calendar.day(pattern, chance)?;
        let mut details = details(date, kind);
        details.hour = hour(pattern, chance);
        details.activity = activity;
        details.region = Some(if date < NEW_BOUNDARIES {
            region.before_2022()
        } else {
            region
        });
        if !dead.contains(&place) {
            survive(&mut details, chance);
        }
        details.cause = one_of(causes(kind), chance);
        details.sex = Some(sex(activity, chance));
        details.age = AGES.get(usize::try_from(chance.below(16)).unwrap_or(0)).copied();
        Some(details)
    });
    let mut cases: Vec<Details> = cases.collect();
    cases.sort_by_key(|case| (case.date, case.hour));
    cases
}

fn regions(stretch: &Stretch, chance: &mut SeededRandom) -> Vec<Region> {
    let given = stretch.regions.iter();
    let mut regions: Vec<Region> = given
        .flat_map(|(region, count)| std::iter::repeat_n(*region, *count as usize))
        .collect();
    let is_given = |wanted: Region| stretch.regions.iter().any(|(region, _)| *region == wanted);
    let others: Vec<(Region, u32)> = REGIONS
        .into_iter()
        // What became a region of its own in 2022 was a part of a given one before.
        .filter(|(region, _)| !is_given(*region) && (stretch.year > 2022 || !is_given(region.before_2022())))
        .collect();
    while regions.len() < stretch.injured as usize {
        match one_of(&others, chance) {
            Some(region) => regions.push(region),
            None => break,
        }
    }
    shuffle(&mut regions, chance);
    regions
}

/// What each did, as far as the region's bent for mining goes; as many in the two branches as are given.
fn works(
    stretch: &Stretch,
    regions: &[Region],
    chance: &mut SeededRandom,
) -> Vec<(Option<Activity>, InjuryKind)> {
    let bents: Vec<u32> = regions
        .iter()
        .map(|region| workers::mining_bent(*region))
        .collect();
    let mining = choose(stretch.mining, &bents, chance);
    let is_free = |place: &usize| u32::from(!mining.contains(place));
    let free: Vec<u32> = (0..regions.len()).map(|place| is_free(&place)).collect();
    let construction: BTreeSet<usize> = choose(stretch.construction, &free, chance);
    let works = (0..regions.len()).filter_map(|place| {
        let choices: &[(Work, u32)] = if mining.contains(&place) {
            &MINING
        } else if construction.contains(&place) {
            &CONSTRUCTION
        } else {
            &OTHERS
        };
        let (code, kind) = one_of(choices, chance)?;
        Some((code.parse().ok(), kind))
    });
    works.collect()
}

/// How often somebody dies of it, beside other kinds.
fn lethality(kind: InjuryKind) -> u32 {
    match kind {
        InjuryKind::ExplosionOrFire => 100,
        InjuryKind::Traffic | InjuryKind::Collapse | InjuryKind::Electricity => 80,
        InjuryKind::FallFromHeight => 70,
        InjuryKind::SiteVehicle => 60,
        InjuryKind::Struck | InjuryKind::Machine => 30,
        InjuryKind::Temperature => 16,
        InjuryKind::FallOnLevel | InjuryKind::Violence => 5,
        _ => 2,
    }
}

/// Days lost, more of them after a severe injury.
fn survive(details: &mut Details, chance: &mut SeededRandom) {
    details.outcome = InjuryOutcome::LostTime;
    details.severe = happens(24, chance);
    let days = 3 + chance.below(12) + chance.below(20);
    let more = if details.severe { 14 + chance.below(70) } else { 0 };
    details.days_lost = u16::try_from(days + more).ok();
}

fn causes(kind: InjuryKind) -> &'static [(Cause, u32)] {
    match kind {
        InjuryKind::ViolenceAgainstHealthWorker | InjuryKind::Violence => &[
            (Cause::Waiting, 40),
            (Cause::Security, 30),
            (Cause::WorkOrganisation, 20),
            (Cause::Other, 10),
        ],
        InjuryKind::Traffic => &[
            (Cause::TrafficRules, 60),
            (Cause::WorkOrganisation, 20),
            (Cause::VictimNegligence, 20),
        ],
        _ => &[
            (Cause::WorkOrganisation, 38),
            (Cause::VictimNegligence, 37),
            (Cause::SafetyRules, 9),
            (Cause::Training, 4),
            (Cause::Equipment, 3),
            (Cause::Premises, 3),
            (Cause::ProtectiveEquipment, 2),
            (Cause::Technology, 2),
            (Cause::Other, 2),
        ],
    }
}

fn sex(activity: Option<Activity>, chance: &mut SeededRandom) -> Sex {
    let women = match activity.map(Activity::section) {
        Some('P' | 'Q' | 'G' | 'I') => 66,
        Some('B' | 'F') => 6,
        _ => 18,
    };
    if happens(women, chance) {
        Sex::Female
    } else {
        Sex::Male
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_activity_is_in_the_list_of_activities() {
        for ((code, _), _) in MINING.iter().chain(&CONSTRUCTION).chain(&OTHERS) {
            let activity: Result<Activity, _> = code.parse();
            assert!(activity.is_ok(), "{code}");
        }
        for (region, weight) in REGIONS {
            assert!(weight > 0, "{region:?}");
        }
        assert_eq!(
            BTreeSet::from(REGIONS.map(|(region, _)| region)).len(),
            Region::ALL.len()
        );
    }
}
