//! How many alarms are open where.

use rusqlite::Connection;
use saqta_domain::ids::{SiteId, ZoneId};

use crate::Error;
use crate::value::Columns;

/// How many alarms are open at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenCount {
    /// The site.
    pub site: SiteId,
    /// The zone; none for the site's alarms whose zone nobody knows.
    pub zone: Option<ZoneId>,
    /// How many, at least 1.
    pub open: u64,
}

/// The index is named, since without statistics SQLite takes one that has to be sorted.
pub(super) const OPEN_COUNTS: &str = "SELECT site, zone, count(*) AS n \
     FROM alarms INDEXED BY alarms_open_by_place WHERE open = 1 GROUP BY site, zone ORDER BY site, zone";

pub(crate) fn open_counts(connection: &Connection) -> Result<Vec<OpenCount>, Error> {
    let mut statement = connection.prepare_cached(OPEN_COUNTS)?;
    let mut rows = statement.query([])?;
    let mut counts = Vec::new();
    while let Some(row) = rows.next()? {
        let mut columns = Columns::of(row);
        counts.push(OpenCount {
            site: SiteId(columns.text("site")?.into()),
            zone: columns.optional_text("zone")?.map(|id| ZoneId(id.into())),
            open: columns.number("n")?,
        });
    }
    Ok(counts)
}
