//! Whatever is written reads back equal, and no bytes at all stop a reader.

use std::io::Cursor;

use jiff::civil::Date;
use proptest::option;
use proptest::prelude::*;
use saqta_documents::injuries::csv::{Reader, Writer};
use saqta_documents::injuries::{Mapping, check, xlsx};
use saqta_domain::command::InjuryReport;
use saqta_domain::injury::esaw::{BodyPart, Contact, Deviation, InjuryType};
use saqta_domain::injury::{AgeBand, Cause, Details, InjuryKind, InjuryOutcome, Reporter, Sex};
use saqta_domain::private::Injured;
use saqta_domain::region::Region;

use crate::today;

fn one_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(all)
}

fn code<T: std::fmt::Debug>(
    all: &'static [u16],
    new: fn(u16) -> Option<T>,
) -> impl Strategy<Value = Option<T>> {
    option::of(prop::sample::select(all)).prop_map(move |number| number.and_then(new))
}

/// Somebody's own words: quotes, delimiters, ends of line, letters of three languages; no outer blanks.
fn words() -> impl Strategy<Value = Option<String>> {
    let text = r#"[a-zәғқңөұүһіА-Яё"',;\t\r\n=+@0-9 ]{1,40}"#;
    option::of(text).prop_map(|text| {
        text.map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty())
    })
}

fn day() -> impl Strategy<Value = Date> {
    (1950..2025_i16, 1..=12_i8, 1..=28_i8).prop_map(|(year, month, day)| Date::new(year, month, day).unwrap())
}

fn injured() -> impl Strategy<Value = Option<Injured>> {
    let injured = (words(), option::of("[0-9]{12}"), words(), words());
    injured.prop_map(|(name, iin, occupation, circumstances)| {
        let injured = Injured {
            name,
            iin,
            born: Some(Date::constant(1949, 5, 9)),
            occupation,
            circumstances,
        };
        Some(injured).filter(|injured| injured.name.is_some() || injured.iin.is_some())
    })
}

prop_compose! {
    fn first()(
        reporter in one_of(Reporter::ALL),
        site in option::of("[a-zA-Z0-9._-]{1,64}"),
        region in option::of(one_of(Region::ALL)),
        employer in option::of("[0-9]{12}"),
        host in option::of("[0-9]{12}"),
        activity in option::of(prop::sample::select(&["A", "Q", "05", "86", "86.1", "01.1", "86.10", "01.11"][..])),
        date in day(),
        hour in option::of(0..24_u8),
        later in option::of(0..300_i32),
    ) -> Details {
        Details {
            reporter,
            site: site.map(|site| site.as_str().into()),
            region,
            employer: employer.map(|bin| bin.parse().unwrap()),
            host: host.map(|bin| bin.parse().unwrap()),
            activity: activity.map(|code| code.parse().unwrap()),
            date,
            hour,
            reported: later.map(|days| date.saturating_add(jiff::Span::new().days(days))),
            kind: InjuryKind::Other,
            outcome: InjuryOutcome::Medical,
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
}

prop_compose! {
    fn report()(
        details in first(),
        kind in one_of(InjuryKind::ALL),
        outcome in one_of(InjuryOutcome::ALL),
        severe: bool,
        days_lost in 1..=u16::MAX,
        days_restricted in option::of(any::<u16>()),
        cause in option::of(one_of(Cause::ALL)),
        codes in (
            code(Deviation::ALL, Deviation::new),
            code(Contact::ALL, Contact::new),
            code(InjuryType::ALL, InjuryType::new),
            code(BodyPart::ALL, BodyPart::new),
        ),
        person in (option::of(one_of(Sex::ALL)), option::of(one_of(AgeBand::ALL)), injured()),
        numbers in (words(), words()),
    ) -> InjuryReport {
        let (deviation, contact, injury_type, body_part) = codes;
        let (sex, age, injured) = person;
        let has_days = matches!(outcome, InjuryOutcome::Fatal | InjuryOutcome::LostTime);
        let details = Details {
            kind, outcome, severe, days_restricted, cause, deviation, contact, injury_type, body_part, sex, age,
            days_lost: has_days.then_some(days_lost),
            ..details
        };
        InjuryReport {
            details, injured, number: numbers.0, shared_number: numbers.1, alarm: None, request: None,
        }
    }
}

fn written(reports: &[InjuryReport]) -> Vec<u8> {
    let mut writer = Writer::new(Vec::new()).unwrap();
    reports.iter().for_each(|report| writer.write(report).unwrap());
    writer.finish().unwrap()
}

proptest! {
    #[test]
    fn what_is_written_reads_back_equal(reports in prop::collection::vec(report(), 0..8)) {
        let file = written(&reports);
        let mapping = Mapping::default();
        let reader = Reader::new(file.as_slice(), &mapping, today()).unwrap();
        let read: Vec<InjuryReport> = reader.map(|row| row.result.unwrap()).collect();
        prop_assert_eq!(read, reports);
    }

    #[test]
    fn no_bytes_stop_the_reader(
        head in prop::sample::select(&["", "\u{feff}", "sep=;\n", "source,date,kind,outcome,name\n", "PK\u{3}\u{4}"][..]),
        rest in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        let file = [head.as_bytes(), &rest].concat();
        let mapping: Mapping = include_str!("../../../../docs/mappings/sheet-ru.toml").parse().unwrap();
        for mapping in [&Mapping::default(), &mapping] {
            let _ = check(file.as_slice(), mapping, today(), 5, |_| {});
            let _ = xlsx::check(Cursor::new(&file), mapping, today(), 5, |_| {});
        }
    }

    #[test]
    fn no_damage_to_a_good_file_stops_the_reader(
        reports in prop::collection::vec(report(), 1..4),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut file = written(&reports);
        for (place, byte) in damage {
            let place = place.index(file.len());
            file[place] = byte;
        }
        file.truncate(cut.index(file.len()) + 1);
        if let Ok(found) = check(file.as_slice(), &Mapping::default(), today(), 5, |_| {}) {
            prop_assert_eq!(found.bytes, file.len() as u64);
            prop_assert!(found.listed.len() <= 5 && found.errors >= found.wrong_rows);
        }
    }

    #[test]
    fn any_text_is_a_mapping_or_a_named_fault(text in r#"[\[\]a-z."=\n ]{0,80}"#) {
        let _ = text.parse::<Mapping>();
    }
}
