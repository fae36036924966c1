//! What is counted of some injuries.

use saqta_domain::injury::InjuryOutcome;
use serde::Serialize;

use crate::register::Columns;

/// Counts of some injuries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Persons injured, the dead included.
    pub count: u64,
    /// Persons who died.
    pub fatal: u64,
    /// Persons severely injured, the dead not included.
    pub severe: u64,
    /// Persons who lost at least one day of work, the dead not included.
    pub lost_time: u64,
    /// Persons who worked on with restrictions or elsewhere.
    pub restricted: u64,
    /// Persons treated by a medical worker who lost no day.
    pub medical: u64,
    /// Days of work lost; not those that a death cost.
    pub days_lost: u64,
    /// Days of restricted work.
    pub days_restricted: u64,
}

/// Outcomes as the columns number them.
const FATAL: u8 = InjuryOutcome::Fatal as u8 + 1;
const LOST_TIME: u8 = InjuryOutcome::LostTime as u8 + 1;
const RESTRICTED: u8 = InjuryOutcome::Restricted as u8 + 1;
const MEDICAL: u8 = InjuryOutcome::Medical as u8 + 1;

impl Tally {
    pub(super) fn add(&mut self, columns: &Columns, row: usize) {
        self.count += 1;
        let outcome = columns.outcome[row];
        self.fatal += u64::from(outcome == FATAL);
        self.severe += u64::from(columns.severe[row] && outcome != FATAL);
        self.lost_time += u64::from(outcome == LOST_TIME);
        self.restricted += u64::from(outcome == RESTRICTED);
        self.medical += u64::from(outcome == MEDICAL);
        self.days_lost += columns.days_lost_in(row);
        self.days_restricted += columns.days_restricted_in(row);
    }

    /// Adds another.
    pub fn merge(&mut self, other: &Self) {
        self.count += other.count;
        self.fatal += other.fatal;
        self.severe += other.severe;
        self.lost_time += other.lost_time;
        self.restricted += other.restricted;
        self.medical += other.medical;
        self.days_lost += other.days_lost;
        self.days_restricted += other.days_restricted;
    }

    /// Persons who were injured and did not die.
    #[must_use]
    pub fn non_fatal(&self) -> u64 {
        self.count - self.fatal
    }

    /// Injuries that OSHA records: all but first aid.
    #[must_use]
    pub fn recordable(&self) -> u64 {
        self.fatal + self.lost_time + self.restricted + self.medical
    }

    /// Days away, restricted or transferred: OSHA's DART cases.
    #[must_use]
    pub fn dart(&self) -> u64 {
        self.lost_time + self.restricted
    }

    /// Lost-time injuries, deaths included, as LTIFR counts them.
    #[must_use]
    pub fn lost_time_and_fatal(&self) -> u64 {
        self.lost_time + self.fatal
    }
}
