//! Injuries: reported one by one, listed, revised, taken out of the count; who was hurt opened, and erased.

pub(crate) mod detail;
pub(crate) mod draft;
pub(crate) mod erase;
pub(crate) mod list;
pub(crate) mod open;
pub(crate) mod record;
pub(crate) mod revise;
pub(crate) mod withdraw;

use saqta_domain::ids::SiteId;
use saqta_domain::injury::Details;
use saqta_domain::permission::{Action, Place};
use saqta_domain::region::Region;

use crate::view::Viewer;

/// Whether a viewer may do something where an injury happened.
fn may_at(viewer: &Viewer, action: Action, details: &Details) -> bool {
    let unassigned = SiteId::unassigned();
    let place = Place {
        site: details.site.as_ref().unwrap_or(&unassigned),
        region: details.region.map(Region::code),
    };
    let account = viewer.principal().account();
    account.is_some_and(|id| viewer.directory().permits_at(id, action, place))
}
