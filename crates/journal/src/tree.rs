//! The Merkle tree over the leaves (RFC 6962, section 2.1).
//!
//! - **Hash**: a node. A leaf is `SHA-256(00 ‖ leaf)`, an inner node `SHA-256(01 ‖ left ‖ right)`, the empty
//!   tree's root `SHA-256("")`.
//! - **Tile**: 256 hashes side by side. A tile of level `l` holds the roots of complete subtrees of `256^l` leaves
//!   (C2SP tlog-tiles), so that every node of the tree is at most 255 hashes away from a stored one.
//! - **Hashes**: whoever can look stored hashes up; roots and proofs are computed from it.
//! - **Edge**: the unfinished tile of each level, which is all that appending needs to remember.
//! - **Proof**: hashes with which a stranger who has a root checks one entry, or that one root extends another.

use sha2::{Digest, Sha256};
use thiserror::Error;

/// A node of the tree.
pub type Hash = [u8; 32];

/// How many hashes a full tile holds.
pub const TILE_WIDTH: usize = 256;

const TILE_WIDTH_U64: u64 = 256;

/// The hash of a leaf.
#[must_use]
pub fn leaf_hash(leaf: &[u8]) -> Hash {
    let mut sha = Sha256::new();
    sha.update([0]);
    sha.update(leaf);
    sha.finalize().into()
}

/// The hash of an inner node.
#[must_use]
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    let mut sha = Sha256::new();
    sha.update([1]);
    sha.update(left);
    sha.update(right);
    sha.finalize().into()
}

/// The root of the tree without leaves.
#[must_use]
pub fn empty_root() -> Hash {
    Sha256::digest([]).into()
}

/// Looks stored hashes up.
pub trait Hashes {
    /// Why a hash could not be read.
    type Error;

    /// `count` hashes of tile level `level` from `start`, all of one tile (`start / 256` is the tile's number).
    /// Each must be the root of a complete subtree.
    ///
    /// # Errors
    /// Whatever the store reports, and when the subtree is not complete.
    fn hashes(&self, level: u8, start: u64, count: usize) -> Result<Vec<Hash>, Self::Error>;
}

/// The root of the first `size` leaves.
///
/// # Errors
/// Those of `source`.
pub fn root<S: Hashes + ?Sized>(source: &S, size: u64) -> Result<Hash, S::Error> {
    if size == 0 {
        Ok(empty_root())
    } else {
        range(source, 0, size)
    }
}

/// The inclusion proof (RFC 6962, 2.1.1) of leaf `index` in the first `size` leaves; empty unless `index < size`.
///
/// # Errors
/// Those of `source`.
pub fn inclusion<S: Hashes + ?Sized>(source: &S, index: u64, size: u64) -> Result<Vec<Hash>, S::Error> {
    let (mut from, mut to) = (0, size);
    let mut proof = Vec::new();
    while index < size && to - from > 1 {
        let middle = from + split(to - from);
        if index < middle {
            proof.push(range(source, middle, to)?);
            to = middle;
        } else {
            proof.push(range(source, from, middle)?);
            from = middle;
        }
    }
    proof.reverse();
    Ok(proof)
}

/// The proof that the first `new` leaves begin with the first `old` (RFC 6962, 2.1.2); empty unless
/// `0 < old < new`.
///
/// # Errors
/// Those of `source`.
pub fn consistency<S: Hashes + ?Sized>(source: &S, old: u64, new: u64) -> Result<Vec<Hash>, S::Error> {
    let (mut from, mut to) = (0, new);
    let mut proof = Vec::new();
    if old == 0 || old >= new {
        return Ok(proof);
    }
    while to != old {
        let middle = from + split(to - from);
        if old <= middle {
            proof.push(range(source, middle, to)?);
            to = middle;
        } else {
            proof.push(range(source, from, middle)?);
            from = middle;
        }
    }
    // The verifier knows the old root; a part of the old tree that is not its root has to be told.
    if from != 0 {
        proof.push(range(source, from, to)?);
    }
    proof.reverse();
    Ok(proof)
}

/// The largest power of two below `count`, for a `count` of 2 or more.
fn split(count: u64) -> u64 {
    1 << (count - 1).ilog2()
}

/// The root of the leaves `from..to`, a range that occurs in RFC 6962: its left part is always complete.
fn range<S: Hashes + ?Sized>(source: &S, from: u64, to: u64) -> Result<Hash, S::Error> {
    let mut complete = Vec::new();
    let mut next = from;
    while next < to {
        let height = (to - next).ilog2();
        complete.push(subtree(source, height, next >> height)?);
        next += 1 << height;
    }
    Ok(fold(complete.into_iter()))
}

/// The root of the complete subtree of `2^height` leaves that is number `index` of its height.
fn subtree<S: Hashes + ?Sized>(source: &S, height: u32, index: u64) -> Result<Hash, S::Error> {
    let (level, rest) = (height / 8, height % 8);
    let level = u8::try_from(level).unwrap_or(u8::MAX);
    Ok(complete_root(source.hashes(level, index << rest, 1 << rest)?))
}

/// The root over a power of two of hashes.
pub(crate) fn complete_root(mut hashes: Vec<Hash>) -> Hash {
    while hashes.len() > 1 {
        hashes = hashes
            .chunks_exact(2)
            .map(|pair| node_hash(&pair[0], &pair[1]))
            .collect();
    }
    hashes.first().copied().unwrap_or_else(empty_root)
}

/// Joins complete subtrees of falling size, given left to right.
fn fold(parts: impl DoubleEndedIterator<Item = Hash>) -> Hash {
    parts
        .rev()
        .reduce(|right, left| node_hash(&left, &right))
        .unwrap_or_else(empty_root)
}

/// A full tile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tile {
    pub(crate) level: u8,
    pub(crate) number: u64,
    /// The root over the hashes: what the level above holds of this tile.
    pub(crate) root: Hash,
    /// Exactly [`TILE_WIDTH`].
    pub(crate) hashes: Vec<Hash>,
}

/// The unfinished tile of each level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Edge {
    size: u64,
    rows: Vec<Vec<Hash>>,
}

impl Edge {
    /// The edge of a stored tree.
    pub(crate) fn load<S: Hashes + ?Sized>(source: &S, size: u64) -> Result<Self, S::Error> {
        let mut rows = Vec::new();
        let mut level_size = size;
        for level in 0_u8.. {
            if level_size == 0 {
                break;
            }
            let width = level_size % TILE_WIDTH_U64;
            let row = match width {
                0 => Vec::new(),
                _ => source.hashes(level, level_size - width, usize::try_from(width).unwrap_or(0))?,
            };
            rows.push(row);
            level_size /= TILE_WIDTH_U64;
        }
        Ok(Self { size, rows })
    }

    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    /// Appends a leaf hash and hands each tile it fills to `full`.
    pub(crate) fn push(&mut self, leaf: Hash, mut full: impl FnMut(Tile)) {
        self.size += 1;
        let mut hash = leaf;
        let mut count = self.size;
        for level in 0_u8.. {
            let index = usize::from(level);
            if self.rows.len() == index {
                self.rows.push(Vec::with_capacity(TILE_WIDTH));
            }
            self.rows[index].push(hash);
            if self.rows[index].len() < TILE_WIDTH {
                break;
            }
            count /= TILE_WIDTH_U64;
            let hashes = std::mem::replace(&mut self.rows[index], Vec::with_capacity(TILE_WIDTH));
            hash = complete_root(hashes.clone());
            full(Tile {
                level,
                number: count - 1,
                root: hash,
                hashes,
            });
        }
    }

    /// The root over everything pushed.
    pub(crate) fn root(&self) -> Hash {
        let mut complete = Vec::new();
        for row in self.rows.iter().rev() {
            let mut rest = row.as_slice();
            while !rest.is_empty() {
                let (head, tail) = rest.split_at(1 << rest.len().ilog2());
                complete.push(complete_root(head.to_vec()));
                rest = tail;
            }
        }
        fold(complete.into_iter())
    }
}

/// A proof does not prove what it is shown for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the proof does not hold")]
pub struct BadProof;

/// Checks that `leaf` is number `index` of the tree with this `size` and `root` (RFC 9162, 2.1.3.2).
///
/// # Errors
/// [`BadProof`] when it is not, or the proof has too few or too many hashes.
pub fn verify_inclusion(
    leaf: &Hash,
    index: u64,
    size: u64,
    root: &Hash,
    proof: &[Hash],
) -> Result<(), BadProof> {
    if index >= size {
        return Err(BadProof);
    }
    let (mut node, mut last) = (index, size - 1);
    let mut hash = *leaf;
    for sibling in proof {
        if last == 0 {
            return Err(BadProof);
        }
        if node & 1 == 1 || node == last {
            hash = node_hash(sibling, &hash);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(&hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    if last == 0 && hash == *root {
        Ok(())
    } else {
        Err(BadProof)
    }
}

/// Checks that the tree of `new_size` and `new_root` begins with that of `old_size` and `old_root`
/// (RFC 9162, 2.1.4.2).
///
/// # Errors
/// [`BadProof`] when it does not, or the proof has too few or too many hashes.
pub fn verify_consistency(
    (old_size, old_root): (u64, &Hash),
    (new_size, new_root): (u64, &Hash),
    proof: &[Hash],
) -> Result<(), BadProof> {
    let check = |holds: bool| if holds { Ok(()) } else { Err(BadProof) };
    if old_size >= new_size || old_size == 0 {
        let trivial = match old_size {
            0 => *old_root == empty_root(),
            _ => old_size == new_size && old_root == new_root,
        };
        return check(trivial && proof.is_empty());
    }
    // A complete old tree is itself the first node of the path, and is left out of the proof.
    let (first, path) = match (old_size.is_power_of_two(), proof.split_first()) {
        (true, _) => (old_root, proof),
        (false, Some((first, path))) => (first, path),
        (false, None) => return Err(BadProof),
    };
    let shift = (old_size - 1).trailing_ones();
    let (mut node, mut last) = ((old_size - 1) >> shift, (new_size - 1) >> shift);
    let (mut old, mut new) = (*first, *first);
    for sibling in path {
        if last == 0 {
            return Err(BadProof);
        }
        if node & 1 == 1 || node == last {
            old = node_hash(sibling, &old);
            new = node_hash(sibling, &new);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            new = node_hash(&new, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    check(last == 0 && old == *old_root && new == *new_root)
}

/// Every full tile's hashes and the unfinished ones, in memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct MemoryTree {
    rows: Vec<Vec<Hash>>,
}

impl MemoryTree {
    pub(crate) fn push(&mut self, leaf: Hash) {
        let mut hash = leaf;
        for level in 0.. {
            if self.rows.len() == level {
                self.rows.push(Vec::new());
            }
            let row = &mut self.rows[level];
            row.push(hash);
            if !row.len().is_multiple_of(TILE_WIDTH) {
                break;
            }
            hash = complete_root(row[row.len() - TILE_WIDTH..].to_vec());
        }
    }
}

/// There is no such complete subtree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the tree is smaller than that")]
pub(crate) struct NoSuchHash;

impl Hashes for MemoryTree {
    type Error = NoSuchHash;

    fn hashes(&self, level: u8, start: u64, count: usize) -> Result<Vec<Hash>, NoSuchHash> {
        let start = usize::try_from(start).map_err(|_| NoSuchHash)?;
        let end = start.checked_add(count).ok_or(NoSuchHash)?;
        let row = self.rows.get(usize::from(level)).ok_or(NoSuchHash)?;
        Ok(row.get(start..end).ok_or(NoSuchHash)?.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Past 65,536 leaves there are tiles of tiles, which the tests against another implementation do not reach.
    #[test]
    fn edge_and_stored_tree_agree_across_three_levels() {
        let (mut edge, mut tree, mut tiles) = (Edge::default(), MemoryTree::default(), Vec::new());
        for number in 0..66_100_u64 {
            let leaf = leaf_hash(&number.to_be_bytes());
            edge.push(leaf, |tile| tiles.push(tile));
            tree.push(leaf);
            if [255, 256, 65_535, 65_536, 65_537, 66_000].contains(&edge.size()) {
                assert_eq!(
                    root(&tree, edge.size()),
                    Ok(edge.root()),
                    "root of {}",
                    edge.size()
                );
                assert_eq!(
                    Edge::load(&tree, edge.size()),
                    Ok(edge.clone()),
                    "edge of {}",
                    edge.size()
                );
            }
        }
        for Tile {
            level,
            number,
            root,
            hashes,
        } in &tiles
        {
            let stored = tree.hashes(*level, number * TILE_WIDTH_U64, TILE_WIDTH);
            assert_eq!(stored.as_ref(), Ok(hashes), "tile {level}/{number}");
            assert_eq!(*root, complete_root(hashes.clone()));
        }
        assert_eq!(tiles.iter().filter(|tile| tile.level == 1).count(), 1);
        let (size, top) = (edge.size(), edge.root());
        for index in [0, 255, 65_535, 65_536, 66_099] {
            let proof = inclusion(&tree, index, size).unwrap();
            assert_eq!(
                verify_inclusion(&leaf_hash(&index.to_be_bytes()), index, size, &top, &proof),
                Ok(())
            );
            let old = root(&tree, index + 1).unwrap();
            let proof = consistency(&tree, index + 1, size).unwrap();
            assert_eq!(
                verify_consistency((index + 1, &old), (size, &top), &proof),
                Ok(())
            );
        }
    }
}
