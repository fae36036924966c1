//! What is known of an injury without knowing who was hurt.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::activity::Activity;
use crate::ids::SiteId;
use crate::region::Region;

use super::bin::Bin;
use super::esaw::{BodyPart, Contact, Deviation, InjuryType};
use super::words::{AgeBand, Cause, InjuryKind, InjuryOutcome, Reporter, Sex};

/// The public part of a report: nothing in it names a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// Who reports it.
    pub reporter: Reporter,
    /// The declared site, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<SiteId>,
    /// Where it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// Whose employee was hurt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<Bin>,
    /// At whose place, if the employer is a contractor there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host: Option<Bin>,
    /// The employer's activity, as deep as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<Activity>,
    /// The day, by the clock of the place.
    pub date: Date,
    /// The hour of that day, 0 to 23.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hour: Option<u8>,
    /// The day on which the reporter registered it; the day of recording when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reported: Option<Date>,
    /// What kind of event it was.
    pub kind: InjuryKind,
    /// What came of it.
    pub outcome: InjuryOutcome,
    /// Whether it is severe by the medical conclusion.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub severe: bool,
    /// Full calendar days away from work, the day itself not counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_lost: Option<u16>,
    /// Full calendar days of restricted work or in another job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_restricted: Option<u16>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
    /// ESAW: what went wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deviation: Option<Deviation>,
    /// ESAW: what hurt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// ESAW: the type of injury.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub injury_type: Option<InjuryType>,
    /// ESAW: the part of the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body_part: Option<BodyPart>,
    /// Sex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// Age band.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<AgeBand>,
}

/// What is wrong with details: the field, and a code of what is wrong that the catalogues put into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field, as in the API and in CSV headers.
    pub field: &'static str,
    /// What is wrong.
    pub problem: &'static str,
}

/// Before this nobody kept figures that could be entered here; an earlier date is a slip.
const EARLIEST: Date = jiff::civil::date(1950, 1, 1);

impl Details {
    /// Checks what types cannot. `today` is the latest day on which it can have happened.
    ///
    /// # Errors
    /// The first [`Fault`].
    pub fn check(&self, today: Date) -> Result<(), Fault> {
        let fault = |field, problem| Err(Fault { field, problem });
        if self.date < EARLIEST {
            return fault("date", "too-early");
        }
        if self.date > today {
            return fault("date", "in-the-future");
        }
        if self.reported.is_some_and(|reported| reported < self.date) {
            return fault("reported", "before-it-happened");
        }
        if self.reported.is_some_and(|reported| reported > today) {
            return fault("reported", "in-the-future");
        }
        if self.hour.is_some_and(|hour| hour > 23) {
            return fault("hour", "not-0-to-23");
        }
        if self.outcome == InjuryOutcome::LostTime && self.days_lost == Some(0) {
            return fault("days_lost", "lost-time-without-days");
        }
        let no_days = matches!(self.outcome, InjuryOutcome::Medical | InjuryOutcome::FirstAid);
        if no_days && self.days_lost.is_some_and(|days| days > 0) {
            return fault("days_lost", "days-without-lost-time");
        }
        Ok(())
    }

    /// Takes from another report what this one does not say; what it says stays.
    pub fn fill_from(&mut self, other: &Self) {
        macro_rules! fill {
            ($($field:ident),*) => {$(
                if self.$field.is_none() {
                    self.$field.clone_from(&other.$field);
                }
            )*};
        }
        fill!(
            site,
            region,
            employer,
            host,
            activity,
            hour,
            reported,
            days_lost,
            days_restricted,
            cause,
            deviation,
            contact,
            injury_type,
            body_part,
            sex,
            age
        );
    }
}
