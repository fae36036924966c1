//! The bulletin: a release on paper.

use saqta_figures::measure::{Measure, Rate};
use saqta_figures::release::Release;
use saqta_text::{Catalogue, Language};

use crate::pdf::{self, Block, Bulletin, Interval, IntervalRow, Intervals, PdfError};
use crate::table::{Missing, Speech, Table, Texts, Workbook};

/// The columns that fit on paper.
const COLUMNS: [&str; 8] = [
    "period",
    "code",
    "injured",
    "injured_lower",
    "injured_upper",
    "fatal",
    "severe",
    "incidence",
];

/// Writes it in a language.
pub(super) fn write(
    release: &Release,
    workbook: &Workbook,
    catalogue: &Catalogue,
    language: Language,
) -> Result<Vec<u8>, PdfError> {
    let sentence = match language {
        Language::Kk => &release.sentence.kk,
        Language::Ru => &release.sentence.ru,
        Language::En => &release.sentence.en,
    };
    let tables = workbook
        .tables
        .iter()
        .map(|table| narrow(table, release, catalogue));
    let tables: Vec<Table> = tables.filter(|table| !table.rows.is_empty()).collect();
    let sources = workbook.sources.iter();
    let mut blocks = vec![
        Block::Paragraph(sentence.clone()),
        Block::Note(workbook.description.get(language).to_owned()),
    ];
    blocks.extend(sources.map(|source| Block::Note(source.get(language).to_owned())));
    blocks.extend(regions(release, catalogue, language).map(Block::Intervals));
    blocks.extend(tables.iter().map(Block::Table));
    let bulletin = Bulletin {
        id: format!("{} r{}", release.id, release.revision),
        language,
        title: workbook.title.get(language).to_owned(),
        publisher: workbook.publisher.get(language).to_owned(),
        notice: workbook
            .notice
            .as_ref()
            .map(|notice| notice.get(language).to_owned()),
        as_of: workbook.as_of,
        blocks,
    };
    pdf::write(&bulletin, catalogue)
}

/// A table with the columns that fit, under short names; the period in its title where it is the same in each row.
fn narrow(table: &Table, release: &Release, catalogue: &Catalogue) -> Table {
    let is_by = table.columns.iter().any(|column| column.name == "code");
    let fits = |place: &usize| {
        let name = table.columns[*place].name.as_str();
        COLUMNS.contains(&name) && !(is_by && name == "period")
    };
    let kept: Vec<usize> = (0..table.columns.len()).filter(fits).collect();
    let mut narrow = table.clone();
    narrow.columns = kept.iter().map(|place| table.columns[*place].clone()).collect();
    for column in &mut narrow.columns {
        let id = format!("release-short-{}", column.name.replace('_', "-"));
        if catalogue.has(Language::En, &id) {
            column.title = Texts::of(|language| catalogue.text(language, &id, &[]));
        }
    }
    let row = |row: &Vec<_>| kept.iter().map(|place| Clone::clone(&row[*place])).collect();
    narrow.rows = table.rows.iter().map(row).collect();
    if is_by {
        narrow.title = Texts::of(|language| {
            let period = Speech { catalogue, language }.period(release.period);
            format!("{}, {period}", table.title.get(language))
        });
    }
    narrow
}

/// The regions' rates with their intervals, the country's as a line.
fn regions(release: &Release, catalogue: &Catalogue, language: Language) -> Option<Intervals> {
    let table = release.tables.iter().find(|table| table.by == "region")?;
    let row = |row: &saqta_figures::release::PublishedRow| {
        let code = row.code.as_deref()?;
        Some(IntervalRow {
            label: catalogue.text(language, &format!("region-{code}"), &[]),
            figure: row
                .incidence
                .as_ref()
                .and_then(interval)
                .ok_or(Missing::Suppressed),
        })
    };
    let rows: Vec<IntervalRow> = table.rows.iter().filter_map(row).collect();
    let country = release.total.rates.iter();
    let country = country
        .into_iter()
        .find(|rate| rate.measure == Measure::Incidence);
    let is_any = rows.iter().any(|row| row.figure.is_ok());
    is_any.then(|| Intervals {
        title: catalogue.text(language, "release-column-incidence", &[]),
        alt: catalogue.text(language, "release-picture-regions", &[]),
        rows,
        reference: country.map(|rate| rate.value),
        decimals: 3,
    })
}

fn interval(rate: &Rate) -> Option<Interval> {
    let limits = rate.interval?;
    Some(Interval {
        value: rate.value,
        lower: limits.lower,
        upper: limits.upper,
    })
}
