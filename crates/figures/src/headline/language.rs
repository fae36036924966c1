//! Which of the three languages a text is written in.

use saqta_text::Language;

use super::fold::is_cyrillic;

/// Letters that Kazakh has and Russian has not.
const KAZAKH: &str = "әғқңөұүһі";

/// Frequent Kazakh words without any of those letters would let a short text pass as Russian; one letter in so many is enough.
const ONE_IN: usize = 40;

/// The language of a text: by script, and Kazakh from Russian by the letters that only Kazakh has. A Russian text that names
/// Kazakh places in Kazakh stays Russian; a text without letters is taken as Russian, the default of the whole program.
pub(super) fn detect(text: &str) -> Language {
    let (mut latin, mut cyrillic, mut kazakh) = (0_usize, 0_usize, 0_usize);
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphabetic() {
            latin += 1;
        } else if is_cyrillic(c) {
            cyrillic += 1;
            kazakh += usize::from(KAZAKH.contains(c));
        }
    }
    if latin > cyrillic {
        Language::En
    } else if kazakh > 0 && kazakh * ONE_IN >= cyrillic {
        Language::Kk
    } else {
        Language::Ru
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
