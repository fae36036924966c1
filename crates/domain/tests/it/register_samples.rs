//! Events of the register for the corpus: every word that can stand in one.

use saqta_domain::event::Event;
use saqta_domain::ids::{AlarmId, ImportId, InjuryId};
use saqta_domain::import::{Confirmed, ImportBegun, ImportCompleted, ImportWithdrawn};
use saqta_domain::injury::fact::{InjuryRecorded, InjuryReported, InjuryWithdrawn};
use saqta_domain::injury::{AgeBand, Cause, Details, InjuryKind, InjuryOutcome, Reporter, Sex};
use saqta_domain::region::Region;
use saqta_domain::release::{ReleaseFile, ReleasePublished, ReleaseSpec};
use saqta_domain::series::{Series, SeriesCell, Unit};
use uuid::Uuid;

const INJURY: InjuryId = InjuryId(Uuid::from_u128(0x0195_5555_0000_7000_8000_0000_0000_01a1));
const EARLIER: ImportId = ImportId(Uuid::from_u128(0x0195_5555_0000_7000_8000_0000_0000_01a0));
const IMPORT: ImportId = ImportId(Uuid::from_u128(0x0195_5555_0000_7000_8000_0000_0000_01b1));
const ALARM: AlarmId = AlarmId(Uuid::from_u128(0x0195_5555_0000_7000_8000_0000_0000_00a1));

/// The least that a report can say.
fn least() -> Details {
    Details {
        reporter: Reporter::Employer,
        site: None,
        region: None,
        employer: None,
        host: None,
        activity: None,
        date: jiff::civil::date(2026, 3, 2),
        hour: None,
        reported: None,
        kind: InjuryKind::Other,
        outcome: InjuryOutcome::LostTime,
        severe: false,
        days_lost: None,
        days_restricted: None,
        cause: None,
        deviation: None,
        contact: None,
        injury_type: None,
        body_part: None,
        sex: None,
        age: None,
    }
}

fn full() -> Details {
    Details {
        reporter: Reporter::HealthOrganisation,
        site: Some("kst-ed".into()),
        region: Some(Region::Kostanay),
        employer: "000000000039".parse().ok(),
        host: "000000000040".parse().ok(),
        activity: "86.10".parse().ok(),
        hour: Some(23),
        reported: Some(jiff::civil::date(2026, 3, 4)),
        kind: InjuryKind::ViolenceAgainstHealthWorker,
        severe: true,
        days_lost: Some(21),
        days_restricted: Some(7),
        cause: Some(Cause::Waiting),
        deviation: "83".parse().ok(),
        contact: "83".parse().ok(),
        injury_type: "111".parse().ok(),
        body_part: "12".parse().ok(),
        sex: Some(Sex::Female),
        age: Some(AgeBand::From25),
        ..least()
    }
}

fn recorded(details: Details) -> Event {
    Event::InjuryRecorded(InjuryRecorded {
        injury: INJURY,
        number: None,
        alarm: None,
        import: None,
        details,
    })
}

/// Details with each word that can stand in them.
fn every_word() -> Vec<Details> {
    let mut all: Vec<Details> = InjuryKind::ALL
        .iter()
        .map(|kind| Details {
            kind: *kind,
            ..least()
        })
        .collect();
    let outcome = |outcome: &InjuryOutcome| Details {
        outcome: *outcome,
        ..least()
    };
    let cause = |cause: &Cause| Details {
        cause: Some(*cause),
        ..least()
    };
    let age = |age: &AgeBand| Details {
        age: Some(*age),
        sex: Some(Sex::Male),
        reporter: Reporter::Insurer,
        ..least()
    };
    let region = |region: &Region| Details {
        region: Some(*region),
        ..least()
    };
    all.extend(InjuryOutcome::ALL.iter().map(outcome));
    all.extend(Cause::ALL.iter().map(cause));
    all.extend(AgeBand::ALL.iter().map(age));
    all.extend(Region::ALL.iter().map(region));
    all
}

pub(crate) fn register_samples() -> Vec<Event> {
    let reported = InjuryReported {
        injury: INJURY,
        number: Some("17/2026".to_owned()),
        import: Some(IMPORT),
        details: full(),
    };
    let mut events = vec![
        Event::InjuryRecorded(InjuryRecorded {
            injury: INJURY,
            number: Some("17/2026".to_owned()),
            alarm: Some(ALARM),
            import: Some(IMPORT),
            details: full(),
        }),
        Event::InjuryReported(reported.clone()),
        Event::InjuryRevised(reported),
        Event::InjuryWithdrawn(InjuryWithdrawn { injury: INJURY }),
        Event::ImportBegun(ImportBegun {
            import: IMPORT,
            digest: "ef".repeat(32),
            name: Some("synthetic.csv".to_owned()),
            rows: 1_000_000,
        }),
        Event::ImportBegun(ImportBegun {
            import: IMPORT,
            digest: "ef".repeat(32),
            name: None,
            rows: 0,
        }),
        Event::ImportCompleted(ImportCompleted {
            import: IMPORT,
            confirmed: Vec::new(),
        }),
        Event::ImportCompleted(ImportCompleted {
            import: IMPORT,
            confirmed: vec![Confirmed {
                import: EARLIER,
                rows: 700,
            }],
        }),
        Event::ImportWithdrawn(ImportWithdrawn { import: IMPORT }),
    ];
    events.extend([false, true].map(|synthetic| {
        Event::ReleasePublished(ReleasePublished {
            spec: ReleaseSpec {
                id: "kz-2025-q1".into(),
                period: "2025-Q1".parse().expect("it is a period"),
                denominators: vec!["employees".into()],
                threshold: 5,
                synthetic,
            },
            revision: 2,
            position: 1_000_000,
            as_of: jiff::civil::date(2025, 4, 25),
            reckons_with: 3,
            files: [(
                "release.json".to_owned(),
                ReleaseFile {
                    sha256: "ab".repeat(32),
                    size: 12_345,
                },
            )]
            .into(),
        })
    }));
    events.extend(every_word().into_iter().map(recorded));
    events.extend(Unit::ALL.iter().map(|unit| {
        Event::SeriesRecorded(Series {
            id: "synthetic-series".into(),
            counter: "nobody".to_owned(),
            unit: *unit,
            source: "synthetic".to_owned(),
            published: Some(jiff::civil::date(2026, 1, 31)),
            cells: vec![
                SeriesCell {
                    period: "2025".parse().expect("it is a period"),
                    region: Some(Region::Kostanay),
                    activity: "Q".parse().ok(),
                    value: 328_949,
                },
                SeriesCell {
                    period: "2025-Q1".parse().expect("it is a period"),
                    region: None,
                    activity: None,
                    value: 0,
                },
            ],
        })
    }));
    events
}
