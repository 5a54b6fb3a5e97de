//! The command line: one program, one command for each task of an operator.

mod accesses;
mod arrival;
mod backup;
mod calendar;
mod demo;
mod doctor;
mod found;
mod heads;
mod inspect;
mod lock;
mod outside;
mod place;
mod restore;
mod sealing;
mod serve;
mod stop;
mod upkeep;
mod witness;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::children::{printing, scans, sets};
use crate::config::closed;
use place::Place;
use stop::Stop;

/// 归家 Guijia: adoption registration for a county civil affairs bureau.
#[derive(Debug, Parser)]
#[command(name = "guijia", version)]
struct Guijia {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Found an office from a file: keys, schema, the first administrator's one-time invitation
    Init(found::Init),
    /// Bring the database's schema up to date
    Migrate(Place),
    /// Serve the office
    Serve(serve::Serve),
    /// Invite an administrator again whose invitation expired or whose password is lost
    InviteAdministrator(upkeep::InviteAdministrator),
    /// List the yearly calendars of rest days, or import one
    Calendar(calendar::Calendar),
    /// Make a new key to sign access tokens with
    ReplaceKey(Place),
    /// Seal the cases that are from before there were keys; can be ended and begun again
    Seal(sealing::Seal),
    /// Replace the key above the keys of all cases
    ReplaceMasterKey(sealing::ReplaceMasterKey),
    /// Check every chain of the log; exits 1 and names the case and the event where one is damaged
    Verify(inspect::Verify),
    /// Fold every case and compare with the stored rows, or rewrite them
    Rebuild(inspect::Rebuild),
    /// Carry one whole case through the practice office's HTTP interface and keep its papers
    Demo(demo::Demo),
    /// Make a backup of the whole office while it serves, encrypted; or read one and say whether it is whole
    Backup(backup::Backup),
    /// Bring a backup back into an empty place, in either database, and look it through
    Restore(restore::Restore),
    /// Look at everything the office rests on, and say of each whether it is in order and what to do
    Doctor(doctor::Doctor),
    /// Print the interface description
    Openapi,
    /// Check the signed files of the access log, write one that is missing, print the public keys
    Accesses(accesses::Accesses),
    /// Print the rulebook: every rule, its article, what it guards and how sure we are of it
    Rulebook,
    /// Show how far the chains were sealed outside the database: a page to sign and file, a proof, the key
    Heads(heads::Heads),
    /// Keep the checkpoints of an office elsewhere and sign those by which its log has only grown
    Witness(witness::Witness),
    /// Read scans from standard input and say of each what it is
    #[command(name = scans::PROBE_COMMAND, hide = true)]
    ProbeScans,
    /// Read sets of indicators from standard input and say what became of each
    #[command(name = sets::READ_SETS_COMMAND, hide = true)]
    ReadSets,
    /// Read papers with the files they show from standard input and print each
    #[command(name = printing::PRINT_COMMAND, hide = true)]
    PrintDocuments {
        /// The folder with the fonts of the office
        fonts: Option<PathBuf>,
    },
}

/// Runs the command the program was called with.
pub fn run() -> ExitCode {
    closed::make_closed_from_now_on();
    let command = Guijia::parse().command;
    // The children open what comes from outside: they have neither a runtime nor a configuration.
    match command {
        Command::ProbeScans => return scans::probe_standard_input(),
        Command::ReadSets => return sets::read_standard_input(),
        Command::PrintDocuments { fonts } => {
            return printing::print_standard_input(fonts.as_deref());
        }
        _ => {}
    }
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return end(Err(Stop::failed(error))),
    };
    end(runtime.block_on(perform(command)))
}

async fn perform(command: Command) -> Result<(), Stop> {
    match command {
        Command::Init(init) => init.run().await,
        Command::Migrate(place) => found::migrate(&place).await,
        Command::Serve(serve) => serve.run().await,
        Command::InviteAdministrator(invite) => invite.run().await,
        Command::Calendar(calendar) => calendar.run().await,
        Command::ReplaceKey(place) => upkeep::replace_key(&place),
        Command::Seal(seal) => seal.run().await,
        Command::ReplaceMasterKey(replace) => replace.run().await,
        Command::Verify(verify) => verify.run().await,
        Command::Rebuild(rebuild) => rebuild.run().await,
        Command::Demo(demo) => demo.run().await,
        Command::Backup(backup) => backup.run().await,
        Command::Restore(restore) => restore.run().await,
        Command::Doctor(doctor) => doctor.run().await,
        Command::Openapi => inspect::print_description(),
        Command::Accesses(accesses) => accesses.run().await,
        Command::Rulebook => {
            print!("{}", workflow::rulebook::page());
            Ok(())
        }
        Command::Heads(heads) => heads.run().await,
        Command::Witness(witness) => witness.run().await,
        Command::ProbeScans | Command::ReadSets | Command::PrintDocuments { .. } => Ok(()),
    }
}

fn end(result: Result<(), Stop>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            eprintln!("guijia: {}", stop.reason);
            ExitCode::from(stop.code)
        }
    }
}
