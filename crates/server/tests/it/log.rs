//! The log, checked by an RFC 6962 verifier of the tests' own.

use std::sync::atomic::Ordering;

use saqta_domain::permission::{Role, Scope};
use saqta_journal::Hash;
use sha2::{Digest, Sha256};

use super::support::{Answer, TestApp};

fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new()
        .chain_update([1])
        .chain_update(left)
        .chain_update(right)
        .finalize()
        .into()
}

/// RFC 9162, section 2.1.3.2.
fn root_by_inclusion(index: u64, size: u64, leaf: Hash, proof: &[Hash]) -> Hash {
    let (mut place, mut last, mut root) = (index, size - 1, leaf);
    for sibling in proof {
        assert_ne!(last, 0, "the proof is too long");
        if place & 1 == 1 || place == last {
            root = node(sibling, &root);
            while place & 1 == 0 && place != 0 {
                place >>= 1;
                last >>= 1;
            }
        } else {
            root = node(&root, sibling);
        }
        place >>= 1;
        last >>= 1;
    }
    assert_eq!(last, 0, "the proof is too short");
    root
}

/// RFC 9162, section 2.1.4.2, for sizes 0 < from < to.
fn roots_by_consistency(from: u64, to: u64, from_root: Hash, proof: &[Hash]) -> (Hash, Hash) {
    let mut proof = proof.to_vec();
    if from.is_power_of_two() {
        proof.insert(0, from_root);
    }
    let (mut place, mut last) = (from - 1, to - 1);
    while place & 1 == 1 {
        place >>= 1;
        last >>= 1;
    }
    let (mut old, mut new) = (proof[0], proof[0]);
    for each in &proof[1..] {
        assert_ne!(last, 0, "the proof is too long");
        if place & 1 == 1 || place == last {
            old = node(each, &old);
            new = node(each, &new);
            while place & 1 == 0 && place != 0 {
                place >>= 1;
                last >>= 1;
            }
        } else {
            new = node(&new, each);
        }
        place >>= 1;
        last >>= 1;
    }
    assert_eq!(last, 0, "the proof is too short");
    (old, new)
}

fn hash(answer: &Answer, name: &str) -> Hash {
    hex::decode(answer.text(name)).unwrap().try_into().unwrap()
}

fn path(answer: &Answer) -> Vec<Hash> {
    let hashes = answer.json["proof"].as_array().unwrap().iter();
    hashes
        .map(|text| hex::decode(text.as_str().unwrap()).unwrap().try_into().unwrap())
        .collect()
}

async fn app_with_entries() -> (TestApp, super::support::Client) {
    let app = TestApp::new().await;
    let auditor = app.person_at("auditor", Role::Auditor, Scope::Country).await;
    let guard = app.guard("guard").await;
    for _ in 0..30 {
        app.alarm_by(&guard).await;
    }
    (app, auditor)
}

#[tokio::test]
async fn an_auditor_can_prove_each_entry_and_that_the_log_only_grew() {
    let (app, auditor) = app_with_entries().await;
    let checkpoint = auditor.get("/log/checkpoint").await.expect(200);
    let checkpoint = app
        .verifier
        .open(std::str::from_utf8(&checkpoint.bytes).unwrap())
        .unwrap();
    let size = checkpoint.size;
    assert_eq!(size, app.handle.live().head());
    for position in 1..=size {
        let proof = auditor
            .get(&format!("/log/proof?position={position}&size={size}"))
            .await
            .expect(200);
        let root = root_by_inclusion(position - 1, size, hash(&proof, "leaf_hash"), &path(&proof));
        assert_eq!(root, checkpoint.root, "position {position}");
    }
    for from in 1..size {
        let proof = auditor
            .get(&format!("/log/proof?from={from}&to={size}"))
            .await
            .expect(200);
        let roots = roots_by_consistency(from, size, hash(&proof, "from_root"), &path(&proof));
        assert_eq!(roots, (hash(&proof, "from_root"), checkpoint.root), "from {from}");
    }
    let tile = auditor
        .get(&format!("/log/tile/0/000.p/{size}"))
        .await
        .expect(200);
    assert_eq!(tile.bytes.len() as u64, size * 32);
    let first = auditor
        .get(&format!("/log/proof?position=1&size={size}"))
        .await
        .expect(200);
    assert_eq!(tile.bytes[..32], hash(&first, "leaf_hash"));
}

#[tokio::test]
async fn the_public_sees_the_log_as_it_was_published() {
    let (app, auditor) = app_with_entries().await;
    let public = app.nobody();
    let empty = public.get("/log/checkpoint").await.expect(200);
    let empty = app
        .verifier
        .open(std::str::from_utf8(&empty.bytes).unwrap())
        .unwrap();
    assert_eq!(empty.size, 0, "nothing is old enough yet");
    assert_eq!(empty.root, <Hash>::from(Sha256::digest([])));
    public.get("/log/proof?position=1&size=1").await.expect(404);
    public.get("/log/tile/0/000.p/1").await.expect(404);

    app.published.store(5, Ordering::SeqCst);
    let five = public.get("/log/checkpoint").await.expect(200);
    let five = app
        .verifier
        .open(std::str::from_utf8(&five.bytes).unwrap())
        .unwrap();
    assert_eq!(five.size, 5);
    let proof = public.get("/log/proof?position=5").await.expect(200);
    assert_eq!(
        root_by_inclusion(4, 5, hash(&proof, "leaf_hash"), &path(&proof)),
        five.root
    );
    public.get("/log/tile/0/000.p/5").await.expect(200);
    for beyond in [
        "/log/proof?position=6",
        "/log/proof?position=1&size=6",
        "/log/proof?from=1&to=6",
    ] {
        public.get(beyond).await.expect(404);
        assert_eq!(auditor.get(beyond).await.status, 200, "{beyond}");
    }
    public.get("/log/tile/0/000.p/6").await.expect(404);
    app.guard("another")
        .await
        .get("/log/tile/0/000.p/6")
        .await
        .expect(404);
}

#[tokio::test]
async fn what_is_no_proof_is_refused() {
    let (_app, auditor) = app_with_entries().await;
    for query in ["", "?position=1&from=1", "?position=first", "?to=3"] {
        auditor.get(&format!("/log/proof{query}")).await.expect(400);
    }
    for path in ["position=0", "position=1&size=99999", "from=4&to=3"] {
        auditor.get(&format!("/log/proof?{path}")).await.expect(404);
    }
    for path in ["0/0", "entries/000", "0/001", "64/000"] {
        auditor.get(&format!("/log/tile/{path}")).await.expect(404);
    }
}
