//! Events of every type, for the corpus: one with every field, one with as few as can be, and each word that stands
//! in the journal.

use std::collections::BTreeSet;

use jiff::Timestamp;
use saqta_domain::alarm::fact::{
    Closed, Joined, Moved, Raised, Repeated, RequestFact, SignalFact, Signalled,
};
use saqta_domain::alarm::{AlarmKind, Factor, Flag, Origin, Outcome};
use saqta_domain::declaration::AccountFact;
use saqta_domain::device::{Dc09, Device, Encoding};
use saqta_domain::event::{
    ClockStepped, Event, LogOpened, LogRestored, LogSetAside, SealOpened, SignalRecorded, Snapshotted,
    SubjectErased, TokenIssued, TokenRevoked,
};
use saqta_domain::ids::{AccountId, AlarmId, SituationId, TokenId};
use saqta_domain::name::{Language, LocalName};
use saqta_domain::permission::{Grant, Role, Scope};
use saqta_domain::post::Post;
use saqta_domain::signal::{Fingerprint, Meaning, Protocol, Report, Source};
use saqta_domain::site::{Owner, Phone, Site, SiteKind};
use saqta_domain::token::{Holder, TokenHash};
use saqta_domain::zone::Zone;
use uuid::Uuid;

const ALARM: AlarmId = AlarmId(Uuid::from_u128(0x0195_5555_0000_7000_8000_0000_0000_00a1));
const SITUATION: SituationId = SituationId(Uuid::from_u128(0x0195_5555_0000_7000_8000_0000_0000_0051));
const ACCOUNT: AccountId = AccountId(Uuid::from_u128(0x0195_5555_0000_7000_8000_0000_0000_00ac));
const TOKEN: TokenId = TokenId(Uuid::from_u128(0x0195_5555_0000_7000_8000_0000_0000_0070));

fn time(text: &str) -> Timestamp {
    text.parse().expect("it is a time")
}

/// One event of each type with every field, and one with as few as can be.
pub(crate) fn samples() -> Vec<Event> {
    let moved = Moved { alarm: ALARM };
    let mut events = vec![
        Event::AlarmAcknowledged(moved),
        Event::AlarmResponding(moved),
        Event::AlarmAttended(moved),
        Event::AlarmReleased(moved),
        Event::AlarmReopened(moved),
        Event::AlarmContested(moved),
        Event::AlarmNoted(moved),
    ];
    events.extend(alarm_samples());
    events.extend(directory_samples());
    events.extend(log_samples());
    events.extend(crate::register_samples::register_samples());
    events
}

fn source() -> Source {
    Source {
        protocol: Protocol::Dc09,
        address: "192.0.2.7".to_owned(),
        account: Some("0042".to_owned()),
        receiver: Some("1".to_owned()),
        prefix: Some("0".to_owned()),
        sequence: Some(9_999),
        fingerprint: Fingerprint([0xf1; 16]),
    }
}

fn least_source() -> Source {
    Source {
        account: None,
        receiver: None,
        prefix: None,
        sequence: None,
        ..source()
    }
}

fn report(meaning: Meaning) -> Report {
    Report {
        code: "1120".to_owned(),
        meaning,
        point: Some("007".to_owned()),
        area: Some("01".to_owned()),
    }
}

fn signal() -> SignalFact {
    SignalFact {
        source: source(),
        report: Some(report(Meaning::Alarm(AlarmKind::Panic))),
        occurred: Some(time("2026-03-02T08:00:00.123456Z")),
    }
}

/// The flags that the first samples bear. Later ones stand in samples of their own, since a frozen line never changes.
fn first_flags() -> BTreeSet<Flag> {
    let flags = Flag::ALL.iter().copied();
    flags.filter(|flag| *flag != Flag::Late).collect()
}

fn alarm_samples() -> Vec<Event> {
    let least = Raised {
        alarm: ALARM,
        kind: AlarmKind::Panic,
        silent: false,
        origin: Origin::Person,
        zone: None,
        device: None,
        raised_from: None,
        pressed_at: None,
        situation: SITUATION,
        flags: BTreeSet::new(),
        signal: None,
        request: None,
    };
    let full = Raised {
        kind: AlarmKind::ManDown,
        silent: true,
        origin: Origin::Device,
        zone: Some("hall".into()),
        device: Some("panel-1".into()),
        raised_from: None,
        pressed_at: None,
        flags: first_flags(),
        signal: Some(signal()),
        request: Some(RequestFact {
            key: Fingerprint([1; 16]),
            body: Fingerprint([2; 16]),
        }),
        ..least
    };
    let held_up = Raised {
        origin: Origin::Device,
        device: Some("panel-1".into()),
        raised_from: Some("phone-1".into()),
        pressed_at: Some(time("2026-03-02T07:55:00Z")),
        flags: BTreeSet::from([Flag::Late]),
        ..least.clone()
    };
    let closed = |outcome, factors: &[Factor]| {
        Event::AlarmClosed(Closed {
            alarm: ALARM,
            outcome,
            factors: factors.iter().copied().collect(),
        })
    };
    let joined = Joined {
        alarm: ALARM,
        kind: AlarmKind::Holdup,
        zone: Some("hall".into()),
        device: Some("panel-1".into()),
        flags: BTreeSet::from([Flag::WrongClock]),
        signal: signal(),
    };
    let bare = SignalFact {
        source: least_source(),
        report: None,
        occurred: None,
    };
    let mut events = vec![
        closed(Outcome::Real, Factor::ALL),
        closed(Outcome::NoDanger, &[]),
        closed(Outcome::Test, &[]),
        Event::AlarmRepeated(Repeated {
            alarm: ALARM,
            source: source(),
        }),
        Event::AlarmJoined(Joined {
            zone: None,
            device: None,
            flags: BTreeSet::new(),
            ..joined.clone()
        }),
        Event::AlarmJoined(joined),
        Event::AlarmSignalled(Signalled {
            alarm: ALARM,
            signal: signal(),
        }),
        Event::AlarmSignalled(Signalled {
            alarm: ALARM,
            signal: bare,
        }),
    ];
    // Every kind and origin, since their words stand in the journal for ever.
    events.extend(AlarmKind::ALL.iter().map(|kind| {
        Event::AlarmRaised(Raised {
            kind: *kind,
            ..least.clone()
        })
    }));
    events.push(Event::AlarmRaised(Raised {
        origin: Origin::System,
        ..least
    }));
    events.push(Event::AlarmRaised(full));
    events.push(Event::AlarmRaised(held_up));
    events
}

fn directory_samples() -> Vec<Event> {
    let name = LocalName {
        kk: Some("Қабылдау бөлімі".to_owned()),
        ru: Some("Приёмное отделение".to_owned()),
        en: Some("Emergency department".to_owned()),
    };
    let site = |kind| Site {
        id: "kst-ed".into(),
        name: LocalName::default(),
        owner: None,
        kind,
        region: None,
        activity: None,
        time_zone: "Asia/Almaty".to_owned(),
        language: Language::Kk,
        phones: Vec::new(),
    };
    let full = Site {
        name: name.clone(),
        owner: Some(Owner {
            bin: "990140000123".to_owned(),
            name: Some("Synthetic hospital".to_owned()),
        }),
        region: Some("39".to_owned()),
        activity: Some("86.10".to_owned()),
        language: Language::Ru,
        phones: vec![Phone {
            name: "Post".to_owned(),
            number: "102".to_owned(),
        }],
        ..site(SiteKind::EmergencyDepartment)
    };
    let kinds = [
        SiteKind::ChildrensHospital,
        SiteKind::PerinatalCentre,
        SiteKind::Hospital,
        SiteKind::Clinic,
        SiteKind::Mine,
        SiteKind::Plant,
        SiteKind::Construction,
        SiteKind::Other,
    ];
    let device = Device {
        id: "button-1".into(),
        kind: "panic-button".to_owned(),
        zone: None,
        dc09: None,
    };
    let dc09 = Dc09 {
        account: "0042".to_owned(),
        receiver: Some("1".to_owned()),
        prefix: Some("0".to_owned()),
        encoding: Encoding::Windows1251,
        encrypted: true,
    };
    let plain = Dc09 {
        receiver: None,
        prefix: None,
        encoding: Encoding::Windows1252,
        encrypted: false,
        ..dc09.clone()
    };
    let panel = |dc09| Device {
        zone: Some("hall".into()),
        dc09: Some(dc09),
        ..device.clone()
    };
    // Later roles stand in a sample of their own, since a frozen line never changes.
    let later = [Role::SafetyOfficer, Role::Inspector, Role::Analyst];
    let roles = Role::ALL
        .iter()
        .copied()
        .filter(|role| !later.contains(role))
        .zip(
            [Scope::Site("kst-ed".into()), Scope::Region("39".to_owned())]
                .into_iter()
                .cycle(),
        )
        .map(|(role, scope)| Grant { role, scope })
        .chain([Grant {
            role: Role::Auditor,
            scope: Scope::Country,
        }])
        .collect();
    let account = |language, roles| {
        Event::AccountDeclared(AccountFact {
            account: ACCOUNT,
            language,
            roles,
        })
    };
    let post = Post {
        id: "kst-post".into(),
        site: "kst-ed".into(),
        name: LocalName::default(),
        operator: None,
        covers: Vec::new(),
    };
    let zone = Zone {
        id: "hall".into(),
        site: "kst-ed".into(),
        parent: None,
        name: LocalName::default(),
    };
    let mut events = vec![
        Event::SiteDeclared(full),
        Event::ZoneDeclared(Zone {
            parent: Some("house".into()),
            name: name.clone(),
            ..zone.clone()
        }),
        Event::ZoneDeclared(zone),
        Event::PostDeclared(Post {
            name,
            operator: Some("police".to_owned()),
            covers: vec!["hall".into()],
            ..post.clone()
        }),
        Event::PostDeclared(post),
        Event::DeviceDeclared(panel(dc09)),
        Event::DeviceDeclared(panel(plain)),
        Event::DeviceDeclared(device),
        account(Language::En, roles),
        account(Language::Kk, Vec::new()),
        account(
            Language::Ru,
            later
                .map(|role| Grant {
                    role,
                    scope: Scope::Country,
                })
                .to_vec(),
        ),
        Event::TokenIssued(TokenIssued {
            token: TOKEN,
            holder: Holder::Account(ACCOUNT),
            hash: TokenHash([7; 32]),
        }),
        Event::TokenIssued(TokenIssued {
            token: TOKEN,
            holder: Holder::Device("button-1".into()),
            hash: TokenHash([8; 32]),
        }),
        Event::TokenRevoked(TokenRevoked { token: TOKEN }),
        Event::SubjectErased(SubjectErased {
            subject: format!("account:{ACCOUNT}"),
        }),
    ];
    events.extend(kinds.into_iter().map(|kind| Event::SiteDeclared(site(kind))));
    events
}

fn log_samples() -> Vec<Event> {
    let meanings = [
        Meaning::Restore(AlarmKind::Fire),
        Meaning::Cancel,
        Meaning::Test,
        Meaning::OpenClose,
        Meaning::Supervision,
        Meaning::Unknown,
    ];
    vec![
        Event::LogOpened(LogOpened {
            origin: "synthetic.example/1".to_owned(),
            key: "synthetic+00+AA".to_owned(),
        }),
        Event::LogRestored(LogRestored {
            origin: "synthetic.example/2".to_owned(),
            key: "synthetic+01+AA".to_owned(),
            previous_origin: "synthetic.example/1".to_owned(),
            size: 1_000_000,
            root: "ab".repeat(32),
        }),
        Event::LogSetAside(LogSetAside {
            folder: "damaged-1".to_owned(),
            problem: "position 7: the bytes do not hash to the leaf".to_owned(),
            readable: 6,
        }),
        Event::ClockStepped(ClockStepped {
            from: time("2026-03-02T08:00:00Z"),
            to: time("2026-03-02T07:00:00.000001Z"),
        }),
        Event::Snapshotted(Snapshotted {
            position: 5_000,
            digest: "cd".repeat(32),
        }),
        Event::SealOpened(SealOpened { position: 17 }),
        Event::SignalRecorded(SignalRecorded {
            source: source(),
            device: Some("panel-1".into()),
            reports: meanings.into_iter().map(report).collect(),
            occurred: Some(time("2026-03-02T08:00:00Z")),
            flags: BTreeSet::from([Flag::WrongClock, Flag::PlaceUncertain]),
        }),
        Event::SignalRecorded(SignalRecorded {
            source: least_source(),
            device: None,
            reports: vec![Report {
                code: "RP".to_owned(),
                meaning: Meaning::Test,
                point: None,
                area: None,
            }],
            occurred: None,
            flags: BTreeSet::new(),
        }),
    ]
}
