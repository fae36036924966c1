//! How injuries end where reporting is thought complete: how many others there are for each death.
//!
//! The cast: a [`Basis`] is the deaths and the other injuries of one section, or of all, with where they were published;
//! [`References`] finds the one for a section. What ships with the program is `data/ended_elsewhere.tsv`; series of
//! Eurostat that were taken in ([`Series::is_reference`]) come before it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use saqta_domain::activity::{Activity, Level};
use saqta_domain::period::Period;
use saqta_domain::series::{Series, Unit};
use saqta_statistics::expectation::{Outcomes, Reference};
use serde::Serialize;

use crate::knowledge::rows;
use crate::measure::Exposures;

const SHIPPED: &str = include_str!("../../data/ended_elsewhere.tsv");

static KNOWN: LazyLock<References> = LazyLock::new(|| References::read(SHIPPED));

/// What a ratio rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Basis {
    /// The section that it is of; none where the figures are of all sections together, since none of the section's own
    /// are known.
    pub section: Option<String>,
    /// Over which months.
    pub period: Period,
    /// Deaths there.
    pub fatal: u64,
    /// Other injuries there.
    pub non_fatal: u64,
    /// Where they were published; for series that were taken in, also which.
    pub source: String,
}

impl Basis {
    /// The reference of the statistics; none where one of the two kinds is missing or beyond what can be reckoned with.
    #[must_use]
    pub fn reference(&self) -> Option<Reference> {
        Reference::new(Outcomes::new(self.fatal, self.non_fatal).ok()?).ok()
    }
}

/// The bases that are known; `None` is all sections together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct References {
    of: BTreeMap<Option<Activity>, Basis>,
    faults: Vec<usize>,
}

impl References {
    /// What ships with the program.
    #[must_use]
    pub fn shipped() -> &'static Self {
        &KNOWN
    }

    /// What ships with the program, under what was taken in: of each section the latest period for which one counter gave
    /// the deaths and the other injuries.
    #[must_use]
    pub fn with(exposures: &Exposures) -> Self {
        let mut known = Self::shipped().clone();
        let mut taken_in = BTreeMap::new();
        let of_unit = |unit| {
            let all = exposures.series();
            all.filter(move |(_, series)| series.is_reference() && series.unit == unit)
        };
        for (version, fatal) in of_unit(Unit::Fatal) {
            for (other_version, non_fatal) in of_unit(Unit::NonFatal) {
                let source = format!(
                    "{}@{version}, {}@{other_version}: {}",
                    fatal.id, non_fatal.id, non_fatal.source
                );
                pair(&mut taken_in, fatal, non_fatal, &source);
            }
        }
        known.of.extend(taken_in);
        known
    }

    /// What to hold a section against: its own figures, else those of all sections.
    #[must_use]
    pub fn of(&self, section: &str) -> Option<&Basis> {
        let own = section
            .parse()
            .ok()
            .and_then(|section| self.of.get(&Some(section)));
        own.or_else(|| self.of.get(&None))
    }

    /// Lines of the shipped table that could not be read; empty in every program that passed its tests.
    #[must_use]
    pub fn faults(&self) -> &[usize] {
        &self.faults
    }

    fn read(table: &str) -> Self {
        let mut known = Self::default();
        for (line, row) in rows(table) {
            match basis(&row) {
                Some((section, basis)) => drop(known.of.insert(section, basis)),
                None => known.faults.push(line),
            }
        }
        known
    }
}

fn basis(row: &[&str]) -> Option<(Option<Activity>, Basis)> {
    let &[section, period, place, fatal, non_fatal, source] = row else {
        return None;
    };
    let section: Option<Activity> = match section {
        "*" => None,
        code => Some(code.parse().ok()?),
    };
    let basis = Basis {
        section: section.map(|section| section.to_string()),
        period: period.parse().ok()?,
        fatal: fatal.parse().ok()?,
        non_fatal: non_fatal.parse().ok()?,
        source: format!("{place}: {source}"),
    };
    basis.reference().map(|_| (section, basis))
}

/// What two series say together, of each section the latest period that both know.
fn pair(found: &mut BTreeMap<Option<Activity>, Basis>, fatal: &Series, non_fatal: &Series, source: &str) {
    for cell in fatal.cells.iter().filter(|cell| cell.region.is_none()) {
        let is_section = |activity: Activity| activity.level() == Level::Section;
        let other = non_fatal
            .cells
            .iter()
            .find(|other| (other.period, other.region, other.activity) == (cell.period, None, cell.activity));
        let Some(other) = other.filter(|_| cell.activity.is_none_or(is_section)) else {
            continue;
        };
        let basis = Basis {
            section: cell.activity.map(|section| section.to_string()),
            period: cell.period,
            fatal: cell.value,
            non_fatal: other.value,
            source: source.to_owned(),
        };
        let is_later = |known: &Basis| known.period < basis.period;
        if basis.reference().is_some() && found.get(&cell.activity).is_none_or(is_later) {
            found.insert(cell.activity, basis);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_that_ships_is_read_and_has_a_ratio() {
        assert_eq!(References::shipped().faults(), &[] as &[usize]);
        let ratio = |section| {
            References::shipped()
                .of(section)
                .unwrap()
                .reference()
                .unwrap()
                .ratio()
        };
        assert!((ratio("F") - 364_486.0 / 752.0).abs() < 1e-9, "{}", ratio("F"));
        assert!(
            (ratio("Q") - 905.0).abs() < 1e-9,
            "of all sections: {}",
            ratio("Q")
        );
        let of = |section| References::shipped().of(section).unwrap().section.as_deref();
        assert_eq!((of("F"), of("Q")), (Some("F"), None), "and it says which");
    }

    #[test]
    fn a_row_without_a_ratio_is_a_fault() {
        let heading = "section\tperiod\tplace\tfatal\tnon_fatal\tsource\n";
        let known = References::read(&format!("{heading}B\t2022\tEU-27\t0\t5\tsynthetic\nB\t2022\n"));
        assert_eq!((known.faults(), known.of("B")), (&[2, 3][..], None));
    }
}
