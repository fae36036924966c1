//! Numbers as people of a language write them.

use saqta_text::Language;

/// Groups of three are parted by a comma in English and by a no-break space in Kazakh and Russian, which write a comma
/// before the decimals (CLDR 44).
pub(crate) fn shown(value: f64, decimals: u8, language: Language) -> String {
    let (group, point) = match language {
        Language::En => (',', '.'),
        Language::Kk | Language::Ru => ('\u{a0}', ','),
    };
    // A zero has no sign, and what rounds to zero neither.
    let text = format!("{:.*}", usize::from(decimals), value.abs());
    let is_negative = value < 0.0 && text.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut shown = if is_negative {
        "\u{2212}".to_owned()
    } else {
        String::new()
    };
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            shown.push(group);
        }
        shown.push(digit);
    }
    if !fraction.is_empty() {
        shown.push(point);
        shown.push_str(fraction);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_each_language_does() {
        for (value, decimals, en, kk) in [
            (7_015_108.0, 0, "7,015,108", "7\u{a0}015\u{a0}108"),
            (0.041_77, 3, "0.042", "0,042"),
            (999.95, 1, "1,000.0", "1\u{a0}000,0"),
            (-1234.5, 1, "\u{2212}1,234.5", "\u{2212}1\u{a0}234,5"),
            (-0.001, 2, "0.00", "0,00"),
        ] {
            assert_eq!(shown(value, decimals, Language::En), en);
            assert_eq!(shown(value, decimals, Language::Kk), kk);
            assert_eq!(shown(value, decimals, Language::Ru), kk);
        }
    }
}
