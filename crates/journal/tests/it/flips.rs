//! One changed byte anywhere in the file is found, or changes nothing that is stored.

use std::fs;
use std::path::Path;
use std::thread;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};
use saqta_journal::{Item, Journal, verify};

use crate::support::{Folder, append, filled, plain, rich};

/// Every value of every table and index, as a program would read it; `None` when something cannot be read.
fn everything(dir: &Path) -> Option<Vec<Vec<Value>>> {
    let queries = [
        "SELECT type, name, tbl_name, sql FROM sqlite_schema",
        "SELECT * FROM entries NOT INDEXED ORDER BY position",
        "SELECT stream, version, position FROM entries INDEXED BY entries_by_stream ORDER BY stream, version",
        "SELECT dedupe_key, position FROM entries INDEXED BY entries_by_dedupe_key \
         WHERE dedupe_key IS NOT NULL ORDER BY dedupe_key",
        "SELECT * FROM tiles ORDER BY level, number",
        "SELECT * FROM origins ORDER BY number",
        "SELECT * FROM checkpoints ORDER BY origin, size",
        "SELECT * FROM meta ORDER BY name",
    ];
    let uri = format!("file:{}?immutable=1", dir.join("journal.sqlite").display());
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let connection = Connection::open_with_flags(uri, flags).ok()?;
    let mut all = Vec::new();
    for query in queries {
        let mut statement = connection.prepare(query).ok()?;
        let width = statement.column_count();
        let mut rows = statement.query([]).ok()?;
        while let Some(row) = rows.next().ok()? {
            all.push(
                (0..width)
                    .map(|column| row.get(column))
                    .collect::<Result<_, _>>()
                    .ok()?,
            );
        }
    }
    Some(all)
}

/// Flips one bit of each byte in `positions`, one at a time.
fn flip(
    file: &[u8],
    beside: &[(&str, Vec<u8>)],
    positions: impl Iterator<Item = usize>,
) -> (usize, Vec<String>) {
    let dir = tempfile::tempdir().unwrap();
    for (name, bytes) in beside {
        fs::write(dir.path().join(name), bytes).unwrap();
    }
    let path = dir.path().join("journal.sqlite");
    fs::write(&path, file).unwrap();
    let untouched = everything(dir.path()).unwrap();
    let (mut found, mut missed) = (0, Vec::new());
    let mut bytes = file.to_vec();
    for position in positions {
        let mask = 1 << (position % 8);
        bytes[position] ^= mask;
        fs::write(&path, &bytes).unwrap();
        match verify(dir.path(), &mut |_| ()) {
            Err(_) => found += 1,
            Ok(_) if everything(dir.path()).as_ref() == Some(&untouched) => {}
            Ok(_) => missed.push(format!(
                "byte {} of page {}, mask {mask:#x}",
                position % 4096,
                position / 4096 + 1
            )),
        }
        bytes[position] ^= mask;
    }
    (found, missed)
}

fn flip_all(folder: &Folder, step: usize) -> usize {
    let file = fs::read(folder.path().join("journal.sqlite")).unwrap();
    let beside =
        ["log.key", "checkpoint.txt"].map(|name| (name, fs::read(folder.path().join(name)).unwrap()));
    // Unused space is zeros: a few of its bytes stand for the rest.
    let used = |position: &usize| {
        let around = position.saturating_sub(8)..(position + 8).min(file.len());
        position.is_multiple_of(64) || file[around].iter().any(|byte| *byte != 0)
    };
    let positions: Vec<usize> = (0..file.len()).step_by(step).filter(used).collect();
    let results: Vec<_> = thread::scope(|scope| {
        let halves = positions.chunks(positions.len().div_ceil(2));
        let running: Vec<_> = halves
            .map(|half| scope.spawn(|| flip(&file, &beside, half.iter().copied())))
            .collect();
        running.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let missed: Vec<String> = results.iter().flat_map(|(_, missed)| missed.clone()).collect();
    assert!(
        missed.is_empty(),
        "{} flips changed a value unseen: {missed:#?}",
        missed.len()
    );
    results.iter().map(|(found, _)| found).sum()
}

#[test]
fn every_flipped_byte_of_a_small_journal_is_found() {
    let mut folder = Folder::new();
    let keys = folder.keys();
    let mut journal = folder.open();
    let epoch = journal.claim().unwrap();
    let items: Vec<Item> = (1..=20)
        .map(|number| rich(number, &keys, &mut folder.random))
        .collect();
    append(&mut *journal, epoch, &items[..10]);
    journal.checkpoint_now().unwrap();
    append(&mut *journal, epoch, &items[10..]);
    journal.publish(25).unwrap();
    journal.close().unwrap();
    let found = flip_all(&folder, 1);
    assert!(found > 10_000, "only {found} flips were found at all");
}

#[test]
fn flipped_bytes_of_tiles_are_found() {
    let folder = Folder::new();
    let (mut journal, epoch) = filled(&folder, 512);
    append(&mut *journal, epoch, &[plain(513)]);
    journal.close().unwrap();
    let found = flip_all(&folder, 61);
    assert!(found > 1_200, "only {found} flips were found at all");
}
