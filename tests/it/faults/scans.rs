//! Hostile scans are filed: each is answered in words, none stops the server.

use std::time::{Duration, Instant};

use super::hostile::{
    Colour, changelings, content_bomb, packed, pdfs_that_act, pdfs_that_lie, picture_bomb,
    picture_in_pdf, png, unfolding,
};
use super::memory::{Peak, watched};
use super::{Run, is_full};
use crate::support::papers::scan;
use crate::support::story::application;
use crate::support::{Answer, Office, Person, Story, on_both_databases};

on_both_databases!(
    #[ignore = "`make faults` runs it"]
    hostile_scans_are_answered
);

/// How long one answer may take: the child has 20 seconds of processor time.
const PATIENCE: Duration = Duration::from_secs(60);
/// The largest scan that is taken.
const LARGEST: usize = 20 * 1024 * 1024;
/// The most memory, in MiB: of the server, and of the child that looks.
const SERVER: u64 = 400;
const CHILD: u64 = 1500;

async fn hostile_scans_are_answered(office: Office) {
    let mut run = Run::of("hostile scans", office.backend);
    let mut story = Story::apply(&office, application(1)).await;
    let server = office.process().await;
    let (mut taken, mut refused) = (0, 0);
    let mut highest = Peak::default();
    let active = pdfs_that_act().into_iter().map(|(name, bytes)| (name, bytes, &[422][..]));
    let others = scans().into_iter().map(|(name, bytes)| (name, bytes, &[200, 413, 422][..]));
    for (name, bytes, statuses) in others.chain(active) {
        let (size, began) = (bytes.len(), Instant::now());
        let request = story.request(Person::REGISTRAR, "/papers?paper=joint_photo").await;
        let request = request.header("Content-Type", "application/pdf").body(bytes);
        let asked = tokio::time::timeout(PATIENCE, Answer::of(request));
        let (answer, peak) = watched(server, asked).await;
        highest.server = highest.server.max(peak.server);
        highest.child = highest.child.max(peak.child);
        let Ok(answer) = answer else {
            run.expect(false, || format!("{name}: no answer"));
            continue;
        };
        let (status, took) = (answer.status.as_u16(), began.elapsed());
        let words = if status == 200 {
            taken += 1;
            story.version = answer.json()["version"].as_u64().expect("a version");
            String::new()
        } else {
            refused += 1;
            let problem = answer.json();
            let words = problem["violations"][0]["message"].as_str();
            words.or(problem["detail"].as_str()).unwrap_or_default().to_owned()
        };
        println!(
            "  {name:<40} {size:>9} B {status} {took:>6.1?} child {:>5} MiB {words}",
            peak.child
        );
        run.expect(statuses.contains(&status), || format!("{name}: {}", answer.text()));
    }
    run.figure("taken", taken);
    run.figure("refused", refused);
    run.figure("server MiB", highest.server);
    run.figure("child MiB", highest.child);
    run.expect(highest.server <= SERVER, || format!("the server took {} MiB", highest.server));
    run.expect(highest.child <= CHILD, || format!("a child took {} MiB", highest.child));
    story.bring("joint_photo", None).await;
    run.expect(office.process().await == server, || "the server is another one".to_owned());
    run.end();
}

/// Every scan with its name; in the short form those that are quickly made.
fn scans() -> Vec<(&'static str, Vec<u8>)> {
    let mut scans = vec![
        ("an ordinary scan", scan()),
        (
            "a picture of 50,000 by 50,000, no pixels",
            png(50_000, 50_000, Colour::Plain, false, b""),
        ),
        ("a picture of one line", png(80_000_000, 1, Colour::Grey, false, b"")),
        ("half a picture", {
            let whole = png(100, 100, Colour::Plain, true, b"");
            whole[..whole.len() - 30].to_vec()
        }),
        ("a text of 100 MB in a picture", {
            png(10, 10, Colour::Plain, true, &unfolding(b"zTXt", 100_000_000))
        }),
    ];
    scans.extend(pdfs_that_lie());
    scans.extend(changelings());
    let mut largest = scan();
    let end = largest.split_off(largest.len() - 6);
    largest.resize(LARGEST - end.len(), b'%');
    largest.extend(end);
    let mut larger = largest.clone();
    larger.push(b'\n');
    scans.extend([("exactly the largest", largest), ("one byte larger", larger)]);
    if is_full() {
        scans.extend(heavy_scans());
    }
    scans
}

fn heavy_scans() -> Vec<(&'static str, Vec<u8>)> {
    let objects = [b"5 0 ".to_vec(), vec![b' '; 400_000_000], b"<<>>".to_vec()].concat();
    vec![
        ("80 million points, transparent", png(8944, 8944, Colour::Transparent, true, b"")),
        ("80 million points", png(8944, 8944, Colour::Plain, true, b"")),
        ("a profile of 300 MB", picture_bomb(0, &unfolding(b"iCCP", 300_000_000))),
        ("a page of 1 GB", content_bomb(1_000_000_000, false)),
        ("a page of 1 GB packed twice", content_bomb(1_000_000_000, true)),
        ("objects of 400 MB", super::hostile::object_bomb(&packed(&objects))),
        ("a picture of 900 million points in a PDF", picture_in_pdf()),
    ]
}
