//! The sentence for the press: what may be printed as it stands.

use saqta_domain::ids::InjuryId;
use saqta_domain::injury::{Details, InjuryKind, InjuryOutcome, Reporter};
use saqta_domain::release::ReleaseSpec;
use saqta_domain::series::{Series, SeriesCell, Unit};
use saqta_figures::measure::Exposures;
use saqta_figures::register::Register;
use saqta_figures::release::{Release, Source, build};
use saqta_readmodel::{ReportRow, SeriesRow};
use uuid::Uuid;

fn report(number: u64, outcome: InjuryOutcome) -> ReportRow {
    ReportRow {
        position: number,
        at: "2025-04-20T00:00:00Z".parse().expect("it is a time"),
        by: None,
        injury: InjuryId(Uuid::from_u128(u128::from(number))),
        import: None,
        alarm: None,
        number: None,
        details: Some(Details {
            reporter: Reporter::Employer,
            site: None,
            region: None,
            employer: None,
            host: None,
            activity: None,
            date: jiff::civil::date(2025, 2, 10),
            hour: None,
            reported: None,
            kind: InjuryKind::Other,
            outcome,
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
        }),
    }
}

/// A release of so many synthetic injured, so many of whom died, over so many synthetic workers of 2024.
fn release(injured: u64, died: u64, synthetic: bool) -> Release {
    let mut register = Register::default();
    for number in 1..=injured {
        let outcome = if number <= died {
            InjuryOutcome::Fatal
        } else {
            InjuryOutcome::LostTime
        };
        register.take(report(number, outcome));
    }
    let mut exposures = Exposures::default();
    exposures.take(SeriesRow {
        position: 0,
        at: "2025-01-31T00:00:00Z".parse().expect("it is a time"),
        version: 1,
        series: Series {
            id: "bns-employees".into(),
            counter: "bns".to_owned(),
            unit: Unit::Employees,
            source: "synthetic".to_owned(),
            published: None,
            cells: vec![SeriesCell {
                period: "2025".parse().expect("it is a period"),
                region: None,
                activity: None,
                value: 7_000_000,
            }],
        },
    });
    let spec = ReleaseSpec {
        id: "kz-2025-q1".into(),
        period: "2025-Q1".parse().expect("it is a period"),
        denominators: vec!["bns-employees".into()],
        threshold: 5,
        synthetic,
    };
    let source = Source {
        register: &register,
        exposures: &exposures,
        position: register.position(),
        as_of: jiff::civil::date(2025, 4, 20),
        earlier: &[],
    };
    build(source, &spec)
}

const COUNTS: [u64; 7] = [0, 1, 2, 5, 21, 40, 293];

#[test]
fn numbers_and_the_words_beside_them_agree() {
    let mut said = String::new();
    for injured in COUNTS {
        let sentence = release(injured, 0, false).sentence;
        for sentence in [sentence.kk, sentence.ru, sentence.en] {
            said.push_str(&sentence);
            said.push('\n');
        }
    }
    for died in COUNTS {
        let sentence = release(293, died, false).sentence;
        for sentence in [sentence.kk, sentence.ru, sentence.en] {
            // The part about deaths alone: the rest is as above.
            let parts = sentence.split_once(')').map_or("", |(_, rest)| rest);
            let died = parts.split_once(". ").map_or(parts, |(died, _)| died);
            said.push_str(died.trim_start_matches([';', ',', ' ']));
            said.push('\n');
        }
    }
    insta::assert_snapshot!(said);
}

#[test]
fn invented_data_are_called_so_before_anything_else() {
    let sentence = release(293, 40, true).sentence;
    for (said, first) in [
        (&sentence.kk, "ОЙДАН ШЫҒАРЫЛҒАН ДЕРЕКТЕР"),
        (&sentence.ru, "ВЫМЫШЛЕННЫЕ ДАННЫЕ"),
        (&sentence.en, "SYNTHETIC DATA"),
    ] {
        assert!(said.starts_with(first), "{said}");
    }
    let others = release(293, 40, false);
    let json = String::from_utf8(others.to_json().expect("it is JSON")).expect("it is text");
    assert!(
        !json.contains("synthetic\":"),
        "a release of real data says nothing of this: {json}"
    );
}
