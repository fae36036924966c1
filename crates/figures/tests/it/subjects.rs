//! What a clause is about: injuries where it says so or leaves it out, nothing of the kind where it has a subject of its own.

use super::settled::settles;
use saqta_figures::headline::{Kind, Verdict, check};
use saqta_figures::knowledge::Reference;

/// A sentence about injuries, then one about something else.
const BEFORE: [&str; 3] = [
    "In the first quarter of 2025, 293 people were injured at work in Kazakhstan. ",
    "В первом квартале 2025 года в Казахстане на производстве пострадали 293 человека. ",
    "2025 жылдың бірінші тоқсанында Қазақстанда жұмыста 293 адам зардап шекті. ",
];

/// The kinds and figures of what is claimed after that sentence.
fn claimed_after(before: &str, after: &str) -> Vec<(Kind, Option<f64>)> {
    let text = format!("{before}{after}");
    settles(&text);
    let claims = check(&text, None, Reference::shipped()).claims;
    let claims = claims.into_iter().skip(1);
    claims.map(|claim| (claim.kind, claim.value)).collect()
}

#[test]
fn a_clause_with_another_subject_claims_nothing_of_injuries() {
    let english = [
        "Salaries rose by 12 %.",
        "Production of coal fell by 5%.",
        "GDP grew 4.8% year on year.",
        "Fines doubled.",
        "The number of inspections went up by 20%.",
        "Vehicles were 30% more numerous.",
        "Students were 3% fewer.",
        "There was a 12% rise in wages.",
        "Construction makes up 12% of GDP.",
        "Unemployment stood at 4.6%.",
        "Salaries are highest in Atyrau.",
        "Road traffic fell by 7%.",
        "The number of employees rose by 3%.",
    ];
    let russian = [
        "Зарплаты выросли на 12 %.",
        "Добыча угля упала на 5 %.",
        "На 5 % выросло производство стали.",
        "ВВП вырос на 4,8 % к прошлому году.",
        "Штрафы удвоились.",
        "Количество проверок увеличилось на 20 %.",
        "Автомобилей стало на 30 % больше.",
        "Бюджет вырос вдвое.",
        "Доля строительства в ВВП — 12 %.",
        "Безработица составила 4,6 %.",
        "По добыче угля лидирует Карагандинская область.",
        "Число работников выросло на 3 %.",
    ];
    let kazakh = [
        "Жалақы 12 %-ға өсті.",
        "Еңбекақы 9 пайызға өсті.",
        "Көмір өндіру 5 %-ға төмендеді.",
        "ЖІӨ 4,8 %-ға артты.",
        "Айыппұлдар екі есе көбейді.",
        "Тексерулер саны 20 пайызға артты.",
        "Көліктер саны 30 %-ға өсті.",
        "Жұмыссыздық 4,6 пайызға төмендеді.",
        "Бюджет екі есе өсті.",
    ];
    let sentences = [&english[..], &russian[..], &kazakh[..]];
    for (before, sentences) in BEFORE.into_iter().zip(sentences) {
        for after in sentences {
            assert_eq!(claimed_after(before, after), [], "{after}");
        }
    }
}

#[test]
fn a_clause_that_leaves_its_subject_out_goes_on_with_injuries() {
    let english = [
        "It fell by 16.8%.",
        "The figure dropped 16.8% on the year before.",
        "This is a decline of 16.8%.",
        "The total is significantly lower, by 16.8%.",
    ];
    let russian = [
        "Снижение составило 16,8 % к прошлому году.",
        "Это на 16,8 % меньше, чем годом ранее.",
        "Показатель значительно снизился — на 16,8 %.",
    ];
    let kazakh = [
        "Бұл өткен жылдан 16,8 %-ға аз.",
        "Көрсеткіш 16,8 пайызға төмендеді.",
        "Олардың саны 16,8 пайызға азайды.",
    ];
    let sentences = [&english[..], &russian[..], &kazakh[..]];
    for (before, sentences) in BEFORE.into_iter().zip(sentences) {
        for after in sentences {
            assert_eq!(
                claimed_after(before, after),
                [(Kind::Change, Some(16.8))],
                "{after}"
            );
        }
    }
}

#[test]
fn a_text_without_a_period_is_judged_by_the_one_that_it_fits() {
    for (text, said) in [
        (
            "584 people were injured at work in Kazakhstan, 77 of them died.",
            "in the first half of 2025",
        ),
        (
            "На производстве в Казахстане пострадали 584 человека, из них 77 погибли.",
            "в первом полугодии 2025 года",
        ),
        (
            "Қазақстанда өндірісте 584 адам зардап шекті, оның 77-сі қаза тапты.",
            "2025 жылдың бірінші жартысында",
        ),
    ] {
        settles(text);
        let report = check(text, None, Reference::shipped());
        for claim in &report.claims {
            assert_eq!(claim.verdict, Verdict::Holds, "{}", claim.text);
            assert_eq!(
                claim.note.matches(said).count(),
                2,
                "once as published, once as assumed: {}",
                claim.note
            );
        }
        assert!(report.corrected.contains(said), "{}", report.corrected);
    }
}

#[test]
fn no_period_is_assumed_where_a_count_contradicts_it_or_too_little_fits() {
    for text in [
        "294 people were injured at work in Kazakhstan, 40 of them died.",
        "22 people were injured in Aktobe region.",
        "At our plant 293 people were injured.",
    ] {
        for claim in check(text, None, Reference::shipped()).claims {
            assert_eq!(claim.verdict, Verdict::Unknown, "{}: {}", claim.text, claim.note);
        }
    }
}

#[test]
fn ranks_and_shares_in_words_are_claims() {
    for (text, expected) in [
        (
            "In Q1 2025, 293 people were hurt in Kazakhstan, most of them in Karaganda region.",
            (Kind::Rank, None, Verdict::Noise),
        ),
        (
            "In Q1 2025 every third of the injured was in Karaganda region.",
            (Kind::Share, Some(33.0), Verdict::Implausible),
        ),
        (
            "In Q1 2025 half of those injured in Kazakhstan worked in construction.",
            (Kind::Share, Some(50.0), Verdict::Unknown),
        ),
        (
            "В первом квартале 2025 года каждый десятый пострадавший — из Карагандинской области.",
            (Kind::Share, Some(10.0), Verdict::Holds),
        ),
        (
            "В первом квартале 2025 года на втором месте по числу пострадавших Костанайская область.",
            (Kind::Rank, None, Verdict::Noise),
        ),
        (
            "В 2019 году травматизм в Казахстане снизился на четверть по сравнению с 2018 годом.",
            (Kind::Change, Some(25.0), Verdict::Implausible),
        ),
        (
            "2025 жылдың бірінші тоқсанында зардап шеккендердің ең көбі Қарағанды облысында.",
            (Kind::Rank, None, Verdict::Noise),
        ),
        (
            "2025 жылдың бірінші тоқсанында зардап шеккендердің үштен бірі — Қарағанды облысында.",
            (Kind::Share, Some(33.0), Verdict::Implausible),
        ),
    ] {
        settles(text);
        let claims = check(text, None, Reference::shipped()).claims;
        let found = claims
            .iter()
            .map(|claim| (claim.kind, claim.value, claim.verdict));
        assert!(
            found.clone().any(|found| found == expected),
            "{text}: {claims:#?}"
        );
    }
}

#[test]
fn a_town_and_its_region_are_two_places() {
    for (text, verdict, note) in [
        (
            "In the first quarter of 2025, 31 people were injured in the city of Karaganda.",
            Verdict::Unknown,
            "the region may be meant",
        ),
        (
            "In the first quarter of 2025, 31 people were injured in Karaganda.",
            Verdict::Holds,
            "if the city of Karaganda is meant",
        ),
        (
            "In the first quarter of 2025, 20 people were injured in Karaganda.",
            Verdict::Unknown,
            "if the city of Karaganda is meant",
        ),
        (
            "In the first quarter of 2025, 50 people were injured in Karaganda.",
            Verdict::Implausible,
            "The published count is 31",
        ),
        (
            "In the first quarter of 2025, 20 people were injured in Karaganda region.",
            Verdict::Implausible,
            "The published count is 31",
        ),
        (
            "In the first quarter of 2025, 10 people were injured in Astana.",
            Verdict::Unknown,
            "wage employees",
        ),
        (
            "В первом квартале 2025 года в г. Костанай пострадали 27 человек.",
            Verdict::Unknown,
            "Костанайская область",
        ),
        (
            "2025 жылдың бірінші тоқсанында Атырауда 22 адам зардап шекті.",
            Verdict::Holds,
            "Атырау қаласы",
        ),
    ] {
        settles(text);
        let claims = check(text, None, Reference::shipped()).claims;
        let [claim] = claims.as_slice() else {
            panic!("{text}: {claims:#?}");
        };
        assert_eq!(claim.verdict, verdict, "{text}: {}", claim.note);
        assert!(claim.note.contains(note), "{text}: {}", claim.note);
    }
}

#[test]
fn a_region_that_no_table_knows_is_no_country() {
    for text in [
        "In the first quarter of 2025 in Kazakhstan 40 people died at work. In Kostannai region 27 were hurt.",
        "В первом квартале 2025 года погибло 40 человек. В Костаннайской области пострадало 27.",
        "2025 жылдың бірінші тоқсанында 40 адам қаза тапты. Қастанай облысында 27 адам зардап шекті.",
    ] {
        settles(text);
        let claims = check(text, None, Reference::shipped()).claims;
        let verdicts: Vec<_> = claims.iter().map(|claim| (claim.value, claim.verdict)).collect();
        assert_eq!(
            verdicts,
            [(Some(40.0), Verdict::Holds), (Some(27.0), Verdict::Unknown)],
            "{text}: {claims:#?}"
        );
        assert!(!claims[1].note.contains("293"), "{}", claims[1].note);
    }
}

#[test]
fn a_region_stands_out_only_when_all_are_reckoned_with() {
    let claims = check(
        include_str!("releases/headline.en.txt"),
        None,
        Reference::shipped(),
    )
    .claims;
    let adjusted = |count: f64| {
        let claim = claims.iter().find(|claim| claim.value == Some(count)).unwrap();
        let numbers = claim.recomputed.as_ref().unwrap();
        (numbers.p.unwrap(), numbers.p_adjusted.unwrap())
    };
    // Two-sided exact p-values of 31, 27, 24 and 19 against what is expected, then times 20 over their place in order.
    for (count, p, by) in [
        (19.0, 0.000_387, 20.0),
        (27.0, 0.002_0, 10.0),
        (24.0, 0.004_9, 20.0 / 3.0),
        (31.0, 0.028_7, 4.0),
    ] {
        let (own, all) = adjusted(count);
        assert!((own / p - 1.0).abs() < 0.03, "{count}: p is {own}");
        assert!(
            (all / (own * by) - 1.0).abs() < 1e-9,
            "{count}: adjusted to {all}"
        );
    }
    let karaganda = &claims
        .iter()
        .find(|claim| claim.value == Some(31.0))
        .unwrap()
        .note;
    assert!(
        karaganda.contains("not when allowing for all 20 regions"),
        "{karaganda}"
    );
}
