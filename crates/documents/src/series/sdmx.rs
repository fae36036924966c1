//! Aggregates in SDMX-CSV 2.0, as Eurostat writes them.
//!
//! Source: SDMX-CSV field guide 2.0.0, section "Structure of the message", and Eurostat's data sets of accidents at work
//! and of employment: columns `STRUCTURE, STRUCTURE_ID, freq, unit, nace_r2, geo, …, TIME_PERIOD, OBS_VALUE, OBS_FLAG`.
//! Columns of SDMX-CSV 1.0 (`DATAFLOW`) and headers with labels (`geo: Geopolitical entity`) are read too.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use csv::ByteRecord;
use jiff::civil::Date;
use saqta_domain::activity::Activity;
use saqta_domain::ids::SeriesId;
use saqta_domain::period::Period;
use saqta_domain::region::Region;
use saqta_domain::series::{Series, SeriesCell, Unit};

use crate::lines::Lines;
use crate::problem::{ColumnProblem, OpenError, Problem};

use super::{Refused, Rows};

/// Columns that say what the file is, not what a row counts.
const ENVELOPE: [&str; 8] = [
    "structure",
    "structure_id",
    "structure_name",
    "action",
    "dataflow",
    "last update",
    "unit_mult",
    "decimals",
];
/// Codes of `unit` that mean single persons or hours, and those of thousands and millions of them.
const ONES: [&str; 5] = ["NR", "PER", "PS", "HW", "H"];
const THOUSANDS: [&str; 4] = ["THS", "THS_PER", "THS_HW", "THS_H"];
const MILLIONS: [&str; 3] = ["MIO", "MIO_PER", "MIO_HW"];
/// Errors listed before reading gives up.
const MOST_ERRORS: usize = 1000;

/// Which rows make which series: what the file itself does not say.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The id of the series.
    pub id: SeriesId,
    /// Who counts.
    pub counter: String,
    /// What is counted.
    pub unit: Unit,
    /// Where it was published.
    pub source: String,
    /// When it was published.
    pub published: Option<Date>,
    /// For dimensions with several values, the one that is meant: `sex` → `T`. Names in lower case.
    pub only: BTreeMap<String, String>,
}

/// A series, and what of the file is not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aggregates {
    /// The series.
    pub series: Series,
    /// Rows of other places and of groups of activities that have no code of their own, by dimension and code.
    pub skipped: BTreeMap<(String, String), u64>,
    /// Rows that were not chosen.
    pub not_chosen: u64,
    /// Rows that say that there is no figure.
    pub missing: u64,
    /// Flags of the figures that were taken (`b` break, `p` provisional, `e` estimated …), and how often.
    pub flags: BTreeMap<String, u64>,
}

/// Reads the rows that were chosen.
///
/// # Errors
/// [`Refused`]: the file cannot be read, a dimension has several values and none was chosen, or rows are wrong; then none
/// is taken.
pub fn read(read: impl Read, choice: &Choice) -> Result<Aggregates, Refused> {
    let (mut lines, header) = Lines::open(read, 1, false)?;
    let columns = Columns::of(&header)?;
    let mut rows = Rows {
        header: &header,
        line: 0,
        errors: Vec::new(),
    };
    let mut taking = Taking::new(choice, &columns);
    while let Some(line) = lines.next() {
        match line {
            Ok(line) if line.record.iter().all(|cell| cell.trim_ascii().is_empty()) => {}
            Ok(line) => {
                rows.line = line.line;
                taking.take(&mut rows, line.record);
            }
            Err(broken) => {
                rows.line = broken.line;
                rows.fail_whole(broken.problem);
            }
        }
        if rows.errors.len() >= MOST_ERRORS {
            break;
        }
    }
    let mut found = taking.found;
    if !rows.errors.is_empty() {
        return Err(Refused::Rows(rows.errors));
    }
    found.series.cells.sort_unstable();
    Ok(found)
}

/// `2025`, `2025-A1`, `2025-S1`, `2025-H1`, `2025-Q1`, `2025-03`, `2025-M03`, `2025-01-01/P9M`.
pub(super) fn period(text: &str) -> Option<Period> {
    match text.split_once('-') {
        // `2025-01-01/P9M`: months that are no quarter or half.
        Some((year, rest)) if rest.contains('/') => {
            let (first, months) = rest.split_once("-01/P")?;
            let (first, months): (u8, u8) = (first.parse().ok()?, months.strip_suffix('M')?.parse().ok()?);
            Period::months(
                year.parse().ok()?,
                first,
                first.checked_add(months)?.checked_sub(1)?,
            )
        }
        Some((year, "A1")) => Period::year_of(year.parse().ok()?),
        Some((year, rest)) if rest.starts_with('S') => format!("{year}-H{}", rest.get(1..)?).parse().ok(),
        Some((year, rest)) if rest.starts_with('M') => format!("{year}-{}", rest.get(1..)?).parse().ok(),
        _ => text.parse().ok(),
    }
}

/// A decimal number times ten to the power of `exponent`, if that is a whole number: no rounding.
pub(super) fn whole(text: &str, exponent: usize) -> Option<u64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let fraction = fraction.trim_end_matches('0');
    let is_plain = !whole.is_empty()
        && [whole, fraction]
            .iter()
            .all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    if !is_plain || fraction.len() > exponent {
        return None;
    }
    format!("{whole}{fraction:0<exponent$}").parse().ok()
}

/// Where the columns are.
struct Columns {
    period: usize,
    value: usize,
    flag: Option<usize>,
    multiplier: Option<usize>,
    unit: Option<usize>,
    geo: Option<usize>,
    activity: Option<usize>,
    /// Dimensions with their names, without those above and the frequency, which the period says.
    others: Vec<(usize, String)>,
    /// All dimensions: what is chosen by.
    all: Vec<(usize, String)>,
}

impl Columns {
    fn of(header: &[String]) -> Result<Self, OpenError> {
        // `geo: Geopolitical entity` with labels.
        let names: Vec<String> = header
            .iter()
            .map(|name| name.split(':').next().unwrap_or_default().trim().to_lowercase())
            .collect();
        let place = |wanted: &[&str]| names.iter().position(|name| wanted.contains(&name.as_str()));
        let need = |name: &'static str| {
            let place = names.iter().position(|known| known.eq_ignore_ascii_case(name));
            place.ok_or(ColumnProblem::Missing(name))
        };
        let (period, value) = match (need("TIME_PERIOD"), need("OBS_VALUE")) {
            (Ok(period), Ok(value)) => (period, value),
            (period, value) => {
                let missing = [period.err(), value.err()].into_iter().flatten().collect();
                return Err(OpenError::Columns(missing));
            }
        };
        let flag = place(&["obs_flag", "obs_status"]);
        // What stands behind the value describes it, and divides nothing.
        let all: Vec<(usize, String)> = names
            .iter()
            .cloned()
            .enumerate()
            .take(value)
            .filter(|(place, name)| {
                let is_dimension = !name.is_empty() && !ENVELOPE.contains(&name.as_str());
                is_dimension && *place != period && Some(*place) != flag
            })
            .collect();
        let (unit, geo) = (place(&["unit"]), place(&["geo", "ref_area"]));
        let activity = place(&["nace_r2", "activity"]);
        let named = [unit, geo, activity, place(&["freq"])];
        let others = all.iter().filter(|(place, _)| !named.contains(&Some(*place)));
        Ok(Self {
            period,
            value,
            flag,
            multiplier: place(&["unit_mult"]),
            unit,
            geo,
            activity,
            others: others.cloned().collect(),
            all,
        })
    }
}

/// The rows on their way into a series.
struct Taking<'c> {
    choice: &'c Choice,
    columns: &'c Columns,
    found: Aggregates,
    /// The first value of each dimension that is not read otherwise.
    values: Vec<Option<String>>,
    known: BTreeSet<SeriesCell>,
}

impl<'c> Taking<'c> {
    fn new(choice: &'c Choice, columns: &'c Columns) -> Self {
        let series = Series {
            id: choice.id.clone(),
            counter: choice.counter.clone(),
            unit: choice.unit,
            source: choice.source.clone(),
            published: choice.published,
            cells: Vec::new(),
        };
        Self {
            choice,
            columns,
            found: Aggregates {
                series,
                skipped: BTreeMap::new(),
                not_chosen: 0,
                missing: 0,
                flags: BTreeMap::new(),
            },
            values: vec![None; columns.others.len() + 1],
            known: BTreeSet::new(),
        }
    }

    fn take(&mut self, rows: &mut Rows<'_>, record: &ByteRecord) {
        let columns = self.columns;
        for (place, name) in &columns.all {
            let Some(wanted) = self.choice.only.get(name) else {
                continue;
            };
            if !code(rows.text(record, *place)).eq_ignore_ascii_case(wanted) {
                self.found.not_chosen += 1;
                return;
            }
        }
        let Some((region, activity)) = self.place(rows, record) else {
            return;
        };
        if !self.is_one_thing(rows, record) {
            return;
        }
        let text = rows.text(record, columns.value);
        // `183.8 b`: some tools leave the flag behind the value.
        let mut parts = text.split_whitespace();
        let (figure, flag_behind) = (parts.next().unwrap_or_default(), parts.next());
        if figure.is_empty() || figure == ":" || figure.eq_ignore_ascii_case("nan") {
            self.found.missing += 1;
            return;
        }
        let exponent = self.exponent(rows, record);
        let period = rows.read(record, Some(columns.period), |text| {
            period(code(text)).ok_or(Problem::NotAPeriod)
        });
        let value = exponent.and_then(|exponent| whole(figure, exponent));
        if value.is_none() && exponent.is_some() {
            rows.fail(columns.value, text, Problem::NotACount);
        }
        let (Some(period), Some(value)) = (period, value) else {
            return;
        };
        let cell = SeriesCell {
            period,
            region,
            activity,
            value: 0,
        };
        if !self.known.insert(cell) {
            let text = rows.text(record, columns.period);
            rows.fail(columns.period, text, Problem::SeriesTwice);
            return;
        }
        self.found.series.cells.push(SeriesCell { value, ..cell });
        let flag = columns.flag.map_or("", |place| code(rows.text(record, place)));
        for flag in [Some(flag), flag_behind]
            .into_iter()
            .flatten()
            .filter(|flag| !flag.is_empty())
        {
            *self.found.flags.entry(flag.to_owned()).or_default() += 1;
        }
    }

    /// The region and the activity of a row; none where it is of neither Kazakhstan nor an activity with a code.
    fn place(
        &mut self,
        rows: &mut Rows<'_>,
        record: &ByteRecord,
    ) -> Option<(Option<Region>, Option<Activity>)> {
        let mut region = None;
        if let Some(place) = self.columns.geo {
            let text = code(rows.text(record, place));
            let own = text
                .strip_prefix("KZ")
                .map(|rest| rest.strip_prefix('-').unwrap_or(rest));
            let is_own = own.is_some() || (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit()));
            match own.unwrap_or(text) {
                "" if is_own => {}
                digits if is_own => match Region::from_code(digits) {
                    Some(known) => region = Some(known),
                    None => {
                        rows.fail(place, text, Problem::NotARegion);
                        return None;
                    }
                },
                _ => return self.skip(place, text),
            }
        }
        let mut activity = None;
        if let Some(place) = self.columns.activity {
            let text = code(rows.text(record, place));
            if !matches!(text, "TOTAL" | "_T" | "") {
                // `Q86` is division 86 with its section in front.
                let digits = text
                    .get(1..)
                    .filter(|rest| !rest.is_empty() && text.starts_with(|c: char| c.is_ascii_uppercase()));
                match digits.unwrap_or(text).parse() {
                    Ok(known) => activity = Some(known),
                    Err(_) => return self.skip(place, text),
                }
            }
        }
        Some((region, activity))
    }

    fn skip<T>(&mut self, place: usize, code: &str) -> Option<T> {
        let name = self.columns.all.iter().find(|(known, _)| *known == place);
        let name = name.map_or_else(String::new, |(_, name)| name.clone());
        *self.found.skipped.entry((name, code.to_owned())).or_default() += 1;
        None
    }

    /// Whether a row counts the same thing as those before.
    fn is_one_thing(&mut self, rows: &mut Rows<'_>, record: &ByteRecord) -> bool {
        let unit = self.columns.unit.into_iter();
        let places: Vec<usize> = self
            .columns
            .others
            .iter()
            .map(|(place, _)| *place)
            .chain(unit)
            .collect();
        for (first, place) in self.values.iter_mut().zip(places) {
            let text = code(rows.text(record, place));
            let first = first.get_or_insert_with(|| text.to_owned());
            if first != text {
                // Said once for the whole file: every further row would repeat it.
                let column = rows.header.get(place);
                let is_said = rows
                    .errors
                    .iter()
                    .any(|(_, e)| e.problem == Problem::NoChoice && Some(&e.column) == column);
                if !is_said {
                    rows.fail(place, text, Problem::NoChoice);
                }
                return false;
            }
        }
        true
    }

    /// The power of ten of the figure's unit.
    fn exponent(&self, rows: &mut Rows<'_>, record: &ByteRecord) -> Option<usize> {
        let unit = match self
            .columns
            .unit
            .map(|place| (place, code(rows.text(record, place))))
        {
            None => 0,
            Some((_, unit)) if ONES.contains(&unit) => 0,
            Some((_, unit)) if THOUSANDS.contains(&unit) => 3,
            Some((_, unit)) if MILLIONS.contains(&unit) => 6,
            Some((place, unit)) => {
                // A rate or a share would pass for a count.
                let known = [&ONES[..], &THOUSANDS, &MILLIONS].concat().join(", ");
                rows.fail(place, unit, Problem::UnknownWord { nearest: None, known });
                return None;
            }
        };
        let multiplier = self
            .columns
            .multiplier
            .map_or("", |place| code(rows.text(record, place)));
        let power: usize = match (multiplier, self.columns.multiplier) {
            ("", _) | (_, None) => 0,
            (text, Some(place)) => match text.parse() {
                Ok(power) if power <= 9 => power,
                _ => {
                    rows.fail(place, text, Problem::NotACount);
                    return None;
                }
            },
        };
        Some(unit + power)
    }
}

/// `A: Annual` with labels is the code `A`; a lone `:` stays what it is.
fn code(text: &str) -> &str {
    match text.split_once(':') {
        Some((code, _)) if !code.is_empty() => code.trim(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_of_sdmx_are_read() {
        for (text, expected) in [
            ("2025", Some("2025")),
            ("2025-A1", Some("2025")),
            ("2025-S2", Some("2025-H2")),
            ("2025-H1", Some("2025-H1")),
            ("2025-Q1", Some("2025-Q1")),
            ("2025-03", Some("2025-03")),
            ("2025-M03", Some("2025-03")),
            ("2025-01-01/P9M", Some("2025-01..09")),
            ("2025-05-01/P9M", None),
            ("2025-05-01/P0M", None),
            ("2025-W07", None),
            ("2025-S3", None),
            ("2025-", None),
        ] {
            let read = period(text).map(|period| period.to_string());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn figures_are_scaled_without_rounding() {
        for (text, exponent, expected) in [
            ("183.846", 3, Some(183_846)),
            ("183.8460", 3, Some(183_846)),
            ("293", 0, Some(293)),
            ("293.0", 0, Some(293)),
            ("7", 6, Some(7_000_000)),
            ("0.04", 0, None),
            ("183.8465", 3, None),
            ("-3", 0, None),
            (".5", 1, None),
            ("1e3", 0, None),
            ("99999999999999999999", 0, None),
        ] {
            assert_eq!(whole(text, exponent), expected, "{text} × 10^{exponent}");
        }
    }
}
