//! Readers beside the writer: nobody waits for long, and every answer is of one moment.

use std::sync::atomic::{AtomicBool, Ordering};

use saqta_readmodel::{AlarmQuery, Reader, Sites, Views};

use crate::journal::Journal;

/// Reads until the writer is done. Every entry after `declared` raises an alarm, so that a page's position says how many
/// alarms there must be.
fn read_until(done: &AtomicBool, reader: &Reader, declared: u64) -> u64 {
    let query = AlarmQuery {
        limit: 500,
        ..AlarmQuery::new(Sites::Everywhere)
    };
    let mut last = 0;
    while !done.load(Ordering::Acquire) {
        let page = reader.alarms(&query).unwrap();
        assert!(page.position >= last, "time does not go back");
        let expected = page.position.saturating_sub(declared);
        assert_eq!(
            page.items.len() as u64,
            expected,
            "items and position are of one moment"
        );
        last = page.position;
    }
    last
}

fn readers_and_writer(mut views: Views) {
    let mut journal = Journal::new();
    let declared = journal.head();
    for _ in 0..200 {
        journal.press_in("kst-ed-hall");
    }
    let entries = journal.entries();
    let done = AtomicBool::new(false);
    let reader = views.reader();
    std::thread::scope(|scope| {
        let readers: Vec<_> = (0..6)
            .map(|_| scope.spawn(|| read_until(&done, &reader, declared)))
            .collect();
        let written: Result<Vec<()>, _> = entries.chunks(3).map(|batch| views.apply(batch)).collect();
        done.store(true, Ordering::Release);
        readers
            .into_iter()
            .for_each(|reader| assert!(reader.join().is_ok(), "a reader failed"));
        written.unwrap();
    });
    assert_eq!(reader.position().unwrap(), journal.head());
}

#[test]
fn in_a_file() {
    let folder = tempfile::tempdir().unwrap();
    readers_and_writer(Views::open(folder.path().join("views.sqlite")).unwrap());
}

#[test]
fn in_memory() {
    readers_and_writer(Views::in_memory().unwrap());
}

#[test]
fn a_reader_in_memory_outlives_its_writer() {
    let journal = Journal::new();
    let mut views = Views::in_memory().unwrap();
    views.apply(&journal.entries()).unwrap();
    let reader = views.reader();
    drop(views);
    assert_eq!(reader.position().unwrap(), journal.head());
}
