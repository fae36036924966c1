//! Ranks.
//!
//! An order is established where the count (or rate) of the region differs from its neighbours' in the order by more than chance; else it is
//! **noise**: 31 against 27 comes about as often the other way round. It is never more than an order among the regions whose counts are known, and
//! an order by count is mostly an order by size, so the note names who leads by rate.

use std::rc::Rc;

use saqta_domain::region::Region;

use super::count::region_figure;
use super::{Judgement, doubted, unchecked};
use crate::headline::facts::{Cell, Facts, SIGNIFICANT, compared, to_float};
use crate::headline::message::{Argument, Phrase};
use crate::headline::read::assertion::Rank;
use crate::headline::read::{Assertion, Metric, Where};
use crate::headline::report::{Recomputed, Verdict};
use crate::knowledge::{Counter, Place};

pub(super) fn judge(facts: &Facts<'_>, claim: &Assertion, rank: Rank) -> Judgement {
    let cells = if claim.activities.is_empty() {
        facts.cells(claim.what, claim.period)
    } else {
        Rc::default()
    };
    let order = order(&cells, rank);
    let missing = Region::ALL.len() - cells.len();
    let own = claim
        .place
        .place()
        .and_then(|place| order.iter().position(|cell| cell.place == place));
    let Some(at) = own.filter(|_| order.len() > 1 && !(rank.from_below && missing > 0)) else {
        return unknown();
    };
    let position = usize::from(rank.position) - 1;
    let numbers = Recomputed {
        count: Some(order[at].count),
        regions: order
            .iter()
            .map(|cell| region_figure(cell.place, cell.count, cell.sir))
            .collect(),
        regions_unknown: Some(missing),
        synthetic: order.iter().any(|cell| cell.synthetic),
        ..Recomputed::default()
    };
    let tied_there = order
        .get(position)
        .is_some_and(|there| measure(there, rank) == measure(order[at], rank));
    if at != position && !tied_there {
        return contradicted(rank, &order, numbers);
    }
    let neighbours = [at.checked_sub(1), Some(at + 1)]
        .into_iter()
        .flatten()
        .filter_map(|other| order.get(other).copied());
    let weakest = neighbours
        .filter_map(|other| difference(order[at], other, rank).map(|p| (p, other)))
        .max_by(|one, other| one.0.total_cmp(&other.0));
    let Some((p, next)) = weakest else {
        return unknown();
    };
    let verdict = if p < SIGNIFICANT {
        Verdict::Holds
    } else {
        Verdict::Noise
    };
    let by_rate = by_rate_phrase(&cells, missing);
    let is_unclear = facts.counter_of_regions(claim.what, claim.period) == Some(Counter::Unclear);
    let known = whose(&cells);
    let note = vec![
        order_phrase("figures-note-rank", claim, rank, order[at], next, p, missing)
            .with("whose", known.clone()),
        by_rate.clone(),
    ];
    Judgement {
        verdict,
        recomputed: Some(Recomputed {
            p: Some(p),
            ..numbers
        }),
        corrected: order_phrase("figures-said-rank", claim, rank, order[at], next, p, missing)
            .with("whose", known)
            .with("unclear", Argument::Word(if is_unclear { "yes" } else { "no" }))
            .with("by-rate", Argument::List(vec![by_rate])),
        note,
    }
}

/// Whose the counts are that the order goes by: published ones, the text's alone, or some of each.
fn whose(cells: &[Cell]) -> Argument {
    let published = cells.iter().filter(|cell| cell.published).count();
    Argument::Word(match published {
        0 => "text",
        published if published == cells.len() => "published",
        _ => "both",
    })
}

fn measure(cell: &Cell, rank: Rank) -> Option<f64> {
    match rank.metric {
        Metric::Count => Some(to_float(cell.count)),
        Metric::Rate => cell.employees.map(|employees| to_float(cell.count) / employees),
    }
}

/// The cells from the first to the last.
fn order(cells: &[Cell], rank: Rank) -> Vec<&Cell> {
    let mut order: Vec<&Cell> = cells
        .iter()
        .filter(|cell| measure(cell, rank).is_some())
        .collect();
    order.sort_by(|one, other| {
        let (one, other) = (
            measure(one, rank).unwrap_or_default(),
            measure(other, rank).unwrap_or_default(),
        );
        if rank.from_below {
            one.total_cmp(&other)
        } else {
            other.total_cmp(&one)
        }
    });
    order
}

/// How likely chance alone sets two cells so far apart.
fn difference(one: &Cell, other: &Cell, rank: Rank) -> Option<f64> {
    let exposure = |cell: &Cell| match rank.metric {
        Metric::Count => Some(1.0),
        Metric::Rate => cell.employees,
    };
    compared((one.count, exposure(one)?), (other.count, exposure(other)?)).map(|compared| compared.p)
}

/// Who leads by rate, and who comes next, among the cells whose employees are known.
fn highest_rates(cells: &[Cell]) -> Option<(&Cell, &Cell)> {
    match order(cells, BY_RATE).as_slice() {
        [first, second, ..] => Some((first, second)),
        _ => None,
    }
}

const BY_RATE: Rank = Rank {
    position: 1,
    from_below: false,
    metric: Metric::Rate,
};

fn order_phrase(
    id: &'static str,
    claim: &Assertion,
    rank: Rank,
    own: &Cell,
    next: &Cell,
    p: f64,
    missing: usize,
) -> Phrase {
    let metric = match rank.metric {
        Metric::Count => "count",
        Metric::Rate => "rate",
    };
    let known = Region::ALL.len() - missing;
    Phrase::new(id)
        .with("metric", Argument::Word(metric))
        .with("established", established(p))
        .with("own", Argument::Place(Where::Place(own.place)))
        .with("next", Argument::Place(Where::Place(next.place)))
        .with(
            "scope",
            Argument::Scope(Where::Place(Place::Country), Vec::new(), claim.period),
        )
        .with("what", Argument::What(claim.what))
        .with("p", Argument::P(p))
        .count("own-count", own.count)
        .count("next-count", next.count)
        .count("position", u64::from(rank.position))
        .count("known", known as u64)
        .count("missing", missing as u64)
}

fn by_rate_phrase(cells: &[Cell], missing: usize) -> Phrase {
    let highest = highest_rates(cells).and_then(|(first, next)| {
        let p = difference(first, next, BY_RATE)?;
        Some((first, first.sir?, next, next.sir?, p))
    });
    let missing = missing as u64;
    let Some((first, sir, next, next_sir, p)) = highest else {
        return Phrase::new("figures-note-rank-no-rates").count("missing", missing);
    };
    Phrase::new("figures-note-rank-by-rate")
        .with("place", Argument::Place(Where::Place(first.place)))
        .with("next", Argument::Place(Where::Place(next.place)))
        .with("established", established(p))
        .count("missing", missing)
        .decimal("ratio", sir.ratio, 2)
        .decimal("next-ratio", next_sir.ratio, 2)
        .decimal("lower", sir.interval.lower, 2)
        .decimal("upper", sir.interval.upper, 2)
}

fn established(p: f64) -> Argument {
    Argument::Word(if p < SIGNIFICANT { "yes" } else { "no" })
}

fn contradicted(rank: Rank, order: &[&Cell], numbers: Recomputed) -> Judgement {
    let there = order.get(usize::from(rank.position) - 1).copied();
    let why = match there {
        Some(there) => Phrase::new("figures-note-rank-contradicted")
            .with("place", Argument::Place(Where::Place(there.place)))
            .count("count", there.count)
            .count("position", u64::from(rank.position)),
        None => Phrase::new("figures-note-rank-unknown"),
    };
    Judgement {
        verdict: if there.is_some() {
            Verdict::Implausible
        } else {
            Verdict::Unknown
        },
        recomputed: Some(numbers),
        corrected: doubted(why.clone()),
        note: vec![why],
    }
}

fn unknown() -> Judgement {
    Judgement {
        verdict: Verdict::Unknown,
        recomputed: None,
        note: vec![Phrase::new("figures-note-rank-unknown")],
        corrected: unchecked(),
    }
}
