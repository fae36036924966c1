//! Where a function crosses zero, and where a condition begins to hold.
//!
//! Source: T. R. Chandrupatla, "A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear
//! function without using derivatives", Advances in Engineering Software 28 (1997) 145–149. It keeps a bracket, so
//! that it cannot run away, and never needs many more steps than bisection.

const MOST_STEPS: u32 = 400;
const MOST_DOUBLINGS: u32 = 1100;

#[derive(Clone, Copy)]
struct Point {
    x: f64,
    y: f64,
}

/// The positive zero of a function that rises with its argument, to about two units in the last place (as far as the
/// function itself is accurate). `start` is a positive guess. The function may be infinite, not NaN.
pub(crate) fn of_rising(start: f64, function: impl Fn(f64) -> f64) -> f64 {
    let at = |x: f64| Point { x, y: function(x) };
    let mut low = at(start);
    let mut high = low;
    let mut step = 1.0 + 1.0 / 64.0;
    for _ in 0..MOST_DOUBLINGS {
        if low.y <= 0.0 && high.y >= 0.0 {
            break;
        }
        if low.y > 0.0 {
            high = low;
            low = at(low.x / step);
        } else {
            low = high;
            high = at(high.x * step);
        }
        step = (step * step).min(1024.0);
    }
    between(low, high, at)
}

fn between(mut a: Point, mut b: Point, at: impl Fn(f64) -> Point) -> f64 {
    let mut share = 0.5;
    for _ in 0..MOST_STEPS {
        let nearest = if a.y.abs() < b.y.abs() { a } else { b };
        let tolerance = f64::EPSILON * nearest.x.abs();
        let width = (b.x - a.x).abs();
        if nearest.y == 0.0 || width <= 2.0 * tolerance {
            return nearest.x;
        }
        let least = tolerance / width;
        let middle = at(a.x + f64::clamp(share, least, 1.0 - least) * (b.x - a.x));
        let dropped = if (middle.y > 0.0) == (a.y > 0.0) {
            a
        } else {
            std::mem::replace(&mut b, a)
        };
        a = middle;
        share = interpolate(a, b, dropped);
    }
    a.x
}

/// How far from `a` towards `b` the zero is thought to be: inverse quadratic interpolation where that is safe, half
/// where it is not (also where a value is infinite, since every comparison then fails).
fn interpolate(a: Point, b: Point, c: Point) -> f64 {
    let xi = (a.x - b.x) / (c.x - b.x);
    let phi = (a.y - b.y) / (c.y - b.y);
    if phi * phi < xi && (1.0 - phi) * (1.0 - phi) < 1.0 - xi {
        a.y / (b.y - a.y) * c.y / (b.y - c.y)
            + (c.x - a.x) / (b.x - a.x) * a.y / (c.y - a.y) * b.y / (c.y - b.y)
    } else {
        0.5
    }
}

/// The first whole number from `start` on, below `end`, for which a condition holds that stays true from there on;
/// `end` if there is none.
pub(crate) fn first_whole(start: u64, end: u64, holds: impl Fn(u64) -> bool) -> u64 {
    let (mut low, mut high) = (start, end);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

/// [`first_whole`] without an end, for a condition that holds at last.
pub(crate) fn first_whole_from(start: u64, holds: impl Fn(u64) -> bool) -> u64 {
    let (mut low, mut step) = (start, 1);
    while !holds(low.saturating_add(step)) && step < u64::MAX / 4 {
        low = low.saturating_add(step);
        step *= 2;
    }
    first_whole(low, low.saturating_add(step), holds)
}

#[cfg(test)]
mod tests {
    use super::of_rising;

    #[test]
    fn a_root_is_found_from_far_away_on_either_side() {
        for start in [1e-8, 1e-2, 1.4, 1e3, 1e9] {
            let root = of_rising(start, |x| x * x - 2.0);
            assert!(
                (root - std::f64::consts::SQRT_2).abs() < 1e-15,
                "from {start}: {root}"
            );
        }
    }

    #[test]
    fn a_function_that_is_infinite_at_one_end_does_no_harm() {
        let root = of_rising(50.0, |x| if x < 3.0 { f64::NEG_INFINITY } else { x - 7.0 });
        assert!((root - 7.0).abs() < 1e-14, "{root}");
    }
}
