//! Follows the engine once for all subscribers.

use std::collections::{HashSet, VecDeque};
use std::sync::{Arc, PoisonError, RwLock};

use saqta_domain::account;
use saqta_domain::alarm::Alarm;
use saqta_domain::event::{Event, Recorded};
use saqta_domain::ids::{AlarmId, SiteId};
use saqta_domain::state::fold;
use saqta_engine::Handle;
use tokio::sync::Mutex;
use uuid::Uuid;

use super::cache::Cache;
use super::told::{Subject, Told};
use crate::history;
use crate::problem::Fault;

/// How many entries are kept for those who listen: some seconds of the highest load.
const KEPT: usize = 8_192;

/// How many entries are taken at once.
const CHUNK: usize = 512;

/// What is told lately. Whoever needs more of it makes it, for all; nobody works while nobody listens.
pub(crate) struct Telling {
    handle: Handle,
    maker: Mutex<Maker>,
    recent: RwLock<VecDeque<Arc<Told>>>,
}

/// How far the telling has come.
struct Maker {
    position: u64,
    folder: Folder,
}

impl Telling {
    pub(crate) fn new(handle: Handle) -> Self {
        let maker = Maker {
            position: handle.live().head(),
            folder: Folder::default(),
        };
        Self {
            handle,
            maker: Mutex::new(maker),
            recent: RwLock::default(),
        }
    }

    /// Up to some hundred entries after a position, as they are told; empty when there is nothing newer. What is no
    /// longer kept is read from the journal, with the reader's own folder.
    pub(super) async fn after(&self, position: u64, own: &mut Folder) -> Result<Vec<Arc<Told>>, Fault> {
        if position >= self.handle.live().head() {
            return Ok(Vec::new());
        }
        if let Some(told) = self.kept_after(position) {
            return Ok(told);
        }
        self.advance().await?;
        if let Some(told) = self.kept_after(position) {
            return Ok(told);
        }
        let handle = self.handle.clone();
        let read = tokio::task::spawn_blocking(move || handle.read_after(position, CHUNK));
        own.tell(&self.handle, read.await?.map_err(Fault::unread)?).await
    }

    /// Entries after a position, if the next one is kept.
    fn kept_after(&self, position: u64) -> Option<Vec<Arc<Told>>> {
        let recent = self.recent.read().unwrap_or_else(PoisonError::into_inner);
        let first = recent.front()?.position();
        let skip = usize::try_from((position + 1).checked_sub(first)?).ok()?;
        let told: Vec<Arc<Told>> = recent.iter().skip(skip).take(CHUNK).cloned().collect();
        (!told.is_empty()).then_some(told)
    }

    /// Takes in what the engine has recorded since.
    async fn advance(&self) -> Result<(), Fault> {
        let mut maker = self.maker.lock().await;
        loop {
            let entries = self.handle.live().after(maker.position, CHUNK);
            let Some(entries) = entries else {
                // Nobody listened for so long that the engine has forgotten: begin again from now.
                maker.position = self.handle.live().head();
                self.recent
                    .write()
                    .unwrap_or_else(PoisonError::into_inner)
                    .clear();
                return Ok(());
            };
            let Some(last) = entries.last() else { return Ok(()) };
            let position = last.position;
            let told = maker.folder.tell(&self.handle, entries).await?;
            maker.position = position;
            let mut recent = self.recent.write().unwrap_or_else(PoisonError::into_inner);
            recent.extend(told);
            let surplus = recent.len().saturating_sub(KEPT);
            recent.drain(..surplus);
        }
    }
}

/// Knows the alarms that entries are about, as of the last entry.
#[derive(Debug, Default)]
pub(super) struct Folder {
    position: u64,
    alarms: Cache<AlarmId, Arc<Alarm>>,
}

impl Folder {
    /// Tells entries, which follow each other. Alarms that are not known are read from the journal first.
    async fn tell(&mut self, handle: &Handle, entries: Vec<Arc<Recorded>>) -> Result<Vec<Arc<Told>>, Fault> {
        let (Some(first), Some(last)) = (entries.first(), entries.last()) else {
            return Ok(Vec::new());
        };
        if first.position != self.position + 1 {
            // Entries were told elsewhere meanwhile: what is known here is old.
            self.alarms = Cache::default();
        }
        self.position = last.position;
        let unknown = self.unknown(&entries);
        if !unknown.is_empty() {
            let handle = handle.clone();
            let read = move || {
                let each = unknown
                    .into_iter()
                    .map(|(id, position)| history::alarm_at(&handle, id, position));
                each.collect::<Result<Vec<_>, _>>()
            };
            let alarms = tokio::task::spawn_blocking(read).await?.map_err(Fault::unread)?;
            for alarm in alarms.into_iter().flatten() {
                self.alarms.put(alarm.id, Arc::new(alarm));
            }
        }
        let directory = handle.directory();
        let subject = |recorded: &Recorded, folder: &mut Self| match recorded.event.alarm() {
            Some(id) => folder.apply(id, recorded),
            None => declared(recorded, |zone| directory.site_of_zone(zone).cloned()),
        };
        Ok(entries
            .into_iter()
            .map(|recorded| {
                let subject = subject(&recorded, self);
                Arc::new(Told::new(recorded, subject))
            })
            .collect())
    }

    /// The alarms that entries are about and that are neither known nor raised among them, each with the position
    /// before the first entry about it.
    fn unknown(&mut self, entries: &[Arc<Recorded>]) -> Vec<(AlarmId, u64)> {
        let mut seen = HashSet::new();
        let mut unknown = Vec::new();
        for recorded in entries {
            let Some(id) = recorded.event.alarm() else {
                continue;
            };
            let is_first = seen.insert(id) && !matches!(recorded.event, Event::AlarmRaised(_));
            if is_first && self.alarms.get(id).is_none() {
                unknown.push((id, recorded.position - 1));
            }
        }
        unknown
    }

    fn apply(&mut self, id: AlarmId, recorded: &Recorded) -> Subject {
        if let Event::AlarmRaised(fact) = &recorded.event {
            let site = recorded.site.clone().unwrap_or_else(SiteId::unassigned);
            let alarm = Alarm::raised(fact, site, recorded.actor, recorded.at, recorded.position);
            let after = Arc::new(alarm);
            self.alarms.put(id, Arc::clone(&after));
            return Subject::Alarm { before: None, after };
        }
        let Some(before) = self.alarms.get(id) else {
            return Subject::Nothing;
        };
        let mut alarm = (*before).clone();
        fold(&mut alarm, recorded);
        let after = Arc::new(alarm);
        self.alarms.put(id, Arc::clone(&after));
        Subject::Alarm {
            before: Some(before),
            after,
        }
    }
}

fn declared(recorded: &Recorded, site_of: impl Fn(&saqta_domain::ids::ZoneId) -> Option<SiteId>) -> Subject {
    let at = |what, id: String, site: Option<SiteId>| Subject::Declared { what, id, site };
    match &recorded.event {
        Event::SiteDeclared(site) => at("site", site.id.to_string(), Some(site.id.clone())),
        Event::ZoneDeclared(zone) => at("zone", zone.id.to_string(), Some(zone.site.clone())),
        Event::PostDeclared(post) => at("post", post.id.to_string(), Some(post.site.clone())),
        Event::DeviceDeclared(device) => at(
            "device",
            device.id.to_string(),
            device.zone.as_ref().and_then(site_of),
        ),
        Event::AccountDeclared(fact) => Subject::Account(fact.account.0),
        Event::SubjectErased(fact) => {
            erased_account(&fact.subject).map_or(Subject::Nothing, Subject::Account)
        }
        _ => Subject::Nothing,
    }
}

fn erased_account(subject: &str) -> Option<Uuid> {
    let id = saqta_domain::ids::AccountId(Uuid::parse_str(subject.rsplit(':').next()?).ok()?);
    (account::subject(id) == subject).then_some(id.0)
}
