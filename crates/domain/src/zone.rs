//! A place inside a site to which help is sent; zones form a tree.

use serde::{Deserialize, Serialize};

use crate::ids::{SiteId, ZoneId};
use crate::name::LocalName;

/// A place inside a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// Its declared id.
    pub id: ZoneId,
    /// The site it lies in.
    pub site: SiteId,
    /// The zone around it, if any.
    #[serde(default)]
    pub parent: Option<ZoneId>,
    /// What it is called.
    #[serde(default)]
    pub name: LocalName,
}
