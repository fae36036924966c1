//! Where something was counted: the country or one of its regions.

use std::fmt;

/// The country, or a region by the first two digits of its KATO code (the same as in ISO 3166-2:KZ).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// Kazakhstan.
    Country,
    /// A region, 10 (Abai) to 79 (Shymkent).
    Region(u8),
}

impl Place {
    /// The city of Almaty.
    pub const ALMATY_CITY: Self = Self::Region(75);
    /// The region of Almaty, around the city and without it.
    pub const ALMATY_REGION: Self = Self::Region(19);

    /// The regions by KATO as they stand since June 2022.
    pub const REGIONS: [Self; 20] = [
        Self::Region(10),
        Self::Region(11),
        Self::Region(15),
        Self::Region(19),
        Self::Region(23),
        Self::Region(27),
        Self::Region(31),
        Self::Region(33),
        Self::Region(35),
        Self::Region(39),
        Self::Region(43),
        Self::Region(47),
        Self::Region(55),
        Self::Region(59),
        Self::Region(61),
        Self::Region(62),
        Self::Region(63),
        Self::Region(71),
        Self::Region(75),
        Self::Region(79),
    ];

    /// Reads `KZ` or the two digits of a region that exists.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        if code == "KZ" {
            return Some(Self::Country);
        }
        let region = Self::Region(code.parse().ok()?);
        Self::REGIONS.contains(&region).then_some(region)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Country => f.write_str("KZ"),
            Self::Region(code) => write!(f, "{code}"),
        }
    }
}

impl serde::Serialize for Place {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
