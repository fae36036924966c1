//! Claims about some of the injured, and claims judged by releases of a register. All releases here are synthetic.

use saqta_figures::headline::{Claim, Kind, Report, Verdict, check};
use saqta_figures::knowledge::{Reference, RegisterKnowledge, Terms};
use saqta_figures::measure::Exposures;
use saqta_figures::register::Register;
use saqta_figures::release::Earlier;
use serde_json::{Value, json};

use Kind::{Change, Count, Rank, Rate, Share};
use Verdict::{Holds, Implausible, Unknown};

/// A row of a release's table; withheld cells are null.
fn row(code: &str, count: Option<u64>, fatal: Option<u64>, severe: Option<u64>) -> Value {
    json!({"code": code, "count": count, "fatal": fatal, "severe": severe})
}

fn rows(rows: &[(&str, u64)]) -> Vec<Value> {
    rows.iter()
        .map(|(code, count)| row(code, Some(*count), None, None))
        .collect()
}

/// The first quarter of 2024, then that of 2025.
fn releases(synthetic: bool) -> Vec<Earlier> {
    let before = json!({
        "id": "kz-2024-q1", "revision": 1, "period": "2024-Q1", "position": 10, "as_of": "2024-04-20",
        "synthetic": synthetic, "total": {"count": 352, "fatal": 46, "severe": 70, "days_lost": 4100}, "tables": [],
        "years": [{"period": "2024-Q1", "count": 352, "fatal": 46}],
    });
    let mut kinds = rows(&[("machine", 71), ("fall-on-level", 36)]);
    kinds.push(row("violence-against-health-worker", Some(35), None, Some(8)));
    kinds.push(row("collapse", None, None, None));
    let now = json!({
        "id": "kz-2025-q1", "revision": 1, "period": "2025-Q1", "position": 20, "as_of": "2025-04-20",
        "synthetic": synthetic, "total": {"count": 293, "fatal": 40, "severe": 64, "days_lost": 3500},
        "denominators": [{
            "id": "bns-employees@1", "counter": "bns", "unit": "employees", "source": "wage employees by region",
            "period": "2025", "value": 7_169_107.0, "prorated": false,
        }],
        "tables": [
            {"by": "region", "rows": [
                row("35", Some(31), None, Some(9)), row("71", None, None, None), row("62", None, None, None),
            ]},
            {"by": "section", "rows": rows(&[("F", 35), ("B", 30), ("C", 51)])},
            {"by": "kind", "rows": kinds},
            {"by": "cause", "rows": rows(&[("work-organisation", 84), ("victim-negligence", 84), ("traffic-rules", 42)])},
            {"by": "sex", "rows": [row("f", Some(74), Some(10), Some(17)), row("m", Some(219), Some(30), Some(47))]},
            {"by": "age", "rows": [row("18-24", Some(19), None, None), json!({"code": null, "count": 12})]},
            {"by": "month", "rows": [
                row("2025-01", Some(101), Some(17), None), row("2025-02", Some(92), Some(12), None),
                row("2025-03", Some(100), Some(11), None),
            ]},
        ],
        "years": [
            {"period": "2024-Q1", "count": 352, "fatal": 46}, {"period": "2025-Q1", "count": 293, "fatal": 40},
        ],
    });
    [before, now]
        .iter()
        .map(|release| Earlier::read(release.to_string().as_bytes()).expect("it is a release"))
        .collect()
}

fn read_by(published: &[Earlier], text: &str) -> Report {
    let terms = Terms {
        threshold: 5,
        as_of: jiff::civil::date(2025, 6, 1),
        released: &[],
        published,
    };
    let (register, exposures) = (Register::default(), Exposures::default());
    check(text, None, &RegisterKnowledge::new(&register, &exposures, terms))
}

/// A text checked by whoever has the releases, as a stranger asks a server.
fn read(text: &str) -> Report {
    read_by(&releases(true), text)
}

fn claim(report: &Report, kind: Kind, value: f64) -> &Claim {
    let found = report
        .claims
        .iter()
        .find(|claim| claim.kind == kind && claim.value == Some(value));
    found.unwrap_or_else(|| panic!("no {kind:?} of {value} among {:#?}", report.claims))
}

#[track_caller]
fn comes_to(text: &str, kind: Kind, value: f64, verdict: Verdict) -> Report {
    let report = read(text);
    let found = claim(&report, kind, value);
    assert_eq!(found.verdict, verdict, "{text}: {found:#?}");
    report
}

#[test]
fn a_registers_own_year_on_year_is_of_one_counter() {
    for text in [
        "In the first quarter of 2024, 352 people were injured at work in Kazakhstan. In the first quarter of 2025 it was 293.",
        "В первом квартале 2024 года в Казахстане на производстве пострадали 352 человека. В первом квартале 2025 года — 293.",
        "2024 жылдың бірінші тоқсанында Қазақстанда өндірісте 352 адам жарақат алды. 2025 жылдың бірінші тоқсанында — 293.",
    ] {
        let report = read(text);
        for value in [352.0, 293.0] {
            let found = claim(&report, Count, value);
            assert_eq!(found.verdict, Holds, "{text}: {found:#?}");
            let source = found.recomputed.as_ref().unwrap().source.as_deref();
            assert!(
                source.is_some_and(|source| source.starts_with("release kz-202")),
                "{text}: {source:?} does not know both"
            );
        }
    }
    let change = "In the first quarter of 2025, 293 people were injured at work in Kazakhstan, 16.8% fewer than a year earlier.";
    let report = comes_to(change, Change, 16.8, Holds);
    let numbers = claim(&report, Change, 16.8).recomputed.as_ref().unwrap();
    assert_eq!((numbers.base, numbers.base_from), (Some(352), Some("published")));
    assert!((numbers.p.unwrap() - 0.0219).abs() < 5e-4, "{numbers:?}");
}

#[test]
fn counters_that_differ_are_called_by_their_names() {
    let text = "In 2024, 2,471 people were injured at work in Kazakhstan; 1,408 people were injured at work in Kazakhstan in 2024.";
    let report = check(text, None, Reference::shipped());
    let note = &report.claims[0].note;
    assert!(
        note.contains("the Bureau of National Statistics and the ministry"),
        "{note}"
    );
}

#[test]
fn violence_against_health_workers_is_looked_up_by_its_kind() {
    for text in [
        "In the first quarter of 2025, 35 health workers were victims of violence at work in Kazakhstan.",
        "В первом квартале 2025 года в Казахстане 35 медицинских работников пострадали от насилия на работе.",
        "2025 жылдың бірінші тоқсанында Қазақстанда 35 медицина қызметкері жұмыста зорлық-зомбылықтан зардап шекті.",
    ] {
        let report = comes_to(text, Count, 35.0, Holds);
        assert!(
            report
                .corrected
                .contains("35 health workers were victims of violence")
                || report.corrected.contains("35 медиц"),
            "the group was lost: {}",
            report.corrected
        );
        assert_eq!(read(&report.corrected).corrected, report.corrected, "it settles");
    }
    let wrong =
        "In the first quarter of 2025, 41 health workers were victims of violence at work in Kazakhstan.";
    comes_to(wrong, Count, 41.0, Implausible);
}

#[test]
fn a_part_contradicts_the_whole_only_where_it_is_larger() {
    for text in [
        "In the first quarter of 2025, 35 miners were injured at work in Kazakhstan.",
        "В первом квартале 2025 года в Казахстане на производстве пострадали 35 водителей.",
        "2025 жылдың бірінші тоқсанында Қазақстанда өндірісте 35 жүргізуші жарақат алды.",
    ] {
        let report = comes_to(text, Count, 35.0, Unknown);
        let numbers = claim(&report, Count, 35.0).recomputed.as_ref().unwrap();
        assert_eq!((numbers.published, numbers.expected), (None, None), "{text}");
    }
    let larger = "In the first quarter of 2025, 2,935 miners were injured at work in Kazakhstan.";
    comes_to(larger, Count, 2935.0, Implausible);
}

#[test]
fn a_noun_that_no_table_has_is_no_contradiction() {
    for (text, value, verdict) in [
        (
            "In the first quarter of 2025, 35 crane operators were injured at work in Kazakhstan.",
            35.0,
            Unknown,
        ),
        (
            "В первом квартале 2025 года в Казахстане на производстве пострадали 35 крановщиков.",
            35.0,
            Unknown,
        ),
        (
            "2025 жылдың бірінші тоқсанында Қазақстанда өндірісте 35 аспаз жарақат алды.",
            35.0,
            Unknown,
        ),
        (
            "In the first quarter of 2025, 400 crane operators were injured at work in Kazakhstan.",
            400.0,
            Implausible,
        ),
        (
            "In the first quarter of 2025, 290 people were injured at work in Kazakhstan.",
            290.0,
            Implausible,
        ),
    ] {
        let report = read(text);
        // Some such sentences are left alone.
        if let Some(found) = report.claims.iter().find(|claim| claim.value == Some(value)) {
            assert_eq!(found.verdict, verdict, "{text}: {found:#?}");
        } else {
            assert_ne!(verdict, Implausible, "{text}");
        }
    }
}

#[test]
fn an_age_band_is_looked_up_and_another_age_is_nobodys() {
    for (text, value, verdict) in [
        (
            "In the first quarter of 2025, 19 people injured at work in Kazakhstan were aged 18–24.",
            19.0,
            Holds,
        ),
        // Of 12 the age is not known.
        (
            "In the first quarter of 2025, 23 people injured at work in Kazakhstan were aged 18–24.",
            23.0,
            Unknown,
        ),
        (
            "In the first quarter of 2025, 19 people injured at work in Kazakhstan were older than 60.",
            19.0,
            Unknown,
        ),
        (
            "В первом квартале 2025 года в Казахстане на производстве пострадали 19 работников в возрасте 18–24 лет.",
            19.0,
            Holds,
        ),
        (
            "2025 жылдың бірінші тоқсанында Қазақстанда өндірісте 18–24 жас аралығындағы 19 адам жарақат алды.",
            19.0,
            Holds,
        ),
    ] {
        comes_to(text, Count, value, verdict);
    }
}

#[test]
fn counts_of_a_releases_other_tables_are_known() {
    for (text, value, verdict) in [
        (
            "In the first quarter of 2025, 35 construction workers were injured at work in Kazakhstan.",
            35.0,
            Holds,
        ),
        (
            "В январе 2025 года на производстве в Казахстане пострадал 101 человек.",
            101.0,
            Holds,
        ),
        (
            "2025 жылдың қаңтарында Қазақстанда өндірісте 101 адам жарақат алды.",
            101.0,
            Holds,
        ),
        (
            "In the first quarter of 2025, 74 women were injured at work in Kazakhstan.",
            74.0,
            Holds,
        ),
        (
            "В первом квартале 2025 года в Казахстане на производстве пострадали 219 мужчин.",
            219.0,
            Holds,
        ),
        (
            "2025 жылдың бірінші тоқсанында Қазақстанда өндірісте 74 әйел жарақат алды.",
            74.0,
            Holds,
        ),
        (
            "In the first quarter of 2025, 64 workers were severely injured in Kazakhstan.",
            64.0,
            Holds,
        ),
        (
            "In the first quarter of 2025, 80 women were injured at work in Kazakhstan.",
            80.0,
            Implausible,
        ),
    ] {
        comes_to(text, Count, value, verdict);
    }
}

#[test]
fn shares_are_recomputed_from_a_releases_tables() {
    for (text, value, (part, whole)) in [
        (
            "In the first quarter of 2025, construction accounted for 12% of the 293 injured at work in Kazakhstan.",
            12.0,
            (35, 293),
        ),
        (
            "In the first quarter of 2025, 75% of those injured at work in Kazakhstan were men.",
            75.0,
            (219, 293),
        ),
        (
            "В первом квартале 2025 года в Казахстане пострадали 293 человека. Из-за плохой организации работ пострадали 28,7 %.",
            28.7,
            (84, 293),
        ),
        (
            "В первом квартале 2025 года среди пострадавших на производстве в Казахстане 25,3 % женщин.",
            25.3,
            (74, 293),
        ),
        (
            "2025 жылдың бірінші тоқсанында Қазақстанда өндірісте жарақат алғандардың 25,3 %-ы әйелдер.",
            25.3,
            (74, 293),
        ),
    ] {
        let report = comes_to(text, Share, value, Holds);
        let numbers = claim(&report, Share, value).recomputed.as_ref().unwrap();
        assert_eq!((numbers.count, numbers.base), (Some(part), Some(whole)), "{text}");
        let (lower, upper) = (numbers.lower.unwrap(), numbers.upper.unwrap());
        assert!(
            lower < value && value < upper && upper - lower < 15.0,
            "{text}: {lower}–{upper}"
        );
    }
    let wrong = "In the first quarter of 2025, 85% of those injured at work in Kazakhstan were men.";
    comes_to(wrong, Share, 85.0, Implausible);
}

#[test]
fn withheld_cells_stay_unknown_and_say_why() {
    for (text, value, why) in [
        (
            "In the first quarter of 2025, 3 people were injured at work in Astana.",
            3.0,
            "nobody can be recognised",
        ),
        (
            "В первом квартале 2025 года в Астане на производстве пострадали 3 человека.",
            3.0,
            "никого нельзя было узнать",
        ),
        (
            "2025 жылдың бірінші тоқсанында Астанада өндірісте 3 адам жарақат алды.",
            3.0,
            "тану мүмкін болмауы үшін",
        ),
        (
            "In the first quarter of 2025, 15 people were injured in rockfalls at work in Kazakhstan.",
            15.0,
            "nobody can be recognised",
        ),
    ] {
        let report = comes_to(text, Count, value, Unknown);
        let note = &claim(&report, Count, value).note;
        assert!(note.contains(why), "{text}: {note}");
    }
}

#[test]
fn a_published_share_speaks_for_a_share() {
    for (text, value, verdict) in [
        (
            "За девять месяцев 2025 года на предприятиях страны пострадали 934 человека. Основная причина — плохая организация работ (34,2%).",
            34.2,
            Holds,
        ),
        (
            "In the first nine months of 2025, 934 people were injured at work in Kazakhstan. Poor organisation of work accounts for 34.2%.",
            34.2,
            Holds,
        ),
        (
            "In the first nine months of 2025, 934 people were injured at work in Kazakhstan. Gross negligence accounts for 33.6%.",
            33.6,
            Holds,
        ),
    ] {
        let report = check(text, None, Reference::shipped());
        let found = claim(&report, Share, value);
        assert_eq!(found.verdict, verdict, "{text}: {found:#?}");
        let again = check(&report.corrected, None, Reference::shipped());
        assert_eq!(again.corrected, report.corrected, "it settles");
    }
}

#[test]
fn a_rate_is_divided_by_what_the_release_divided_by() {
    let text = "In the first quarter of 2025, the injury rate in Kazakhstan was 0.041 per 1,000 wage employees, cumulative for the quarter.";
    let report = comes_to(text, Rate, 0.041, Holds);
    let found = claim(&report, Rate, 0.041);
    let numbers = found.recomputed.as_ref().unwrap();
    assert_eq!(numbers.denominator, Some(7_169_107.0));
    assert_eq!(numbers.denominator_id.as_deref(), Some("bns-employees@1/2025/KZ"));
    assert!(found.note.contains("bns-employees@1/2025/KZ"), "{}", found.note);
    let report = check(text, None, Reference::shipped());
    let numbers = claim(&report, Rate, 0.041).recomputed.as_ref().unwrap();
    assert_eq!(
        numbers.denominator_id.as_deref(),
        Some("employees/2024/KZ"),
        "without a release the reference goes on"
    );
}

#[test]
fn what_leans_on_invented_data_says_so() {
    for (text, kind, value, word) in [
        (
            "In the first quarter of 2025, 64 workers were severely injured in Kazakhstan.",
            Count,
            64.0,
            "synthetic",
        ),
        (
            "В первом квартале 2025 года в Казахстане 64 работника получили тяжёлые травмы.",
            Count,
            64.0,
            "вымышлен",
        ),
        (
            "2025 жылдың бірінші тоқсанында Қазақстанда 64 адам ауыр жарақат алды.",
            Count,
            64.0,
            "ойдан шығарылған",
        ),
        (
            "In the first quarter of 2025, 75% of those injured at work in Kazakhstan were men.",
            Share,
            75.0,
            "synthetic",
        ),
        (
            "In the first quarter of 2025, 293 people were injured at work in Kazakhstan, 16.8% fewer than a year earlier.",
            Change,
            16.8,
            "synthetic",
        ),
    ] {
        let report = read(text);
        let found = claim(&report, kind, value);
        assert!(found.recomputed.as_ref().unwrap().synthetic, "{text}");
        assert!(found.note.contains(word), "{text}: {}", found.note);
        assert!(report.corrected.contains(word), "{text}: {}", report.corrected);
        assert_eq!(read(&report.corrected).corrected, report.corrected, "it settles");
        let real = read_by(&releases(false), text);
        assert!(!real.corrected.contains(word), "{text}: {}", real.corrected);
        assert!(!claim(&real, kind, value).note.contains(word), "{text}");
    }
}

#[test]
fn more_deaths_than_anybody_counted_injured_cannot_be() {
    for text in [
        "In 2024 some 25,000 people died at work in Kazakhstan.",
        "В 2024 году в Казахстане на производстве погибли около 25 000 человек.",
        "2024 жылы Қазақстанда өндірісте 25 000 адам қаза тапты.",
    ] {
        let report = check(text, None, Reference::shipped());
        let found = claim(&report, Count, 25_000.0);
        assert_eq!(found.verdict, Implausible, "{text}: {found:#?}");
    }
}

#[test]
fn an_order_of_the_texts_own_counts_is_not_called_published() {
    let rank = |text: &str| {
        let report = check(text, None, Reference::shipped());
        let found = report.claims.iter().find(|claim| claim.kind == Rank);
        found.map(|claim| claim.note.clone()).expect("it ranks")
    };
    for (text, word) in [
        (
            "In 2031 Karaganda region comes first with 131 injured, then Kostanay region with 27 injured.",
            "named in the text",
        ),
        (
            "В 2031 году больше всего пострадавших на производстве в Карагандинской области (131), Костанайской (27).",
            "названных в тексте",
        ),
    ] {
        let note = rank(text);
        assert!(note.contains(word), "{text}: {note}");
    }
}

#[test]
fn some_of_the_people_at_work_are_not_set_against_all_of_them() {
    for (text, value, words) in [
        (
            "In the first quarter of 2025, 293 people were injured at work in Kazakhstan, among them 5 nurses in Kyzylorda.",
            5.0,
            "5 nurses",
        ),
        (
            "В первом квартале 2025 года на производстве в Казахстане пострадали 293 человека, в том числе в Кызылорде 5 медсестёр.",
            5.0,
            "5 медсестёр",
        ),
        (
            "2025 жылдың бірінші тоқсанында Қазақстанда өндірісте 293 адам, оның ішінде Қызылордада 5 мейіргер зардап шекті.",
            5.0,
            "5 мейіргер",
        ),
        (
            "In 2024 some 250 people died at work in Kazakhstan. 3 nurses were attacked in Shymkent in March.",
            3.0,
            "3 nurses were attacked",
        ),
    ] {
        let report = check(text, None, Reference::shipped());
        assert!(report.corrected.contains(words), "{text}: {}", report.corrected);
        if let Some(found) = report.claims.iter().find(|claim| claim.value == Some(value)) {
            assert_eq!(found.verdict, Unknown, "{text}: {found:#?}");
            let numbers = found.recomputed.as_ref();
            assert!(
                numbers.is_none_or(|numbers| numbers.expected.is_none() && numbers.ratio.is_none()),
                "{text}: {numbers:?}"
            );
        }
    }
}

#[test]
fn deadly_injuries_stay_deadly() {
    let text = "Смертельный травматизм в Атырауской области вырос вдвое: с 2 до 4 случаев.";
    let report = check(text, None, Reference::shipped());
    assert!(!report.corrected.contains("пострадавших"), "{}", report.corrected);
}
