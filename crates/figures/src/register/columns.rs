//! The columns: what `Details` holds, each thing as a small number, and back.
//!
//! A word's number is its place in its list, from 1; 0 stands for "not known".

use jiff::Timestamp;
use saqta_domain::activity::Activity;
use saqta_domain::ids::SiteId;
use saqta_domain::injury::esaw::{BodyPart, Contact, Deviation, InjuryType};
use saqta_domain::injury::{
    AgeBand, Bin, Cause, Details, InjuryKind, InjuryOutcome, Reporter, Sex, Standing,
};
use saqta_domain::region::Region;

use super::names::Names;
use super::numbering::{date_of, day_number, day_of, month_number, place, word};

/// No hour, no number of days.
pub(crate) const NO_HOUR: u8 = u8::MAX;
const NO_DAYS: u16 = u16::MAX;

/// The columns, all equally long.
#[derive(Debug, Default)]
pub struct Columns {
    /// Whether the row counts.
    pub(crate) counts: Vec<bool>,
    pub(crate) region: Vec<u8>,
    pub(crate) kind: Vec<u8>,
    pub(crate) outcome: Vec<u8>,
    pub(crate) severe: Vec<bool>,
    pub(crate) cause: Vec<u8>,
    pub(crate) sex: Vec<u8>,
    pub(crate) age: Vec<u8>,
    pub(crate) hour: Vec<u8>,
    pub(crate) reporter: Vec<u8>,
    /// The bits of [`saqta_domain::injury::Reporters`].
    pub(crate) reporters: Vec<u8>,
    /// Months since January 1900.
    pub(crate) month: Vec<u16>,
    /// Days since 1 January 1950.
    pub(crate) day: Vec<i32>,
    /// The day on which it became known, in days since 1 January 1950; the day of recording unless reported.
    pub(crate) known: Vec<i32>,
    reported: Vec<bool>,
    pub(crate) deviation: Vec<u8>,
    pub(crate) contact: Vec<u8>,
    pub(crate) injury_type: Vec<u16>,
    pub(crate) body_part: Vec<u8>,
    pub(crate) days_lost: Vec<u16>,
    pub(crate) days_restricted: Vec<u16>,
    pub(crate) activity: Vec<u32>,
    pub(crate) site: Vec<u32>,
    pub(crate) employer: Vec<u32>,
    pub(crate) host: Vec<u32>,
    pub(crate) activities: Names<Activity>,
    pub(crate) sites: Names<SiteId>,
    pub(crate) bins: Names<Bin>,
}

impl Columns {
    /// Adds a row.
    pub(super) fn push(&mut self, details: &Details, counts: bool, at: Timestamp) {
        let reporters = saqta_domain::injury::Reporters::default().with(details.reporter);
        self.counts.push(counts);
        self.known.push(day_number(day_of(at)));
        self.reporters.push(reporters.bits());
        macro_rules! grow {
            ($($column:ident),*) => {$(self.$column.push(Default::default());)*};
        }
        grow!(
            region,
            kind,
            outcome,
            severe,
            cause,
            sex,
            age,
            hour,
            reporter,
            month,
            day,
            reported,
            deviation,
            contact,
            injury_type,
            body_part,
            days_lost,
            days_restricted,
            activity,
            site,
            employer,
            host
        );
        self.write(self.counts.len() - 1, details);
    }

    /// Changes a row into what its reports add up to; nothing in effect does not count.
    pub(super) fn set(&mut self, row: usize, standing: Option<&Standing>) {
        self.counts[row] = standing.is_some();
        if let Some(standing) = standing {
            self.reporters[row] = standing.reporters.bits();
            self.write(row, &standing.details);
        }
    }

    fn write(&mut self, row: usize, details: &Details) {
        self.reporter[row] = place(Reporter::ALL, details.reporter);
        self.region[row] = details.region.map_or(0, |region| place(Region::ALL, region));
        self.kind[row] = place(InjuryKind::ALL, details.kind);
        self.outcome[row] = place(InjuryOutcome::ALL, details.outcome);
        self.severe[row] = details.severe;
        self.cause[row] = details.cause.map_or(0, |cause| place(Cause::ALL, cause));
        self.sex[row] = details.sex.map_or(0, |sex| place(Sex::ALL, sex));
        self.age[row] = details.age.map_or(0, |age| place(AgeBand::ALL, age));
        self.hour[row] = details.hour.unwrap_or(NO_HOUR);
        self.month[row] = month_number(details.date);
        self.day[row] = day_number(details.date);
        self.reported[row] = details.reported.is_some();
        if let Some(reported) = details.reported {
            self.known[row] = day_number(reported);
        }
        self.deviation[row] = details.deviation.map_or(0, |code| small(code.number()));
        self.contact[row] = details.contact.map_or(0, |code| small(code.number()));
        // Zero is a code in these lists, so that they stand one higher.
        self.injury_type[row] = details.injury_type.map_or(0, |code| code.number() + 1);
        self.body_part[row] = details.body_part.map_or(0, |code| small(code.number() + 1));
        self.days_lost[row] = details.days_lost.unwrap_or(NO_DAYS);
        self.days_restricted[row] = details.days_restricted.unwrap_or(NO_DAYS);
        self.activity[row] = self.activities.number(details.activity.as_ref());
        self.site[row] = self.sites.number(details.site.as_ref());
        self.employer[row] = self.bins.number(details.employer.as_ref());
        self.host[row] = self.bins.number(details.host.as_ref());
    }

    /// A row as it was reported; none where the row is none of ours.
    pub(super) fn details(&self, row: usize) -> Option<Details> {
        let days = |days: u16| (days != NO_DAYS).then_some(days);
        Some(Details {
            reporter: word(Reporter::ALL, self.reporter[row])?,
            site: self.sites.value(self.site[row]).cloned(),
            region: word(Region::ALL, self.region[row]),
            employer: self.bins.value(self.employer[row]).copied(),
            host: self.bins.value(self.host[row]).copied(),
            activity: self.activities.value(self.activity[row]).copied(),
            date: date_of(self.day[row]),
            hour: (self.hour[row] != NO_HOUR).then_some(self.hour[row]),
            reported: self.reported[row].then(|| date_of(self.known[row])),
            kind: word(InjuryKind::ALL, self.kind[row])?,
            outcome: word(InjuryOutcome::ALL, self.outcome[row])?,
            severe: self.severe[row],
            days_lost: days(self.days_lost[row]),
            days_restricted: days(self.days_restricted[row]),
            cause: word(Cause::ALL, self.cause[row]),
            deviation: Deviation::new(u16::from(self.deviation[row])),
            contact: Contact::new(u16::from(self.contact[row])),
            injury_type: self.injury_type[row].checked_sub(1).and_then(InjuryType::new),
            body_part: self.body_part[row]
                .checked_sub(1)
                .and_then(|code| BodyPart::new(u16::from(code))),
            sex: word(Sex::ALL, self.sex[row]),
            age: word(AgeBand::ALL, self.age[row]),
        })
    }

    /// Days of work lost in a row; 0 where nobody said.
    pub(crate) fn days_lost_in(&self, row: usize) -> u64 {
        let days = self.days_lost[row];
        if days == NO_DAYS { 0 } else { u64::from(days) }
    }

    /// Days of restricted work in a row; 0 where nobody said.
    pub(crate) fn days_restricted_in(&self, row: usize) -> u64 {
        let days = self.days_restricted[row];
        if days == NO_DAYS { 0 } else { u64::from(days) }
    }
}

fn small(number: u16) -> u8 {
    u8::try_from(number).unwrap_or(0)
}
