//! A fourth set of releases that the reader was not made for: towns, old names, swapped digits, shares taken for risks.

use super::adversarial::comes_to;
use saqta_figures::headline::{Kind, Verdict};

use Kind::{Change, Count, Rank, Rate, Share};
use Verdict::{Holds, Implausible, Mixed, Noise, Unknown};

#[test]
fn a_half_year_with_its_leaders() {
    comes_to(
        "За первое полугодие 2025 года на производстве пострадали 584 человека, из них 77 погибли. Это на 16,6% меньше, чем за аналогичный период прошлого года. Больше всего пострадавших в Карагандинской области — 61, в Восточно-Казахстанской — 50, в городе Алматы — 51, Павлодарской — 44.\nКоэффициент частоты несчастных случаев составил 0,08 на 1000 работающих.",
        &[
            (Count, Some(584.0), Holds),
            (Count, Some(77.0), Holds),
            (Change, Some(16.6), Holds),
            (Rank, None, Noise),
            (Count, Some(61.0), Holds),
            (Count, Some(50.0), Holds),
            (Count, Some(51.0), Holds),
            (Count, Some(44.0), Holds),
            (Rate, Some(0.08), Mixed),
        ],
    );
}

#[test]
fn a_kazakh_superlative_without_a_noun() {
    comes_to(
        "2025 жылдың тоғыз айында өндірісте 934 адам зардап шекті, оның ішінде 133-і қаза тапты. Ең көбі — Қарағанды облысында (103), Шығыс Қазақстан облысында — 89, Павлодар облысында — 68, Ақтөбеде — 64, Атырауда — 48.",
        &[
            (Count, Some(934.0), Holds),
            (Count, Some(133.0), Holds),
            (Rank, None, Noise),
            (Count, Some(103.0), Holds),
            (Count, Some(89.0), Holds),
            (Count, Some(68.0), Holds),
            (Count, Some(64.0), Holds),
            (Count, Some(48.0), Holds),
        ],
    );
}

#[test]
fn the_same_count_of_a_half_year_and_of_nine_months() {
    comes_to(
        "In the first half of 2025 fifty-one people were injured in Almaty, and in the first nine months of 2025 also 51. Every third victim is a builder: construction workers run the highest risk, with 34.6% of accidents.",
        &[
            (Count, Some(51.0), Holds),
            (Count, Some(51.0), Holds),
            (Share, Some(33.0), Unknown),
            (Rank, None, Unknown),
            (Share, Some(34.6), Unknown),
        ],
    );
}

#[test]
fn a_count_ten_times_too_large_and_a_misspelled_region() {
    comes_to(
        "В I квартале 2025 года произошло 2930 несчастных случаев, погибло 400 человек. В Костаннайской области пострадало 27.",
        &[
            (Count, Some(2930.0), Unknown),
            // The text does not say where; 40 are published for the whole country.
            (Count, Some(400.0), Unknown),
            (Count, Some(27.0), Unknown),
        ],
    );
}

#[test]
fn shares_that_are_taken_for_risks() {
    comes_to(
        "Construction workers are twice as likely to be hurt as miners: construction accounts for 17.6% of injured and mining for 9%. In agriculture the risk is the lowest, 2% of all.",
        &[
            (Share, Some(17.6), Unknown),
            (Share, Some(9.0), Unknown),
            (Rank, None, Unknown),
            (Share, Some(2.0), Unknown),
        ],
    );
}

#[test]
fn a_rate_of_deaths_without_its_period() {
    comes_to(
        "2024 жылы Қазақстанда жұмыста 1408 адам жарақат алды, бұл 2023 жылмен салыстырғанда 5 пайызға аз. Өлім-жітім 1000 қызметкерге шаққанда 0,15 құрады. Солтүстік Қазақстан өңірінде жиырма бес адам зардап шекті.",
        &[
            (Count, Some(1408.0), Holds),
            (Change, Some(5.0), Noise),
            (Rate, Some(0.15), Mixed),
            (Count, Some(25.0), Unknown),
        ],
    );
}

#[test]
fn a_last_place_among_unknown_regions() {
    comes_to(
        "Двести девяносто три человека пострадали на производстве в первом квартале 2025 года, сорок из них погибли. Лидирует Караганда, на последнем месте Алматы.",
        &[
            (Count, Some(293.0), Holds),
            (Count, Some(40.0), Holds),
            (Rank, None, Noise),
            (Rank, None, Unknown),
        ],
    );
}

#[test]
fn a_clear_rate_and_an_unclear_one() {
    comes_to(
        "Over the quarter the injury rate was 4.2 per 100,000 wage employees, cumulative for January to March 2025. Fatality rate: 0.57 per 100,000.",
        &[(Rate, Some(4.2), Holds), (Rate, Some(0.57), Mixed)],
    );
}

#[test]
fn a_rate_of_another_place_goes_on_with_the_base() {
    comes_to(
        "The rate of injury in Kostanay region in the first quarter of 2025 was 0.082 per 1,000 wage employees; in Karaganda it was 0.067, so Karaganda is safer than Kostanay.",
        &[(Rate, Some(0.082), Mixed), (Rate, Some(0.067), Mixed)],
    );
}

#[test]
fn a_text_that_follows_the_bureau() {
    comes_to(
        "По данным Бюро национальной статистики, в 2024 году на производстве пострадал 2471 человек, из них погибло 209. Это 0,2 на 1000 работников. Инспекторы труда выявили 1 200 нарушений, 34,2% несчастных случаев произошли из-за плохой организации труда и 33,6% по вине самого работника.",
        &[
            (Count, Some(2471.0), Holds),
            (Count, Some(209.0), Unknown),
            (Rate, Some(0.2), Mixed),
            (Count, Some(1200.0), Unknown),
            (Share, Some(34.2), Unknown),
            (Share, Some(33.6), Unknown),
        ],
    );
}

#[test]
fn a_likelihood_is_no_change() {
    comes_to(
        "Workers in construction are 1.7 times more likely to be injured than others, since 12% of the injured are builders (first quarter of 2025).",
        &[(Change, Some(1.7), Unknown), (Share, Some(12.0), Unknown)],
    );
}

#[test]
fn three_regions_together_and_their_share() {
    comes_to(
        "In the first quarter of 2025 Karaganda, Kostanay and East Kazakhstan together had 82 injured, 28% of the country's 293.",
        &[(Count, Some(82.0), Unknown), (Share, Some(28.0), Holds)],
    );
}

#[test]
fn a_fall_of_deaths_that_just_misses() {
    comes_to(
        "Число погибших на производстве в Казахстане в 2019 году сократилось на 18,2% — с 220 до 180.",
        &[
            (Change, Some(18.2), Noise),
            (Count, Some(220.0), Holds),
            (Count, Some(180.0), Holds),
        ],
    );
}

#[test]
fn a_fall_with_its_digits_swapped_implies_another_base() {
    comes_to(
        "In the first quarter of 2025, 293 people were injured, a fall of 61.8%.",
        &[(Count, Some(293.0), Holds), (Change, Some(61.8), Holds)],
    );
}

#[test]
fn towns_and_old_names_are_judged_as_what_they_name() {
    comes_to(
        "В Усть-Каменогорске пострадали 24 человека, в Алма-Ате 19, в Актюбинске 22, в Целинограде 3 (первый квартал 2025 года).",
        &[
            (Count, Some(24.0), Unknown),
            (Count, Some(19.0), Holds),
            (Count, Some(22.0), Unknown),
            (Count, Some(3.0), Unknown),
        ],
    );
}

#[test]
fn a_kazakh_fall_before_its_count() {
    comes_to(
        "2025 жылдың I тоқсанында өндірістегі жарақат алғандар саны 16,8%-ға төмендеп, 293 адамды құрады, оның 40-ы қайтыс болды. Бірінші орында Қарағанды облысы (31 адам), одан кейін Қостанай (27 адам).",
        &[
            (Change, Some(16.8), Holds),
            (Count, Some(293.0), Holds),
            (Count, Some(40.0), Holds),
            (Rank, None, Noise),
            (Count, Some(31.0), Holds),
            (Count, Some(27.0), Holds),
        ],
    );
}

#[test]
fn numbers_that_count_nobody() {
    comes_to(
        "The hotline is 1414. Call 102 in an emergency. Article 188 of the Labour Code. Order No. 1055 of 28.12.2015. Photo 3 of 12.",
        &[],
    );
}

#[test]
fn a_threefold_rise_of_next_to_nothing() {
    comes_to(
        "Injuries rose by 300% in Jetisu: from 1 to 4 in the first quarter of 2025.",
        &[
            (Change, Some(300.0), Noise),
            (Count, Some(1.0), Unknown),
            (Count, Some(4.0), Unknown),
        ],
    );
}

#[test]
fn two_rates_per_million_of_nobody_knows_whom() {
    comes_to(
        "The rate was 41.8 per million workers in the first quarter of 2025, against 50 per million a year earlier.",
        &[(Rate, Some(41.8), Mixed), (Rate, Some(50.0), Mixed)],
    );
}

#[test]
fn a_total_with_its_digits_swapped() {
    comes_to(
        "In the first quarter of 2025, 239 people were hurt at work in Kazakhstan, 40 of whom died.",
        &[(Count, Some(239.0), Implausible), (Count, Some(40.0), Holds)],
    );
}

#[test]
fn a_kazakh_leader_of_the_half_year() {
    comes_to(
        "Қарағанды облысы өндірістегі жарақат бойынша көш бастап тұр: бірінші жартыжылдықта 2025 жылы 61 адам зардап шеккен, ал Шығыс Қазақстанда елу адам.",
        &[
            (Rank, None, Noise),
            (Count, Some(61.0), Holds),
            (Count, Some(50.0), Holds),
        ],
    );
}

#[test]
fn two_regions_that_share_a_verb() {
    comes_to(
        "In Qaraghandy oblast 31 workers and in Qostanay oblast 27 workers were injured in Q1 2025; both regions account for a fifth of the country's total of 293.",
        &[(Count, Some(31.0), Holds), (Count, Some(27.0), Holds)],
    );
}

#[test]
fn a_rate_of_deaths_per_million_wage_employees() {
    comes_to(
        "Смертность на производстве в Казахстане составила 5,7 на миллион наёмных работников за первый квартал 2025 года (нарастающим итогом).",
        &[(Rate, Some(5.7), Holds)],
    );
}

#[test]
fn a_kazakh_fall_of_deaths_beside_its_base() {
    comes_to(
        "2025 жылғы бірінші тоқсанда жазатайым оқиғалардан 40 адам көз жұмды, былтырғы 46 адамнан 13%-ға кем.",
        &[
            (Count, Some(40.0), Holds),
            (Count, Some(46.0), Unknown),
            (Change, Some(13.0), Noise),
        ],
    );
}

#[test]
fn a_region_that_nobody_published() {
    comes_to(
        "Karaganda recorded 103 injured in nine months of 2025, followed by Mangystau with 95 and Aktobe with 64.",
        &[
            (Count, Some(103.0), Holds),
            (Count, Some(95.0), Unknown),
            (Count, Some(64.0), Holds),
        ],
    );
}

#[test]
fn an_activity_that_is_called_the_most_dangerous() {
    comes_to(
        "Строительство — самая опасная отрасль: на неё приходится 12% пострадавших в первом квартале 2025 года, на горно-металлургический комплекс 15,3%.",
        &[
            (Rank, None, Unknown),
            (Share, Some(12.0), Unknown),
            (Share, Some(15.3), Unknown),
        ],
    );
}

#[test]
fn almaty_region_is_not_the_city() {
    comes_to(
        "Almaty region reported 19 injuries in the first quarter of 2025.",
        &[(Count, Some(19.0), Unknown)],
    );
}
