//! Which of the three languages a text is written in.

use saqta_text::Language;

use super::fold::is_cyrillic;

/// Letters that Kazakh has and Russian has not.
const KAZAKH: &str = "әғқңөұүһі";

/// Frequent Kazakh words without any of those letters would let a short text pass as Russian; one letter in so many is enough.
const ONE_IN: usize = 40;

/// The language of a text: by script, and Kazakh from Russian by the letters that only Kazakh has. A Russian text that names
/// Kazakh places in Kazakh stays Russian; a text without letters is taken as Russian, the default of the whole program.
///
/// Quoted words may be in another: they count only where there is little else.
pub(super) fn detect(text: &str) -> Language {
    const ENOUGH: usize = 12;
    let outside = Letters::of(outside_quotations(text));
    if outside.latin + outside.cyrillic >= ENOUGH {
        outside.language()
    } else {
        Letters::of(text.chars()).language()
    }
}

/// The characters that stand in no quotation.
fn outside_quotations(text: &str) -> impl Iterator<Item = char> {
    let mut depth = 0_usize;
    text.chars().filter(move |c| {
        match c {
            '«' | '“' => depth += 1,
            '»' | '”' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    })
}

/// How many letters of each script there are.
#[derive(Default)]
struct Letters {
    latin: usize,
    cyrillic: usize,
    kazakh: usize,
}

impl Letters {
    fn of(characters: impl Iterator<Item = char>) -> Self {
        let mut letters = Self::default();
        for c in characters.flat_map(char::to_lowercase) {
            if c.is_ascii_alphabetic() {
                letters.latin += 1;
            } else if is_cyrillic(c) {
                letters.cyrillic += 1;
                letters.kazakh += usize::from(KAZAKH.contains(c));
            }
        }
        letters
    }

    fn language(&self) -> Language {
        if self.latin > self.cyrillic {
            Language::En
        } else if self.kazakh > 0 && self.kazakh * ONE_IN >= self.cyrillic {
            Language::Kk
        } else {
            Language::Ru
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_told_by_its_letters() {
        for (text, language) in [
            ("In 2025, 293 people were hurt in Караганда.", Language::En),
            (
                "В первом квартале пострадали 293 человека, больше всего в Карагандинской области.",
                Language::Ru,
            ),
            ("Бірінші тоқсанда 293 адам зардап шекті.", Language::Kk),
            (
                "В области Жетісу и в других регионах Казахстана за отчётный период пострадали девять человек.",
                Language::Ru,
            ),
            ("", Language::Ru),
            ("293", Language::Ru),
        ] {
            assert_eq!(detect(text), language, "{text}");
        }
    }
}
