//! Where a tile is served: `tile/LEVEL/NUMBER[.p/WIDTH]` (C2SP tlog-tiles).
//!
//! The number is written in groups of three digits, all but the last behind an `x`: tile 1 234 067 is
//! `x001/x234/067`. A partial tile names its width.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::tree::TILE_WIDTH;

/// The highest level C2SP allows.
const MAX_LEVEL: u8 = 63;

/// A tile's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TilePath {
    /// 0 for leaf hashes, up to 63.
    pub level: u8,
    /// The tile's number within the level.
    pub number: u64,
    /// 1 to 256 hashes; 256 is a full tile.
    pub width: u16,
}

/// The text is not a tile's path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("this is not the path of a tile")]
pub struct BadTilePath;

impl fmt::Display for TilePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut groups = vec![format!("{:03}", self.number % 1000)];
        let mut rest = self.number / 1000;
        while rest > 0 {
            groups.push(format!("x{:03}", rest % 1000));
            rest /= 1000;
        }
        groups.reverse();
        write!(f, "tile/{}/{}", self.level, groups.join("/"))?;
        if usize::from(self.width) < TILE_WIDTH {
            write!(f, ".p/{}", self.width)
        } else {
            Ok(())
        }
    }
}

impl FromStr for TilePath {
    type Err = BadTilePath;

    fn from_str(text: &str) -> Result<Self, BadTilePath> {
        let rest = text.strip_prefix("tile/").ok_or(BadTilePath)?;
        let (level, rest) = rest.split_once('/').ok_or(BadTilePath)?;
        let (groups, width) = match rest.split_once(".p/") {
            Some((groups, width)) => (groups, width.parse().map_err(|_| BadTilePath)?),
            None => (rest, 256),
        };
        let mut number: u64 = 0;
        for group in groups.split('/') {
            let digits: u64 = group.trim_start_matches('x').parse().map_err(|_| BadTilePath)?;
            number = number
                .checked_mul(1000)
                .and_then(|n| n.checked_add(digits))
                .ok_or(BadTilePath)?;
        }
        let path = Self {
            level: level.parse().map_err(|_| BadTilePath)?,
            number,
            width,
        };
        // One path for one tile: what is not written exactly as this program writes it is refused.
        let valid = path.level <= MAX_LEVEL && (1..=256).contains(&path.width) && path.to_string() == text;
        if valid { Ok(path) } else { Err(BadTilePath) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_those_of_the_specification() {
        for (path, level, number, width) in [
            ("tile/0/000", 0, 0, 256),
            ("tile/0/x001/x234/067", 0, 1_234_067, 256),
            ("tile/1/x001/000.p/112", 1, 1000, 112),
            ("tile/63/999.p/1", 63, 999, 1),
        ] {
            let tile = TilePath { level, number, width };
            assert_eq!(tile.to_string(), path);
            assert_eq!(path.parse(), Ok(tile));
        }
    }

    #[test]
    fn other_spellings_are_refused() {
        for path in [
            "",
            "tile",
            "tile/0",
            "tile/0/",
            "tile/00/000",
            "tile/64/000",
            "tile/0/0",
            "tile/0/0000",
            "tile/0/x000/001",
            "tile/0/001/067",
            "tile/0/xx01",
            "tile/0/+01",
            "tile/0/001.p/0",
            "tile/0/001.p/256",
            "tile/0/001.p/01",
            "tile/0/001.p",
            "/tile/0/001",
            "tile/0/x018/x446/x744/x073/x709/x551/616",
            "tile/0/entries",
        ] {
            assert_eq!(path.parse::<TilePath>(), Err(BadTilePath), "{path}");
        }
    }
}
