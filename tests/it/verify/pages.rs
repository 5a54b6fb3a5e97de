//! Pages of the database overwritten: each is seen, or held nothing. A page held nothing where every
//! row of every table is read as before and SQLite itself finds every page in order.

use super::support::{Copy, full};
use crate::support::{Backend, Office};

const PAGES: usize = 40;

/// All rows of all tables, as text; none where something cannot be read.
async fn contents(copy: &Copy) -> Option<Vec<String>> {
    copy.try_contents().await.ok()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_overwritten_page_is_seen_or_held_nothing() {
    let (office, _) = full(Office::open(Backend::Sqlite).await).await;
    let copy = Copy::of(&office).await;
    let before = contents(&copy).await.expect("readable");
    let bytes = std::fs::read(copy.file()).expect("bytes");
    let size = usize::from(u16::from_be_bytes([bytes[16], bytes[17]]));
    let count = bytes.len() / size;
    assert!(count > PAGES, "{count} pages");
    let (mut seen, mut free) = (0, 0);
    for place in 0..PAGES {
        let page = place * count / PAGES;
        let mut damaged = bytes.clone();
        // Not random, but no page of SQLite's: the same for each run.
        for (offset, byte) in damaged[page * size..(page + 1) * size].iter_mut().enumerate() {
            *byte = u8::try_from((offset * 31 + place * 17) % 251).expect("a byte");
        }
        let tampered = copy.again();
        std::fs::write(tampered.file(), damaged).expect("written");
        let ended = tampered.command(&["verify"]).await;
        if ended.code == Some(0) {
            let after = contents(&tampered).await;
            assert!(after.as_ref() == Some(&before), "page {page} was overwritten unseen");
            free += 1;
        } else {
            assert!(!ended.complained.is_empty(), "page {page}");
            seen += 1;
        }
    }
    println!("{seen} of {PAGES} overwritten pages were seen, {free} held nothing");
    assert!(seen > PAGES / 2, "only {seen} of {PAGES} were seen");
}
