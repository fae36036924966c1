//! The three languages, and how a reader's wish for one is understood.

use std::fmt;

/// A language that every text exists in.
///
/// The default is Russian: it is what most readers in the country share when nothing is known about them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Kazakh, the state language.
    Kk,
    /// Russian.
    #[default]
    Ru,
    /// English.
    En,
}

impl Language {
    /// Every language, in the order in which the product offers them.
    pub const ALL: [Self; 3] = [Self::Kk, Self::Ru, Self::En];

    /// The tag used in files, the API and `lang` attributes: `kk`, `ru` or `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Kk => "kk",
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    /// Understands a BCP 47 tag by its primary subtag, in any case: `kk`, `kk-KZ`, `RU_kz`, `en-GB`.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?;
        Self::ALL
            .into_iter()
            .find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }

    /// The language that an `Accept-Language` header (RFC 9110 §12.5.4) likes best, the earlier one at equal
    /// weight. `None` when it names none of ours; `*` names none in particular.
    #[must_use]
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let mut best: Option<(Self, u16)> = None;
        for range in header.split(',') {
            let mut parts = range.split(';');
            let Some(language) = parts.next().and_then(Self::from_tag) else {
                continue;
            };
            let weight = weight(parts);
            if weight > best.map_or(0, |(_, heaviest)| heaviest) {
                best = Some((language, weight));
            }
        }
        best.map(|(language, _)| language)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// The weight among a language range's parameters in thousandths: 1000 when absent. A weight that cannot be read
/// counts as 1: the reader did name the language.
fn weight<'a>(mut parameters: impl Iterator<Item = &'a str>) -> u16 {
    let given = parameters.find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("q").then(|| value.trim())
    });
    given.map_or(1000, |text| thousandths(text).unwrap_or(1))
}

/// Reads a `qvalue` (`0`, `0.8`, `1.000`) without passing through floating point.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if fraction.len() > 3 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match whole {
        "0" => format!("{fraction:0<3}").parse().ok(),
        "1" => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{self, En, Kk, Ru};

    #[test]
    fn tags_are_understood_by_their_primary_subtag() {
        for (tag, expected) in [
            ("kk", Some(Kk)),
            ("kk-Cyrl-KZ", Some(Kk)),
            ("RU_kz", Some(Ru)),
            (" en-GB ", Some(En)),
            ("kkr", None),
            ("de", None),
            ("", None),
        ] {
            assert_eq!(Language::from_tag(tag), expected, "tag {tag:?}");
        }
    }

    #[test]
    fn the_heaviest_language_of_a_header_wins() {
        for (header, expected) in [
            ("kk", Some(Kk)),
            ("kk-KZ,kk;q=0.9,ru;q=0.8,en;q=0.7", Some(Kk)),
            ("de,en;q=0.5,ru;q=0.75", Some(Ru)),
            ("ru;q=0.8, kk;q=0.8", Some(Ru)),
            ("en; Q=0.001 , ru;q=0", Some(En)),
            ("ru;q=0", None),
            ("ru;q=high,en;q=0.5", Some(En)),
            ("ru;q=high", Some(Ru)),
            ("ru;level=1;q=0.2,en;q=0.3", Some(En)),
            ("*", None),
            ("de-DE, fr;q=0.9", None),
            ("", None),
            (",;q=1,,", None),
        ] {
            assert_eq!(
                Language::from_accept_language(header),
                expected,
                "header {header:?}"
            );
        }
    }
}
