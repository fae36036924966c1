//! What follows from published sums because counts cannot be negative: of two withheld cells that add up to one, neither
//! is above one.

use std::collections::BTreeSet;

use super::Figures;

/// How often bounds are tightened at most; each time some bound moves, or it ends.
const ROUNDS: usize = 10_000;

/// The published figures that pin a sum down to a single value, if they do. Bounds of atoms are tightened from each
/// published sum until nothing moves: what they then leave open is open to an attacker who does the same.
pub(super) fn derivation(figures: &Figures, published: &[bool], atoms: &[usize]) -> Option<BTreeSet<usize>> {
    let most = figures
        .figures
        .iter()
        .map(|figure| figure.value)
        .max()
        .unwrap_or(0);
    let mut lower = vec![0_u64; figures.atoms];
    let mut upper = vec![most; figures.atoms];
    for _ in 0..ROUNDS {
        if !tighten(figures, published, &mut lower, &mut upper) {
            break;
        }
    }
    let pinned = atoms.iter().all(|atom| lower[*atom] == upper[*atom]);
    if !pinned {
        return None;
    }
    // Whatever touches these atoms can have pinned them.
    let touching = (0..figures.figures.len()).filter(|place| {
        published[*place]
            && figures.figures[*place]
                .atoms
                .iter()
                .any(|atom| atoms.contains(atom))
    });
    Some(touching.collect())
}

/// Tightens once from every published sum; says whether a bound moved.
fn tighten(figures: &Figures, published: &[bool], lower: &mut [u64], upper: &mut [u64]) -> bool {
    let mut moved = false;
    for (figure, _) in figures
        .figures
        .iter()
        .zip(published)
        .filter(|(_, published)| **published)
    {
        let least: u64 = figure.atoms.iter().map(|atom| lower[*atom]).sum();
        let most: u64 = figure
            .atoms
            .iter()
            .map(|atom| upper[*atom])
            .fold(0, u64::saturating_add);
        for atom in &figure.atoms {
            let others_least = least - lower[*atom];
            let others_most = most - upper[*atom];
            let new_upper = figure.value.saturating_sub(others_least);
            let new_lower = figure.value.saturating_sub(others_most);
            if new_upper < upper[*atom] || new_lower > lower[*atom] {
                upper[*atom] = upper[*atom].min(new_upper);
                lower[*atom] = lower[*atom].max(new_lower).min(upper[*atom]);
                moved = true;
                break;
            }
        }
    }
    moved
}
