//! Whether what is told already leaves a figure a single value, so that nothing withheld now could hide it.

use super::doubt::Network;
use super::figures::{Figures, Shape, Standing};
use super::parts::Parts;
use std::collections::{BTreeMap, BTreeSet};

/// Those of some figures that what is told already surely fixes.
///
/// For each set of parts of the time alone: a figure that is fixed by what told figures say of its own parts is fixed by all of
/// them. That all of them may fix one that no single set does is left open here.
pub(super) fn fixed(figures: &Figures, places: &BTreeSet<usize>) -> BTreeSet<usize> {
    let mut by_parts: BTreeMap<Parts, Vec<usize>> = BTreeMap::new();
    for place in places {
        by_parts
            .entry(figures.all()[*place].parts)
            .or_default()
            .push(*place);
    }
    let fixed = by_parts
        .into_iter()
        .flat_map(|(parts, places)| fixed_within(figures, parts, places));
    fixed.collect()
}

fn fixed_within(figures: &Figures, parts: Parts, places: Vec<usize>) -> Vec<usize> {
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

/// The table of some parts alone, with what told figures say of it.
fn of_one_time(figures: &Figures, parts: Parts) -> Figures {
    let shape = Shape {
        parts: 1,
        ..figures.shape()
    };
    let cells = (0..shape.lines).flat_map(|line| (0..shape.classes).map(move |class| (line, class)));
    let counts = cells.map(|(line, class)| {
        let counts = figures.parts_of(line, class);
        parts.iter().filter_map(|part| counts.get(part)).sum()
    });
    let mut one = Figures::of(shape, counts.collect());
    let mut places = BTreeMap::new();
    for (line, class) in figures.edges() {
        let place = one.add(line, class, 0..1);
        let is_told = parts.are_told_by(&figures.tied_by_nothing_too(line, class));
        one.stand(place, if is_told { Standing::Told } else { Standing::Unsaid });
        places.insert((line, class), place);
    }
    for group in &figures.groups {
        let members = group.iter().map(|place| &figures.all()[*place]);
        if members.clone().all(|figure| figure.parts == parts) {
            let members = members.filter_map(|figure| places.get(&(figure.line, figure.class)));
            one.group(members.copied().collect());
        }
    }
    one
}
