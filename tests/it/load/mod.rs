//! What the service does in which time and at which cost, beside what the same machine does at best in the
//! same run. Run by `make bench`, which prints it as a table with the aims and says which are missed.

mod acts;
mod desk;
mod driver;
mod filling;
mod papers;
mod plain;
mod reads;
mod sealing;
mod spent;
mod start;
mod table;

use std::time::{Duration, Instant};

use futures_util::future::join_all;

use self::desk::first_pages_of_a_desk;
use self::reads::reads_at_a_million;
use self::spent::Meter;
use self::table::{Table, Times};
use crate::support::{Backend, Office, on_both_databases};

/// How long each rate is measured.
const SPAN: Duration = Duration::from_secs(6);

on_both_databases!(
    #[ignore = "it measures and decides nothing; `make bench` runs it"]
    first_pages_of_a_desk
);

on_both_databases!(
    #[ignore = "it measures and decides nothing; `make bench` runs it"]
    reads_at_a_million
);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "it measures and decides nothing; `make bench` runs it"]
async fn the_figures_of_sqlite() {
    the_figures(Backend::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "it measures and decides nothing; `make bench` runs it"]
async fn the_figures_of_postgresql() {
    the_figures(Backend::Postgresql).await;
}

/// The whole table of one database.
async fn the_figures(backend: Backend) {
    let (settings, figures) = Meter::settings();
    let office = Office::open_with(backend, &settings).await;
    let meter = Meter::of(&office, figures).await;
    let mut table = Table::begin(&format!("{backend:?}; {}", plain::spin()));
    let plain = plain::transactions(&office, &mut table).await;
    acts::at_each_length(&office, &meter, &mut table).await;
    acts::many_at_once(&office, &meter, plain, &mut table).await;
    acts::reads(&office, &meter, &mut table).await;
    papers::certificates(&office, &mut table).await;
    papers::whole_cases(&office, &meter, &mut table).await;
    start::start_and_idle(office, &mut table).await;
    table.close();
}

/// What these do, each again and again for [`SPAN`]: the time of each, and how many were done in a second.
async fn again_and_again<W>(workers: Vec<W>, work: impl AsyncFn(&mut W)) -> (Times, f64) {
    let began = Instant::now();
    let work = &work;
    let times = join_all(workers.into_iter().map(|mut worker| async move {
        let mut times = Vec::new();
        while began.elapsed() < SPAN {
            let begun = Instant::now();
            work(&mut worker).await;
            times.push(begun.elapsed());
        }
        times
    }));
    let times: Vec<Duration> = times.await.into_iter().flatten().collect();
    let rate = times.len() as f64 / began.elapsed().as_secs_f64();
    (Times::of(times), rate)
}
