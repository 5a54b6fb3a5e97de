//! How long a certificate takes, beside bare typst on the same page, and how long the fonts take to load.

mod bare;

use std::hint::black_box;
use std::time::{Duration, Instant};

use bare::Bare;
use criterion::{Criterion, criterion_group};
use guijia_documents::papers::certificate::{self, Certificate};
use guijia_documents::{Document, Marks, Press};

/// How many certificates are compared, one by the press and one by bare typst in turn.
const PAIRS: u32 = 100;
/// What a certificate may cost of the same page by bare typst.
const AIM: f64 = 1.3;

/// Certificates that differ, since what was printed a moment ago is still known.
fn certificates() -> impl Iterator<Item = Certificate> {
    (1..).map(|number| Certificate {
        number: format!("（2026）渝足收字{number:05}"),
        ..certificate::sample::certificate()
    })
}

fn print(criterion: &mut Criterion) {
    let press = Press::new(Vec::new());
    let mut next = certificates();
    criterion.bench_function("certificate", |bencher| {
        bencher.iter(|| {
            let document = Document::Certificate(next.next().expect("one more"));
            press.print(black_box(&document), &Marks::default())
        });
    });
    let mut bare = Bare::new();
    criterion.bench_function("certificate by bare typst", |bencher| {
        bencher.iter(|| bare.print(black_box(&next.next().expect("one more"))));
    });
    criterion.bench_function("fonts", |bencher| bencher.iter(|| Press::new(Vec::new())));
}

/// Prints in turn, so that what the machine does besides falls on both.
fn compare() {
    let (press, mut bare, mut next) = (Press::new(Vec::new()), Bare::new(), certificates());
    let mut spent = [Duration::ZERO; 2];
    for _ in 0..PAIRS {
        let document = Document::Certificate(next.next().expect("one more"));
        let began = Instant::now();
        press.print(black_box(&document), &Marks::default()).expect("printed");
        spent[0] += began.elapsed();
        let certificate = next.next().expect("one more");
        let began = Instant::now();
        bare.print(black_box(&certificate));
        spent[1] += began.elapsed();
    }
    let [ours, plain] = spent.map(|all| all.as_secs_f64() * 1000.0 / f64::from(PAIRS));
    let (part, verdict) = (ours / plain, if ours <= AIM * plain { "met" } else { "MISSED" });
    println!(
        "a certificate {ours:.2} ms, bare typst {plain:.2} ms: {part:.2}; {verdict}: at most {AIM}"
    );
}

criterion_group!(benches, print);

fn main() {
    benches();
    compare();
}
