//! The two counts of a change: from the text, published, implied by the change itself, or assumed.

use saqta_domain::period::Period;

use crate::headline::facts::{Facts, Known, Origin, ROUGHLY, printed_as, to_float};
use crate::headline::number::Figure;
use crate::headline::read::assertion::Change;
use crate::headline::read::{Assertion, Base, Direction, Size};
use crate::knowledge::Counter;

/// Years back from the newest in which a published count is looked for as an assumption.
const LOOK_BACK: i16 = 10;

/// "Twice as many" is said of anything near it.
const ABOUT_TIMES: f64 = 0.15;

/// What a change can be recomputed from.
pub(super) enum Counts {
    /// Two counts that give the printed change; the year whose count was assumed.
    Of {
        current: Known,
        base: Known,
        year: Option<Period>,
    },
    Contradicted {
        current: Known,
        base: Known,
    },
    /// No whole number of cases gives it.
    Impossible {
        known: u64,
    },
}

pub(super) fn counts(facts: &Facts<'_>, claim: &Assertion, change: Change) -> Option<Counts> {
    let base_period = match change.base {
        Base::Period(period) => Some(period),
        Base::Unsaid | Base::YearBefore => None,
        Base::Years(_) => return assumed(facts, claim, change),
    };
    let current = claim
        .period
        .and_then(|period| facts.count_by(claim.counter, claim.what, claim.place, Some(period)))
        .or_else(|| facts.in_text(claim.what, claim.place, claim.period));
    let counter = current.and_then(|current| current.counter).or(claim.counter);
    // The text's own base may be another counter's, which is then said; a published one of another says nothing.
    let base = base_period.and_then(|period| {
        let in_text = facts.in_text(claim.what, claim.place, Some(period));
        in_text.or_else(|| facts.count_by(counter, claim.what, claim.place, Some(period)))
    });
    match (current, base) {
        (Some(current), Some(base)) if gives(claim, change, current.count, base.count) => Some(Counts::Of {
            current,
            base,
            year: None,
        }),
        (Some(current), Some(base)) => Some(Counts::Contradicted { current, base }),
        (Some(current), None) => Some(implied(claim, change, current, Side::Base, None)),
        (None, Some(base)) => Some(implied(claim, change, base, Side::Current, None)),
        (None, None) => assumed(facts, claim, change),
    }
}

/// Which of the two counts is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Current,
    Base,
}

/// The whole number that gives the printed change together with a known one.
fn implied(claim: &Assertion, change: Change, known: Known, missing: Side, year: Option<Period>) -> Counts {
    let value = claim.value.unwrap_or_default();
    let down = change.direction == Some(Direction::Down);
    let factor = match change.size {
        Size::Percent | Size::Points if down => 1.0 - value / 100.0,
        Size::Percent | Size::Points => 1.0 + value / 100.0,
        Size::Times if down && value >= 1.0 => 1.0 / value,
        Size::Times => value,
        Size::Number => f64::NAN,
    };
    let count = to_float(known.count);
    let estimate = match (change.size, missing) {
        (Size::Number, Side::Base) if down => count + value,
        (Size::Number, Side::Base) => count - value,
        (Size::Number, Side::Current) if down => count - value,
        (Size::Number, Side::Current) => count + value,
        (_, Side::Base) => count / factor,
        (_, Side::Current) => count * factor,
    };
    let candidates = [estimate.round(), estimate.floor(), estimate.ceil()];
    let found = candidates
        .into_iter()
        .filter(|c| c.is_finite())
        .find_map(|candidate| {
            let other = Figure::of(candidate).count()?;
            let (current, base) = match missing {
                Side::Base => (known.count, other),
                Side::Current => (other, known.count),
            };
            gives(claim, change, current, base).then_some(other)
        });
    let Some(other) = found else {
        return Counts::Impossible { known: known.count };
    };
    let other = Known {
        count: other,
        origin: if year.is_some() {
            Origin::Assumed
        } else {
            Origin::Implied
        },
        ..known
    };
    match missing {
        Side::Base => Counts::Of {
            current: known,
            base: other,
            year,
        },
        Side::Current => Counts::Of {
            current: other,
            base: known,
            year,
        },
    }
}

/// With neither count known: the newest published count of the same months (over several years: of a whole year) is taken as the size that such
/// counts have.
fn assumed(facts: &Facts<'_>, claim: &Assertion, change: Change) -> Option<Counts> {
    let newest = facts.knowledge.latest_year()?;
    let months = match (change.base, claim.period) {
        (Base::Years(_), _) | (_, None) => Period::year_of(newest)?,
        (_, Some(period)) => Period::months(newest, period.first_month(), period.last_month())?,
    };
    (0..=LOOK_BACK).find_map(|back| {
        let period = Period::months(newest - back, months.first_month(), months.last_month())?;
        let known = facts.in_knowledge(claim.what, claim.place, Some(period), claim.counter)?;
        let usable = known.counter != Some(Counter::Unclear) && !known.is_of_another(claim.counter);
        usable.then(|| {
            let known = Known {
                origin: Origin::Assumed,
                ..known
            };
            implied(claim, change, known, Side::Base, Some(period))
        })
    })
}

/// Whether two counts give the printed change.
pub(super) fn gives(claim: &Assertion, change: Change, current: u64, base: u64) -> bool {
    let (value, decimals) = (claim.value.unwrap_or_default(), claim.decimals);
    let (current, base) = (to_float(current), to_float(base));
    let way = match change.direction {
        Some(Direction::Down) => current <= base,
        Some(Direction::Up) => current >= base,
        None => true,
    };
    if claim.value.is_none() {
        return way;
    }
    let slack = match (claim.rough, claim.approximate) {
        (true, _) => ROUGHLY,
        (false, true) => 1.0,
        (false, false) => 0.0,
    };
    let near = |actual: f64| printed_as(actual, value, decimals) || (actual - value).abs() <= slack;
    way && match change.size {
        Size::Percent | Size::Points => base > 0.0 && near((current - base).abs() / base * 100.0),
        Size::Number => near((current - base).abs()),
        Size::Times => {
            let ratio = match (change.direction, value < 1.0) {
                (Some(Direction::Down), false) => base / current,
                _ => current / base,
            };
            // "Half" and "one and a half" are no whole numbers that something could be rounded to.
            let printed = decimals > 0 || value.fract() == 0.0;
            ratio.is_finite()
                && (printed && printed_as(ratio, value, decimals)
                    || (ratio / value - 1.0).abs() <= ABOUT_TIMES)
        }
    }
}
