//! Alarms in the views: their rows, their lists, their timelines.

mod list;
mod place;
mod row;
mod timeline;

use saqta_domain::alarm::Alarm;

pub use list::{AlarmQuery, Page, Sites};
pub use place::OpenCount;
pub use timeline::TimelineItem;

pub(crate) use list::page;
pub(crate) use place::open_counts;
pub(crate) use row::{Touched, alarm_at, alarm_by_id};
pub(crate) use timeline::{append, timeline_of};

/// An alarm with everything that happened to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlarmDetail {
    /// The alarm as it stands.
    pub alarm: Alarm,
    /// What happened, oldest first.
    pub timeline: Vec<TimelineItem>,
    /// The journal position up to which this is true.
    pub position: u64,
}
