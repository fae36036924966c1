//! Shares and changes: "12% of the injured", "16.8% fewer than a year earlier", "вдвое больше", "59 fewer".

use super::shared::{Found, Looking, direction_of};
use crate::headline::lexicon::Concept;
use crate::headline::read::assertion::{Assertion, Base, Change, Detail, Direction, Metric, Size, Where};
use crate::headline::read::context::names_harm;
use crate::headline::read::element::{Element, Number, Part, Unit};
use crate::headline::read::find::Side;
use crate::knowledge::What;

const OWN: [Side; 2] = [Side::Right, Side::Left];
const OWN_AND_BEFORE: [Side; 3] = [Side::Right, Side::Left, Side::Before];

/// The claim of a figure in per cent: a change where it goes up or down, else a share.
pub(super) fn of(looking: &Looking<'_>, number: Number) -> Option<Assertion> {
    let direction = direction(looking, number);
    let signed = number.negative.is_some();
    let compares = compared(looking).is_some();
    let points = number.unit == Unit::Points;
    let target = looking
        .around
        .just_before()
        .is_some_and(|(_, element)| element.is(Concept::To))
        || until(looking);
    if !target && (direction.is_some() || signed || points || compares) {
        if !changes_harm(looking) {
            return None;
        }
        let size = if points { Size::Points } else { Size::Percent };
        return Some(change(looking, number, direction, size));
    }
    share(looking, number)
}

/// «12 %-ға дейін»
fn until(looking: &Looking<'_>) -> bool {
    looking.element().is_dative()
        && looking
            .around
            .just_after()
            .is_some_and(|(_, element)| element.is(Concept::To))
}

/// "twice as many", «в 1,5 раза больше», «екі есе артты».
pub(super) fn times(looking: &Looking<'_>, number: Number) -> Option<Assertion> {
    let direction = direction(looking, number);
    let about = looking
        .what(&OWN_AND_BEFORE)
        .is_some_and(|what| what.is != What::Other);
    let moves = direction.is_some() || (compared(looking).is_some() && about);
    let changes_by_itself = ["doubled", "doubling", "tripled", "halved", "halving", "half"]
        .contains(&looking.element().last.as_str())
        || looking.element().last.starts_with("удво")
        || looking.element().last.starts_with("утро");
    let claims = moves || (changes_by_itself && about);
    if !claims || !changes_harm(looking) {
        return None;
    }
    let halved = number.figure.value < 1.0;
    let direction = direction.or_else(|| {
        let is = if halved { Direction::Down } else { Direction::Up };
        Some(Found::unsaid(is))
    });
    Some(change(looking, number, direction, Size::Times))
}

/// "59 fewer", «на 59 человек меньше», «59-ға азайды»: a difference, where the direction stands beside the figure.
pub(super) fn difference(looking: &Looking<'_>, number: Number) -> Option<Assertion> {
    number.figure.count()?;
    let after = looking.around.nearest(&[Side::Right], direction_of);
    let near = |at: usize| at.abs_diff(looking.around.at) <= 2;
    let just_before = looking.around.just_before();
    let by = just_before.is_some_and(|(_, element)| element.is(Concept::By));
    let target = just_before.is_some_and(|(_, element)| {
        matches!(
            element.concept(),
            Some(Concept::To | Concept::From | Concept::Compared)
        )
    }) || until(looking);
    let direction = match after {
        // "12 more people were hurt in Kostanay" adds to a list; "12 fewer people", "12 more than" compare.
        Some((at, is))
            if near(at)
                && (is == Direction::Down
                    || by
                    || compared(looking).is_some()
                    || looking.element().is_dative()) =>
        {
            Some((at, is))
        }
        _ if by => looking.around.nearest(&[Side::Left, Side::Right], direction_of),
        _ => None,
    };
    let (at, is) = direction.filter(|_| !target && changes_harm(looking))?;
    Some(change(
        looking,
        number,
        Some(Found {
            is,
            said_at: vec![at],
        }),
        Size::Number,
    ))
}

/// Whether it is injuries, deaths or accidents that changed: its own words say so, or a count of them stands before it in the
/// sentence, or the sentence speaks of nothing else that has figures and follows one that counts them.
fn changes_harm(looking: &Looking<'_>) -> bool {
    let names = |sides: &[Side]| looking.what(sides).is_some_and(|what| what.is != What::Other);
    if names(&OWN) {
        return true;
    }
    if !looking.has_other_subject() && names(&OWN_AND_BEFORE) {
        return true;
    }
    if looking.has_other_subject() || looking.is_of_an_activity_itself() {
        return false;
    }
    let elements = &looking.sentence.elements;
    let claimed = |at: usize| looking.earlier.iter().any(|(other, _)| *other == at);
    let other_quantity = (looking.clause_start()..looking.around.at).any(|at| {
        let money = || elements.get(at + 1).is_some_and(|next| next.is(Concept::Money));
        let deeper = looking.sentence.depth[at] > looking.sentence.depth[looking.around.at];
        match elements[at].part {
            Part::Number(number) => {
                number.unit == Unit::None && !deeper && !claimed(at) && !is_numeral(elements, at)
            }
            Part::Skip => money(),
            _ => false,
        }
    });
    if other_quantity {
        return false;
    }
    let follows_a_rate = looking
        .earlier
        .last()
        .is_some_and(|(_, claim)| matches!(claim.detail, Detail::Rate(_)));
    if follows_a_rate {
        return true;
    }
    looking.earlier_count().is_some() || elements.iter().any(names_harm) || looking.context.speaks_of_harm()
}

/// «352 санынан»: "than the number 352".
fn is_numeral(elements: &[Element], at: usize) -> bool {
    let next = elements.get(at + 1);
    next.is_some_and(|next| matches!(&next.part, Part::Word(word) if word.starts_with("сан")))
}

/// The nearer of the directions on both sides; from farther away only where "by" leads up to the figure.
fn direction(looking: &Looking<'_>, number: Number) -> Option<Found<Direction>> {
    let left = looking.direction(&[Side::Left]);
    let right = looking.direction(&[Side::Right]);
    let distance = |found: &Option<Found<Direction>>| {
        found
            .as_ref()
            .and_then(|found| found.said_at.first())
            .map_or(usize::MAX, |at| at.abs_diff(looking.around.at))
    };
    let nearer = if distance(&right) <= distance(&left) {
        right.or(left)
    } else {
        left.or(right)
    };
    let share_between =
        looking.around.in_segment(|element| element.is(Concept::Share)) && distance(&nearer) > 3;
    if let Some(nearer) = nearer.filter(|_| !share_between) {
        return Some(nearer);
    }
    let by = looking
        .around
        .just_before()
        .is_some_and(|(_, element)| element.is(Concept::By));
    if by && let Some(before) = looking.direction(&[Side::Before]) {
        return Some(before);
    }
    // «пострадавших сократилось на 16,8 % (…), а погибших — на 13 %»: the verb was said with the change before.
    // "fell 8.8% to 1,430, and deaths 18.2% to 180" likewise.
    let after = looking.around.just_after();
    let leads_on = after.is_some_and(|(_, element)| element.is(Concept::To));
    if (by || leads_on)
        && let Some(before) = looking.earlier_direction()
    {
        return Some(Found::unsaid(before));
    }
    number
        .negative
        .map(|negative| Found::unsaid(if negative { Direction::Down } else { Direction::Up }))
}

/// The words of a comparison in the figure's own segment.
fn compared(looking: &Looking<'_>) -> Option<usize> {
    looking
        .around
        .nearest(&OWN, |element: &Element| {
            matches!(element.concept(), Some(Concept::Compared | Concept::YearEarlier)).then_some(())
        })
        .map(|(at, ())| at)
}

fn change(
    looking: &Looking<'_>,
    number: Number,
    direction: Option<Found<Direction>>,
    size: Size,
) -> Assertion {
    let what = looking
        .what(&OWN_AND_BEFORE)
        .filter(|found| found.is != What::Other);
    let metric_said = looking.around.nearest(&[Side::Left, Side::Before], |element| {
        element.is(Concept::Rate).then_some(())
    });
    let earlier = looking.earlier_whole();
    let place = looking.place();
    let is = what.as_ref().map_or_else(
        || earlier.map_or(looking.context.what, |claim| claim.what),
        |found| found.is,
    );
    let (base, base_at) = base(looking, is, place.is);
    let mut said_at: Vec<usize> = place.said_at.clone();
    said_at.extend(direction.iter().flat_map(|found| &found.said_at));
    said_at.extend(what.iter().flat_map(|found| &found.said_at));
    said_at.extend(base_at);
    for side in OWN {
        let compares = |element: &Element| {
            matches!(element.concept(), Some(Concept::Compared | Concept::YearEarlier)).then_some(())
        };
        said_at.extend(looking.around.all(side, compares).iter().map(|(at, ())| *at));
    }
    said_at.extend(
        looking
            .around
            .just_before()
            .filter(|(_, element)| element.is(Concept::By))
            .map(|(at, _)| at),
    );
    let mut detail = Change {
        size,
        direction: direction.map(|found| found.is),
        base,
        metric: if metric_said.is_some() || compares_places(looking) {
            Metric::Rate
        } else {
            Metric::Count
        },
        pair: None,
        rates: None,
    };
    if what.is_none() {
        super::rate::give_rates(looking, &mut detail);
    }
    let what_is_said = what.is_some();
    let mut assertion = looking.assertion(Some(number), is, place.is, Detail::Change(detail));
    assertion.what_is_said = what_is_said;
    assertion.text = looking.bytes(&said_at);
    assertion.activities = looking.activities(&OWN_AND_BEFORE).is;
    assertion.period = looking
        .latest_of_several(is, place.is)
        .or_else(|| looking.sentence_period())
        .or(earlier.and_then(|claim| claim.period))
        .or(looking.context.period);
    assertion
}

/// «вдвое выше, чем в среднем по стране»: a place beside another, not a time.
fn compares_places(looking: &Looking<'_>) -> bool {
    let elements = &looking.sentence.elements;
    let after = elements.get(looking.around.at + 1..).unwrap_or_default();
    let until = |element: &&Element| element.number().is_none() && !matches!(element.part, Part::When(_));
    let mut words = after.iter().take(10).take_while(until);
    let compared = words.any(|element| element.is(Concept::Compared));
    compared && words.any(|element| super::place::place(element).is_some())
}

/// What a change is measured from, and the element that says so.
fn base(looking: &Looking<'_>, what: What, place: Where) -> (Base, Option<usize>) {
    let elements = &looking.sentence.elements;
    let of = |pick: &dyn Fn(usize, &Element) -> bool| {
        elements
            .iter()
            .enumerate()
            .find(|(at, element)| pick(*at, element))
            .map(|(at, _)| at)
    };
    let span = of(&|_, element| matches!(element.part, Part::Span(_)));
    if let Some(at) = span
        && let Part::Span(years) = elements[at].part
    {
        return (Base::Years(years), Some(at));
    }
    let current = looking
        .latest_of_several(what, place)
        .or_else(|| looking.sentence_period())
        .or(looking.earlier_count().and_then(|claim| claim.period))
        .or(looking.context.period);
    if let Some(base) = looking.sentence_base(current) {
        let named = of(&|at, element| matches!(element.part, Part::When(_)) && looking.is_base(at));
        return (Base::Period(base), named);
    }
    let year_earlier = of(&|_, element| element.is(Concept::YearEarlier));
    match (year_earlier, current) {
        (Some(at), Some(current)) => (Base::Period(current.a_year_before()), Some(at)),
        (Some(at), None) => (Base::YearBefore, Some(at)),
        (None, Some(current)) => match looking.earlier_period(what, place, current) {
            Some(period) => (Base::Period(period), None),
            None => (Base::Unsaid, None),
        },
        (None, None) => (Base::Unsaid, None),
    }
}

fn share(looking: &Looking<'_>, number: Number) -> Option<Assertion> {
    let mut activities = looking.activities(&[Side::Left, Side::Right]);
    let cause = looking.around.nearest(&OWN_AND_BEFORE, |element| {
        element.is(Concept::Cause).then_some(())
    });
    let harm = |sides: &[Side]| looking.harm(sides);
    let what = harm(&OWN).or_else(|| harm(&[Side::Before]));
    // "A third of the enterprises"
    if what.is_none() && cause.is_none() && looking.what(&OWN).is_some() {
        return None;
    }
    let is_of_others = || is_of_people_at_work(looking) || looking.has_other_subject();
    if what.is_none() && cause.is_none() && is_of_others() {
        return None;
    }
    let place = looking.place();
    let word = looking
        .around
        .nearest(&[Side::Left], |element| element.is(Concept::Share).then_some(()));
    let place_is_said = !place.said_at.is_empty();
    let mut said_at = place.said_at.clone();
    said_at.extend(&activities.said_at);
    said_at.extend(what.iter().flat_map(|found| &found.said_at));
    said_at.extend(cause.filter(|(at, ())| looking.is_close(*at)).map(|(at, ())| at));
    said_at.extend(word.map(|(at, ())| at));
    // "construction for 176 (12.3%)": the share of the count before.
    let of_count = looking
        .count_just_before()
        .filter(|_| activities.is.is_empty() && cause.is_none());
    if let Some((at, count)) = of_count {
        said_at.push(at);
        activities.is.clone_from(&count.activities);
    }
    let what = what.map_or_else(
        || of_count.map_or(looking.context.what, |(_, count)| count.what),
        |found| found.is,
    );
    let mut assertion = looking.assertion(Some(number), what, place.is, Detail::Share);
    assertion.text = looking.bytes(&said_at);
    assertion.activities = activities.is;
    assertion.cause = cause.is_some();
    assertion.place_is_said = place_is_said || of_count.is_some();
    Some(assertion)
}

/// "6.9% of all employed people work there": a share of those at work, not of the injured.
fn is_of_people_at_work(looking: &Looking<'_>) -> bool {
    looking
        .around
        .in_segment(|element| matches!(element.concept(), Some(Concept::Population(_))))
}
