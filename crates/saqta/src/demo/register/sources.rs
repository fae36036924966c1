//! Who says so: an injury may be reported by the employer, by whoever treated it, and by the insurer, each some days later,
//! each under a number of its own beside the number that they share. Not one of them knows of all.

use jiff::ToSpan as _;
use jiff::civil::Date;
use saqta_domain::command::InjuryReport;
use saqta_domain::injury::{Details, InjuryOutcome, Reporter};
use saqta_journal::SeededRandom;

use super::chance::happens;

/// Of a hundred cases so many are known to each, one not depending on the other.
const KNOWN_TO: [(Reporter, u32); 3] = [
    (Reporter::Employer, 82),
    (Reporter::HealthOrganisation, 60),
    (Reporter::Insurer, 46),
];

/// Of a hundred deaths an employer knows of so many.
const DEATHS_KNOWN: u32 = 98;

/// The reports of a case; at least one, since the register holds no other.
pub(super) fn reports(case: &Details, number: &str, chance: &mut SeededRandom) -> Vec<InjuryReport> {
    let mut reporters = Vec::new();
    while reporters.is_empty() {
        for (reporter, known) in KNOWN_TO {
            let is_death = case.outcome == InjuryOutcome::Fatal && reporter == Reporter::Employer;
            if happens(if is_death { DEATHS_KNOWN } else { known }, chance) {
                reporters.push(reporter);
            }
        }
    }
    let first = reporters.first().copied();
    let reports = reporters.into_iter().map(|reporter| {
        let mut details = case.clone();
        details.reporter = reporter;
        details.reported = days_after(case.date, delay(reporter, chance));
        if first != Some(reporter) {
            // Why it happened is found out once, by whoever comes first here.
            details.cause = None;
        }
        InjuryReport {
            details,
            number: Some(format!("{}-{number}", letter(reporter))),
            shared_number: Some(number.to_owned()),
            alarm: None,
            injured: None,
            request: None,
        }
    });
    reports.collect()
}

fn letter(reporter: Reporter) -> char {
    match reporter {
        Reporter::Employer => 'E',
        Reporter::HealthOrganisation => 'H',
        Reporter::Insurer => 'I',
    }
}

/// Days until it is reported: soon by most, after a claim by insurers.
fn delay(reporter: Reporter, chance: &mut SeededRandom) -> u64 {
    match reporter {
        Reporter::Employer if happens(72, chance) => chance.below(4),
        Reporter::Employer if happens(75, chance) => 4 + chance.below(10),
        Reporter::Employer => 14 + chance.below(30),
        Reporter::HealthOrganisation if happens(88, chance) => chance.below(2),
        Reporter::HealthOrganisation => 2 + chance.below(12),
        Reporter::Insurer => 8 + chance.below(40),
    }
}

fn days_after(day: Date, days: u64) -> Option<Date> {
    day.checked_add(i64::try_from(days).ok()?.days()).ok()
}
