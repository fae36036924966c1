//! Both engines keep the same promises.

use std::thread;
use std::time::Duration;

use saqta_journal::{
    AppendError, Appended, DedupeKey, Faults, Item, Journal, KeyStore, MemoryJournal, ReadError,
    SeededRandom, Signer,
};

use crate::support::{Folder, append, plain, rich, with_key};

fn on_both(test: impl Fn(&mut dyn Journal)) {
    let mut memory = MemoryJournal::new(Signer::generate(&mut SeededRandom::new(1)), Faults::none());
    test(&mut memory);
    let folder = Folder::new();
    test(&mut *folder.open());
}

#[test]
fn entries_are_read_as_they_were_written() {
    on_both(|journal| {
        let mut random = SeededRandom::new(1);
        let keys = KeyStore::in_memory(&mut random).unwrap();
        let epoch = journal.claim().unwrap();
        let items: Vec<Item> = (1..=300).map(|number| rich(number, &keys, &mut random)).collect();
        append(journal, epoch, &items[..100]);
        append(journal, epoch, &items[100..]);
        assert_eq!(journal.head(), 600);

        let entries = journal.read(1, 1000).unwrap();
        assert_eq!(entries.len(), 600);
        for (index, entry) in entries.iter().enumerate() {
            let item = &items[index / 2];
            let new = &item.entries[index % 2];
            assert_eq!(entry.position, index as u64 + 1);
            assert_eq!(entry.computed_leaf(), entry.leaf);
            let key = if index % 2 == 0 { item.dedupe_key } else { None };
            assert_eq!(
                *entry,
                saqta_journal::Entry::record(new.clone(), entry.position, key)
            );
        }
        assert_eq!(journal.read(599, 10).unwrap(), entries[598..]);
        assert_eq!(journal.read(601, 10).unwrap(), []);
        assert_eq!(journal.read(0, 2).unwrap(), entries[..2]);
        assert_eq!(journal.read_stream("alarm:7").unwrap(), entries[12..14]);
        assert_eq!(journal.read_stream("alarm:0").unwrap(), []);
        assert_eq!(journal.find(&items[4].dedupe_key.unwrap()).unwrap(), Some(9));
        assert_eq!(journal.find(&DedupeKey([0; 16])).unwrap(), None);

        let reader = journal.reader();
        assert_eq!(reader.reader().read(1, 1000).unwrap(), entries);
        assert_eq!(reader.read_stream("alarm:7").unwrap(), entries[12..14]);
        assert_eq!(reader.find(&items[4].dedupe_key.unwrap()).unwrap(), Some(9));
        for (time, position) in [
            (i64::MIN, 0),
            (entries[0].time - 1, 0),
            (entries[0].time, 2),
            (entries[300].time, 302),
            (entries[300].time - 1, 300),
            (i64::MAX, 600),
        ] {
            assert_eq!(
                reader.position_at_or_before(time).unwrap(),
                position,
                "time {time}"
            );
        }
    });
}

#[test]
fn a_duplicate_is_left_out_and_the_rest_is_recorded() {
    on_both(|journal| {
        let epoch = journal.claim().unwrap();
        append(journal, epoch, &[with_key(plain(1), 1), plain(2)]);
        let batch = [
            plain(3),
            with_key(plain(4), 1),
            with_key(plain(5), 2),
            with_key(plain(6), 2),
            plain(7),
        ];
        let results = journal.append(epoch, 2, &batch).unwrap();
        let at = |position| Appended::At {
            first: position,
            last: position,
        };
        assert_eq!(
            results,
            [
                at(3),
                Appended::Duplicate(1),
                at(4),
                Appended::Duplicate(4),
                at(5)
            ]
        );
        let streams: Vec<String> = journal
            .read(3, 9)
            .unwrap()
            .into_iter()
            .map(|entry| entry.stream)
            .collect();
        assert_eq!(streams, ["alarm:3", "alarm:5", "alarm:7"]);
        assert_eq!(
            journal.append(epoch, 5, &[with_key(plain(8), 2)]).unwrap(),
            [Appended::Duplicate(4)]
        );
        assert_eq!(journal.head(), 5);
    });
}

#[test]
fn an_old_epoch_and_an_old_head_are_refused() {
    on_both(|journal| {
        let first = journal.claim().unwrap();
        let second = journal.claim().unwrap();
        assert!(second > first);
        assert_eq!(
            journal.append(first, 0, &[plain(1)]),
            Err(AppendError::Fenced { epoch: second })
        );
        append(journal, second, &[plain(1)]);
        assert_eq!(
            journal.append(second, 0, &[plain(2)]),
            Err(AppendError::HeadMoved { head: 1 })
        );
        assert_eq!(
            journal.append(second, 2, &[plain(2)]),
            Err(AppendError::HeadMoved { head: 1 })
        );
        assert_eq!(journal.head(), 1);
    });
}

#[test]
fn an_item_that_breaks_a_rule_is_named_and_nothing_is_recorded() {
    type Change = fn(&mut Item);
    let changes: [(&str, Change); 8] = [
        ("no entries", |item| item.entries.clear()),
        ("early", |item| item.entries[0].time = 0),
        ("empty stream", |item| item.entries[0].stream.clear()),
        ("empty kind", |item| item.entries[0].kind.clear()),
        ("version 2 of nothing", |item| item.entries[0].version = 2),
        ("version 1 again", |item| {
            item.entries[0].stream = "alarm:1".into();
        }),
        ("half a body", |item| item.entries[0].body = b"{\"a\":".to_vec()),
        ("no UTF-8", |item| item.entries[0].body = b"\"\xff\"".to_vec()),
    ];
    on_both(|journal| {
        let epoch = journal.claim().unwrap();
        append(journal, epoch, &[plain(1)]);
        for (name, change) in changes {
            let mut bad = plain(3);
            change(&mut bad);
            let result = journal.append(epoch, 1, &[plain(2), bad, plain(4)]);
            assert!(
                matches!(result, Err(AppendError::Invalid { item: 1, .. })),
                "{name}: {result:?}"
            );
            assert_eq!(journal.head(), 1, "{name}");
        }
        append(journal, epoch, &[plain(2)]);
    });
}

#[test]
fn versions_follow_each_other_within_a_batch_too() {
    on_both(|journal| {
        let epoch = journal.claim().unwrap();
        let mut next = plain(2);
        next.entries[0].stream = "alarm:1".into();
        next.entries[0].version = 2;
        append(journal, epoch, &[plain(1), next.clone()]);
        next.entries[0].version = 3;
        append(journal, epoch, &[next]);
        let versions: Vec<u64> = journal
            .read_stream("alarm:1")
            .unwrap()
            .iter()
            .map(|entry| entry.version)
            .collect();
        assert_eq!(versions, [1, 2, 3]);
    });
}

#[test]
fn a_reader_waits_for_the_head() {
    on_both(|journal| {
        let epoch = journal.claim().unwrap();
        let reader = journal.reader();
        assert_eq!(reader.wait(0, Duration::ZERO), 0);
        let waiting = thread::spawn(move || {
            let head = reader.wait(0, Duration::from_secs(60));
            (head, reader.read(1, 10).unwrap().len())
        });
        append(journal, epoch, &[plain(1), plain(2)]);
        assert_eq!(waiting.join().unwrap(), (2, 2));
    });
}

#[test]
fn checkpoints_are_signed_and_what_is_public_never_shrinks() {
    on_both(|journal| {
        let epoch = journal.claim().unwrap();
        assert_eq!(journal.checkpoint_now().unwrap().size, 0);
        assert_eq!(journal.published(), 0);
        let items: Vec<Item> = (1..=10).map(plain).collect();
        append(journal, epoch, &items);
        let reader = journal.reader();
        let signed = journal.checkpoint_now().unwrap();
        assert_eq!((signed.size, signed.root), (10, reader.root(10).unwrap()));
        let public = journal.publish(6).unwrap();
        assert_eq!((public.size, public.root), (6, reader.root(6).unwrap()));
        assert_eq!(journal.publish(3).unwrap(), public);
        assert_eq!(journal.published(), 6);
        assert!(matches!(journal.publish(11), Err(AppendError::Failed(_))));
        assert_eq!(journal.published(), 6);
    });
}

#[test]
fn proofs_beyond_the_head_are_refused() {
    on_both(|journal| {
        let epoch = journal.claim().unwrap();
        append(journal, epoch, &[plain(1), plain(2)]);
        let reader = journal.reader();
        let beyond = |head| Err(ReadError::Beyond { head });
        assert_eq!(reader.root(3).map(|_| ()), beyond(2));
        assert_eq!(reader.inclusion(0, 3).map(|_| ()), beyond(2));
        assert_eq!(reader.inclusion(2, 2).map(|_| ()), beyond(2));
        assert_eq!(reader.consistency(1, 3).map(|_| ()), beyond(2));
        assert_eq!(reader.consistency(2, 1).map(|_| ()), beyond(1));
        assert_eq!(reader.tile(0, 0, 2).unwrap().len(), 2);
        for (level, number, width) in [
            (0, 0, 3),
            (0, 0, 0),
            (0, 1, 1),
            (1, 0, 1),
            (63, 0, 1),
            (0, u64::MAX, 1),
        ] {
            assert_eq!(
                reader.tile(level, number, width).map(|_| ()),
                beyond(2),
                "{level}/{number}.p/{width}"
            );
        }
    });
}
