//! The hypergeometric distribution: how many of one kind are drawn.
//!
//! Source: the density as three binomial ones (C. Loader 2000); the tails by adding up neighbours.

use super::Tails;
use super::density::binomial;

/// A draw without putting back.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Draw {
    /// How many of the kind there are.
    pub(crate) kind: u64,
    /// How many there are of all others.
    pub(crate) others: u64,
    /// How many are drawn, at most all.
    pub(crate) drawn: u64,
}

/// P(X < count) and P(X ≥ count), X being how many of the kind are drawn; for a possible count.
pub(crate) fn below_and_from(count: u64, draw: Draw) -> Tails {
    let all = draw.kind as f64 + draw.others as f64;
    let mean = draw.drawn as f64 * draw.kind as f64 / all;
    let least = draw.drawn.saturating_sub(draw.others);
    if count as f64 > mean {
        Tails::from_upper(density_and_upward(count, draw))
    } else if count > least {
        Tails::from_lower(density_and_downward(count - 1, draw))
    } else {
        Tails::from_lower(0.0)
    }
}

fn density(count: u64, draw: Draw) -> f64 {
    let (kind, others, drawn) = (draw.kind as f64, draw.others as f64, draw.drawn as f64);
    let count = count as f64;
    let all = kind + others;
    let (share, rest) = (drawn / all, (all - drawn) / all);
    binomial(count, kind, share, rest) * binomial(drawn - count, others, share, rest)
        / binomial(drawn, all, share, rest)
}

/// P(X = count) + P(X = count + 1) + …, as long as it counts.
fn density_and_upward(count: u64, draw: Draw) -> f64 {
    let mut term = density(count, draw);
    let mut sum = term;
    for drawn in count..draw.kind.min(draw.drawn) {
        let left_over = (draw.others + drawn + 1 - draw.drawn) as f64;
        term *= (draw.kind - drawn) as f64 * (draw.drawn - drawn) as f64 / ((drawn + 1) as f64 * left_over);
        sum += term;
        if term <= sum * f64::EPSILON / 8.0 {
            break;
        }
    }
    sum
}

/// P(X = count) + P(X = count − 1) + …, as long as it counts.
fn density_and_downward(count: u64, draw: Draw) -> f64 {
    let mut term = density(count, draw);
    let mut sum = term;
    for drawn in (draw.drawn.saturating_sub(draw.others)..count).rev() {
        let left_over = (draw.others + drawn + 1 - draw.drawn) as f64;
        term *= (drawn + 1) as f64 * left_over / ((draw.kind - drawn) as f64 * (draw.drawn - drawn) as f64);
        sum += term;
        if term <= sum * f64::EPSILON / 8.0 {
            break;
        }
    }
    sum
}
