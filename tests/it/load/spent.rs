//! What the program spent between two moments: the processor, by the kernel's count, and statements, by
//! its own.

use reqwest::Method;

use crate::support::client::Answer;
use crate::support::{Office, office};

/// Ticks of the kernel in a second.
const TICKS: f64 = 100.0;

/// Set where the program that is measured is so old that it serves no figures.
const WITHOUT_FIGURES: &str = "GUIJIA_TEST_WITHOUT_FIGURES";

/// The counts of one program.
pub struct Meter {
    process: u32,
    figures: Option<String>,
}

/// What was counted so far, or between two counts.
#[derive(Clone, Copy)]
pub struct Spent {
    /// Milliseconds of the processor, of the program and those it started.
    pub processor: f64,
    /// Statements sent to the database, the beginnings and ends of transactions not among them.
    pub statements: Option<f64>,
    /// Transactions begun.
    pub transactions: Option<f64>,
}

impl Meter {
    /// The settings of an office whose figures can be asked, and where they are.
    pub fn settings() -> (String, Option<String>) {
        if std::env::var_os(WITHOUT_FIGURES).is_some() {
            return (String::new(), None);
        }
        let address = office::free_address();
        (format!("metrics_listen = \"{address}\""), Some(format!("http://{address}/metrics")))
    }

    /// The counts of an office whose figures are there.
    pub async fn of(office: &Office, figures: Option<String>) -> Meter {
        Meter { process: office.process().await, figures }
    }

    /// What was counted so far.
    pub async fn read(&self) -> Spent {
        let figures = match &self.figures {
            Some(place) => {
                let asked = reqwest::Client::new().request(Method::GET, place);
                Some(Answer::of(asked).await.expect(200).text())
            }
            None => None,
        };
        let figure = |name: &str| {
            let mut lines = figures.as_ref()?.lines();
            let number = lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
            Some(number.and_then(|number| number.parse().ok()).expect("a figure"))
        };
        Spent {
            processor: processor(self.process),
            statements: figure("guijia_db_statements_total"),
            transactions: figure("guijia_db_transactions_total"),
        }
    }

    /// What was spent since, for each of so many.
    pub async fn since(&self, before: Spent, many: usize) -> Spent {
        let now = self.read().await;
        let each = |now: f64, before: f64| (now - before) / many as f64;
        let known = |now: Option<f64>, before: Option<f64>| Some(each(now?, before?));
        Spent {
            processor: each(now.processor, before.processor),
            statements: known(now.statements, before.statements),
            transactions: known(now.transactions, before.transactions),
        }
    }
}

/// Milliseconds that a process and its children have taken so far.
fn processor(process: u32) -> f64 {
    let children: u64 = children_of(process).into_iter().map(ticks).sum();
    (ticks(process) + children) as f64 * 1000.0 / TICKS
}

/// The ticks of a process, with those of its children that have ended.
fn ticks(process: u32) -> u64 {
    let numbers = fields(process);
    let of = |place: usize| numbers.get(place).and_then(|field| field.parse().ok()).unwrap_or(0);
    of(11) + of(12) + of(13) + of(14)
}

/// The fields after the name, which may hold anything: the state is the first.
fn fields(process: u32) -> Vec<String> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let plain = stat.rsplit(')').next().unwrap_or_default();
    plain.split_whitespace().map(str::to_owned).collect()
}

fn children_of(process: u32) -> Vec<u32> {
    let mut children = Vec::new();
    // A thread that started a child is its parent there; all threads are asked.
    let tasks = std::fs::read_dir(format!("/proc/{process}/task"));
    for task in tasks.into_iter().flatten().flatten() {
        let listed = std::fs::read_to_string(task.path().join("children")).unwrap_or_default();
        children.extend(listed.split_whitespace().filter_map(|id| id.parse::<u32>().ok()));
    }
    children
}
