//! From the cells of one row to a report.

use csv::ByteRecord;
use jiff::civil::Date;
use saqta_domain::command::InjuryReport;
use saqta_domain::injury::Details;
use saqta_domain::private::Injured;

use crate::problem::{Problem, RowError, shortened};

use super::field::Field;
use super::heading::Heading;
use super::mapping::Mapping;
use super::value;

/// How many characters a case number may have.
const NUMBER: usize = 100;
/// How many characters a name or an occupation may have.
const NAME: usize = 200;
/// How many characters somebody's account of what happened may have.
const ACCOUNT: usize = 10_000;

/// One row of a file, read or refused.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Where it begins: the line of a text file, the row of a sheet as the spreadsheet program shows it. From 1.
    pub line: u64,
    /// What it says, or everything that is wrong with it.
    pub result: Result<InjuryReport, Vec<RowError>>,
}

/// The cells of one row while they are read.
struct Cells<'r> {
    record: &'r ByteRecord,
    /// The whole row when all of it is UTF-8: checked once, not cell by cell.
    text: Option<&'r str>,
    line: u64,
    heading: &'r Heading,
    mapping: &'r Mapping,
    errors: Vec<RowError>,
}

/// Reads a row. `today` is the latest day on which it can have happened. None where the row is no injury: above the first,
/// a sum of others, or with every cell empty, as spreadsheets leave such rows behind.
pub(super) fn read(
    record: &ByteRecord,
    line: u64,
    heading: &Heading,
    mapping: &Mapping,
    today: Date,
) -> Option<Row> {
    let begins = record.iter().find(|cell| !cell.trim_ascii().is_empty())?;
    if line < mapping.first_row().into() || mapping.is_total(&String::from_utf8_lossy(begins)) {
        return None;
    }
    let mut cells = Cells {
        record,
        text: std::str::from_utf8(record.as_slice()).ok(),
        line,
        heading,
        mapping,
        errors: Vec::new(),
    };
    cells.check_width();
    let report = if cells.errors.is_empty() {
        cells.report(today)
    } else {
        None
    };
    let result = match report {
        Some(report) if cells.errors.is_empty() => Ok(report),
        _ => Err(cells.errors),
    };
    Some(Row { line, result })
}

impl<'r> Cells<'r> {
    fn report(&mut self, today: Date) -> Option<InjuryReport> {
        let formats = self.mapping.formats();
        let reporter = self.need(Field::Source, value::reporter);
        let date = self.need(Field::Date, |text| value::date(text, formats));
        let kind = self.need(Field::Kind, value::kind);
        let outcome = self.need(Field::Outcome, value::outcome);
        let number = self.words(Field::Number, NUMBER);
        let shared_number = self.words(Field::Injury, NUMBER);
        let injured = self.injured(date);
        let details = Details {
            site: self.read(Field::Site, value::site),
            region: self.read(Field::Region, value::region),
            employer: self.read(Field::Employer, value::bin),
            host: self.read(Field::Host, value::bin),
            activity: self.read(Field::Activity, value::activity),
            hour: self.read(Field::Hour, |text| value::hour(text, formats)),
            reported: self.read(Field::Reported, |text| value::date(text, formats)),
            severe: self.read(Field::Severe, value::yes_or_no).unwrap_or(false),
            days_lost: self.read(Field::DaysLost, value::days),
            days_restricted: self.read(Field::DaysRestricted, value::days),
            cause: self.read(Field::Cause, value::cause),
            deviation: self.read(Field::Deviation, value::deviation),
            contact: self.read(Field::Contact, value::contact),
            injury_type: self.read(Field::InjuryType, value::injury_type),
            body_part: self.read(Field::BodyPart, value::body_part),
            sex: self.read(Field::Sex, value::sex),
            age: self.read(Field::Age, value::age),
            reporter: reporter?,
            date: date?,
            kind: kind?,
            outcome: outcome?,
        };
        if self.errors.is_empty()
            && let Err(fault) = details.check(today)
        {
            let field = Field::from_name(fault.field).unwrap_or(Field::Date);
            self.fail(field, Problem::Impossible(fault.problem));
        }
        Some(InjuryReport {
            details,
            number,
            shared_number,
            alarm: None,
            injured,
            request: None,
        })
    }

    fn injured(&mut self, date: Option<Date>) -> Option<Injured> {
        let formats = self.mapping.formats();
        let injured = Injured {
            name: self.words(Field::Name, NAME),
            iin: self.read(Field::Iin, value::iin),
            born: self.read(Field::Born, |text| value::date(text, formats)),
            occupation: self.words(Field::Occupation, NAME),
            circumstances: self.words(Field::Circumstances, ACCOUNT),
        };
        if let (Some(born), Some(date)) = (injured.born, date)
            && born > date
        {
            self.fail(Field::Born, Problem::BornLater);
        }
        Some(injured).filter(|injured| !injured.is_empty())
    }

    /// A value that no row does without.
    fn need<T>(&mut self, field: Field, parse: impl FnOnce(&str) -> Result<T, Problem>) -> Option<T> {
        let before = self.errors.len();
        let value = self.read(field, parse);
        if value.is_none() && self.errors.len() == before {
            self.fail(field, Problem::Missing);
        }
        value
    }

    fn read<T>(&mut self, field: Field, parse: impl FnOnce(&str) -> Result<T, Problem>) -> Option<T> {
        let text = self.text(field)?;
        let text = self.mapping.word(field, text).unwrap_or(text);
        match parse(text) {
            Ok(value) => Some(value),
            Err(problem) => {
                self.fail(field, problem);
                None
            }
        }
    }

    /// Words of somebody's own, at most so many characters.
    fn words(&mut self, field: Field, most: usize) -> Option<String> {
        let text = self.text(field)?;
        // Bytes are no fewer than characters: most texts need no counting.
        if text.len() > most && text.chars().count() > most {
            let most = u32::try_from(most).unwrap_or(u32::MAX);
            self.fail(field, Problem::TooLong { most });
            return None;
        }
        Some(text.to_owned())
    }

    /// What stands in a field's cell without outer blanks, or what the mapping says stands in every row.
    fn text(&mut self, field: Field) -> Option<&'r str> {
        let own = match self.heading.place(field) {
            None => "",
            Some(place) => match self.cell(place) {
                Some(text) => text.trim(),
                None => {
                    self.fail(field, Problem::NotUtf8);
                    return None;
                }
            },
        };
        if own.is_empty() {
            self.mapping.fixed(field)
        } else {
            Some(own)
        }
    }

    /// A cell; none where it is no UTF-8.
    fn cell(&self, place: usize) -> Option<&'r str> {
        match self.text {
            Some(text) => text.get(self.record.range(place)?),
            None => std::str::from_utf8(self.record.get(place)?).ok(),
        }
    }

    fn check_width(&mut self) {
        let (expected, found) = (self.heading.width(), self.record.len());
        let beyond = self.record.iter().skip(expected);
        let says_more = beyond.into_iter().any(|cell| !cell.trim_ascii().is_empty());
        if found < expected || says_more {
            let count = |count| u32::try_from(count).unwrap_or(u32::MAX);
            self.errors.push(RowError::whole_row(Problem::CellCount {
                expected: count(expected),
                found: count(found),
            }));
        }
    }

    fn fail(&mut self, field: Field, problem: Problem) {
        let place = self.heading.place(field);
        let value = place.and_then(|place| self.record.get(place)).unwrap_or_default();
        let value = match String::from_utf8_lossy(value).trim() {
            text if field.is_sealed() && !text.is_empty() => "…".to_owned(),
            text => shortened(text),
        };
        // What is wrong with a cell is said once, though several fields may be read from it.
        let header = shortened(self.heading.header(field));
        if self.errors.iter().any(|error| error.column == header) {
            return;
        }
        self.errors.push(RowError {
            column: header,
            cell: self.heading.cell(field, self.line),
            value,
            problem,
        });
    }
}
