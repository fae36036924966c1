//! Which releases together are of the same months as another: a half-year and its quarters, a year less nine months and the
//! last quarter. Where they are, what they differ by came between them.

use std::collections::VecDeque;

use saqta_domain::period::Period;

use super::earlier::Earlier;

/// How many ways are looked at, the shortest first. A year has 6 through its quarters, halves and nine months, and 29 through
/// all its months beside them; each revision that says something else makes more.
const MOST: usize = 4_096;

/// Releases to add up or to take away, so that their months together are those of a period.
pub(crate) type Way<'e> = Vec<(Sign, &'e Earlier)>;

/// Whether a release is added or taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    Add,
    TakeAway,
}

impl Sign {
    pub(super) fn of(self, value: u64) -> i128 {
        match self {
            Self::Add => i128::from(value),
            Self::TakeAway => -i128::from(value),
        }
    }
}

/// Every way to come to a period with earlier releases, each month passed once: from the month in which it begins to that of its
/// end, a release is a step forward from its first month to its end, or back.
pub(super) fn ways(period: Period, earlier: &[Earlier]) -> Vec<Way<'_>> {
    let mut of_year: Vec<&Earlier> = Vec::new();
    for each in earlier.iter().filter(|each| each.is_of_year(period)) {
        if !of_year.iter().any(|known| known.says_as_much_as(each)) {
            of_year.push(each);
        }
    }
    let (begin, end) = ends(period);
    let mut found = Vec::new();
    let mut open = VecDeque::from([(vec![begin], Way::new())]);
    while let Some((passed, way)) = open.pop_front() {
        let Some(at) = passed.last().copied() else {
            continue;
        };
        for each in &of_year {
            let (first, last) = ends(each.period);
            let (next, sign) = match at {
                at if at == first => (last, Sign::Add),
                at if at == last => (first, Sign::TakeAway),
                _ => continue,
            };
            let mut longer = way.clone();
            longer.push((sign, *each));
            if next == end {
                found.push(longer);
            } else if !passed.contains(&next) && open.len() < MOST {
                let passed = passed.iter().copied().chain([next]).collect();
                open.push_back((passed, longer));
            }
        }
        if found.len() >= MOST {
            break;
        }
    }
    found
}

/// The month in which a period begins, and the one after its end.
fn ends(period: Period) -> (u8, u8) {
    (period.first_month(), period.last_month() + 1)
}
