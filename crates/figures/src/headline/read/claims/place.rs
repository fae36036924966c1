//! Where a claim is about.

use super::shared::{Found, Looking};
use crate::headline::lexicon::{Concept, Named};
use crate::headline::read::assertion::Where;
use crate::headline::read::element::{Element, Part};
use crate::headline::read::find::Side;
use crate::knowledge::Place;
use saqta_domain::region::Region;

impl Looking<'_> {
    /// Where, from the words around, else from the figure before, else what the text is about.
    pub(super) fn place(&self) -> Found<Where> {
        let site = self
            .around
            .nearest(&[Side::Left, Side::Right, Side::Before], |element| {
                element.is(Concept::Site).then_some(())
            });
        if let Some((at, ())) = site {
            return Found::at(at, Where::Site);
        }
        if let Some(found) = self.named_place() {
            return found;
        }
        let total = self.around.in_segment(|element| element.is(Concept::Total));
        match self.total_of_the_sentence().or(self.antecedent()) {
            _ if total => Found::unsaid(self.context.place),
            Some(claim) => Found::unsaid(claim.place),
            None => Found::unsaid(self.context.place),
        }
    }

    /// The places that the words around name: one, or several that share the figure.
    pub(super) fn places(&self) -> Vec<(usize, Where)> {
        let of = |side| {
            let mut found = self.around.all(side, place);
            found.retain(|(at, place)| !(is_country(*place) && self.is_compared_with(*at)));
            found
        };
        let (left, right, before) = (of(Side::Left), of(Side::Right), of(Side::Before));
        let regions = |found: &[(usize, Where)]| found.iter().any(|(_, place)| !is_country(*place));
        if regions(&left) || (!left.is_empty() && !regions(&right)) {
            let own = self.sentence.segment[self.around.at];
            self.with_listed(left.first(), own, &before)
        } else if !right.is_empty() {
            let mut joined: Vec<_> = right.into_iter().take(1).collect();
            joined.extend(self.listed_after());
            joined
        } else {
            let nearest = before.first();
            let segment = nearest.map_or(0, |(at, _)| self.sentence.segment[*at]);
            // "Aktobe and Atyrau regions (22 each)"
            self.with_listed(nearest, segment, before.get(1..).unwrap_or_default())
        }
    }

    /// «чем в среднем по стране»: the country is what something else is compared with.
    fn is_compared_with(&self, at: usize) -> bool {
        const FAR: usize = 6;
        let before = &self.sentence.elements[at.saturating_sub(FAR)..at];
        at < self.around.at && before.iter().any(|element| element.is(Concept::Compared))
    }

    /// A place, and those of the segments right before its own that hold nothing but a place: "Aktobe and Atyrau with 22".
    fn with_listed(
        &self,
        nearest: Option<&(usize, Where)>,
        segment: usize,
        before: &[(usize, Where)],
    ) -> Vec<(usize, Where)> {
        let Some(nearest) = nearest else { return Vec::new() };
        let mut joined = vec![*nearest];
        if !is_country(nearest.1) {
            let listed = before.iter().zip(1..).take_while(|((at, place), step)| {
                let its = self.sentence.segment[*at];
                its + step == segment && !is_country(*place) && self.holds_only_a_place(its)
            });
            joined.extend(listed.map(|(found, _)| *found));
        }
        joined
    }

    fn named_place(&self) -> Option<Found<Where>> {
        let places = self.places();
        let said_at = places.iter().map(|(at, _)| *at).collect();
        match places.as_slice() {
            [] => None,
            [(_, one)] => Some(Found { is: *one, said_at }),
            _ => Some(Found {
                is: Where::Several,
                said_at,
            }),
        }
    }

    /// Places after it, joined by "and": "22 each in Aktobe and Atyrau".
    fn listed_after(&self) -> Vec<(usize, Where)> {
        let own = self.sentence.segment[self.around.at];
        let after = self.around.all(Side::After, place);
        after
            .into_iter()
            .take(1)
            .filter(|(at, _)| {
                let segment = self.sentence.segment[*at];
                let opens = self.sentence.segment.partition_point(|other| *other < segment);
                segment == own + 1
                    && self.sentence.elements[opens].is(Concept::And)
                    && self.holds_only_a_place(segment)
            })
            .collect()
    }

    fn holds_only_a_place(&self, segment: usize) -> bool {
        let first = self.sentence.segment.partition_point(|other| *other < segment);
        let last = self.sentence.segment.partition_point(|other| *other <= segment);
        let mut words = 0;
        self.sentence.elements[first..last]
            .iter()
            .all(|element| match &element.part {
                Part::Word(_) => {
                    words += 1;
                    words <= 3
                }
                Part::Mark(_) | Part::Hyphen => true,
                Part::Concept(concept) => {
                    matches!(
                        concept,
                        Concept::Place(_) | Concept::And | Concept::InYear | Concept::Each | Concept::To
                    )
                }
                _ => false,
            })
    }
}

impl Looking<'_> {
    /// Whether the sentence calls a place by a name that a region shares with its chief town, and speaks of no region by its full name.
    pub(super) fn names_only_shared(&self, place: Where) -> bool {
        let Where::Place(Place::Region(region)) = place else {
            return false;
        };
        let named = |wanted: &dyn Fn(Named) -> bool| {
            let elements = &self.sentence.elements;
            elements.iter().any(|element| match element.concept() {
                Some(Concept::Place(named)) => wanted(named),
                _ => false,
            })
        };
        let by_full_name = |named: Named| match named {
            Named::Place(Place::Region(other)) => {
                !matches!(other, Region::Almaty | Region::Astana | Region::Shymkent)
            }
            _ => false,
        };
        let says_region = self.sentence.elements.iter().any(|element| {
            matches!(&element.part, Part::Word(word) if ["region", "област", "облыс"].iter().any(|stem| word.starts_with(stem)))
        });
        named(&|named| named == Named::Shared(region)) && !named(&by_full_name) && !says_region
    }
}

/// The place that an element names.
pub(super) fn place(element: &Element) -> Option<Where> {
    match element.concept()? {
        Concept::Place(Named::Place(place)) => Some(Where::Place(place)),
        Concept::Place(Named::Almaty) => Some(Where::Almaty),
        Concept::Place(Named::Shared(region)) => Some(Where::Place(Place::Region(region))),
        Concept::Place(Named::Town(region)) => Some(Where::Town(region)),
        Concept::Place(Named::Unknown) => Some(Where::Elsewhere),
        _ => None,
    }
}

pub(super) fn is_country(place: Where) -> bool {
    place.is_country()
}
