//! Work on what comes from outside, done by this program again in a child process with limits.
//!
//! Only pipes lead in and out: nothing of what is worked on stands in an argument, in the
//! environment or in a file. Where the machine runs short, the child is the first to be ended.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::time::{Instant, timeout_at};

/// How a shell ends when the program it was to become cannot be run.
const SHELL_CANNOT_RUN: i32 = 126;
/// How a shell ends when the program it was to become is not there.
const SHELL_CANNOT_FIND: i32 = 127;
/// What a child is told of the machine: few threads, each of which would claim memory in advance.
const ENVIRONMENT: [(&str, &str); 2] = [("RAYON_NUM_THREADS", "2"), ("MALLOC_ARENA_MAX", "2")];

/// What a child may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Memory, in KiB of address space.
    pub memory: u64,
    /// Processor time, in seconds.
    pub processor_seconds: u64,
    /// How long it may take in all.
    pub patience: Duration,
    /// The longest answer, in bytes.
    pub longest_answer: u64,
}

/// Why there is no answer of a child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ChildFault {
    /// It could not be run at all: the program may be being replaced. Nothing was read.
    #[error("the child process could not be run")]
    NotBegun,
    /// It was ended by its limits, or fell over what it worked on.
    #[error("the child process was ended by its limits")]
    Died,
}

/// A child at work. It ends when this is dropped.
#[derive(Debug)]
pub struct Working {
    child: Child,
    input: ChildStdin,
    output: ChildStdout,
    deadline: Instant,
    longest_answer: u64,
}

/// Where this program is.
///
/// # Errors
/// When the operating system does not tell.
pub fn this_program() -> Result<PathBuf, ChildFault> {
    std::env::current_exe().map_err(|_| ChildFault::NotBegun)
}

/// Starts one of the program's hidden commands under limits.
///
/// # Errors
/// When there can be no new process.
pub fn start(
    program: &Path,
    command: &str,
    arguments: &[&OsStr],
    limits: &Limits,
) -> Result<Working, ChildFault> {
    // The shell sets the limits, because a limit set here would bind this process too. A core file
    // would hold what the child was working on.
    let script = format!(
        "ulimit -c 0; ulimit -v {}; ulimit -t {}; \
         {{ echo 1000 > /proc/self/oom_score_adj; }} 2>/dev/null; exec \"$0\" \"$@\"",
        limits.memory, limits.processor_seconds
    );
    let mut child = Command::new("/bin/sh")
        .arg("-c")
        .arg(script)
        .arg(program)
        .arg(command)
        .args(arguments)
        .env_clear()
        .envs(ENVIRONMENT)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .map_err(|_| ChildFault::NotBegun)?;
    Ok(Working {
        input: child.stdin.take().ok_or(ChildFault::NotBegun)?,
        output: child.stdout.take().ok_or(ChildFault::NotBegun)?,
        child,
        deadline: Instant::now() + limits.patience,
        longest_answer: limits.longest_answer,
    })
}

impl Working {
    /// Hands more to the child.
    pub async fn hand(&mut self, bytes: &[u8]) {
        // A child that gives up early closes its end; what it answers still counts.
        let _ = timeout_at(self.deadline, self.input.write_all(bytes)).await;
    }

    /// Tells the child that this was all, and waits for its answer.
    ///
    /// # Errors
    /// [`ChildFault::Died`] as well where the child takes too long or says too much.
    pub async fn answer(self) -> Result<Vec<u8>, ChildFault> {
        let Working { mut child, input, output, deadline, longest_answer } = self;
        drop(input);
        let mut answer = Vec::new();
        let waited = timeout_at(deadline, async {
            output.take(longest_answer + 1).read_to_end(&mut answer).await?;
            if answer.len() as u64 > longest_answer {
                child.start_kill()?;
            }
            child.wait().await
        });
        let status = waited.await.map_err(|_| ChildFault::Died)?.map_err(|_| ChildFault::Died)?;
        ended(status).map(|()| answer)
    }
}

/// What the end of a child says.
fn ended(status: ExitStatus) -> Result<(), ChildFault> {
    match status.code() {
        Some(0) => Ok(()),
        Some(SHELL_CANNOT_RUN | SHELL_CANNOT_FIND) => Err(ChildFault::NotBegun),
        _ => Err(ChildFault::Died),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::process::ExitStatusExt;

    use super::*;

    const LIMITS: Limits = Limits {
        memory: 500_000,
        processor_seconds: 5,
        patience: Duration::from_secs(2),
        longest_answer: 100,
    };

    async fn said(program: &str, argument: &str, input: &[u8]) -> Result<Vec<u8>, ChildFault> {
        let mut working = start(Path::new(program), argument, &[], &LIMITS).expect("begun");
        working.hand(input).await;
        working.answer().await
    }

    #[test]
    fn a_child_that_never_began_is_told_from_one_that_fell() {
        for code in [SHELL_CANNOT_RUN, SHELL_CANNOT_FIND] {
            assert_eq!(ended(ExitStatus::from_raw(code << 8)), Err(ChildFault::NotBegun), "{code}");
        }
        assert_eq!(ended(ExitStatus::from_raw(101 << 8)), Err(ChildFault::Died));
        assert_eq!(ended(ExitStatus::from_raw(9)), Err(ChildFault::Died));
    }

    #[tokio::test]
    async fn what_is_handed_comes_back() {
        assert_eq!(said("/bin/cat", "-", b"a scan").await, Ok(b"a scan".to_vec()));
    }

    #[tokio::test]
    async fn a_child_that_sleeps_or_says_too_much_is_ended() {
        let began = Instant::now();
        assert_eq!(said("/bin/sleep", "60", b"").await, Err(ChildFault::Died));
        assert_eq!(said("/bin/cat", "/dev/zero", b"").await, Err(ChildFault::Died));
        assert!(began.elapsed() < Duration::from_secs(20));
        assert_eq!(said("/bin/cat", "/nowhere/at/all", b"").await, Err(ChildFault::Died));
        assert_eq!(said("/nowhere/at/all", "", b"").await, Err(ChildFault::NotBegun));
    }
}
