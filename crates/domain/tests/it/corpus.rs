//! The frozen corpus: bodies of every event type and schema version ever written, one body a line, exactly as they
//! stood in a journal. What a file holds must be readable for ever, so a line is never changed: a body that looks
//! different is a new schema version with a file of its own, and what may now stand in one is a line more
//! (`EXTEND_CORPUS=1 cargo nextest run -p saqta-domain corpus` writes further lines, and changes none).

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use saqta_domain::event::{Event, Unreadable};

use crate::samples::samples;

#[test]
fn every_event_type_is_in_the_corpus_as_it_is_written_today() {
    let events = samples();
    for (name, schema) in Event::TYPES {
        let lines: Vec<String> = events
            .iter()
            .filter(|event| event.name() == *name)
            .map(|event| String::from_utf8(event.body().expect("it is JSON")).expect("JSON is UTF-8") + "\n")
            .collect();
        assert!(!lines.is_empty(), "there is no sample of {name}: add one");
        let expected = lines.concat();
        let path = folder().join(format!("{name}@{schema}.jsonl"));
        let mut frozen = fs::read_to_string(&path).unwrap_or_default();
        if std::env::var_os("EXTEND_CORPUS").is_some() && expected.starts_with(&frozen) {
            fs::write(&path, &expected).expect("the corpus can be written");
            frozen.clone_from(&expected);
        }
        assert_eq!(
            frozen, expected,
            "{name} is not written as it was: a changed body needs a new schema version (a new type: a new file)"
        );
    }
}

#[test]
fn everything_in_the_corpus_can_be_read() {
    let mut known: BTreeSet<(String, u16)> = BTreeSet::new();
    for entry in fs::read_dir(folder()).expect("the corpus is a folder") {
        let path = entry.expect("it can be listed").path();
        let stem = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .expect("a plain name");
        let (name, schema) = stem.split_once('@').expect("type@schema.jsonl");
        let schema: u16 = schema.parse().expect("a schema is a number");
        for line in fs::read_to_string(&path).expect("it is text").lines() {
            let event = Event::decode(name, schema, line.as_bytes());
            let event = event.unwrap_or_else(|problem| panic!("{stem}: {problem}\n{line}"));
            assert_eq!(event.name(), name, "an old body becomes the same event");
        }
        known.insert((name.to_owned(), schema));
    }
    for (name, schema) in Event::TYPES {
        assert!(
            known.contains(&((*name).to_owned(), *schema)),
            "{name}@{schema} is missing"
        );
    }
}

#[test]
fn what_is_written_is_read_as_the_same_event() {
    for event in samples() {
        let body = event.body().expect("it is JSON");
        assert_eq!(Event::decode(event.name(), event.schema(), &body), Ok(event));
    }
}

#[test]
fn a_newer_event_is_named_and_not_guessed() {
    let newer = Event::decode("alarm.raised", 999, b"{}");
    assert_eq!(
        newer,
        Err(Unreadable::Type {
            name: "alarm.raised".to_owned(),
            schema: 999
        })
    );
    assert!(matches!(
        Event::decode("alarm.closed", 1, b"{}"),
        Err(Unreadable::Body {
            name: "alarm.closed",
            ..
        })
    ));
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/corpus")
}
