//! Whether what is told already leaves a figure a single value, so that nothing withheld now could hide it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::doubt::Network;
use super::figures::{Figures, Shape, Standing};

/// Those of some figures that what is told already surely fixes.
///
/// For each stretch of time alone: a figure that is fixed by what told figures say of its own stretch is fixed by all of
/// them. That all of them may fix one that no single stretch does is left open here.
pub(super) fn fixed(figures: &Figures, places: &BTreeSet<usize>) -> BTreeSet<usize> {
    let mut by_stretch: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for place in places {
        let parts = &figures.all()[*place].parts;
        by_stretch
            .entry((parts.start, parts.end))
            .or_default()
            .push(*place);
    }
    let fixed = by_stretch
        .into_iter()
        .flat_map(|((from, to), places)| fixed_within(figures, &(from..to), places));
    fixed.collect()
}

fn fixed_within(figures: &Figures, parts: &Range<usize>, places: Vec<usize>) -> Vec<usize> {
    let one = of_one_time(figures, parts);
    let published = one.all().iter().map(|figure| figure.standing == Standing::Told);
    let mut network = Network::of(&one, published.collect());
    let mut is_fixed = |place: &usize| {
        let figure = &figures.all()[*place];
        let same = one
            .all()
            .iter()
            .position(|other| (other.line, other.class) == (figure.line, figure.class));
        same.is_some_and(|same| network.doubt(same).is_none())
    };
    places.into_iter().filter(|place| is_fixed(place)).collect()
}

/// The table of one stretch alone, with what told figures say of it.
fn of_one_time(figures: &Figures, parts: &Range<usize>) -> Figures {
    let shape = Shape {
        parts: 1,
        ..figures.shape()
    };
    let cells = (0..shape.lines).flat_map(|line| (0..shape.classes).map(move |class| (line, class)));
    let counts = cells.map(|(line, class)| figures.parts_of(line, class)[parts.clone()].iter().sum());
    let mut one = Figures::of(shape, counts.collect());
    let mut places = BTreeMap::new();
    for (line, class) in figures.edges() {
        let place = one.add(line, class, 0..1);
        let is_told = figures.tied_by_nothing_too(line, class)[parts.start] & 1 << parts.end != 0;
        one.stand(place, if is_told { Standing::Told } else { Standing::Unsaid });
        places.insert((line, class), place);
    }
    for group in &figures.groups {
        let members = group.iter().map(|place| &figures.all()[*place]);
        if members.clone().all(|figure| figure.parts == *parts) {
            let members = members.filter_map(|figure| places.get(&(figure.line, figure.class)));
            one.group(members.copied().collect());
        }
    }
    one
}
