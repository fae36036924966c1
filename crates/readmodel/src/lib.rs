//! The views: tables computed from the journal, and the queries over them.
//!
//! The cast: [`Views`] is the one writer of `views.sqlite`; it applies [`Recorded`] events in the journal's order and
//! knows how far it came. A [`Reader`] answers queries from any thread: [`Page`]s of alarms for an [`AlarmQuery`], an
//! [`AlarmDetail`] with its timeline, [`SignalRow`]s of a device; [`ReportRow`]s of injuries, the [`ImportRow`]s that
//! brought them, [`SeriesRow`]s of figures that others count. [`rebuild`] makes the file anew.
//!
//! Three things are deliberately absent. Nothing here decides anything: an alarm's row is the domain's own fold of its
//! events. Nothing here is the truth: the file can be dropped at any time, and is, when it was written by another
//! version or is damaged; whoever opens it replays what is missing from [`Views::position`] on. And no raw signal is
//! kept here, nor what anybody is called.
//!
//! [`Recorded`]: saqta_domain::event::Recorded

mod alarm;
mod digest;
mod error;
mod import;
mod injury;
mod reader;
mod rebuild;
mod release;
mod series;
mod signal;
mod store;
mod text;
mod value;
mod views;

pub use alarm::{AlarmDetail, AlarmQuery, OpenCount, Page, Sites, TimelineItem};
pub use error::Error;
pub use import::ImportRow;
pub use injury::ReportRow;
pub use reader::{Reader, RegisterNews};
pub use rebuild::{RebuildError, Rebuilt, rebuild};
pub use release::ReleaseRow;
pub use series::SeriesRow;
pub use signal::SignalRow;
pub use views::Views;
