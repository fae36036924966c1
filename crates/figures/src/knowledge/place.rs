//! Where something was counted.

use std::fmt;

use saqta_domain::region::Region;

/// The country or one of its regions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// Kazakhstan.
    Country,
    /// A region.
    Region(Region),
}

impl Place {
    /// Reads `KZ` or the code of a region.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "KZ" => Some(Self::Country),
            code => Region::from_code(code).map(Self::Region),
        }
    }

    /// The region; none for the country.
    #[must_use]
    pub fn region(self) -> Option<Region> {
        match self {
            Self::Country => None,
            Self::Region(region) => Some(region),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.region().map_or("KZ", Region::code))
    }
}

impl serde::Serialize for Place {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
