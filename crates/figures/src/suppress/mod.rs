//! Which figures of a table must stay unpublished, so that nobody learns a small one from the others.
//!
//! The cast: [`Figures`] are sums of the counts of one table: of a **line** or all, of a **class** or all, over a stretch of
//! **parts** of the time. A figure is **small** when it is above zero and below the threshold: it would tell of some one or
//! few persons. [`protect`] withholds every small figure (primary suppression), and then as many others (secondary
//! suppression) until for each that is withheld there is a **doubt** (`doubt`): another table of whole counts, none
//! negative, that agrees with everything published and in which that figure is another. Whoever knows what is published,
//! and that what is withheld is usually not zero, cannot rule such a table out, however they reckon. Figures that are
//! published already, in an earlier release, cannot be withheld any more, and are reckoned with; what an earlier release
//! withheld stays secret, whatever it comes to.
//!
//! Method: a doubt is a cycle of cells whose counts go up and down by one in turn, through rows and columns that stay as
//! they are. Each cycle is found where it costs least to withhold what stands in its way: the shortest-path heuristic
//! for tables with margins (J. Castro, *A shortest-paths heuristic for statistical data protection in positive tables*,
//! INFORMS Journal on Computing 19, 2007; A. Hundepool et al., *Statistical Disclosure Control*, 2012, ch. 4). A doubt once
//! found stays one, whatever else is withheld after. For figures of one time it is found wherever there is one: the table is
//! a network, and what can change in a network can change along one cycle. Across times only tables are tried that
//! change in the same parts of the time throughout (`shift`). Where none of those fits, and it is not plain that what is
//! told already gives the figure away (`told`), everything is withheld that can be.

mod doubt;
mod figures;
mod parts;
mod shift;
mod told;

use std::collections::{BTreeSet, VecDeque};

use doubt::Network;

pub use figures::{Figure, Figures, Shape, Standing};
pub use parts::Parts;

/// What is to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protection {
    /// For each figure, whether it is published.
    pub published: Vec<bool>,
    /// Small figures for which no doubt is found, whatever is withheld now. Where one of them is not fixed, everything is withheld.
    pub lost: BTreeSet<usize>,
    /// Those of them that what is told already surely gives away.
    pub fixed: BTreeSet<usize>,
}

/// Decides what to publish.
#[must_use]
pub fn protect(figures: &Figures, threshold: u64) -> Protection {
    let all = figures.all();
    let small = |figure: &Figure| figure.secret || (1..threshold).contains(&figure.value);
    let published = all.iter().map(|figure| match figure.standing {
        Standing::Open => !small(figure),
        Standing::Told => true,
        Standing::Unsaid => false,
    });
    let mut network = Network::of(figures, published.collect());
    let sensitive = |place: &usize| small(&all[*place]) && all[*place].standing != Standing::Told;
    let mut waiting: VecDeque<usize> = (0..all.len()).filter(sensitive).collect();
    let mut doubtful = vec![false; all.len()];
    let mut lost = BTreeSet::new();
    while let Some(place) = waiting.pop_front() {
        if doubtful[place] {
            continue;
        }
        let Some(doubt) = network.doubt(place) else {
            if sensitive(&place) {
                lost.insert(place);
            }
            continue;
        };
        for moved in network.changed_by(&doubt) {
            doubtful[moved] = true;
        }
        // Zeros that were withheld to hide which of a column are none must not be told either.
        waiting.extend(network.withhold_for(&doubt));
    }
    let mut published = network.published;
    let fixed = told::fixed(figures, &lost);
    if fixed.len() < lost.len() {
        for (published, figure) in published.iter_mut().zip(all) {
            *published &= figure.standing != Standing::Open;
        }
    }
    Protection {
        published,
        lost,
        fixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of counts with a total each, columns with a total each, and the grand total; and the places of the counts.
    fn table(lines: &[&[u64]]) -> (Figures, Vec<Vec<usize>>) {
        let shape = Shape {
            lines: lines.len(),
            classes: lines[0].len(),
            parts: 1,
        };
        let mut figures = Figures::of(shape, lines.concat());
        let places = (0..shape.lines)
            .map(|line| {
                let classes = (0..shape.classes).map(|class| figures.add(Some(line), Some(class), 0..1));
                let places = classes.collect();
                figures.add(Some(line), None, 0..1);
                places
            })
            .collect();
        for class in (0..shape.classes).map(Some).chain([None]) {
            figures.add(None, class, 0..1);
        }
        (figures, places)
    }

    #[test]
    fn a_small_cell_takes_a_rectangle_with_it_and_no_more() {
        let (figures, places) = table(&[&[31, 2], &[27, 9], &[22, 8]]);
        let protection = protect(&figures, 5);
        let withheld = (0..protection.published.len()).filter(|place| !protection.published[*place]);
        let rectangle = [places[0][0], places[0][1], places[2][0], places[2][1]];
        assert_eq!(withheld.collect::<Vec<_>>(), rectangle, "{protection:?}");
        assert!(protection.lost.is_empty());
    }

    #[test]
    fn what_was_published_before_cannot_be_hidden_and_is_said() {
        let shape = Shape {
            lines: 2,
            classes: 1,
            parts: 1,
        };
        let mut figures = Figures::of(shape, vec![40, 2]);
        for line in [Some(0), None] {
            let place = figures.add(line, None, 0..1);
            figures.stand(place, Standing::Told);
        }
        let small = figures.add(Some(1), None, 0..1);
        let protection = protect(&figures, 5);
        assert!(!protection.published[small]);
        assert_eq!(protection.lost, BTreeSet::from([small]));
    }

    #[test]
    fn nothing_small_withholds_nothing() {
        let (figures, _) = table(&[&[31, 0], &[27, 9]]);
        assert!(protect(&figures, 5).published.iter().all(|published| *published));
    }
}
