//! What an operator does with an office: a command on its data, beside its server or while nothing is served.

use super::Office;
use super::program::{self, Ended};

impl Office {
    /// Runs one of the operator's commands on its data.
    pub async fn command(&self, arguments: &[&str]) -> Ended {
        run_at(&self.place(), arguments).await
    }

    /// Serves it anew after one of the operator's commands has run with nothing serving its data.
    pub async fn reopen_after(self, arguments: &[&str]) -> (Office, Ended) {
        let place = self.place();
        let mut ended = None;
        let office = self.reopen(async |server| {
            assert_eq!(server.terminate().await, Some(0));
            ended = Some(run_at(&place, arguments).await);
        });
        (office.await, ended.expect("ran"))
    }
}

async fn run_at(place: &[String], arguments: &[&str]) -> Ended {
    let place = place.iter().map(String::as_str);
    program::run(&arguments.iter().copied().chain(place).collect::<Vec<_>>()).await
}
