//! Tables on their way out: every format, the same bytes each time.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _, Xlsx};
use jiff::civil::date;
use saqta_documents::series::sdmx::{Choice, read};
use saqta_documents::table::sdmx::Dataflow;
use saqta_documents::table::{
    Column, Datatype, Missing, Role, Table, TableError, Texts, Value, Workbook, csv, csvw, sdmx, xlsx,
};
use saqta_domain::region::Region;
use saqta_domain::series::Unit;
use saqta_text::{Catalogue, Language};

fn texts(kk: &str, ru: &str, en: &str) -> Texts {
    Texts {
        kk: kk.to_owned(),
        ru: ru.to_owned(),
        en: en.to_owned(),
    }
}

fn column(name: &str, title: Texts, datatype: Datatype, role: Role) -> Column {
    Column {
        name: name.to_owned(),
        title,
        datatype,
        role,
        labels: BTreeMap::new(),
    }
}

fn period(text: &str) -> Value {
    Value::Period(text.parse().unwrap())
}

fn region(code: &str) -> Value {
    Value::Text(code.to_owned())
}

/// Figures of the first quarter of 2025 as published; the limits are those of this test alone.
pub(crate) fn by_region() -> Table {
    let mut regions = column(
        "ref_area",
        texts("Өңір", "Регион", "Region"),
        Datatype::Text,
        Role::Key,
    );
    regions.labels = BTreeMap::from([
        (
            "KZ-35".to_owned(),
            texts("Қарағанды облысы", "Карагандинская область", "Karaganda"),
        ),
        (
            "KZ-39".to_owned(),
            texts("Қостанай облысы", "Костанайская область", "Kostanay"),
        ),
        (
            "KZ-62".to_owned(),
            texts("Ұлытау облысы", "Область Ұлытау", "Ulytau"),
        ),
    ]);
    Table {
        id: "by-region".to_owned(),
        title: texts(
            "Өңірлер бойынша зардап шеккендер",
            "Пострадавшие по регионам",
            "Injured by region",
        ),
        notes: vec![texts(
            "Жиілік тоқсан бойынша, жылдыққа келтірілмеген.",
            "Частота за квартал, без приведения к году.",
            "The rate is of the quarter, not annualised.",
        )],
        columns: vec![
            regions,
            column(
                "period",
                texts("Кезең", "Период", "Period"),
                Datatype::Period,
                Role::Key,
            ),
            column(
                "injured",
                texts("Зардап шеккендер", "Пострадало", "Injured"),
                Datatype::Integer,
                Role::Figure,
            ),
            column(
                "rate",
                texts("1000 жұмыскерге", "На 1000 работников", "Per 1,000 employees"),
                Datatype::Number { decimals: 4 },
                Role::Figure,
            ),
            column(
                "until",
                texts("Дейін", "По", "Until"),
                Datatype::Date,
                Role::Attribute,
            ),
            column(
                "note",
                texts("Ескерту", "Примечание", "Note"),
                Datatype::Text,
                Role::Attribute,
            ),
        ],
        rows: vec![
            row(
                "KZ-35",
                "2025-Q1",
                Value::Integer(31),
                Value::Number(31.0 / 465.879),
                "=1+1, \"as is\"\nsecond line",
            ),
            row(
                "KZ-39",
                "2025-Q1",
                Value::Integer(27),
                Value::Number(27.0 / 328.949),
                "",
            ),
            row(
                "KZ-62",
                "2025-Q1",
                Value::Missing(Missing::Suppressed),
                Value::Missing(Missing::Suppressed),
                "few",
            ),
            row(
                "KZ-62",
                "2024-01..09",
                Value::Integer(0),
                Value::Missing(Missing::NotAvailable),
                "",
            ),
            row(
                "KZ-62",
                "2021",
                Value::Missing(Missing::NotApplicable),
                Value::Missing(Missing::NotApplicable),
                "",
            ),
        ],
    }
}

fn row(area: &str, time: &str, injured: Value, rate: Value, note: &str) -> Vec<Value> {
    vec![
        region(area),
        period(time),
        injured,
        rate,
        Value::Date(date(2025, 3, 31)),
        Value::Text(note.to_owned()),
    ]
}

pub(crate) fn workbook() -> Workbook {
    Workbook {
        id: "injuries-2025-q1".to_owned(),
        title: texts(
            "Еңбек жарақаттары, 2025 жылғы 1-тоқсан",
            "Производственный травматизм, I квартал 2025 года",
            "Injuries at work, first quarter of 2025",
        ),
        notice: None,
        description: texts("Сынақ деректері.", "Тестовые данные.", "Test data."),
        publisher: texts("Сынақ ведомствосы", "Тестовое ведомство", "Test office"),
        sources: vec![texts(
            "Жарақаттар тізілімі",
            "Реестр травм",
            "Register of injuries",
        )],
        licence: "https://creativecommons.org/licenses/by/4.0/".to_owned(),
        as_of: date(2025, 4, 15),
        tables: vec![by_region()],
    }
}

fn dataflow() -> Dataflow {
    Dataflow {
        agency: "SAQTA".to_owned(),
        id: "INJURIES".to_owned(),
        version: "1.0".to_owned(),
        comment: None,
    }
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap().replace("\r\n", "⏎\n")
}

#[test]
fn csv_says_why_a_figure_is_missing() {
    insta::assert_snapshot!(text(csv::write(&by_region()).unwrap()));
}

#[test]
fn csvw_describes_the_files_in_three_languages() {
    insta::assert_snapshot!(csvw::metadata(&workbook()).unwrap());
}

#[test]
fn sdmx_has_one_row_for_each_figure() {
    insta::assert_snapshot!(text(sdmx::write(&by_region(), &dataflow()).unwrap()));
}

#[test]
fn what_is_written_as_sdmx_can_be_read_as_a_series() {
    let file = sdmx::write(&by_region(), &dataflow()).unwrap();
    let choice = Choice {
        id: "injured".into(),
        counter: "saqta".to_owned(),
        unit: Unit::Injured,
        source: "this test".to_owned(),
        published: None,
        only: BTreeMap::from([("indicator".to_owned(), "INJURED".to_owned())]),
    };
    let found = read(file.as_slice(), &choice).unwrap();
    let cells: Vec<(String, Option<Region>, u64)> = found
        .series
        .cells
        .iter()
        .map(|cell| (cell.period.to_string(), cell.region, cell.value))
        .collect();
    assert_eq!(
        cells,
        [
            ("2024-01..09".to_owned(), Some(Region::Ulytau), 0),
            ("2025-Q1".to_owned(), Some(Region::Karaganda), 31),
            ("2025-Q1".to_owned(), Some(Region::Kostanay), 27),
        ]
    );
    assert_eq!((found.missing, found.not_chosen), (2, 5));
}

#[test]
fn a_workbook_speaks_each_language_and_keeps_numbers_as_numbers() {
    let catalogue = Catalogue::embedded();
    for (language, sheets, area, hidden) in [
        (
            Language::Kk,
            ["Деректер туралы", "Өңірлер бойынша зардап шеккенде"],
            "Қарағанды облысы",
            "жарияланбайды",
        ),
        (
            Language::Ru,
            ["О данных", "Пострадавшие по регионам"],
            "Карагандинская область",
            "не публикуется",
        ),
        (
            Language::En,
            ["About", "Injured by region"],
            "Karaganda",
            "not published",
        ),
    ] {
        let file = xlsx::write(&workbook(), &catalogue, language).unwrap();
        let mut book = Xlsx::new(Cursor::new(file)).unwrap();
        assert_eq!(book.sheet_names(), sheets);
        let sheet = book.worksheet_range(sheets[1]).unwrap();
        let cell = |row, column| sheet.get_value((row, column)).cloned().unwrap_or_default();
        assert_eq!(
            cell(0, 0),
            Data::String(by_region().title.get(language).to_owned())
        );
        assert_eq!(cell(3, 0), Data::String(area.to_owned()));
        assert_eq!(
            cell(3, 1),
            Data::String("KZ-35".to_owned()),
            "the code beside its words"
        );
        assert_eq!(cell(3, 3), Data::Float(31.0));
        assert_eq!(
            cell(3, 4),
            Data::Float(31.0 / 465.879),
            "all digits are in the file"
        );
        assert!(matches!(cell(3, 5), Data::DateTime(day) if day.to_ymd_hms_milli().0 == 2025));
        assert_eq!(
            cell(3, 6),
            Data::String("=1+1, \"as is\"\nsecond line".to_owned()),
            "text, no formula"
        );
        assert_eq!(cell(5, 3), Data::String(hidden.to_owned()));
        assert_eq!(
            cell(9, 0),
            Data::String(by_region().notes[0].get(language).to_owned())
        );
        let about = book.worksheet_range(sheets[0]).unwrap();
        let lines: Vec<String> = about.used_cells().map(|(_, _, cell)| cell.to_string()).collect();
        assert!(
            lines.iter().any(|line| line.contains("creativecommons.org")),
            "{lines:?}"
        );
        assert!(
            !lines.iter().any(|line| line.contains("table-")),
            "a message is missing: {lines:?}"
        );
    }
}

#[test]
fn the_same_tables_are_the_same_bytes() {
    let catalogue = Catalogue::embedded();
    let all = || {
        let mut files = vec![
            csv::write(&by_region()).unwrap(),
            csvw::metadata(&workbook()).unwrap().into_bytes(),
        ];
        files.push(sdmx::write(&by_region(), &dataflow()).unwrap());
        files.extend(Language::ALL.map(|language| xlsx::write(&workbook(), &catalogue, language).unwrap()));
        files
    };
    assert!(all() == all(), "a file differs from its twin");
}

/// Two files made in one second would be equal though they told the time.
#[test]
fn a_workbook_tells_no_time_but_that_of_its_publication() {
    let file = xlsx::write(&workbook(), &Catalogue::embedded(), Language::En).unwrap();
    let mut parts = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    for index in 0..parts.len() {
        let mut part = parts.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        assert_eq!(part.last_modified(), Some(zip::DateTime::default()), "{name}");
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let times: Vec<&str> = text
            .match_indices('T')
            .filter_map(|(at, _)| text.get(at.checked_sub(10)?..at + 10))
            .filter(|time| time.ends_with('Z') && time.contains(':'))
            .collect();
        let strange: Vec<&&str> = times
            .iter()
            .filter(|time| **time != "2025-04-14T19:00:00Z")
            .collect();
        assert!(strange.is_empty(), "{name} tells {strange:?}");
        if name == "docProps/core.xml" {
            assert_eq!(times.len(), 2, "created and modified: {text}");
        }
    }
}

#[test]
fn a_table_that_cannot_be_published_is_refused() {
    let refused = |change: &dyn Fn(&mut Table)| {
        let mut table = by_region();
        change(&mut table);
        table.check().unwrap_err()
    };
    let table = "by-region".to_owned();
    let name = |column: &str| TableError::Name {
        table: table.clone(),
        column: column.to_owned(),
    };
    let value = |column: &str, row| TableError::Value {
        table: table.clone(),
        column: column.to_owned(),
        row,
    };
    assert_eq!(
        refused(&|t| t.id = "../x".to_owned()),
        TableError::Id("../x".to_owned())
    );
    assert_eq!(
        refused(&|t| t.columns[3].name = "injured".to_owned()),
        name("injured")
    );
    assert_eq!(
        refused(&|t| t.columns[3].name = "injured_status".to_owned()),
        name("injured_status")
    );
    assert_eq!(refused(&|t| t.columns[3].name = "Rate".to_owned()), name("Rate"));
    assert_eq!(
        refused(&|t| drop(t.rows[1].pop())),
        TableError::Width {
            table: table.clone(),
            row: 1
        }
    );
    assert_eq!(
        refused(&|t| t.rows[1][3] = Value::Number(f64::NAN)),
        value("rate", 1)
    );
    assert_eq!(
        refused(&|t| t.rows[1][2] = Value::Text("27".to_owned())),
        value("injured", 1)
    );
    assert_eq!(
        refused(&|t| t.rows[0][0] = Value::Missing(Missing::NotAvailable)),
        value("ref_area", 0)
    );
    assert_eq!(
        refused(&|t| t.rows[1][0] = region("KZ-35")),
        TableError::Key {
            table: table.clone(),
            row: 1
        }
    );
    let mut twice = workbook();
    twice.tables.push(by_region());
    assert_eq!(twice.check(), Err(TableError::Id(table.clone())));
    let mut timeless = by_region();
    timeless.columns[1].role = Role::Attribute;
    timeless.rows.truncate(3);
    assert_eq!(
        sdmx::write(&timeless, &dataflow()),
        Err(TableError::NoPeriod(table))
    );
}
