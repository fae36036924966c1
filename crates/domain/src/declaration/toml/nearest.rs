//! The known word that somebody most likely meant.

/// The nearest of the known words, if one is near enough to be meant: it begins with what was written, or no more
/// than a third of it, or two letters, are wrong.
pub(super) fn nearest<'a>(written: &str, known: &[&'a str]) -> Option<&'a str> {
    // Nobody means a short word by a very long one, and the distance costs the product of the lengths.
    if written.len() > 64 {
        return None;
    }
    let written = written.to_lowercase();
    if let Some(word) = known
        .iter()
        .find(|word| written.len() >= 3 && word.starts_with(&written))
    {
        return Some(word);
    }
    let letters: Vec<char> = written.chars().collect();
    let near = |word: &&'a str| {
        let word: &'a str = word;
        let distance = distance(&letters, &word.chars().collect::<Vec<char>>());
        (distance <= (word.len() / 3).max(2) && distance < word.len()).then_some((distance, word))
    };
    known.iter().filter_map(near).min().map(|(_, word)| word)
}

/// Levenshtein's distance: how many letters must be put in, taken out or changed.
fn distance(from: &[char], to: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in to.iter().enumerate() {
            let changed = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_finds_its_word() {
        let known = ["id", "kind", "zone", "dc09", "password_file"];
        for (written, expected) in [
            ("knd", Some("kind")),
            ("Zone", Some("zone")),
            ("dc9", Some("dc09")),
            ("passwordfile", Some("password_file")),
            ("password", Some("password_file")),
            ("colour", None),
            ("", None),
            ("x", None),
        ] {
            assert_eq!(nearest(written, &known), expected, "{written:?}");
        }
    }
}
