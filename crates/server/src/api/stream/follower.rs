//! One subscriber's place in the telling.

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::Bytes;
use futures_util::{FutureExt as _, Stream, stream};
use saqta_domain::alarm::AlarmKind;
use saqta_domain::ids::{SiteId, ZoneId};
use saqta_domain::permission::Action;
use saqta_engine::Unrecorded;
use serde::Serialize;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{broadcast, watch};
use tokio::time::{Interval, MissedTickBehavior};

use super::frame;
use super::telling::Folder;
use crate::auth::caller::Caller;
use crate::metrics::Following;
use crate::state::AppState;
use crate::view::Viewer;

/// How many bytes are put together before the connection is asked to take them.
const ENOUGH: usize = 64 * 1024;

/// One subscriber.
pub(super) struct Follower {
    state: AppState,
    caller: Caller,
    viewer: Viewer,
    position: u64,
    /// The last place that the caller was told.
    told: u64,
    folder: Folder,
    head: watch::Receiver<u64>,
    unrecorded: broadcast::Receiver<Arc<Unrecorded>>,
    ending: watch::Receiver<bool>,
    heartbeat: Interval,
    phase: Phase,
    _following: Following,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Beginning,
    Following,
    Ended,
}

/// What wakes a follower.
enum Woken {
    Entries,
    Press(Arc<Unrecorded>),
    Heartbeat,
    End,
}

/// A press that the journal could not take.
#[derive(Serialize)]
struct Press<'a> {
    key: &'a str,
    kind: &'a str,
    site: Option<&'a SiteId>,
    zone: Option<&'a ZoneId>,
}

#[derive(Serialize)]
struct UnrecordedData<'a> {
    at: jiff::Timestamp,
    press: Press<'a>,
}

impl Follower {
    pub(super) fn new(state: AppState, caller: Caller, position: u64) -> Self {
        let mut heartbeat = tokio::time::interval(state.settings.heartbeat);
        heartbeat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        heartbeat.reset();
        Self {
            viewer: Viewer::new(caller.principal.clone(), state.handle.directory()),
            position,
            told: 0,
            folder: Folder::default(),
            head: state.handle.live().follow(),
            unrecorded: state.handle.live().follow_unrecorded(),
            ending: state.ending.subscribe(),
            heartbeat,
            phase: Phase::Beginning,
            _following: state.metrics.following(),
            caller,
            state,
        }
    }

    /// The bytes, each made when the connection can take it.
    pub(super) fn into_stream(self) -> impl Stream<Item = Result<Bytes, Infallible>> + Send {
        stream::unfold(self, async |mut follower: Self| {
            let bytes = follower.next().await?;
            Some((Ok(bytes), follower))
        })
    }

    async fn next(&mut self) -> Option<Bytes> {
        match self.phase {
            Phase::Ended => return None,
            Phase::Beginning => {
                self.phase = Phase::Following;
                return Some([frame::HELLO, &self.place("head")].concat().into());
            }
            Phase::Following => {}
        }
        loop {
            if self.state.is_ending() {
                return Some(self.bye());
            }
            // Even while entries come all the time.
            if self.heartbeat.tick().now_or_never().is_some() {
                return Some(self.beat());
            }
            self.head.mark_unchanged();
            match self.gather().await {
                Ok(bytes) if !bytes.is_empty() => return Some(bytes),
                Ok(_) => {}
                // The reader comes back and resumes where it was; the cause is logged.
                Err(_unread) => return Some(self.bye()),
            }
            match self.wait().await {
                Woken::Entries => {}
                Woken::Press(press) => {
                    if let Some(bytes) = self.show(&press) {
                        return Some(bytes);
                    }
                }
                Woken::Heartbeat => return Some(self.beat()),
                Woken::End => return Some(self.bye()),
            }
        }
    }

    /// What there is to tell now, up to about [`ENOUGH`] bytes.
    async fn gather(&mut self) -> Result<Bytes, crate::problem::Fault> {
        let mut bytes = Vec::new();
        while bytes.len() < ENOUGH {
            let told = self.state.telling.after(self.position, &mut self.folder).await?;
            if told.is_empty() {
                break;
            }
            self.look_again();
            for each in told {
                if let Some(words) = each.to(&self.viewer) {
                    bytes.extend_from_slice(&words);
                    self.told = each.position();
                }
                self.position = each.position();
            }
            if self.state.is_ending() {
                break;
            }
        }
        Ok(bytes.into())
    }

    async fn wait(&mut self) -> Woken {
        loop {
            tokio::select! {
                changed = self.head.changed() => {
                    return if changed.is_ok() { Woken::Entries } else { Woken::End };
                }
                press = self.unrecorded.recv() => match press {
                    Ok(press) => return Woken::Press(press),
                    // The newest are still there; a press that stays unrecorded is shown again with its next try.
                    Err(RecvError::Lagged(_)) => {}
                    Err(RecvError::Closed) => return Woken::End,
                },
                _ = self.heartbeat.tick() => return Woken::Heartbeat,
                _ = self.ending.changed() => return Woken::End,
            }
        }
    }

    /// A sign of life; and whoever may no longer listen is sent away.
    fn beat(&mut self) -> Bytes {
        let directory = self.state.handle.directory();
        let known = Caller::known_by(self.caller.credential, &directory, &self.state.handle);
        if known.is_none_or(|caller| caller.revoked) {
            return self.bye();
        }
        self.look_again();
        [frame::HEARTBEAT, &self.place("head")].concat().into()
    }

    fn bye(&mut self) -> Bytes {
        self.phase = Phase::Ended;
        self.place("bye")
    }

    fn place(&mut self, name: &str) -> Bytes {
        let known = self.viewer.known_position(&self.state.handle, self.position);
        self.told = self.told.max(known);
        frame::place(name, self.told, self.state.handle.now())
    }

    /// What the caller may see follows what is declared now.
    fn look_again(&mut self) {
        let directory = self.state.handle.directory();
        if !Arc::ptr_eq(&directory, self.viewer.directory()) {
            self.viewer = Viewer::new(self.caller.principal.clone(), directory);
        }
    }

    fn show(&mut self, press: &Unrecorded) -> Option<Bytes> {
        self.look_again();
        let site = press.site.clone().unwrap_or_else(SiteId::unassigned);
        if !self.viewer.may(Action::View, &site) {
            return None;
        }
        let kind = press
            .kind
            .as_deref()
            .and_then(AlarmKind::from_code)
            .unwrap_or(AlarmKind::Panic);
        let press_data = Press {
            key: &press.key,
            kind: kind.code(),
            site: press.site.as_ref(),
            zone: press.zone.as_ref(),
        };
        Some(frame::aside(
            "alarm.unrecorded",
            &UnrecordedData {
                at: press.at,
                press: press_data,
            },
        ))
    }
}
