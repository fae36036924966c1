//! Writes the report: the claims in words, and the text as it could honestly be said.
//!
//! A sentence that claims something is replaced by sentences built from messages, one a claim; regions that are listed
//! together stay together. A sentence without a claim stays as it is, as long as the text's own language is asked for; in another language
//! it is left out, since nothing here translates.

use std::ops::Range;

use saqta_domain::period::Period;
use saqta_text::Language;

use super::facts::{SIGNIFICANT, compared};
use super::group::Narrowed;
use super::judge::{Judgement, UNCHECKED};
use super::message::{Argument, Phrase, capitalised};
use super::read::{Kind, Reading, Where};
use super::report::{Claim, Report, Verdict};
use crate::knowledge::{Place, What};

/// Whatever a report is written from.
pub(super) struct Writer<'a> {
    pub(super) text: &'a str,
    pub(super) reading: &'a Reading,
    /// To whom each claim is narrowed down.
    pub(super) narrowed: &'a [Option<Narrowed>],
    pub(super) judgements: &'a [Judgement],
    pub(super) language: Language,
    pub(super) same_language: bool,
    /// The period that was assumed for a text that names none.
    pub(super) assumed: Option<Period>,
}

/// What has been said so far.
#[derive(Default)]
struct Said {
    scope: Option<Argument>,
    phrases: Vec<Phrase>,
}

impl Writer<'_> {
    pub(super) fn report(&self) -> Report {
        Report {
            claims: self.claims(),
            corrected: self.corrected(),
        }
    }

    fn claims(&self) -> Vec<Claim> {
        let pairs = self.reading.assertions.iter().zip(self.judgements);
        pairs
            .map(|(assertion, judgement)| Claim {
                text: self
                    .text
                    .get(assertion.text.clone())
                    .unwrap_or_default()
                    .to_owned(),
                kind: assertion.kind(),
                value: assertion.value,
                verdict: judgement.verdict,
                recomputed: judgement.recomputed.clone(),
                note: self.say(&judgement.note),
            })
            .collect()
    }

    fn say(&self, phrases: &[Phrase]) -> String {
        let said: Vec<String> = phrases
            .iter()
            .map(|phrase| capitalised(&phrase.say(self.language)))
            .collect();
        said.join(" ")
    }

    fn corrected(&self) -> String {
        let mut corrected = String::new();
        if let Some(period) = self.assumed {
            let assumed = Phrase::new("figures-said-period-assumed").with("when", Argument::Period(period));
            corrected.push_str(&assumed.say(self.language));
            corrected.push(' ');
        }
        let mut at = 0;
        let mut claim = 0;
        let mut said = Said::default();
        for (index, bytes) in self.reading.sentences.iter().enumerate() {
            let first = claim;
            while self
                .reading
                .assertions
                .get(claim)
                .is_some_and(|assertion| assertion.sentence == index)
            {
                claim += 1;
            }
            let kept = self.text.get(at..bytes.start).unwrap_or_default();
            if first < claim {
                corrected.push_str(if self.same_language { kept } else { separator(kept) });
                corrected.push_str(&self.sentence(first..claim, &mut said));
            } else if self.same_language {
                corrected.push_str(kept);
                corrected.push_str(self.text.get(bytes.clone()).unwrap_or_default());
                said.scope = None;
            }
            at = bytes.end;
        }
        if self.same_language {
            corrected.push_str(self.text.get(at..).unwrap_or_default());
            corrected
        } else {
            corrected.trim().to_owned()
        }
    }

    /// What a sentence's claims come to. Where and when is said once, until it changes; the same thing is said once.
    fn sentence(&self, claims: Range<usize>, before: &mut Said) -> String {
        if let Some(kept) = self.kept(&claims) {
            before.scope = None;
            return kept;
        }
        let sentence = self.reading.assertions[claims.start].sentence;
        let mut said = Vec::new();
        let mut at = claims.start;
        while at < claims.end {
            let mut listed = self.listed(at..claims.end);
            listed.retain(|other| !self.is_part_of_a_change(*other, &claims));
            if listed.first() != Some(&at) || listed.windows(2).any(|two| two[0] + 1 != two[1]) {
                listed.clear();
            }
            let phrases = if listed.len() > 1 {
                self.list(&listed)
            } else if self.is_part_of_a_change(at, &claims) {
                Vec::new()
            } else {
                self.one(at).into_iter().collect()
            };
            at += listed.len().max(1);
            for phrase in phrases {
                if before.phrases.contains(&phrase) {
                    continue;
                }
                before.phrases.push(phrase.clone());
                let scope = phrase.scope().cloned();
                let follows = scope.is_some() && scope == before.scope;
                said.push(if follows { phrase.following() } else { phrase });
                before.scope = scope.or(before.scope.take());
            }
        }
        said.extend(self.unread(sentence));
        said.extend(self.label(claims));
        self.say(&said)
    }

    /// That figures of the sentence lean on invented data.
    fn label(&self, claims: Range<usize>) -> Option<Phrase> {
        let judgements = self.judgements.get(claims)?;
        let leans = judgements.iter().any(Judgement::leans_on_invented_data);
        leans.then(|| Phrase::new("figures-said-synthetic"))
    }

    /// What stands in a sentence beside its claims, in its own words: nothing is dropped without a word.
    fn unread(&self, sentence: usize) -> impl Iterator<Item = Phrase> {
        let unread = &self.reading.unread;
        let first = unread.partition_point(|(its, _)| *its < sentence);
        let own = unread[first..]
            .iter()
            .take_while(move |(its, _)| *its == sentence);
        own.filter_map(|(_, bytes)| {
            let words = self.text.get(bytes.clone())?;
            Some(
                Phrase::new(UNCHECKED)
                    .with("words", Argument::Words)
                    .quoting(words),
            )
        })
    }

    /// The sentence itself: where it says its uncertainty, and nothing is to be said against it; with a remark, where nothing is known about
    /// any of its claims. The remark is made once.
    fn kept(&self, claims: &Range<usize>) -> Option<String> {
        let judgements = self.judgements.get(claims.clone())?;
        if !self.same_language {
            return None;
        }
        let sentence = self.reading.assertions.get(claims.start)?.sentence;
        let bytes = self.reading.sentences.get(sentence)?.clone();
        let own = self.text.get(bytes.clone())?;
        let stands = |judgement: &Judgement| matches!(judgement.verdict, Verdict::Holds | Verdict::Unknown);
        if self.reading.is_guarded(sentence) && judgements.iter().all(stands) {
            let label = self.label(claims.clone()).map(|label| label.say(self.language));
            return Some(match label {
                Some(label) if !self.text.get(bytes.end..)?.contains(&label) => format!("{own} {label}"),
                _ => own.to_owned(),
            });
        }
        if !judgements
            .iter()
            .all(|judgement| judgement.corrected.id() == UNCHECKED)
        {
            return None;
        }
        let remark = Phrase::new("figures-said-unchecked-sentence").say(self.language);
        let follows = self.text.get(bytes.end..)?.trim_start().starts_with(&remark);
        Some(if follows {
            own.to_owned()
        } else {
            format!("{own} {remark}")
        })
    }

    /// "from 1,568 to 1,430" is said with the fall of the same sentence.
    fn is_part_of_a_change(&self, at: usize, claims: &Range<usize>) -> bool {
        let assertion = &self.reading.assertions[at];
        let Some(count) = assertion.count() else {
            return false;
        };
        claims.clone().any(|other| {
            let change = &self.reading.assertions[other];
            let numbers = self.judgements[other].recomputed.as_ref();
            change.kind() == Kind::Change
                && (change.what, change.place) == (assertion.what, assertion.place)
                && self.judgements[other].corrected.scope().is_some()
                && self.judgements[at].verdict != Verdict::Implausible
                && numbers.is_some_and(|numbers| [numbers.count, numbers.base].contains(&Some(count)))
        })
    }

    fn one(&self, at: usize) -> Option<Phrase> {
        let words = self.text.get(self.words(at)?)?;
        Some(self.judgements.get(at)?.corrected.clone().quoting(words))
    }

    /// A claim's own words, those that narrow it down among them.
    fn words(&self, at: usize) -> Option<Range<usize>> {
        let own = self.reading.assertions.get(at)?.text.clone();
        Some(match self.narrowed.get(at)? {
            Some(Narrowed { said, .. }) => own.start.min(said.start)..own.end.max(said.end),
            None => own,
        })
    }

    /// The claims from the first on that count the same thing at the same time in one region after another.
    fn listed(&self, claims: Range<usize>) -> Vec<usize> {
        let assertions = &self.reading.assertions;
        let first = &assertions[claims.start];
        let listable = |at: &usize| {
            let (assertion, judgement) = (&assertions[*at], &self.judgements[*at]);
            assertion.kind() == Kind::Count
                && assertion.what != What::Other
                && matches!(assertion.place, Where::Almaty | Where::Place(Place::Region(_)))
                && assertion.activities.is_empty()
                && self.narrowed[*at].is_none()
                && (assertion.what, assertion.period) == (first.what, first.period)
                && judgement.verdict != Verdict::Implausible
                && judgement.corrected.id() != UNCHECKED
        };
        claims.take_while(listable).collect()
    }

    fn list(&self, claims: &[usize]) -> Vec<Phrase> {
        let items = claims.iter().filter_map(|at| self.item(*at)).collect();
        let first = &self.reading.assertions[claims[0]];
        let list = Phrase::new("figures-said-list")
            .with("what", Argument::What(first.what))
            .with(
                "scope",
                Argument::Scope(Where::Place(Place::Country), Vec::new(), first.period),
            )
            .with("items", Argument::List(items))
            .with(
                "ordered",
                Argument::Word(if self.is_ordered(claims) { "yes" } else { "no" }),
            );
        let high = self.differing("figures-said-list-high", claims, |ratio| ratio > 1.0);
        let low = self.differing("figures-said-list-low", claims, |ratio| ratio < 1.0);
        [Some(list), high, low].into_iter().flatten().collect()
    }

    /// The places whose counts are not what their numbers of wage employees lead one to expect, adjusted for all regions.
    fn differing(&self, id: &'static str, claims: &[usize], way: impl Fn(f64) -> bool) -> Option<Phrase> {
        let places = claims.iter().filter_map(|at| {
            let numbers = self.judgements[*at].recomputed.as_ref()?;
            let (ratio, p) = (numbers.ratio?, numbers.p_adjusted?);
            (p < SIGNIFICANT && way(ratio)).then(|| {
                Phrase::new("figures-said-place")
                    .with("place", Argument::Place(self.reading.assertions[*at].place))
                    .decimal("ratio", ratio, 2)
            })
        });
        let places: Vec<Phrase> = places.collect();
        (!places.is_empty()).then(|| Phrase::new(id).with("places", Argument::List(places)))
    }

    /// Whether each differs from the next by more than chance.
    fn is_ordered(&self, claims: &[usize]) -> bool {
        let counts: Vec<u64> = claims
            .iter()
            .filter_map(|at| self.reading.assertions[*at].count())
            .collect();
        counts.windows(2).all(|pair| {
            let compared = compared((pair[0], 1.0), (pair[1], 1.0));
            compared.is_some_and(|compared| compared.p < SIGNIFICANT)
        })
    }

    fn item(&self, at: usize) -> Option<Phrase> {
        let assertion = &self.reading.assertions[at];
        let count = assertion.count()?;
        let interval = saqta_statistics::poisson::interval(
            count,
            saqta_statistics::Level::P95,
            saqta_statistics::Method::Garwood,
        );
        let phrase = Phrase::new("figures-said-item")
            .with("place", Argument::Place(assertion.place))
            .with(
                "published",
                Argument::Word(match self.judgements[at].verdict {
                    Verdict::Unknown => "no",
                    Verdict::Mixed => "unclear",
                    _ => "yes",
                }),
            )
            .count("count", count)
            .decimal("lower", interval.lower, 0)
            .decimal("upper", interval.upper, 0);
        Some(phrase)
    }
}

/// What stands between two sentences in another language: a new paragraph where there was one.
fn separator(kept: &str) -> &'static str {
    if kept.matches('\n').count() > 1 {
        "\n\n"
    } else {
        " "
    }
}
