//! Releases as press offices and newspapers write them: numbers in words, per 10,000, parts and multiples in words, tables, gapped verbs.

use super::adversarial::comes_to;
use saqta_figures::headline::{Kind, Verdict};

use Kind::{Change, Count, Rank, Rate, Share};
use Verdict::{Holds, Implausible, Mixed, Noise, Unknown};

#[test]
fn a_feature_story_in_words() {
    comes_to(
        "Kazakhstan's factories and mines grew deadlier to look at but safer to count: two hundred and ninety-three workers were hurt in the first three months of 2025, and forty of them never came home. A year earlier the number of injured was roughly a fifth higher.",
        &[(Count, Some(293.0), Holds)],
    );
}

#[test]
fn rates_per_ten_thousand_of_two_counters() {
    comes_to(
        "For the whole of 2024 the ministry of labour counted 1,408 injured, or 2.0 per 10,000 wage employees. The Bureau of National Statistics counted 2,471, or 3.5 per 10,000 wage employees.",
        &[
            (Count, Some(1408.0), Mixed),
            (Rate, Some(2.0), Holds),
            (Count, Some(2471.0), Mixed),
            (Rate, Some(3.5), Holds),
        ],
    );
}

#[test]
fn a_table_with_its_total() {
    comes_to(
        "Injured at work, January–September 2025\nKaraganda region: 103\nEast Kazakhstan region: 89\nPavlodar region: 68\nAktobe region: 64\nAlmaty city: 51\nAtyrau region: 48\nKazakhstan: 934",
        &[
            (Count, Some(103.0), Holds),
            (Count, Some(89.0), Holds),
            (Count, Some(68.0), Holds),
            (Count, Some(64.0), Holds),
            (Count, Some(51.0), Holds),
            (Count, Some(48.0), Holds),
            (Count, Some(934.0), Holds),
        ],
    );
}

#[test]
fn a_ministrys_half_year_with_a_budget() {
    comes_to(
        "В первом полугодии 2025 года на производстве травмированы пятьсот восемьдесят четыре человека, семьдесят семь из них погибли. По сравнению с первым полугодием прошлого года число пострадавших сократилось почти на четверть. Министр отметил, что бюджет на охрану труда вырос вдвое, а количество инспекторов — на 15 %.",
        &[
            (Count, Some(584.0), Holds),
            (Count, Some(77.0), Holds),
            (Change, Some(25.0), Holds),
        ],
    );
}

#[test]
fn nine_months_beside_six() {
    comes_to(
        "За девять месяцев 2025 года на предприятиях республики погибли 133 работника — вдвое больше, чем за шесть месяцев (77).",
        &[
            (Count, Some(133.0), Holds),
            (Change, Some(2.0), Mixed),
            (Count, Some(77.0), Unknown),
        ],
    );
}

#[test]
fn every_third_by_its_cause() {
    comes_to(
        "Каждый третий несчастный случай в 2024 году произошёл из-за неудовлетворительной организации работ (34 %), каждый четвёртый — из-за грубой неосторожности. Средняя зарплата в отрасли выросла на 11 %.",
        &[
            (Share, Some(33.0), Unknown),
            (Share, Some(34.0), Unknown),
            (Share, Some(25.0), Unknown),
        ],
    );
}

#[test]
fn a_kazakh_press_release_with_salaries() {
    comes_to(
        "2025 жылдың алғашқы жартысында еліміздің кәсіпорындарында 584 адам жарақаттанып, олардың 77-сі көз жұмды. Бұл көрсеткіш өткен жылмен салыстырғанда 16,6 пайызға аз. Ең көбі Қарағанды облысында тіркелді — 61 адам, Шығыс Қазақстан облысында — 50. Еңбекақы 9 пайызға өсті.",
        &[
            (Count, Some(584.0), Holds),
            (Count, Some(77.0), Holds),
            (Change, Some(16.6), Holds),
            (Rank, None, Noise),
            (Count, Some(61.0), Holds),
            (Count, Some(50.0), Holds),
        ],
    );
}

#[test]
fn a_kazakh_doubling_with_its_base_in_brackets() {
    comes_to(
        "Ақтөбе облысында 2024 жылы 18 адам қаза тапты, бұл 2023 жылғыдан (9 адам) екі есе көп. Облыс бюджеті 12 пайызға артты.",
        &[
            (Count, Some(18.0), Unknown),
            (Count, Some(9.0), Unknown),
            (Change, Some(2.0), Noise),
        ],
    );
}

#[test]
fn a_kazakh_half_and_a_quarter_that_published_counts_contradict() {
    comes_to(
        "2019 жылы Қазақстанда өндірісте 1430 адам зардап шегіп, 180 адам қаза тапты. Зардап шеккендердің жартысы — тау-кен металлургия кешенінде, төрттен бірі құрылыста.",
        &[
            (Count, Some(1430.0), Holds),
            (Count, Some(180.0), Holds),
            (Share, Some(50.0), Implausible),
            (Share, Some(25.0), Implausible),
        ],
    );
}

#[test]
fn deaths_that_are_said_to_have_halved() {
    comes_to(
        "Workplace deaths in Kazakhstan halved in 2019: 180 people died against 220 in 2018. The number of students injured is not known. Road traffic fell by 7%.",
        &[
            (Change, Some(0.5), Implausible),
            (Count, Some(180.0), Holds),
            (Count, Some(220.0), Holds),
        ],
    );
}

#[test]
fn three_places_in_order_and_a_town() {
    comes_to(
        "По итогам первого квартала 2025 года лидирует по травматизму Карагандинская область (31), на втором месте Костанайская (27), на третьем — Восточно-Казахстанская (24). В городе Костанай пострадали 9 человек.",
        &[
            (Rank, None, Noise),
            (Count, Some(31.0), Holds),
            (Rank, None, Noise),
            (Count, Some(27.0), Holds),
            (Count, Some(24.0), Holds),
            (Count, Some(9.0), Unknown),
        ],
    );
}

#[test]
fn a_year_on_year_with_a_gapped_verb() {
    comes_to(
        "Year on year, injuries at work fell 8.8% in 2019 to 1,430, and deaths 18.2% to 180. Karaganda region saw 189 injuries, a third more than Kostanay region's 114. Inspections were up 40%, fines tripled.",
        &[
            (Change, Some(8.8), Holds),
            (Change, Some(18.2), Noise),
            (Count, Some(1430.0), Holds),
            (Count, Some(180.0), Holds),
            (Count, Some(189.0), Holds),
            (Count, Some(114.0), Holds),
        ],
    );
}
