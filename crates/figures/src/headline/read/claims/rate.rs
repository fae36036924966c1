//! Rates: "0.04 per 1,000 workers", «коэффициент частоты составил 0,08», «1000 қызметкерге шаққанда 0,04».

use saqta_domain::period::Period;

use super::shared::Looking;
use crate::headline::lexicon::{Concept, Population};
use crate::headline::read::assertion::{Assertion, Base, Change, Detail, Metric, Printed, Rate, Rates};
use crate::headline::read::element::{Element, Number, Part, Unit};
use crate::headline::read::find::Side;
use crate::knowledge::What;

/// The claim of a figure that stands beside a base, or after the word for a rate.
pub(super) fn of(looking: &Looking<'_>, number: Number) -> Option<Assertion> {
    if !matches!(number.unit, Unit::None | Unit::PerMille) {
        return None;
    }
    let base = looking
        .around
        .nearest(&[Side::Right, Side::Left], |element: &Element| {
            match element.part {
                Part::Base { per, population } => Some((per, population)),
                _ => None,
            }
        });
    let named = looking.around.nearest(&[Side::Left, Side::Before], |element| {
        element.is(Concept::Rate).then_some(())
    });
    let moves = looking
        .around
        .just_before()
        .is_some_and(|(_, element)| element.is(Concept::By));
    let counted = looking.around.just_after().is_some_and(|(_, element)| {
        matches!(
            element.concept(),
            Some(Concept::People | Concept::What(_) | Concept::OfWhom)
        )
    });
    let fractional = number.figure.decimals > 0;
    let by_name = named.is_some() && fractional && !counted && !is_a_ratio(looking);
    let base_follows = base.is_some_and(|(at, _)| at > looking.around.at);
    let by_base = base.is_some() && !moves && (base_follows || !counted || fractional);
    let goes_on = going_on(looking).filter(|_| fractional && !counted && base.is_none() && !moves);
    if !by_name && !by_base && goes_on.is_none() {
        return None;
    }
    let detail = Detail::Rate(goes_on.unwrap_or_else(|| rate(looking, number, base)));
    let what = looking
        .what(&[Side::Left, Side::Right, Side::Before])
        .filter(|found| found.is != What::Other);
    let place = looking.place();
    let mut said_at = place.said_at;
    said_at.extend(base.map(|(at, _)| at));
    said_at.extend(named.map(|(at, ())| at));
    let what = what.map_or(looking.context.what, |found| found.is);
    let mut assertion = looking.assertion(Some(number), what, place.is, detail);
    assertion.text = looking.bytes(&said_at);
    assertion.activities = looking.activities(&[Side::Left, Side::Right]).is;
    if is_of_the_year_before(looking) {
        assertion.is_base = true;
        assertion.text = looking.bytes(&[]);
        assertion.period = rate_before(looking)
            .and_then(|before| before.period)
            .or(assertion.period)
            .map(Period::a_year_before);
    }
    Some(assertion)
}

/// The rate that the figure follows in its sentence.
fn rate_before<'s>(looking: &Looking<'s>) -> Option<&'s Assertion> {
    let (_, before) = looking.earlier.last()?;
    matches!(before.detail, Detail::Rate(_)).then_some(before)
}

/// "0.04 per 1,000 against 0.05 a year earlier": this quarter's count says nothing of the rate before.
fn is_of_the_year_before(looking: &Looking<'_>) -> bool {
    let opposed = looking
        .around
        .just_before()
        .is_some_and(|(_, element)| element.is(Concept::Compared));
    let a_year_earlier = looking
        .around
        .in_segment(|element| element.is(Concept::YearEarlier));
    // "in the first quarter of 2025 against 0.05": that time is of the figure before.
    let own = if opposed {
        looking.when(&[Side::Right])
    } else {
        looking.when(&[Side::Right, Side::Left])
    };
    rate_before(looking).is_some() && own.is_none() && (opposed || a_year_earlier)
}

/// A change that follows two rates is theirs: "0.04 per 1,000 against 0.05 a year earlier, a fall of 20%".
pub(super) fn give_rates(looking: &Looking<'_>, change: &mut Change) {
    let Some((last, rest)) = looking.earlier.split_last() else {
        return;
    };
    let printed = |claim: &Assertion| {
        let value = claim.value.filter(|_| matches!(claim.detail, Detail::Rate(_)))?;
        Some(Printed {
            value,
            decimals: claim.decimals,
        })
    };
    if printed(&last.1).is_none() || matches!(change.base, Base::Years(_)) {
        return;
    }
    change.metric = Metric::Rate;
    let Some((first_at, first)) = rest.last() else {
        return;
    };
    // "from 0.04 to 0.05"
    let leads_on = looking.sentence.elements[*first_at..last.0]
        .iter()
        .any(|element| element.is(Concept::To));
    let (base, current) = match (first.is_base, last.1.is_base) {
        (false, true) => (&last.1, first),
        (true, false) => (first, &last.1),
        _ if leads_on => (first, &last.1),
        _ if first.period < last.1.period => (first, &last.1),
        _ if first.period > last.1.period => (&last.1, first),
        _ => return,
    };
    if let (Some(base), Some(current)) = (printed(base), printed(current)) {
        change.rates = Some(Rates { current, base });
    }
}

/// What belongs to the rate, by its base and by what the sentence says.
fn rate(looking: &Looking<'_>, number: Number, base: Option<(usize, (f64, Option<Population>))>) -> Rate {
    let in_sentence = |concept| {
        looking
            .sentence
            .elements
            .iter()
            .any(|element| element.is(concept))
    };
    let per_mille = (number.unit == Unit::PerMille).then_some(1000.0);
    let (per, population) = base.map_or((None, None), |(_, (per, population))| (Some(per), population));
    Rate {
        per: per.or(per_mille),
        population: population
            .filter(|population| *population != Population::Unclear)
            .or_else(|| named_population(looking))
            .or(population),
        annualised: in_sentence(Concept::Annualised),
        cumulative: in_sentence(Concept::Cumulative),
    }
}

/// "0.082 per 1,000 in Kostanay region; in Karaganda it was 0.067": the rate of another place goes on with the base of the one before.
fn going_on(looking: &Looking<'_>) -> Option<Rate> {
    let (_, before) = looking.earlier.last()?;
    let Detail::Rate(rate) = before.detail else {
        return None;
    };
    let has_place = looking
        .around
        .in_segment(|element| super::place::place(element).is_some());
    (has_place || is_of_the_year_before(looking)).then_some(rate)
}

/// Who stands under the rate where the sentence names it apart: "(denominator bns-employees@1)".
fn named_population(looking: &Looking<'_>) -> Option<Population> {
    let mut named = looking
        .sentence
        .elements
        .iter()
        .filter_map(|element| match element.concept() {
            Some(Concept::Population(population)) if population != Population::Unclear => Some(population),
            _ => None,
        });
    let first = named.next()?;
    named.all(|other| other == first).then_some(first)
}

/// "(ratio to the country 1.97)": one rate over another is no rate.
fn is_a_ratio(looking: &Looking<'_>) -> bool {
    let words = ["ratio", "отношение", "қатынасы"];
    let elements = &looking.sentence.elements;
    elements
        .iter()
        .any(|element| words.contains(&element.last.as_str()))
}
