//! Choices by chance, from a fixed seed: the same demo every time.

use saqta_journal::SeededRandom;

/// One of several, each as often as its weight says; none where all weights are 0.
pub(super) fn one_of<T: Copy>(choices: &[(T, u32)], chance: &mut SeededRandom) -> Option<T> {
    place_of(choices.iter().map(|(_, weight)| *weight), chance)
        .and_then(|place| choices.get(place))
        .map(|(choice, _)| *choice)
}

/// The place of one of several weights, each as often as it says; none where all are 0.
pub(super) fn place_of(
    weights: impl Iterator<Item = u32> + Clone,
    chance: &mut SeededRandom,
) -> Option<usize> {
    let all: u64 = weights.clone().map(u64::from).sum();
    let mut left = chance.below(all);
    for (place, weight) in weights.enumerate() {
        match left.checked_sub(u64::from(weight)) {
            Some(rest) => left = rest,
            None => return Some(place),
        }
    }
    None
}

/// So many of a hundred.
pub(super) fn happens(in_hundred: u32, chance: &mut SeededRandom) -> bool {
    chance.below(100) < u64::from(in_hundred)
}

/// Puts things in an order by chance (Fisher and Yates).
pub(super) fn shuffle<T>(things: &mut [T], chance: &mut SeededRandom) {
    for place in (1..things.len()).rev() {
        let other = usize::try_from(chance.below(place as u64 + 1)).unwrap_or(place);
        things.swap(place, other);
    }
}

/// Chooses exactly so many places of a list, those with a larger weight (up to 100) more often; fewer only where there are
/// fewer that weigh anything.
pub(super) fn choose(
    count: u32,
    weights: &[u32],
    chance: &mut SeededRandom,
) -> std::collections::BTreeSet<usize> {
    let mut left: Vec<(usize, u32)> = weights.iter().copied().enumerate().collect();
    let mut chosen = std::collections::BTreeSet::new();
    for _ in 0..count {
        let Some(place) = place_of(left.iter().map(|(_, weight)| *weight), chance) else {
            break;
        };
        chosen.insert(left.swap_remove(place).0);
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_go_by_their_weights_and_a_seed_gives_the_same() {
        let draw = |seed| {
            let mut chance = SeededRandom::new(seed);
            let drawn =
                (0..1_000).filter_map(|_| one_of(&[("often", 9), ("never", 0), ("seldom", 1)], &mut chance));
            drawn.collect::<Vec<_>>()
        };
        let drawn = draw(1);
        let seldom = drawn.iter().filter(|word| **word == "seldom").count();
        assert!((60..150).contains(&seldom), "{seldom} of 1,000");
        assert!(!drawn.contains(&"never"));
        assert_eq!(draw(1), drawn);
        assert_ne!(draw(2), drawn);
        assert_eq!(one_of::<u8>(&[], &mut SeededRandom::new(1)), None);
    }

    #[test]
    fn exactly_as_many_are_chosen_as_are_wanted() {
        let mut chance = SeededRandom::new(1);
        let chosen = choose(3, &[1, 0, 100, 5, 0, 7], &mut chance);
        assert_eq!(chosen.len(), 3);
        assert!(!chosen.contains(&1) && !chosen.contains(&4));
        assert_eq!(choose(9, &[1, 0, 1], &mut chance).len(), 2);
        let mut order: Vec<u8> = (0..20).collect();
        shuffle(&mut order, &mut chance);
        assert!(!order.is_sorted());
        order.sort_unstable();
        assert_eq!(order, (0..20).collect::<Vec<u8>>());
    }
}
