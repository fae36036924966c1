//! The headline check: what the sentences of a press text about occupational injuries are worth.
//!
//! The cast:
//! - the **reader** (`read`) finds what a text asserts: counts, shares, rates, ranks, changes;
//! - an undated text is given the period that it fits, if there is one (`undated`);
//! - **groups** (`group`) are parts of the injured that a claim is narrowed down to: men, health workers who were attacked;
//! - **facts** (`facts`) are what can be set against it: the text's own counts and published ones;
//! - the **judges** (`judge`, one a kind) recompute what can be recomputed and give a [`Verdict`];
//! - the **writer** (`write`) says the text anew, with its uncertainty.
//!
//! The reader goes by tables of words (`crates/figures/data/`) in three languages; it knows no text by heart. What it
//! cannot place it leaves alone: a figure that is not said to count anything is no claim.
//!
//! ## What the verdicts mean
//!
//! | verdict | meaning |
//! |---|---|
//! | `holds` | recomputed, or its base is implied by the text, and not chance (p < 0.05, exact conditional) |
//! | `noise` | recomputed or implied, and no more than chance; an order that is not established |
//! | `mixed` | denominators, periods or counters are unclear or mixed |
//! | `implausible` | contradicts published figures, the text's own figures, or arithmetic |
//! | `unknown` | nothing speaks for or against it |

mod concept;
mod facts;
mod fold;
mod group;
mod judge;
mod language;
mod lexer;
mod lexicon;
pub(crate) mod message;
mod named;
mod number;
mod read;
mod report;
mod undated;
mod write;

use saqta_text::Language;

use crate::knowledge::Knowledge;

pub use named::region_named;
pub use read::assertion::Kind;
pub use report::{Claim, Recomputed, RegionFigure, Report, Verdict};

/// Characters that are read; what comes after them is left as it is. A release has some thousands.
pub const MAX_CHARACTERS: usize = 200_000;

/// Claims that are judged; what a text claims after them is left as it is.
pub const MAX_CLAIMS: usize = 500;

/// Checks a press text against what is known.
///
/// `language` is what the notes and the corrected text are written in; without it, they are in the text's own. The text may be
/// in any of the three, whatever is asked for.
///
/// Any text is read; nothing is an error. Of a very long one, only the first [`MAX_CHARACTERS`] characters and
/// [`MAX_CLAIMS`] claims are looked at, in a time in proportion to their number.
#[must_use]
pub fn check(text: &str, language: Option<Language>, knowledge: &dyn Knowledge) -> Report {
    let end = text
        .char_indices()
        .nth(MAX_CHARACTERS)
        .map_or(text.len(), |(at, _)| at);
    let (read, unread) = text.split_at(end);
    let own = language::detect(read);
    let mut reading = read::read(read, own, MAX_CLAIMS);
    let assumed = undated::assume(&mut reading.assertions, knowledge);
    let narrowed = group::of(read, &reading, own);
    let unknown_nouns = group::unknown_nouns(read, &reading, own);
    let facts = facts::Facts::new(&reading.assertions, (&narrowed, &unknown_nouns), knowledge);
    let mut judgements = judge::all(&facts);
    if let Some(period) = assumed {
        judge::say_period(&mut judgements, period);
    }
    let writer = write::Writer {
        text: read,
        reading: &reading,
        narrowed: &narrowed,
        judgements: &judgements,
        assumed,
        language: language.unwrap_or(own),
        same_language: language.is_none_or(|language| language == own),
    };
    let mut report = writer.report();
    report.corrected.push_str(unread);
    report
}
