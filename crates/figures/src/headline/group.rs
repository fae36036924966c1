//! Who among the injured a claim is about: "35 health workers", "75% men", «из-за плохой организации работ — 28,7 %».
//!
//! The cast: a **mark** ([`Mark`]) is a word that narrows a claim down; what the marks of a claim come to is its
//! **narrowing** ([`Narrowed`]). What is published of all the injured says nothing against a part of them, as long as the part
//! is not larger.
//!
//! A mark belongs to the nearest figure between the same commas; of two as near, to the one before it. At the beginning of a sentence, or before a
//! colon, it may have none there: then it belongs to the next.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use saqta_domain::injury::{AgeBand, InjuryKind};
use saqta_text::Language;

use super::lexer::{Kind, Token, tokens};
use super::lexicon::{Concept, Lexicon, Population};
use super::read::{Assertion, Reading};
use crate::knowledge::{Branch, Group};

/// To whom a claim is narrowed down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Narrowed {
    /// The group, where releases have a table of it.
    pub(super) group: Option<Group>,
    /// The words that say so, in bytes of the text.
    pub(super) said: Range<usize>,
}

impl Narrowed {
    /// Whether the activities that a claim names narrow it down no further: those who are attacked as health workers work in health.
    pub(super) fn is_all_of(&self, activities: &[Branch]) -> bool {
        let health = |activity: &Branch| activity.section().is_some_and(|section| section.section() == 'Q');
        let of_health = self.group == Some(AGAINST_HEALTH_WORKERS) && activities.iter().all(health);
        activities.is_empty() || of_health
    }
}

const AGAINST_HEALTH_WORKERS: Group = Group::Kind(InjuryKind::ViolenceAgainstHealthWorker);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Group(Group),
    HealthWorker,
    Violence,
    /// Of some age; the band may stand beside it.
    Aged,
    Other,
}

impl Mark {
    fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "health-worker" => Self::HealthWorker,
            "violence" => Self::Violence,
            "aged" => Self::Aged,
            "other" => Self::Other,
            code => Self::Group(Group::from_code(code)?),
        })
    }
}

static MARKS: LazyLock<Lexicon<Mark>> = LazyLock::new(|| {
    let mut marks = Lexicon::empty();
    marks.add_names(include_str!("../../data/groups.tsv"), Mark::from_code);
    marks
});

/// For each claim of a text, to whom it is narrowed down, if to anybody.
pub(super) fn of(text: &str, reading: &Reading, language: Language) -> Vec<Option<Narrowed>> {
    let tokens = tokens(text);
    let mut marks: Vec<Vec<(Mark, Range<usize>)>> = vec![Vec::new(); reading.assertions.len()];
    let mut first = 0;
    for (index, bytes) in reading.sentences.iter().enumerate() {
        let count = reading.assertions[first..]
            .iter()
            .take_while(|claim| claim.sentence == index)
            .count();
        let claims = first..first + count;
        first += count;
        if claims.is_empty() {
            continue;
        }
        let from = tokens.partition_point(|token| token.start < bytes.start);
        let to = tokens.partition_point(|token| token.start < bytes.end);
        let sentence = Sentence::of(&tokens[from..to], &reading.assertions[claims.clone()], language);
        for (claim, at) in &sentence.ages {
            let age = &sentence.tokens[*at];
            marks[claims.start + claim].push((Mark::Other, age.start..age.end));
        }
        for (mark, words, figure) in sentence.marks(language) {
            for (claim, _) in sentence.figures.iter().filter(|(_, at)| *at == figure) {
                marks[claims.start + claim].push((mark, words.clone()));
            }
        }
    }
    marks.into_iter().map(|marks| narrowed(&marks)).collect()
}

/// Where the claims begin whose figures stand right before a noun that is in no table: "35 crane operators". Of all such nouns there is no
/// list.
pub(super) fn unknown_nouns(text: &str, reading: &Reading, language: Language) -> BTreeSet<usize> {
    const SHORTEST: usize = 5;
    // "584 cases", "293 during": they narrow nothing down.
    const NONE: [&str; 12] = [
        "case",
        "during",
        "since",
        "after",
        "across",
        "случа",
        "против",
        "всего",
        "жағдай",
        "тіркел",
        "болды",
        "құрады",
    ];
    let tokens = tokens(text);
    let is_noun = |at: usize| {
        let word = tokens.get(at).and_then(Token::word);
        word.is_some_and(|word| {
            word.chars().count() >= SHORTEST && !NONE.iter().any(|none| word.starts_with(none))
        }) && match Lexicon::<Concept>::shipped().longest(&tokens[at..], language) {
            None => true,
            // "35 residents": some people of a place, who need not be all who were hurt there.
            Some((concept, _)) => concept == Concept::Population(Population::Unclear),
        }
    };
    let claims = reading.assertions.iter().filter(|claim| claim.count().is_some());
    let found = claims.filter(|claim| {
        let from = tokens.partition_point(|token| token.start < claim.text.start);
        let to = tokens.partition_point(|token| token.start < claim.text.end);
        figure(&tokens[from..to], claim).is_some_and(|at| {
            let is_figure = matches!(tokens[from + at].kind, Kind::Number { .. });
            is_figure && is_noun(from + at + 1)
        })
    });
    found.map(|claim| claim.text.start).collect()
}

/// What the marks of one claim come to.
fn narrowed(marks: &[(Mark, Range<usize>)]) -> Option<Narrowed> {
    let start = marks.iter().map(|(_, words)| words.start).min()?;
    let end = marks.iter().map(|(_, words)| words.end).max()?;
    let has_band = marks
        .iter()
        .any(|(mark, _)| matches!(mark, Mark::Group(Group::Age(_))));
    let marks: Vec<&(Mark, Range<usize>)> = marks
        .iter()
        .filter(|(mark, _)| !(has_band && *mark == Mark::Aged))
        .collect();
    let all = |fits: fn(&Mark) -> bool| marks.iter().all(|(mark, _)| fits(mark));
    let has = |wanted: Mark| marks.iter().any(|(mark, _)| *mark == wanted);
    let violence = all(|mark| match mark {
        Mark::HealthWorker | Mark::Violence => true,
        Mark::Group(group) => *group == AGAINST_HEALTH_WORKERS,
        Mark::Aged | Mark::Other => false,
    });
    let said_both = has(Mark::HealthWorker) && has(Mark::Violence);
    let (first, _) = marks.first()?;
    let group = match first {
        _ if violence && (said_both || has(Mark::Group(AGAINST_HEALTH_WORKERS))) => {
            Some(AGAINST_HEALTH_WORKERS)
        }
        Mark::Group(group) if marks.iter().all(|(mark, _)| mark == first) => Some(*group),
        // Of two things at once no table tells.
        _ => None,
    };
    Some(Narrowed {
        group,
        said: start..end,
    })
}

/// A sentence's tokens, and where the figures of its claims stand.
struct Sentence<'t> {
    tokens: &'t [Token],
    /// For each token, the number of commas and the like before it.
    clauses: Vec<usize>,
    /// Claims, by their place in the sentence, and the token of their figure.
    figures: Vec<(usize, usize)>,
    /// Likewise those that are read of an age, which counts nobody.
    ages: Vec<(usize, usize)>,
}

impl<'t> Sentence<'t> {
    fn of(tokens: &'t [Token], claims: &[Assertion], language: Language) -> Self {
        let mut clause = 0;
        let clauses = tokens
            .iter()
            .map(|token| {
                clause += usize::from(divides(token));
                clause
            })
            .collect();
        let figures = claims
            .iter()
            .enumerate()
            .filter_map(|(number, claim)| Some((number, figure(tokens, claim)?)));
        let (ages, figures) = figures.partition(|(_, at)| is_age(tokens, *at, language));
        Self {
            tokens,
            clauses,
            figures,
            ages,
        }
    }

    /// The marks, each with its words and the token of the figure that it belongs to.
    fn marks(&self, language: Language) -> Vec<(Mark, Range<usize>, usize)> {
        let mut marks = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let tokens = &self.tokens[at..];
            let band = band(self.tokens, at).map(|band| (Mark::Group(Group::Age(band)), 3));
            let Some((mark, length)) = band.or_else(|| MARKS.longest(tokens, language)) else {
                at += 1;
                continue;
            };
            let last = at + length - 1;
            if let Some(figure) = self.owner(at, last) {
                marks.push((mark, self.tokens[at].start..self.tokens[last].end, figure));
            }
            at += length;
        }
        marks
    }

    fn owner(&self, first: usize, last: usize) -> Option<usize> {
        let clause = self.clauses[first];
        let within = |wanted: usize| {
            let figures = self.figures.iter().map(|(_, at)| *at);
            figures.filter(move |at| self.clauses[*at] == wanted)
        };
        let nearest = within(clause).min_by_key(|at| {
            let before = *at < first;
            let distance = if before {
                first - at
            } else {
                at.saturating_sub(last)
            };
            (distance, !before)
        });
        let colon = self.tokens[last..]
            .iter()
            .find(|token| divides(token))
            .is_some_and(|token| token.is_mark(':'));
        let may_follow = clause == 0 || colon;
        nearest.or_else(|| may_follow.then(|| within(clause + 1).min()).flatten())
    }
}

/// The age band that begins at a token: "18–24", where a word nearby says that it is an age.
fn band(tokens: &[Token], at: usize) -> Option<AgeBand> {
    const NEAR: usize = 2;
    const AGE: [&str; 7] = ["aged", "ages", "year", "old", "лет", "возраст", "жас"];
    let [from, dash, to] = tokens.get(at..at + 3)? else {
        return None;
    };
    let is_dash = dash.kind == Kind::Hyphen || matches!(dash.kind, Kind::Mark('–' | '—' | '−'));
    let near = tokens[at.saturating_sub(NEAR)..].iter().take(3 + 2 * NEAR);
    let mut words = near.filter_map(Token::word);
    let is_age = words.any(|word| AGE.iter().any(|age| word.starts_with(age)));
    let years = |token: &Token| match &token.kind {
        Kind::Number { figure, .. } => figure.count(),
        _ => None,
    };
    (is_dash && is_age)
        .then(|| AgeBand::from_code(&format!("{}-{}", years(from)?, years(to)?)))
        .flatten()
}

/// Whether a figure is one end of an age band, or stands behind "older than".
fn is_age(tokens: &[Token], at: usize, language: Language) -> bool {
    const LONGEST: usize = 4;
    let ends_band = at.checked_sub(2).is_some_and(|from| band(tokens, from).is_some());
    let behind = (at.saturating_sub(LONGEST)..at).any(|from| {
        let mark = MARKS.longest(&tokens[from..], language);
        mark.is_some_and(|(mark, length)| mark == Mark::Aged && from + length == at)
    });
    ends_band || behind || band(tokens, at).is_some()
}

fn divides(token: &Token) -> bool {
    matches!(token.kind, Kind::Mark(',' | ';' | ':') | Kind::Break)
}

/// The token of the claim's figure; of one in words the first of its words.
fn figure(tokens: &[Token], claim: &Assertion) -> Option<usize> {
    let inside = |token: &Token| claim.text.contains(&token.start);
    let is_figure = |token: &Token| match (&token.kind, claim.value) {
        (Kind::Number { figure, .. }, Some(value)) => (figure.value - value).abs() < f64::EPSILON,
        _ => false,
    };
    tokens
        .iter()
        .position(|token| inside(token) && is_figure(token))
        .or_else(|| tokens.iter().position(inside))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(MARKS.faults(), &[] as &[String]);
    }

    #[test]
    fn a_mark_belongs_to_the_nearest_figure() {
        for (text, groups) in [
            (
                "In 2025, 293 people were injured at work, of them 219 men and 74 women.",
                [None, Some("sex:m"), Some("sex:f")].as_slice(),
            ),
            (
                "В 2025 году на производстве пострадали 219 мужчин и 74 женщины.",
                &[Some("sex:m"), Some("sex:f")],
            ),
            (
                "2025 жылы өндірісте 219 ер адам мен 74 әйел жарақат алды.",
                &[Some("sex:m"), Some("sex:f")],
            ),
        ] {
            let language = super::super::language::detect(text);
            let reading = super::super::read::read(text, language, 100);
            let found = of(text, &reading, language);
            let found: Vec<Option<String>> = found
                .into_iter()
                .map(|narrowed| Some(narrowed?.group?.to_string()))
                .collect();
            let found: Vec<Option<&str>> = found.iter().map(Option::as_deref).collect();
            assert_eq!(found, groups, "{text}");
        }
    }
}
