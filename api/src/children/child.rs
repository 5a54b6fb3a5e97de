//! Work on what comes from outside, done by this program again in a child process with limits.
//!
//! Only pipes lead in and out: nothing of what is worked on stands in an argument, in the
//! environment or in a file. Where the machine runs short, the child is the first to be ended.
//! Whatever goes in or comes out is a part: its length in eight bytes, then its bytes.

use std::ffi::OsString;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use rustix::time::{ClockId, clock_gettime};
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
    /// Processor time for one job, in seconds.
    pub processor_seconds: u64,
    /// How long one job may take in all.
    pub patience: Duration,
    /// The longest answer, in bytes.
    pub longest_answer: u64,
    /// How many jobs it does before another takes its place.
    pub jobs: u32,
    /// How long it waits for its next job.
    pub idle: Duration,
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

/// A running child. It ends when this is dropped.
#[derive(Debug)]
pub struct Running {
    child: Child,
    input: ChildStdin,
    output: ChildStdout,
    limits: Limits,
    deadline: Instant,
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
    arguments: &[OsString],
    limits: &Limits,
) -> Result<Running, ChildFault> {
    // The shell sets the limits, because a limit set here would bind this process too. A core file
    // would hold what the child was working on. The child itself moves the soft limit of processor
    // time at each job; the hard one is for all of them.
    let script = format!(
        "ulimit -c 0; ulimit -v {}; ulimit -S -t {}; ulimit -H -t {}; \
         {{ echo 1000 > /proc/self/oom_score_adj; }} 2>/dev/null; exec \"$0\" \"$@\"",
        limits.memory,
        limits.processor_seconds,
        limits.processor_seconds * (u64::from(limits.jobs) + 1),
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
    Ok(Running {
        input: child.stdin.take().ok_or(ChildFault::NotBegun)?,
        output: child.stdout.take().ok_or(ChildFault::NotBegun)?,
        child,
        limits: *limits,
        deadline: Instant::now() + limits.patience,
    })
}

impl Running {
    /// Begins a job: its time counts from now.
    pub fn begin(&mut self) {
        self.deadline = Instant::now() + self.limits.patience;
    }

    /// Whether it is still there to be given a job.
    pub fn is_alive(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Ends it at once.
    #[cfg(test)]
    pub async fn end(&mut self) -> io::Result<()> {
        self.child.kill().await
    }

    /// Hands one part to the child.
    pub async fn hand(&mut self, part: &[u8]) {
        // A child that gives up early closes its end; what it answers still counts.
        let _ = timeout_at(self.deadline, async {
            self.input.write_all(&length(part)).await?;
            self.input.write_all(part).await
        })
        .await;
    }

    /// Waits for the answer, which is one part.
    ///
    /// # Errors
    /// [`ChildFault::Died`] as well where the child takes too long or says too much. It is of no use
    /// after an error.
    pub async fn answer(&mut self) -> Result<Vec<u8>, ChildFault> {
        let Running { output, limits, .. } = self;
        let answered = timeout_at(self.deadline, async {
            let length = output.read_u64_le().await?;
            if length > limits.longest_answer {
                return Err(io::ErrorKind::InvalidData.into());
            }
            let mut answer = Vec::new();
            output.take(length).read_to_end(&mut answer).await?;
            if answer.len() as u64 == length { Ok(answer) } else { Err(unexpected_end()) }
        });
        match answered.await {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(error)) if error.kind() == io::ErrorKind::UnexpectedEof => {
                let ended = timeout_at(self.deadline, self.child.wait()).await;
                Err(ended.ok().and_then(Result::ok).map_or(ChildFault::Died, fault_of))
            }
            Ok(Err(_)) | Err(_) => Err(ChildFault::Died),
        }
    }
}

/// What the end of a child says that gave no answer.
fn fault_of(status: ExitStatus) -> ChildFault {
    match status.code() {
        Some(SHELL_CANNOT_RUN | SHELL_CANNOT_FIND) => ChildFault::NotBegun,
        _ => ChildFault::Died,
    }
}

/// How long a part is.
pub fn length(part: &[u8]) -> [u8; 8] {
    (part.len() as u64).to_le_bytes()
}

fn unexpected_end() -> io::Error {
    io::ErrorKind::UnexpectedEof.into()
}

/// The child's side: reads one part. None where the parent has no more work.
///
/// # Errors
/// When the input breaks off, or the part is longer than `longest` bytes.
pub fn read_part(input: &mut impl Read, longest: u64) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 8];
    if input.read(&mut length[..1])? == 0 {
        return Ok(None);
    }
    input.read_exact(&mut length[1..])?;
    let length = u64::from_le_bytes(length);
    if length > longest {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut part = Vec::new();
    input.take(length).read_to_end(&mut part)?;
    if part.len() as u64 == length { Ok(Some(part)) } else { Err(unexpected_end()) }
}

/// The child's side: what is used so far does not count for the job that begins.
///
/// # Errors
/// When the operating system does not set the limit.
pub fn renew_processor_time(seconds: u64) -> io::Result<()> {
    let used = u64::try_from(clock_gettime(ClockId::ProcessCPUTime).tv_sec).unwrap_or(0);
    let maximum = getrlimit(Resource::Cpu).maximum;
    let wanted = used + 1 + seconds;
    let current = Some(maximum.map_or(wanted, |most| wanted.min(most)));
    Ok(setrlimit(Resource::Cpu, Rlimit { current, maximum })?)
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
        jobs: 10,
        idle: Duration::from_secs(1),
    };

    async fn said(program: &str, argument: &str, input: &[u8]) -> Result<Vec<u8>, ChildFault> {
        let mut running = start(Path::new(program), argument, &[], &LIMITS).expect("begun");
        running.hand(input).await;
        running.answer().await
    }

    #[test]
    fn a_child_that_never_began_is_told_from_one_that_fell() {
        for code in [SHELL_CANNOT_RUN, SHELL_CANNOT_FIND] {
            assert_eq!(fault_of(ExitStatus::from_raw(code << 8)), ChildFault::NotBegun, "{code}");
        }
        for raw in [0, 101 << 8, 9] {
            assert_eq!(fault_of(ExitStatus::from_raw(raw)), ChildFault::Died, "{raw}");
        }
    }

    #[tokio::test]
    async fn what_is_handed_comes_back_as_often_as_it_is_handed() {
        let mut running = start(Path::new("/bin/cat"), "-", &[], &LIMITS).expect("begun");
        for scan in [b"a scan".as_slice(), b"", b"another"] {
            running.begin();
            running.hand(scan).await;
            assert_eq!(running.answer().await, Ok(scan.to_vec()));
            assert!(running.is_alive());
        }
    }

    #[tokio::test]
    async fn a_child_that_sleeps_or_says_too_much_is_given_up() {
        let began = Instant::now();
        assert_eq!(said("/bin/sleep", "60", b"").await, Err(ChildFault::Died));
        assert_eq!(said("/bin/cat", "/dev/urandom", b"").await, Err(ChildFault::Died));
        assert_eq!(said("/bin/cat", "-", &[0; 101]).await, Err(ChildFault::Died));
        assert!(began.elapsed() < Duration::from_secs(20));
        assert_eq!(said("/bin/cat", "/nowhere/at/all", b"").await, Err(ChildFault::Died));
        assert_eq!(said("/nowhere/at/all", "", b"").await, Err(ChildFault::NotBegun));
    }

    #[test]
    fn parts_come_back_one_after_another_and_a_broken_one_is_none() {
        let mut line = Vec::new();
        for said in [b"one".as_slice(), b"", b"three"] {
            line.extend(length(said));
            line.extend(said);
        }
        let mut rest = line.as_slice();
        assert_eq!(read_part(&mut rest, 9).expect("a part").as_deref(), Some(b"one".as_slice()));
        assert_eq!(read_part(&mut rest, 9).expect("a part").as_deref(), Some(b"".as_slice()));
        assert!(read_part(&mut &rest[..10], 9).is_err(), "it breaks off");
        assert!(read_part(&mut &rest[..], 4).is_err(), "it is too long");
        assert_eq!(read_part(&mut rest, 9).expect("a part").as_deref(), Some(b"three".as_slice()));
        assert_eq!(read_part(&mut rest, 9).expect("the end"), None);
    }
}
