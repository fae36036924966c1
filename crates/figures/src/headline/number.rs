//! Reads figures in digits, in the ways in which the three languages print them.
//!
//! - Thousands stand apart by a space of any width, a comma, a full stop or an apostrophe; groups have three digits.
//! - A fraction follows a full stop or a comma.
//! - One group of three after a comma or a full stop can be either (1,408). Such a figure carries both readings; what it
//!   counts decides: people come whole, rates and shares do not.

/// A figure as printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figure {
    /// Its value, where a mark before three last digits is read as a decimal point.
    pub(super) value: f64,
    /// Digits after the decimal point.
    pub(super) decimals: u8,
    /// The value with that mark read as dividing thousands, where it can be.
    pub(super) whole: Option<f64>,
    /// Whether it is four bare digits, as a year is.
    pub(super) bare_four: bool,
}

impl Figure {
    /// A figure written as a word.
    pub(super) fn of(value: f64) -> Self {
        Self {
            value,
            decimals: 0,
            whole: None,
            bare_four: false,
        }
    }

    /// The figure as a count, if it can be one.
    pub(super) fn count(self) -> Option<u64> {
        const LARGEST: f64 = 1e12;
        let value = self.whole.unwrap_or(self.value);
        if value.fract() != 0.0 || !(0.0..=LARGEST).contains(&value) {
            return None;
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole and within 0..=1e12"
        )]
        let count = value as u64;
        Some(count)
    }
}

/// More digits than this are the number of something, not a figure.
const LONGEST: usize = 13;

/// Reads the figure at the start of `text`: itself and its length in bytes.
pub(super) fn read(text: &str) -> Option<(Figure, usize)> {
    let head = digits(text);
    let mut printed = text.get(..head)?.to_owned();
    let mut end = head;
    let mut groups = 0;
    let mut divider = None;
    if (1..=3).contains(&head) && !printed.starts_with('0') {
        while let Some((mark, length)) = group(text.get(end..)?) {
            if divider.is_some_and(|divider| divider != mark) {
                break;
            }
            divider = Some(mark);
            printed.push_str(text.get(end + mark.len_utf8()..end + length)?);
            end += length;
            groups += 1;
        }
    }
    let ambiguous = groups == 1 && matches!(divider, Some(',' | '.'));
    let fraction = text
        .get(end..)
        .and_then(fraction)
        .filter(|_| !matches!(divider, Some('.')) && !ambiguous);
    if printed.len() > LONGEST {
        return None;
    }
    let whole: f64 = printed.parse().ok()?;
    let figure = if ambiguous {
        Figure {
            value: whole / 1000.0,
            decimals: 3,
            whole: Some(whole),
            bare_four: false,
        }
    } else if let Some(fraction) = fraction {
        end += 1 + fraction.len();
        Figure {
            value: format!("{printed}.{fraction}").parse().ok()?,
            decimals: u8::try_from(fraction.len()).unwrap_or(u8::MAX),
            whole: None,
            bare_four: false,
        }
    } else {
        Figure {
            bare_four: head == 4 && groups == 0,
            ..Figure::of(whole)
        }
    };
    Some((figure, end))
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// A divider and exactly three digits; gives the divider and the length of both.
fn group(text: &str) -> Option<(char, usize)> {
    let mark = text.chars().next()?;
    if !matches!(
        mark,
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2008}' | '\u{2007}' | ',' | '.' | '\'' | '’'
    ) {
        return None;
    }
    let after = text.get(mark.len_utf8()..)?;
    (digits(after) == 3).then_some((mark, mark.len_utf8() + 3))
}

fn fraction(text: &str) -> Option<&str> {
    let after = text.strip_prefix(['.', ','])?;
    let length = digits(after);
    (1..=9).contains(&length).then(|| after.get(..length)).flatten()
}

/// The length of something with digits that is no figure, where one starts here.
pub(super) fn not_a_figure(text: &str, before: Option<char>) -> Option<usize> {
    if before.is_some_and(char::is_alphanumeric) {
        return None;
    }
    address(text, before)
        .or_else(|| telephone(text))
        .or_else(|| date_or_hour(text))
}

/// A page or a mailbox; only where a word begins, so that a text is passed over once.
fn address(text: &str, before: Option<char>) -> Option<usize> {
    const LONGEST_ADDRESS: usize = 300;
    let begins = text.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric);
    let apart = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '"' | '«' | '<'));
    if !begins || !apart {
        return None;
    }
    let length: usize = text
        .chars()
        .take_while(|c| !c.is_whitespace() && !matches!(c, '"' | '»' | ')' | '<' | '>'))
        .take(LONGEST_ADDRESS)
        .map(char::len_utf8)
        .sum();
    let piece = text.get(..length)?;
    (piece.contains("://") || piece.starts_with("www.") || (piece.contains('@') && piece.contains('.')))
        .then(|| piece.trim_end_matches(['.', ',', ';', '!', '?']).len())
}

/// `+7 (7172) 74-00-00`, `8 (800) 080-77-77`, `8-800-080-7777`: ten to fifteen digits with a plus, a bracket or two hyphens.
fn telephone(text: &str) -> Option<usize> {
    let plus = text.starts_with('+');
    let body = text.strip_prefix('+').unwrap_or(text);
    if !body.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut count = 0;
    let mut marks = 0;
    let mut length = 0;
    for (at, c) in body.char_indices() {
        match c {
            '0'..='9' => {
                count += 1;
                length = at + 1;
            }
            '(' | ')' | '-' => marks += 1,
            ' ' => {}
            _ => break,
        }
        if count > 15 {
            return None;
        }
    }
    (count >= 10 && (plus || marks >= 2)).then_some(length + usize::from(plus))
}

/// `12.03.2025`, `3.2.1`, `31/03/2025`, `2025-03-31`, `12:30`.
fn date_or_hour(text: &str) -> Option<usize> {
    let first = digits(text);
    if first == 0 || first > 4 {
        return None;
    }
    let mark = *text.as_bytes().get(first)?;
    let rest = text.get(first + 1..)?;
    let second = digits(rest);
    if mark == b':' {
        return (second == 2).then_some(first + 3);
    }
    if !matches!(mark, b'.' | b'/' | b'-') || !(1..=2).contains(&second) {
        return None;
    }
    if mark == b'/' && rest.as_bytes().get(second) != Some(&b'/') {
        return Some(first + 1 + second);
    }
    let third_mark = rest.as_bytes().get(second)?;
    let third = digits(rest.get(second + 1..)?);
    (*third_mark == mark && (1..=4).contains(&third)).then_some(first + 1 + second + 1 + third)
}

#[cfg(test)]
mod tests {
    use super::{not_a_figure, read};

    #[test]
    fn figures_are_read_in_every_usual_way_of_printing() {
        for (text, value, whole, length) in [
            ("16.8%", 16.8, None, 4),
            ("16,8 %", 16.8, None, 4),
            ("1 408 человек", 1408.0, None, 5),
            ("1\u{a0}408", 1408.0, None, 6),
            ("1\u{2009}408,5", 1408.5, None, 9),
            ("7,015,108 people", 7_015_108.0, None, 9),
            ("7.015.108", 7_015_108.0, None, 9),
            ("1,408", 1.408, Some(1408.0), 5),
            ("1.408", 1.408, Some(1408.0), 5),
            ("0,041", 0.041, None, 5),
            ("0.04 per", 0.04, None, 4),
            ("293, 40", 293.0, None, 3),
            ("2025 293", 2025.0, None, 4),
            ("1 4089", 1.0, None, 1),
            ("1,234,567.89", 1_234_567.89, None, 12),
        ] {
            let (figure, end) = read(text).unwrap();
            assert_eq!(
                (figure.value, figure.whole, end),
                (value, whole, length),
                "{text:?}"
            );
        }
        assert_eq!(read("12345678901234567890"), None);
    }

    #[test]
    fn dates_hours_telephones_and_addresses_are_no_figures() {
        for (text, length) in [
            ("12.03.2025", Some(10)),
            ("3.2.1", Some(5)),
            ("2025-03-31 ", Some(10)),
            ("31/03/2025", Some(10)),
            ("12:30", Some(5)),
            ("24/7", Some(4)),
            ("+7 (7172) 74-00-00", Some(18)),
            ("8-800-080-7777.", Some(14)),
            ("https://stat.gov.kz/2025", Some(24)),
            ("press@enbek.gov.kz, 5", Some(18)),
            ("16.8", None),
            ("2018-2019", None),
            ("293 people", None),
            ("7.015.108", None),
        ] {
            assert_eq!(not_a_figure(text, None), length, "{text:?}");
        }
    }
}
