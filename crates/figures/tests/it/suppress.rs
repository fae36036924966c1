//! Suppression against an attacker who tries every table of whole counts that fits what is published, and so misses nothing
//! that could be reckoned from it. The attacker knows no more of the suppression than what it says of figures, and shares no
//! code with it.

use proptest::prelude::*;
use saqta_figures::suppress::{Figure, Figures, Protection, Shape, Standing, protect};

const THRESHOLD: u64 = 4;

/// A table with its margins. Of each column, and of the lines' totals, a reader sees which are withheld.
fn table(lines: usize, classes: usize, counts: &[u64]) -> Figures {
    let shape = Shape {
        lines,
        classes,
        parts: 1,
    };
    let mut figures = Figures::of(shape, counts.to_vec());
    for class in (0..classes).map(Some).chain([None]) {
        let column = (0..lines).map(|line| figures.add(Some(line), class, 0..1));
        let column = column.collect();
        figures.group(column);
    }
    for class in (0..classes).map(Some).chain([None]) {
        figures.add(None, class, 0..1);
    }
    figures
}

/// A table as a release has it: the totals stand, and the last class is given by nobody.
fn as_released(lines: usize, counts: &[u64]) -> Figures {
    let shape = Shape {
        lines,
        classes: 3,
        parts: 1,
    };
    let mut figures = Figures::of(shape, counts.to_vec());
    for class in [Some(0), Some(1), None] {
        let column = (0..lines).map(|line| figures.add(Some(line), class, 0..1));
        let column = column.collect();
        figures.group(column);
        let total = figures.add(None, class, 0..1);
        figures.stand(total, Standing::Told);
    }
    figures
}

/// Releases of stretches after one another: of all but the last it is said what each tells, cell by cell.
fn over_time(shape: Shape, counts: &[u64], stretches: &[(usize, usize, Vec<bool>)]) -> Figures {
    let mut figures = Figures::of(shape, counts.to_vec());
    let classes = || (0..shape.classes - 1).map(Some).chain([None]);
    for part in 0..shape.parts {
        for class in classes() {
            let total = figures.add(None, class, part..part + 1);
            figures.stand(total, Standing::Told);
        }
    }
    for (number, (from, to, told)) in stretches.iter().enumerate() {
        let mut told = told.iter().cycle();
        for class in classes() {
            let mut column = Vec::new();
            for line in 0..shape.lines {
                let place = figures.add(Some(line), class, *from..*to);
                column.push(place);
                if number + 1 == stretches.len() {
                    continue;
                }
                let is_small = (1..THRESHOLD).contains(&figures.all()[place].value);
                if !is_small && *told.next().expect("it goes round") {
                    figures.stand(place, Standing::Told);
                } else {
                    figures.stand(place, Standing::Unsaid);
                    figures.keep(place);
                }
            }
            figures.group(column);
        }
    }
    figures
}

/// Every value that a figure takes in the tables which fit what is published.
struct Attacker<'f> {
    figures: &'f [Figure],
    /// For each count, the published figures with it, and whether it is their last.
    published: Vec<Vec<(usize, bool)>>,
    /// What is left of each published figure.
    rest: Vec<u64>,
    /// For each count, the figures that it is in.
    within: Vec<Vec<usize>>,
    /// Withheld figures of which the attacker knows that they are not zero.
    not_zero: Vec<usize>,
    sums: Vec<u64>,
    seen: Vec<Option<u64>>,
    open: Vec<bool>,
    /// How many withheld figures have one value so far: with none there is nothing more to find.
    pinned: usize,
}

impl<'f> Attacker<'f> {
    /// Says of each figure whether more than one value is left to it.
    fn attack(figures: &'f Figures, groups: &[Vec<usize>], published: &[bool]) -> Vec<bool> {
        let all = figures.all();
        let within = atoms(figures);
        let mut closing = vec![Vec::new(); within.len()];
        for place in (0..all.len()).filter(|place| published[*place]) {
            let atoms: Vec<usize> = (0..within.len())
                .filter(|atom| within[*atom].contains(&place))
                .collect();
            for atom in &atoms {
                closing[*atom].push((place, Some(atom) == atoms.last()));
            }
        }
        let withheld = |group: &Vec<usize>| -> Vec<usize> {
            group.iter().copied().filter(|place| !published[*place]).collect()
        };
        let without_zero = groups
            .iter()
            .map(withheld)
            .filter(|group| group.iter().all(|place| all[*place].value > 0));
        let mut attacker = Self {
            figures: all,
            published: closing,
            rest: all.iter().map(|figure| figure.value).collect(),
            within,
            not_zero: without_zero.flatten().collect(),
            sums: vec![0; all.len()],
            seen: vec![None; all.len()],
            open: published.to_vec(),
            pinned: published.iter().filter(|published| !**published).count(),
        };
        attacker.next(0);
        attacker.open
    }

    fn next(&mut self, atom: usize) {
        if atom == self.within.len() {
            return self.note();
        }
        let published = self.published[atom].clone();
        let rest = published.iter().map(|(place, _)| self.rest[*place]);
        // Whatever no published figure bounds may be more than is tried here: the less the attacker finds, the more is asked.
        let most = rest.min().unwrap_or(12);
        for count in 0..=most {
            if self.pinned == 0 {
                return;
            }
            published.iter().for_each(|(place, _)| self.rest[*place] -= count);
            if published
                .iter()
                .all(|(place, is_last)| !is_last || self.rest[*place] == 0)
            {
                let within = self.within[atom].clone();
                within.iter().for_each(|place| self.sums[*place] += count);
                self.next(atom + 1);
                within.iter().for_each(|place| self.sums[*place] -= count);
            }
            published.iter().for_each(|(place, _)| self.rest[*place] += count);
        }
    }

    fn note(&mut self) {
        if self.not_zero.iter().any(|place| self.sums[*place] == 0) {
            return;
        }
        for place in 0..self.figures.len() {
            let value = self.sums[place];
            match self.seen[place] {
                None => self.seen[place] = Some(value),
                Some(before) if before != value && !self.open[place] => {
                    self.open[place] = true;
                    self.pinned -= 1;
                }
                Some(_) => {}
            }
        }
    }
}

/// For each count, the figures that it is in.
fn atoms(figures: &Figures) -> Vec<Vec<usize>> {
    let shape = figures.shape();
    let mut atoms = Vec::new();
    for line in 0..shape.lines {
        for class in 0..shape.classes {
            for part in 0..shape.parts {
                let is_in = |figure: &Figure| {
                    figure.line.is_none_or(|of| of == line)
                        && figure.class.is_none_or(|of| of == class)
                        && figure.parts.contains(&part)
                };
                let within = figures.all().iter().enumerate();
                atoms.push(
                    within
                        .filter(|(_, figure)| is_in(figure))
                        .map(|(place, _)| place)
                        .collect(),
                );
            }
        }
    }
    atoms
}

/// The columns of a table in the order in which the tables here are built: what a reader sees to be withheld.
fn columns(figures: &Figures) -> Vec<Vec<usize>> {
    let mut columns: Vec<Vec<usize>> = Vec::new();
    let all = figures.all();
    for (place, figure) in all.iter().enumerate() {
        match figure.line {
            Some(0) => columns.push(vec![place]),
            Some(_) => columns
                .last_mut()
                .expect("a column begins with its first line")
                .push(place),
            None => {}
        }
    }
    columns
}

fn assert_protected(figures: &Figures) -> Protection {
    let protection = protect(figures, THRESHOLD);
    let groups = columns(figures);
    let open = Attacker::attack(figures, &groups, &protection.published);
    // Nothing could have been done about what is known of what others tell alone.
    let could_be_open = |place: usize| {
        let told = figures
            .all()
            .iter()
            .map(|figure| figure.standing == Standing::Told);
        Attacker::attack(figures, &groups, &told.collect::<Vec<_>>())[place]
    };
    for (place, figure) in figures.all().iter().enumerate() {
        let is_small = figure.secret || (1..THRESHOLD).contains(&figure.value);
        let is_told = figure.standing == Standing::Told;
        assert!(
            !is_small || is_told || !protection.published[place],
            "a small figure is published: {figure:?}"
        );
        assert!(
            protection.published[place] || open[place] || !could_be_open(place),
            "the attacker learns {figure:?}: {figures:?} {protection:?}"
        );
    }
    protection
}

fn assert_protected_and_nothing_lost(figures: &Figures) {
    let protection = assert_protected(figures);
    assert!(protection.lost.is_empty(), "{figures:?} {protection:?}");
}

/// Counts such as make trouble: none, one, few, and just enough.
fn counts(how_many: usize) -> impl Strategy<Value = Vec<u64>> {
    let count = || prop_oneof![3 => Just(0_u64), 2 => Just(1), 2 => 2..5_u64, 1 => Just(6), 1 => Just(7)];
    proptest::collection::vec(count(), how_many)
}

fn told() -> impl Strategy<Value = Vec<bool>> {
    proptest::collection::vec(proptest::bool::weighted(0.8), 11)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn nothing_withheld_can_be_told_from_what_is_published(
        (lines, classes, counts) in prop_oneof![(1_usize..4, 1_usize..4), (1_usize..2, 4_usize..7)]
            .prop_flat_map(|(lines, classes)| (Just(lines), Just(classes), counts(lines * classes)))
    ) {
        assert_protected(&table(lines, classes, &counts));
    }

    #[test]
    fn nothing_withheld_can_be_told_where_the_totals_stand(
        (lines, counts) in (1_usize..4).prop_flat_map(|lines| (Just(lines), counts(lines * 3)))
    ) {
        let figures = as_released(lines, &counts);
        let protection = assert_protected(&figures);
        // In a table of one time, what is given up could not have been saved.
        let told = figures.all().iter().map(|figure| figure.standing == Standing::Told);
        let told: Vec<bool> = told.collect();
        let could_be_open = if protection.lost.is_empty() {
            Vec::new()
        } else {
            Attacker::attack(&figures, &columns(&figures), &told)
        };
        for place in &protection.lost {
            assert!(!could_be_open[*place], "{:?} could be saved: {figures:?}", figures.all()[*place]);
        }
    }

    #[test]
    fn nothing_withheld_can_be_told_from_releases_that_overlap(
        counts in counts(12),
        stretches in proptest::sample::subsequence(vec![(0, 1), (1, 2), (0, 2), (2, 3), (1, 3), (0, 3)], 2..5)
            .prop_shuffle()
            .prop_flat_map(|stretches| {
                let told: Vec<_> = stretches.iter().map(|(from, to)| (Just(*from), Just(*to), told())).collect();
                told
            })
    ) {
        let shape = Shape { lines: 2, classes: 2, parts: 3 };
        assert_protected(&over_time(shape, &counts, &stretches));
    }
}

#[test]
fn many_zeros_hide_nothing() {
    assert_protected_and_nothing_lost(&table(2, 2, &[1, 0, 0, 0]));
    assert_protected_and_nothing_lost(&table(3, 2, &[2, 0, 0, 0, 5, 0]));
    assert_protected_and_nothing_lost(&table(3, 3, &[0, 0, 1, 0, 0, 0, 6, 0, 0]));
}

#[test]
fn sums_of_several_lines_and_what_is_not_zero_tell_nothing_together() {
    assert_protected_and_nothing_lost(&table(3, 3, &[0, 1, 1, 1, 0, 0, 1, 0, 0]));
    assert_protected_and_nothing_lost(&table(3, 3, &[1, 6, 0, 7, 1, 1, 0, 1, 6]));
    assert_protected_and_nothing_lost(&table(3, 3, &[1, 1, 6, 1, 1, 7, 6, 7, 0]));
}

#[test]
fn ones_that_add_up_to_their_number_take_a_zero_with_them() {
    let shape = Shape {
        lines: 20,
        classes: 1,
        parts: 1,
    };
    let mut figures = Figures::of(shape, (0..20).map(|line| u64::from(line < 11)).collect());
    let cells: Vec<usize> = (0..20)
        .map(|line| figures.add(Some(line), Some(0), 0..1))
        .collect();
    let total = figures.add(None, None, 0..1);
    figures.stand(total, Standing::Told);
    let alone = protect(&figures, THRESHOLD);
    assert!(
        cells[11..].iter().all(|zero| alone.published[*zero]),
        "nobody sees what is withheld"
    );
    figures.group(cells.clone());
    let seen = protect(&figures, THRESHOLD);
    assert!(
        cells[11..].iter().any(|zero| !seen.published[*zero]),
        "eleven are withheld and add up to eleven: {seen:?}"
    );
    assert!(seen.lost.is_empty());
}
