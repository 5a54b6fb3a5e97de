//! The disk under the office fills while people work, and has room again. What was acknowledged is
//! there, the refusals say so in words, and nobody has to start the office again.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use reqwest::{Method, RequestBuilder};
use serde_json::Value;
use tempfile::TempDir;

use super::cluster::is_root;
use super::judge::{let_the_jobs_end, numbers_have_no_gaps, the_program_finds_nothing};
use super::{Run, is_full};
use crate::support::papers::scan;
use crate::support::story::application;
use crate::support::{Answer, Office, Person, on_both_databases};

on_both_databases!(
    #[ignore = "`make faults` runs it"]
    the_disk_fills_and_has_room_again
);

/// How many people work at once.
const CLIENTS: u32 = 6;
/// How long the office may need to be back after there is room again.
const BACK: Duration = Duration::from_secs(15);
/// What is told of each stretch.
const STRETCHES: [&str; 3] = ["room", "full", "room again"];

async fn the_disk_fills_and_has_room_again(office: Office) {
    let mut run = Run::of("disk full", office.backend);
    if !is_root().await {
        run.figure("not run: only root may mount a small disk here", "");
        return run.end();
    }
    let disk = Disk::new();
    let data = office.data();
    let office = office
        .reopen(async |server| {
            assert_eq!(server.terminate().await, Some(0));
            disk.take(&data);
        })
        .await;
    let seen = Seen::default();
    let span = if is_full() { 20 } else { 2 };
    let weather = async {
        tokio::time::sleep(Duration::from_secs(2)).await;
        disk.fill();
        seen.begin(1);
        tokio::time::sleep(Duration::from_secs(span)).await;
        let ready = office.anonymous(Method::GET, "/readyz").send().await;
        let ready = ready.map_or(0, |answer| answer.status().as_u16());
        disk.empty();
        seen.begin(2);
        tokio::time::sleep(Duration::from_secs(span)).await;
        seen.begin(3);
        ready
    };
    let people = join_all((0..CLIENTS).map(|client| work(&office, &seen, client)));
    let (ready, _) = tokio::join!(weather, people);
    run.figure("readyz while full", ready);
    seen.tell(&office, &mut run).await;
    let_the_jobs_end(&office, &mut run).await;
    numbers_have_no_gaps(&office, &mut run).await;
    the_program_finds_nothing(&office, &mut run).await;
    let office = office
        .reopen(async |server| {
            assert_eq!(server.terminate().await, Some(0), "it ends gently");
        })
        .await;
    let lost = seen.lost(&office).await;
    run.figure("lost after a restart", lost.len());
    run.expect(lost.is_empty(), || format!("lost after a restart: {lost:?}"));
    drop(office);
    run.end();
}

/// Opens cases and files a scan in each until it is over.
async fn work(office: &Office, seen: &Seen, client: u32) {
    let mut seed = client;
    while let Some(stretch) = seen.stretch() {
        let request = office.request(Person::REGISTRAR, Method::POST, "/v1/cases").await;
        if let Some(done) = seen.ask(stretch, request.json(&application(seed))).await {
            let case = done["case_id"].as_str().expect("a case");
            let path = format!("/v1/cases/{case}/papers?paper=joint_photo");
            let request = office.request(Person::REGISTRAR, Method::POST, &path).await;
            let request = request.header("If-Match", "\"1\"").body(scan());
            seen.ask(stretch, request.header("Content-Type", "application/pdf")).await;
        } else {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        seed += CLIENTS;
    }
}

/// What people were answered.
#[derive(Default)]
struct Seen {
    stretch: AtomicUsize,
    began: Mutex<Option<Instant>>,
    done: Mutex<Vec<(String, u64)>>,
    answers: Mutex<[BTreeMap<u16, u64>; 3]>,
    words: Mutex<BTreeSet<String>>,
    back: Mutex<Option<Duration>>,
    broken: Mutex<Vec<String>>,
}

impl Seen {
    fn begin(&self, stretch: usize) {
        *self.began.lock().expect("a time") = Some(Instant::now());
        self.stretch.store(stretch, Ordering::Relaxed);
    }

    fn stretch(&self) -> Option<usize> {
        let stretch = self.stretch.load(Ordering::Relaxed);
        (stretch < STRETCHES.len()).then_some(stretch)
    }

    /// Sends an act; what it answered if it was done.
    async fn ask(&self, stretch: usize, request: RequestBuilder) -> Option<Value> {
        let answer = Answer::of(request).await;
        let status = answer.status.as_u16();
        *self.answers.lock().expect("a count")[stretch].entry(status).or_default() += 1;
        if answer.status.is_success() {
            let done = answer.json();
            let (case, version) = (done["case_id"].as_str(), done["version"].as_u64());
            let version = (case.expect("a case").to_owned(), version.expect("a version"));
            self.done.lock().expect("a list").push(version);
            if stretch == 2 {
                let began = self.began.lock().expect("a time").expect("a time");
                self.back.lock().expect("a time").get_or_insert(began.elapsed());
            }
            return Some(done);
        }
        let problem = answer.json();
        let detail = problem["detail"].as_str().or(problem["title"].as_str()).unwrap_or_default();
        self.words.lock().expect("words").insert(format!("{status} {detail}"));
        if ![503, 507].contains(&status) || answer.header("Retry-After").is_empty() {
            self.broken.lock().expect("a list").push(format!("{status} {}", answer.text()));
        }
        None
    }

    async fn tell(&self, office: &Office, run: &mut Run) {
        let answers = self.answers.lock().expect("a count").clone();
        for (stretch, answers) in STRETCHES.iter().zip(&answers) {
            run.figure(stretch, format!("{answers:?}"));
        }
        let words = self.words.lock().expect("words").clone();
        words.iter().for_each(|words| println!("  {words}"));
        let refused = answers[1].keys().any(|status| [503, 507].contains(status));
        run.expect(refused, || "the disk was never full".to_owned());
        let back = *self.back.lock().expect("a time");
        run.figure("back after ms", back.map_or(-1, |back| back.as_millis() as i64));
        run.expect(back.is_some_and(|back| back < BACK), || "it is not back by itself".to_owned());
        let broken = self.broken.lock().expect("a list").clone();
        run.expect(broken.is_empty(), || format!("{} bad refusals: {:?}", broken.len(), broken[0]));
        let lost = self.lost(office).await;
        run.figure("acknowledged", self.done.lock().expect("a list").len());
        run.figure("lost", lost.len());
        run.expect(lost.is_empty(), || format!("acknowledged and lost: {lost:?}"));
    }

    /// What was acknowledged and is not in the log.
    async fn lost(&self, office: &Office) -> Vec<(String, u64)> {
        let events = "SELECT case_id || ' ' || CAST(version AS TEXT) FROM event";
        let events: BTreeSet<String> =
            office.database().await.texts(events).await.into_iter().collect();
        let done = self.done.lock().expect("a list").clone();
        done.into_iter()
            .filter(|(case, version)| !events.contains(&format!("{case} {version}")))
            .collect()
    }
}

/// A small disk, mounted in the memory of the machine until it is dropped.
struct Disk {
    place: TempDir,
}

impl Disk {
    fn new() -> Disk {
        let disk = Disk { place: TempDir::new().expect("a directory") };
        let options = ["-t", "tmpfs", "-o", "size=12m,mode=700", "tmpfs"];
        order(Command::new("mount").args(options).arg(disk.place.path()));
        disk
    }

    /// Takes over a data directory, and leaves a link where it was.
    fn take(&self, data: &Path) {
        let taken = self.place.path().join("data");
        order(Command::new("cp").arg("-a").arg(data).arg(&taken));
        std::fs::remove_dir_all(data).expect("removed");
        std::os::unix::fs::symlink(taken, data).expect("a link");
    }

    fn filler(&self) -> PathBuf {
        self.place.path().join("filler")
    }

    fn fill(&self) {
        let mut filler = std::fs::File::create(self.filler()).expect("a file");
        while filler.write_all(&[0; 4096]).is_ok() {}
    }

    fn empty(&self) {
        order(Command::new("mount").args(["-o", "remount,size=2g"]).arg(self.place.path()));
        std::fs::remove_file(self.filler()).expect("removed");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Lazily, since a server that was just killed may still be ending.
        order(Command::new("umount").arg("--lazy").arg(self.place.path()));
    }
}

fn order(command: &mut Command) {
    let ended = command.status().expect("it runs");
    assert!(ended.success(), "{command:?}");
}
