//! What a text has said so far, for what it leaves out later.

use saqta_domain::period::Period;

use super::assertion::{Assertion, Kind, Where};
use super::element::{Element, Part, When};
use super::sentence::Sentence;
use crate::headline::lexicon::{Concept, Named};
use crate::knowledge::{Counter, Place, What};

/// What the text is about: its first count says so.
#[derive(Clone, Debug)]
pub(super) struct Context {
    pub(super) what: What,
    pub(super) place: Where,
    pub(super) period: Option<Period>,
    pub(super) counter: Option<Counter>,
    /// The year that a stretch of months without one is taken to lie in.
    pub(super) year: Option<i16>,
    /// The counts said last, the newest at the end.
    pub(super) counts: Vec<(What, Where, Period)>,
    settled: bool,
    /// Whether the text has named injuries, deaths or accidents so far, this sentence included.
    spoken_of_harm: bool,
}

impl Context {
    /// Before the first sentence: people injured in the country, in the first stretch of time that the text names.
    pub(super) fn before(sentences: &[Sentence]) -> Self {
        let named = || sentences.iter().flat_map(|sentence| &sentence.elements);
        let years = named().filter_map(|element| match element.part {
            Part::When(When { year, .. }) => year,
            _ => None,
        });
        let year = years.clone().next();
        let mut context = Self {
            what: What::Injured,
            place: Where::Unsaid,
            period: None,
            counter: None,
            year,
            counts: Vec::new(),
            settled: false,
            spoken_of_harm: false,
        };
        context.period = named().find_map(|element| match element.part {
            Part::When(when) => context.resolve(when, None),
            _ => None,
        });
        context
    }

    /// Whether the text has counted anybody yet.
    pub(super) fn has_counted(&self) -> bool {
        self.settled
    }

    /// Whether the text has named injuries, deaths or accidents yet: until then its figures count something else.
    pub(super) fn speaks_of_harm(&self) -> bool {
        self.spoken_of_harm
    }

    /// A stretch of time with the year that the text means: its own, else that of `beside`, else the text's.
    pub(super) fn resolve(&self, when: When, beside: Option<Period>) -> Option<Period> {
        let year = when
            .year
            .or(beside.map(Period::year))
            .or(self.period.map(Period::year))
            .or(self.year)?;
        match when.months {
            Some((first, last)) => Period::months(year, first, last),
            None => Period::year_of(year),
        }
    }

    /// Takes in what a sentence says about who counts; it holds until another says otherwise.
    pub(super) fn enter(&mut self, sentence: &Sentence) {
        let counter = sentence
            .elements
            .iter()
            .find_map(|element| match element.concept() {
                Some(Concept::Counter(counter)) => Some(counter),
                _ => None,
            });
        self.counter = counter.or(self.counter);
        self.begin_anew(sentence);
        self.spoken_of_harm |= sentence.elements.iter().any(names_harm);
        let names = |place: Named| {
            let place = Concept::Place(place);
            sentence.elements.iter().any(|element| element.is(place))
        };
        let regions = sentence.elements.iter().any(|element| match element.concept() {
            Some(Concept::Place(Named::Place(place))) => place != Place::Country,
            Some(
                Concept::Place(Named::Almaty | Named::Shared(_) | Named::Town(_) | Named::Unknown)
                | Concept::Site,
            ) => true,
            _ => false,
        });
        if names(Named::Place(Place::Country)) && !regions {
            self.place = Where::Place(Place::Country);
        }
        let site = sentence.elements.iter().any(|element| element.is(Concept::Site));
        if site && self.place == Where::Unsaid && !self.settled {
            self.place = Where::Site;
        }
    }

    /// A sentence that says what happened and when, but not where, goes on with the region before it only within the region's time: "fell to 352 in
    /// Karaganda in Q1 2024. In Q1 2025, 293 people were injured" is about the country again.
    fn begin_anew(&mut self, sentence: &Sentence) {
        let elements = &sentence.elements;
        let compares =
            |element: &Element| matches!(element.concept(), Some(Concept::Compared | Concept::YearEarlier));
        let is_region = matches!(
            self.place,
            Where::Place(Place::Region(_)) | Where::Almaty | Where::Town(_)
        );
        if !(self.settled && is_region && elements.iter().any(names_harm)) || elements.iter().any(compares) {
            return;
        }
        let named = elements.iter().find_map(|element| match element.part {
            Part::When(when) => self.resolve(when, None),
            _ => None,
        });
        let within = |own: Period, running: Period| {
            own.year() == running.year()
                && own.first_month() >= running.first_month()
                && own.last_month() <= running.last_month()
        };
        if let (Some(own), Some(running)) = (named, self.period)
            && !within(own, running)
        {
            self.place = Where::Unsaid;
            self.period = Some(own);
        }
    }

    /// Takes in a claim: the first count of people is what the text is about.
    pub(super) fn take(&mut self, assertion: &Assertion) {
        const REMEMBERED: usize = 8;
        if assertion.kind() == Kind::Count
            && let Some(period) = assertion.period
        {
            let forgotten = self.counts.len().saturating_sub(REMEMBERED);
            self.counts.drain(..forgotten);
            self.counts.push((assertion.what, assertion.place, period));
        }
        if self.settled
            || assertion.is_base
            || assertion.kind() != Kind::Count
            || assertion.what == What::Other
        {
            return;
        }
        self.settled = true;
        self.what = assertion.what;
        self.period = assertion.period.or(self.period);
        if assertion.activities.is_empty() {
            self.place = assertion.place;
        }
    }
}

/// Whether an element names injuries, deaths or accidents.
pub(super) fn names_harm(element: &Element) -> bool {
    matches!(element.concept(), Some(Concept::What(what)) if what != What::Other)
}
