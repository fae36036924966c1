//! Releases in words that the reader was not made for.

use super::settled::settles;
use saqta_figures::headline::{Kind, Report, Verdict, check};
use saqta_figures::knowledge::Reference;

use Kind::{Change, Count, Rank, Rate, Share};
use Verdict::{Holds, Implausible, Mixed, Noise, Unknown};

type Short = (Kind, Option<f64>, Verdict);

fn in_short(report: &Report) -> Vec<Short> {
    report
        .claims
        .iter()
        .map(|claim| (claim.kind, claim.value, claim.verdict))
        .collect()
}

pub(crate) fn comes_to(text: &str, expected: &[Short]) {
    assert_eq!(
        in_short(&check(text, None, Reference::shipped())),
        expected,
        "{text}"
    );
    settles(text);
}

#[test]
fn a_title_without_a_full_stop_and_a_bulleted_list() {
    comes_to(
        "Производственный травматизм в Казахстане снизился почти на 17%\n\n\
         За январь-март 2025 г. в результате несчастных случаев травмы получили 293 чел., из которых 40 — со смертельным исходом.\n\
         Лидеры антирейтинга:\n\
         • Карагандинская обл. — 31 чел.;\n\
         • Костанайская обл. — 27 чел.;\n\
         • г. Алматы — 19 чел.\n",
        &[
            (Change, Some(17.0), Holds),
            (Count, Some(293.0), Holds),
            (Count, Some(40.0), Holds),
            (Count, Some(31.0), Holds),
            (Count, Some(27.0), Holds),
            (Count, Some(19.0), Holds),
        ],
    );
}

#[test]
fn the_number_of_the_dead_comes_first_and_the_injured_after() {
    comes_to(
        "Forty people were killed on the job in Kazakhstan in Q1 2025, out of a total of 293 injured, the Labour Ministry said. \
         The toll was 352 in Q1 2024.",
        &[
            (Count, Some(40.0), Holds),
            (Count, Some(293.0), Holds),
            (Count, Some(352.0), Unknown),
        ],
    );
}

#[test]
fn a_fall_is_said_by_a_noun_and_the_base_in_brackets() {
    comes_to(
        "По итогам 2019 года отмечено снижение производственного травматизма на 8,8% (2018 г. – 1568, 2019 г. – 1430 пострадавших).",
        &[
            (Change, Some(8.8), Holds),
            (Count, Some(1568.0), Holds),
            (Count, Some(1430.0), Holds),
        ],
    );
}

#[test]
fn a_rate_with_its_base_before_it_and_wage_employees_named() {
    comes_to(
        "В 2024 году на 1000 наёмных работников пришлось 0,20 пострадавших; всего по стране пострадали 1 408 человек.",
        &[(Rate, Some(0.2), Holds), (Count, Some(1408.0), Holds)],
    );
}

#[test]
fn a_rate_that_no_denominator_gives() {
    comes_to(
        "In the first quarter of 2025 in Kazakhstan 293 people were injured, a rate of 4.2 per 1,000 workers.",
        &[(Count, Some(293.0), Holds), (Rate, Some(4.2), Implausible)],
    );
}

#[test]
fn kazakh_with_the_verb_first_and_places_after() {
    comes_to(
        "2025 жылғы қаңтар-маусым айларында Қазақстан бойынша 584 қызметкер жарақаттанды. Ең көп жарақат алғандар Қарағанды облысында (61 адам) \
         тіркелді, одан кейін Алматы қаласы (51) мен ШҚО (50). Қаза болғандар – 77.",
        &[
            (Count, Some(584.0), Holds),
            (Rank, None, Noise),
            (Count, Some(61.0), Holds),
            (Count, Some(51.0), Holds),
            (Count, Some(50.0), Holds),
            (Count, Some(77.0), Holds),
        ],
    );
}

#[test]
fn deaths_doubled_and_the_text_says_from_what_to_what() {
    comes_to(
        "Deaths at work doubled in Atyrau region in 2024: 24 people died, compared with 12 in 2023.",
        &[
            (Change, Some(2.0), Noise),
            (Count, Some(24.0), Unknown),
            (Count, Some(12.0), Unknown),
        ],
    );
}

#[test]
fn inspections_fines_and_money_are_beside_the_point() {
    comes_to(
        "За полугодие 2025 года инспекторы провели 3 215 проверок, выявили 12 480 нарушений и наложили штрафы на 310 млн тенге. \
         Материалы по 439 случаям переданы в полицию.",
        &[
            (Count, Some(3215.0), Unknown),
            (Count, Some(12_480.0), Unknown),
            (Count, Some(439.0), Unknown),
        ],
    );
}

#[test]
fn more_injured_in_one_region_than_in_the_country() {
    comes_to(
        "В первом полугодии 2025 года в Казахстане пострадали 584 человека. В Павлодарской области травмы получили 644 работника.",
        &[(Count, Some(584.0), Holds), (Count, Some(644.0), Implausible)],
    );
}

#[test]
fn nine_months_cannot_be_fewer_than_six() {
    comes_to(
        "Over the first nine months of 2025 Kazakhstan counted 512 people hurt at work. In January–June there had been 584.",
        &[(Count, Some(512.0), Implausible), (Count, Some(584.0), Holds)],
    );
}

#[test]
fn an_accident_report_names_those_who_lived_and_those_who_died() {
    comes_to(
        "On 28 October 2023 a methane explosion at the Kostenko mine in Karaganda killed 46 miners; 18 were taken to hospital.",
        &[(Count, Some(46.0), Unknown), (Count, Some(18.0), Unknown)],
    );
}

#[test]
fn a_share_of_the_dead_that_can_be_recomputed() {
    comes_to(
        "За 9 месяцев 2025 года в стране пострадали 934 человека, 14,2 % из них погибли. На Карагандинскую область пришлось 11 % всех пострадавших.",
        &[
            (Count, Some(934.0), Holds),
            (Share, Some(14.2), Holds),
            (Share, Some(11.0), Holds),
        ],
    );
}

#[test]
fn statistics_and_ministry_in_kazakh() {
    comes_to(
        "Ұлттық статистика бюросының дерегінше, 2024 жылы елде 2 471 адам зардап шекті. Министрлік 1 408 зардап шеккенді хабарлады.",
        &[(Count, Some(2471.0), Mixed), (Count, Some(1408.0), Mixed)],
    );
}
