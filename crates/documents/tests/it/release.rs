//! A release as files: what people read is in words of their language, and says where it is invented.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use calamine::{Reader as _, Xlsx};
use saqta_documents::release::renditions;
use saqta_domain::ids::InjuryId;
use saqta_domain::injury::{AgeBand, Cause, Details, InjuryKind, InjuryOutcome, Reporter, Sex};
use saqta_domain::region::Region;
use saqta_domain::release::ReleaseSpec;
use saqta_figures::measure::Exposures;
use saqta_figures::register::Register;
use saqta_figures::release::{Source, build};
use saqta_readmodel::ReportRow;
use serde_json::Value as Json;
use uuid::Uuid;

/// Nobody of these was ever hurt.
fn report(number: u64) -> ReportRow {
    ReportRow {
        position: number,
        at: "2025-04-20T00:00:00Z".parse().unwrap(),
        by: None,
        injury: InjuryId(Uuid::from_u128(u128::from(number))),
        import: None,
        alarm: None,
        number: None,
        details: Some(Details {
            reporter: Reporter::Employer,
            site: None,
            region: Some(Region::Karaganda),
            employer: None,
            host: None,
            activity: "B".parse().ok(),
            date: jiff::civil::date(2025, 2, 10),
            hour: None,
            reported: None,
            kind: InjuryKind::Collapse,
            outcome: InjuryOutcome::LostTime,
            severe: false,
            days_lost: None,
            days_restricted: None,
            cause: Some(Cause::SafetyRules),
            deviation: None,
            contact: None,
            injury_type: None,
            body_part: None,
            sex: Some(Sex::Female),
            age: Some(AgeBand::From65),
        }),
    }
}

fn files(threshold: u64, synthetic: bool) -> BTreeMap<String, Vec<u8>> {
    let mut register = Register::default();
    (1..=31).for_each(|number| register.take(report(number)));
    let spec = ReleaseSpec {
        id: "kz-2025-q1".into(),
        period: "2025-Q1".parse().unwrap(),
        denominators: Vec::new(),
        threshold,
        synthetic,
    };
    let source = Source {
        register: &register,
        exposures: &Exposures::default(),
        position: register.position(),
        as_of: jiff::civil::date(2025, 4, 20),
        earlier: &[],
    };
    renditions(&build(source, &spec)).unwrap()
}

/// The text of each sheet, one line a row.
fn sheets(file: &[u8]) -> Vec<(String, String)> {
    let mut book = Xlsx::new(Cursor::new(file.to_vec())).unwrap();
    let sheets = book.worksheets().into_iter().map(|(name, range)| {
        let rows = range.rows().map(|row| {
            row.iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(" | ")
        });
        (name, rows.collect::<Vec<_>>().join("\n"))
    });
    sheets.collect()
}

#[test]
fn sheets_say_codes_in_words_and_keep_the_codes_beside_them() {
    let files = files(5, false);
    for (name, words) in [
        (
            "figures-kk.xlsx",
            [
                "Қарағанды облысы | 35",
                "Тау-кен",
                "| collapse",
                "Әйел | f",
                "2025 ж. ақпан | 2025-02",
                "Қазақстандағы өндірістік жарақаттар, 2025 ж. 1-тоқсан",
                "Деректер күні: 20.04.2025",
            ],
        ),
        (
            "figures-ru.xlsx",
            [
                "Карагандинская область | 35",
                "Горнодобывающая промышленность | B",
                "| collapse",
                "Женский | f",
                "февраль 2025 г. | 2025-02",
                "Травмы на производстве в Казахстане, 1-й квартал 2025 г.",
                "Данные на: 20.04.2025",
            ],
        ),
        (
            "figures-en.xlsx",
            [
                "Karaganda region | 35",
                "Mining and quarrying | B",
                "Collapse of rock, earth, structure | collapse",
                "Female | f",
                "February 2025 | 2025-02",
                "Injuries at work in Kazakhstan, Q1 2025",
                "Figures as of: 2025-04-20",
            ],
        ),
    ] {
        let text: String = sheets(&files[name]).into_iter().map(|(_, text)| text).collect();
        for words in words {
            assert!(text.contains(words), "{name} has no \"{words}\":\n{text}");
        }
    }
}

#[test]
fn every_file_for_people_says_that_its_data_are_invented() {
    let files = files(5, true);
    for (language, notice) in [
        ("kk", "ОЙДАН ШЫҒАРЫЛҒАН ДЕРЕКТЕР"),
        ("ru", "ВЫМЫШЛЕННЫЕ ДАННЫЕ"),
        ("en", "SYNTHETIC DATA"),
    ] {
        for (name, text) in sheets(&files[&format!("figures-{language}.xlsx")]) {
            assert!(text.contains(notice), "sheet {name} in {language}:\n{text}");
        }
        let sentence = String::from_utf8_lossy(&files[&format!("sentence-{language}.txt")]);
        assert!(sentence.starts_with(notice), "{sentence}");
        let metadata: Json = serde_json::from_slice(&files["csvw.json"]).unwrap();
        let tables = metadata["tables"].as_array().unwrap();
        for described in tables.iter().chain([&metadata]) {
            let said = described["dc:description"].to_string();
            assert!(said.contains(notice), "{described}");
        }
    }
    let sdmx = String::from_utf8_lossy(&files["region.sdmx.csv"]);
    let (header, rows) = sdmx.split_once('\n').unwrap();
    assert!(header.trim_end().ends_with(",COMMENT_OBS"), "{header}");
    assert!(
        rows.lines().all(|row| row.contains("SYNTHETIC DATA")),
        "a figure says nothing of it: {rows}"
    );
}

#[test]
fn real_data_are_not_called_invented() {
    for (name, file) in files(5, false) {
        let text = if name.ends_with(".xlsx") {
            sheets(&file).into_iter().map(|(_, text)| text).collect()
        } else {
            String::from_utf8_lossy(&file).into_owned()
        };
        let notices = ["ОЙДАН", "ВЫМЫШЛЕННЫЕ", "SYNTHETIC", "synthetic\"", "COMMENT_OBS"];
        let said = notices.iter().find(|notice| text.contains(**notice));
        assert_eq!(said, None, "{name}");
    }
}

#[test]
fn which_counts_are_withheld_is_said_rightly_for_each_threshold() {
    for (threshold, said) in [
        (0, "Every count is published, however small."),
        (1, "Every count is published, however small."),
        (2, "Counts of 1 are not published"),
        (3, "Counts of 1 to 2 are not published"),
        (5, "Counts of 1 to 4 are not published"),
    ] {
        let files = files(threshold, false);
        let metadata: Json = serde_json::from_slice(&files["csvw.json"]).unwrap();
        let description = metadata["dc:description"].to_string();
        assert!(description.contains(said), "{threshold}: {description}");
        let cells = metadata["tables"].to_string().contains("Small cells");
        assert_eq!(cells, threshold > 1, "{threshold}: a note of withheld cells");
    }
}

#[test]
fn no_file_tells_an_hour() {
    let files = files(5, false);
    let metadata: Json = serde_json::from_slice(&files["csvw.json"]).unwrap();
    assert_eq!(metadata["dc:issued"]["@value"], "2025-04-20");
    assert_eq!(metadata["dc:issued"]["@type"], "xsd:date");
    let mut parts = zip::ZipArchive::new(Cursor::new(files["figures-en.xlsx"].clone())).unwrap();
    let mut properties = String::new();
    let mut part = parts.by_name("docProps/core.xml").unwrap();
    part.read_to_string(&mut properties).unwrap();
    // A workbook cannot be without: midnight in Kazakhstan.
    assert!(properties.contains("2025-04-19T19:00:00Z"), "{properties}");
}

#[test]
fn the_same_release_is_the_same_files() {
    assert!(files(5, true) == files(5, true), "a file differs from its twin");
}
