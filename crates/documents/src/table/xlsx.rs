//! Workbooks for people: one sheet a table, in one language, with numbers as numbers.

use jiff::civil::Date;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook as Book, Worksheet, XlsxError,
};
use saqta_text::{Catalogue, Language};

use super::model::{Column, Datatype, Role, Table, TableError, Texts, Value, Workbook, plain};
use super::shown::Speech;

/// Rows above the header: the title, and one for the notice, empty where there is none.
const NOTICE: u32 = 1;
const HEADER: u32 = 2;
/// Widths of columns, in characters.
const NARROWEST: usize = 9;
const WIDEST: usize = 48;
/// How wide the sheet about the workbook is, in characters.
const ABOUT: f64 = 100.0;
/// Excel takes no longer name of a sheet, in UTF-16 units.
const SHEET_NAME: usize = 31;

/// Writes a workbook in a language. A column of codes that have words stands twice, in words and as it is. The file's time
/// is the day of the figures: the same workbook, the same bytes.
///
/// # Errors
/// [`TableError`] where a table cannot be published, or is too large for a sheet.
pub fn write(workbook: &Workbook, catalogue: &Catalogue, language: Language) -> Result<Vec<u8>, TableError> {
    workbook.check()?;
    let sheets = Sheets {
        speech: Speech { catalogue, language },
        styles: Styles::new(language),
    };
    sheets
        .write(workbook)
        .map_err(|error| TableError::Spreadsheet(error.to_string()))
}

/// How cells look.
struct Styles {
    title: Format,
    notice: Format,
    header: Format,
    text: Format,
    key: Format,
    missing: Format,
    date: Format,
    integer: Format,
}

impl Styles {
    fn new(language: Language) -> Self {
        let day = match language {
            Language::En => "yyyy-mm-dd",
            Language::Kk | Language::Ru => "dd.mm.yyyy",
        };
        let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        Self {
            title: Format::new().set_bold().set_font_size(14),
            notice: Format::new().set_bold().set_font_color(0x00B0_3A2E),
            header: wrapped
                .clone()
                .set_bold()
                .set_border_bottom(FormatBorder::Thin)
                .set_background_color(0x00E8_EEF2),
            text: wrapped,
            key: Format::new(),
            missing: Format::new()
                .set_italic()
                .set_font_color(0x0059_5959)
                .set_align(FormatAlign::Right),
            date: Format::new().set_num_format(day),
            integer: Format::new().set_num_format("#,##0"),
        }
    }
}

struct Sheets<'c> {
    speech: Speech<'c>,
    styles: Styles,
}

impl Sheets<'_> {
    fn write(&self, workbook: &Workbook) -> Result<Vec<u8>, XlsxError> {
        let mut book = Book::new();
        book.set_properties(&self.properties(workbook)?);
        let mut names = vec![sheet_name(&self.speech.message("table-about"), &[])];
        self.write_about(book.add_worksheet().set_name(&names[0])?, workbook)?;
        for table in &workbook.tables {
            let name = sheet_name(table.title.get(self.speech.language), &names);
            let sheet = book.add_worksheet().set_name(&name)?;
            self.write_table(sheet, table, workbook.notice.as_ref())?;
            names.push(name);
        }
        book.save_to_buffer()
    }

    fn properties(&self, workbook: &Workbook) -> Result<DocProperties, XlsxError> {
        // A workbook must have a time: the first of its day in Kazakhstan (UTC+5), which is never still to come.
        let time = match workbook.as_of.yesterday() {
            Ok(before) => excel_day(before)?.and_hms(19, 0, 0)?,
            Err(_) => excel_day(workbook.as_of)?,
        };
        Ok(DocProperties::new()
            .set_title(workbook.title.get(self.speech.language))
            .set_author(workbook.publisher.get(self.speech.language))
            .set_creation_datetime(&time))
    }

    /// The first sheet: what this is, whose, from where, and what the words in empty cells mean.
    fn write_about(&self, sheet: &mut Worksheet, workbook: &Workbook) -> Result<(), XlsxError> {
        sheet.set_column_width(0, ABOUT)?;
        sheet.write_string_with_format(0, 0, workbook.title.get(self.speech.language), &self.styles.title)?;
        self.write_notice(sheet, workbook.notice.as_ref())?;
        let named = |message: &str, text: &str| format!("{}: {text}", self.speech.message(message));
        let said = |texts: &Texts| texts.get(self.speech.language).to_owned();
        let mut lines = vec![said(&workbook.description), String::new()];
        lines.push(named(
            "table-publisher",
            workbook.publisher.get(self.speech.language),
        ));
        lines.push(named("table-as-of", &self.speech.day(workbook.as_of)));
        lines.push(named("table-id", &workbook.id));
        lines.push(named("table-licence", &workbook.licence));
        lines.extend(
            workbook
                .sources
                .iter()
                .map(|source| named("table-source", source.get(self.speech.language))),
        );
        lines.push(String::new());
        lines.extend(workbook.tables.iter().map(|table| said(&table.title)));
        lines.push(String::new());
        for reason in super::Missing::ALL {
            let message = format!("table-missing-{}", reason.code());
            lines.push(named(&message, &self.speech.message(&format!("{message}.means"))));
        }
        for (row, line) in (2..).zip(lines) {
            sheet.write_string_with_format(row, 0, line, &self.styles.text)?;
        }
        Ok(())
    }

    fn write_notice(&self, sheet: &mut Worksheet, notice: Option<&Texts>) -> Result<(), XlsxError> {
        if let Some(notice) = notice {
            let said = notice.get(self.speech.language);
            sheet.write_string_with_format(NOTICE, 0, said, &self.styles.notice)?;
            // On paper it stands above each page.
            sheet.set_header(format!("&C&\"-,Bold\"{}", said.replace('&', "&&")));
        }
        Ok(())
    }

    fn write_table(
        &self,
        sheet: &mut Worksheet,
        table: &Table,
        notice: Option<&Texts>,
    ) -> Result<(), XlsxError> {
        sheet.write_string_with_format(0, 0, table.title.get(self.speech.language), &self.styles.title)?;
        self.write_notice(sheet, notice)?;
        let shown: Vec<Shown<'_>> = shown(table).collect();
        for (place, shown) in (0_u16..).zip(&shown) {
            let title = match shown.codes {
                false => shown.column.title.get(self.speech.language).to_owned(),
                true => self.speech.message("table-code"),
            };
            sheet.set_column_width(place, self.width(table, shown, &title))?;
            sheet.write_string_with_format(HEADER, place, title, &self.styles.header)?;
        }
        let mut row = HEADER + 1;
        for values in &table.rows {
            for (place, shown) in (0_u16..).zip(&shown) {
                let Some(value) = values.get(shown.place) else {
                    continue;
                };
                if shown.codes {
                    sheet.write_string_with_format(row, place, plain(value), &self.styles.key)?;
                } else {
                    self.write_cell(sheet, (row, place), (shown.column, value))?;
                }
            }
            row += 1;
        }
        for note in &table.notes {
            row += 1;
            sheet.write_string(row, 0, note.get(self.speech.language))?;
        }
        let keys = shown
            .iter()
            .take_while(|shown| shown.column.role == Role::Key)
            .count();
        sheet.set_freeze_panes(HEADER + 1, u16::try_from(keys).unwrap_or(0))?;
        sheet.set_repeat_rows(HEADER, HEADER)?;
        sheet.set_landscape().set_print_fit_to_pages(1, 0);
        Ok(())
    }

    fn write_cell(
        &self,
        sheet: &mut Worksheet,
        (row, place): (u32, u16),
        (column, value): (&Column, &Value),
    ) -> Result<(), XlsxError> {
        let format = &self.format(column);
        match value {
            // Excel keeps numbers with 53 bits; larger ones stay whole as text.
            Value::Integer(number) if number.unsigned_abs() < 1 << 53 =>
            {
                #[expect(clippy::cast_precision_loss, reason = "below 2^53 nothing is lost")]
                sheet.write_number_with_format(row, place, *number as f64, format)?
            }
            Value::Number(number) => sheet.write_number_with_format(row, place, *number, format)?,
            Value::Date(day) => sheet.write_datetime_with_format(row, place, &excel_day(*day)?, format)?,
            Value::Missing(_) => sheet.write_string_with_format(
                row,
                place,
                self.speech.cell(column, value),
                &self.styles.missing,
            )?,
            Value::Integer(_) | Value::Text(_) | Value::Period(_) => sheet.write_string_with_format(
                row,
                place,
                self.speech.cell(column, value),
                &self.styles.key,
            )?,
        };
        Ok(())
    }

    /// As wide as its widest cell, within reason; a header may take several lines.
    fn width(&self, table: &Table, shown: &Shown<'_>, title: &str) -> f64 {
        let longest_word = title.split_whitespace().map(|word| word.chars().count()).max();
        let cells = table.rows.iter().filter_map(|row| row.get(shown.place));
        let text = |value| match shown.codes {
            false => self.speech.cell(shown.column, value),
            true => plain(value),
        };
        let longest = cells.map(|value| text(value).chars().count()).max();
        let width = longest.unwrap_or(0).max(longest_word.unwrap_or(0)) + 2;
        let width = u16::try_from(width.clamp(NARROWEST, WIDEST)).unwrap_or(0);
        f64::from(width)
    }

    fn format(&self, column: &Column) -> Format {
        match column.datatype {
            Datatype::Text | Datatype::Period => self.styles.key.clone(),
            Datatype::Integer => self.styles.integer.clone(),
            Datatype::Number { decimals: 0 } => Format::new().set_num_format("0"),
            Datatype::Number { decimals } => {
                Format::new().set_num_format(format!("0.{}", "0".repeat(usize::from(decimals))))
            }
            Datatype::Date => self.styles.date.clone(),
        }
    }
}

/// A column of the sheet: one of the table's, in words or as the codes behind them.
struct Shown<'t> {
    column: &'t Column,
    place: usize,
    codes: bool,
}

fn shown(table: &Table) -> impl Iterator<Item = Shown<'_>> {
    let columns = table.columns.iter().enumerate();
    columns.flat_map(|(place, column)| {
        let of = move |codes| Shown { column, place, codes };
        let codes = (!column.labels.is_empty()).then(|| of(true));
        std::iter::once(of(false)).chain(codes)
    })
}

fn excel_day(day: Date) -> Result<ExcelDateTime, XlsxError> {
    let part = |part: i8| u8::try_from(part).unwrap_or(0);
    ExcelDateTime::from_ymd(
        u16::try_from(day.year()).unwrap_or(0),
        part(day.month()),
        part(day.day()),
    )
}

/// A name that Excel takes and no sheet before has.
fn sheet_name(title: &str, taken: &[String]) -> String {
    let plain: String = title
        .chars()
        .map(|letter| {
            if "[]:*?/\\".contains(letter) || letter.is_control() {
                ' '
            } else {
                letter
            }
        })
        .collect();
    let plain = match plain.trim_matches([' ', '\'']) {
        "" => "–",
        plain => plain,
    };
    for number in 1_u32.. {
        let suffix = if number == 1 {
            String::new()
        } else {
            format!(" ({number})")
        };
        let mut left = SHEET_NAME - suffix.len();
        let mut name = String::new();
        for letter in plain.chars() {
            if letter.len_utf16() > left {
                break;
            }
            left -= letter.len_utf16();
            name.push(letter);
        }
        let name = format!("{}{suffix}", name.trim_end());
        let is_taken = taken
            .iter()
            .any(|other| other.to_lowercase() == name.to_lowercase());
        if !is_taken {
            return name;
        }
    }
    String::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_are_what_excel_takes() {
        let mut names = Vec::new();
        for title in [
            "Травмы: по областям / 2025",
            "Өңірлер бойынша жазатайым оқиғалар саны",
            "Өңірлер бойынша жазатайым оқиғалар жиілігі",
            "[]",
        ] {
            names.push(sheet_name(title, &names));
        }
        assert_eq!(
            names,
            [
                "Травмы  по областям   2025",
                "Өңірлер бойынша жазатайым оқиға",
                "Өңірлер бойынша жазатайым о (2)",
                "–",
            ]
        );
    }
}
