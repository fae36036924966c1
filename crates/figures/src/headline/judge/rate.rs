//! Rates.
//!
//! A rate says something only with its denominator and its period. "0.04 per 1,000 workers" for a quarter is 293 over 7,015,108 wage
//! employees, added up over the quarter and not made annual; over all 9.2 million employed it would be 0.03, made annual 0.17. Where a text
//! leaves that open, its rate is **mixed**, even where one reading gives the printed figure; the note says which. It **holds** where denominator and
//! period are said and give it, and is **implausible** where none gives it.

use saqta_domain::period::Period;
use saqta_statistics::{Level, Method, poisson};

use super::{Judgement, doubted, scope, unchecked};
use crate::headline::facts::{Facts, printed_as, to_float};
use crate::headline::lexicon::Population;
use crate::headline::message::{Argument, Phrase};
use crate::headline::read::Assertion;
use crate::headline::read::assertion::Rate;
use crate::headline::report::{Recomputed, Verdict};
use crate::knowledge::{Denominator, Place, What};

/// Releases that name no base mean thousands.
const USUAL_BASE: f64 = 1000.0;
const MONTHS: f64 = 12.0;

pub(super) fn judge(facts: &Facts<'_>, claim: &Assertion, rate: Rate) -> Judgement {
    let per = rate.per.unwrap_or(USUAL_BASE);
    let clear = is_clear(claim, rate);
    let readings = claim
        .activities
        .is_empty()
        .then(|| Readings::of(facts, claim, per))
        .flatten()
        .filter(|_| rate.population != Some(Population::Hours));
    let Some(readings) = readings else {
        let note = Phrase::new(if clear {
            "figures-note-rate-unknown"
        } else {
            "figures-note-rate-unclear"
        });
        return Judgement {
            verdict: if clear { Verdict::Unknown } else { Verdict::Mixed },
            recomputed: None,
            corrected: if clear { unchecked() } else { unclear_base() },
            note: vec![note],
        };
    };
    let value = claim.value.unwrap_or_default();
    let fits = |reading: f64| printed_as(reading, value, claim.decimals);
    let said_one = match rate.population {
        Some(Population::Employed) => readings.employed,
        _ if rate.annualised => Some(readings.annualised),
        _ => Some(readings.cumulative),
    };
    let any = readings.all().any(fits);
    let verdict = if any && clear && said_one.is_some_and(fits) {
        Verdict::Holds
    } else if (any && (!clear || readings.own_year.is_some_and(fits))) || (!any && !claim.place.is_sure()) {
        Verdict::Mixed
    } else {
        Verdict::Implausible
    };
    let mut note = vec![readings.note(verdict, rate, per)];
    if rate.per.is_none() {
        note.push(Phrase::new("figures-note-rate-base-assumed"));
    }
    let corrected = if verdict == Verdict::Implausible {
        doubted(readings.note(verdict, rate, per))
    } else {
        readings.said(claim, per)
    };
    Judgement {
        verdict,
        recomputed: Some(readings.recomputed(per)),
        note,
        corrected,
    }
}

/// A rate of nobody knows whom, in its own words.
fn unclear_base() -> Phrase {
    Phrase::new("figures-said-rate-unclear").with("words", Argument::Words)
}

/// Whether the text says who stands under the rate and over which time.
fn is_clear(claim: &Assertion, rate: Rate) -> bool {
    let who = matches!(
        rate.population,
        Some(Population::Employees | Population::Employed | Population::Hours)
    );
    let by_hours = rate.population == Some(Population::Hours);
    let when = by_hours || claim.period.is_some_and(Period::is_year) || rate.annualised || rate.cumulative;
    who && when && claim.period.is_some()
}

/// The rate by each denominator and period that could be meant.
struct Readings {
    what: What,
    count: u64,
    employees: Denominator,
    cumulative: f64,
    annualised: f64,
    employed: Option<f64>,
    employed_annualised: Option<f64>,
    /// Over the average of the period's own year, where another year's goes under it.
    own_year: Option<f64>,
    part_of_year: bool,
    synthetic: bool,
}

impl Readings {
    fn of(facts: &Facts<'_>, claim: &Assertion, per: f64) -> Option<Self> {
        let period = claim.period?;
        let place = claim.place.place()?;
        let of = |what| facts.count_by(claim.counter, what, claim.place, Some(period));
        // "The frequency of accidents" counts people in the ministry's releases.
        let people = || {
            (claim.what == What::Accidents)
                .then(|| of(What::Injured))
                .flatten()
        };
        let (what, known) = match of(claim.what) {
            Some(known) => (claim.what, known),
            None => (What::Injured, people()?),
        };
        let count = known.count;
        let employees = facts.employees(place, Some(period))?;
        let months = f64::from(period.last_month() - period.first_month() + 1);
        let to_year = MONTHS / months;
        let cumulative = to_float(count) * per / employees.people;
        let employed = (place == Place::Country)
            .then(|| facts.knowledge.employed(None, period))
            .flatten()
            .map(|employed| to_float(count) * per / employed.people);
        let own_year = Period::year_of(period.year())
            .and_then(|year| facts.employees(place, Some(year)))
            .filter(|own| own.year != employees.year)
            .map(|own| to_float(count) * per / own.people);
        Some(Self {
            what,
            count,
            cumulative,
            annualised: cumulative * to_year,
            employed,
            employed_annualised: employed.map(|rate| rate * to_year),
            own_year,
            employees,
            part_of_year: !period.is_year(),
            synthetic: known.synthetic,
        })
    }

    fn all(&self) -> impl Iterator<Item = f64> {
        [
            Some(self.cumulative),
            Some(self.annualised),
            self.employed,
            self.employed_annualised,
            self.own_year,
        ]
        .into_iter()
        .flatten()
    }

    fn recomputed(&self, per: f64) -> Recomputed {
        let interval = poisson::interval(self.count, Level::P95, Method::Garwood);
        let scale = per / self.employees.people;
        Recomputed {
            count: Some(self.count),
            denominator: Some(self.employees.people),
            denominator_id: Some(self.employees.id.clone()),
            source: Some(self.employees.source.clone()),
            per: Some(per),
            rate: Some(self.cumulative),
            lower: Some(interval.lower * scale),
            upper: Some(interval.upper * scale),
            rate_of_employed: self.employed,
            rate_annualised: self.part_of_year.then_some(self.annualised),
            synthetic: self.synthetic,
            ..Recomputed::default()
        }
    }

    fn note(&self, verdict: Verdict, rate: Rate, per: f64) -> Phrase {
        let id = match verdict {
            Verdict::Implausible => "figures-note-rate-contradicted",
            Verdict::Holds => "figures-note-rate-holds",
            _ => "figures-note-rate-mixed",
        };
        let digits = digits_for(self.cumulative);
        let other = self.employed.unwrap_or(f64::NAN);
        Phrase::new(id)
            .with("span", self.span())
            .with(
                "employed-known",
                Argument::Word(if self.employed.is_some() { "yes" } else { "no" }),
            )
            .with("unclear", Argument::Word(unclear(rate)))
            .count("count", self.count)
            .count("per", whole(per))
            .count("employees", whole(self.employees.people))
            .with("employees-id", Argument::Text(self.employees.id.clone()))
            .with("employees-year", Argument::Text(self.employees.year.to_string()))
            .decimal("rate", self.cumulative, digits)
            .decimal("rate-employed", other, digits)
            .decimal("rate-annual", self.annualised, digits)
    }

    fn said(&self, claim: &Assertion, per: f64) -> Phrase {
        let digits = digits_for(self.cumulative);
        let numbers = self.recomputed(per);
        Phrase::new("figures-said-rate")
            .with("scope", scope(claim))
            .with("what", Argument::What(self.what))
            .with("span", self.span())
            .count("per", whole(per))
            .count("employees", whole(self.employees.people))
            .decimal("rate", self.cumulative, digits)
            .decimal("lower", numbers.lower.unwrap_or_default(), digits)
            .decimal("upper", numbers.upper.unwrap_or_default(), digits)
    }

    fn span(&self) -> Argument {
        Argument::Word(if self.part_of_year { "part" } else { "year" })
    }
}

fn unclear(rate: Rate) -> &'static str {
    match rate.population {
        Some(Population::Employees | Population::Employed) => "period",
        _ => "both",
    }
}

/// Two significant digits.
fn digits_for(rate: f64) -> u8 {
    match rate {
        rate if rate >= 10.0 => 1,
        rate if rate >= 1.0 => 2,
        rate if rate >= 0.01 => 3,
        _ => 5,
    }
}

fn whole(number: f64) -> u64 {
    crate::headline::number::Figure::of(number.round())
        .count()
        .unwrap_or_default()
}
