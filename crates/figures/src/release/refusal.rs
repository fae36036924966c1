//! Why a release must not be published, though it can be computed.
//!
//! Asked before publication alone: what is published is computed again without asking.

use std::collections::BTreeSet;

use super::atoms::Part;
use super::changes::before;
use super::content::{PublishedRow, PublishedTable, Release};
use super::earlier::Earlier;
use super::months::told_by_totals;
use super::ways::{Sign, Way, ways};

/// Why a release must not be published.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unpublishable {
    /// The period is not over on the day of the release: what is counted so far would stand beside whole periods.
    #[error("this period ends on {last_day}: publish months that are over, as 2026-01..10 on 1 November")]
    NotOver {
        /// Its last day.
        last_day: jiff::civil::Date,
    },
    /// The country's count is small itself.
    #[error("so few were injured that a release would tell of them: publish a longer period")]
    TooFew,
    /// Its totals would tell a month that an earlier release withholds in its table by month.
    #[error(
        "an earlier release withholds figures of {month}, which the totals of this one would tell: publish other months"
    )]
    TellsMonth {
        /// The month.
        month: saqta_domain::period::Period,
    },
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
    /// What releases of other months come to together differs from it by few of a code, which it could not withhold.
    #[error(
        "only {changed} reports changed since {releases}, which together are of the same months: fewer than {threshold} would \
         tell of single persons; publish it with later reports"
    )]
    TooLittleChangedTogether {
        /// The other releases, as `kz-2025-q1@1`; those to take away with a minus.
        releases: String,
        /// How many injuries changed, as far as all tell.
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
            Self::NotOver { .. } => "period-not-over",
            Self::TooFew => "too-few-injured",
            Self::TellsMonth { .. } => "tells-withheld-month",
            Self::OtherPeriod { .. } => "other-period",
            Self::TooLittleChanged { .. } => "too-little-changed",
            Self::TooLittleChangedTogether { .. } => "too-little-changed-together",
        }
    }

    /// Which field of the spec is to blame.
    #[must_use]
    pub fn field(&self) -> &'static str {
        match self {
            Self::NotOver { .. }
            | Self::TooFew
            | Self::TellsMonth { .. }
            | Self::OtherPeriod { .. }
            | Self::TooLittleChangedTogether { .. } => "period",
            Self::TooLittleChanged { .. } => "id",
        }
    }
}

/// Says whether a release may be published after those that are.
///
/// # Errors
/// [`Unpublishable`], when it would tell of single persons, or the id is that of other months.
pub fn may_be_published(release: &Release, earlier: &[Earlier]) -> Result<(), Unpublishable> {
    let last_day = release.period.last_day();
    if last_day >= release.as_of {
        return Err(Unpublishable::NotOver { last_day });
    }
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
    if let Some(month) = told_by_totals(release.period, earlier) {
        return Err(Unpublishable::TellsMonth { month });
    }
    // A release of the same months under another id tells as much as a revision, and so do quarters beside their half-year. Of a
    // half-year the totals stand and the cells are withheld: a revision can wait for more reports, and an annual release cannot.
    for way in ways(release.period, earlier) {
        let changed = match way[..] {
            [_] => Some(changed(release, &way)).filter(|changed| (1..release.threshold).contains(changed)),
            _ => None,
        };
        if let Some(changed) = changed.or_else(|| told_of_few(release, &way)) {
            return Err(too_little_changed(&way, changed, release.threshold));
        }
    }
    Ok(())
}

fn too_little_changed(way: &Way<'_>, changed: u64, threshold: u64) -> Unpublishable {
    if let [(_, before)] = way[..] {
        return Unpublishable::TooLittleChanged {
            id: before.id.clone(),
            revision: before.revision,
            changed,
            threshold,
        };
    }
    let releases = way.iter().map(|(sign, before)| {
        let minus = match sign {
            Sign::Add => "",
            Sign::TakeAway => "-",
        };
        format!("{minus}{}@{}", before.id, before.revision)
    });
    Unpublishable::TooLittleChangedTogether {
        releases: releases.collect::<Vec<_>>().join(", "),
        changed,
        threshold,
    }
}

/// How many injuries changed, as far as all tell: the most by which a total or the rows of a table that all publish differ.
fn changed(release: &Release, way: &Way<'_>) -> u64 {
    let total = &release.total;
    let totals = [
        (Part::Count, total.count),
        (Part::Fatal, total.fatal),
        (Part::Severe, total.severe),
    ];
    let totals = totals.map(|(part, now)| {
        let before = way.iter().map(|(sign, before)| sign.of(before.total.of(part)));
        difference(now, before.sum())
    });
    let tables = release
        .tables
        .iter()
        .flat_map(|table| Part::ALL.map(|part| changes_of(table, way, part).into_iter().sum()));
    totals.into_iter().chain(tables).max().unwrap_or(0)
}

/// The first code of a table whose change is small and told. A month in which all were injured repeats the total.
fn told_of_few(release: &Release, way: &Way<'_>) -> Option<u64> {
    let is_few = |change: &u64| (1..release.threshold).contains(change);
    let mut tables = release.tables.iter().filter(|table| table.by != "month");
    tables.find_map(|table| {
        let mut parts = Part::ALL.into_iter();
        parts.find_map(|part| changes_of(table, way, part).into_iter().find(is_few))
    })
}

/// By how much each code of a table changed, where all tell.
fn changes_of(table: &PublishedTable, way: &Way<'_>, part: Part) -> Vec<u64> {
    let of_way = way.iter().flat_map(|(_, before)| before.rows(&table.by));
    let codes = table.rows.iter().map(|row| row.code.as_deref());
    let codes: BTreeSet<_> = codes.chain(of_way.map(|row| row.code.as_deref())).collect();
    let changes = codes.into_iter().filter_map(|code| {
        let row = table.rows.iter().find(|row| row.code.as_deref() == code);
        let now = row.map_or(Some(0), |row| told(row, part))?;
        let before = before(&table.by, way, code, part)?;
        Some(difference(now, before))
    });
    changes.collect()
}

fn difference(now: u64, before: i128) -> u64 {
    u64::try_from((i128::from(now) - before).unsigned_abs()).unwrap_or(u64::MAX)
}

fn told(row: &PublishedRow, part: Part) -> Option<u64> {
    match part {
        Part::Count => row.count,
        Part::Fatal => row.fatal,
        Part::Severe => row.severe,
    }
}
