//! The bases of rates: "per 1,000 workers", "на 100 тыс. занятых", "1000 қызметкерге шаққанда".

use super::element::{Element, Part, Unit, swallow};
use crate::headline::lexicon::{Concept, Population};

/// Numbers of people, or of hours, that rates are given per.
const BASES: [f64; 6] = [100.0, 1000.0, 10_000.0, 100_000.0, 200_000.0, 1_000_000.0];

/// Joins the words of a rate's base into one element.
pub(super) fn join(elements: &mut [Element]) {
    for at in 0..elements.len() {
        if let Some((per, population, end)) = before_figure(elements, at).or_else(|| kazakh(elements, at)) {
            elements[at].part = Part::Base { per, population };
            swallow(elements, at, end);
        }
    }
}

/// A preposition, the number, the population.
fn before_figure(elements: &[Element], at: usize) -> Option<(f64, Option<Population>, usize)> {
    let preposition = elements.get(at)?.concept()?;
    let number_at = next(elements, at + 1)?;
    let per = base(&elements[number_at])?;
    let (population, end) = population(elements, number_at);
    match preposition {
        Concept::Per => Some((per, population, end)),
        // «снизилось на 1000» is a difference; «на 1000 работников» is not, unless the fall stands right before.
        Concept::By => {
            let moved = at > 0 && matches!(elements[at - 1].concept(), Some(Concept::Down | Concept::Up));
            (population.is_some() && !moved).then_some((per, population, end))
        }
        _ => None,
    }
}

/// The number, the population with the ending of direction; шаққанда may follow.
fn kazakh(elements: &[Element], at: usize) -> Option<(f64, Option<Population>, usize)> {
    let per = base(elements.get(at)?)?;
    let (population, end) = population(elements, at);
    let after = next(elements, end + 1).filter(|after| elements[*after].is(Concept::Per));
    let dative =
        population.is_some() && end > at && elements[end].is_dative() && !elements[end].last.is_ascii();
    if after.is_some() || dative {
        Some((per, population, after.unwrap_or(end)))
    } else {
        None
    }
}

fn base(element: &Element) -> Option<f64> {
    let value = match element.part {
        Part::Concept(Concept::Multiplier(value)) => value,
        Part::Number(number) if number.unit == Unit::None => {
            number.figure.whole.unwrap_or(number.figure.value)
        }
        _ => return None,
    };
    BASES.contains(&value).then_some(value)
}

/// Who stands under the rate, within three words after its number.
fn population(elements: &[Element], number_at: usize) -> (Option<Population>, usize) {
    let mut at = number_at;
    for _ in 0..3 {
        let Some(next) = next(elements, at + 1) else { break };
        match &elements[next].part {
            Part::Concept(Concept::Population(population)) => return (Some(*population), next),
            Part::Concept(Concept::People) => return (Some(Population::Unclear), next),
            Part::Word(_) | Part::Concept(Concept::Multiplier(_)) | Part::Mark('.') => at = next,
            _ => break,
        }
    }
    (None, number_at)
}

fn next(elements: &[Element], from: usize) -> Option<usize> {
    (from..elements.len()).find(|at| elements[*at].part != Part::Gone)
}
