//! How long a certificate takes, and how long the fonts take to load.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use guijia_documents::papers::certificate;
use guijia_documents::{Document, Marks, Press};

fn print(criterion: &mut Criterion) {
    let press = Press::new(Vec::new());
    let certificate = Document::Certificate(certificate::sample::certificate());
    criterion.bench_function("certificate", |bencher| {
        bencher.iter(|| press.print(black_box(&certificate), &Marks::default()));
    });
    criterion.bench_function("fonts", |bencher| bencher.iter(|| Press::new(Vec::new())));
}

criterion_group!(benches, print);
criterion_main!(benches);
