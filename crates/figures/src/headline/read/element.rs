//! Elements: what the tokens of a text mean.

use saqta_text::Language;

use crate::headline::lexer::{Kind, Token};
use crate::headline::lexicon::{Concept, Lexicon, Population};
use crate::headline::number::Figure;
use crate::knowledge::What;

/// What a figure is printed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    None,
    Percent,
    Points,
    PerMille,
    /// "1.5 times", "twice".
    Times,
}

/// A figure with what belongs to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    pub(super) figure: Figure,
    pub(super) unit: Unit,
    /// Whether a minus or a plus is printed before it.
    pub(super) negative: Option<bool>,
    /// Whether a hyphen ties it to the word before.
    pub(super) glued: bool,
    /// Whether it is written in words.
    pub(super) spelled: bool,
    /// Whether it is a part said in words, "every third", "a quarter": near it is enough.
    pub(super) rough: bool,
}

impl Number {
    pub(super) fn of(figure: Figure) -> Self {
        Self {
            figure,
            unit: Unit::None,
            negative: None,
            glued: false,
            spelled: false,
            rough: false,
        }
    }
}

/// A stretch of time as named: months, a year, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct When {
    pub(super) months: Option<(u8, u8)>,
    pub(super) year: Option<i16>,
}

/// What an element is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part {
    Number(Number),
    Concept(Concept),
    When(When),
    /// "over five years".
    Span(u16),
    /// "per 1,000 workers".
    Base {
        per: f64,
        population: Option<Population>,
    },
    Word(String),
    Hyphen,
    Mark(char),
    Break,
    /// A figure that claims nothing: a date, an age, an article.
    Skip,
    /// Joined to a neighbour; dropped before anything else looks.
    Gone,
}

/// A part with its bytes in the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Element {
    pub(super) part: Part,
    pub(super) start: usize,
    pub(super) end: usize,
    /// The last word of it, folded: Kazakh puts into endings what others say in prepositions.
    pub(super) last: String,
}

impl Element {
    pub(super) fn concept(&self) -> Option<Concept> {
        match self.part {
            Part::Concept(concept) => Some(concept),
            _ => None,
        }
    }

    pub(super) fn is(&self, concept: Concept) -> bool {
        self.concept() == Some(concept)
    }

    pub(super) fn number(&self) -> Option<Number> {
        match self.part {
            Part::Number(number) => Some(number),
            _ => None,
        }
    }

    pub(super) fn is_mark(&self, mark: char) -> bool {
        self.part == Part::Mark(mark)
    }

    /// Whether its last word has a Kazakh ending of direction (-ға, -ге, -қа, -ке): "by" or "to" or "per".
    pub(super) fn is_dative(&self) -> bool {
        ["ға", "ге", "қа", "ке", "на", "не"]
            .iter()
            .any(|ending| self.last.ends_with(ending))
    }

    /// Whether its last word has a Kazakh ending of origin (-дан, -ден, -тан, -тен, -нан, -нен): "from".
    pub(super) fn is_ablative(&self) -> bool {
        ["дан", "ден", "тан", "тен", "нан", "нен"]
            .iter()
            .any(|ending| self.last.ends_with(ending))
    }
}

/// The elements of a text, each token in exactly one.
pub(super) fn elements(tokens: &[Token], language: Language) -> Vec<Element> {
    let lexicon = Lexicon::shipped();
    let mut elements = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(rest) = tokens.get(at..).filter(|rest| !rest.is_empty()) {
        let (part, length) = match lexicon.longest(rest, language) {
            Some((Concept::Fold(times), length)) => (fold(times), length),
            // "The first half of the year" is no fraction.
            Some((Concept::Fraction(_), length)) if is_ordinal(elements.last()) => {
                (Part::Concept(Concept::Half), length)
            }
            Some((Concept::Fraction(percent), length)) => (fraction(percent), length),
            Some((Concept::Ignore, length)) => (Part::Word(String::new()), length),
            Some((concept, length)) => (Part::Concept(concept), length),
            None => (plain(&rest[0]), 1),
        };
        let covered = rest.get(..length).unwrap_or(rest);
        elements.push(Element {
            part,
            start: rest[0].start,
            end: covered.last().map_or(rest[0].end, |token| token.end),
            last: covered
                .last()
                .and_then(Token::word)
                .unwrap_or_default()
                .to_owned(),
        });
        at += length.max(1);
    }
    elements
}

fn is_ordinal(element: Option<&Element>) -> bool {
    element.is_some_and(|element| matches!(element.concept(), Some(Concept::Ordinal(_))))
}

fn fraction(percent: f64) -> Part {
    Part::Number(Number {
        unit: Unit::Percent,
        spelled: true,
        rough: true,
        ..Number::of(Figure::of(percent))
    })
}

fn fold(times: f64) -> Part {
    Part::Number(Number {
        unit: Unit::Times,
        ..Number::of(Figure::of(times))
    })
}

fn plain(token: &Token) -> Part {
    match &token.kind {
        Kind::Word(word) => Part::Word(word.clone()),
        Kind::Number { figure, glued } => Part::Number(Number {
            glued: *glued,
            ..Number::of(*figure)
        }),
        Kind::Sign { negative } => Part::Mark(if *negative { '−' } else { '+' }),
        Kind::Hyphen => Part::Hyphen,
        Kind::Mark(mark) => Part::Mark(*mark),
        Kind::Break => Part::Break,
        Kind::Skip => Part::Skip,
    }
}

/// «число пострадавших от несчастных случаев», "people injured in accidents": the accidents are not what is counted.
pub(super) fn drop_causes(elements: &mut [Element]) {
    const FAR: usize = 4;
    for at in 0..elements.len() {
        if !elements[at].is(Concept::What(What::Accidents)) {
            continue;
        }
        let before = elements[at.saturating_sub(FAR)..at].iter().rev();
        let mut words = before.take_while(|element| {
            matches!(
                element.part,
                Part::Word(_) | Part::Concept(Concept::What(_) | Concept::From | Concept::InYear)
            )
        });
        let people = |element: &Element| {
            matches!(
                element.concept(),
                Some(Concept::What(What::Injured | What::Deaths | What::Severe))
            )
        };
        let adjoins = at > 0 && people(&elements[at - 1]);
        if !adjoins && words.any(people) {
            elements[at].part = Part::Word(String::new());
        }
    }
}

/// "more than 300", «более 300», «больше чем 300» say about how many; "16.8% more than" says which way.
pub(super) fn tell_bounds_from_directions(elements: &mut [Element]) {
    const BOUNDS: [&str; 8] = [
        "more",
        "less",
        "fewer",
        "более",
        "менее",
        "больше",
        "меньше",
        "выше",
    ];
    for at in 0..elements.len() {
        let directs = matches!(elements[at].concept(), Some(Concept::Down | Concept::Up));
        if !directs || !BOUNDS.contains(&elements[at].last.as_str()) {
            continue;
        }
        let than = elements
            .get(at + 1)
            .is_some_and(|next| next.is(Concept::Compared));
        let figure = at + 1 + usize::from(than);
        let before_figure = elements.get(figure).is_some_and(|next| next.number().is_some());
        let after_figure = at > 0 && elements[at - 1].number().is_some();
        let after_counted =
            at > 1 && elements[at - 1].is(Concept::People) && elements[at - 2].number().is_some();
        if before_figure && !after_figure && !after_counted {
            elements[at].part = Part::Concept(Concept::Approximately);
            if than {
                swallow(elements, at, at + 1);
            }
        }
    }
}

/// Joins figures with their signs, thousands, units and endings: `−`, `тыс.`, `%`, `-ға`.
pub(super) fn join_units(elements: &mut [Element]) {
    for at in 0..elements.len() {
        let Some(mut number) = elements[at].number() else {
            continue;
        };
        if number.unit == Unit::Times {
            continue;
        }
        if let Some(sign) = at.checked_sub(1).and_then(|before| elements.get_mut(before))
            && let Part::Mark(mark @ ('−' | '+')) = sign.part
        {
            number.negative = Some(mark == '−');
            sign.part = Part::Gone;
        }
        let mut end = at;
        let mut unit_seen = false;
        for next in at + 1..elements.len().min(at + 5) {
            match elements[next].part {
                Part::Concept(Concept::Multiplier(times)) if !unit_seen && next == at + 1 => {
                    number.figure = multiplied(number.figure, times);
                    end = next;
                    // "тыс." and "млн." are followed by a full stop that ends nothing.
                    if abbreviated(elements, next) {
                        end = next + 1;
                    }
                }
                Part::Concept(unit) if !unit_seen && unit_of(unit).is_some() => {
                    number.unit = unit_of(unit).unwrap_or(Unit::None);
                    unit_seen = true;
                    end = next;
                }
                Part::Hyphen => {}
                // An ending after a hyphen: 293-ке, 16,8 %-ға, 10-нан.
                Part::Word(_) if elements[next - 1].part == Part::Hyphen => {
                    elements[at].last = elements[next].last.clone();
                    end = next;
                }
                _ => break,
            }
        }
        if unit_seen && elements[at].last.is_empty() {
            elements[at].last = elements[end].last.clone();
        }
        elements[at].part = Part::Number(number);
        swallow(elements, at, end);
    }
}

fn abbreviated(elements: &[Element], at: usize) -> bool {
    let short = elements
        .get(at)
        .is_some_and(|element| element.last.chars().count() <= 4);
    short
        && elements
            .get(at + 1)
            .is_some_and(|next| next.is_mark('.') && next.start == elements[at].end)
        && elements
            .get(at + 2)
            .is_some_and(|next| !matches!(next.part, Part::Break))
}

fn multiplied(figure: Figure, times: f64) -> Figure {
    // 1,408 thousand is 1,408 people, not a million: before "thousand" a mark is a decimal point.
    let value = (figure.value * times * 1000.0).round() / 1000.0;
    Figure::of(value)
}

fn unit_of(concept: Concept) -> Option<Unit> {
    match concept {
        Concept::Percent => Some(Unit::Percent),
        Concept::Points => Some(Unit::Points),
        Concept::PerMille => Some(Unit::PerMille),
        Concept::Times => Some(Unit::Times),
        _ => None,
    }
}

/// Makes the elements after `at`, up to `end`, part of it.
pub(super) fn swallow(elements: &mut [Element], at: usize, end: usize) {
    if let Some((last_byte, last_word)) = elements
        .get(end)
        .map(|element| (element.end, element.last.clone()))
    {
        elements[at].end = elements[at].end.max(last_byte);
        if !last_word.is_empty() {
            elements[at].last = last_word;
        }
    }
    for element in elements.iter_mut().take(end + 1).skip(at + 1) {
        element.part = Part::Gone;
    }
}
