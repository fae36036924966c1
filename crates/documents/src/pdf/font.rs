//! The embedded fonts: DejaVu Sans Condensed, which has every letter of Kazakh, Russian and English. Its licence stands in
//! `docs/licences/DejaVu.txt`.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider as _};

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

pub(super) struct Fonts {
    regular: Face,
    bold: Face,
}

struct Face {
    font: Font,
    letters: skrifa::charmap::Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    units_per_em: f32,
    replacement: GlyphId,
}

impl Fonts {
    /// The fonts in the program; none if they cannot be read, which a test rules out.
    pub(super) fn embedded() -> Option<Self> {
        Some(Self {
            regular: Face::new(dejavu::sans_condensed::regular())?,
            bold: Face::new(dejavu::sans_condensed::bold())?,
        })
    }

    pub(super) fn font(&self, weight: Weight) -> Font {
        self.face(weight).font.clone()
    }

    /// How wide a text is, in points.
    pub(super) fn width(&self, text: &str, weight: Weight, size: f32) -> f32 {
        let face = self.face(weight);
        text.chars()
            .map(|letter| face.advance(face.glyph(letter)))
            .sum::<f32>()
            * size
    }

    /// The glyphs of a text, one for each letter.
    pub(super) fn glyphs(&self, text: &str, weight: Weight) -> Vec<KrillaGlyph> {
        let face = self.face(weight);
        let letters = text.char_indices();
        let glyph = |(at, letter): (usize, char)| {
            let glyph = face.glyph(letter);
            let range = at..at + letter.len_utf8();
            KrillaGlyph::new(glyph, face.advance(glyph), 0.0, 0.0, 0.0, range, None)
        };
        letters.map(glyph).collect()
    }

    /// Breaks a text into lines no wider than `width`; a word that is wider is broken where it must be.
    pub(super) fn lines(&self, text: &str, weight: Weight, size: f32, width: f32) -> Vec<String> {
        let mut lines = Vec::new();
        for paragraph in text.lines() {
            let mut line = String::new();
            // No-break spaces hold numbers together; only plain blanks break.
            for word in paragraph.split([' ', '\t']).filter(|word| !word.is_empty()) {
                let longer = if line.is_empty() {
                    word.to_owned()
                } else {
                    format!("{line} {word}")
                };
                if self.width(&longer, weight, size) <= width {
                    line = longer;
                    continue;
                }
                if !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
                line = self.broken(word, (weight, size, width), &mut lines);
            }
            lines.push(line);
        }
        if lines.is_empty() {
            lines.push(String::new());
        }
        lines
    }

    /// Puts as much of a word into lines of its own as does not fit into one; gives the rest.
    fn broken(
        &self,
        word: &str,
        (weight, size, width): (Weight, f32, f32),
        lines: &mut Vec<String>,
    ) -> String {
        let mut part = String::new();
        for letter in word.chars() {
            part.push(letter);
            if part.chars().nth(1).is_some() && self.width(&part, weight, size) > width {
                part.pop();
                lines.push(std::mem::take(&mut part));
                part.push(letter);
            }
        }
        part
    }

    fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }
}

impl Face {
    fn new(bytes: &'static [u8]) -> Option<Self> {
        let face = FontRef::new(bytes).ok()?;
        let metrics = face.glyph_metrics(Size::unscaled(), LocationRef::default());
        let letters = face.charmap();
        let font = Font::new(bytes.into(), 0)?;
        let replacement = letters.map('\u{fffd}').or_else(|| letters.map('?'))?;
        Some(Self {
            units_per_em: font.units_per_em(),
            font,
            metrics,
            replacement: GlyphId::new(replacement.to_u32()),
            letters,
        })
    }

    /// The glyph of a letter; that of `�` for a letter that the font does not have, of a blank for a control character.
    fn glyph(&self, letter: char) -> GlyphId {
        let letter = if letter.is_control() { ' ' } else { letter };
        let glyph = self.letters.map(letter).filter(|glyph| glyph.to_u32() != 0);
        glyph.map_or(self.replacement, |glyph| GlyphId::new(glyph.to_u32()))
    }

    /// In parts of the font size.
    fn advance(&self, glyph: GlyphId) -> f32 {
        let advance = self.metrics.advance_width(skrifa::GlyphId::new(glyph.to_u32()));
        advance.unwrap_or(0.0) / self.units_per_em
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_the_three_languages_is_in_the_fonts() {
        let fonts = Fonts::embedded().unwrap();
        let letters = "ӘәҒғҚқҢңӨөҰұҮүҺһІіЁёАЯаяЙйЩщЪъЫыЬьЭэAZaz0189«»–—…№%‰±≤≥·×\u{a0}";
        for weight in [Weight::Regular, Weight::Bold] {
            let face = fonts.face(weight);
            let missing: String = letters
                .chars()
                .filter(|letter| face.glyph(*letter) == face.replacement)
                .collect();
            assert_eq!(missing, "", "{weight:?}");
        }
    }

    #[test]
    fn lines_are_no_wider_than_the_column_and_lose_nothing() {
        let fonts = Fonts::embedded().unwrap();
        let text =
            "Өңірлер бойынша жазатайым оқиғалар\nThe unbreakableverylongwordthatfitsnowhere 1\u{a0}234";
        let lines = fonts.lines(text, Weight::Regular, 9.0, 60.0);
        assert!(lines.len() > 5);
        for line in &lines {
            assert!(fonts.width(line, Weight::Regular, 9.0) <= 60.0, "{line:?}");
        }
        let plain = |text: &str| {
            text.chars()
                .filter(|c| !matches!(c, ' ' | '\n'))
                .collect::<String>()
        };
        assert_eq!(plain(&lines.concat()), plain(text));
        assert!(
            lines.iter().any(|line| line.contains("1\u{a0}234")),
            "a number was broken"
        );
        assert_eq!(fonts.lines("", Weight::Bold, 9.0, 60.0), [""]);
    }
}
