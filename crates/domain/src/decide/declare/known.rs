//! What a declaration may refer to.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::decide::Refusal;
use crate::declaration::Declaration;
use crate::directory::Directory;
use crate::ids::{SiteId, ZoneId};
use crate::zone::Zone;

use super::{invalid, unknown};

/// What will be declared once this declaration is: what is declared already, and what it brings.
pub(super) struct Known<'a> {
    pub(super) directory: &'a Arc<Directory>,
    sites: HashSet<&'a SiteId>,
    zones: HashMap<&'a ZoneId, &'a Zone>,
}

impl<'a> Known<'a> {
    pub(super) fn new(directory: &'a Arc<Directory>, declaration: &'a Declaration) -> Self {
        Self {
            directory,
            sites: declaration.sites.iter().map(|site| &site.id).collect(),
            zones: declaration.zones.iter().map(|zone| (&zone.id, zone)).collect(),
        }
    }

    fn has_site(&self, id: &SiteId) -> bool {
        self.sites.contains(id) || self.directory.site(id.as_str()).is_some()
    }

    /// A zone, as it will be.
    pub(super) fn zone(&self, id: &ZoneId) -> Option<&Zone> {
        self.zones
            .get(id)
            .copied()
            .or_else(|| self.directory.zone(id.as_str()))
    }

    /// Refuses a site that is not there.
    pub(super) fn check_site(&self, site: &SiteId, path: &str) -> Result<(), Refusal> {
        if self.has_site(site) {
            Ok(())
        } else {
            Err(unknown(path, "site", site.as_str()))
        }
    }

    /// A zone's parents lie in the same site and lead to no circle.
    pub(super) fn check_parents(&self, zone: &Zone, path: &str) -> Result<(), Refusal> {
        let mut seen = HashSet::from([&zone.id]);
        let mut parent = zone.parent.as_ref();
        while let Some(id) = parent {
            let above = self.zone(id).ok_or_else(|| unknown(path, "zone", id.as_str()))?;
            if above.site != zone.site {
                return Err(invalid(path, "a parent lies in the same site"));
            }
            if !seen.insert(id) {
                return Err(invalid(path, "the parents lead in a circle"));
            }
            parent = above.parent.as_ref();
        }
        Ok(())
    }
}
