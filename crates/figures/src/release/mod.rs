//! Releases: sets of figures that can be published and computed again, byte for byte.
//!
//! The cast: a [`ReleaseSpec`] says what to publish; [`build`] computes a [`Release`] from the register as it stood at a
//! journal position, with what was published before ([`Earlier`]), so that nothing small can be told from both;
//! [`may_be_published`] says whether the two together would tell of single persons; [`Release::to_json`] is what is signed, and what every other file is made of.
//!
//! Deliberately absent: the time of publication, and anything else that a later computation could not know.
//!
//! [`ReleaseSpec`]: saqta_domain::release::ReleaseSpec

mod atoms;
mod build;
mod changes;
mod content;
mod earlier;
mod months;
mod refusal;
mod sentence;
mod tables;
mod ways;
mod years;

pub use build::{Source, build};
pub use content::{Figures, PublishedRow, PublishedTable, Release, Revision, Sentences, YearFigures};
pub use earlier::Earlier;
pub(crate) use earlier::RowSaid;
pub use refusal::{Unpublishable, may_be_published};

pub(crate) use build::tally;
pub(crate) use tables::Wanted;
