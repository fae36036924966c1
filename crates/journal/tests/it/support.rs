//! Folders, entries and batches for the tests. All people and data are synthetic.

use std::path::Path;

use saqta_journal::seal::seal;
use saqta_journal::{
    Appended, DataLock, DedupeKey, Item, Journal, KeyStore, NewEntry, Random as _, SeededRandom,
    SqliteJournal, random_array,
};
use tempfile::TempDir;

/// A data folder with journal and keys.
pub(crate) struct Folder {
    pub(crate) dir: TempDir,
    pub(crate) lock: DataLock,
    pub(crate) random: SeededRandom,
}

impl Folder {
    pub(crate) fn new() -> Self {
        Self::seeded(1)
    }

    pub(crate) fn seeded(seed: u64) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut random = SeededRandom::new(seed);
        let lock = DataLock::acquire(dir.path()).unwrap();
        KeyStore::create(&lock, &mut random).unwrap();
        SqliteJournal::create(&lock, &mut random).unwrap();
        Self { dir, lock, random }
    }

    pub(crate) fn path(&self) -> &Path {
        self.dir.path()
    }

    pub(crate) fn open(&self) -> Box<SqliteJournal> {
        Box::new(SqliteJournal::open(&self.lock).unwrap())
    }

    pub(crate) fn keys(&self) -> KeyStore {
        KeyStore::open(&self.lock).unwrap()
    }
}

/// One entry in a stream of its own, without sealed parts.
pub(crate) fn plain(number: u64) -> Item {
    let entry = NewEntry {
        time: 1_700_000_000_000_000 + i64::try_from(number).unwrap() * 1_000,
        actor: None,
        site: Some("hospital-1".into()),
        stream: format!("alarm:{number}"),
        version: 1,
        kind: "alarm.raised".into(),
        schema: 1,
        body: format!("{{\"kind\":\"panic\",\"zone\":\"er-{number}\"}}").into_bytes(),
        sealed: vec![],
        nonce: random_array(&mut SeededRandom::new(number)),
    };
    Item {
        dedupe_key: None,
        entries: vec![entry],
    }
}

pub(crate) fn with_key(mut item: Item, key: u8) -> Item {
    item.dedupe_key = Some(DedupeKey([key; 16]));
    item
}

/// Every field used: actor, dedupe key, sealed part, two entries in one stream.
pub(crate) fn rich(number: u64, keys: &KeyStore, random: &mut SeededRandom) -> Item {
    let subject = format!("person:{}", number % 5);
    let key = keys.ensure(&[&subject], random).unwrap().remove(0);
    let mut item = plain(number);
    let mut id = [0; 16];
    random.fill(&mut id);
    item.dedupe_key = Some(DedupeKey(id));
    let first = &mut item.entries[0];
    first.actor = Some(uuid::Uuid::from_bytes([u8::try_from(number % 200).unwrap(); 16]));
    first
        .sealed
        .extend(key.map(|key| seal(&key, &subject, b"Synthetic Name", random).unwrap()));
    let mut second = first.clone();
    second.version = 2;
    second.kind = "alarm.noted".into();
    second.site = None;
    second.sealed.clear();
    item.entries.push(second);
    item
}

/// Appends and expects everything to be recorded.
pub(crate) fn append(journal: &mut dyn Journal, epoch: u64, items: &[Item]) {
    let results = journal.append(epoch, journal.head(), items).unwrap();
    assert!(
        results.iter().all(|result| matches!(result, Appended::At { .. })),
        "{results:?}"
    );
}

/// A claimed journal with the plain items `1..=count`, in batches of 100.
pub(crate) fn filled(folder: &Folder, count: u64) -> (Box<SqliteJournal>, u64) {
    let mut journal = folder.open();
    let epoch = journal.claim().unwrap();
    let items: Vec<Item> = (1..=count).map(plain).collect();
    for batch in items.chunks(100) {
        append(&mut *journal, epoch, batch);
    }
    (journal, epoch)
}
