//! What words can mean, and the names that the tables have for it.

use saqta_domain::region::Region;

use crate::knowledge::{Branch, Counter, Place, What};

/// A place as named, not yet decided where the name has two meanings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Place(Place),
    /// "Almaty", the city or the region around it.
    Almaty,
    /// A region by the name that its chief town has as well: "Karaganda".
    Shared(Region),
    /// A region that no table knows.
    Unknown,
    /// The chief town of a region: "the city of Karaganda".
    Town(Region),
}

/// Who stands under a rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Population {
    Employees,
    Employed,
    Hours,
    Unclear,
}

/// What a text says itself against its own figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Caveat {
    /// "No more than chance", "the order is not established".
    Chance,
    /// Whose count it is, and that it is not to be set beside another's.
    Counter,
    /// It is unclear what was counted.
    Unclear,
    /// "More than chance", "as stated": what could be asked is said already.
    Said,
    /// Of quoted words: they cannot be, or nothing is known for or against them.
    Quoted,
}

/// What a pattern means. The tables call them by the same names in lower case.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Concept {
    What(What),
    Place(Named),
    Activity(Branch),
    Cause,
    People,
    OfWhom,
    Down,
    Up,
    Unchanged,
    YearEarlier,
    Compared,
    Years,
    Approximately,
    Most,
    Least,
    Ranked(u8),
    Each,
    Total,
    /// A single workplace.
    Site,
    /// "Were attacked": what happened is said, though not whether anybody was hurt.
    Attacked,
    And,
    Rate,
    Per,
    By,
    From,
    To,
    Population(Population),
    Annualised,
    Cumulative,
    Share,
    /// Of an interval: its limits stand beside it.
    Interval,
    /// What the text says itself against its figures.
    Caveat(Caveat),
    Percent,
    Points,
    PerMille,
    Times,
    Fold(f64),
    Fraction(f64),
    Quarter,
    Half,
    Months,
    Year,
    SinceJanuary,
    InYear,
    Month(u8),
    Ordinal(u8),
    PeriodOf {
        first: u8,
        last: u8,
    },
    Age,
    Money,
    Reference,
    Measure,
    Counter(Counter),
    Number(f64),
    Multiplier(f64),
    Ignore,
}

/// The place by its code in `places.tsv`.
pub(super) fn place(code: &str) -> Option<Concept> {
    let named = match code {
        "75/19" => Named::Almaty,
        code => match (code.strip_prefix('e'), code.strip_prefix('t')) {
            (Some(code), _) => Named::Shared(Region::from_code(code)?),
            (_, Some(code)) => Named::Town(Region::from_code(code)?),
            (None, None) => Named::Place(Place::from_code(code)?),
        },
    };
    Some(Concept::Place(named))
}

/// The concept by its name in `words.tsv`: a word, and a detail after a colon.
pub(super) fn concept(name: &str) -> Option<Concept> {
    let (name, detail) = name.split_once(':').unwrap_or((name, ""));
    let digit = || detail.parse::<u8>().ok();
    let value = || detail.parse::<f64>().ok();
    Some(match name {
        "what" => Concept::What(What::from_name(detail)?),
        "cause" => Concept::Cause,
        "people" => Concept::People,
        "of-whom" => Concept::OfWhom,
        "down" => Concept::Down,
        "up" => Concept::Up,
        "unchanged" => Concept::Unchanged,
        "year-earlier" => Concept::YearEarlier,
        "compared" => Concept::Compared,
        "years" => Concept::Years,
        "approximately" => Concept::Approximately,
        "most" => Concept::Most,
        "least" => Concept::Least,
        "ranked" => Concept::Ranked(digit()?),
        "each" => Concept::Each,
        "total" => Concept::Total,
        "site" => Concept::Site,
        "attacked" => Concept::Attacked,
        "and" => Concept::And,
        "rate" => Concept::Rate,
        "per" => Concept::Per,
        "by" => Concept::By,
        "from" => Concept::From,
        "to" => Concept::To,
        "population" => Concept::Population(population(detail)?),
        "annualised" => Concept::Annualised,
        "cumulative" => Concept::Cumulative,
        "share" => Concept::Share,
        "interval" => Concept::Interval,
        "caveat" => Concept::Caveat(caveat(detail)?),
        "percent" => Concept::Percent,
        "points" => Concept::Points,
        "permille" => Concept::PerMille,
        "times" => Concept::Times,
        "fold" => Concept::Fold(value()?),
        "fraction" => Concept::Fraction(value()?),
        "quarter" => Concept::Quarter,
        "half" => Concept::Half,
        "months" => Concept::Months,
        "year" => Concept::Year,
        "since-january" => Concept::SinceJanuary,
        "in-year" => Concept::InYear,
        "month" => Concept::Month(digit()?),
        "ordinal" => Concept::Ordinal(digit()?),
        "period-code" => period_code(detail)?,
        "age" => Concept::Age,
        "money" => Concept::Money,
        "reference" => Concept::Reference,
        "measure" => Concept::Measure,
        "counter" => Concept::Counter(Counter::from_name(detail)?),
        "number" => Concept::Number(value()?),
        "multiplier" => Concept::Multiplier(value()?),
        "ignore" => Concept::Ignore,
        _ => return None,
    })
}

fn caveat(name: &str) -> Option<Caveat> {
    Some(match name {
        "chance" => Caveat::Chance,
        "counter" => Caveat::Counter,
        "unclear" => Caveat::Unclear,
        "said" => Caveat::Said,
        "quoted" => Caveat::Quoted,
        _ => return None,
    })
}

fn population(name: &str) -> Option<Population> {
    Some(match name {
        "employees" => Population::Employees,
        "employed" => Population::Employed,
        "hours" => Population::Hours,
        "unclear" => Population::Unclear,
        _ => return None,
    })
}

fn period_code(code: &str) -> Option<Concept> {
    let (first, last) = match code {
        "q1" => (1, 3),
        "q2" => (4, 6),
        "q3" => (7, 9),
        "q4" => (10, 12),
        "h1" => (1, 6),
        "h2" => (7, 12),
        _ => return None,
    };
    Some(Concept::PeriodOf { first, last })
}
