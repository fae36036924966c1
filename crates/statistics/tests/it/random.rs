//! A seeded source of chance for simulations: SplitMix64 (Steele, Lea and Flood 2014).

pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn seeded(seed: u64) -> Random {
        Random(seed)
    }

    /// Between 0 and 1.
    pub(crate) fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((bits ^ (bits >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A Poisson count: by counting how many waiting times fit, a hundred events at a time.
    pub(crate) fn poisson(&mut self, mean: f64) -> u64 {
        if mean > 100.0 {
            return self.poisson(100.0) + self.poisson(mean - 100.0);
        }
        let limit = (-mean).exp();
        let (mut count, mut product) = (0, self.share());
        while product > limit {
            count += 1;
            product *= self.share();
        }
        count
    }

    pub(crate) fn exponential(&mut self, mean: f64) -> f64 {
        -mean * (1.0 - self.share()).ln()
    }

    /// A gamma variable of a whole shape and mean 1.
    pub(crate) fn gamma(&mut self, shape: u32) -> f64 {
        (0..shape).map(|_| self.exponential(1.0)).sum::<f64>() / f64::from(shape)
    }
}
