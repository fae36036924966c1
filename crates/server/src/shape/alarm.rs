//! Alarms and their timelines.

use std::collections::BTreeSet;

use jiff::Timestamp;
use saqta_domain::alarm::fact::SignalFact;
use saqta_domain::alarm::{self, AlarmKind, Factor, Flag, Mark, Origin, Outcome};
use saqta_domain::directory::Directory;
use saqta_domain::ids::{DeviceId, SiteId, ZoneId};
use saqta_domain::private;
use saqta_domain::signal::Protocol;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::Person;

/// A call for help as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Alarm {
    id: Uuid,
    /// How far help has come.
    #[schema(schema_with = super::state)]
    state: &'static str,
    /// What kind of help is called for.
    #[schema(schema_with = super::kind)]
    kind: AlarmKind,
    /// Whether the place it came from must stay quiet. Consoles always sound.
    silent: bool,
    /// Who raised it.
    #[schema(schema_with = super::origin)]
    origin: Origin,
    /// The site; `unassigned` when nobody knows.
    #[schema(value_type = String)]
    site: SiteId,
    /// Where help is needed, if known.
    #[schema(value_type = Option<String>, required)]
    zone: Option<ZoneId>,
    /// What raised it, if it was a device or named one.
    #[schema(value_type = Option<String>, required)]
    device: Option<DeviceId>,
    /// When it was recorded.
    #[schema(value_type = String, format = DateTime)]
    raised_at: Timestamp,
    /// When somebody pressed, by the presser's own clock, if the press said so.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    pressed_at: Option<Timestamp>,
    /// What was uncertain.
    #[schema(schema_with = flags)]
    flags: BTreeSet<Flag>,
    /// The journal position of its `alarm.raised`.
    position: u64,
    /// The situation it belongs to, alone or with others.
    situation: Uuid,
    /// Whose press it was, if a person's.
    #[schema(required)]
    raised_by: Option<Person>,
    /// Who made the present state: the holder of a taken alarm.
    #[schema(required)]
    by: Option<Person>,
    /// When it was taken, since it was last free.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    acknowledged_at: Option<Timestamp>,
    /// When somebody went, since it was last free.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    responding_at: Option<Timestamp>,
    /// When somebody arrived, since it was last free.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    attended_at: Option<Timestamp>,
    /// When it was closed, if it is.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    closed_at: Option<Timestamp>,
    /// How it ended, if it is closed.
    #[schema(schema_with = outcome_or_null, required)]
    outcome: Option<Outcome>,
    /// What contributed to it.
    #[schema(schema_with = factors)]
    factors: BTreeSet<Factor>,
    /// Whether its presser contests how it was closed.
    contested: bool,
    /// How often its device sent the same frame again.
    repeats: u64,
    /// The signal that raised it, if a device's did: which button of a panel, in which area.
    #[schema(required)]
    signal: Option<Signal>,
}

impl Alarm {
    pub(crate) fn of(alarm: &alarm::Alarm, directory: &Directory) -> Self {
        let stage = alarm.stage();
        let at = |mark: Option<Mark>| mark.map(|mark| mark.at);
        let closed = alarm.closed.as_ref();
        Self {
            id: alarm.id.0,
            state: stage.code(),
            kind: alarm.kind,
            silent: alarm.silent,
            origin: alarm.origin,
            site: alarm.site.clone(),
            zone: alarm.zone.clone(),
            device: alarm.device.clone(),
            raised_at: alarm.raised_at,
            pressed_at: alarm.pressed_at,
            flags: alarm.flags.clone(),
            position: alarm.position,
            situation: alarm.situation.0,
            raised_by: alarm.raised_by.map(|id| Person::of(id, directory)),
            by: stage.by().map(|id| Person::of(id, directory)),
            acknowledged_at: at(alarm.acknowledged),
            responding_at: at(alarm.responding),
            attended_at: at(alarm.attended),
            closed_at: closed.map(|closing| closing.mark.at),
            outcome: closed.map(|closing| closing.outcome),
            factors: closed.map(|closing| closing.factors.clone()).unwrap_or_default(),
            contested: alarm.contested,
            repeats: alarm.repeats,
            signal: None,
        }
    }

    /// The same, with the signal that raised it.
    pub(crate) fn with_signal(self, signal: Option<Signal>) -> Self {
        Self { signal, ..self }
    }
}

/// What a worker sees of a colleague's open alarm: enough to help or to stay away, and no names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ColleagueAlarm {
    id: Uuid,
    /// The site.
    #[schema(value_type = String)]
    site: SiteId,
    /// Where help is needed, if known.
    #[schema(value_type = Option<String>, required)]
    zone: Option<ZoneId>,
    /// What kind of help is called for.
    #[schema(schema_with = super::kind)]
    kind: AlarmKind,
    /// How far help has come.
    #[schema(schema_with = super::state)]
    state: &'static str,
    /// When it was recorded.
    #[schema(value_type = String, format = DateTime)]
    raised_at: Timestamp,
    /// The journal position of its `alarm.raised`.
    position: u64,
    /// The situation it belongs to, alone or with others.
    situation: Uuid,
}

impl From<&alarm::Alarm> for ColleagueAlarm {
    fn from(alarm: &alarm::Alarm) -> Self {
        Self {
            id: alarm.id.0,
            site: alarm.site.clone(),
            zone: alarm.zone.clone(),
            kind: alarm.kind,
            state: alarm.stage().code(),
            raised_at: alarm.raised_at,
            position: alarm.position,
            situation: alarm.situation.0,
        }
    }
}

/// An alarm in a list, as far as the caller may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum ListedAlarm {
    /// In full.
    Full(Box<Alarm>),
    /// A colleague's.
    Colleague(ColleagueAlarm),
}

/// An alarm with everything that happened to it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AlarmWithTimeline {
    #[serde(flatten)]
    pub(crate) alarm: Alarm,
    /// What happened, oldest first.
    pub(crate) timeline: Vec<TimelineItem>,
}

/// One thing that happened to an alarm.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TimelineItem {
    /// The journal position of the event.
    pub(crate) position: u64,
    /// When it was recorded.
    #[schema(value_type = String, format = DateTime)]
    pub(crate) at: Timestamp,
    /// The event's type.
    #[schema(example = "alarm.acknowledged")]
    pub(crate) r#type: &'static str,
    /// Who did it, if a person did.
    #[schema(required)]
    pub(crate) by: Option<Person>,
    /// What they wrote; null once the writer is erased.
    #[schema(required)]
    pub(crate) note: Option<String>,
    /// What a press said that nobody could place, word for word.
    #[schema(required)]
    pub(crate) claim: Option<Claim>,
    /// How it ended, if this closed it.
    #[schema(schema_with = outcome_or_null, required)]
    pub(crate) outcome: Option<Outcome>,
    /// What contributed to it, if this closed it.
    #[schema(schema_with = factors_or_null, required)]
    pub(crate) factors: Option<BTreeSet<Factor>>,
    /// The signal that made the event, if one did.
    #[schema(required)]
    pub(crate) signal: Option<Signal>,
}

/// What a press said that nobody could place, word for word.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Claim {
    /// The zone it named.
    #[schema(required)]
    zone: Option<String>,
    /// The device it named.
    #[schema(required)]
    device: Option<String>,
    /// The kind it named.
    #[schema(required)]
    kind: Option<String>,
    /// A body that could not be read.
    #[schema(required)]
    body: Option<String>,
}

impl From<private::Claim> for Claim {
    fn from(claim: private::Claim) -> Self {
        let private::Claim {
            zone,
            device,
            kind,
            body,
        } = claim;
        Self {
            zone,
            device,
            kind,
            body,
        }
    }
}

/// A device's signal, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Signal {
    /// The wire protocol.
    #[schema(example = "dc09")]
    protocol: &'static str,
    /// The code as sent; empty when there is none.
    code: String,
    /// The panel's own number of the button, sensor or user, as sent.
    #[schema(required)]
    point: Option<String>,
    /// The panel's own number of the area or partition, as sent.
    #[schema(required)]
    area: Option<String>,
    /// The texts inside it, which often name the place; null when there are none, or once the device is erased.
    #[schema(required)]
    text: Option<String>,
    /// The account number the sender gave.
    #[schema(required)]
    account: Option<String>,
    /// Its sequence number.
    #[schema(required)]
    sequence: Option<u16>,
}

impl Signal {
    /// A signal with the texts inside it, if the viewer may read them.
    pub(crate) fn of(fact: SignalFact, text: Option<String>) -> Self {
        let (code, point, area) = match fact.report {
            Some(report) => (report.code, report.point, report.area),
            None => (String::new(), None, None),
        };
        Self {
            protocol: match fact.source.protocol {
                Protocol::Dc09 => "dc09",
            },
            code,
            point,
            area,
            text,
            account: fact.source.account,
            sequence: fact.source.sequence,
        }
    }
}

mod schemas {
    use utoipa::openapi::schema::{AnyOfBuilder, ArrayBuilder, ObjectBuilder, Schema, Type};

    fn null() -> Schema {
        ObjectBuilder::new().schema_type(Type::Null).build().into()
    }

    pub(super) fn flags() -> Schema {
        ArrayBuilder::new().items(crate::shape::flag()).into()
    }

    pub(super) fn factors() -> Schema {
        ArrayBuilder::new().items(crate::shape::factor()).into()
    }

    pub(super) fn factors_or_null() -> Schema {
        AnyOfBuilder::new().item(factors()).item(null()).into()
    }

    pub(super) fn outcome_or_null() -> Schema {
        AnyOfBuilder::new()
            .item(crate::shape::outcome())
            .item(null())
            .into()
    }
}
use schemas::{factors, factors_or_null, flags, outcome_or_null};
