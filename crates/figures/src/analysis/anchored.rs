//! Deaths without injuries: a death is hard to hide, so that the deaths of a section say how many other injuries to expect.

use saqta_domain::activity::Level as ActivityLevel;
use saqta_statistics::expectation::{Outcomes, anchored_in_fatal};
use saqta_statistics::{Level, multiple};
use serde::Serialize;

use super::reference::{Basis, References};
use super::unreported::FALSE_DISCOVERIES;
use crate::cross::{Dimension, Filter, Question, count};
use crate::register::Register;

/// What the deaths of an activity lead one to expect of its other injuries.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Anchored {
    /// The section.
    pub section: String,
    /// Deaths.
    pub fatal: u64,
    /// Other injuries reported.
    pub non_fatal: u64,
    /// Other injuries that the deaths lead one to expect.
    pub expected: f64,
    /// The fewest that would not surprise: chance in the deaths, in the other injuries and in the reference is allowed for.
    pub lower: u64,
    /// The most.
    pub upper: u64,
    /// The probability of so few, or fewer.
    pub p: f64,
    /// The same, adjusted for having looked at all sections.
    pub p_adjusted: f64,
    /// Whether it is named, at a false-discovery rate of 5 %.
    pub stands_out: bool,
    /// Other injuries for each death in the reference.
    pub ratio: f64,
    /// What the ratio rests on: the section's own figures, or those of all sections where none of its own are known.
    pub reference: Basis,
}

/// Sets each section's injuries against its deaths, by the ratio of its own reference. A section without any reference is
/// left out.
#[must_use]
pub fn anchored(
    register: &Register,
    filter: &Filter,
    references: &References,
    level: Level,
) -> Vec<Anchored> {
    let question = Question {
        filter: filter.clone(),
        by: vec![Dimension::Activity(ActivityLevel::Section)],
    };
    let mut found: Vec<Anchored> = count(register, &question)
        .into_iter()
        .filter_map(|cell| {
            let section = cell.key.first()?.clone()?;
            let (fatal, non_fatal) = (cell.tally.fatal, cell.tally.non_fatal());
            let basis = references.of(&section)?;
            let reference = basis.reference()?;
            let anchor = anchored_in_fatal(Outcomes::new(fatal, non_fatal).ok()?, reference, level);
            Some(Anchored {
                section,
                fatal,
                non_fatal,
                expected: anchor.expected,
                lower: *anchor.plausible.start(),
                upper: *anchor.plausible.end(),
                p: anchor.p_so_few,
                p_adjusted: 1.0,
                stands_out: false,
                ratio: reference.ratio(),
                reference: basis.clone(),
            })
        })
        .collect();
    let p_values: Vec<f64> = found.iter().map(|each| each.p).collect();
    let adjusted = multiple::benjamini_hochberg(&p_values).unwrap_or_default();
    for (each, p_adjusted) in found.iter_mut().zip(adjusted) {
        each.p_adjusted = p_adjusted;
        each.stands_out = p_adjusted <= FALSE_DISCOVERIES;
    }
    found
}
