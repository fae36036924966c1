//! One claim in many wordings: each must be read alike.

use saqta_figures::headline::{Kind, Verdict, check};
use saqta_figures::knowledge::Reference;

use Kind::{Change, Count, Rank, Rate};
use Verdict::{Holds, Implausible, Mixed, Noise};

fn misread(texts: &[String], wanted: (Kind, Option<f64>, Verdict)) -> Vec<String> {
    texts
        .iter()
        .filter_map(|text| {
            let claims = check(text, None, Reference::shipped()).claims;
            let found = |kind, value, verdict| (kind, value, verdict) == wanted;
            let read = claims
                .iter()
                .any(|claim| found(claim.kind, claim.value, claim.verdict));
            let short: Vec<_> = claims
                .iter()
                .map(|claim| (claim.kind, claim.value, claim.verdict))
                .collect();
            (!read).then(|| format!("{text}\n    {short:?}"))
        })
        .collect()
}

fn all_come_to(texts: &[&str], before: &str, wanted: (Kind, Option<f64>, Verdict)) {
    let texts: Vec<String> = texts.iter().map(|text| format!("{before}{text}")).collect();
    let misread = misread(&texts, wanted);
    assert!(
        misread.is_empty(),
        "{} of {} misread:\n{}",
        misread.len(),
        texts.len(),
        misread.join("\n")
    );
}

#[test]
fn a_count_of_the_first_quarter() {
    all_come_to(
        &[
            "In the first quarter of 2025, 293 people were injured at work in Kazakhstan.",
            "In Q1 2025, 293 workers were hurt in Kazakhstan.",
            "293 occupational injuries were registered in Kazakhstan in the 1st quarter of 2025.",
            "Kazakhstan: 293 injured at work in January–March 2025.",
            "From January to March 2025, 293 employees suffered injuries in Kazakhstan.",
            "The number of people injured at work in Kazakhstan in Jan-Mar 2025 was 293.",
            "Two hundred and ninety-three people were injured at work in Kazakhstan in the first quarter of 2025.",
            "В первом квартале 2025 года в Казахстане на производстве пострадали 293 человека.",
            "В I квартале 2025 года в Казахстане травмировано 293 работника.",
            "За 1 квартал 2025 г. в РК пострадало 293 чел.",
            "За первые три месяца 2025 года в Казахстане пострадали 293 человека.",
            "С января по март 2025 года на предприятиях Казахстана пострадали 293 работника.",
            "В январе – марте 2025 года число пострадавших на производстве в Казахстане составило 293 человека.",
            "Число пострадавших от несчастных случаев на производстве в Казахстане за I квартал 2025 года — 293.",
            "За 1-й квартал 2025 года по республике зарегистрировано 293 пострадавших.",
            "В Казахстане двести девяносто три человека пострадали на производстве в первом квартале 2025 года.",
            "Пострадали в Казахстане в первом квартале 2025 года 293 человека.",
            "2025 жылдың бірінші тоқсанында Қазақстанда 293 адам зардап шекті.",
            "2025 жылғы 1-тоқсанда елімізде 293 қызметкер жарақат алды.",
            "2025 жылдың I тоқсанында республика бойынша зардап шеккендер саны 293 болды.",
            "2025 жылғы қаңтар-наурызда Қазақстанда 293 жұмысшы жарақаттанды.",
            "2025 жылдың үш айында Қазақстанда өндірісте 293 адам зардап шекті.",
            "Қазақстанда 2025 жылдың алғашқы тоқсанында жазатайым оқиғалардан 293 адам зардап шекті.",
            "Қазақстанда екі жүз тоқсан үш адам 2025 жылдың бірінші тоқсанында зардап шекті.",
        ],
        "",
        (Count, Some(293.0), Holds),
    );
}

#[test]
fn a_fall_on_the_year_before() {
    let english = "In the first quarter of 2025, 293 people were injured at work in Kazakhstan. ";
    all_come_to(
        &[
            "That is 16.8% fewer than a year earlier.",
            "This is down 16.8% year on year.",
            "The figure fell by 16.8 per cent compared with the same period of 2024.",
            "Injuries decreased by 16.8 percent against the first quarter of 2024.",
            "Compared to the same period last year, the number of injured dropped 16.8%.",
            "A 16.8% decline on the previous year.",
            "Year-on-year change: −16.8%.",
            "Injuries were 16.8% lower than in Q1 2024.",
            "The number went down from Q1 2024 by 16.8%.",
        ],
        english,
        (Change, Some(16.8), Holds),
    );
    let russian = "В первом квартале 2025 года на производстве в Казахстане пострадали 293 человека. ";
    all_come_to(
        &[
            "Это на 16,8 % меньше, чем годом ранее.",
            "По сравнению с аналогичным периодом прошлого года число пострадавших снизилось на 16,8%.",
            "Снижение к аналогичному периоду 2024 года составило 16,8 процента.",
            "Травматизм сократился на 16,8 процентов в годовом выражении.",
            "На 16,8% уменьшилось количество пострадавших по сравнению с первым кварталом 2024 года.",
            "Показатель на 16,8 % ниже прошлогоднего.",
            "К уровню прошлого года: –16,8 %.",
            "Пострадавших стало на 16,8 % меньше, чем за тот же период прошлого года.",
        ],
        russian,
        (Change, Some(16.8), Holds),
    );
    let kazakh = "2025 жылдың бірінші тоқсанында Қазақстанда жұмыста 293 адам зардап шекті. ";
    all_come_to(
        &[
            "Бұл өткен жылдың сәйкес кезеңімен салыстырғанда 16,8 %-ға аз.",
            "Былтырғы сәйкес кезеңге қарағанда 16,8 пайызға төмендеді.",
            "Зардап шеккендер саны өткен жылмен салыстырғанда 16,8%-ға азайды.",
            "Көрсеткіш 2024 жылдың бірінші тоқсанымен салыстырғанда 16,8 пайызға кеміген.",
            "Бұл бір жыл бұрынғыдан 16,8 пайызға кем.",
            "Жарақат алғандар саны 16,8 пайызға қысқарды.",
        ],
        kazakh,
        (Change, Some(16.8), Holds),
    );
}

#[test]
fn a_rate_without_denominator_and_period() {
    all_come_to(
        &[
            "In the first quarter of 2025 in Kazakhstan the injury rate was 0.04 per 1,000 workers.",
            "In Q1 2025 Kazakhstan's incidence rate stood at 0.04 per thousand employees.",
            "Коэффициент частоты несчастных случаев в Казахстане за I квартал 2025 года составил 0,04 на 1000 работающих.",
            "В первом квартале 2025 года на тысячу работников в Казахстане пришлось 0,04 пострадавших.",
            "В Казахстане за первый квартал 2025 года показатель частоты травматизма — 0,04 на 1 000 человек.",
            "В Казахстане за первый квартал 2025 года коэффициент составил 0,04.",
            "2025 жылдың бірінші тоқсанында Қазақстанда 1000 жұмысшыға шаққанда көрсеткіш 0,04 болды.",
            "2025 жылдың бірінші тоқсанында Қазақстанда жарақаттану жиілігінің коэффициенті мың қызметкерге 0,04-ке тең.",
        ],
        "",
        (Rate, Some(0.04), Mixed),
    );
}

#[test]
fn a_first_place() {
    let counts = " (31), Kostanay (27).";
    let texts: Vec<String> = [
        "In Q1 2025 Karaganda region leads by the number of injured",
        "In Q1 2025 the most injured were in Karaganda region",
        "In Q1 2025 the highest number of injured was recorded in Qaraghandy region",
        "In Q1 2025 Qarağandı topped the list of injured",
    ]
    .iter()
    .map(|text| format!("{text}{counts}"))
    .chain(
        [
            "В I квартале 2025 года больше всего пострадавших в Карагандинской области — 31, в Костанайской — 27.",
            "В I квартале 2025 года лидирует по числу пострадавших Карагандинская область: 31, Костанайская — 27.",
            "В I квартале 2025 года наибольшее количество пострадавших — в Караганде (31) и Костанае (27).",
            "2025 жылдың I тоқсанында ең көп зардап шеккендер Қарағанды облысында – 31, Қостанайда – 27.",
            "2025 жылдың I тоқсанында зардап шеккендер саны бойынша Қарағанды облысы көш бастап тұр: 31 адам, Қостанай – 27.",
        ]
        .map(str::to_owned),
    )
    .collect();
    let misread = misread(&texts, (Rank, None, Noise));
    assert!(
        misread.is_empty(),
        "{} of {} misread:\n{}",
        misread.len(),
        texts.len(),
        misread.join("\n")
    );
}

#[test]
fn a_change_that_two_published_counts_contradict() {
    all_come_to(
        &[
            "In 2019 injuries at work in Kazakhstan rose by 30% compared with 2018.",
            "В 2019 году травматизм в Казахстане вырос на 30 % по сравнению с 2018 годом.",
            "2019 жылы Қазақстанда зардап шеккендер 2018 жылмен салыстырғанда 30 пайызға көбейді.",
        ],
        "",
        (Change, Some(30.0), Implausible),
    );
}

#[test]
fn twice_as_many() {
    let texts: Vec<String> = [
        "In 2024, 24 people died at work in Atyrau region, twice as many as in 2023, when 12 died.",
        "В 2024 году в Атырауской области на производстве погибли 24 человека, вдвое больше, чем в 2023 году (12).",
        "В 2024 году число погибших в Атырауской области выросло в 2 раза: с 12 до 24.",
        "2024 жылы Атырау облысында өндірісте 24 адам қаза тапты, бұл 2023 жылмен салыстырғанда екі есе көп.",
    ]
    .map(str::to_owned)
    .into();
    let misread = misread(&texts, (Change, Some(2.0), Noise));
    assert!(
        misread.is_empty(),
        "{} of {} misread:\n{}",
        misread.len(),
        texts.len(),
        misread.join("\n")
    );
}
