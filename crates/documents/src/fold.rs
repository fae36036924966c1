//! How headers and words of people's sheets are compared: by what they say, not by how they were typed.

/// A text in lower case, with `ё` as `е`, without outer blanks, and with one space for each stretch of blanks.
#[must_use]
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        let letters = word.chars().flat_map(char::to_lowercase);
        folded.extend(letters.map(|letter| if letter == 'ё' { 'е' } else { letter }));
    }
    folded
}

/// The one of `known` that was probably meant: at most a third of its letters are typed otherwise, and no other is as
/// near.
#[must_use]
pub(crate) fn nearest<'k>(text: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    // Nobody misspells by whole sentences, and the comparison is quadratic.
    if text.len() > 64 {
        return None;
    }
    let mut best: Option<(&str, usize)> = None;
    let mut is_alone = true;
    for candidate in known {
        let distance = strsim::osa_distance(text, candidate);
        match best {
            Some((_, least)) if distance > least => {}
            Some((_, least)) if distance == least => is_alone = false,
            _ => {
                best = Some((candidate, distance));
                is_alone = true;
            }
        }
    }
    best.filter(|(candidate, distance)| is_alone && distance * 3 <= candidate.chars().count())
        .map(|(candidate, _)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_blanks_and_yo_do_not_matter() {
        assert_eq!(fold("  Тяжёлый \u{a0} ИСХОД\n"), "тяжелый исход");
        assert_eq!(fold("Қайтыс БОЛДЫ"), "қайтыс болды");
    }

    #[test]
    fn a_slip_is_recognised_and_a_coin_toss_is_not() {
        let known = ["date", "days_lost", "days_restricted", "kind"];
        let find = |text| nearest(text, known.iter().copied());
        assert_eq!(find("days_lots"), Some("days_lost"));
        assert_eq!(find("dat"), Some("date"));
        assert_eq!(find("weather"), None);
        assert_eq!(nearest("ab", ["aa", "bb"].into_iter()), None);
    }
}
