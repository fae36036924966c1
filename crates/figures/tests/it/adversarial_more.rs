//! A second set of releases that the reader was not made for: other word orders, spellings and slips of the keyboard.

use super::adversarial::comes_to;
use saqta_figures::headline::{Kind, Verdict};

use Kind::{Change, Count, Rank, Rate, Share};
use Verdict::{Holds, Implausible, Mixed, Unknown};

#[test]
fn a_news_lead_with_a_figure_of_speech_and_a_per_cent_point() {
    comes_to(
        "ASTANA. Workplace deaths in Kazakhstan nearly doubled? No: 77 people died in H1 2025. The share of fatal cases rose by 1.3 percentage points.",
        &[(Count, Some(77.0), Holds), (Change, Some(1.3), Unknown)],
    );
}

#[test]
fn a_sentence_begins_with_the_figure() {
    comes_to(
        "1430 человек пострадали на производстве в РК в 2019 году, это на 138 меньше, чем в 2018-м. Погибли 180.",
        &[
            (Count, Some(1430.0), Holds),
            (Change, Some(138.0), Holds),
            (Count, Some(180.0), Holds),
        ],
    );
}

#[test]
fn the_accident_is_counted_and_the_injured_too() {
    comes_to(
        "В 2019 году в Казахстане произошло 1257 несчастных случаев, в которых пострадали 1430 работников, 180 из них – со смертельным исходом.",
        &[
            (Count, Some(1257.0), Holds),
            (Count, Some(1430.0), Holds),
            (Count, Some(180.0), Holds),
        ],
    );
}

#[test]
fn kazakh_in_mixed_script_letters_and_old_capital_name() {
    // "Нұр-Сұлтан", with a Latin i in "жiлы" and "зардап шектi".
    comes_to(
        "2021 жылы Нұр-Сұлтан қаласында 161 адам зардап шектi, Қарағанды облысында – 537.",
        &[(Count, Some(161.0), Mixed), (Count, Some(537.0), Mixed)],
    );
}

#[test]
fn seven_months_against_seven_months() {
    comes_to(
        "За 7 месяцев 2019 года на предприятиях Казахстана пострадали 749 человек против 842 за тот же период 2018 года; погибли 82 (114).",
        &[
            (Count, Some(749.0), Holds),
            (Count, Some(842.0), Holds),
            (Count, Some(82.0), Holds),
            (Count, Some(114.0), Holds),
        ],
    );
}

#[test]
fn a_fall_that_the_published_counts_contradict() {
    comes_to(
        "Injuries at work in Kazakhstan fell by 20% in 2019 compared with 2018, the ministry reported.",
        &[(Change, Some(20.0), Implausible)],
    );
}

#[test]
fn a_spelled_out_quarter_of_a_region() {
    comes_to(
        "In East Kazakhstan, twenty-four people were injured in the first three months of 2025, and in Atyrau twenty-two.",
        &[(Count, Some(24.0), Holds), (Count, Some(22.0), Holds)],
    );
}

#[test]
fn a_rate_per_hundred_thousand_annualised_and_said_so() {
    comes_to(
        "In Q1 2025 Kazakhstan counted 293 injured, or 16.7 per 100,000 wage employees at an annual rate.",
        &[(Count, Some(293.0), Holds), (Rate, Some(16.7), Holds)],
    );
}

#[test]
fn the_lowest_among_unknown_regions_is_unknown() {
    comes_to(
        "Меньше всего пострадавших в первом квартале 2025 года – в городе Алматы (19).",
        &[(Rank, None, Unknown), (Count, Some(19.0), Holds)],
    );
}

#[test]
fn kazakh_shares_of_activities_that_add_up_to_too_much() {
    comes_to(
        "2025 жылы зардап шеккендердің 60 %-ы құрылысқа, 45 %-ы көлікке, 10 %-ы саудаға тиесілі.",
        &[
            (Share, Some(60.0), Implausible),
            (Share, Some(45.0), Implausible),
            (Share, Some(10.0), Implausible),
        ],
    );
}

#[test]
fn a_hospital_tells_of_its_own() {
    comes_to(
        "Городская больница № 7: за 2024 год от нападений пациентов пострадали 3 медсестры и 2 врача, годом ранее – 1 человек.",
        &[
            (Count, Some(3.0), Unknown),
            (Count, Some(2.0), Unknown),
            (Count, Some(1.0), Unknown),
        ],
    );
}

#[test]
fn a_vague_more_than_and_an_estimate() {
    comes_to(
        "Более 1,5 тысячи человек пострадали на производстве в 2018 году, свыше 200 погибли. Правительство выделило 2,3 млрд тенге.",
        &[(Count, Some(1500.0), Holds), (Count, Some(200.0), Unknown)],
    );
}

#[test]
fn a_five_year_growth_of_deaths_in_kazakh() {
    comes_to(
        "Соңғы бес жылда өндірістегі қаза тапқандар саны 40 пайызға өсті.",
        &[(Change, Some(40.0), Holds)],
    );
}

#[test]
fn karaganda_far_ahead_is_an_established_order() {
    comes_to(
        "В 2021 году лидировала Карагандинская область – 537 пострадавших, в ВКО – 320.",
        &[
            (Rank, None, Holds),
            (Count, Some(537.0), Mixed),
            (Count, Some(320.0), Mixed),
        ],
    );
}
