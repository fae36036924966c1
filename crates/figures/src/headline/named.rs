//! A region by its name, as a column of a file has it.

use saqta_domain::region::Region;
use saqta_text::Language;

use super::concept::{Concept, Named};
use super::lexer::tokens;
use super::lexicon::Lexicon;
use crate::knowledge::Place;

/// The region that a text is the name of, in Kazakh, Russian or English and every usual spelling; that of a chief town is the
/// region it lies in. None where it is no name, has more words than one, or has two meanings: "Almaty", the city or the region.
#[must_use]
pub fn region_named(text: &str) -> Option<Region> {
    let words = tokens(text);
    let whole = |language| {
        let (concept, length) = Lexicon::shipped().longest(&words, language)?;
        (length == words.len()).then_some(concept)
    };
    let Concept::Place(named) = Language::ALL.into_iter().find_map(whole)? else {
        return None;
    };
    match named {
        Named::Place(Place::Region(region)) | Named::Shared(region) | Named::Town(region) => Some(region),
        Named::Place(Place::Country) | Named::Almaty | Named::Unknown => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Region, region_named};

    #[test]
    fn regions_are_known_by_their_names_and_two_meanings_are_none() {
        for (name, code) in [
            ("Карагандинская область", "35"),
            ("Караганда", "35"),
            ("Қарағанды облысы", "35"),
            ("Karaganda region", "35"),
            ("г. Алматы", "75"),
            ("Алматинская область", "19"),
            ("ЗКО", "27"),
            ("область Абай", "10"),
            ("Шымкент", "79"),
        ] {
            assert_eq!(region_named(name).map(Region::code), Some(code), "{name}");
        }
        for name in [
            "Алматы",
            "Казахстан",
            "",
            "Караганда и Костанай",
            "somewhere",
            "35",
        ] {
            assert_eq!(region_named(name), None, "{name}");
        }
    }
}
