//! Cuts a text into words, figures and marks, each with its bytes.
//!
//! What cannot be a figure of a release is recognised here and becomes a [`Kind::Skip`]: dates (12.03.2025, 2025-03-31),
//! hours (12:30), telephone numbers, addresses of pages and mailboxes, numbers of sections (3.2.1).

use super::fold::fold;
use super::number::{self, Figure};

/// What a token is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// A word, folded for comparison.
    Word(String),
    /// A figure in digits; `glued` where a hyphen ties it to the word before (COVID-19).
    Number { figure: Figure, glued: bool },
    /// A minus (or plus) that belongs to the figure after it.
    Sign { negative: bool },
    /// A hyphen inside a word or between a figure and its ending.
    Hyphen,
    /// Anything else that is printed, one character.
    Mark(char),
    /// The end of a line that was broken on purpose, not for width.
    Break,
    /// Something with digits that is no figure.
    Skip,
}

/// A piece of the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Token {
    pub(super) fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(super) fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }
}

/// Cuts `text` into tokens, in one pass.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let width = text
        .lines()
        .map(|line| line.trim_end().chars().count())
        .max()
        .unwrap_or(0);
    let mut lexer = Lexer {
        text,
        at: 0,
        line_start: 0,
        width,
        tokens: Vec::new(),
    };
    while lexer.at < text.len() {
        lexer.step();
    }
    lexer.tokens
}

struct Lexer<'t> {
    text: &'t str,
    at: usize,
    line_start: usize,
    /// The longest line, in characters: a line is broken on purpose where the next word would have found room.
    width: usize,
    tokens: Vec<Token>,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn before(&self) -> Option<char> {
        self.text.get(..self.at).and_then(|text| text.chars().next_back())
    }

    fn push(&mut self, kind: Kind, length: usize) {
        self.tokens.push(Token {
            kind,
            start: self.at,
            end: self.at + length,
        });
        self.at += length;
    }

    fn step(&mut self) {
        let Some(next) = self.rest().chars().next() else {
            self.at = self.text.len();
            return;
        };
        if next == '\n' {
            self.line_end();
        } else if next.is_whitespace() || is_invisible(next) {
            self.at += next.len_utf8();
        } else if let Some(length) = number::not_a_figure(self.rest(), self.before()) {
            self.push(Kind::Skip, length);
        } else if next.is_ascii_digit() {
            self.number();
        } else if next.is_alphanumeric() {
            let length = word_length(self.rest());
            let word = fold(&self.rest()[..length]);
            self.push(Kind::Word(word), length);
        } else {
            self.mark(next);
        }
    }

    fn line_end(&mut self) {
        let line = self
            .text
            .get(self.line_start..self.at)
            .unwrap_or_default()
            .trim_end();
        let used = line.chars().take(self.width + 1).count();
        let next_line = self.text.get(self.at + 1..).unwrap_or_default();
        let first_word = next_line
            .chars()
            .take(self.width + 1)
            .take_while(|c| !c.is_whitespace())
            .count();
        let blank = first_word == 0;
        let had_room = used + 1 + first_word <= self.width;
        let ends_openly = line.ends_with([',', '-', '–', '—', ';']);
        if blank
            || (had_room && !ends_openly)
            || next_line
                .trim_start_matches([' ', '\t'])
                .starts_with(['•', '*', '-', '–', '—', '·'])
        {
            self.push(Kind::Break, 1);
        } else {
            self.at += 1;
        }
        self.line_start = self.at;
    }

    fn number(&mut self) {
        let glued = match self.tokens.as_slice() {
            [.., word, hyphen] => {
                hyphen.kind == Kind::Hyphen
                    && hyphen.end == self.at
                    && word.end == hyphen.start
                    && word.word().is_some()
            }
            _ => false,
        };
        match number::read(self.rest()) {
            Some((figure, length)) => self.push(Kind::Number { figure, glued }, length),
            None => {
                let length = self.rest().bytes().take_while(u8::is_ascii_digit).count();
                self.push(Kind::Skip, length);
            }
        }
    }

    fn mark(&mut self, mark: char) {
        let length = mark.len_utf8();
        let after = self.rest().get(length..).and_then(|rest| rest.chars().next());
        let before = self.before();
        let opens = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '«' | '"' | '“'));
        let digit_follows = after.is_some_and(|c| c.is_ascii_digit());
        let kind = match mark {
            '-' | '−' | '–' | '‑' if opens && digit_follows => Kind::Sign { negative: true },
            '+' if opens && digit_follows => Kind::Sign { negative: false },
            '-' | '‑' | '‐' if !opens && after.is_some_and(char::is_alphanumeric) => Kind::Hyphen,
            '-' | '–' | '—' | '−' | '―' => Kind::Mark('—'),
            other => Kind::Mark(other),
        };
        self.push(kind, length);
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Letters, digits after letters (q1), and apostrophes between letters.
fn word_length(text: &str) -> usize {
    let mut end = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let inside =
            matches!(c, '\'' | '’' | 'ʼ') && characters.peek().is_some_and(|(_, next)| next.is_alphabetic());
        // Accents may stand apart from their letters (U+0300–U+036F).
        if c.is_alphanumeric() || inside || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}') {
            end = at + c.len_utf8();
        } else {
            break;
        }
    }
    end
}
