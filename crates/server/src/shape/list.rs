//! Lists: newest first, page by page.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How many items a page has when nobody says.
const USUAL: usize = 100;
/// The most items of a page.
const MOST: usize = 500;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct List<T> {
    /// The items.
    pub(crate) items: Vec<T>,
    /// What to give as `cursor` for the next page; null on the last one.
    #[schema(required)]
    pub(crate) next: Option<String>,
    /// The journal position up to which the page is true.
    pub(crate) position: u64,
    /// True when the register cannot keep up with the journal; what it does not know yet was put beside it as far as
    /// memory allows. Absent otherwise.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) behind: bool,
}

/// The number of items that a caller asked for: clamped, never refused.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(from = "String")]
pub(crate) struct Limit(usize);

impl Limit {
    pub(crate) fn get(limit: Option<Self>) -> usize {
        limit.map_or(USUAL, |Self(limit)| limit)
    }
}

impl From<String> for Limit {
    fn from(text: String) -> Self {
        let limit = match text.trim().parse::<i128>() {
            Ok(number) => usize::try_from(number.clamp(1, MOST as i128)).unwrap_or(USUAL),
            Err(_) => USUAL,
        };
        Self(limit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_clamped_and_never_refused() {
        for (text, expected) in [
            ("7", 7),
            ("0", 1),
            ("-3", 1),
            ("99999", 500),
            ("many", 100),
            ("", 100),
        ] {
            assert_eq!(
                Limit::get(Some(Limit::from(text.to_owned()))),
                expected,
                "{text:?}"
            );
        }
        assert_eq!(Limit::get(None), 100);
    }
}
