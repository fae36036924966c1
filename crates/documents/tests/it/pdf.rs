//! Bulletins: made in three languages, the same bytes each time, and refused where they would mislead.

use saqta_documents::pdf::{Block, Bulletin, Interval, IntervalRow, Intervals, PdfError, write};
use saqta_documents::table::{Column, Datatype, Missing, Role, Table, TableError, Texts, Value};
use saqta_text::{Catalogue, Language};

use crate::tables::by_region;

/// A table of so many rows.
fn long_table(rows: i64) -> Table {
    let title = |text: &str| Texts::of(|_| text.to_owned());
    let column = |name: &str, datatype, role| Column {
        name: name.to_owned(),
        title: title(name),
        datatype,
        role,
        labels: std::collections::BTreeMap::new(),
    };
    Table {
        id: "long".to_owned(),
        title: title("A long table"),
        notes: Vec::new(),
        columns: vec![
            column("number", Datatype::Integer, Role::Key),
            column("words", Datatype::Text, Role::Attribute),
        ],
        rows: (0..rows)
            .map(|row| {
                vec![
                    Value::Integer(row),
                    Value::Text("ұзақ мәтін, ".repeat(usize::try_from(row % 40).unwrap())),
                ]
            })
            .collect(),
    }
}

fn intervals(language: Language) -> Intervals {
    let (title, alt, names) = match language {
        Language::Kk => (
            "1000 жұмыскерге шаққандағы зардап шеккендер, 95 % аралық",
            "Қостанай мен Қарағанды облыстарының жиілігі ел деңгейінен жоғары.",
            [
                "Қостанай облысы",
                "Қарағанды облысы",
                "Алматы қаласы",
                "Ұлытау облысы",
            ],
        ),
        Language::Ru => (
            "Пострадавшие на 1000 работников, интервал 95 %",
            "Частота в Костанайской и Карагандинской областях выше, чем по стране.",
            [
                "Костанайская область",
                "Карагандинская область",
                "Город Алматы",
                "Область Ұлытау",
            ],
        ),
        Language::En => (
            "Injured per 1,000 employees, 95 % interval",
            "The rates of Kostanay and Karaganda are above the country's.",
            ["Kostanay", "Karaganda", "Almaty (city)", "Ulytau"],
        ),
    };
    let figures = [
        Ok(Interval {
            value: 0.0821,
            lower: 0.0541,
            upper: 0.1194,
        }),
        Ok(Interval {
            value: 0.0665,
            lower: 0.0452,
            upper: 0.0945,
        }),
        Ok(Interval {
            value: 0.0193,
            lower: 0.0116,
            upper: 0.0301,
        }),
        Err(Missing::Suppressed),
    ];
    let rows = names.into_iter().zip(figures);
    Intervals {
        title: title.to_owned(),
        alt: alt.to_owned(),
        rows: rows
            .map(|(label, figure)| IntervalRow {
                label: label.to_owned(),
                figure,
            })
            .collect(),
        reference: Some(0.0418),
        decimals: 3,
    }
}

pub(crate) fn bulletin<'b>(language: Language, table: &'b Table, long: &'b Table) -> Bulletin<'b> {
    let (title, publisher, heading, paragraph) = match language {
        Language::Kk => (
            "Еңбек жарақаттары, 2025 жылғы 1-тоқсан (сынақ)",
            "Сынақ ведомствосы",
            "Не болды",
            "Әр өңірдің көрсеткіші аралығымен беріледі: ғимарат, құрылыс, өндіріс, ұйым, үлес, һәм ішкі бақылау. Аралықтар қиылысса, өңірлердің реті анықталмаған.",
        ),
        Language::Ru => (
            "Производственный травматизм, I квартал 2025 года (тест)",
            "Тестовое ведомство",
            "Что произошло",
            "Показатель каждого региона дан с интервалом. Если интервалы пересекаются, порядок регионов не установлен: разница может быть случайной.",
        ),
        Language::En => (
            "Injuries at work, first quarter of 2025 (test)",
            "Test office",
            "What happened",
            "Each region's figure has its interval. Where intervals overlap, the order of the regions is not established: the difference may be chance.",
        ),
    };
    Bulletin {
        id: "injuries-2025-q1".to_owned(),
        language,
        title: title.to_owned(),
        publisher: publisher.to_owned(),
        notice: None,
        as_of: jiff::civil::date(2025, 4, 15),
        blocks: vec![
            Block::Paragraph(paragraph.to_owned()),
            Block::Heading(heading.to_owned()),
            Block::Intervals(intervals(language)),
            Block::Table(table),
            Block::Note(paragraph.to_owned()),
            Block::Table(long),
        ],
    }
}

fn count(file: &[u8], needle: &str) -> usize {
    file.windows(needle.len())
        .filter(|window| *window == needle.as_bytes())
        .count()
}

#[test]
fn a_bulletin_is_made_in_each_language_and_promises_what_archives_want() {
    let (table, long) = (by_region(), long_table(60));
    for language in Language::ALL {
        let file = write(&bulletin(language, &table, &long), &Catalogue::embedded()).unwrap();
        assert!(file.starts_with(b"%PDF-1.7"), "{language}");
        assert_eq!(count(&file, "<pdfaid:part>2<"), 1, "PDF/A-2");
        assert_eq!(count(&file, "<pdfaid:conformance>A<"), 1, "PDF/A-2a");
        assert_eq!(count(&file, "<pdfuaid:part>1<"), 1, "PDF/UA-1");
        assert!(
            count(&file, &format!("/Lang({language})")) > 0,
            "its language is {language}"
        );
        assert_eq!(
            count(&file, "D:20250415000000+05"),
            2,
            "created and modified when its day began in Kazakhstan"
        );
        assert!(
            count(&file, "/Type/Page/") >= 3,
            "{} pages",
            count(&file, "/Type/Page/")
        );
        assert!(
            file.len() < 200_000,
            "{} bytes: fonts are embedded whole",
            file.len()
        );
    }
}

#[test]
fn the_same_bulletin_is_the_same_bytes() {
    let (table, long) = (by_region(), long_table(60));
    let file = || write(&bulletin(Language::Kk, &table, &long), &Catalogue::embedded()).unwrap();
    assert!(file() == file(), "a bulletin differs from its twin");
}

#[test]
fn what_would_mislead_is_refused() {
    let (table, long) = (by_region(), long_table(1));
    let catalogue = Catalogue::embedded();
    let mut wrong = by_region();
    wrong.rows[1][0] = wrong.rows[0][0].clone();
    let refused = write(&bulletin(Language::En, &wrong, &long), &catalogue);
    assert!(
        matches!(refused, Err(PdfError::Table(TableError::Key { row: 1, .. }))),
        "{refused:?}"
    );
    for figure in [
        Interval {
            value: 1.0,
            lower: 2.0,
            upper: 3.0,
        },
        Interval {
            value: 1.0,
            lower: f64::NAN,
            upper: 3.0,
        },
        Interval {
            value: 1.0,
            lower: 0.0,
            upper: f64::INFINITY,
        },
        Interval {
            value: -1.0,
            lower: -2.0,
            upper: 3.0,
        },
    ] {
        let mut bulletin = bulletin(Language::En, &table, &long);
        let mut intervals = intervals(Language::En);
        intervals.rows[1].figure = Ok(figure);
        bulletin.blocks[2] = Block::Intervals(intervals);
        let refused = write(&bulletin, &catalogue);
        assert!(
            matches!(&refused, Err(PdfError::Interval(label)) if label == "Karaganda"),
            "{figure:?}: {refused:?}"
        );
    }
}

#[test]
fn empty_and_odd_content_makes_a_file_all_the_same() {
    let mut table = by_region();
    table.rows.clear();
    let odd = "\u{0}\u{202e}漢字🙂 ".repeat(400);
    let bulletin = Bulletin {
        id: String::new(),
        language: Language::En,
        title: "x".to_owned(),
        publisher: String::new(),
        notice: None,
        as_of: jiff::civil::date(1, 1, 1),
        blocks: vec![
            Block::Paragraph(String::new()),
            Block::Heading(odd.clone()),
            Block::Paragraph(odd),
            Block::Table(&table),
            Block::Intervals(Intervals {
                title: String::new(),
                alt: "nothing".to_owned(),
                rows: Vec::new(),
                reference: None,
                decimals: 0,
            }),
            Block::Intervals(Intervals {
                title: "zeros".to_owned(),
                alt: "zeros".to_owned(),
                rows: vec![
                    IntervalRow {
                        label: "zero".to_owned(),
                        figure: Ok(Interval {
                            value: 0.0,
                            lower: 0.0,
                            upper: 0.0
                        })
                    };
                    95
                ],
                reference: Some(0.0),
                decimals: 0,
            }),
        ],
    };
    write(&bulletin, &Catalogue::embedded()).unwrap();
}
