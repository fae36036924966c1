//! The tree against an implementation by somebody else.

use ct_merkle::RootHash;
use ct_merkle::mem_backed_tree::MemoryBackedTree;
use proptest::prelude::*;
use saqta_journal::tree::{empty_root, leaf_hash, verify_consistency, verify_inclusion};
use saqta_journal::{Faults, Hash, Item, Journal, JournalReader, MemoryJournal, SeededRandom, Signer};
use sha2_10::Sha256;

use crate::support::{Folder, append, filled, plain};

type Oracle = MemoryBackedTree<Sha256, Vec<u8>>;

/// An in-memory journal with so many entries, and the other implementation's tree of the same leaves.
fn both(count: u64) -> (Box<dyn JournalReader>, Oracle) {
    let mut journal = MemoryJournal::new(Signer::generate(&mut SeededRandom::new(1)), Faults::none());
    let epoch = journal.claim().unwrap();
    let items: Vec<Item> = (1..=count).map(plain).collect();
    append(&mut journal, epoch, &items);
    (journal.reader(), oracle(&*journal.reader()))
}

fn oracle(reader: &dyn JournalReader) -> Oracle {
    let mut tree = Oracle::new();
    for entry in reader.read(1, usize::MAX).unwrap() {
        let leaf = entry.leaf_bytes();
        assert_eq!(leaf_hash(&leaf), entry.leaf);
        tree.push(leaf);
    }
    tree
}

fn hashes(bytes: &[u8]) -> Vec<Hash> {
    bytes.as_chunks::<32>().0.to_vec()
}

/// Compares every root, and the proofs a seed picks.
fn compare(reader: &dyn JournalReader, tree: &Oracle, picks: &[(u64, u64)]) {
    let size = reader.tree_size();
    let root = reader.root(size).unwrap();
    assert_eq!(
        root.as_slice(),
        tree.root().as_bytes().as_slice(),
        "root of {size}"
    );
    for (first, second) in picks {
        let index = first % size;
        let proof = reader.inclusion(index, size).unwrap();
        let theirs = tree.prove_inclusion(usize::try_from(index).unwrap());
        assert_eq!(proof, hashes(theirs.as_bytes()), "inclusion of {index} in {size}");
        let leaf = reader.read(index + 1, 1).unwrap()[0].leaf;
        assert_eq!(verify_inclusion(&leaf, index, size, &root, &proof), Ok(()));

        let old = second % size + 1;
        let proof = reader.consistency(old, size).unwrap();
        if old < size {
            let theirs = tree.prove_consistency(usize::try_from(size - old).unwrap());
            assert_eq!(
                proof,
                hashes(theirs.as_bytes()),
                "consistency of {old} with {size}"
            );
            let old_root = reader.root(old).unwrap();
            let theirs_old = RootHash::<Sha256>::new(old_root.into(), old);
            tree.root().verify_consistency(&theirs_old, &theirs).unwrap();
        }
        let old_root = reader.root(old).unwrap();
        assert_eq!(
            verify_consistency((old, &old_root), (size, &root), &proof),
            Ok(())
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn roots_and_proofs_are_those_of_rfc_6962(
        size in 1_u64..1100,
        picks in proptest::collection::vec(any::<(u64, u64)>(), 12),
    ) {
        let (reader, tree) = both(size);
        compare(&*reader, &tree, &picks);
    }
}

#[test]
fn every_small_tree_has_the_right_proofs() {
    for size in 1..=40 {
        let (reader, tree) = both(size);
        let picks: Vec<_> = (0..size).map(|number| (number, number)).collect();
        compare(&*reader, &tree, &picks);
    }
}

#[test]
fn a_changed_proof_does_not_hold() {
    let (reader, _) = both(300);
    let root = reader.root(300).unwrap();
    let leaf = reader.read(18, 1).unwrap()[0].leaf;
    let proof = reader.inclusion(17, 300).unwrap();
    assert_eq!(verify_inclusion(&leaf, 17, 300, &root, &proof), Ok(()));
    assert!(verify_inclusion(&leaf, 18, 300, &root, &proof).is_err());
    assert!(verify_inclusion(&leaf, 17, 301, &root, &proof[..proof.len() - 1]).is_err());
    assert!(verify_inclusion(&leaf, 300, 300, &root, &proof).is_err());
    for index in 0..proof.len() {
        let mut changed = proof.clone();
        changed[index][0] ^= 1;
        assert!(
            verify_inclusion(&leaf, 17, 300, &root, &changed).is_err(),
            "hash {index}"
        );
    }

    for old in [1, 2, 17, 128, 256, 299] {
        let old_root = reader.root(old).unwrap();
        let proof = reader.consistency(old, 300).unwrap();
        assert_eq!(verify_consistency((old, &old_root), (300, &root), &proof), Ok(()));
        assert!(verify_consistency((old, &leaf), (300, &root), &proof).is_err());
        assert!(verify_consistency((old, &old_root), (300, &leaf), &proof).is_err());
        assert!(verify_consistency((old, &old_root), (300, &root), &proof[1..]).is_err());
        for index in 0..proof.len() {
            let mut changed = proof.clone();
            changed[index][0] ^= 1;
            assert!(
                verify_consistency((old, &old_root), (300, &root), &changed).is_err(),
                "{old}: hash {index}"
            );
        }
    }
    assert_eq!(verify_consistency((0, &empty_root()), (300, &root), &[]), Ok(()));
    assert!(verify_consistency((300, &root), (0, &empty_root()), &[]).is_err());
}

/// Old sizes too, since a checkpoint made public lags behind the head; and again after a reopening.
#[test]
fn the_sqlite_engine_computes_the_same_tree() {
    let folder = Folder::new();
    let (journal, _) = filled(&folder, 1_000);
    let (memory, _) = both(1_000);
    let check = |reader: &dyn JournalReader| {
        for size in [0, 1, 255, 256, 257, 511, 512, 700, 768, 999, 1_000] {
            assert_eq!(reader.root(size), memory.root(size), "root of {size}");
            if size > 0 {
                assert_eq!(reader.inclusion(size / 3, size), memory.inclusion(size / 3, size));
                assert_eq!(
                    reader.consistency(size / 2, size),
                    memory.consistency(size / 2, size)
                );
            }
        }
        for (level, number, width) in [
            (0, 0, 256),
            (0, 2, 256),
            (0, 3, 232),
            (0, 3, 1),
            (1, 0, 3),
            (1, 0, 2),
        ] {
            assert_eq!(
                reader.tile(level, number, width),
                memory.tile(level, number, width)
            );
        }
    };
    check(&*journal.reader());
    journal.close().unwrap();
    let mut journal = folder.open();
    check(&*journal.reader());
    let epoch = journal.claim().unwrap();
    let more: Vec<Item> = (1_001..=1_100).map(plain).collect();
    append(&mut *journal, epoch, &more);
    let (memory, _) = both(1_100);
    assert_eq!(journal.reader().root(1_100), memory.root(1_100));
    assert_eq!(journal.reader().tile(0, 3, 256), memory.tile(0, 3, 256));
}
