//! A person's press, or a client's: understood as far as it goes, flagged where it does not, never refused.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};

use crate::alarm::fact::{Raised, RequestFact};
use crate::alarm::{AlarmKind, Flag, Origin};
use crate::command::{Asking, Idempotency, Press, Principal};
use crate::directory::Directory;
use crate::event::{Draft, Event, Sealing, Stream};
use crate::ids::{AlarmId, DeviceId, Ids, SiteId, ZoneId};
use crate::permission::Scope;
use crate::private::Private;
use crate::signal::Fingerprint;
use crate::state::State;

use super::{Decision, Reply, sealed_note, short_hash, situation_at, subject_of};

/// How long an Idempotency-Key finds its first answer.
const KEY_LIFE: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A press that took longer than this to come was held up. What clocks and networks do daily is less.
const LATE: SignedDuration = SignedDuration::from_mins(1);

/// An earlier press under the same key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PriorPress {
    /// When it was recorded.
    pub at: Timestamp,
    /// Where.
    pub position: u64,
    /// The hash of its body.
    pub body: Fingerprint,
}

/// What an earlier press under the same key means for this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriorVerdict {
    /// It is the same press: its first answer is given again.
    Same,
    /// It is another press, to be recorded under this key unless that is in use as well.
    Other {
        /// The next key to look for.
        next: Idempotency,
        /// Whether the key is still alive and thus misused.
        reused: bool,
    },
}

/// Compares a press with an earlier one under the same key.
#[must_use]
pub fn judge_prior(asked: Idempotency, prior: PriorPress, now: Timestamp) -> PriorVerdict {
    let alive = now.duration_since(prior.at) <= KEY_LIFE;
    if alive && prior.body == asked.body {
        return PriorVerdict::Same;
    }
    let key = short_hash(&[b"key", &asked.key.0, &asked.body.0, &prior.position.to_be_bytes()]);
    PriorVerdict::Other {
        next: Idempotency {
            key: Fingerprint(key),
            ..asked
        },
        reused: alive,
    }
}

pub(super) fn raise(state: &State, asking: &Asking, press: Press, ids: &mut dyn Ids) -> Decision {
    let Press {
        zone,
        device,
        kind,
        silent,
        note,
        pressed_at,
        mut flags,
        mut claim,
        idempotency,
    } = press;
    flags.extend(pressed_at.and_then(|pressed_at| judge_clock(pressed_at, asking.at)));
    let kind = match kind.as_deref().map(|code| AlarmKind::from_code(code).ok_or(code)) {
        None => AlarmKind::Panic,
        Some(Ok(kind)) => kind,
        Some(Err(unknown)) => {
            flags.insert(Flag::UnknownKind);
            claim.kind = Some(unknown.to_owned());
            AlarmKind::Panic
        }
    };
    let named = Named { zone, device };
    let spot = find_spot(
        state.directory(),
        &asking.principal,
        named,
        &mut flags,
        &mut claim,
    );
    let alarm = AlarmId(ids.next());
    let situation = situation_at(state, asking.at, &spot.site, spot.zone.as_ref(), ids);
    let mut sealed = sealed_note(&asking.principal, note);
    if !claim.is_empty() {
        sealed.push(Sealing {
            subject: subject_of(&asking.principal),
            private: Private::Claim(claim),
        });
    }
    let fact = Raised {
        alarm,
        kind,
        silent: silent.unwrap_or(kind.is_secret()),
        origin: match asking.principal {
            Principal::Account(_) => Origin::Person,
            Principal::Device(_) => Origin::Device,
            Principal::System => Origin::System,
        },
        zone: spot.zone,
        raised_from: sender(&asking.principal).filter(|sender| spot.device.as_ref() != Some(sender)),
        device: spot.device,
        pressed_at,
        situation,
        flags,
        signal: None,
        request: idempotency.map(|used| RequestFact {
            key: used.key,
            body: used.body,
        }),
    };
    let draft = Draft {
        stream: Stream::alarm(alarm),
        site: Some(spot.site),
        event: Event::AlarmRaised(fact),
        sealed,
    };
    Decision {
        drafts: vec![draft],
        dedupe: idempotency.map(|used| used.key.0),
        reply: Reply::Raised(alarm),
    }
}

/// What the time of a press by its presser's own clock says about the way it took.
fn judge_clock(pressed_at: Timestamp, now: Timestamp) -> Option<Flag> {
    let took = now.duration_since(pressed_at);
    if took > LATE {
        Some(Flag::Late)
    } else if took < -LATE {
        Some(Flag::WrongClock)
    } else {
        None
    }
}

/// The device that pressed, if it was one.
fn sender(principal: &Principal) -> Option<DeviceId> {
    match principal {
        Principal::Device(id) => Some(id.clone()),
        _ => None,
    }
}

/// What the press named.
struct Named {
    zone: Option<String>,
    device: Option<String>,
}

/// Where help is sent.
struct Spot {
    site: SiteId,
    zone: Option<ZoneId>,
    device: Option<DeviceId>,
}

/// The named zone, else the device's, else the one site the presser belongs to, else nobody knows.
fn find_spot(
    directory: &Directory,
    principal: &Principal,
    named: Named,
    flags: &mut BTreeSet<Flag>,
    claim: &mut crate::private::Claim,
) -> Spot {
    let mut device = sender(principal);
    if let Some(text) = named.device {
        if let Some(known) = directory.device(&text) {
            device = Some(known.device.id.clone());
        } else {
            flags.insert(Flag::UnknownDevice);
            claim.device = Some(text);
        }
    }
    if let Some(text) = named.zone {
        if let Some(zone) = directory.zone(&text) {
            return Spot {
                site: zone.site.clone(),
                zone: Some(zone.id.clone()),
                device,
            };
        }
        flags.insert(Flag::UnknownZone);
        claim.zone = Some(text);
    }
    if let Some((site, zone)) = device.as_ref().and_then(|id| directory.place_of_device(id)) {
        return Spot {
            site: site.clone(),
            zone: Some(zone.clone()),
            device,
        };
    }
    flags.insert(Flag::PlaceUncertain);
    let site = only_site(directory, principal).unwrap_or_else(SiteId::unassigned);
    Spot {
        site,
        zone: None,
        device,
    }
}

/// The site of a person who belongs to just one.
fn only_site(directory: &Directory, principal: &Principal) -> Option<SiteId> {
    let account = directory.account(principal.account()?)?;
    let mut sites: BTreeSet<&SiteId> = BTreeSet::new();
    for grant in &account.roles {
        match &grant.scope {
            Scope::Site(site) => sites.insert(site),
            _ => return None,
        };
    }
    match (sites.pop_first(), sites.is_empty()) {
        (Some(site), true) => Some(site.clone()),
        _ => None,
    }
}
