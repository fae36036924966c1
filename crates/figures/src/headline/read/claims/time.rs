//! When a claim is about, and what it is compared with.

use saqta_domain::period::Period;

use super::shared::Looking;
use crate::headline::lexicon::Concept;
use crate::headline::read::assertion::Where;
use crate::headline::read::element::{Element, Part, When};
use crate::headline::read::find::Side;
use crate::knowledge::What;

impl Looking<'_> {
    /// A stretch of time that the words around name.
    pub(super) fn when(&self, sides: &[Side]) -> Option<(usize, When)> {
        self.around.nearest(sides, |element| match element.part {
            Part::When(when) => Some(when),
            _ => None,
        })
    }

    /// Whether the stretch of time at `at` is what something is compared with.
    pub(super) fn is_base(&self, at: usize) -> bool {
        let elements = &self.sentence.elements;
        let compared =
            |element: &Element| matches!(element.concept(), Some(Concept::Compared | Concept::YearEarlier));
        let before = elements[..at]
            .iter()
            .rev()
            .take(4)
            .take_while(|element| element.number().is_none())
            .any(compared);
        // Kazakh says it afterwards: 2024 жылмен салыстырғанда.
        let after = elements
            .get(at + 1)
            .is_some_and(super::shared::compares_with_what_stands_before);
        before || after || self.says_last_years_level(at)
    }

    fn says_last_years_level(&self, at: usize) -> bool {
        ["жылмен", "жылдан", "жылға"].contains(&self.sentence.elements[at].last.as_str())
    }

    /// The period of a stretch of time as named. A bare year in a sentence that compares is the same part of that year.
    pub(super) fn resolve(&self, mut when: When, beside: Option<Period>) -> Option<Period> {
        let compares =
            |element: &Element| matches!(element.concept(), Some(Concept::Compared | Concept::YearEarlier));
        if when.months.is_none() && self.sentence.elements.iter().any(compares) {
            let part_of_year = beside.or(self.context.period).filter(|period| !period.is_year());
            when.months = part_of_year.map(|period| (period.first_month(), period.last_month()));
        }
        self.context.resolve(when, beside)
    }

    /// The stretch of time that the sentence is about: not one that something is compared with, none in brackets.
    pub(super) fn sentence_period(&self) -> Option<Period> {
        let depth = self.sentence.depth[self.around.at];
        let named = self.sentence.elements.iter().enumerate();
        let mut named = named.filter_map(|(at, element)| match element.part {
            Part::When(when) if self.sentence.depth[at] <= depth && !self.is_base(at) => Some(when),
            _ => None,
        });
        named.next().and_then(|when| self.resolve(when, None))
    }

    /// The stretch of time that the sentence compares with, where it names one.
    pub(super) fn sentence_base(&self, current: Option<Period>) -> Option<Period> {
        let named = self.sentence.elements.iter().enumerate();
        let mut named = named.filter_map(|(at, element)| match element.part {
            Part::When(when) if self.is_base(at) => Some(when),
            _ => None,
        });
        let mut when = named.next()?;
        let part_of_year = current.filter(|current| !current.is_year());
        when.months = when
            .months
            .or(part_of_year.map(|current| (current.first_month(), current.last_month())));
        let year_before = current.map(|current| current.a_year_before());
        // "than in the first quarter of 2025" of a text about that quarter names no base.
        self.context
            .resolve(when, year_before)
            .filter(|period| Some(*period) != current)
    }

    /// The period of a claim: its own, else the sentence's, else the text's.
    pub(super) fn period(&self) -> Option<Period> {
        let own = self.when(&[Side::Right, Side::Left, Side::Before]);
        own.filter(|(at, _)| !self.is_base(*at))
            .and_then(|(_, when)| self.resolve(when, None))
            .or_else(|| self.sentence_period())
            .or(self.context.period)
    }

    /// The time that a change is about where it follows counts of several times, of the same thing in the same place: the latest of them is "now",
    /// whichever the text names first.
    pub(super) fn latest_of_several(&self, what: What, place: Where) -> Option<Period> {
        let dated = || {
            let counts = self.earlier.iter().map(|(_, claim)| claim);
            let like = counts.filter(|claim| claim.counts_like(what, place) && !claim.is_base);
            like.filter_map(|claim| claim.period)
        };
        let latest = dated().max_by_key(|period| ends(*period))?;
        dated().any(|period| period != latest).then_some(latest)
    }

    /// When a count of the same thing was said last that is of an earlier time, in this sentence or before it; else the time
    /// of whatever else the sentence compares with.
    pub(super) fn earlier_period(&self, what: What, place: Where, current: Period) -> Option<Period> {
        let here = self.earlier.iter().rev().map(|(_, claim)| claim);
        let same = here
            .clone()
            .filter(|claim| claim.counts_like(what, place))
            .filter_map(|claim| claim.period);
        let before = self.context.counts.iter().rev();
        let before = before
            .filter(|(counted, there, _)| *counted == what && *there == place)
            .map(|(_, _, period)| *period);
        let bases = here
            .filter(|claim| claim.is_base)
            .filter_map(|claim| claim.period);
        same.chain(before)
            .chain(bases)
            .find(|period| ends(*period) < ends(current))
    }
}

/// What orders stretches of time: when they end.
fn ends(period: Period) -> (i16, u8) {
    (period.year(), period.last_month())
}
