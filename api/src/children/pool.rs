//! Children that stay for more than one job, since starting one costs more than most jobs.
//!
//! A child does a bounded number of jobs, for this office alone. One that fails at a job does no
//! other, and one that nobody needed for a while ends.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;

use super::child::{self, ChildFault, Limits, Running};

/// Children that run one hidden command of the program.
#[derive(Debug, Clone)]
pub struct Pool {
    program: PathBuf,
    command: &'static str,
    arguments: Vec<OsString>,
    limits: Limits,
    turns: Arc<Semaphore>,
    waiting: Arc<Mutex<Vec<Waiting>>>,
}

/// A child without a job.
#[derive(Debug)]
struct Waiting {
    running: Running,
    jobs_left: u32,
    until: Instant,
}

/// A child with a job, which nobody else has meanwhile.
#[derive(Debug)]
pub struct Lent {
    running: Running,
    jobs_left: u32,
    idle: Duration,
    /// Whether it did other jobs before, which may be what it falls over.
    pub is_used: bool,
    waiting: Arc<Mutex<Vec<Waiting>>>,
    _turn: OwnedSemaphorePermit,
}

/// Which child is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Whichever is there.
    Any,
    /// One that did nothing yet.
    Fresh,
}

impl Pool {
    /// Children of this program, at most so many at work at once; none is started yet.
    pub fn new(
        program: PathBuf,
        command: &'static str,
        arguments: Vec<OsString>,
        limits: Limits,
        at_once: usize,
    ) -> Pool {
        let turns = Arc::new(Semaphore::new(at_once));
        Pool { program, command, arguments, limits, turns, waiting: Arc::default() }
    }

    /// Waits for a turn and lends a child; its time counts from now.
    ///
    /// # Errors
    /// [`ChildFault::NotBegun`] when there can be no new process.
    pub async fn lend(&self, which: Which) -> Result<Lent, ChildFault> {
        let turn = self.turns.clone().acquire_owned().await.map_err(|_| ChildFault::NotBegun)?;
        let waiting = match which {
            Which::Any => self.take_waiting(),
            Which::Fresh => None,
        };
        let is_used = waiting.is_some();
        let (mut running, jobs_left) = match waiting {
            Some(Waiting { running, jobs_left, .. }) => (running, jobs_left),
            None => {
                let started =
                    child::start(&self.program, self.command, &self.arguments, &self.limits)?;
                (started, self.limits.jobs)
            }
        };
        running.begin();
        let (idle, waiting) = (self.limits.idle, self.waiting.clone());
        Ok(Lent { running, jobs_left, idle, is_used, waiting, _turn: turn })
    }

    fn take_waiting(&self) -> Option<Waiting> {
        let mut waiting = held(&self.waiting);
        while let Some(mut next) = waiting.pop() {
            if next.running.is_alive() {
                return Some(next);
            }
        }
        None
    }

    /// How many children wait for a job.
    pub fn waiting(&self) -> usize {
        held(&self.waiting).len()
    }
}

impl Lent {
    /// Hands one part to the child.
    pub async fn hand(&mut self, part: &[u8]) {
        self.running.hand(part).await;
    }

    /// Waits for the answer; a child that gave one is there for the next job.
    ///
    /// # Errors
    /// Those of [`Running::answer`].
    pub async fn answer(mut self) -> Result<Vec<u8>, ChildFault> {
        let answer = self.running.answer().await?;
        let jobs_left = self.jobs_left.saturating_sub(1);
        if jobs_left > 0 {
            let until = Instant::now() + self.idle;
            held(&self.waiting).push(Waiting { running: self.running, jobs_left, until });
            tokio::spawn(end_idle(self.waiting, until));
        }
        Ok(answer)
    }
}

/// Ends the children that nobody needed until then.
async fn end_idle(waiting: Arc<Mutex<Vec<Waiting>>>, until: Instant) {
    tokio::time::sleep_until(until).await;
    held(&waiting).retain(|child| child.until > until);
}

/// The list, which is whole whatever happened to who held it last.
fn held(waiting: &Mutex<Vec<Waiting>>) -> std::sync::MutexGuard<'_, Vec<Waiting>> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cats(jobs: u32) -> Pool {
        let limits = Limits {
            memory: 500_000,
            processor_seconds: 5,
            patience: Duration::from_secs(5),
            longest_answer: 100,
            jobs,
            idle: Duration::from_millis(300),
        };
        Pool::new("/bin/cat".into(), "-", Vec::new(), limits, 2)
    }

    async fn ask(pool: &Pool, which: Which) -> bool {
        let mut lent = pool.lend(which).await.expect("lent");
        let is_used = lent.is_used;
        lent.hand(b"a scan").await;
        assert_eq!(lent.answer().await.as_deref(), Ok(b"a scan".as_slice()));
        is_used
    }

    #[tokio::test]
    async fn a_child_does_its_number_of_jobs_and_another_follows() {
        let pool = cats(2);
        assert!(!ask(&pool, Which::Any).await);
        assert!(ask(&pool, Which::Any).await);
        assert_eq!(pool.waiting(), 0);
        assert!(!ask(&pool, Which::Any).await);
        assert!(!ask(&pool, Which::Fresh).await, "another than the one that waits");
    }

    #[tokio::test]
    async fn a_child_that_failed_or_ended_is_not_lent_again() {
        let pool = cats(9);
        let mut lent = pool.lend(Which::Any).await.expect("lent");
        lent.hand(&[0; 101]).await;
        assert_eq!(lent.answer().await, Err(ChildFault::Died));
        assert_eq!(pool.waiting(), 0);
        assert!(!ask(&pool, Which::Any).await);
        let mut waiting = held(&pool.waiting).pop().expect("a child");
        waiting.running.end().await.expect("ended");
        held(&pool.waiting).push(waiting);
        assert!(!ask(&pool, Which::Any).await);
    }

    #[tokio::test]
    async fn no_more_work_at_once_than_there_are_turns() {
        let pool = cats(9);
        let first = pool.lend(Which::Any).await.expect("lent");
        let _second = pool.lend(Which::Any).await.expect("lent");
        let third = tokio::time::timeout(Duration::from_millis(100), pool.lend(Which::Any));
        assert!(third.await.is_err());
        drop(first);
        assert!(pool.lend(Which::Any).await.is_ok());
    }

    #[tokio::test]
    async fn a_child_that_nobody_needs_ends() {
        let pool = cats(9);
        assert!(!ask(&pool, Which::Any).await);
        tokio::time::sleep(pool.limits.idle * 3).await;
        assert_eq!(pool.waiting(), 0);
    }
}
