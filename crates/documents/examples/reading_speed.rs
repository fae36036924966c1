//! How fast files of injuries are read, without anything else:
//! `cargo run --release -p saqta-documents --example reading_speed`.
//! The whole import is measured in `bench/`.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement for a terminal, not part of the program"
)]

use std::fmt::Write as _;
use std::io::Cursor;
use std::time::Instant;

use jiff::civil::date;
use saqta_documents::injuries::csv::{Reader, Writer};
use saqta_documents::injuries::{Mapping, check, xlsx};

const ROWS: u32 = 1_000_000;
const SHEET_ROWS: u32 = 100_000;

fn main() {
    let today = date(2025, 12, 31);
    let mapping = Mapping::default();
    let file = synthetic();
    println!("{ROWS} rows, {} MB", file.len() / 1_000_000);

    let reports = timed("read", ROWS, || {
        Reader::new(file.as_bytes(), &mapping, today)
            .unwrap()
            .filter(|row| row.result.is_ok())
            .count()
    });
    assert_eq!(reports, ROWS as usize, "every row is good");
    let found = timed("check and hash", ROWS, || {
        check(file.as_bytes(), &mapping, today, 10, |_| {}).unwrap()
    });
    assert!(found.is_good());

    let reader = Reader::new(file.as_bytes(), &mapping, today).unwrap();
    let some: Vec<_> = reader.take(100_000).map(|row| row.result.unwrap()).collect();
    timed("write", 100_000, || {
        let mut writer = Writer::new(Vec::with_capacity(64 << 20)).unwrap();
        some.iter().for_each(|report| writer.write(report).unwrap());
        writer.finish().unwrap().len()
    });

    let book = sheet();
    println!("{SHEET_ROWS} rows of a sheet, {} MB", book.len() / 1_000_000);
    let found = timed("read a sheet", SHEET_ROWS, || {
        xlsx::check(Cursor::new(&book), &mapping, today, 10, |_| {}).unwrap()
    });
    assert!(found.is_good());
}

fn timed<T>(what: &str, rows: u32, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    let seconds = start.elapsed().as_secs_f64();
    println!("{what}: {seconds:.2} s, {:.0} rows/s", f64::from(rows) / seconds);
    done
}

/// Rows with most columns filled, as a health organisation would send them. Nobody in them exists.
fn synthetic() -> String {
    let mut file = String::from(
        "source,number,region,employer,activity,date,hour,reported,kind,outcome,severe,days_lost,cause,deviation,contact,\
         injury_type,body_part,sex,age,name,iin,born,occupation,circumstances\n",
    );
    for row in 0..ROWS {
        let (month, day) = (row % 12 + 1, row % 28 + 1);
        writeln!(
            file,
            "health-organisation,{row}/2024,35,{:012},86.10,2024-{month:02}-{day:02},{},2025-01-02,\
             violence-against-health-worker,lost-time,no,{},security,83,40,111,11,f,{},Synthetic Person {row},{:012},\
             1990-{month:02}-{day:02},nurse,\"Struck in the emergency department, at night\"",
            140_000_123_u64 + u64::from(row % 1000),
            row % 24,
            row % 60 + 1,
            20 + row % 40,
            900_101_400_000_u64 + u64::from(row),
        )
        .unwrap();
    }
    file
}

fn sheet() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let header = [
        "source",
        "number",
        "region",
        "date",
        "kind",
        "outcome",
        "days_lost",
        "sex",
        "name",
        "circumstances",
    ];
    sheet.write_row(0, 0, header).unwrap();
    for row in 1..=SHEET_ROWS {
        sheet.write_row(row, 0, ["employer"]).unwrap();
        sheet.write(row, 1, row).unwrap();
        sheet.write(row, 2, 35).unwrap();
        sheet.write(row, 3, 45_000 + row % 900).unwrap();
        sheet.write_row(row, 4, ["struck", "lost-time"]).unwrap();
        sheet.write(row, 6, row % 60 + 1).unwrap();
        sheet
            .write_row(
                row,
                7,
                ["f", "Synthetic Person", "Struck in the emergency department"],
            )
            .unwrap();
    }
    book.save_to_buffer().unwrap()
}
