//! Any mapping, a zero byte, and any file, CSV or xlsx: reading never fails otherwise than by naming rows in their order and columns by
//! their names, and what was read is the same once written and read again.

#![no_main]

use std::io::Cursor;

use jiff::civil::{Date, date};
use libfuzzer_sys::fuzz_target;
use saqta_documents::injuries::csv::{Reader, Writer};
use saqta_documents::injuries::xlsx::Workbook;
use saqta_documents::injuries::{Mapping, Row};
use saqta_domain::command::InjuryReport;

const TODAY: Date = date(2025, 4, 20);

fuzz_target!(|input: &[u8]| {
    let end = input.iter().position(|byte| *byte == 0);
    let (mapping, file) = end.map_or((&[][..], input), |end| (&input[..end], &input[end + 1..]));
    let mapping: Mapping = std::str::from_utf8(mapping)
        .unwrap_or_default()
        .parse()
        .unwrap_or_default();
    let rows: Vec<Row> = if file.starts_with(b"PK") {
        let Ok(mut book) = Workbook::new(Cursor::new(file)) else {
            return;
        };
        book.rows(&mapping, TODAY)
            .map(Iterator::collect)
            .unwrap_or_default()
    } else {
        Reader::new(file, &mapping, TODAY)
            .map(Iterator::collect)
            .unwrap_or_default()
    };
    assert!(
        rows.is_sorted_by_key(|row| row.line),
        "rows are named out of order"
    );
    let mut read = Vec::new();
    for row in rows {
        match row.result {
            Ok(report) => read.push(report),
            Err(errors) => assert!(!errors.is_empty(), "row {} is refused without a reason", row.line),
        }
    }
    assert!(
        again(&read) == read,
        "what was read is something else once written:\n{read:#?}"
    );
});

/// What the documented file says of reports.
fn again(reports: &[InjuryReport]) -> Vec<InjuryReport> {
    let mut writer = Writer::new(Vec::new()).expect("memory takes everything");
    for report in reports {
        writer.write(report).expect("memory takes everything");
    }
    let file = writer.finish().expect("memory takes everything");
    let mapping = Mapping::default();
    let rows = Reader::new(file.as_slice(), &mapping, TODAY).expect("the documented file has its header");
    rows.map(|row| row.result.expect("a report that was read can be read again"))
        .collect()
}
