//! What single cells of an SDMX-CSV file say.

use saqta_domain::period::Period;

/// `2025`, `2025-A1`, `2025-S1`, `2025-H1`, `2025-Q1`, `2025-03`, `2025-M03`, `2025-01-01/P9M`.
pub(in crate::series) fn period(text: &str) -> Option<Period> {
    match text.split_once('-') {
        // `2025-01-01/P9M`: months that are no quarter or half.
        Some((year, rest)) if rest.contains('/') => {
            let (first, months) = rest.split_once("-01/P")?;
            let (first, months): (u8, u8) = (first.parse().ok()?, months.strip_suffix('M')?.parse().ok()?);
            Period::months(
                year.parse().ok()?,
                first,
                first.checked_add(months)?.checked_sub(1)?,
            )
        }
        Some((year, "A1")) => Period::year_of(year.parse().ok()?),
        Some((year, rest)) if rest.starts_with('S') => format!("{year}-H{}", rest.get(1..)?).parse().ok(),
        Some((year, rest)) if rest.starts_with('M') => format!("{year}-{}", rest.get(1..)?).parse().ok(),
        _ => text.parse().ok(),
    }
}

/// A decimal number with this point times ten to the power of `exponent`, if that is a whole number: no rounding.
pub(in crate::series) fn whole(text: &str, point: char, exponent: usize) -> Option<u64> {
    let (whole, fraction) = text.split_once(point).unwrap_or((text, ""));
    let fraction = fraction.trim_end_matches('0');
    let is_plain = !whole.is_empty()
        && [whole, fraction]
            .iter()
            .all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    if !is_plain || fraction.len() > exponent {
        return None;
    }
    format!("{whole}{fraction:0<exponent$}").parse().ok()
}

/// `A: Annual` with labels is the code `A`; a lone `:` stays what it is.
pub(super) fn code(text: &str) -> &str {
    match text.split_once(':') {
        Some((code, _)) if !code.is_empty() => code.trim(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_of_sdmx_are_read() {
        for (text, expected) in [
            ("2025", Some("2025")),
            ("2025-A1", Some("2025")),
            ("2025-S2", Some("2025-H2")),
            ("2025-H1", Some("2025-H1")),
            ("2025-Q1", Some("2025-Q1")),
            ("2025-03", Some("2025-03")),
            ("2025-M03", Some("2025-03")),
            ("2025-01-01/P9M", Some("2025-01..09")),
            ("2025-05-01/P9M", None),
            ("2025-05-01/P0M", None),
            ("2025-W07", None),
            ("2025-S3", None),
            ("2025-", None),
        ] {
            let read = period(text).map(|period| period.to_string());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn figures_are_scaled_without_rounding() {
        for (text, exponent, expected) in [
            ("183.846", 3, Some(183_846)),
            ("183.8460", 3, Some(183_846)),
            ("293", 0, Some(293)),
            ("293.0", 0, Some(293)),
            ("7", 6, Some(7_000_000)),
            ("0.04", 0, None),
            ("183.8465", 3, None),
            ("-3", 0, None),
            (".5", 1, None),
            ("1e3", 0, None),
            ("99999999999999999999", 0, None),
        ] {
            assert_eq!(whole(text, '.', exponent), expected, "{text} × 10^{exponent}");
            let text = text.replace('.', ",");
            assert_eq!(whole(&text, ',', exponent), expected, "{text} × 10^{exponent}");
        }
    }
}
