//! From rows to a series: which are meant, what they count, and that all of them count the same.

use std::collections::{BTreeMap, BTreeSet};

use csv::ByteRecord;
use saqta_domain::activity::Activity;
use saqta_domain::region::Region;
use saqta_domain::series::{Series, SeriesCell, is_reference};

use crate::problem::Problem;
use crate::series::Rows;

use super::columns::Columns;
use super::figures::{code, period, whole};
use super::{Aggregates, Choice};

/// Codes of `unit` that mean single persons or hours, and those of thousands and millions of them.
const ONES: [&str; 5] = ["NR", "PER", "PS", "HW", "H"];
const THOUSANDS: [&str; 4] = ["THS", "THS_PER", "THS_HW", "THS_H"];
const MILLIONS: [&str; 3] = ["MIO", "MIO_PER", "MIO_HW"];

/// The rows on their way into a series.
pub(super) struct Taking<'c> {
    choice: &'c Choice,
    columns: &'c Columns,
    /// What parts the decimals.
    point: char,
    pub(super) found: Aggregates,
    /// The first value of each dimension that is not read otherwise.
    values: Vec<Option<String>>,
    known: BTreeSet<SeriesCell>,
}

impl<'c> Taking<'c> {
    pub(super) fn new(choice: &'c Choice, columns: &'c Columns, point: char) -> Self {
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
            point,
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

    pub(super) fn take(&mut self, rows: &mut Rows<'_>, record: &ByteRecord) {
        let columns = self.columns;
        // A row that takes figures back holds none.
        if let Some(place) = columns.action.filter(|place| rows.text(record, *place) == "D") {
            self.skip::<()>(place, "D");
            return;
        }
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
        let value = exponent.and_then(|exponent| whole(figure, self.point, exponent));
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

    /// The region and the activity of a row; none where it is of neither Kazakhstan nor an activity with a code. The
    /// rows of a reference are of another place, which was chosen by name and is its whole.
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
                _ if !is_own && self.is_chosen_reference(place) => {}
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

    /// Whether the file is to be a reference, and one place was chosen of it: of several no series can be made.
    fn is_chosen_reference(&self, geo: usize) -> bool {
        let name = self.columns.all.iter().find(|(known, _)| *known == geo);
        let is_chosen = name.is_some_and(|(_, name)| self.choice.only.contains_key(name));
        is_chosen && is_reference(&self.choice.counter, self.choice.unit)
    }

    fn skip<T>(&mut self, place: usize, code: &str) -> Option<T> {
        let name = self.columns.all.iter().find(|(known, _)| *known == place);
        let name = name.map_or_else(|| "action".to_owned(), |(_, name)| name.clone());
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
