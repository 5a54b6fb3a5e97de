//! The PostgreSQL server of the tests, stopped, killed and started again.

use std::path::PathBuf;
use std::process::Stdio;
use std::time::{Duration, Instant};

use tokio::process::Command;

/// Names the directory of the server that `scripts/with-postgresql` started.
const HOME: &str = "GUIJIA_TEST_POSTGRES_HOME";
/// How long a server that was killed may need until its memory is free for the next.
const PATIENCE: Duration = Duration::from_secs(60);

/// The server. Nobody else may use it meanwhile.
pub struct Cluster {
    home: PathBuf,
}

impl Cluster {
    /// The one of this run.
    pub fn of_this_run() -> Cluster {
        let home = std::env::var(HOME).unwrap_or_else(|_| {
            panic!("{HOME} must name a server of our own; `scripts/with-postgresql` starts one")
        });
        Cluster { home: home.into() }
    }

    /// Ends it as an operator does, without waiting for those who are connected.
    pub async fn stop(&self) {
        assert!(self.control(&["--mode", "fast", "--wait", "stop"]).await, "it does not stop");
    }

    /// Kills its first process, which the others notice and end, too.
    pub async fn kill(&self) {
        let file = self.home.join("data/postmaster.pid");
        let text = std::fs::read_to_string(file).expect("it runs");
        let id = text.lines().next().expect("the number of its process");
        let asked = Command::new("kill").args(["-KILL", id]).status().await;
        assert!(asked.expect("kill").success(), "it runs no more");
    }

    /// Starts it, however it ended.
    pub async fn start(&self) {
        let began = Instant::now();
        let log = self.home.join("server.log").display().to_string();
        while !self.control(&["--log", &log, "--wait", "start"]).await {
            assert!(began.elapsed() < PATIENCE, "it does not start again: see {log}");
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }

    async fn control(&self, arguments: &[&str]) -> bool {
        let data = self.home.join("data").display().to_string();
        let mut command = if is_root().await {
            // PostgreSQL refuses to run as root.
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(program());
            command
        } else {
            Command::new(program())
        };
        let command = command.args(["--pgdata", &data, "--silent"]).args(arguments);
        // What it starts would hold our ends of pipes open.
        let command = command.current_dir(&self.home).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().await.expect("pg_ctl").success()
    }
}

fn program() -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql").expect("PostgreSQL is installed");
    let versions = versions.filter_map(|version| Some(version.ok()?.path().join("bin/pg_ctl")));
    let newest = versions.filter(|program| program.exists()).max();
    newest.expect("pg_ctl of PostgreSQL")
}

/// Whether the tests run as root.
pub async fn is_root() -> bool {
    let asked = Command::new("id").arg("-u").output().await.expect("id");
    asked.stdout.trim_ascii() == b"0"
}
