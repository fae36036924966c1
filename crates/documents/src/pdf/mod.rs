//! Bulletins: short documents of text, tables and intervals, as PDF.
//!
//! The cast: a [`Bulletin`] is a list of [`Block`]s in one language; `layout` breaks it into pages of marks; `draw` makes
//! the file of them. The file is PDF/A-2a and PDF/UA-1: it can be kept for decades and read aloud. Its fonts are inside,
//! its dates and ids are those that are passed in: the same bulletin, the same bytes.

mod chart;
mod draw;
mod font;
mod layout;
mod table;

use jiff::civil::Date;
use saqta_text::{Catalogue, Language};

use crate::table::{Missing, Speech, Table, TableError};

/// A document in one language.
#[derive(Clone, Debug)]
pub struct Bulletin<'b> {
    /// Its id, stable for ever; stands at the foot of each page.
    pub id: String,
    /// Its language.
    pub language: Language,
    /// What it is.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// What must be said before anything else, and at the head of each page: that the figures are invented.
    pub notice: Option<String>,
    /// The day up to which its figures go.
    pub as_of: Date,
    /// What it says.
    pub blocks: Vec<Block<'b>>,
}

/// A part of a bulletin.
#[derive(Clone, Debug)]
pub enum Block<'b> {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// A remark, in smaller type.
    Note(String),
    /// A table with its title and its notes.
    Table(&'b Table),
    /// Figures with their intervals.
    Intervals(Intervals),
}

/// Figures with their intervals, one below the other on one scale from zero.
#[derive(Clone, Debug)]
pub struct Intervals {
    /// What is shown; stands above.
    pub title: String,
    /// What the picture shows, for whoever cannot see it.
    pub alt: String,
    /// The figures.
    pub rows: Vec<IntervalRow>,
    /// A line through all rows, as the figure of the country.
    pub reference: Option<f64>,
    /// How many digits after the point are shown.
    pub decimals: u8,
}

/// A figure with its interval.
#[derive(Clone, Debug)]
pub struct IntervalRow {
    /// Whose it is.
    pub label: String,
    /// The figure with its limits, or why there is none. Finite, none below zero.
    pub figure: Result<Interval, Missing>,
}

/// A figure and its limits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The figure.
    pub value: f64,
    /// The lower limit.
    pub lower: f64,
    /// The upper limit.
    pub upper: f64,
}

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// A table cannot be published.
    #[error(transparent)]
    Table(#[from] TableError),
    /// A figure is not finite, negative, or outside of its limits.
    #[error("`{0}` has no interval that can be drawn")]
    Interval(String),
    /// The embedded fonts cannot be read.
    #[error("the embedded fonts cannot be read")]
    Font,
    /// The file would break the standards that it promises.
    #[error("the file cannot be made: {0}")]
    File(String),
}

/// Makes the file.
///
/// # Errors
/// [`PdfError`] where something in the bulletin cannot be shown.
pub fn write(bulletin: &Bulletin<'_>, catalogue: &Catalogue) -> Result<Vec<u8>, PdfError> {
    let fonts = font::Fonts::embedded().ok_or(PdfError::Font)?;
    let language = bulletin.language;
    let speech = Speech { catalogue, language };
    let mut layout = layout::Layout::new(&fonts, speech);
    layout.title(&bulletin.title);
    layout.note(&format!(
        "{} · {}",
        bulletin.publisher,
        speech.day(bulletin.as_of)
    ));
    if let Some(notice) = &bulletin.notice {
        layout.warning(notice);
    }
    for block in &bulletin.blocks {
        match block {
            Block::Heading(text) => layout.heading(text),
            Block::Paragraph(text) => layout.paragraph(text),
            Block::Note(text) => layout.note(text),
            Block::Table(table) => {
                table.check()?;
                layout.table(table);
            }
            Block::Intervals(intervals) => {
                check(intervals)?;
                layout.intervals(intervals);
            }
        }
    }
    let sheets = layout.finish(
        bulletin.notice.as_deref(),
        &format!("{} · {}", bulletin.publisher, bulletin.id),
    );
    draw::file(&sheets, &fonts, bulletin)
}

fn check(intervals: &Intervals) -> Result<(), PdfError> {
    for row in &intervals.rows {
        let Ok(Interval { value, lower, upper }) = row.figure else {
            continue;
        };
        // A figure that is no number is in no order, and so outside of its limits.
        if !(0.0 <= lower && lower <= value && value <= upper && upper.is_finite()) {
            return Err(PdfError::Interval(row.label.clone()));
        }
    }
    match intervals.reference {
        Some(reference) if !reference.is_finite() || reference < 0.0 => {
            Err(PdfError::Interval(intervals.title.clone()))
        }
        _ => Ok(()),
    }
}
