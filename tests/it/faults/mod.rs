//! What breaks while the office works: the power, the disk, the database, what is filed, who tampers.
//! Run by `make faults`, and in a short form by `make test`; see docs/faults.md.

mod bombs;
mod cluster;
mod disk_full;
mod hostile;
mod judge;
mod kills;
mod memory;
mod outage;
mod scans;
pub mod surgery;
mod tampering;
mod two_programs;
mod unread_bodies;

use std::fmt::Display;

use crate::support::Backend;

/// Says `full` where the long form is wanted.
const FORM: &str = "FAULTS_FORM";
/// Says how often a server is killed.
const KILLS: &str = "FAULTS_KILLS";

/// Whether this is the long form.
fn is_full() -> bool {
    std::env::var(FORM).is_ok_and(|form| form == "full")
}

/// How often a server is killed on each database.
fn kills() -> u32 {
    let wanted = std::env::var(KILLS).ok().and_then(|wanted| wanted.parse().ok());
    wanted.unwrap_or(if is_full() { 50 } else { 10 })
}

/// One run: its figures on one line, and every promise that was broken.
struct Run {
    name: String,
    figures: Vec<String>,
    breaches: Vec<String>,
}

impl Run {
    /// A run that begins.
    fn of(name: &str, backend: Backend) -> Run {
        let name = format!("{name} ({backend:?})");
        println!("\n{name}");
        Run { name, figures: Vec::new(), breaches: Vec::new() }
    }

    /// A figure of its line.
    fn figure(&mut self, what: &str, value: impl Display) {
        self.figures.push(format!("{what} {value}"));
    }

    /// A promise that was broken, unless it was kept.
    fn expect(&mut self, kept: bool, broken: impl FnOnce() -> String) {
        if !kept {
            self.breaches.push(broken());
        }
    }

    /// Says the figures and fails where a promise was broken.
    #[track_caller]
    fn end(self) {
        for breach in &self.breaches {
            println!("  BREACH: {breach}");
        }
        let (name, figures) = (&self.name, self.figures.join(", "));
        // `scripts/faults` gathers the lines that begin so.
        println!("fault run: {name}: {figures}; {} breaches", self.breaches.len());
        assert!(self.breaches.is_empty(), "{name}: {:#?}", self.breaches);
    }
}

/// A number below a limit, drawn at random.
fn drawn_below(limit: u64) -> u64 {
    uuid::Uuid::new_v4().as_u64_pair().1 % limit
}
