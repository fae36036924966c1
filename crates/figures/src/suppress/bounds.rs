//! What follows from published sums because counts cannot be negative, and because a withheld figure is not zero as long as
//! no zero is withheld beside it: eleven withheld cells that add up to eleven are each one.

use std::collections::{BTreeMap, BTreeSet};

use super::{Figures, Standing};

/// How often all sums are gone through at most; it ends as soon as no bound moves.
const ROUNDS: usize = 1_000;

/// The figures as one who reckons with their sums sees them: those over the same atoms are one node.
pub(super) struct Net<'f> {
    figures: &'f Figures,
    node_of: Vec<usize>,
    nodes: usize,
    /// A whole and its parts, as nodes.
    sums: Vec<(usize, Vec<usize>)>,
}

/// Between what a node must lie, and why.
pub(super) struct Bounds<'n> {
    net: &'n Net<'n>,
    published: &'n [bool],
    low: Vec<Bound>,
    high: Vec<Bound>,
}

#[derive(Clone)]
struct Bound {
    value: u64,
    /// Everything that ever moved it.
    because: Vec<Reason>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Reason {
    /// A figure is published.
    Told(usize),
    /// A figure of this group is seen to be withheld, and no zero of it is.
    NotZero(usize),
    /// This sum.
    Sum(usize),
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Low,
    High,
}

impl<'f> Net<'f> {
    pub(super) fn of(figures: &'f Figures) -> Self {
        let mut known = BTreeMap::new();
        let mut node_of = Vec::with_capacity(figures.figures.len());
        for figure in &figures.figures {
            let next = known.len();
            node_of.push(*known.entry(&figure.atoms).or_insert(next));
        }
        let sums = figures.sums.iter().map(|sum| {
            let parts = sum.parts.iter().map(|part| node_of[*part]);
            (node_of[sum.whole], parts.collect())
        });
        Self {
            figures,
            nodes: known.len(),
            sums: sums.collect(),
            node_of,
        }
    }
}

impl<'n> Bounds<'n> {
    /// Tightens bounds from everything that is published until nothing moves.
    pub(super) fn of(net: &'n Net<'n>, published: &'n [bool]) -> Self {
        let free = |value| {
            let bound = Bound {
                value,
                because: Vec::new(),
            };
            vec![bound; net.nodes]
        };
        let mut bounds = Self {
            net,
            published,
            low: free(0),
            high: free(u64::MAX),
        };
        for (place, figure) in net.figures.figures.iter().enumerate() {
            if published[place] {
                bounds.raise(net.node_of[place], figure.value, Reason::Told(place));
                bounds.lower(net.node_of[place], figure.value, Reason::Told(place));
            }
        }
        for (place, group) in net.figures.groups.iter().enumerate() {
            let withheld = || group.iter().filter(|figure| !published[**figure]);
            if withheld().all(|figure| net.figures.figures[*figure].value > 0) {
                withheld().for_each(|figure| {
                    bounds.raise(net.node_of[*figure], 1, Reason::NotZero(place));
                });
            }
        }
        for _ in 0..ROUNDS {
            let mut moved = false;
            for sum in 0..net.sums.len() {
                moved |= bounds.tighten(sum);
            }
            if !moved {
                break;
            }
        }
        bounds
    }

    /// The published figures that leave a figure a single value, if they do. A zero that is published in a group of which
    /// another is withheld is among them: withheld as well, it would leave open which of the group are zero.
    pub(super) fn derivation(&self, figure: usize) -> Option<BTreeSet<usize>> {
        let node = self.net.node_of[figure];
        (self.low[node].value >= self.high[node].value).then(|| self.explain(node))
    }

    /// Figures that nobody published and that have a single value left, with what leaves it: of each node one.
    pub(super) fn pinned(&self) -> Vec<(usize, BTreeSet<usize>)> {
        let mut seen = BTreeSet::new();
        let told = (0..self.published.len()).filter(|place| self.published[*place]);
        seen.extend(told.map(|place| self.net.node_of[place]));
        let open = (0..self.published.len()).filter(|place| seen.insert(self.net.node_of[*place]));
        open.filter_map(|place| Some((place, self.derivation(place)?)))
            .collect()
    }

    fn raise(&mut self, node: usize, value: u64, reason: Reason) -> bool {
        let bound = &mut self.low[node];
        let moves = value > bound.value;
        if moves {
            bound.value = value;
            bound.note(reason);
        }
        moves
    }

    fn lower(&mut self, node: usize, value: u64, reason: Reason) -> bool {
        let bound = &mut self.high[node];
        let moves = value < bound.value;
        if moves {
            bound.value = value;
            bound.note(reason);
        }
        moves
    }

    /// Tightens the bounds of a whole and of its parts by each other; says whether one moved.
    fn tighten(&mut self, sum: usize) -> bool {
        let net = self.net;
        let (whole, parts) = &net.sums[sum];
        let reason = Reason::Sum(sum);
        let least: u64 = parts.iter().map(|part| self.low[*part].value).sum();
        let mut most = 0_u64;
        let mut boundless = 0_usize;
        for part in parts {
            match self.high[*part].value {
                u64::MAX => boundless += 1,
                high => most = most.saturating_add(high),
            }
        }
        let mut moved = self.raise(*whole, least, reason);
        if boundless == 0 {
            moved |= self.lower(*whole, most, reason);
        }
        let (low, high) = (self.low[*whole].value, self.high[*whole].value);
        // The bounds of the others are those from before: what moves now counts in the next round.
        for part in parts {
            let (part_low, part_high) = (self.low[*part].value, self.high[*part].value);
            if high != u64::MAX {
                let others = least.saturating_sub(part_low);
                moved |= self.lower(*part, high.saturating_sub(others), reason);
            }
            let others_are_bounded = boundless == usize::from(part_high == u64::MAX);
            if others_are_bounded {
                let others = if part_high == u64::MAX {
                    most
                } else {
                    most - part_high
                };
                moved |= self.raise(*part, low.saturating_sub(others), reason);
            }
        }
        moved
    }

    /// The published figures behind both bounds of a node.
    fn explain(&self, node: usize) -> BTreeSet<usize> {
        let mut open = vec![(node, Side::Low), (node, Side::High)];
        let mut seen: BTreeSet<_> = open.iter().copied().collect();
        let mut figures = BTreeSet::new();
        while let Some((node, side)) = open.pop() {
            let bound = match side {
                Side::Low => &self.low[node],
                Side::High => &self.high[node],
            };
            for reason in &bound.because {
                match reason {
                    Reason::Told(figure) => {
                        figures.insert(*figure);
                    }
                    Reason::NotZero(group) => figures.extend(self.zeros(*group)),
                    Reason::Sum(sum) => {
                        let behind = self.behind(*sum, node, side);
                        open.extend(behind.into_iter().filter(|bound| seen.insert(*bound)));
                    }
                }
            }
        }
        figures
    }

    /// The bounds from which a sum gave that of a node: the same side of the parts for their whole; for a part the same side
    /// of the whole, and the other side of the other parts.
    fn behind(&self, sum: usize, node: usize, side: Side) -> Vec<(usize, Side)> {
        let (whole, parts) = &self.net.sums[sum];
        if *whole == node {
            return parts.iter().map(|part| (*part, side)).collect();
        }
        let other_side = match side {
            Side::Low => Side::High,
            Side::High => Side::Low,
        };
        let others = parts.iter().filter(|part| **part != node);
        let others = others.map(|part| (*part, other_side));
        others.chain([(*whole, side)]).collect()
    }

    /// Zeros of a group that are published, and need not be.
    fn zeros(&self, group: usize) -> impl Iterator<Item = usize> {
        let figures = &self.net.figures.figures;
        let group = self.net.figures.groups[group].iter().copied();
        group.filter(|place| {
            let figure = &figures[*place];
            self.published[*place] && figure.value == 0 && figure.standing == Standing::Open
        })
    }
}

impl Bound {
    fn note(&mut self, reason: Reason) {
        if !self.because.contains(&reason) {
            self.because.push(reason);
        }
    }
}
