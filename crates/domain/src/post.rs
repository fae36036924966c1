//! A security post that covers zones.

use serde::{Deserialize, Serialize};

use crate::ids::{PostId, SiteId, ZoneId};
use crate::name::LocalName;

/// A security post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// Its declared id.
    pub id: PostId,
    /// The site it stands in.
    pub site: SiteId,
    /// What it is called.
    #[serde(default)]
    pub name: LocalName,
    /// Who runs it: police, hospital or contractor, in the owner's words.
    #[serde(default)]
    pub operator: Option<String>,
    /// The zones it covers.
    #[serde(default)]
    pub covers: Vec<ZoneId>,
}
