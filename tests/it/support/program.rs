//! The program under test, run as an operator runs it.

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

/// How long a debug build may take to open an office on a busy machine.
const START_PATIENCE: Duration = Duration::from_secs(60);

/// The program of another build that is to be tested or measured instead.
const OTHER: &str = "GUIJIA_TEST_PROGRAM";

/// The built program, which stands beside the directory of this test's own executable.
pub fn path() -> PathBuf {
    if let Some(other) = std::env::var_os(OTHER) {
        return other.into();
    }
    let own = std::env::current_exe().expect("the path of this test");
    let profile = own.parent().and_then(|deps| deps.parent()).expect("the directory of the build");
    let program = profile.join("guijia");
    assert!(program.exists(), "{} is not built: run `cargo build -p guijia`", program.display());
    program
}

/// The arguments by which the program finds the data of an office.
pub fn place(data: &Path, database_url: Option<&str>) -> Vec<String> {
    let mut place = vec!["--data".to_owned(), data.display().to_string()];
    if let Some(url) = database_url {
        place.extend(["--database-url".to_owned(), url.to_owned()]);
    }
    place
}

/// A command that sees none of the settings of the machine it runs on.
fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(path());
    command.args(arguments).env_remove("DATABASE_URL").kill_on_drop(true);
    command
}

/// What a command ended with.
#[derive(Debug)]
pub struct Ended {
    /// The exit code.
    pub code: Option<i32>,
    /// Standard output.
    pub said: String,
    /// Standard error.
    pub complained: String,
}

/// Runs a command to its end.
pub async fn run(arguments: &[&str]) -> Ended {
    let output = command(arguments).output().await.expect("the program runs");
    Ended {
        code: output.status.code(),
        said: String::from_utf8_lossy(&output.stdout).into_owned(),
        complained: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// A server that is running.
pub struct Server {
    /// Where it answers, such as `http://127.0.0.1:40123`.
    pub base: String,
    child: Child,
    // Kept open: a program whose output nobody holds would fail at its next line.
    _said: Lines<BufReader<ChildStdout>>,
}

impl Server {
    /// Starts `serve` on a free port; its log goes to a file.
    pub async fn start(arguments: &[&str], log: &Path) -> Server {
        let opened = Server::start_at("127.0.0.1:0", arguments, log).await;
        opened.unwrap_or_else(|| {
            let log = std::fs::read_to_string(log).unwrap_or_default();
            panic!("the server did not open: {log}")
        })
    }

    /// Starts `serve` at an address; its log is added to a file. None if it did not open.
    pub async fn start_at(listen: &str, arguments: &[&str], log: &Path) -> Option<Server> {
        let mut all = vec!["serve", "--listen", listen];
        all.extend(arguments);
        Server::open(&all, log).await
    }

    /// Starts a command that listens; its log is added to a file. None if it did not open.
    pub async fn open(arguments: &[&str], log: &Path) -> Option<Server> {
        let log_file = OpenOptions::new().create(true).append(true).open(log);
        let log_file = log_file.expect("a file for the log");
        let mut child = command(arguments)
            .stdout(Stdio::piped())
            .stderr(log_file)
            .spawn()
            .expect("the program starts");
        let mut said = BufReader::new(child.stdout.take().expect("its output")).lines();
        let base = tokio::time::timeout(START_PATIENCE, address(&mut said)).await.ok()??;
        Some(Server { base, child, _said: said })
    }

    /// The number of its process.
    pub fn id(&self) -> u32 {
        self.child.id().expect("it runs")
    }

    /// Asks it to end as an operator does, and gives its exit code.
    pub async fn terminate(mut self) -> Option<i32> {
        let id = self.id();
        let asked = Command::new("sh").args(["-c", &format!("kill -TERM {id}")]).status().await;
        assert!(asked.expect("a shell").success());
        self.child.wait().await.expect("its end").code()
    }

    /// Ends it without a warning, as a power cut does.
    pub async fn kill(&mut self) {
        self.child.kill().await.expect("it runs");
    }
}

async fn address(said: &mut Lines<BufReader<ChildStdout>>) -> Option<String> {
    while let Some(line) = said.next_line().await.expect("readable output") {
        if let Some(start) = line.find("http://") {
            return line[start..].split_whitespace().next().map(str::to_owned);
        }
    }
    None
}
