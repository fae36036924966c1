//! The register of alarms, as a viewer may read it: asked of the views on a thread where waiting for the disk is fine.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::time::Duration;

use saqta_domain::alarm as domain;
use saqta_domain::command::Principal;
use saqta_domain::ids::{AlarmId, SiteId};
use saqta_domain::permission::Action;
use saqta_engine::Handle;
use saqta_readmodel as readmodel;

use crate::catch_up;
use crate::history;
use crate::problem::Fault;
use crate::shape::Person;
use crate::shape::alarm::{Alarm, AlarmWithTimeline, Claim, ListedAlarm, Signal, TimelineItem};
use crate::shape::list::List;
use crate::view::{Reach, Viewer};

/// How long a reader waits for the views; then what they have must do.
const PATIENCE: Duration = Duration::from_secs(2);

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
    let behind = !settle(handle).await?;
    let handle = handle.clone();
    tokio::task::spawn_blocking(move || list_now(&handle, &viewer, listing, behind)).await?
}

fn list_now(
    handle: &Handle,
    viewer: &Viewer,
    listing: Listing,
    behind: bool,
) -> Result<List<ListedAlarm>, Fault> {
    let query = query(viewer, listing);
    let mut page = handle.views().alarms(&query)?;
    if behind {
        tracing::warn!(
            position = page.position,
            "the views do not keep up; a list is made without them"
        );
        let newer = catch_up::alarms_after(handle, page.position).map_err(Fault::unread)?;
        complete(&mut page, &query, newer);
    }
    let shown = |alarm: &domain::Alarm| match viewer.reach(alarm) {
        Reach::Full | Reach::Own => {
            let whole = Alarm::of(alarm, viewer.directory()).with_signal(signal_of(handle, alarm));
            Some(ListedAlarm::Full(Box::new(whole)))
        }
        Reach::Colleague => Some(ListedAlarm::Colleague(alarm.into())),
        Reach::Hidden => None,
    };
    Ok(List {
        items: page.items.iter().filter_map(shown).collect(),
        next: page.next.map(|position| position.to_string()),
        position: viewer.known_position(handle, page.position),
        behind,
    })
}

/// Puts newer alarms in their places on a page, which may make it longer; whoever may not see one is not shown it later.
fn complete(
    page: &mut readmodel::Page<domain::Alarm>,
    query: &readmodel::AlarmQuery,
    newer: Vec<domain::Alarm>,
) {
    for alarm in newer {
        page.items.retain(|listed| listed.id != alarm.id);
        let is_asked_for = query.open.is_none_or(|open| open == alarm.is_open())
            && query.only_site.as_ref().is_none_or(|site| *site == alarm.site)
            && query.before.is_none_or(|before| alarm.position < before)
            && page.next.is_none_or(|next| alarm.position > next);
        if is_asked_for {
            page.items.push(alarm);
        }
    }
    page.items.sort_by_key(|alarm| Reverse(alarm.position));
}

/// The signal that raised an alarm, if one did and it can be read; an alarm is shown without it all the same.
pub(crate) fn signal_of(handle: &Handle, alarm: &domain::Alarm) -> Option<Signal> {
    history::raising_signal(handle, alarm).unwrap_or_else(|error| {
        tracing::warn!(%error, position = alarm.position, "the signal of an alarm could not be read");
        None
    })
}

/// Waits until the views know what was recorded until now, and says whether they do.
async fn settle(handle: &Handle) -> Result<bool, Fault> {
    match tokio::time::timeout(PATIENCE, handle.settled()).await {
        Ok(settled) => Ok(settled.map(|_| true)?),
        Err(_) => Ok(false),
    }
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
    let behind = !settle(handle).await?;
    let handle = handle.clone();
    let found = tokio::task::spawn_blocking(move || {
        let mut found = handle.views().alarm(id)?;
        if behind {
            found = catch_up::detail(&handle, id, found).map_err(Fault::unread)?;
        }
        let found = found.ok_or(Fault::NotFound)?;
        let texts = history::signal_texts(&handle, &found.alarm).map_err(Fault::unread)?;
        Ok::<_, Fault>((found, texts))
    });
    let (found, mut texts) = found.await??;
    let reach = viewer.reach(&found.alarm);
    if matches!(reach, Reach::Colleague | Reach::Hidden) {
        return Err(Fault::NotFound);
    }
    if reach != Reach::Full {
        texts.clear();
    }
    let item = |item| timeline_item(item, &viewer, reach, &texts);
    let raising = |item: &&readmodel::TimelineItem| matches!(item.event, "alarm.raised" | "alarm.joined");
    let raising = found.timeline.iter().rev().find(raising);
    let signal = raising.and_then(|item| {
        let fact = item.signal.clone()?;
        Some(Signal::of(fact, texts.get(&item.position).cloned()))
    });
    Ok(AlarmWithTimeline {
        alarm: Alarm::of(&found.alarm, viewer.directory()).with_signal(signal),
        timeline: found.timeline.into_iter().map(item).collect(),
    })
}

/// A presser does not read what others wrote about them.
fn timeline_item(
    item: readmodel::TimelineItem,
    viewer: &Viewer,
    reach: Reach,
    texts: &HashMap<u64, String>,
) -> TimelineItem {
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
        signal: item
            .signal
            .map(|fact| Signal::of(fact, texts.get(&item.position).cloned())),
    }
}
