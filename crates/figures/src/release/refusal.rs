//! Why a release must not be published, though it can be computed.
//!
//! Asked before publication alone: what is published is computed again without asking.

use std::collections::BTreeSet;

use super::atoms::Part;
use super::content::{PublishedRow, Release};
use super::earlier::Earlier;

/// Why a release must not be published.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unpublishable {
    /// The country's count is small itself.
    #[error("so few were injured that a release would tell of them: publish a longer period")]
    TooFew,
    /// Its id is that of a release of other months.
    #[error("a release of this id is of {period}: give one of other months another id")]
    OtherPeriod {
        /// Over which months the release of this id is.
        period: saqta_domain::period::Period,
    },
    /// It differs too little from a release of the same months: the difference would tell of single persons, table by table.
    #[error(
        "only {changed} reports changed since revision {revision} of {id}: fewer than {threshold} would tell of single \
         persons; publish it with later reports"
    )]
    TooLittleChanged {
        /// The id of the other release.
        id: String,
        /// Its revision.
        revision: u64,
        /// How many injuries changed, as far as both tell.
        changed: u64,
        /// How many must.
        threshold: u64,
    },
}

impl Unpublishable {
    /// A word for why, by which a message in the reader's language is found.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooFew => "too-few-injured",
            Self::OtherPeriod { .. } => "other-period",
            Self::TooLittleChanged { .. } => "too-little-changed",
        }
    }

    /// Which field of the spec is to blame.
    #[must_use]
    pub fn field(&self) -> &'static str {
        match self {
            Self::TooFew | Self::OtherPeriod { .. } => "period",
            Self::TooLittleChanged { .. } => "id",
        }
    }
}

/// Says whether a release may be published after those that are.
///
/// # Errors
/// [`Unpublishable`], when it would tell of single persons, or the id is that of other months.
pub fn may_be_published(release: &Release, earlier: &[Earlier]) -> Result<(), Unpublishable> {
    if (1..release.threshold).contains(&release.total.count) {
        return Err(Unpublishable::TooFew);
    }
    let same_id = |earlier: &&Earlier| earlier.id == release.id;
    let other = earlier
        .iter()
        .filter(same_id)
        .find(|each| each.period != release.period);
    if let Some(other) = other {
        return Err(Unpublishable::OtherPeriod { period: other.period });
    }
    // A release of the same months under another id tells as much as a revision.
    for before in earlier.iter().filter(|each| each.period == release.period) {
        let changed = changed(release, before);
        if (1..release.threshold).contains(&changed) {
            return Err(Unpublishable::TooLittleChanged {
                id: before.id.clone(),
                revision: before.revision,
                changed,
                threshold: release.threshold,
            });
        }
    }
    Ok(())
}

/// How many injuries changed, as far as both tell: the most by which a total or the rows of a table that both publish differ.
fn changed(release: &Release, before: &Earlier) -> u64 {
    let total = &release.total;
    let totals = [
        total.count.abs_diff(before.total.count),
        total.fatal.abs_diff(before.total.fatal),
        total.severe.abs_diff(before.total.severe),
    ];
    let tables = release.tables.iter().flat_map(|table| {
        Part::ALL.map(|part| {
            let then = |code: Option<&str>| {
                let row = before.rows(&table.by).find(|row| row.code.as_deref() == code);
                row.map_or(Some(0), |row| part.told(row))
            };
            let now = |code: Option<&str>| {
                let row = table.rows.iter().find(|row| row.code.as_deref() == code);
                row.map_or(Some(0), |row| told(row, part))
            };
            let codes = table.rows.iter().map(|row| row.code.as_deref());
            let codes: BTreeSet<_> = codes
                .chain(before.rows(&table.by).map(|row| row.code.as_deref()))
                .collect();
            let differences = codes
                .into_iter()
                .filter_map(|code| Some(now(code)?.abs_diff(then(code)?)));
            differences.sum()
        })
    });
    totals.into_iter().chain(tables).max().unwrap_or(0)
}

fn told(row: &PublishedRow, part: Part) -> Option<u64> {
    match part {
        Part::Count => row.count,
        Part::Fatal => row.fatal,
        Part::Severe => row.severe,
    }
}
