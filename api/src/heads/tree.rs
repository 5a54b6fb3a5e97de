//! The Merkle tree of RFC 6962: its root, and proofs that a leaf is in it and that it has only grown.

use sha2::{Digest, Sha256};

/// SHA-256.
pub type Hash = [u8; 32];

/// The hash of a leaf, which no inner node can have.
pub fn leaf(content: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(content).finalize().into()
}

fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// The largest power of two below a number of leaves, of which there are at least two.
fn middle(leaves: usize) -> usize {
    leaves.next_power_of_two() / 2
}

/// The root over the hashes of leaves.
pub fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Sha256::digest([]).into(),
        [only] => *only,
        _ => {
            let (left, right) = leaves.split_at(middle(leaves.len()));
            node(&root(left), &root(right))
        }
    }
}

/// A tree that grows leaf by leaf, of which only what its root needs is kept.
#[derive(Debug, Clone, Default)]
pub struct Growing {
    size: u64,
    /// The roots of the whole parts, the widest first.
    parts: Vec<Hash>,
}

impl Growing {
    /// How many leaves it has.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Adds the hash of a leaf.
    pub fn push(&mut self, leaf: Hash) {
        let mut hash = leaf;
        let mut row = self.size;
        while row & 1 == 1 {
            if let Some(left) = self.parts.pop() {
                hash = node(&left, &hash);
            }
            row >>= 1;
        }
        self.parts.push(hash);
        self.size += 1;
    }

    /// Its root.
    pub fn root(&self) -> Hash {
        let mut parts = self.parts.iter().rev();
        match parts.next() {
            Some(last) => parts.fold(*last, |hash, part| node(part, &hash)),
            None => root(&[]),
        }
    }
}

/// The hashes that lead from a leaf to the root, from the bottom upwards. None if there is no such leaf.
pub fn inclusion(leaves: &[Hash], index: usize) -> Option<Vec<Hash>> {
    let mut path = Vec::new();
    if index >= leaves.len() {
        return None;
    }
    climb(leaves, index, &mut path);
    Some(path)
}

fn climb(leaves: &[Hash], index: usize, path: &mut Vec<Hash>) {
    if leaves.len() < 2 {
        return;
    }
    let (left, right) = leaves.split_at(middle(leaves.len()));
    if index < left.len() {
        climb(left, index, path);
        path.push(root(right));
    } else {
        climb(right, index - left.len(), path);
        path.push(root(left));
    }
}

/// The hashes that show that the first `old` leaves were the whole tree once. None if there are not so
/// many.
pub fn consistency(leaves: &[Hash], old: usize) -> Option<Vec<Hash>> {
    let mut path = Vec::new();
    if old > leaves.len() {
        return None;
    }
    if old > 0 {
        join(leaves, old, true, &mut path);
    }
    Some(path)
}

/// `known` says that the old tree is a whole part of this one, whose root the reader has already.
fn join(leaves: &[Hash], old: usize, known: bool, path: &mut Vec<Hash>) {
    if old == leaves.len() {
        if !known {
            path.push(root(leaves));
        }
        return;
    }
    let (left, right) = leaves.split_at(middle(leaves.len()));
    if old <= left.len() {
        join(left, old, known, path);
        path.push(root(right));
    } else {
        join(right, old - left.len(), false, path);
        path.push(root(left));
    }
}

/// A place on the way to the root: the number of a node in its row, and of the last node of that row.
struct Place {
    number: u64,
    last: u64,
}

impl Place {
    fn up(&mut self) {
        self.number >>= 1;
        self.last >>= 1;
    }

    /// Whether the next hash of a path stands on the left. A node without a neighbour rises until it is
    /// a right one.
    fn takes_left(&mut self) -> bool {
        let takes_left = self.number & 1 == 1 || self.number == self.last;
        while takes_left && self.number & 1 == 0 && self.number != 0 {
            self.up();
        }
        takes_left
    }
}

/// Whether a path leads from this leaf to the root of a tree of this size.
pub fn includes(leaf: &Hash, index: u64, size: u64, path: &[Hash], expected: &Hash) -> bool {
    if index >= size {
        return false;
    }
    let mut place = Place { number: index, last: size - 1 };
    let mut hash = *leaf;
    for next in path {
        if place.last == 0 {
            return false;
        }
        hash = if place.takes_left() { node(next, &hash) } else { node(&hash, next) };
        place.up();
    }
    place.last == 0 && hash == *expected
}

/// Whether a path shows that the tree of the old size and root is the beginning of the new one.
pub fn has_grown(old: (u64, &Hash), new: (u64, &Hash), path: &[Hash]) -> bool {
    let ((old_size, old_root), (size, expected)) = (old, new);
    if old_size > size {
        return false;
    }
    if old_size == size {
        return path.is_empty() && old_root == expected;
    }
    if old_size == 0 {
        return path.is_empty();
    }
    let (first, path) = if old_size.is_power_of_two() {
        (old_root, path)
    } else {
        match path.split_first() {
            Some(split) => split,
            None => return false,
        }
    };
    let mut place = Place { number: old_size - 1, last: size - 1 };
    while place.number & 1 == 1 {
        place.up();
    }
    let (mut before, mut after) = (*first, *first);
    for next in path {
        if place.last == 0 {
            return false;
        }
        if place.takes_left() {
            before = node(next, &before);
            after = node(next, &after);
        } else {
            after = node(&after, next);
        }
        place.up();
    }
    place.last == 0 && before == *old_root && after == *expected
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The leaves and roots that implementations of Certificate Transparency are tried with.
    const LEAVES: [&str; 8] = [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ];
    const ROOTS: [&str; 8] = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    fn known() -> Vec<Hash> {
        LEAVES.iter().map(|text| leaf(&hex::decode(text).expect("hexadecimal"))).collect()
    }

    fn some(size: usize) -> Vec<Hash> {
        (0..size).map(|number| leaf(&number.to_be_bytes())).collect()
    }

    #[test]
    fn roots_are_those_of_certificate_transparency() {
        let leaves = known();
        for (size, expected) in (1..).zip(ROOTS) {
            assert_eq!(hex::encode(root(&leaves[..size])), expected, "{size} leaves");
        }
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(hex::encode(root(&[])), empty);
    }

    #[test]
    fn proofs_are_those_of_certificate_transparency() {
        let leaves = known();
        let text = |path: Option<Vec<Hash>>| -> Vec<String> {
            path.expect("a path").iter().map(hex::encode).collect()
        };
        let of_the_sixth = [
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ];
        assert_eq!(text(inclusion(&leaves, 5)), of_the_sixth);
        let from_six = [
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ];
        assert_eq!(text(consistency(&leaves, 6)), from_six);
    }

    #[test]
    fn every_leaf_is_shown_in_every_tree_and_no_other_leaf_root_or_place() {
        for size in 1..40 {
            let leaves = some(size);
            let (top, wide) = (root(&leaves), size as u64);
            for (index, own) in leaves.iter().enumerate() {
                let path = inclusion(&leaves, index).expect("a path");
                let place = index as u64;
                assert!(includes(own, place, wide, &path, &top), "{index} of {size}");
                assert!(!includes(&leaf(b"other"), place, wide, &path, &top));
                assert!(!includes(own, place, wide, &path, &leaf(b"other")));
                assert!(!includes(own, place + 1, wide, &path, &top), "{index} of {size}");
                let longer: Vec<Hash> = path.iter().copied().chain([top]).collect();
                assert!(!includes(own, place, wide, &longer, &top));
            }
            assert_eq!(inclusion(&leaves, size), None);
        }
    }

    #[test]
    fn every_tree_is_shown_to_have_grown_from_each_before_it_and_from_no_other() {
        for size in 0..40 {
            let leaves = some(size);
            let top = root(&leaves);
            for old in 0..=size {
                let before = root(&leaves[..old]);
                let path = consistency(&leaves, old).expect("a path");
                let new = (size as u64, &top);
                assert!(has_grown((old as u64, &before), new, &path), "{old} to {size}");
                if old == 0 {
                    continue;
                }
                assert!(!has_grown((old as u64, &leaf(b"other")), new, &path), "{old} to {size}");
                assert!(!has_grown((old as u64, &before), (new.0, &leaf(b"other")), &path));
                let mut longer = path.clone();
                longer.push(top);
                assert!(!has_grown((old as u64, &before), new, &longer), "{old} to {size}");
                if let Some((_, shorter)) = path.split_last() {
                    assert!(!has_grown((old as u64, &before), new, shorter), "{old} to {size}");
                }
            }
            assert_eq!(consistency(&leaves, size + 1), None);
        }
    }

    #[test]
    fn a_growing_tree_has_the_same_roots() {
        let leaves = some(70);
        let mut growing = Growing::default();
        for (size, next) in leaves.iter().enumerate() {
            assert_eq!(growing.root(), root(&leaves[..size]), "{size} leaves");
            growing.push(*next);
        }
        assert_eq!(growing.size(), 70);
    }

    #[test]
    fn a_tree_that_was_rewritten_has_not_grown() {
        let leaves = some(20);
        let mut rewritten = leaves.clone();
        rewritten[3] = leaf(b"forged");
        rewritten.push(leaf(b"more"));
        let path = consistency(&rewritten, 20).expect("a path");
        assert!(!has_grown((20, &root(&leaves)), (21, &root(&rewritten)), &path));
    }
}
