//! How a code table is written: groups of codes that mean the same, each group with where that was read.

use saqta_domain::alarm::AlarmKind;
use saqta_domain::signal::Meaning;

/// Where the meaning of a group of codes comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// Read in this published document. Which kind of alarm it becomes is Saqta's own choice.
    Published(&'static str),
    /// From general knowledge: not yet read in a published document.
    Unverified,
}

/// Codes that mean the same.
#[derive(Clone, Copy, Debug)]
pub struct Group<Codes: 'static> {
    /// What they mean when the panel reports them as new.
    pub meaning: Meaning,
    /// Where that was read.
    pub provenance: Provenance,
    /// The codes.
    pub codes: &'static [Codes],
}

pub(super) const fn alarm(kind: AlarmKind) -> Meaning {
    Meaning::Alarm(kind)
}

/// An alarm that its code itself calls silent. Duress and holdup are silent by their kind.
pub(super) const fn silent(kind: AlarmKind) -> Meaning {
    Meaning::SilentAlarm(kind)
}

pub(super) const fn restore(kind: AlarmKind) -> Meaning {
    Meaning::Restore(kind)
}
