//! The words by which a text is read: tables in `crates/figures/data/`, compiled in.
//!
//! The cast: a **pattern** is a row of words that stands for a **concept** ([`Concept`]); the **lexicon** finds the
//! longest pattern that begins at a token.

use std::collections::HashMap;
use std::sync::LazyLock;

use saqta_text::Language;

use super::concept::{concept, place};
use super::lexer::{Kind, Token};
use crate::knowledge::Branch;

pub(super) use super::concept::{Caveat, Concept, Named, Population};

#[derive(Debug)]
struct Pattern<C> {
    words: Vec<(String, bool)>,
    language: Option<Language>,
    concept: C,
}

impl<C> Pattern<C> {
    /// Longer patterns first, then whole words before beginnings, then longer beginnings.
    fn weight(&self) -> (usize, bool, usize) {
        let letters = self.words.iter().map(|(word, _)| word.len()).sum();
        let exact = self.words.iter().all(|(_, stem)| !stem);
        (self.words.len(), exact, letters)
    }
}

/// All patterns, by their first word.
pub(super) struct Lexicon<C = Concept> {
    patterns: Vec<Pattern<C>>,
    whole: HashMap<String, Vec<usize>>,
    beginnings: HashMap<String, Vec<usize>>,
    faults: Vec<String>,
}

/// Longer words are none of ours.
const LONGEST_WORD: usize = 40;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::empty();
    lexicon.add_words(include_str!("../../data/words.tsv"));
    lexicon.add_names(include_str!("../../data/places.tsv"), place);
    lexicon.add_names(include_str!("../../data/activities.tsv"), |code| {
        Branch::from_code(code).map(Concept::Activity)
    });
    lexicon
});

impl Lexicon {
    /// The one that ships.
    pub(super) fn shipped() -> &'static Self {
        &LEXICON
    }

    fn add_words(&mut self, table: &str) {
        for row in rows(table) {
            let mut cells = row.split('\t');
            let (name, language, patterns) = (cells.next(), cells.next(), cells.next());
            match (name.and_then(concept), language, patterns) {
                (Some(concept), Some(tag), Some(patterns)) => {
                    self.add(patterns, Language::from_tag(tag), concept);
                }
                _ => self.faults.push(row.to_owned()),
            }
        }
    }
}

impl<C: Copy> Lexicon<C> {
    /// One that knows nothing yet.
    pub(super) fn empty() -> Self {
        Self {
            patterns: Vec::new(),
            whole: HashMap::new(),
            beginnings: HashMap::new(),
            faults: Vec::new(),
        }
    }

    /// Rows that could not be read.
    #[cfg(test)]
    pub(super) fn faults(&self) -> &[String] {
        &self.faults
    }

    /// Adds a table of names: what they stand for, and patterns of any language.
    pub(super) fn add_names(&mut self, table: &str, concept: impl Fn(&str) -> Option<C>) {
        for row in rows(table) {
            let (code, patterns) = row.split_once('\t').unwrap_or((row, ""));
            match concept(code) {
                Some(concept) => self.add(patterns, None, concept),
                None => self.faults.push(row.to_owned()),
            }
        }
    }

    fn add(&mut self, patterns: &str, language: Option<Language>, concept: C) {
        for pattern in patterns.split('|') {
            let words: Vec<(String, bool)> = pattern
                .split_whitespace()
                .map(|word| match word.strip_suffix('*') {
                    Some(beginning) => (beginning.to_owned(), true),
                    None => (word.to_owned(), false),
                })
                .collect();
            let Some((first, stem)) = words.first().cloned() else {
                self.faults.push(format!("an empty pattern in {patterns}"));
                continue;
            };
            let index = if stem {
                &mut self.beginnings
            } else {
                &mut self.whole
            };
            index.entry(first).or_default().push(self.patterns.len());
            self.patterns.push(Pattern {
                words,
                language,
                concept,
            });
        }
    }

    /// The concept of the longest pattern that begins at the first of `tokens`, and how many tokens it covers.
    pub(super) fn longest(&self, tokens: &[Token], language: Language) -> Option<(C, usize)> {
        let (word, mark) = match &tokens.first()?.kind {
            Kind::Word(word) => (word.as_str(), None),
            Kind::Mark(mark @ ('%' | '‰' | '№')) => ("", Some(mark.to_string())),
            _ => return None,
        };
        let first = mark.as_deref().unwrap_or(word);
        let whole = self.whole.get(first).into_iter().flatten();
        let beginnings = first
            .char_indices()
            .take(LONGEST_WORD)
            .filter_map(|(at, c)| self.beginnings.get(first.get(..at + c.len_utf8())?))
            .flatten();
        whole
            .chain(beginnings)
            .filter_map(|index| self.patterns.get(*index))
            .filter(|pattern| pattern.language.is_none_or(|its| its == language))
            .filter_map(|pattern| Some((pattern.weight(), pattern.concept, covers(pattern, tokens)?)))
            .reduce(|best, other| if other.0 > best.0 { other } else { best })
            .map(|(_, concept, length)| (concept, length))
    }
}

/// How many tokens the pattern covers, if it fits where they begin.
fn covers<C>(pattern: &Pattern<C>, tokens: &[Token]) -> Option<usize> {
    let mut at = 0;
    for (number, (expected, stem)) in pattern.words.iter().enumerate() {
        if number > 0 {
            at += between(tokens.get(at - 1..)?);
        }
        let fits = match &tokens.get(at)?.kind {
            Kind::Word(word) => word == expected || (*stem && word.starts_with(expected.as_str())),
            Kind::Mark(mark) => expected.chars().eq([*mark]),
            _ => false,
        };
        if !fits {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// Tokens that may stand between two words of a pattern: hyphens, and the full stop of a one-letter abbreviation.
fn between(tokens: &[Token]) -> usize {
    match tokens {
        [_, mark, ..] if mark.kind == Kind::Hyphen => 1,
        [word, mark, ..] => {
            let short = word.word().is_some_and(|word| word.chars().count() == 1);
            usize::from(short && (mark.is_mark('.') || mark.is_mark('/')))
        }
        _ => 0,
    }
}

/// The rows of a table, without remarks.
pub(super) fn rows(table: &str) -> impl Iterator<Item = &str> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use saqta_domain::region::Region;

    use super::*;
    use crate::headline::lexer;
    use crate::knowledge::Place;

    fn first(text: &str, language: Language) -> Option<Concept> {
        Lexicon::shipped()
            .longest(&lexer::tokens(text), language)
            .map(|(concept, _)| concept)
    }

    #[test]
    fn every_row_of_the_tables_is_read() {
        assert_eq!(Lexicon::shipped().faults(), &[] as &[String]);
    }

    #[test]
    fn every_region_has_its_usual_names_in_three_languages() {
        for (code, names) in [
            (
                "35",
                "Karaganda Qaraganda Qaraghandy Qarağandı Караганда Карагандинской Караганде Қарағанды Қарағандыда",
            ),
            ("71", "Astana Nur-Sultan Нур-Султан Астане Нұр-Сұлтан Астанада"),
            ("63", "Ust-Kamenogorsk ВКО Усть-Каменогорске Өскемен ШҚО"),
            ("59", "СКО СҚО Petropavl"),
            ("27", "ЗКО БҚО Уральск"),
            ("10", "Abai Abay Абай Семей"),
            ("33", "Jetisu Zhetysu Жетісу Жетысу Жетiсу"),
            ("39", "Kostanay Qostanai Костанайской Костанае Қостанайда"),
            ("75", "Алма-Ата"),
            ("23", "Atyrau Атырауской Атырауда"),
        ] {
            for name in names.split_whitespace() {
                let found = first(name, Language::Ru);
                let region = Region::from_code(code).unwrap();
                let expected = [
                    Named::Place(Place::Region(region)),
                    Named::Shared(region),
                    Named::Town(region),
                ]
                .map(|named| Some(Concept::Place(named)));
                assert!(expected.contains(&found), "{name}: {found:?}");
            }
        }
    }

    #[test]
    fn a_town_is_told_from_its_region_where_it_is_said() {
        let of = |name| first(name, Language::Ru);
        for (name, named) in [
            (
                "Карагандинская область",
                Named::Place(Place::Region(Region::Karaganda)),
            ),
            ("Karaganda region", Named::Place(Place::Region(Region::Karaganda))),
            ("Қарағанды облысы", Named::Place(Place::Region(Region::Karaganda))),
            ("Караганда", Named::Shared(Region::Karaganda)),
            ("Karaganda", Named::Shared(Region::Karaganda)),
            ("городе Караганде", Named::Town(Region::Karaganda)),
            ("г. Караганда", Named::Town(Region::Karaganda)),
            ("city of Karaganda", Named::Town(Region::Karaganda)),
            ("Қарағанды қаласында", Named::Town(Region::Karaganda)),
            ("Усть-Каменогорске", Named::Town(Region::EastKazakhstan)),
            ("Целиноград", Named::Place(Place::Region(Region::Astana))),
        ] {
            assert_eq!(of(name), Some(Concept::Place(named)), "{name}");
        }
    }

    #[test]
    fn almaty_is_a_city_or_a_region_only_where_it_is_said() {
        const CITY: Place = Place::Region(Region::Almaty);
        const REGION: Place = Place::Region(Region::AlmatyRegion);
        let of = |name| first(name, Language::Kk);
        assert_eq!(of("Алматы"), Some(Concept::Place(Named::Almaty)));
        for (name, place) in [
            ("г. Алматы", CITY),
            ("Алматы қаласында", CITY),
            ("city of Almaty", CITY),
            ("Алматы облысы", REGION),
            ("Алматинской области", REGION),
            ("Almaty region", REGION),
        ] {
            assert_eq!(of(name), Some(Concept::Place(Named::Place(place))), "{name}");
        }
    }
}
