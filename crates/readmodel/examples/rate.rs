//! How fast views are made and read, without anything else: `cargo run --release -p saqta-readmodel --example rate`.
//! The whole program is measured in `bench/`.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement for a terminal, not part of the program"
)]

#[path = "../tests/it/journal.rs"]
#[expect(dead_code, reason = "the tests use the rest of it")]
mod journal;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Instant;

use jiff::{SignedDuration, Timestamp};
use saqta_domain::alarm::fact::{Closed, Moved, Raised, SignalFact};
use saqta_domain::alarm::{AlarmKind, Origin, Outcome};
use saqta_domain::event::{Event, Recorded, Stream};
use saqta_domain::ids::{AccountId, AlarmId, DeviceId, SiteId, SituationId, ZoneId};
use saqta_domain::signal::Meaning;
use saqta_readmodel::{AlarmQuery, Sites, Views};
use uuid::Uuid;

use journal::frame;

const SITES: u64 = 500;
const GUARD: AccountId = AccountId(Uuid::from_u128(7));

/// Ids that grow, as `UUIDv7` do.
fn id(alarm: u64) -> AlarmId {
    AlarmId(Uuid::from_u128(
        u128::from(alarm) << 64 | u128::from(alarm.wrapping_mul(0x9E37_79B9_7F4A_7C15)),
    ))
}

fn event(position: u64, alarm: u64, version: u64) -> Arc<Recorded> {
    let site = SiteId(format!("site-{}", alarm % SITES).into());
    let moved = Moved { alarm: id(alarm) };
    let event = match version {
        1 => {
            let signal = frame(None, 1, Some(Meaning::Alarm(AlarmKind::Panic)), &[]);
            Event::AlarmRaised(Raised {
                alarm: id(alarm),
                kind: AlarmKind::Panic,
                silent: alarm.is_multiple_of(2),
                origin: Origin::Device,
                zone: Some(ZoneId(format!("zone-{}", alarm % SITES).into())),
                device: Some(DeviceId(format!("device-{}", alarm % 10_000).into())),
                raised_from: None,
                pressed_at: None,
                situation: SituationId(id(alarm).0),
                flags: BTreeSet::new(),
                signal: Some(SignalFact {
                    source: signal.source,
                    report: signal.reports.into_iter().next(),
                    occurred: None,
                }),
                request: None,
            })
        }
        2 => Event::AlarmAcknowledged(moved),
        3 => Event::AlarmResponding(moved),
        4 => Event::AlarmAttended(moved),
        _ => Event::AlarmClosed(Closed {
            alarm: id(alarm),
            outcome: Outcome::Real,
            factors: BTreeSet::new(),
        }),
    };
    let start: Timestamp = "2026-03-01T05:00:00Z".parse().unwrap();
    Arc::new(Recorded {
        position,
        at: start + SignedDuration::from_millis(i64::try_from(position).unwrap()),
        actor: (version > 1).then_some(GUARD),
        site: Some(site),
        stream: Stream::alarm(id(alarm)),
        version,
        event,
        private: Vec::new(),
    })
}

/// Alarms that are all raised before the first of them moves on, `apart` at a time.
fn lives(from: u64, alarms: u64, versions: u64, apart: u64) -> Vec<Arc<Recorded>> {
    let mut events = Vec::new();
    for first in (0..alarms).step_by(usize::try_from(apart).unwrap()) {
        for version in 1..=versions {
            for alarm in first..(first + apart).min(alarms) {
                let position = from + events.len() as u64;
                events.push(event(position, from + alarm, version));
            }
        }
    }
    events
}

fn apply(views: &mut Views, what: &str, events: &[Arc<Recorded>]) {
    let start = Instant::now();
    events.chunks(500).for_each(|batch| views.apply(batch).unwrap());
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{what}: {} events in {seconds:.2} s, {:.0}/s",
        events.len(),
        events.len() as f64 / seconds
    );
}

fn rates() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("views.sqlite");
    let mut views = Views::open(&path).unwrap();
    for (what, alarms, versions, apart) in [
        ("alarm.raised", 100_000, 1, 100_000),
        ("lives of 5 events, 1,000 alarms apart", 20_000, 5, 1_000),
        ("lives of 5 events, within a batch", 20_000, 5, 100),
    ] {
        let events = lives(views.position() + 1, alarms, versions, apart);
        apply(&mut views, what, &events);
    }
}

fn lists_over_a_million_closed_alarms() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("views.sqlite");
    let mut views = Views::open(&path).unwrap();
    for _ in 0..10 {
        let mut events = Vec::new();
        let from = views.position() + 1;
        for alarm in 0..100_000 {
            for version in [1, 5] {
                events.push(event(from + events.len() as u64, from + alarm, version));
            }
        }
        apply(&mut views, "raised and closed", &events);
    }
    let open = lives(views.position() + 1, 30_000, 1, 30_000);
    apply(&mut views, "open", &open);
    let start = Instant::now();
    views.close().unwrap();
    println!(
        "close: {:.1?}; file {} MB",
        start.elapsed(),
        std::fs::metadata(&path).unwrap().len() / 1_000_000
    );
    let start = Instant::now();
    let views = Views::open(&path).unwrap();
    println!("open after a clean end: {:.1?}", start.elapsed());

    let reader = views.reader();
    let site = |number: u64| SiteId(format!("site-{number}").into());
    let everywhere = AlarmQuery {
        limit: 200,
        ..AlarmQuery::new(Sites::Everywhere)
    };
    let of = |sites: u64| AlarmQuery {
        sites: Sites::These((0..sites).map(site).collect()),
        ..everywhere.clone()
    };
    let opened = |query: &AlarmQuery, open| AlarmQuery {
        open: Some(open),
        ..query.clone()
    };
    let queries = [
        ("open, everywhere", opened(&everywhere, true)),
        ("closed, everywhere", opened(&everywhere, false)),
        ("all, everywhere", everywhere.clone()),
        ("open, one site", opened(&of(1), true)),
        ("open, 20 sites", opened(&of(20), true)),
        ("open, 500 sites", opened(&of(500), true)),
        ("all, 500 sites", of(500)),
        (
            "all, one site, old page",
            AlarmQuery {
                before: Some(900_000),
                ..of(1)
            },
        ),
        (
            "one device",
            AlarmQuery {
                raised_from: Some("device-7".into()),
                ..of(0)
            },
        ),
    ];
    for (name, query) in queries {
        reader.alarms(&query).unwrap();
        let start = Instant::now();
        let items = (0..20).map(|_| reader.alarms(&query).unwrap().items.len()).max();
        println!("{name}: {:.2?} for {items:?} alarms", start.elapsed() / 20);
    }
    let start = Instant::now();
    println!(
        "counts of {} places: {:.2?}",
        reader.open_counts().unwrap().len(),
        start.elapsed()
    );
    let start = Instant::now();
    views.digest().unwrap();
    println!("digest: {:.1?}", start.elapsed());

    drop((reader, views));
    std::fs::write(folder.path().join("views.sqlite-wal"), [0; 100]).unwrap();
    let start = Instant::now();
    Views::open(&path).unwrap();
    println!("open after a kill, every page checked: {:.1?}", start.elapsed());
}

fn main() {
    rates();
    lists_over_a_million_closed_alarms();
}
