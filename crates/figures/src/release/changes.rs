//! What late reports changed since releases of the same months, code by code.
//!
//! A release and the one that it revises, or a half-year and its two quarters, are of the same months: what they differ by is what
//! came between them. Where a cell's difference is small it tells of single persons as a small count does. So the cell is
//! withheld, and others with it, until the difference could be another: by one more of one code and one less of another. The
//! country's own differences stand, as its totals do.

use crate::cross::{Cell, Tally};
use crate::suppress::{Figures, Shape, Standing, protect};

use super::atoms::{CLASSES, Part, classes};
use super::earlier::Earlier;
use super::tables::code;
use super::ways::Way;

/// What is known of the changes of a table's cells.
pub(super) struct Changes {
    /// For each row and part every difference that would be known if the cell were published.
    of_parts: Vec<[Vec<u64>; 3]>,
    /// For each row, class by class, by how much less it could be without being less than it was, whichever way one looks.
    slack: Vec<[u64; CLASSES]>,
    /// For each row, part by part, whether a release along a way withholds it.
    unsaid: Vec<[bool; 3]>,
}

/// What the rows of a table changed by, along each way.
///
/// A row that has all, as of a month alone, repeats the total, which stands: of it nothing is said.
pub(super) fn changes(by: &str, cells: &[Cell], total: &Tally, ways: &[Way<'_>]) -> Changes {
    let mut changes = Changes {
        of_parts: vec![Default::default(); cells.len()],
        slack: cells.iter().map(|cell| classes(&cell.tally)).collect(),
        unsaid: vec![[false; 3]; cells.len()],
    };
    if by == "month" && cells.len() == 1 {
        return changes;
    }
    for way in ways {
        for (line, cell) in cells.iter().enumerate() {
            let change = |part: Part| {
                // Whoever has all of a part now had all of it before: of them the totals tell what a row withholds.
                let has_all = by != "month" && part.of(&cell.tally) == part.of(total);
                let of_totals = || has_all.then(|| of_totals(way, part));
                let before = before(by, way, code(cell), part).or_else(of_totals)?;
                Some(i128::from(part.of(&cell.tally)) - before)
            };
            for (unsaid, part) in changes.unsaid[line].iter_mut().zip(Part::ALL) {
                *unsaid |= way
                    .iter()
                    .any(|(_, earlier)| told(earlier, by, code(cell), part).is_none());
            }
            let [count, fatal, severe] = Part::ALL.map(change);
            let others = count
                .zip(fatal.zip(severe))
                .map(|(count, (fatal, severe))| count - fatal - severe);
            for (known, change) in changes.of_parts[line].iter_mut().zip([count, fatal, severe]) {
                known.extend(change.map(in_persons));
            }
            for (slack, class) in changes.slack[line].iter_mut().zip([fatal, severe, others]) {
                *slack = class.map_or(*slack, |class| in_persons(class).min(*slack));
            }
        }
    }
    changes
}

/// What releases told of a code together; none where one withholds it. What has no row was nobody's, and so is what is withheld
/// where the country had none.
pub(super) fn before(
    by: &str,
    way: &[(super::ways::Sign, &Earlier)],
    code: Option<&str>,
    part: Part,
) -> Option<i128> {
    let told = way
        .iter()
        .map(|(sign, earlier)| told(earlier, by, code, part).map(|told| sign.of(told)));
    told.sum()
}

fn of_totals(way: &[(super::ways::Sign, &Earlier)], part: Part) -> i128 {
    way.iter()
        .map(|(sign, earlier)| sign.of(earlier.total.of(part)))
        .sum()
}

fn told(earlier: &Earlier, by: &str, code: Option<&str>, part: Part) -> Option<u64> {
    let none = Some(0).filter(|none| earlier.total.of(part) == *none);
    let row = earlier.rows(by).find(|row| row.code.as_deref() == code);
    row.map_or(Some(0), |row| part.told(row).or(none))
}

fn in_persons(change: i128) -> u64 {
    u64::try_from(change.unsigned_abs()).unwrap_or(u64::MAX)
}

/// Withholds what would tell small changes. Of what is shown without it nothing is shown more; where no other table fits
/// what would be left, nothing is.
pub(super) fn without_changes(
    changes: &Changes,
    threshold: u64,
    mut shown: Vec<[bool; 3]>,
) -> Vec<[bool; 3]> {
    let is_small = |line: usize, part: Part| {
        let known = &changes.of_parts[line][part as usize];
        known.iter().any(|change| (1..threshold).contains(change))
    };
    let small: Vec<(usize, Part)> = (0..shown.len())
        .flat_map(|line| Part::ALL.map(|part| (line, part)))
        .filter(|(line, part)| is_small(*line, *part))
        .collect();
    if small.is_empty() {
        return shown;
    }
    // What another release withheld beside a late report hides it here only if it is withheld here as well.
    for (shown, unsaid) in shown.iter_mut().zip(&changes.unsaid) {
        for (shown, unsaid) in shown.iter_mut().zip(unsaid) {
            *shown &= !unsaid;
        }
    }
    let shape = Shape {
        lines: shown.len(),
        classes: CLASSES,
        parts: 1,
    };
    // No difference is small to the search but those that are so: a class may be less by one at most, and so it is counted.
    let slack = changes.slack.iter().flatten().map(|slack| (*slack).min(1));
    let mut figures = Figures::of(shape, slack.collect());
    let mut places = Vec::new();
    for part in Part::ALL {
        let total = figures.add(None, part.class(), 0..1);
        figures.stand(total, Standing::Told);
        for (line, shown) in shown.iter().enumerate() {
            let place = figures.add(Some(line), part.class(), 0..1);
            places.push((place, line, part));
            if small.contains(&(line, part)) {
                figures.keep(place);
            } else if !shown[part as usize] {
                figures.stand(place, Standing::Unsaid);
            }
        }
    }
    // From here on a sum of slacks says nothing, so that no figure is small but those kept.
    let protection = protect(&figures, 1);
    for (place, line, part) in places {
        shown[line][part as usize] &= protection.published[place] && protection.lost.is_empty();
    }
    shown
}
