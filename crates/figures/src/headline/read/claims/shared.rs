//! What every sort of claim asks: of what, where, when, in which words.

use std::ops::Range;

use crate::headline::lexicon::Concept;
use crate::headline::read::assertion::{Assertion, Detail, Direction, Kind, Where};
use crate::headline::read::context::Context;
use crate::headline::read::element::{Element, Number, Part};
use crate::headline::read::find::{Around, Side};
use crate::headline::read::sentence::Sentence;
use crate::knowledge::{Branch, Counter, What};

/// Elements looked at from one of them, with what was said before.
pub(super) struct Looking<'s> {
    text: &'s str,
    index: usize,
    pub(super) sentence: &'s Sentence,
    pub(super) around: Around<'s>,
    pub(super) context: &'s Context,
    /// Claims of earlier figures of the same sentence.
    pub(super) earlier: &'s [(usize, Assertion)],
}

/// Something found, and the elements that say so.
pub(super) struct Found<T> {
    pub(super) is: T,
    pub(super) said_at: Vec<usize>,
}

impl<T> Found<T> {
    pub(super) fn at(at: usize, is: T) -> Self {
        Self {
            is,
            said_at: vec![at],
        }
    }

    pub(super) fn unsaid(is: T) -> Self {
        Self {
            is,
            said_at: Vec::new(),
        }
    }
}

impl<'s> Looking<'s> {
    pub(super) fn new(
        text: &'s str,
        index: usize,
        sentence: &'s Sentence,
        at: usize,
        context: &'s Context,
        earlier: &'s [(usize, Assertion)],
    ) -> Self {
        Self {
            text,
            index,
            sentence,
            around: Around::new(sentence, at),
            context,
            earlier,
        }
    }

    pub(super) fn element(&self) -> &'s Element {
        &self.sentence.elements[self.around.at]
    }

    /// "The ministry says 1,408", "2,471 according to the Bureau": a figure with nothing but its counter.
    pub(super) fn is_attributed(&self) -> bool {
        let after = self.sentence.elements.get(self.around.at + 1);
        let bare = after.is_none_or(|element| {
            matches!(
                element.part,
                Part::Mark(_)
                    | Part::Concept(Concept::And | Concept::Counter(_) | Concept::InYear | Concept::Each)
            ) || matches!(&element.part, Part::Word(word) if word == "according" || word == "по")
        });
        bare && self.named_counter(&[Side::Right, Side::Left]).is_some()
    }

    /// Where the clause of the figure begins: after the semicolon before it.
    pub(super) fn clause_start(&self) -> usize {
        let before = &self.sentence.elements[..self.around.at];
        before
            .iter()
            .rposition(|element| element.is_mark(';'))
            .map_or(0, |at| at + 1)
    }

    /// The total of the sentence, where the figure's own clause has no count: "293 injured; Karaganda leads with 31; down 16.8 %".
    pub(super) fn total_of_the_sentence(&self) -> Option<&'s Assertion> {
        let start = self.clause_start();
        let in_clause = self.earlier.iter().any(|(at, _)| *at >= start);
        let total = |claim: &&Assertion| {
            claim.count().is_some()
                && claim.place.is_country()
                && !(claim.part_of || claim.is_base || claim.what == What::Other)
        };
        let mut claims = self.earlier.iter().map(|(_, claim)| claim);
        (!in_clause).then(|| claims.find(total)).flatten()
    }

    /// The claim of the nearest earlier figure that does not stand deeper in brackets.
    pub(super) fn antecedent(&self) -> Option<&'s Assertion> {
        let depth = self.sentence.depth[self.around.at];
        let shallow = |(at, _): &&(usize, Assertion)| self.sentence.depth[*at] <= depth;
        self.earlier.iter().rev().find(shallow).map(|(_, claim)| claim)
    }

    /// The count that a change goes by: "293 were hurt, 40 of them died, 16.8% fewer" is about all 293.
    pub(super) fn earlier_whole(&self) -> Option<&'s Assertion> {
        let counts = self.earlier.iter().rev().map(|(_, claim)| claim);
        let whole = |claim: &&Assertion| claim.count().is_some() && !claim.part_of && !claim.is_base;
        self.total_of_the_sentence()
            .or_else(|| counts.filter(|claim| claim.what != What::Other).find(whole))
            .or(self.earlier_count())
    }

    /// Which way the verb before it in its clause goes, figures or not between.
    pub(super) fn earlier_direction(&self) -> Option<Direction> {
        let clause = &self.sentence.elements[self.clause_start()..self.around.at];
        clause.iter().rev().find_map(direction_of)
    }

    /// The nearest earlier count of the sentence that is not one for others to be compared with. What stands deeper in brackets is an aside, and
    /// counts only where nothing else does.
    pub(super) fn earlier_count(&self) -> Option<&'s Assertion> {
        let own = self.sentence.depth[self.around.at];
        let counts =
            |claim: &Assertion| claim.kind() == Kind::Count && claim.what != What::Other && !claim.is_base;
        let find = |deep: bool| {
            let mut earlier = self.earlier.iter().rev();
            earlier.find(|(at, claim)| counts(claim) && (deep || self.sentence.depth[*at] <= own))
        };
        find(false).or_else(|| find(true)).map(|(_, claim)| claim)
    }

    /// Who or what is counted, where the words around say so.
    pub(super) fn what(&self, sides: &[Side]) -> Option<Found<What>> {
        self.around
            .nearest(sides, |element| match element.concept() {
                Some(Concept::What(what)) => Some(what),
                _ => None,
            })
            .map(|(at, what)| Found::at(at, what))
    }

    /// Injuries, deaths or accidents, where the words around name them.
    pub(super) fn harm(&self, sides: &[Side]) -> Option<Found<What>> {
        self.around
            .nearest(sides, |element| match element.concept() {
                Some(Concept::What(what)) if what != What::Other => Some(what),
                _ => None,
            })
            .map(|(at, what)| Found::at(at, what))
    }

    /// The economic activities that the words around name.
    pub(super) fn activities(&self, sides: &[Side]) -> Found<Vec<Branch>> {
        let nearest = self.around.nearest(sides, activity);
        match nearest.or_else(|| self.leading_activity()) {
            Some((at, activity)) => Found::at(at, vec![activity]),
            None => Found::unsaid(Vec::new()),
        }
    }

    /// "In construction, in 2019, 176 people", "in Kazakhstan (construction), in 2019, 176 people": an activity as the sentence's scene.
    fn leading_activity(&self) -> Option<(usize, Branch)> {
        let elements = &self.sentence.elements[..self.around.at];
        let (at, branch) = elements
            .iter()
            .enumerate()
            .rev()
            .take_while(|(_, element)| element.number().is_none() && !element.is_mark(';'))
            .find_map(|(at, element)| Some((at, activity(element)?)))?;
        let before = at.checked_sub(1).map(|before| &elements[before])?;
        let after = elements.get(at + 1)?;
        let stands_apart = before.is(Concept::InYear) && after.is_mark(',');
        let beside_a_place = before.is_mark('(')
            && elements[at + 1..].iter().take(2).any(|after| after.is_mark(')'))
            && at
                .checked_sub(2)
                .is_some_and(|place| super::place::place(&elements[place]).is_some());
        (stands_apart || beside_a_place).then_some((at, branch))
    }

    /// Who counted: whom the words around name, else whom the text named last.
    pub(super) fn counter(&self) -> Option<Counter> {
        self.named_counter(&[Side::Right, Side::Left, Side::Before])
            .or(self.context.counter)
    }

    /// Who counted, as the words of those sides say.
    pub(super) fn named_counter(&self, sides: &[Side]) -> Option<Counter> {
        let named = self.around.nearest(sides, |element| match element.concept() {
            Some(Concept::Counter(counter)) => Some(counter),
            _ => None,
        });
        named.map(|(_, counter)| counter)
    }

    pub(super) fn direction(&self, sides: &[Side]) -> Option<Found<Direction>> {
        self.around
            .nearest(sides, direction_of)
            .map(|(at, direction)| Found::at(at, direction))
    }

    /// The bytes from the first to the last of the elements.
    pub(super) fn bytes(&self, said_at: &[usize]) -> Range<usize> {
        let elements = &self.sentence.elements;
        let first = said_at
            .iter()
            .chain([&self.around.at])
            .min()
            .copied()
            .unwrap_or_default();
        // "in Kazakhstan", "в Казахстане": the preposition belongs to the words.
        let preposition = first.checked_sub(1).filter(|before| {
            let named = !matches!(elements[first].part, Part::Number(_));
            let leads = matches!(
                elements[*before].concept(),
                Some(Concept::InYear | Concept::Approximately)
            );
            named && leads && self.sentence.segment[*before] == self.sentence.segment[first]
        });
        let said = said_at
            .iter()
            .chain([&self.around.at])
            .chain(&preposition)
            .filter_map(|at| elements.get(*at));
        let start = said
            .clone()
            .map(|element| element.start)
            .min()
            .unwrap_or_default();
        let end = said.map(|element| element.end).max().unwrap_or_default();
        let end = self.closed(start, end);
        debug_assert!(
            self.text.get(start..end).is_some(),
            "elements begin and end at characters"
        );
        start..end
    }

    /// The end of the words, with the bracket that closes one opened among them.
    fn closed(&self, start: usize, end: usize) -> usize {
        let words = self.text.get(start..end).unwrap_or_default();
        let rest = self.text.get(end..).unwrap_or_default();
        let open = words.matches('(').count() > words.matches(')').count();
        if open && rest.starts_with(')') {
            end + 1
        } else {
            end
        }
    }

    /// Whether an element stands in the figure's segment, or right before the brackets that the figure stands in.
    pub(super) fn is_close(&self, at: usize) -> bool {
        let (own, other) = (self.sentence.segment[self.around.at], self.sentence.segment[at]);
        let in_brackets = self.sentence.depth[self.around.at] > self.sentence.depth[at];
        own == other || (in_brackets && other + 1 == own)
    }

    /// The count that the figure follows in brackets or after a comma: "176 (12.3%)", "244 of them, or 17.1%".
    pub(super) fn count_just_before(&self) -> Option<(usize, &'s Assertion)> {
        let (at, claim) = self.earlier.last()?;
        let near = self.sentence.segment[*at] + 1 == self.sentence.segment[self.around.at];
        (near && claim.kind() == Kind::Count && claim.what != What::Other).then_some((*at, claim))
    }

    /// An assertion about the figure, with everything that is not said elsewhere taken from the words around.
    pub(super) fn assertion(
        &self,
        number: Option<Number>,
        what: What,
        place: Where,
        detail: Detail,
    ) -> Assertion {
        let approximately = |beside: Option<(usize, &Element)>| {
            beside.is_some_and(|(_, element)| element.is(Concept::Approximately))
        };
        Assertion {
            text: 0..0,
            sentence: self.index,
            value: number.map(|number| number.figure.value),
            decimals: number.map_or(0, |number| number.figure.decimals),
            what,
            what_is_said: true,
            place,
            place_is_said: true,
            place_is_shared: self.names_only_shared(place),
            activities: Vec::new(),
            cause: false,
            is_base: false,
            period: self.period(),
            approximate: approximately(self.around.just_before()) || approximately(self.around.just_after()),
            rough: number.is_some_and(|number| number.rough),
            part_of: self.around.in_segment(|element| element.is(Concept::OfWhom)),
            counter: self.counter(),
            caveat: None,
            detail,
        }
    }
}

/// The activity that an element names.
fn activity(element: &Element) -> Option<Branch> {
    match element.concept()? {
        Concept::Activity(activity) => Some(activity),
        _ => None,
    }
}

/// The direction that an element names.
pub(super) fn direction_of(element: &Element) -> Option<Direction> {
    match element.concept()? {
        Concept::Down => Some(Direction::Down),
        Concept::Up => Some(Direction::Up),
        _ => None,
    }
}

/// Whether a word of comparison stands after what it compares with, as in Kazakh: 2024 жылмен салыстырғанда.
pub(super) fn compares_with_what_stands_before(element: &Element) -> bool {
    let kazakh = ["салыст", "қараған", "деңгей"];
    match element.concept() {
        Some(Concept::Compared) => kazakh.iter().any(|stem| element.last.starts_with(stem)),
        Some(Concept::YearEarlier) => !element.last.is_ascii(),
        _ => false,
    }
}
