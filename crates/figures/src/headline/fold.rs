//! Folds a word so that its usual spellings compare equal.
//!
//! Lower case; `ё` as `е`; Latin letters without their marks (Qarağandı, Qaraǵandy as qaragandi, qaragandy); in a word that is mostly
//! Cyrillic, Latin letters that only look Cyrillic (a common slip in Kazakh texts: `i` for `і`, `h` for `һ`, `ə` for `ә`).

/// The word as the lexicon spells it.
pub(super) fn fold(word: &str) -> String {
    let lower = word.chars().flat_map(char::to_lowercase);
    let letters: Vec<char> = lower.filter_map(plain).collect();
    let cyrillic = letters.iter().filter(|c| is_cyrillic(**c)).count();
    let latin = letters.iter().filter(|c| c.is_ascii_alphabetic()).count();
    if cyrillic > latin {
        letters.into_iter().map(cyrillic_lookalike).collect()
    } else {
        letters.into_iter().collect()
    }
}

/// Whether a folded letter is Cyrillic.
pub(super) fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

/// The letter without marks; `None` for what is no letter of the word.
fn plain(c: char) -> Option<char> {
    Some(match c {
        'ё' => 'е',
        'á' | 'à' | 'â' | 'ä' | 'ā' | 'ă' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ı' | 'ī' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'ō' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'ū' => 'u',
        'ý' | 'ÿ' => 'y',
        'ğ' | 'ǵ' | 'ġ' => 'g',
        'ş' | 'š' => 's',
        'ñ' | 'ń' | 'ŋ' => 'n',
        'ç' | 'č' => 'c',
        '\u{300}'..='\u{36f}' | '\u{ad}' => return None,
        '’' | 'ʼ' | '\'' => ' ',
        other => other,
    })
    .filter(|c| *c != ' ')
}

fn cyrillic_lookalike(c: char) -> char {
    match c {
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'h' => 'һ',
        'i' => 'і',
        'k' => 'к',
        'm' => 'м',
        'o' => 'о',
        'p' => 'р',
        't' => 'т',
        'x' => 'х',
        'y' => 'у',
        'ə' => 'ә',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn usual_spellings_fold_to_one() {
        for (written, folded) in [
            ("Qarağandı", "qaragandi"),
            ("Qaraǵandy", "qaragandy"),
            ("Пострадавшие", "пострадавшие"),
            ("тяжёлый", "тяжелый"),
            ("Жетiсу", "жетісу"),
            ("Kazakhstan's", "kazakhstans"),
            ("ӘКІМ", "әкім"),
        ] {
            assert_eq!(fold(written), folded, "{written}");
        }
    }
}
