//! By what injuries can be counted.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use saqta_domain::activity::{Activity, Level};
use saqta_domain::injury::{AgeBand, Cause, InjuryKind, InjuryOutcome, Reporters, Sex};
use saqta_domain::region::Region;

use crate::register::Columns;

/// By what injuries can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// Regions of today.
    Region,
    /// Regions as they were before June 2022, so that years are comparable.
    RegionBefore2022,
    /// Activities at a level; those known less deeply are unknown at it.
    Activity(Level),
    /// Cause.
    Cause,
    /// ESAW deviation.
    Deviation,
    /// ESAW contact.
    Contact,
    /// ESAW type of injury.
    InjuryType,
    /// ESAW part of the body.
    BodyPart,
    /// Kind of event.
    Kind,
    /// Outcome.
    Outcome,
    /// Declared site.
    Site,
    /// The employer's BIN.
    Employer,
    /// Sex.
    Sex,
    /// Age band.
    Age,
    /// Month.
    Month,
    /// Quarter.
    Quarter,
    /// Year.
    Year,
    /// Hour of the day.
    Hour,
    /// Day of the week, 1 Monday to 7 Sunday (ISO 8601).
    Weekday,
    /// Which reporters reported it.
    Reporters,
}

/// A text that names no dimension.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is nothing that can be counted by; known are {}", names())]
pub struct UnknownDimension {
    /// What was given.
    pub text: String,
}

/// One thing to count by was named twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is counted by twice")]
pub struct NamedTwice(pub Dimension);

/// Whether each thing to count by is named once.
///
/// # Errors
/// The first that is named again: a cell would have the same code twice.
pub fn distinct(by: &[Dimension]) -> Result<(), NamedTwice> {
    let again = (1..by.len()).find(|place| by[..*place].contains(&by[*place]));
    again.map_or(Ok(()), |place| Err(NamedTwice(by[place])))
}

const NAMES: [(&str, Dimension); 23] = [
    ("region", Dimension::Region),
    ("region-before-2022", Dimension::RegionBefore2022),
    ("section", Dimension::Activity(Level::Section)),
    ("division", Dimension::Activity(Level::Division)),
    ("group", Dimension::Activity(Level::Group)),
    ("class", Dimension::Activity(Level::Class)),
    ("cause", Dimension::Cause),
    ("deviation", Dimension::Deviation),
    ("contact", Dimension::Contact),
    ("injury-type", Dimension::InjuryType),
    ("body-part", Dimension::BodyPart),
    ("kind", Dimension::Kind),
    ("outcome", Dimension::Outcome),
    ("site", Dimension::Site),
    ("employer", Dimension::Employer),
    ("sex", Dimension::Sex),
    ("age", Dimension::Age),
    ("month", Dimension::Month),
    ("quarter", Dimension::Quarter),
    ("year", Dimension::Year),
    ("hour", Dimension::Hour),
    ("weekday", Dimension::Weekday),
    ("reporters", Dimension::Reporters),
];

fn names() -> String {
    NAMES.map(|(name, _)| name).join(", ")
}

impl FromStr for Dimension {
    type Err = UnknownDimension;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = NAMES.iter().find(|(name, _)| *name == text);
        found
            .map(|(_, dimension)| *dimension)
            .ok_or_else(|| UnknownDimension {
                text: text.to_owned(),
            })
    }
}

impl fmt::Display for Dimension {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = NAMES.iter().find(|(_, dimension)| dimension == self);
        f.write_str(name.map_or("", |(name, _)| name))
    }
}

/// Turns rows into codes of one dimension, and codes into names. Code 0 is "not known".
pub(super) struct Coder<'c> {
    column: Column<'c>,
    /// The code of each of the column's numbers; none where they are the codes themselves.
    table: Option<Vec<u32>>,
    names: Vec<String>,
}

enum Column<'c> {
    Bytes(&'c [u8]),
    Words(&'c [u16]),
    Longs(&'c [u32]),
    Days(&'c [i32]),
}

impl Coder<'_> {
    /// How many codes there are.
    pub(super) fn size(&self) -> usize {
        self.names.len() + 1
    }

    /// The code of a row.
    pub(super) fn code(&self, row: usize) -> usize {
        let number = match &self.column {
            Column::Bytes(column) => usize::from(column[row]),
            Column::Words(column) => usize::from(column[row]),
            Column::Longs(column) => column[row] as usize,
            // 1 January 1950 was a Sunday.
            Column::Days(column) => return usize::try_from((column[row] + 6).rem_euclid(7) + 1).unwrap_or(0),
        };
        match &self.table {
            Some(table) => table.get(number).map_or(0, |code| *code as usize),
            None => number,
        }
    }

    /// The name of a code; none for "not known".
    pub(super) fn name(&self, code: usize) -> Option<String> {
        self.names.get(code.checked_sub(1)?).cloned()
    }
}

impl Dimension {
    pub(super) fn coder(self, columns: &Columns) -> Coder<'_> {
        match self {
            Self::Region => words(&columns.region, Region::ALL.iter().map(|word| word.code())),
            Self::RegionBefore2022 => {
                let before = |region: &Region| region.before_2022().code().to_owned();
                let of = Region::ALL.iter().map(|region| Some(before(region)));
                regrouped(Column::Bytes(&columns.region), of)
            }
            Self::Activity(level) => {
                let at = |activity: &Activity| activity.at(level).map(String::from);
                regrouped(
                    Column::Longs(&columns.activity),
                    columns.activities.values().iter().map(at),
                )
            }
            Self::Cause => words(&columns.cause, Cause::ALL.iter().map(|word| word.code())),
            Self::Deviation => numbers(Column::Bytes(&columns.deviation), 100, |code| {
                format!("{code:02}")
            }),
            Self::Contact => numbers(Column::Bytes(&columns.contact), 100, |code| format!("{code:02}")),
            Self::InjuryType => numbers(Column::Words(&columns.injury_type), 1_001, |code| {
                format!("{:03}", code.saturating_sub(1))
            }),
            Self::BodyPart => numbers(Column::Bytes(&columns.body_part), 101, |code| {
                format!("{:02}", code.saturating_sub(1))
            }),
            Self::Kind => words(&columns.kind, InjuryKind::ALL.iter().map(|word| word.code())),
            Self::Outcome => words(
                &columns.outcome,
                InjuryOutcome::ALL.iter().map(|word| word.code()),
            ),
            Self::Site => named(
                &columns.site,
                columns.sites.values().iter().map(ToString::to_string),
            ),
            Self::Employer => named(
                &columns.employer,
                columns.bins.values().iter().map(ToString::to_string),
            ),
            Self::Sex => words(&columns.sex, Sex::ALL.iter().map(|word| word.code())),
            Self::Age => words(&columns.age, AgeBand::ALL.iter().map(|word| word.code())),
            Self::Month => months(columns, |year, month| format!("{year}-{month:02}")),
            Self::Quarter => months(columns, |year, month| format!("{year}-Q{}", (month - 1) / 3 + 1)),
            Self::Year => months(columns, |year, _| year.to_string()),
            Self::Hour => regrouped(
                Column::Bytes(&columns.hour),
                (1..24).map(|hour| Some(format!("{hour:02}"))),
            )
            .with_zero("00"),
            Self::Weekday => Coder {
                column: Column::Days(&columns.day),
                table: None,
                names: (1..=7).map(|day: u8| day.to_string()).collect(),
            },
            Self::Reporters => numbers(Column::Bytes(&columns.reporters), 7, |bits| {
                let bits = u8::try_from(bits).unwrap_or(0);
                Reporters::from_bits(bits).to_string()
            }),
        }
    }
}

impl<'c> Coder<'c> {
    /// Gives the column's number 0 a name: it is no "not known" here.
    fn with_zero(mut self, name: &str) -> Self {
        self.names.push(name.to_owned());
        let code = u32::try_from(self.names.len()).unwrap_or(0);
        if let Some(first) = self.table.as_mut().and_then(|table| table.first_mut()) {
            *first = code;
        }
        self
    }
}

fn words<'c>(column: &'c [u8], codes: impl Iterator<Item = &'static str>) -> Coder<'c> {
    Coder {
        column: Column::Bytes(column),
        table: None,
        names: codes.map(str::to_owned).collect(),
    }
}

fn named<'c>(column: &'c [u32], names: impl Iterator<Item = String>) -> Coder<'c> {
    Coder {
        column: Column::Longs(column),
        table: None,
        names: names.collect(),
    }
}

/// A column whose numbers 1 to `most` are codes.
fn numbers(column: Column<'_>, most: u16, name: impl Fn(u16) -> String) -> Coder<'_> {
    Coder {
        column,
        table: None,
        names: (1..=most).map(name).collect(),
    }
}

/// A column whose numbers, from 1, belong to groups; those without one are not known.
fn regrouped<'c>(column: Column<'c>, groups: impl Iterator<Item = Option<String>>) -> Coder<'c> {
    let mut codes: BTreeMap<String, u32> = BTreeMap::new();
    let mut names = Vec::new();
    let mut table = vec![0];
    for group in groups {
        let code = group.map_or(0, |group| {
            *codes.entry(group).or_insert_with_key(|group| {
                names.push(group.clone());
                u32::try_from(names.len()).unwrap_or(0)
            })
        });
        table.push(code);
    }
    Coder {
        column,
        table: Some(table),
        names,
    }
}

/// Groups of months, over the months that the register has.
fn months(columns: &Columns, name: impl Fn(u16, u16) -> String) -> Coder<'_> {
    let most = columns.month.iter().copied().max().unwrap_or(0);
    let first = columns.month.iter().copied().min().unwrap_or(0);
    let group = |month: u16| (month >= first).then(|| name(1900 + month / 12, month % 12 + 1));
    // Month 0 is January 1900, before the register's first day.
    regrouped(Column::Words(&columns.month), (1..=most).map(group))
}
