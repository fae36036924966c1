//! The register of alarms, as a viewer may read it: asked of the views on a thread where waiting for the disk is fine.

use std::time::Duration;

use saqta_domain::command::Principal;
use saqta_domain::ids::{AlarmId, SiteId};
use saqta_domain::permission::Action;
use saqta_engine::Handle;
use saqta_readmodel as readmodel;

use crate::problem::Fault;
use crate::shape::Person;
use crate::shape::alarm::{Alarm, AlarmWithTimeline, Claim, ListedAlarm, Signal, TimelineItem};
use crate::shape::list::List;
use crate::view::{Reach, Viewer};

/// How long a reader waits for the views.
const PATIENCE: Duration = Duration::from_secs(5);

/// What to list.
pub(crate) struct Listing {
    /// Only open ones, only closed ones, or both.
    pub(crate) open: Option<bool>,
    /// Only those of one site.
    pub(crate) site: Option<SiteId>,
    /// How many at most.
    pub(crate) limit: usize,
    /// After which position to go on.
    pub(crate) before: Option<u64>,
}

/// The alarms that a viewer may see, newest first, once the views know what was recorded when they were asked.
pub(crate) async fn list(
    handle: &Handle,
    viewer: Viewer,
    listing: Listing,
) -> Result<List<ListedAlarm>, Fault> {
    settle(handle).await?;
    let query = query(&viewer, listing);
    let views = handle.views().clone();
    let page = tokio::task::spawn_blocking(move || views.alarms(&query)).await??;
    let shown = |alarm: &saqta_domain::alarm::Alarm| match viewer.reach(alarm) {
        Reach::Full | Reach::Own => Some(ListedAlarm::Full(Box::new(Alarm::of(alarm, viewer.directory())))),
        Reach::Colleague => Some(ListedAlarm::Colleague(alarm.into())),
        Reach::Hidden => None,
    };
    Ok(List {
        items: page.items.iter().filter_map(shown).collect(),
        next: page.next.map(|position| position.to_string()),
        position: page.position,
    })
}

/// Waits until the views know what was recorded until now; views that cannot keep up are said to be away.
async fn settle(handle: &Handle) -> Result<(), Fault> {
    let settled = tokio::time::timeout(PATIENCE, handle.settled()).await;
    settled.map_err(|_| Fault::unread("the views do not catch up"))??;
    Ok(())
}

fn query(viewer: &Viewer, listing: Listing) -> readmodel::AlarmQuery {
    let sites = if viewer.may_everywhere(Action::View) {
        readmodel::Sites::Everywhere
    } else {
        readmodel::Sites::These(viewer.sites_where(Action::View).collect())
    };
    let mut query = readmodel::AlarmQuery::new(sites);
    query.aloud = viewer.sites_where(Action::ViewColleagues).collect();
    match viewer.principal() {
        Principal::Account(id) => query.raised_by = Some(*id),
        Principal::Device(id) => query.raised_from = Some(id.clone()),
        Principal::System => {}
    }
    query.open = listing.open;
    query.only_site = listing.site;
    query.limit = listing.limit;
    query.before = listing.before;
    query
}

/// An alarm with what happened to it, as far as the viewer may know; what they may not know of is not found.
pub(crate) async fn detail(handle: &Handle, viewer: Viewer, id: AlarmId) -> Result<AlarmWithTimeline, Fault> {
    settle(handle).await?;
    let views = handle.views().clone();
    let found = tokio::task::spawn_blocking(move || views.alarm(id)).await??;
    let found = found.ok_or(Fault::NotFound)?;
    let reach = viewer.reach(&found.alarm);
    if matches!(reach, Reach::Colleague | Reach::Hidden) {
        return Err(Fault::NotFound);
    }
    let item = |item| timeline_item(item, &viewer, reach);
    Ok(AlarmWithTimeline {
        alarm: Alarm::of(&found.alarm, viewer.directory()),
        timeline: found.timeline.into_iter().map(item).collect(),
    })
}

/// A presser does not read what others wrote about them.
fn timeline_item(item: readmodel::TimelineItem, viewer: &Viewer, reach: Reach) -> TimelineItem {
    let is_own = item.by == viewer.principal().account();
    let may_read = reach == Reach::Full || is_own;
    TimelineItem {
        position: item.position,
        at: item.at,
        r#type: item.event,
        by: item.by.map(|id| Person::of(id, viewer.directory())),
        note: item.note.filter(|_| may_read),
        claim: item.claim.filter(|_| may_read).map(Claim::from),
        outcome: item.outcome,
        factors: item.factors,
        signal: item.signal.map(Signal::from),
    }
}
