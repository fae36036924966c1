//! One true cluster among the noise: in the autumn of 2025 staff of the children's hospital in Shymkent are attacked again and
//! again, for five weeks. The watch of the region finds it; nobody would in the country's weeks.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use saqta_domain::activity::Activity;
use saqta_domain::injury::{Cause, Details, InjuryKind, InjuryOutcome, Sex};
use saqta_domain::region::Region;
use saqta_journal::SeededRandom;

use super::calendar::{Pattern, hour};
use super::chance::one_of;
use super::details;
use super::ruled::AGES;

/// The hospital, as `demo.toml` declares it.
const SITE: &str = "shymkent-children";

/// The Monday with which it begins.
pub(super) const BEGINNING: Date = date(2025, 10, 6);

/// How many are hurt in each week from then on.
pub(super) const WEEKS: [u32; 5] = [3, 5, 6, 5, 3];

/// Its cases, beside those that are hurt there anyway.
pub(super) fn cases(chance: &mut SeededRandom) -> Vec<Details> {
    let weeks = WEEKS.into_iter().zip(0..);
    let days = weeks.flat_map(|(count, week)| (0..count).map(move |_| week * 7));
    let cases = days.filter_map(|after| {
        let day = after + i64::try_from(chance.below(7)).ok()?;
        let mut details = details(
            BEGINNING.checked_add(day.days()).ok()?,
            InjuryKind::ViolenceAgainstHealthWorker,
        );
        details.site = Some(SITE.into());
        details.region = Some(Region::Shymkent);
        details.activity = "86.10".parse::<Activity>().ok();
        details.hour = hour(Pattern::Evenings, chance);
        details.outcome = InjuryOutcome::LostTime;
        details.days_lost = u16::try_from(2 + chance.below(12)).ok();
        details.cause = one_of(&[(Cause::Waiting, 3), (Cause::Security, 1)], chance);
        details.sex = one_of(&[(Sex::Female, 4), (Sex::Male, 1)], chance);
        details.age = AGES.get(usize::try_from(chance.below(16)).unwrap_or(0)).copied();
        Some(details)
    });
    cases.collect()
}
