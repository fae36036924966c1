//! The search for a table that agrees with what is published, and in which a figure is another.
//!
//! A table with its margins is a network: lines and classes are nodes, and so are "all lines" and "all classes"; the cell of a
//! line and a class is an edge between the two, and a margin is the edge between its line or class and "all". At each node
//! the edges add up to nothing, if margins that stand at the edge of the table are taken away and not added. So whoever
//! changes the cell of one edge by one must change another edge at each of its ends, and so on until the way closes.

use super::figures::{Figures, Standing};
use super::shift::Shift;

/// What a withheld figure costs, for each line and class that it tells of; below it, the smaller figure is the cheaper.
const UNIT: u64 = 1 << 32;

/// Zeros come last: they tell of nobody, though a withheld zero hides a neighbour as well as any.
const ZERO: u64 = 16;

/// No way.
const BLOCKED: u64 = u64::MAX;

/// A table and what is published of it.
pub(super) struct Network<'f> {
    figures: &'f Figures,
    pub(super) published: Vec<bool>,
    /// The figures of each edge.
    edges: Vec<Vec<usize>>,
    /// Those of them that somebody publishes, or that stand in a column: the others never cost anything.
    costly: Vec<Vec<usize>>,
    /// The groups of each figure.
    groups: Vec<Vec<usize>>,
    shifts: Vec<Priced>,
}

/// A shift, and what each step along it costs, as long as nothing more is withheld.
struct Priced {
    shift: Shift,
    steps: Option<Vec<[u64; 2]>>,
}

/// Whether the count of an edge goes up or down; margins the other way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Up,
    Down,
}

/// Another table that fits: edges whose counts change.
pub(super) struct Doubt {
    shift: Shift,
    steps: Vec<(usize, Step)>,
}

impl Step {
    const BOTH: [Self; 2] = [Self::Up, Self::Down];

    fn sign(self) -> i8 {
        match self {
            Self::Up => 1,
            Self::Down => -1,
        }
    }
}

impl<'f> Network<'f> {
    pub(super) fn of(figures: &'f Figures, published: Vec<bool>) -> Self {
        let shape = figures.shape();
        let mut edges = vec![Vec::new(); (shape.lines + 1) * (shape.classes + 1)];
        for (place, figure) in figures.figures.iter().enumerate() {
            let line = figure.line.unwrap_or(shape.lines);
            let class = figure.class.unwrap_or(shape.classes);
            edges[line * (shape.classes + 1) + class].push(place);
        }
        let mut groups = vec![Vec::new(); published.len()];
        for (group, column) in figures.groups.iter().enumerate() {
            column.iter().for_each(|place| groups[*place].push(group));
        }
        let is_costly = |place: &usize| published[*place] || !groups[*place].is_empty();
        let costly = edges
            .iter()
            .map(|edge| edge.iter().copied().filter(is_costly).collect());
        let costly = costly.collect();
        let shifts = Shift::all(figures).into_iter();
        Self {
            figures,
            published,
            edges,
            costly,
            groups,
            shifts: shifts.map(|shift| Priced { shift, steps: None }).collect(),
        }
    }

    /// The doubt about a figure for which least must be withheld, if there is any.
    pub(super) fn doubt(&mut self, place: usize) -> Option<Doubt> {
        let figure = &self.figures.figures[place];
        let shape = self.figures.shape();
        let line = figure.line.unwrap_or(shape.lines);
        let class = figure.class.unwrap_or(shape.classes);
        let mut best: Option<(u64, Doubt)> = None;
        for number in 0..self.shifts.len() {
            let shift = self.shifts[number].shift;
            if shift.of(figure.parts) == 0 {
                continue;
            }
            if self.shifts[number].steps.is_none() {
                self.shifts[number].steps = Some(self.price(shift));
            }
            let Some(prices) = &self.shifts[number].steps else {
                continue;
            };
            for step in Step::BOTH {
                let below = best.as_ref().map_or(BLOCKED, |(price, _)| *price);
                let found = self.cycle(prices, (line, class), step, below);
                if let Some((price, steps)) = found {
                    best = Some((price, Doubt { shift, steps }));
                }
            }
            if best.as_ref().is_some_and(|(price, _)| *price == 0) {
                break;
            }
        }
        best.map(|(_, doubt)| doubt)
    }

    /// The figures that are others in a doubt.
    pub(super) fn changed_by(&self, doubt: &Doubt) -> Vec<usize> {
        let edges = doubt.steps.iter().flat_map(|(edge, _)| &self.edges[*edge]);
        let changed = edges.filter(|place| doubt.shift.of(self.figures.figures[**place].parts) != 0);
        changed.copied().collect()
    }

    /// Withholds what contradicts a doubt, and gives the zeros that were withheld without changing in it.
    pub(super) fn withhold_for(&mut self, doubt: &Doubt) -> Vec<usize> {
        let mut withheld = false;
        for place in self.changed_by(doubt) {
            withheld |= self.published[place];
            self.published[place] = false;
        }
        let mut zeros = Vec::new();
        for (edge, step) in &doubt.steps {
            for place in self.edges[*edge].clone() {
                if !self.ends_at_zero(place, self.change(*edge, *step, doubt.shift, place)) {
                    continue;
                }
                for group in self.groups[place].clone() {
                    if let Some(zero) = self.cheapest_zero(group).filter(|_| self.is_without_zero(group)) {
                        self.published[zero] = false;
                        zeros.push(zero);
                    }
                }
            }
        }
        if withheld || !zeros.is_empty() {
            self.shifts.iter_mut().for_each(|priced| priced.steps = None);
        }
        zeros
    }

    /// The cheapest cycle through an edge that costs less than `below`.
    ///
    /// Dijkstra's search from one end of the edge to the other: up along an edge goes from its line to its class, down from
    /// its class to its line.
    fn cycle(
        &self,
        prices: &[[u64; 2]],
        (line, class): (usize, usize),
        step: Step,
        below: u64,
    ) -> Option<(u64, Vec<(usize, Step)>)> {
        let shape = self.figures.shape();
        let (lines, classes) = (shape.lines + 1, shape.classes + 1);
        let through = line * classes + class;
        let (begin, end) = match step {
            Step::Up => (lines + class, line),
            Step::Down => (line, lines + class),
        };
        let mut nodes = vec![(BLOCKED, None, false); lines + classes];
        nodes[begin].0 = prices[through][step as usize];
        loop {
            let open = nodes.iter().enumerate().filter(|(_, (_, _, done))| !done);
            let (node, price) = open
                .map(|(node, (price, _, _))| (node, *price))
                .min_by_key(|(_, price)| *price)?;
            if price >= below {
                return None;
            }
            if node == end {
                break;
            }
            nodes[node].2 = true;
            let (step, ways) = if node < lines {
                (Step::Up, lines..lines + classes)
            } else {
                (Step::Down, 0..lines)
            };
            for next in ways {
                let edge = node.min(next) * classes + (node.max(next) - lines);
                let price = price.saturating_add(prices[edge][step as usize]);
                if edge != through && !nodes[next].2 && price < nodes[next].0 {
                    nodes[next] = (price, Some((node, edge, step)), false);
                }
            }
        }
        let mut steps = vec![(through, step)];
        let mut node = end;
        while let Some((before, edge, step)) = nodes[node].1 {
            steps.push((edge, step));
            node = before;
        }
        Some((nodes[end].0, steps))
    }

    fn price(&self, shift: Shift) -> Vec<[u64; 2]> {
        let edges = 0..self.edges.len();
        edges
            .map(|edge| Step::BOTH.map(|step| self.price_of(edge, step, shift).unwrap_or(BLOCKED)))
            .collect()
    }

    /// What must be withheld so that an edge may change; none where it cannot.
    fn price_of(&self, edge: usize, step: Step, shift: Shift) -> Option<u64> {
        let shape = self.figures.shape();
        let (line, class) = (edge / (shape.classes + 1), edge % (shape.classes + 1));
        if line < shape.lines && class < shape.classes {
            let counts = self.figures.parts_of(line, class).iter().enumerate();
            let is_none = |(part, count): (usize, &u64)| *count == 0 && step.sign() * shift.of_part(part) < 0;
            if counts.into_iter().any(is_none) {
                return None;
            }
        }
        let mut sum = 0_u64;
        for place in &self.costly[edge] {
            let change = self.change(edge, step, shift, *place);
            if change == 0 {
                continue;
            }
            if self.published[*place] {
                sum = sum.saturating_add(self.price_of_figure(*place)?);
            }
            if self.ends_at_zero(*place, change) {
                let groups = self.groups[*place].iter();
                for group in groups.filter(|group| self.is_without_zero(**group)) {
                    let zero = self.cheapest_zero(*group)?;
                    sum = sum.saturating_add(self.price_of_figure(zero)?);
                }
            }
        }
        Some(sum)
    }

    /// By how much a figure of an edge changes.
    fn change(&self, edge: usize, step: Step, shift: Shift, place: usize) -> i8 {
        let shape = self.figures.shape();
        let (line, class) = (edge / (shape.classes + 1), edge % (shape.classes + 1));
        let is_taken_away = (line == shape.lines) != (class == shape.classes);
        let up = if is_taken_away { -step.sign() } else { step.sign() };
        up * shift.of(self.figures.figures[place].parts)
    }

    fn ends_at_zero(&self, place: usize, change: i8) -> bool {
        change < 0 && self.figures.figures[place].value <= 1
    }

    /// Whether no zero of a group is withheld.
    fn is_without_zero(&self, group: usize) -> bool {
        let mut figures = self.figures.groups[group].iter();
        figures.all(|place| self.published[*place] || self.figures.figures[*place].value > 0)
    }

    /// The zero of a group that is published and costs least to withhold.
    fn cheapest_zero(&self, group: usize) -> Option<usize> {
        let figures = self.figures.groups[group].iter().copied();
        let zeros = figures.filter(|place| self.published[*place] && self.figures.figures[*place].value == 0);
        zeros
            .filter_map(|place| Some((self.price_of_figure(place)?, place)))
            .min()
            .map(|(_, place)| place)
    }

    /// What it costs to withhold a figure; none where it cannot be.
    fn price_of_figure(&self, place: usize) -> Option<u64> {
        let figure = &self.figures.figures[place];
        if figure.standing != Standing::Open {
            return None;
        }
        let shape = self.figures.shape();
        let lines = figure.line.map_or(shape.lines, |_| 1);
        let classes = figure.class.map_or(shape.classes, |_| 1);
        let cells = u64::try_from(lines * classes).unwrap_or(UNIT);
        let each = if figure.value == 0 { ZERO * UNIT } else { UNIT };
        Some(
            cells
                .saturating_mul(each)
                .saturating_add(figure.value.min(UNIT - 1)),
        )
    }
}
