//! Chance that comes out the same on every machine: SplitMix64 (Steele, Lea and Flood, 2014).

/// A stream of numbers.
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to one less than `limit`.
    pub(super) fn below(&mut self, limit: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(limit)) >> 64) as u64
    }

    pub(super) fn in_hundred(&mut self, share: u64) -> bool {
        self.below(100) < share
    }

    /// One of a list, each as likely.
    pub(super) fn any<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.place(list.len())]
    }

    /// One of a list, each as likely as its weight.
    pub(super) fn of<T: Copy>(&mut self, list: &[(T, u32)]) -> T {
        let all: u64 = list.iter().map(|(_, weight)| u64::from(*weight)).sum();
        let mut left = self.below(all);
        let found = list.iter().find(|(_, weight)| {
            let found = left < u64::from(*weight);
            left = left.saturating_sub(u64::from(*weight));
            found
        });
        found.unwrap_or(&list[0]).0
    }

    fn place(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_published_algorithm() {
        let mut chance = Chance::new(1_234_567);
        let first = [chance.next(), chance.next(), chance.next()];
        assert_eq!(
            first,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423
            ]
        );
    }

    #[test]
    fn weights_are_kept() {
        let mut chance = Chance::new(1);
        let often = (0..10_000)
            .filter(|_| chance.of(&[(true, 3), (false, 1)]))
            .count();
        assert!(
            (7_300..7_700).contains(&often),
            "{often} of 10,000 instead of three in four"
        );
    }
}
