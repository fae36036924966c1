//! Releases: published sets of figures, immutable, computed from the journal at a position.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{ReleaseId, SeriesId};
use crate::period::Period;

/// What a release is to say: with the journal up to a position, all that is needed to compute it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReleaseSpec {
    /// The stable id, under which it may be revised.
    pub id: ReleaseId,
    /// Over which months.
    pub period: Period,
    /// The series to divide by; the first of each unit is taken.
    #[serde(default)]
    pub denominators: Vec<SeriesId>,
    /// Counts from 1 to one less than this stay unpublished, and whatever would tell them. At least
    /// [`LEAST_THRESHOLD`].
    #[serde(default = "usual_threshold")]
    pub threshold: u64,
    /// Whether the data are invented, as those of a demonstration are: every file and page of the release then says so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub synthetic: bool,
}

/// Fewer than five persons are a small cell.
pub const USUAL_THRESHOLD: u64 = 5;

/// With less, a release would tell of one person to the other who knows of both.
pub const LEAST_THRESHOLD: u64 = 3;

fn usual_threshold() -> u64 {
    USUAL_THRESHOLD
}

/// A published file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleaseFile {
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// How many bytes it has.
    pub size: u64,
}

/// `release.published`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleasePublished {
    /// What it says.
    pub spec: ReleaseSpec,
    /// Which revision it is, from 1.
    pub revision: u64,
    /// The journal position up to which the figures go.
    pub position: u64,
    /// The day on which they were computed: what the nowcast looks back from.
    pub as_of: Date,
    /// How many revisions of releases had been published before, which it reckons with: the first so many of the journal.
    pub reckons_with: u64,
    /// The files by name; `release.json` is the one that the others are made of.
    pub files: BTreeMap<String, ReleaseFile>,
}
