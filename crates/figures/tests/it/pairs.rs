//! Counts that stand in pairs: of two years, with an aside of another time, with what happened said once for both.

use super::adversarial::comes_to;
use super::settled::settles;
use saqta_figures::headline::{Claim, Kind, Verdict, check};
use saqta_figures::knowledge::Reference;

use Kind::{Change, Count, Rank, Rate};
use Verdict::{Holds, Implausible, Mixed, Noise, Unknown};

/// The claims of a kind.
fn claims(text: &str, kind: Kind) -> Vec<Claim> {
    let report = check(text, None, Reference::shipped());
    report
        .claims
        .into_iter()
        .filter(|claim| claim.kind == kind)
        .collect()
}

#[test]
fn the_later_of_two_dated_counts_is_now_and_the_earlier_its_base() {
    for text in [
        "В 2018 году на производстве пострадали 1568 человек, в 2019 году — 1430, снижение на 8,8%.",
        "В 2019 году на производстве пострадали 1430 человек, в 2018 году — 1568, снижение на 8,8%.",
        "2018 жылы өндірісте 1568 адам, 2019 жылы 1430 адам жарақат алды, яғни 8,8%-ға төмендеді.",
        "2018 жылы өндірісте 1568 адам жарақат алды, 2019 жылы — 1430, 8,8%-ға төмендеді.",
        "In 2018, 1,568 people were injured at work in Kazakhstan; in 2019, 1,430 were, a fall of 8.8%.",
        "In 2018, 1,568 people were injured at work; in 2019, 1,430 were, a fall of 8.8%.",
    ] {
        let changes = claims(text, Change);
        let [change] = changes.as_slice() else {
            panic!("one change is read of {text:?}, not {changes:?}");
        };
        let numbers = change.recomputed.as_ref().unwrap();
        assert_eq!((numbers.base, numbers.count), (Some(1568), Some(1430)), "{text}");
        assert_eq!(numbers.base_from, Some("text"), "{text}");
        assert!((numbers.p.unwrap() - 0.0123).abs() < 5e-5, "{text}: {numbers:?}");
        assert_eq!(change.verdict, Holds, "{text}");
        let counts = claims(text, Count);
        let verdicts: Vec<Verdict> = counts.iter().map(|count| count.verdict).collect();
        assert_eq!(verdicts, [Holds, Holds], "both counts of {text:?} are published");
    }
}

#[test]
fn a_sentence_of_another_time_leaves_the_region_of_the_one_before() {
    comes_to(
        "The number of injured at work fell from 423 to 352 in Karaganda in Q1 2024. In Q1 2025, 293 people were injured.",
        &[
            (Count, Some(423.0), Unknown),
            (Change, None, Holds),
            (Count, Some(352.0), Unknown),
            (Count, Some(293.0), Holds),
        ],
    );
    comes_to(
        "В Карагандинской области в первом квартале 2025 года пострадал 31 человек. В первом полугодии 2025 года пострадали 584 человека.",
        &[(Count, Some(31.0), Holds), (Count, Some(584.0), Holds)],
    );
}

#[test]
fn an_aside_of_another_time_leaves_the_time_of_its_sentence() {
    for text in [
        "За первое полугодие 2025 года на производстве пострадало 584 человека (в 2024 году – 700), в том числе со смертельным исходом 77.",
        "За первое полугодие 2025 года на производстве пострадало 584 человека – в 2024 году 700 – в том числе со смертельным исходом 77.",
        "2025 жылдың бірінші жартыжылдығында өндірісте 584 адам зардап шекті (2024 жылы – 700), оның ішінде 77 адам қаза тапты.",
        "In the first half of 2025, 584 people were injured at work (700 in the first half of 2024), including 77 deaths.",
    ] {
        comes_to(
            text,
            &[
                (Count, Some(584.0), Holds),
                (Count, Some(700.0), Unknown),
                (Count, Some(77.0), Holds),
            ],
        );
    }
}

#[test]
fn a_bare_year_in_an_aside_is_the_same_part_of_that_year() {
    let text = "За первое полугодие 2025 года на производстве пострадало 584 человека (в 2024 году – 700).";
    let report = check(text, None, Reference::shipped());
    assert!(
        report.corrected.contains("В первом полугодии 2024 года"),
        "{}",
        report.corrected
    );
}

#[test]
fn a_change_of_rounded_rates_is_not_a_change_of_counts() {
    for text in [
        "Коэффициент травматизма в первом квартале 2025 года составил 0,04 на 1000 работников против 0,05 годом ранее, то есть снизился на 20%.",
        "2025 жылдың бірінші тоқсанында жарақаттану коэффициенті 1000 жұмысшыға шаққанда 0,04 болды, бір жыл бұрын 0,05, яғни 20%-ға төмендеді.",
        "The injury rate was 0.04 per 1,000 employees in the first quarter of 2025 against 0.05 a year earlier, so it fell by 20%.",
    ] {
        let changes = claims(text, Change);
        let [change] = changes.as_slice() else {
            panic!("one change is read of {text:?}, not {changes:?}");
        };
        assert_eq!(change.verdict, Mixed, "{text}");
        assert_eq!(change.recomputed, None, "no count is invented for {text:?}");
        assert!(change.note.contains("36"), "{text}: {}", change.note);
        let rates = claims(text, Rate);
        let [now, before] = rates.as_slice() else {
            panic!("two rates are read of {text:?}, not {rates:?}");
        };
        assert_eq!(
            now.recomputed.as_ref().and_then(|numbers| numbers.count),
            Some(293)
        );
        assert_eq!(
            before.recomputed, None,
            "the count of 2025 says nothing of 2024: {text}"
        );
        settles(text);
    }
    let more_than_rounding = "В первом квартале 2025 года коэффициент травматизма составил 0,04 на 1000 работников против 0,05 годом ранее, то есть снизился на 60%.";
    assert_eq!(claims(more_than_rounding, Change)[0].verdict, Implausible);
}

#[test]
fn a_predicate_belongs_to_the_subject_before_it() {
    for text in [
        "2025 жылдың бірінші тоқсанында Қарағанды облысы 31 жағдаймен көш бастап тұр, Қостанайда 27 адам зардап шекті.",
        "In the first quarter of 2025, Karaganda region with 31 injured leads, Kostanay region 27.",
    ] {
        comes_to(
            text,
            &[
                (Count, Some(31.0), Holds),
                (Rank, None, Noise),
                (Count, Some(27.0), Holds),
            ],
        );
        let rank = &claims(text, Rank)[0];
        assert_eq!(rank.recomputed.as_ref().unwrap().count, Some(31), "{text}");
    }
}

#[test]
fn who_is_attacked_did_not_die_because_the_sentence_before_is_about_deaths() {
    // As deaths they would be more than all the dead.
    for text in [
        "In the first quarter of 2025, 40 people died at work in Kazakhstan. 45 nurses were attacked.",
        "В первом квартале 2025 года в Казахстане на производстве погибли 40 человек. Напали на 45 медсестёр.",
        "2025 жылдың бірінші тоқсанында Қазақстанда өндірісте 40 адам қаза тапты. 45 медбикеге шабуыл жасалды.",
    ] {
        comes_to(text, &[(Count, Some(40.0), Holds), (Count, Some(45.0), Unknown)]);
    }
}

#[test]
fn an_age_counts_nobody() {
    for text in [
        "In 2019, 180 people died at work in Kazakhstan. 19 workers aged 18–24 were injured and 12 workers older than 60.",
        "В 2019 году на производстве в Казахстане погибли 180 человек. Пострадали 19 работников в возрасте 18–24 лет и 12 старше 60 лет.",
        "2019 жылы Қазақстанда өндірісте 180 адам қаза тапты. 18–24 жастағы 19 жұмысшы жарақат алды, 60 жастан асқан 12 жұмысшы жарақат алды.",
    ] {
        let counts = claims(text, Count);
        let values: Vec<Option<f64>> = counts.iter().map(|count| count.value).collect();
        assert_eq!(values, [Some(180.0), Some(19.0), Some(12.0)], "{text}");
        assert_eq!(counts[0].verdict, Holds, "{text}");
        // Of the dead they would be no more unlikely; but the words of the claim say that they were injured.
        let injured = ["injured", "Пострадали", "жарақат"];
        assert!(
            injured.iter().any(|word| counts[1].text.contains(word)),
            "{:?}",
            counts[1].text
        );
        settles(text);
    }
}

#[test]
fn leaders_before_a_list_are_no_rank() {
    comes_to(
        "Лидеры антирейтинга по числу пострадавших в первом квартале 2025 года: Карагандинская область — 31, Костанайская — 27.",
        &[(Count, Some(31.0), Holds), (Count, Some(27.0), Holds)],
    );
    comes_to(
        "Leaders by the number of injured in the first quarter of 2025: Karaganda region — 31, Kostanay region — 27.",
        &[(Count, Some(31.0), Holds), (Count, Some(27.0), Holds)],
    );
}

#[test]
fn some_residents_are_no_contradiction_of_the_total() {
    for text in [
        "2025 жылдың бірінші тоқсанында Қазақстанда өндірісте 35 тұрғын жарақат алды.",
        "В первом квартале 2025 года в Казахстане на производстве пострадали 35 жителей.",
        "In the first quarter of 2025, 35 inhabitants of Kazakhstan were injured at work.",
    ] {
        comes_to(text, &[(Count, Some(35.0), Unknown)]);
    }
}
