//! A third set of releases that the reader was not made for.

use super::adversarial::comes_to;
use saqta_figures::headline::{Kind, Verdict};

use Kind::{Change, Count, Rank, Rate, Share};
use Verdict::{Holds, Implausible, Mixed, Noise, Unknown};

#[test]
fn a_tweet_with_emoji_and_abbreviations() {
    comes_to(
        "⚠️ H1 2025: 584 injured, 77 dead at work in KZ 🇰🇿 (−16,6% y/y). Worst: Karaganda 61, Almaty city 51, ЕКR… stay safe!",
        &[
            (Count, Some(584.0), Holds),
            (Count, Some(77.0), Holds),
            (Change, Some(16.6), Holds),
            (Rank, None, Noise),
            (Count, Some(61.0), Holds),
            (Count, Some(51.0), Holds),
        ],
    );
}

#[test]
fn a_table_pasted_as_lines() {
    comes_to(
        "Пострадавшие на производстве, 9 месяцев 2025 года\nКарагандинская область\t103\nВКО\t89\nПавлодарская область\t68\nАктюбинская область\t64\nАтырауская область\t48\n",
        &[
            (Count, Some(103.0), Holds),
            (Count, Some(89.0), Holds),
            (Count, Some(68.0), Holds),
            (Count, Some(64.0), Holds),
            (Count, Some(48.0), Holds),
        ],
    );
}

#[test]
fn a_quotation_by_a_minister() {
    comes_to(
        "«В 2019 году у нас на производстве погибло 180 человек — на 40 меньше, чем в 2018 году», — сказал министр.",
        &[(Count, Some(180.0), Holds), (Change, Some(40.0), Noise)],
    );
}

#[test]
fn every_third_is_a_share_and_every_day_is_a_figure_of_speech() {
    comes_to(
        "Every third injury happens in mining; every day somebody is hurt at work. In 2019, 1,430 people in Kazakhstan were hurt.",
        &[(Share, Some(33.0), Unknown), (Count, Some(1430.0), Holds)],
    );
}

#[test]
fn kazakh_one_and_a_half_times() {
    comes_to(
        "2030 жылы Маңғыстау облысында 60 адам зардап шекті, бұл 2029 жылғыдан 1,5 есе көп.",
        &[(Count, Some(60.0), Unknown), (Change, Some(1.5), Noise)],
    );
}

#[test]
fn the_wrong_count_of_a_known_quarter() {
    comes_to(
        "В первом квартале 2025 года в Казахстане на производстве пострадали 239 человек, в том числе в Костанайской области — 72.",
        &[
            (Count, Some(239.0), Implausible),
            (Count, Some(72.0), Implausible),
        ],
    );
}

#[test]
fn a_rate_of_deaths_over_all_employed_for_a_year() {
    comes_to(
        "In 2024, there were 1,408 injured in Kazakhstan, i.e. 0.15 per 1,000 employed people.",
        &[(Count, Some(1408.0), Holds), (Rate, Some(0.15), Holds)],
    );
}

#[test]
fn a_chain_of_years() {
    comes_to(
        "Число пострадавших в Казахстане: 2018 – 1568, 2019 – 1430, 2024 – 1408 человек.",
        &[
            (Count, Some(1568.0), Holds),
            (Count, Some(1430.0), Holds),
            (Count, Some(1408.0), Holds),
        ],
    );
}

#[test]
fn a_growth_in_a_single_region_by_accidents() {
    comes_to(
        "Ақмола облысында 2030 жылы 20 жазатайым оқиға тіркелді, 2029 жылы 10 болған, яғни екі есеге артты.",
        &[
            (Count, Some(20.0), Unknown),
            (Count, Some(10.0), Unknown),
            (Change, Some(2.0), Noise),
        ],
    );
}

#[test]
fn shares_by_sex_and_age_are_shares() {
    comes_to(
        "Of those injured in Kazakhstan in 2025, 84% were men, 41% were between 30 and 44 years old.",
        &[(Share, Some(84.0), Unknown), (Share, Some(41.0), Unknown)],
    );
}

#[test]
fn an_unclear_rate_without_count() {
    comes_to(
        "За первое полугодие 2023 года коэффициент травматизма в Казахстане составил 0,09 на тысячу работающих.",
        &[(Rate, Some(0.09), Mixed)],
    );
}
