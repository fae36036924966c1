//! How many were hurt in each stretch of months: as published where that is known, else invented at about that level.
//!
//! What is published is in `crates/figures/data/published.tsv`, with the source of each figure; a fall that is published
//! implies the count before it. What nobody published here is invented, and each stretch says so.

use jiff::civil::Date;
use saqta_domain::region::Region;
use saqta_journal::SeededRandom;

use Region::{Abai, Aktobe, Almaty, Atyrau, EastKazakhstan, Karaganda, Kostanay, Pavlodar};

/// Months of a year: how many were hurt, how many of them died, where, and in what.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    pub(super) year: i16,
    /// 1 to 12.
    pub(super) first_month: i8,
    /// The last one included.
    pub(super) last_month: i8,
    pub(super) injured: u32,
    pub(super) fatal: u32,
    /// The regions whose figures are given; the others share the rest.
    pub(super) regions: Vec<(Region, u32)>,
    /// In mining and metallurgy.
    pub(super) mining: u32,
    pub(super) construction: u32,
}

impl Stretch {
    /// About 15 of a hundred are hurt in mining and metallurgy and 12 in construction.
    fn new(year: i16, (first_month, last_month): (i8, i8), injured: u32, fatal: u32) -> Self {
        Self {
            year,
            first_month,
            last_month,
            injured,
            fatal,
            regions: Vec::new(),
            mining: injured * 15 / 100,
            construction: injured * 12 / 100,
        }
    }

    fn with_regions(mut self, regions: &[(Region, u32)]) -> Self {
        self.regions = regions.to_vec();
        self
    }

    fn with_work(mut self, mining: u32, construction: u32) -> Self {
        (self.mining, self.construction) = (mining, construction);
        self
    }

    /// What its cases are drawn by.
    pub(super) fn seed(&self) -> u64 {
        u64::from(self.year.unsigned_abs()) * 100 + u64::from(self.first_month.unsigned_abs())
    }

    /// The number of a case in its year's register. Those of the first quarter came first.
    pub(super) fn case_number(&self, case: usize) -> String {
        match self.first_month {
            1 => format!("{}-{case}", self.year),
            month => format!("{}-{month:02}-{case}", self.year),
        }
    }
}

/// The first quarters of 2024 and 2025, of which the press text of the story speaks.
pub(super) fn of_the_press_text() -> [Stretch; 2] {
    let regions = [Karaganda, Kostanay, EastKazakhstan, Aktobe, Atyrau, Almaty];
    let of = |year, injured, fatal, counts: [u32; 6]| {
        let named: Vec<(Region, u32)> = regions.into_iter().zip(counts).collect();
        Stretch::new(year, (1, 3), injured, fatal).with_regions(&named)
    };
    [
        // A fall of 16.8 % to 293 implies 352; their parts are invented.
        of(2024, 352, 46, [40, 29, 27, 25, 24, 28]).with_work(57, 44),
        of(2025, 293, 40, [31, 27, 24, 22, 22, 19]).with_work(45, 35),
    ]
}

/// The others up to a day, in the order of time.
pub(super) fn others(until: Date) -> Vec<Stretch> {
    let mut others = vec![
        // Published: 1,430 injured and 180 dead in the year, 749 and 82 of them by July; five regions, and the branches. How
        // the regions' and the branches' figures fall to the two parts is invented.
        Stretch::new(2019, (1, 7), 749, 82)
            .with_regions(&[
                (EastKazakhstan, 111),
                (Karaganda, 99),
                (Pavlodar, 61),
                (Kostanay, 60),
                (Almaty, 58),
            ])
            .with_work(128, 92),
        Stretch::new(2019, (8, 12), 681, 98)
            .with_regions(&[
                (EastKazakhstan, 101),
                (Karaganda, 90),
                (Pavlodar, 56),
                (Kostanay, 54),
                (Almaty, 53),
            ])
            .with_work(116, 84),
        // Published: the first quarter. The rest is invented, so that 2024 is 6.3 % below the year.
        Stretch::new(2020, (1, 3), 317, 46),
        Stretch::new(2020, (4, 6), 382, 47),
        Stretch::new(2020, (7, 9), 412, 54),
        Stretch::new(2020, (10, 12), 392, 51),
        // Invented: what was published of 2021 may count cases of an epidemic.
        Stretch::new(2021, (1, 3), 322, 45),
        Stretch::new(2021, (4, 6), 383, 51),
        Stretch::new(2021, (7, 9), 401, 54),
        Stretch::new(2021, (10, 12), 384, 49),
        Stretch::new(2022, (1, 3), 318, 42),
        Stretch::new(2022, (4, 6), 374, 52),
        Stretch::new(2022, (7, 9), 391, 52),
        Stretch::new(2022, (10, 12), 381, 49),
        // Published: seven regions of the first half; how they fall to its quarters is invented.
        Stretch::new(2023, (1, 3), 322, 43).with_regions(&[
            (Karaganda, 40),
            (EastKazakhstan, 27),
            (Abai, 25),
            (Almaty, 25),
            (Pavlodar, 23),
            (Kostanay, 22),
            (Aktobe, 20),
        ]),
        Stretch::new(2023, (4, 6), 314, 41).with_regions(&[
            (Karaganda, 39),
            (EastKazakhstan, 26),
            (Abai, 25),
            (Almaty, 25),
            (Pavlodar, 23),
            (Kostanay, 22),
            (Aktobe, 20),
        ]),
        Stretch::new(2023, (7, 9), 377, 52),
        Stretch::new(2023, (10, 12), 363, 48),
        // Published: 1,408 in the year; a fall of 16.6 % to 584 implies 700 in its first half.
        Stretch::new(2024, (4, 6), 348, 45),
        Stretch::new(2024, (7, 9), 366, 50),
        Stretch::new(2024, (10, 12), 342, 47),
        // Published: 584 and 77 by June, 934 and 133 by September, and these regions by then; of Almaty June alone, since its
        // figure did not move afterwards.
        Stretch::new(2025, (4, 6), 291, 37).with_regions(&[
            (Pavlodar, 34),
            (Almaty, 32),
            (Karaganda, 30),
            (EastKazakhstan, 26),
            (Atyrau, 18),
            (Aktobe, 17),
        ]),
        Stretch::new(2025, (7, 9), 350, 56).with_regions(&[
            (Karaganda, 42),
            (EastKazakhstan, 39),
            (Aktobe, 25),
            (Pavlodar, 24),
            (Atyrau, 8),
        ]),
    ];
    others.push(invented(2025, 4));
    for year in 2026..=until.year() {
        others.extend((1..=4).map(|quarter| invented(year, quarter)));
    }
    others.retain(|stretch| (stretch.year, stretch.first_month) <= (until.year(), until.month()));
    others
}

/// A quarter of which nothing is published: about as many as in those before, more or fewer by chance.
fn invented(year: i16, quarter: i8) -> Stretch {
    let mean = match quarter {
        1 => 288,
        2 => 301,
        3 => 324,
        _ => 313,
    };
    let months = (3 * quarter - 2, 3 * quarter);
    let mut stretch = Stretch::new(year, months, mean, mean * 13 / 100);
    let mut chance = SeededRandom::new(stretch.seed() * 1_000);
    stretch.injured = about(mean, &mut chance);
    stretch.fatal = about(stretch.injured * 13 / 100, &mut chance);
    stretch.mining = about(stretch.injured * 15 / 100, &mut chance);
    stretch.construction = about(stretch.injured * 12 / 100, &mut chance);
    stretch
}

/// A number that is spread about a mean nearly as a Poisson count is: by twelve even draws, whose sum has a standard
/// deviation of one draw's width.
fn about(mean: u32, chance: &mut SeededRandom) -> u32 {
    const WIDTH: u64 = 1_000;
    let sum: u64 = (0..12).map(|_| chance.below(WIDTH)).sum();
    let more = u64::from(mean) + u64::from(mean.isqrt()) * sum / WIDTH;
    let less = 6 * u64::from(mean.isqrt());
    u32::try_from(more.saturating_sub(less)).unwrap_or(mean)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn years_come_to_what_was_published() {
        let mut all = others(date(2026, 11, 1));
        all.extend(of_the_press_text());
        let sum = |year: i16, until: i8| {
            let parts = all
                .iter()
                .filter(|stretch| stretch.year == year && stretch.last_month <= until);
            parts.fold((0, 0), |(injured, fatal), part| {
                (injured + part.injured, fatal + part.fatal)
            })
        };
        assert_eq!(sum(2019, 7), (749, 82));
        assert_eq!(sum(2019, 12), (1430, 180));
        assert_eq!(sum(2020, 3), (317, 46));
        assert_eq!(sum(2024, 6).0, 700);
        assert_eq!(sum(2024, 12).0, 1408);
        assert_eq!(sum(2025, 3), (293, 40));
        assert_eq!(sum(2025, 6), (584, 77));
        assert_eq!(sum(2025, 9), (934, 133));
        assert_eq!(all.iter().filter(|stretch| stretch.year == 2026).count(), 4);
        for stretch in &all {
            let named: u32 = stretch.regions.iter().map(|(_, count)| count).sum();
            assert!(named + 14 < stretch.injured, "{stretch:?}");
            assert!(
                stretch.mining + stretch.construction < stretch.injured / 2,
                "{stretch:?}"
            );
        }
    }

    #[test]
    fn chance_spreads_as_counts_do() {
        let mut chance = SeededRandom::new(1);
        let draws: Vec<u32> = (0..2_000).map(|_| about(320, &mut chance)).collect();
        let mean = draws.iter().sum::<u32>() / 2_000;
        assert!((317..=323).contains(&mean), "{mean}");
        let variance = draws.iter().map(|draw| draw.abs_diff(320).pow(2)).sum::<u32>() / 2_000;
        assert!((250..=390).contains(&variance), "{variance}");
    }
}
