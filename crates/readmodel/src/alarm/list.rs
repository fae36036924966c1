//! Lists of alarms: newest first, page by page.
//!
//! The cast: an [`AlarmQuery`] says what may be listed; each part of it is a [`Strand`], which one index holds in the
//! order of the list. A page is woven from the strands' newest: each further strand is only asked for what is newer than
//! the oldest found so far once the page is full, so that a region of hundreds of sites costs little more than one.

use std::collections::BTreeSet;

use rusqlite::{Connection, ToSql, params};
use saqta_domain::alarm::Alarm;
use saqta_domain::ids::{AccountId, DeviceId, SiteId};

use super::row::alarm_at;
use crate::Error;
use crate::value::stored;

/// The most items of a page.
const MOST: usize = 500;

/// Which sites' alarms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sites {
    /// Those of every site.
    Everywhere,
    /// Those of these sites. A region is the sites that the caller finds in it.
    These(BTreeSet<SiteId>),
}

/// Which alarms to list. An alarm is listed when any of `sites`, `aloud`, `raised_by` and `raised_from` lets it be
/// listed, and `open` and `only_site` do not leave it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlarmQuery {
    /// Only open ones, only closed ones, or both.
    pub open: Option<bool>,
    /// The sites all of whose alarms may be listed.
    pub sites: Sites,
    /// The sites whose open alarms may be listed unless they are silent.
    pub aloud: BTreeSet<SiteId>,
    /// The person whose own presses may be listed, wherever they are.
    pub raised_by: Option<AccountId>,
    /// The device whose own presses may be listed; not those of people who named it.
    pub raised_from: Option<DeviceId>,
    /// Leaves out the alarms of every other site.
    pub only_site: Option<SiteId>,
    /// How many at most, clamped to 1 to 500.
    pub limit: usize,
    /// Goes on after the alarm with this position, as the page before said in [`Page::next`].
    pub before: Option<u64>,
}

impl AlarmQuery {
    /// The newest 100 alarms of these sites.
    #[must_use]
    pub fn new(sites: Sites) -> Self {
        Self {
            open: None,
            sites,
            aloud: BTreeSet::new(),
            raised_by: None,
            raised_from: None,
            only_site: None,
            limit: 100,
            before: None,
        }
    }
}

/// One page of a list, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// What to give as `before` for the next page; none on the last one. It stays right while items are added, and is
    /// no promise that the next page is not empty when items change sides meanwhile.
    pub next: Option<u64>,
    /// The journal position up to which the page is true.
    pub position: u64,
}

/// Alarms that one index holds in the order of the list.
#[derive(Clone, Copy, Debug)]
pub(super) enum Strand<'q> {
    /// All open or all closed ones.
    All { open: bool },
    /// Those of a site.
    Site { site: &'q SiteId, open: bool },
    /// The open ones of a site that are not silent.
    Aloud { site: &'q SiteId },
    /// Those that a person raised.
    Presser {
        by: AccountId,
        open: bool,
        only: Option<&'q SiteId>,
    },
    /// Those that a device raised by itself.
    Device {
        device: &'q DeviceId,
        open: bool,
        only: Option<&'q SiteId>,
    },
}

// The indices are named: SQLite keeps no statistics here, and would rather walk positions in a range than look up a
// device.
pub(super) const ALL: &str = "SELECT position FROM alarms INDEXED BY alarms_by_open \
     WHERE open = ?4 AND position < ?1 AND position > ?2 ORDER BY position DESC LIMIT ?3";
pub(super) const SITE: &str = "SELECT position FROM alarms INDEXED BY alarms_by_site \
     WHERE site = ?4 AND open = ?5 AND position < ?1 AND position > ?2 ORDER BY position DESC LIMIT ?3";
pub(super) const ALOUD: &str = "SELECT position FROM alarms INDEXED BY alarms_by_site \
     WHERE site = ?4 AND open = 1 AND silent = 0 AND position < ?1 AND position > ?2 \
     ORDER BY position DESC LIMIT ?3";
pub(super) const PRESSER: &str = "SELECT position FROM alarms INDEXED BY alarms_by_presser \
     WHERE raised_by = ?4 AND open = ?5 AND (?6 IS NULL OR site = ?6) AND position < ?1 AND position > ?2 \
     ORDER BY position DESC LIMIT ?3";
pub(super) const DEVICE: &str = "SELECT position FROM alarms INDEXED BY alarms_by_device \
     WHERE coalesce(raised_from, device) = ?4 AND open = ?5 AND (?6 IS NULL OR site = ?6) AND raised_by IS NULL \
     AND position < ?1 AND position > ?2 ORDER BY position DESC LIMIT ?3";

impl AlarmQuery {
    fn strands(&self) -> Vec<Strand<'_>> {
        let only = self.only_site.as_ref();
        let wanted = |site: &&SiteId| only.is_none_or(|only| only == *site);
        let mut strands = Vec::new();
        for open in [true, false] {
            if self.open.is_some_and(|asked| asked != open) {
                continue;
            }
            let whole = |site| Strand::Site { site, open };
            match (&self.sites, only) {
                (Sites::Everywhere, None) => strands.push(Strand::All { open }),
                (Sites::Everywhere, Some(site)) => strands.push(whole(site)),
                (Sites::These(sites), _) => strands.extend(sites.iter().filter(wanted).map(whole)),
            }
            if open {
                strands.extend(
                    self.aloud
                        .iter()
                        .filter(wanted)
                        .map(|site| Strand::Aloud { site }),
                );
            }
            strands.extend(self.raised_by.map(|by| Strand::Presser { by, open, only }));
            strands.extend(
                self.raised_from
                    .iter()
                    .map(|device| Strand::Device { device, open, only }),
            );
        }
        strands
    }
}

/// The newest positions found so far.
struct Newest {
    found: BTreeSet<i64>,
    wanted: usize,
}

impl Newest {
    /// What a further position must exceed to be among them.
    fn floor(&self) -> i64 {
        match self.found.first() {
            Some(oldest) if self.found.len() >= self.wanted => *oldest,
            _ => 0,
        }
    }

    fn weave(&mut self, connection: &Connection, strand: Strand<'_>, before: i64) -> Result<(), Error> {
        let (floor, wanted) = (self.floor(), stored(self.wanted as u64));
        match strand {
            Strand::All { open } => self.take(connection, ALL, params![before, floor, wanted, open]),
            Strand::Site { site, open } => self.take(
                connection,
                SITE,
                params![before, floor, wanted, site.as_str(), open],
            ),
            Strand::Aloud { site } => {
                self.take(connection, ALOUD, params![before, floor, wanted, site.as_str()])
            }
            Strand::Presser { by, open, only } => {
                let (by, only) = (by.0.as_bytes(), only.map(SiteId::as_str));
                self.take(
                    connection,
                    PRESSER,
                    params![before, floor, wanted, by, open, only],
                )
            }
            Strand::Device { device, open, only } => {
                let (device, only) = (device.as_str(), only.map(SiteId::as_str));
                self.take(
                    connection,
                    DEVICE,
                    params![before, floor, wanted, device, open, only],
                )
            }
        }
    }

    fn take(&mut self, connection: &Connection, sql: &str, values: &[&dyn ToSql]) -> Result<(), Error> {
        let mut statement = connection.prepare_cached(sql)?;
        let mut rows = statement.query(values)?;
        while let Some(row) = rows.next()? {
            self.found.insert(row.get(0)?);
        }
        while self.found.len() > self.wanted {
            self.found.pop_first();
        }
        Ok(())
    }
}

/// The page that a query asks for.
pub(crate) fn page(connection: &Connection, query: &AlarmQuery, position: u64) -> Result<Page<Alarm>, Error> {
    let limit = query.limit.clamp(1, MOST);
    // One more than is shown tells whether there is a next page.
    let mut newest = Newest {
        found: BTreeSet::new(),
        wanted: limit + 1,
    };
    let before = query.before.map_or(i64::MAX, stored);
    for strand in query.strands() {
        newest.weave(connection, strand, before)?;
    }
    let mut items = Vec::with_capacity(limit.min(newest.found.len()));
    for found in newest.found.iter().rev().take(limit) {
        let found = u64::try_from(*found).map_err(|_| Error::bad_value("position", found))?;
        let alarm = alarm_at(connection, found)?;
        items.push(alarm.ok_or_else(|| Error::Damaged(format!("an index names {found}, which is no row")))?);
    }
    let more = newest.found.len() > limit;
    let next = if more {
        items.last().map(|alarm| alarm.position)
    } else {
        None
    };
    Ok(Page {
        items,
        next,
        position,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alarm::place::OPEN_COUNTS;
    use crate::alarm::timeline::TIMELINE;
    use crate::store::Place;

    /// With a million alarms, a scan or a sort is an outage: each query must look its rows up in an index, in order.
    #[test]
    fn no_query_scans_or_sorts() {
        let connection = Place::memory().bulk_writer().unwrap();
        let queries = [
            (ALL, "(open=? AND rowid>? AND rowid<?)"),
            (SITE, "(site=? AND open=? AND position>? AND position<?)"),
            (ALOUD, "(site=? AND open=? AND position>? AND position<?)"),
            (PRESSER, "(raised_by=? AND open=? AND rowid>? AND rowid<?)"),
            (DEVICE, "(<expr>=? AND open=? AND rowid>? AND rowid<?)"),
            (TIMELINE, "(alarm=?)"),
            (crate::signal::PAGE, "(device=? AND rowid<?)"),
            (crate::text::ERASE, "(subject=?)"),
            (crate::injury::AFTER, "(rowid>?)"),
        ];
        for (query, looked_up) in queries {
            let plan = plan(&connection, query);
            let first = plan.lines().next().unwrap_or_default();
            assert!(
                first.starts_with("SEARCH") && first.ends_with(looked_up),
                "{query}\n{plan}"
            );
            assert!(
                !plan.contains("SCAN") && !plan.contains("TEMP B-TREE"),
                "{query}\n{plan}"
            );
        }
        // This one is meant to walk all open alarms, but only an index that holds nothing else, already in order.
        let counting = plan(&connection, OPEN_COUNTS);
        assert_eq!(counting, "SCAN alarms USING COVERING INDEX alarms_open_by_place");
    }

    fn plan(connection: &Connection, query: &str) -> String {
        let mut statement = connection
            .prepare(&format!("EXPLAIN QUERY PLAN {query}"))
            .unwrap();
        let steps = statement.raw_query().mapped(|row| row.get::<_, String>("detail"));
        steps.collect::<Result<Vec<_>, _>>().unwrap().join("\n")
    }
}
