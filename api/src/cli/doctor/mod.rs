//! `doctor`: looks at everything an office rests on and says of each whether it is in order, and what to do
//! where it is not. It changes nothing and names no person.

mod database;
mod findings;
mod folder;
mod network;
mod program;

use clap::Args;

use super::place::Place;
use super::stop::Stop;
use findings::Findings;

/// Looks at everything the office rests on.
#[derive(Debug, Args)]
pub(super) struct Doctor {
    /// Say it in JSON, for a program that watches
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    place: Place,
}

impl Doctor {
    pub(super) async fn run(self) -> Result<(), Stop> {
        let mut findings = Findings::default();
        match self.place.settings() {
            Err(stop) => findings.fault("configuration", stop.reason, "correct the configuration"),
            Ok(config) => {
                findings.ok("configuration", "can be read");
                let is_own = folder::look(&config, &mut findings);
                let profile = database::look(&config, is_own, &mut findings).await;
                network::look(&config, profile.as_ref(), &mut findings);
                program::look(&config, &mut findings).await;
            }
        }
        if self.json {
            println!("{}", findings.json().map_err(Stop::failed)?);
        } else {
            print!("{}", findings.lines());
        }
        match findings.faults() {
            0 => Ok(()),
            1 => Err(Stop::found("1 fault")),
            count => Err(Stop::found(format!("{count} faults"))),
        }
    }
}
