//! The sentence for the press: what may be said of a release, with its uncertainty.

use saqta_text::{Catalogue, Language, Value};

use crate::measure::{Limits, Measure};
use crate::wording::{capitalised, decimal, grouped, period};

use super::content::{Release, Sentences};

/// The sentence in three languages.
pub(super) fn sentences(release: &Release) -> Sentences {
    let catalogue = Catalogue::embedded();
    let say = |language| sentence(release, &catalogue, language);
    Sentences {
        kk: say(Language::Kk),
        ru: say(Language::Ru),
        en: say(Language::En),
    }
}

fn sentence(release: &Release, catalogue: &Catalogue, language: Language) -> String {
    let say = |id: &str, arguments: &[(&str, &str)], plural: Option<u64>| {
        let mut given: Vec<(&str, Value<'_>)> = arguments
            .iter()
            .map(|(name, text)| (*name, Value::from(*text)))
            .collect();
        let count = i64::try_from(plural.unwrap_or(0)).unwrap_or(i64::MAX);
        given.push(("count", count.into()));
        catalogue.text(language, id, &given)
    };
    let total = &release.total;
    let range = |limits: &Limits| {
        let (lower, upper) = (limits.lower.round(), limits.upper.round());
        format!("{}–{}", decimal(lower, 0, language), decimal(upper, 0, language))
    };
    let mut parts = Vec::new();
    if release.synthetic {
        parts.push(say("release-synthetic", &[], None));
    }
    parts.push(capitalised(&say(
        "release-injured",
        &[
            ("when", &period(release.period, language)),
            ("shown", &grouped(total.count, language)),
            ("range", &range(&total.count_interval)),
        ],
        Some(total.count),
    )));
    // Where nobody was injured, nobody can have died.
    if total.count > 0 {
        parts.push(say(
            "release-died",
            &[
                ("shown", &grouped(total.fatal, language)),
                ("range", &range(&total.fatal_interval)),
            ],
            Some(total.fatal),
        ));
    }
    let incidence = total.rates.iter().find(|rate| rate.measure == Measure::Incidence);
    if let Some((rate, limits)) = incidence.and_then(|rate| Some((rate, rate.interval?))) {
        let whole = if release.period.is_year() { "year" } else { "part" };
        parts.push(say(
            "release-rate",
            &[
                ("rate", &decimal(rate.value, 3, language)),
                ("lower", &decimal(limits.lower, 3, language)),
                ("upper", &decimal(limits.upper, 3, language)),
                (
                    "workers",
                    &workers(release, &rate.denominator, catalogue, language),
                ),
                ("denominator", &rate.denominator),
                ("span", whole),
            ],
            None,
        ));
    }
    if let Some((change, ratio)) = release.change.and_then(|change| Some((change, change.ratio?))) {
        let percent = |ratio: f64| decimal((ratio - 1.0).abs() * 100.0, 1, language);
        let signed = |ratio: Option<f64>| {
            let ratio = ratio.unwrap_or(1.0);
            let sign = if ratio < 1.0 { "−" } else { "+" };
            format!("{sign}{}", percent(ratio))
        };
        let direction = if ratio < 1.0 { "fewer" } else { "more" };
        let verdict = if change.is_established {
            "established"
        } else {
            "noise"
        };
        parts.push(say(
            "release-change",
            &[
                ("percent", &percent(ratio)),
                ("direction", direction),
                ("before", &grouped(change.before, language)),
                ("lower", &signed(change.ratio_lower)),
                ("upper", &signed(change.ratio_upper)),
                ("verdict", verdict),
            ],
            Some(change.before),
        ));
    }
    if let Some(nowcast) = &release.nowcast {
        #[expect(clippy::cast_precision_loss, reason = "no count of injuries reaches 2^53")]
        let more = nowcast.upper > total.count as f64 + 0.5;
        if more {
            let band = Limits {
                lower: nowcast.lower,
                upper: nowcast.upper,
                level: nowcast.level,
            };
            parts.push(say("release-nowcast", &[("range", &range(&band))], None));
        }
    }
    parts.join(" ")
}

/// The denominator in words: of whom, who counts them, and of when.
fn workers(release: &Release, id: &str, catalogue: &Catalogue, language: Language) -> String {
    let Some(exposure) = release.denominators.iter().find(|exposure| exposure.id == id) else {
        return id.to_owned();
    };
    let named = format!("release-counter-{}", exposure.counter);
    let counter = if catalogue.has(language, &named) {
        catalogue.text(language, &named, &[])
    } else {
        exposure.counter.clone()
    };
    let when = if exposure.period.is_year() {
        let year = exposure.period.year().to_string();
        catalogue.text(language, "release-of-year", &[("year", Value::from(&year))])
    } else {
        period(exposure.period, language)
    };
    let arguments = [
        ("unit", Value::from(exposure.unit.code())),
        ("counter", Value::from(&counter)),
        ("when", Value::from(&when)),
    ];
    catalogue.text(language, "release-workers", &arguments)
}
