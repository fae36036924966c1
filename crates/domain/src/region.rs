//! The regions of Kazakhstan, by the first two digits of the KATO classifier, equal to ISO 3166-2:KZ.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::words::words;

words! {
    /// A region: one of 17 (until June 2022: 14) regions and three cities of republican significance.
    Region {
        /// Abai; part of East Kazakhstan until June 2022.
        Abai = "10",
        /// Akmola.
        Akmola = "11",
        /// Aktobe.
        Aktobe = "15",
        /// Almaty region; without Jetisu since June 2022.
        AlmatyRegion = "19",
        /// Atyrau.
        Atyrau = "23",
        /// West Kazakhstan.
        WestKazakhstan = "27",
        /// Zhambyl.
        Zhambyl = "31",
        /// Jetisu; part of Almaty region until June 2022.
        Jetisu = "33",
        /// Karaganda; without Ulytau since June 2022.
        Karaganda = "35",
        /// Kostanay.
        Kostanay = "39",
        /// Kyzylorda.
        Kyzylorda = "43",
        /// Mangystau.
        Mangystau = "47",
        /// Pavlodar.
        Pavlodar = "55",
        /// North Kazakhstan.
        NorthKazakhstan = "59",
        /// Turkistan.
        Turkistan = "61",
        /// Ulytau; part of Karaganda until June 2022.
        Ulytau = "62",
        /// East Kazakhstan; without Abai since June 2022.
        EastKazakhstan = "63",
        /// The city of Astana.
        Astana = "71",
        /// The city of Almaty.
        Almaty = "75",
        /// The city of Shymkent.
        Shymkent = "79",
    }
}

/// The day on which Abai, Jetisu and Ulytau became regions of their own (decree 887 of 3 May 2022, in force from
/// 8 June 2022).
pub const NEW_BOUNDARIES: Date = jiff::civil::date(2022, 6, 8);

impl Region {
    /// The region that this one was part of until [`NEW_BOUNDARIES`]; itself for the others. Adding up by it makes
    /// figures of all years comparable.
    #[must_use]
    pub fn before_2022(self) -> Self {
        match self {
            Self::Abai => Self::EastKazakhstan,
            Self::Jetisu => Self::AlmatyRegion,
            Self::Ulytau => Self::Karaganda,
            other => other,
        }
    }

    /// Whether its boundaries of today are not those before [`NEW_BOUNDARIES`], so that its figures on both sides of
    /// that day are of different territories.
    #[must_use]
    pub fn was_cut(self) -> bool {
        Self::ALL
            .iter()
            .any(|other| *other != other.before_2022() && (*other == self || other.before_2022() == self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_regions_are_not_what_they_were() {
        let cut: Vec<&str> = Region::ALL
            .iter()
            .filter(|region| region.was_cut())
            .map(|region| region.code())
            .collect();
        assert_eq!(cut, ["10", "19", "33", "35", "62", "63"]);
        let before = Region::ALL.iter().map(|region| region.before_2022());
        let before: std::collections::BTreeSet<Region> = before.collect();
        assert_eq!(before.len(), 17, "14 regions and three cities");
    }
}
