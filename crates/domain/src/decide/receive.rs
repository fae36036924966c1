//! A device's message: each alarm in it is raised, whatever is wrong with it; everything else is recorded.
//!
//! A test, a restore or any other harmless report from an account that nobody declared is recorded and flagged as from
//! an unknown account; it raises no alarm. A call for help from there raises one like any other.

use std::collections::{BTreeSet, VecDeque};

use crate::alarm::fact::{Joined, Raised, Repeated, SignalFact, Signalled};
use crate::alarm::{AlarmKind, Flag, Origin};
use crate::command::{Answer, Asking};
use crate::directory::device_subject;
use crate::event::{Draft, Event, Sealing, SignalRecorded, Stream};
use crate::ids::{AlarmId, Ids, SiteId, SituationId, ZoneId};
use crate::private::{Private, RawSignal};
use crate::signal::{Meaning, Report, Signal};
use crate::state::{FrameSeen, State};

use super::{Decision, Reply, short_hash, situation_at};

pub(super) fn receive(state: &State, asking: &Asking, signal: Signal, ids: &mut dyn Ids) -> Decision {
    let broken = signal.flags.contains(&Flag::BadChecksum);
    let joins = if broken {
        VecDeque::new()
    } else {
        broken_alarms(state, asking, &signal)
    };
    let seen = state.frames().repeated(&signal.source, asking.at);
    if let Some(decision) = seen.and_then(|seen| repeat(state, &signal, seen, &joins)) {
        return decision;
    }
    let dedupe = dedupe_key(state, asking, &signal);
    let mut taking = Taking::new(state, asking, signal, ids);
    taking.take_in(joins);
    let Taking { drafts, alarms, .. } = taking;
    Decision {
        drafts,
        dedupe: Some(dedupe),
        reply: Reply::Ready(Answer::Received {
            alarms,
            repeated: false,
        }),
    }
}

/// The open alarms of a broken frame that this good one follows, in the order of its reports.
fn broken_alarms(state: &State, asking: &Asking, signal: &Signal) -> VecDeque<AlarmId> {
    let raised = state.frames().broken_before(&signal.source, asking.at).iter();
    let is_open = |id: &AlarmId| state.alarms().get(*id).is_some_and(|alarm| alarm.is_open());
    raised.copied().filter(is_open).collect()
}

/// The same frame once more: noted on the alarms it raised that are still open. None when all of them are closed:
/// then it is a new call.
///
/// A damaged copy may have come between and raised alarms of its own. They are told of the good one, and keep their
/// flag: without it, one press would stand there as two clean alarms.
fn repeat(state: &State, signal: &Signal, seen: &FrameSeen, damaged: &VecDeque<AlarmId>) -> Option<Decision> {
    let mut drafts: Vec<Draft> = seen
        .alarms
        .iter()
        .filter_map(|id| state.alarms().get(*id))
        .filter(|alarm| alarm.is_open())
        .map(|alarm| Draft {
            stream: Stream::alarm(alarm.id),
            site: Some(alarm.site.clone()),
            event: Event::AlarmRepeated(Repeated {
                alarm: alarm.id,
                source: signal.source.clone(),
            }),
            sealed: Vec::new(),
        })
        .collect();
    let all_closed = drafts.is_empty() && !seen.alarms.is_empty();
    let copies = damaged.iter().filter(|id| !seen.alarms.contains(id));
    drafts.extend(copies.map(|id| {
        let fact = SignalFact {
            source: signal.source.clone(),
            report: signal.reports.first().cloned(),
            occurred: signal.occurred,
        };
        signalled(state, *id, fact)
    }));
    let answer = Answer::Received {
        alarms: seen.alarms.clone(),
        repeated: true,
    };
    (!all_closed).then(|| Decision::of(drafts, Reply::Ready(answer)))
}

/// What a device said of an alarm that is open.
fn signalled(state: &State, alarm: AlarmId, signal: SignalFact) -> Draft {
    Draft {
        stream: Stream::alarm(alarm),
        site: state.alarms().get(alarm).map(|alarm| alarm.site.clone()),
        event: Event::AlarmSignalled(Signalled { alarm, signal }),
        sealed: Vec::new(),
    }
}

/// Window, reopening and content are part of the key, so that only the very same frame is ever taken for a repeat.
fn dedupe_key(state: &State, asking: &Asking, signal: &Signal) -> [u8; 16] {
    let fingerprint = &signal.source.fingerprint;
    let minute = asking.at.as_second().div_euclid(60);
    // Whoever comes this far is a new frame, even if the same bytes came within the minute: the sequence numbers
    // have come round, or its alarms are closed.
    let before = state.frames().last_position(fingerprint).unwrap_or(0);
    short_hash(&[
        b"frame",
        &fingerprint.0,
        &minute.to_be_bytes(),
        &before.to_be_bytes(),
    ])
}

/// A signal being taken in.
struct Taking<'a> {
    state: &'a State,
    asking: &'a Asking,
    ids: &'a mut dyn Ids,
    signal: Signal,
    site: SiteId,
    zone: Option<ZoneId>,
    situation: Option<SituationId>,
    raw: Option<RawSignal>,
    drafts: Vec<Draft>,
    alarms: Vec<AlarmId>,
}

impl<'a> Taking<'a> {
    fn new(state: &'a State, asking: &'a Asking, mut signal: Signal, ids: &'a mut dyn Ids) -> Self {
        let place = signal
            .device
            .as_ref()
            .and_then(|device| state.directory().place_of_device(device));
        let (site, zone) = match place {
            Some((site, zone)) => (site.clone(), Some(zone.clone())),
            None => (SiteId::unassigned(), None),
        };
        if zone.is_none() {
            signal.flags.insert(Flag::PlaceUncertain);
        }
        let raw = Some(std::mem::take(&mut signal.raw));
        Self {
            state,
            asking,
            ids,
            signal,
            site,
            zone,
            situation: None,
            raw,
            drafts: Vec::new(),
            alarms: Vec::new(),
        }
    }

    /// Each call joins the next alarm of the broken frame before, if there is one, else raises its own.
    fn take_in(&mut self, mut joins: VecDeque<AlarmId>) {
        let reports = std::mem::take(&mut self.signal.reports);
        for report in &reports {
            match report.meaning {
                Meaning::Alarm(kind) | Meaning::SilentAlarm(kind) => {
                    self.call(joins.pop_front(), kind, report, None);
                }
                Meaning::Unknown => {
                    self.call(
                        joins.pop_front(),
                        AlarmKind::Panic,
                        report,
                        Some(Flag::UnknownCode),
                    );
                }
                Meaning::Restore(kind) => self.signal_to_open_alarm(Some(kind), report, &joins),
                Meaning::Cancel => self.signal_to_open_alarm(None, report, &joins),
                Meaning::Test | Meaning::OpenClose | Meaning::Supervision => {}
            }
        }
        // What could not be read, or cannot be trusted to be harmless, is a call for help.
        let doubtful = reports.is_empty() || self.signal.flags.contains(&Flag::BadChecksum);
        if self.alarms.is_empty() && doubtful {
            self.raise(AlarmKind::Panic, reports.first().cloned(), None);
        }
        if self.alarms.is_empty() {
            for alarm in joins {
                self.signalled(alarm, reports.first());
            }
            self.record(reports);
        }
    }

    fn call(&mut self, joins: Option<AlarmId>, kind: AlarmKind, report: &Report, flag: Option<Flag>) {
        match joins {
            Some(alarm) => self.join(alarm, kind, report, flag),
            None => self.raise(kind, Some(report.clone()), flag),
        }
    }

    fn raise(&mut self, kind: AlarmKind, report: Option<Report>, flag: Option<Flag>) {
        let alarm = AlarmId(self.ids.next());
        let situation = match self.situation {
            Some(known) => known,
            None => situation_at(
                self.state,
                self.asking.at,
                &self.site,
                self.zone.as_ref(),
                self.ids,
            ),
        };
        self.situation = Some(situation);
        let fact = Raised {
            alarm,
            kind,
            silent: kind.is_secret() || report.as_ref().is_some_and(|report| report.meaning.is_silent()),
            origin: Origin::Device,
            zone: self.zone.clone(),
            device: self.signal.device.clone(),
            raised_from: None,
            pressed_at: None,
            situation,
            flags: self.flags(flag),
            signal: Some(self.fact(report)),
            request: None,
        };
        self.alarms.push(alarm);
        self.draft(Stream::alarm(alarm), Event::AlarmRaised(fact));
    }

    fn join(&mut self, alarm: AlarmId, kind: AlarmKind, report: &Report, flag: Option<Flag>) {
        let fact = Joined {
            alarm,
            kind,
            zone: self.zone.clone(),
            device: self.signal.device.clone(),
            flags: self.flags(flag),
            signal: self.fact(Some(report.clone())),
        };
        self.alarms.push(alarm);
        self.draft(Stream::alarm(alarm), Event::AlarmJoined(fact));
    }

    /// Notes a restore of a kind, or a cancel, on the newest open alarm that it can mean; those of its own broken
    /// frame are noted anyway.
    fn signal_to_open_alarm(&mut self, kind: Option<AlarmKind>, report: &Report, joins: &VecDeque<AlarmId>) {
        let Some(device) = &self.signal.device else { return };
        let meant = match kind {
            Some(kind) => self.state.alarms().newest_of_device(device, kind),
            None => self.state.alarms().newest_of_device_in_any_kind(device),
        };
        if let Some(id) = meant.map(|alarm| alarm.id).filter(|id| !joins.contains(id)) {
            self.signalled(id, Some(report));
        }
    }

    fn signalled(&mut self, alarm: AlarmId, report: Option<&Report>) {
        let fact = self.fact(report.cloned());
        self.drafts.push(signalled(self.state, alarm, fact));
    }

    fn record(&mut self, reports: Vec<Report>) {
        let fact = SignalRecorded {
            source: self.signal.source.clone(),
            device: self.signal.device.clone(),
            reports,
            occurred: self.signal.occurred,
            flags: self.signal.flags.clone(),
        };
        let stream = Stream::of("signal", self.ids.next());
        self.draft(stream, Event::SignalRecorded(fact));
    }

    /// The signal's bytes are sealed once, with the first event it makes.
    fn draft(&mut self, stream: Stream, event: Event) {
        let subject = self.subject();
        let sealed = self.raw.take().map(|raw| Sealing {
            subject,
            private: Private::Signal(raw),
        });
        let draft = Draft {
            stream,
            site: Some(self.site.clone()),
            event,
            sealed: sealed.into_iter().collect(),
        };
        self.drafts.push(draft);
    }

    /// A sender nobody knows must not be able to make a key for each frame.
    fn subject(&self) -> String {
        match &self.signal.device {
            Some(device) => device_subject(device),
            None => "device:".to_owned(),
        }
    }

    fn flags(&self, flag: Option<Flag>) -> BTreeSet<Flag> {
        self.signal.flags.iter().copied().chain(flag).collect()
    }

    fn fact(&self, report: Option<Report>) -> SignalFact {
        SignalFact {
            source: self.signal.source.clone(),
            report,
            occurred: self.signal.occurred,
        }
    }
}
