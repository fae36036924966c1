//! Releases that a reader would take for what they do not say: other counts than injuries, other counters, other periods.

use saqta_figures::headline::check;
use saqta_figures::knowledge::Reference;

use super::adversarial::comes_to;
use saqta_figures::headline::{Kind, Verdict};

use Kind::{Change, Count, Rank, Rate, Share};
use Verdict::{Holds, Implausible, Mixed, Noise, Unknown};

#[test]
fn journalists_and_budgets_are_no_injuries() {
    comes_to(
        "On 23 April 2025 the minister met 120 journalists in Astana. The budget for occupational safety in 2025 is 3.5 billion tenge, 12% more than in 2024. There are 14,000 inspectors' visits planned.",
        &[(Count, Some(14_000.0), Unknown)],
    );
}

#[test]
fn goals_of_a_football_club_are_no_injuries() {
    comes_to(
        "В 2025 году футбольный клуб «Астана» забил 40 голов — на 25% больше, чем в 2024 году.",
        &[],
    );
}

#[test]
fn attacks_on_doctors_and_their_change_are_no_injuries() {
    comes_to(
        "У медиков: за 2025 год зарегистрировано 42 нападения на врачей скорой помощи, что на 50% больше, чем в 2024 году (28). В Шымкенте — 9, в Астане — 11.",
        &[],
    );
}

#[test]
fn a_year_after_its_quarter_is_no_count() {
    comes_to(
        "In Q1 2025 injuries at work were 16.8% higher than a year earlier, 293 in all.",
        &[(Change, Some(16.8), Implausible)],
    );
}

#[test]
fn a_fall_between_two_counters_is_mixed() {
    comes_to(
        "According to the Bureau of National Statistics, 2,471 people were injured at work in 2024. The ministry of labour says 1,408. So injuries fell by 43 percent.",
        &[
            (Count, Some(2471.0), Mixed),
            (Count, Some(1408.0), Mixed),
            (Change, Some(43.0), Mixed),
        ],
    );
}

#[test]
fn a_base_that_nobody_is_known_to_have_counted_is_mixed() {
    comes_to(
        "В 2024 году в Казахстане на производстве пострадал 2471 человек, а годом ранее — 1503, то есть рост составил 64%.",
        &[
            (Count, Some(2471.0), Holds),
            (Count, Some(1503.0), Unknown),
            (Change, Some(64.0), Mixed),
        ],
    );
}

#[test]
fn each_count_has_the_counter_named_beside_it() {
    comes_to(
        "In 2024, 1,408 people were injured according to the ministry and 2,471 according to the Bureau.",
        &[(Count, Some(1408.0), Mixed), (Count, Some(2471.0), Mixed)],
    );
}

#[test]
fn a_quarter_beside_a_half_year_is_mixed() {
    comes_to(
        "В первом квартале 2025 года в Казахстане пострадали 293 человека, а в первом полугодии — 584 человека. Таким образом, травматизм вырос вдвое.",
        &[
            (Count, Some(293.0), Holds),
            (Count, Some(584.0), Holds),
            (Change, Some(2.0), Mixed),
        ],
    );
}

#[test]
fn nine_months_beside_a_year_are_mixed() {
    comes_to(
        "За 9 месяцев 2025 года пострадали 934 человека (133 погибших), за весь 2024 год — 1408. Снижение на 33,7%.",
        &[
            (Count, Some(934.0), Holds),
            (Count, Some(133.0), Holds),
            (Count, Some(1408.0), Holds),
            (Change, Some(33.7), Mixed),
        ],
    );
}

#[test]
fn a_sentence_without_a_date_is_offered_the_period_that_it_fits() {
    let text =
        "293 people were injured, 40 of whom died; Karaganda leads with 31; down 16.8 %; 0.04 per 1,000.";
    comes_to(
        text,
        &[
            (Count, Some(293.0), Holds),
            (Count, Some(40.0), Holds),
            (Rank, None, Noise),
            (Count, Some(31.0), Holds),
            (Change, Some(16.8), Holds),
            (Rate, Some(0.04), Mixed),
        ],
    );
    for claim in check(text, None, Reference::shipped()).claims {
        let says_so = claim.note.contains("names no period") && claim.note.contains("first quarter of 2025");
        assert!(says_so, "{}: {}", claim.text, claim.note);
    }
}

#[test]
fn a_difference_goes_by_the_counts_in_its_brackets() {
    comes_to(
        "В первом квартале 2025 г. пострадавших стало на 59 человек меньше, чем годом ранее (293 против 352).",
        &[
            (Change, Some(59.0), Holds),
            (Count, Some(293.0), Holds),
            (Count, Some(352.0), Unknown),
        ],
    );
}

#[test]
fn deaths_in_mines_are_compared_with_their_own() {
    comes_to(
        "In January-March 2025, Kostanay's mines reported 5 deaths, compared with 4 in January-March 2024, a rise of 25%.",
        &[
            (Count, Some(5.0), Unknown),
            (Count, Some(4.0), Unknown),
            (Change, Some(25.0), Noise),
        ],
    );
}

#[test]
fn kazakh_says_from_and_to_in_endings() {
    comes_to(
        "Ақмола облысында жазатайым оқиғалар 2 есе азайды: 10-нан 5-ке. Қостанай қаласында 27 адам зардап шекті.",
        &[
            (Change, Some(2.0), Noise),
            (Count, Some(10.0), Unknown),
            (Count, Some(5.0), Unknown),
            (Count, Some(27.0), Unknown),
        ],
    );
}

#[test]
fn the_year_before_against_is_not_the_base() {
    comes_to(
        "Травматизм на производстве снизился на 0,4%: 1402 пострадавших в 2024 году против 1408 в 2023 году.",
        &[
            (Change, Some(0.4), Noise),
            (Count, Some(1402.0), Unknown),
            (Count, Some(1408.0), Unknown),
        ],
    );
}

#[test]
fn a_place_beside_the_country_is_no_change_over_time() {
    comes_to(
        "В Костанайской области вероятность пострадать вдвое выше, чем в среднем по стране: в первом квартале 2025 года 27 пострадавших.",
        &[(Change, Some(2.0), Unknown), (Count, Some(27.0), Holds)],
    );
}

#[test]
fn a_part_is_of_the_time_of_its_whole() {
    comes_to(
        "Casualties at work fell from 352 in the first quarter of 2024 to 293 in the first quarter of 2025, including 40 deaths. The fatality rate is 13.7%.",
        &[
            (Count, Some(352.0), Unknown),
            (Change, None, Holds),
            (Count, Some(293.0), Holds),
            (Count, Some(40.0), Holds),
            (Share, Some(13.7), Holds),
        ],
    );
}

#[test]
fn a_second_change_has_the_verb_of_the_first() {
    comes_to(
        "В первом квартале 2025 года количество пострадавших сократилось на 16,8 процента (с 352 до 293), а погибших — на 13 процентов (с 46 до 40).",
        &[
            (Change, Some(16.8), Holds),
            (Count, Some(352.0), Unknown),
            (Count, Some(293.0), Holds),
            (Change, Some(13.0), Noise),
            (Count, Some(46.0), Unknown),
            (Count, Some(40.0), Holds),
        ],
    );
}

#[test]
fn from_and_to_make_a_change_without_a_percentage() {
    comes_to(
        "Number of injured rose slightly in the first quarter of 2025, from 290 to 293, the ministry said, calling it an alarming trend.",
        &[
            (Count, Some(290.0), Unknown),
            (Change, None, Noise),
            (Count, Some(293.0), Holds),
        ],
    );
}

#[test]
fn down_from_makes_a_change() {
    comes_to(
        "Karagandy: 31 injured in 2025 Q1, down from 45 the year before. Ulytau region: 8 injured. North Kazakhstan: two people died, twice as many as a year ago.",
        &[
            (Count, Some(31.0), Holds),
            (Change, None, Noise),
            (Count, Some(45.0), Unknown),
            (Count, Some(8.0), Unknown),
            (Count, Some(2.0), Unknown),
            (Change, Some(2.0), Noise),
        ],
    );
}

#[test]
fn odds_are_no_counts() {
    comes_to(
        "Of 10 million workers in Kazakhstan, 1 in 24,000 was injured in the first quarter of 2025. Nobody was hurt in Ulytau.",
        &[],
    );
}

#[test]
fn a_base_in_brackets_contradicts_a_change() {
    comes_to(
        "За 2024 год: 1408 пострадавших, из них 1500 погибли. В Атырау травмировано 22 работника, в 3 раза больше, чем 10 лет назад (21 человек).",
        &[
            (Count, Some(1408.0), Holds),
            (Count, Some(1500.0), Implausible),
            (Count, Some(22.0), Unknown),
            (Change, Some(3.0), Implausible),
            (Count, Some(21.0), Unknown),
        ],
    );
}

#[test]
fn a_base_year_with_a_clause_of_its_own() {
    comes_to(
        "In 2019, 1,430 workers were injured in Kazakhstan, 8.8% fewer than in 2018 when 1,568 were. 180 died, against 220 a year before. Mining and metallurgy: 244; construction: 176. East Kazakhstan (212) overtook Karaganda (189).",
        &[
            (Count, Some(1430.0), Holds),
            (Change, Some(8.8), Holds),
            (Count, Some(1568.0), Holds),
            (Count, Some(180.0), Holds),
            (Count, Some(220.0), Holds),
            (Count, Some(212.0), Holds),
            (Count, Some(189.0), Holds),
        ],
    );
}

#[test]
fn deaths_that_tripled_beside_a_base_in_brackets() {
    comes_to(
        "За девять месяцев 2025 г. в Акмолинской области травмировано 12 человек против 11 за тот же период 2024 года — рост на 9,1%. Смертельных случаев — 3 (было 1), рост в три раза.",
        &[
            (Count, Some(12.0), Unknown),
            (Count, Some(11.0), Unknown),
            (Change, Some(9.1), Noise),
            (Count, Some(3.0), Unknown),
            (Change, Some(3.0), Noise),
        ],
    );
}

#[test]
fn a_place_that_is_fifth_has_a_rank() {
    // By count Atyrau and Aktobe share places four and five with 22 each.
    comes_to(
        "Kostanay region ranks second with 27 injured in the first quarter of 2025; Atyrau is fifth.",
        &[
            (Rank, None, Noise),
            (Count, Some(27.0), Holds),
            (Rank, None, Noise),
        ],
    );
}

#[test]
fn a_second_rate_is_kept_as_written() {
    comes_to(
        "Over 2025's first nine months 934 were injured; the rate was 0.13 per 1,000 wage employees, not annualised, and 0.18 when annualised.",
        &[(Count, Some(934.0), Holds), (Rate, Some(0.13), Unknown)],
    );
}

/// What the program itself writes for the press.
const OWN_SENTENCES: [&str; 3] = [
    "In the first quarter of 2025, 293 people were injured at work in Kazakhstan (as a measure of the danger, good for 260–329 at 95%); 40 of them died (29–54). That is 0.041 per 1,000 workers in the period, not annualised (0.036–0.046; denominator bns-employees@1). That is 16.8% fewer than the 352 of the same months a year before, more than chance explains (between −28.7% and −2.8%).",
    "В первом квартале 2025 года на производстве в Казахстане пострадали 293 человека (как мера опасности это 260–329 при 95%); из них погибли 40 (29–54). Это 0,041 на 1000 работников за период, без пересчёта на год (0,036–0,046; знаменатель bns-employees@1). Это на 16,8% меньше, чем 352 за те же месяцы годом ранее: больше, чем объясняет случайность (от −28,7% до −2,8%).",
    "2025 жылдың бірінші тоқсанында Қазақстанда өндірісте 293 адам зардап шекті (қауіп өлшемі ретінде 95% сеніммен 260–329); олардың 40 қаза тапты (29–54). Бұл кезең ішінде 1000 қызметкерге 0,041, жылға шаққандағы емес (0,036–0,046; бөлгіш bns-employees@1). Бұл бір жыл бұрынғы дәл сол айлардағы 352 санынан 16,8% аз: мұны кездейсоқтық түсіндірмейді (−28,7% пен −2,8% аралығы).",
];

#[test]
fn the_programs_own_sentence_stands_its_own_check() {
    for text in OWN_SENTENCES {
        for claim in check(text, None, Reference::shipped()).claims {
            assert!(
                matches!(claim.verdict, Holds | Unknown),
                "{:?} of {text}",
                (claim.text, claim.verdict, claim.note)
            );
        }
    }
}

#[test]
fn a_corrected_text_claims_nothing_implausible_that_the_text_did_not() {
    let texts = [
        "On 23 April 2025 the minister met 120 journalists in Astana. The budget for occupational safety in 2025 is 3.5 billion tenge, 12% more than in 2024. There are 14,000 inspectors' visits planned.",
        "В 2025 году футбольный клуб «Астана» забил 40 голов — на 25% больше, чем в 2024 году.",
        "У медиков: за 2025 год зарегистрировано 42 нападения на врачей скорой помощи, что на 50% больше, чем в 2024 году (28). В Шымкенте — 9, в Астане — 11.",
        "In Q1 2025 injuries at work were 16.8% higher than a year earlier, 293 in all.",
        "According to the Bureau of National Statistics, 2,471 people were injured at work in 2024. The ministry of labour says 1,408. So injuries fell by 43 percent.",
        "В 2024 году в Казахстане на производстве пострадал 2471 человек, а годом ранее — 1503, то есть рост составил 64%.",
        "In 2024, 1,408 people were injured according to the ministry and 2,471 according to the Bureau.",
        "В первом квартале 2025 года в Казахстане пострадали 293 человека, а в первом полугодии — 584 человека. Таким образом, травматизм вырос вдвое.",
        "За 9 месяцев 2025 года пострадали 934 человека (133 погибших), за весь 2024 год — 1408. Снижение на 33,7%.",
        "293 people were injured, 40 of whom died; Karaganda leads with 31; down 16.8 %; 0.04 per 1,000.",
        "В первом квартале 2025 г. пострадавших стало на 59 человек меньше, чем годом ранее (293 против 352).",
        "In January-March 2025, Kostanay's mines reported 5 deaths, compared with 4 in January-March 2024, a rise of 25%.",
        "Ақмола облысында жазатайым оқиғалар 2 есе азайды: 10-нан 5-ке. Қостанай қаласында 27 адам зардап шекті.",
        "Травматизм на производстве снизился на 0,4%: 1402 пострадавших в 2024 году против 1408 в 2023 году.",
        "В Костанайской области вероятность пострадать вдвое выше, чем в среднем по стране: в первом квартале 2025 года 27 пострадавших.",
        "Casualties at work fell from 352 in the first quarter of 2024 to 293 in the first quarter of 2025, including 40 deaths. The fatality rate is 13.7%.",
        "В первом квартале 2025 года количество пострадавших сократилось на 16,8 процента (с 352 до 293), а погибших — на 13 процентов (с 46 до 40).",
        "Number of injured rose slightly in the first quarter of 2025, from 290 to 293, the ministry said, calling it an alarming trend.",
        "Karagandy: 31 injured in 2025 Q1, down from 45 the year before. Ulytau region: 8 injured. North Kazakhstan: two people died, twice as many as a year ago.",
        "Of 10 million workers in Kazakhstan, 1 in 24,000 was injured in the first quarter of 2025. Nobody was hurt in Ulytau.",
        "За 2024 год: 1408 пострадавших, из них 1500 погибли. В Атырау травмировано 22 работника, в 3 раза больше, чем 10 лет назад (21 человек).",
        "In 2019, 1,430 workers were injured in Kazakhstan, 8.8% fewer than in 2018 when 1,568 were. 180 died, against 220 a year before. Mining and metallurgy: 244; construction: 176. East Kazakhstan (212) overtook Karaganda (189).",
        "За девять месяцев 2025 г. в Акмолинской области травмировано 12 человек против 11 за тот же период 2024 года — рост на 9,1%. Смертельных случаев — 3 (было 1), рост в три раза.",
        "Kostanay region ranks second with 27 injured in the first quarter of 2025; Atyrau is fifth.",
        "Over 2025's first nine months 934 were injured; the rate was 0.13 per 1,000 wage employees, not annualised, and 0.18 when annualised.",
    ];
    let implausible = |text: &str| -> Vec<Option<f64>> {
        let claims = check(text, None, Reference::shipped()).claims;
        let doubted = claims.into_iter().filter(|claim| claim.verdict == Implausible);
        doubted.map(|claim| claim.value).collect()
    };
    for text in texts.into_iter().chain(OWN_SENTENCES) {
        let corrected = check(text, None, Reference::shipped()).corrected;
        let before = implausible(text);
        for value in implausible(&corrected) {
            assert!(before.contains(&value), "{value:?} is new in {corrected}");
        }
    }
}

#[test]
fn what_nobody_published_stays_the_texts() {
    let corrected = check(
        "In 2024, the ministry counted 77 people injured at work in Shymkent.",
        None,
        Reference::shipped(),
    )
    .corrected;
    assert!(corrected.contains("according to the text"), "{corrected}");
    assert!(!corrected.contains("counted by"), "{corrected}");
}

#[test]
fn what_is_not_read_stays_as_it_was_written() {
    let text = "Kostanay region ranks second with 27 injured in the first quarter of 2025; Atyrau has a new inspector.";
    let corrected = check(text, None, Reference::shipped()).corrected;
    assert!(corrected.contains("Atyrau has a new inspector"), "{corrected}");
}
