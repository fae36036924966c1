//! Sheets as people keep them, through the mappings that stand in the handbook.

use std::io::Cursor;

use jiff::civil::date;
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook as Book};
use saqta_documents::injuries::xlsx::{Workbook, check};
use saqta_documents::injuries::{Mapping, MappingError, Row};
use saqta_documents::{ColumnProblem, OpenError, Problem};
use saqta_domain::injury::{Cause, InjuryKind, InjuryOutcome, Reporter, Sex};
use saqta_domain::region::Region;

use crate::today;

fn russian() -> Mapping {
    include_str!("../../../../docs/mappings/sheet-ru.toml")
        .parse()
        .unwrap()
}

fn kazakh() -> Mapping {
    include_str!("../../../../docs/mappings/sheet-kk.toml")
        .parse()
        .unwrap()
}

fn rows(file: &[u8], mapping: &Mapping) -> Vec<Row> {
    let mut book = Workbook::new(Cursor::new(file)).unwrap();
    book.rows(mapping, today()).unwrap().collect()
}

/// A journal with a title, a header in the third row, a row of numbers under it, and a sum at the end.
fn russian_sheet() -> Vec<u8> {
    let mut book = Book::new();
    book.add_worksheet().set_name("Титул").unwrap();
    let sheet = book.add_worksheet();
    sheet.set_name("Журнал").unwrap();
    sheet
        .write(0, 0, "Журнал регистрации несчастных случаев (вымышленные данные)")
        .unwrap();
    let header = [
        "№ п/п",
        "Номер акта Н-1",
        "Дата и  время\nнесчастного случая",
        "Область, город",
        "БИН предприятия",
        "ОКЭД",
        "Вид происшествия",
        "Причина",
        "Степень тяжести",
        "Дней нетрудоспособности",
        "Пол",
        "Возраст, лет",
        "Ф.И.О. пострадавшего",
        "ИИН",
        "Дата рождения",
        "Дата сообщения",
    ];
    for (column, title) in (0..).zip(header) {
        sheet.write(2, column, title).unwrap();
        sheet.write(3, column, f64::from(column) + 1.0).unwrap();
    }
    let time = Format::new().set_num_format("dd.mm.yyyy hh:mm");
    let day = Format::new().set_num_format("dd.mm.yyyy");
    // As Excel keeps it: dates as numbers, codes without their zeros.
    let moment = ExcelDateTime::from_ymd(2025, 3, 14)
        .unwrap()
        .and_hms(23, 40, 0)
        .unwrap();
    sheet.write(4, 0, 1).unwrap();
    sheet.write(4, 1, "17").unwrap();
    sheet.write_with_format(4, 2, &moment, &time).unwrap();
    sheet.write(4, 3, "Карагандинская область").unwrap();
    sheet.write(4, 4, 140_000_123_f64).unwrap();
    sheet.write(4, 5, 5.1).unwrap();
    sheet.write(4, 6, "падение с высоты").unwrap();
    sheet
        .write(4, 7, "Неудовлетворительная организация работ")
        .unwrap();
    sheet.write(4, 8, "Тяжелый").unwrap();
    sheet.write(4, 9, 45).unwrap();
    sheet.write(4, 10, "м").unwrap();
    sheet.write(4, 11, 41).unwrap();
    sheet.write(4, 12, "Вымышленный Человек").unwrap();
    sheet.write(4, 13, 10_140_000_123_f64).unwrap();
    sheet
        .write_with_format(4, 14, ExcelDateTime::from_ymd(1984, 1, 2).unwrap(), &day)
        .unwrap();
    sheet.write(4, 15, 45_731).unwrap();
    // As people type it: everything as text.
    let typed = [
        "2",
        "18",
        "15.03.2025 07:05",
        "ВКО",
        "123456789012",
        "86.10",
        "Нападение на медицинского работника",
        "Прочие",
        "Смертельный",
        "",
        "Ж",
        "29",
        "",
        "",
        "",
        "16.03.25",
    ];
    for (column, text) in (0..).zip(typed) {
        sheet.write(6, column, text).unwrap();
    }
    // And with slips.
    sheet.write(7, 2, "31.02.2025").unwrap();
    sheet.write(7, 3, "Вымышленная область").unwrap();
    sheet.write(7, 6, "ДТП").unwrap();
    sheet.write(8, 0, "Итого: 3").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_russian_journal_is_read_with_dates_and_codes_as_excel_keeps_them() {
    let read = rows(&russian_sheet(), &russian());
    let report = read[0].result.as_ref().unwrap();
    let details = &report.details;
    assert_eq!(read[0].line, 5);
    assert_eq!(report.number.as_deref(), Some("17"));
    assert_eq!((details.date, details.hour), (date(2025, 3, 14), Some(23)));
    assert_eq!(details.region, Some(Region::Karaganda));
    assert_eq!(
        details.employer.unwrap().to_string(),
        "000140000123",
        "leading zeros are back"
    );
    assert_eq!(details.activity.unwrap().to_string(), "05.1");
    assert_eq!(details.kind, InjuryKind::FallFromHeight);
    assert_eq!(details.cause, Some(Cause::WorkOrganisation));
    assert_eq!(
        (details.outcome, details.severe, details.days_lost),
        (InjuryOutcome::LostTime, true, Some(45))
    );
    assert_eq!(
        (details.sex, details.age.map(|band| band.code())),
        (Some(Sex::Male), Some("35-44"))
    );
    assert_eq!(details.reporter, Reporter::Employer);
    assert_eq!(
        details.reported,
        Some(date(2025, 3, 15)),
        "a day that no format marks as one"
    );
    let injured = report.injured.as_ref().unwrap();
    assert_eq!(injured.iin.as_deref(), Some("010140000123"));
    assert_eq!(injured.born, Some(date(1984, 1, 2)));
}

#[test]
fn a_journal_typed_as_text_reads_the_same_way() {
    let read = rows(&russian_sheet(), &russian());
    let details = &read[1].result.as_ref().unwrap().details;
    assert_eq!(read[1].line, 7, "the empty row is passed over and counted");
    assert_eq!((details.date, details.hour), (date(2025, 3, 15), Some(7)));
    assert_eq!(details.region, Some(Region::EastKazakhstan));
    assert_eq!(details.kind, InjuryKind::ViolenceAgainstHealthWorker);
    assert_eq!((details.outcome, details.severe), (InjuryOutcome::Fatal, false));
    assert_eq!(details.reported, Some(date(2025, 3, 16)));
}

#[test]
fn slips_are_named_by_their_cell() {
    let read = rows(&russian_sheet(), &russian());
    assert_eq!(read.len(), 3, "title, numbers and sum are no injuries");
    let Err(found) = &read[2].result else {
        panic!("it was read")
    };
    let found: Vec<(Option<&str>, &Problem)> =
        found.iter().map(|e| (e.cell.as_deref(), &e.problem)).collect();
    assert_eq!(
        found,
        [
            (Some("C8"), &Problem::NotADate),
            (Some("I8"), &Problem::Missing),
            (Some("D8"), &Problem::NotARegion),
        ]
    );
}

#[test]
fn a_kazakh_list_is_read() {
    let mut book = Book::new();
    let sheet = book.add_worksheet();
    let header = [
        "Р/с №",
        "Оқиға күні",
        "Оқиға уақыты",
        "Өңір",
        "Оқиға түрі",
        "Салдары",
        "Ауыр",
        "Жынысы",
        "Ауытқу (ESAW)",
        "Жарақат түрі (ESAW)",
        "Аты-жөні",
    ];
    for (column, title) in (0..).zip(header) {
        sheet.write(0, column, title).unwrap();
    }
    let hour = Format::new().set_num_format("hh:mm");
    sheet.write(1, 1, "14.03.2025").unwrap();
    sheet
        .write_with_format(1, 2, ExcelDateTime::from_hms(7, 30, 0).unwrap(), &hour)
        .unwrap();
    sheet.write(1, 3, "Шымкент қаласы").unwrap();
    sheet.write(1, 4, "Медицина қызметкеріне шабуыл").unwrap();
    sheet.write(1, 5, "Жеңіл жұмысқа ауысты").unwrap();
    sheet.write(1, 6, "Иә").unwrap();
    sheet.write(1, 7, "Әйел").unwrap();
    sheet.write(1, 8, 83).unwrap();
    sheet.write(1, 9, 11).unwrap();
    sheet.write(1, 10, "Ойдан Шығарылған").unwrap();
    sheet.write(2, 0, "Жиыны").unwrap();
    let file = book.save_to_buffer().unwrap();
    let read = rows(&file, &kazakh());
    assert_eq!(read.len(), 1);
    let report = read[0].result.as_ref().unwrap();
    let details = &report.details;
    assert_eq!((details.date, details.hour), (date(2025, 3, 14), Some(7)));
    assert_eq!(
        (details.region, details.sex),
        (Some(Region::Shymkent), Some(Sex::Female))
    );
    assert_eq!(
        (details.outcome, details.severe),
        (InjuryOutcome::Restricted, true)
    );
    assert_eq!(details.deviation.unwrap().to_string(), "83");
    assert_eq!(details.injury_type.unwrap().to_string(), "011");
    assert_eq!(
        report.injured.as_ref().unwrap().name.as_deref(),
        Some("Ойдан Шығарылған")
    );
}

#[test]
fn a_sheet_is_checked_whole_before_it_is_taken() {
    let file = russian_sheet();
    let mut told = Vec::new();
    let found = check(Cursor::new(&file), &russian(), today(), 2, |bytes| {
        told.push(bytes);
    })
    .unwrap();
    assert_eq!(
        (found.rows, found.wrong_rows, found.errors, found.listed.len()),
        (3, 1, 3, 2)
    );
    assert_eq!(
        (found.bytes, told.last()),
        (file.len() as u64, Some(&(file.len() as u64)))
    );
    assert_eq!(found.digest.len(), 64);
    assert_eq!(found.columns, []);
}

#[test]
fn a_sheet_that_is_not_there_and_columns_that_do_not_do_are_named() {
    let file = russian_sheet();
    let mut book = Workbook::new(Cursor::new(&file)).unwrap();
    assert_eq!(book.sheets(), ["Титул", "Журнал"]);
    let mapping: Mapping = "sheet.name = 'Лист1'".parse().unwrap();
    assert!(matches!(book.rows(&mapping, today()), Err(OpenError::NoSheet(name)) if name == "Лист1"));
    let mapping: Mapping = "[sheet]\nname = 'Журнал'\nheader = 3\n[columns]\n'Пол' = 'sex'"
        .parse()
        .unwrap();
    let Err(OpenError::Columns(problems)) = book.rows(&mapping, today()) else {
        panic!("it was opened")
    };
    assert!(problems.contains(&ColumnProblem::Missing("date")), "{problems:?}");
    assert!(
        problems
            .iter()
            .any(|p| matches!(p, ColumnProblem::Unknown { column, nearest: None } if column == "ОКЭД"))
    );
    let mapping: Mapping = "[sheet]\nheader = 90".parse().unwrap();
    assert!(matches!(book.rows(&mapping, today()), Err(OpenError::Empty)));
    assert!(matches!(
        Workbook::new(Cursor::new(b"no zip")),
        Err(OpenError::NotASpreadsheet(_))
    ));
}

#[test]
fn a_workbook_that_unpacks_to_more_than_memory_is_refused_before_it_is_unpacked() {
    let mut file = russian_sheet();
    let strings = b"xl/sharedStrings.xml";
    let entries = file
        .windows(4)
        .enumerate()
        .filter(|(_, bytes)| *bytes == b"PK\x01\x02")
        .map(|(at, _)| at);
    // The directory of the archive: the unpacked size stands 24 bytes after the mark, the name 46.
    let entry = entries
        .into_iter()
        .find(|at| file[at + 46..].starts_with(strings))
        .unwrap();
    file[entry + 24..entry + 28].copy_from_slice(&(300_u32 << 20).to_le_bytes());
    assert!(matches!(
        Workbook::new(Cursor::new(file)),
        Err(OpenError::TooLarge)
    ));
}

#[test]
fn a_mapping_with_a_slip_is_refused_and_says_where() {
    let fault = |text: &str| text.parse::<Mapping>().unwrap_err();
    assert!(matches!(
        fault("[colums]\n'A' = 'date'"),
        MappingError::Unreadable(_)
    ));
    let unknown = MappingError::UnknownField {
        table: "columns",
        field: "dates".to_owned(),
    };
    assert_eq!(fault("[columns]\n'A' = 'dates'"), unknown);
    assert_eq!(
        fault("[words.days_lost]\n'много' = '10'"),
        MappingError::NoWords("days_lost")
    );
    assert!(matches!(
        fault("[words.kind]\n'Падение' = 'fall'"),
        MappingError::WrongValue { field: "kind", .. }
    ));
    assert!(matches!(
        fault("[fixed]\nsource = 'me'"),
        MappingError::WrongValue { field: "source", .. }
    ));
    assert_eq!(
        fault("[columns]\n'A' = 'date'\n' a ' = 'kind'"),
        MappingError::Twice("A".to_owned())
    );
    assert_eq!(
        fault("dates.formats = ['%H:%M']"),
        MappingError::Format("%H:%M".to_owned())
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_damage_to_a_workbook_stops_the_reader(
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut file = russian_sheet();
        for (place, byte) in damage {
            let place = place.index(file.len());
            file[place] = byte;
        }
        if let Some(cut) = cut {
            file.truncate(cut.index(file.len()));
        }
        let _ = check(Cursor::new(&file), &russian(), today(), 5, |_| {});
    }
}
