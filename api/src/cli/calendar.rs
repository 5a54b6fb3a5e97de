//! `calendar`: the yearly calendars on the operator's command line.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::place::Place;
use super::stop::Stop;
use crate::app::unlock;
use crate::office::calendar_file;
use crate::store::Store;
use crate::store::office::editions::{self, YearTable};
use crate::store::office::{self, calendar};

/// Shows or imports the yearly calendars of rest days.
#[derive(Debug, Args)]
pub(super) struct Calendar {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// List the editions and what is missing
    List(Place),
    /// Import a year from a CSV file (date,kind,occasion); it replaces the edition in force
    Import(Import),
}

#[derive(Debug, Args)]
struct Import {
    /// The year
    #[arg(long, value_parser = clap::value_parser!(i32).range(2000..=2999))]
    year: i32,
    /// The notice it comes from, such as 国办发明电〔2026〕1号
    #[arg(long)]
    source: String,
    /// It still has to be compared with the notice
    #[arg(long)]
    provisional: bool,
    /// The file
    file: PathBuf,
    #[command(flatten)]
    place: Place,
}

/// As whom the log names the operator.
const OPERATOR: &str = "operator";

impl Calendar {
    pub(super) async fn run(self) -> Result<(), Stop> {
        match self.task {
            Task::List(place) => list(&place).await,
            Task::Import(import) => import.run().await,
        }
    }
}

async fn open(place: &Place) -> Result<Store, Stop> {
    let address = place.config()?.database_address().map_err(Stop::usage)?;
    let store = Store::open(&address).await.map_err(Stop::failed)?;
    store.migrate().await.map_err(Stop::failed)?;
    Ok(store)
}

async fn list(place: &Place) -> Result<(), Stop> {
    let store = open(place).await?;
    for stored in calendar::editions(store.reader()).await.map_err(Stop::failed)? {
        let edition = stored.edition;
        let standing = match (edition.withdrawn, edition.provisional) {
            (Some(_), _) => "withdrawn",
            (None, true) => "in force, provisional",
            (None, false) => "in force",
        };
        let (number, year, days) = (edition.imported.number, edition.year, edition.days.len());
        println!("{number}: {year}, {days} days, {}: {standing}", edition.source);
    }
    let today = office::load(store.reader()).await.map_err(Stop::failed)?.today();
    let calendar = calendar::in_force(store.reader()).await.map_err(Stop::failed)?;
    for warning in calendar.warnings(today) {
        println!("warning: {}", warning.message.en);
    }
    Ok(())
}

impl Import {
    async fn run(self) -> Result<(), Stop> {
        let text = std::fs::read_to_string(&self.file)
            .map_err(|error| Stop::usage(format!("{}: {error}", self.file.display())))?;
        let days = calendar_file::read(&text, self.year).map_err(|findings| {
            let lines = findings.iter().map(|finding| {
                format!("{}: {}: {}", self.file.display(), finding.place(), finding.fault.words().1)
            });
            Stop::usage(lines.collect::<Vec<_>>().join("\n"))
        })?;
        let source = self.source.trim().to_owned();
        if source.is_empty() {
            return Err(Stop::usage("the notice the calendar comes from must be named"));
        }
        let table = YearTable { year: self.year, source, provisional: self.provisional, days };
        let store = open(&self.place).await?;
        // What was changed lies sealed.
        let directory = self.place.config()?.key_directory();
        unlock(&store, &directory).await.map_err(Stop::failed)?;
        let transaction = store.begin().await.map_err(Stop::failed)?;
        let number = editions::import(&transaction, OPERATOR, &table).await;
        let number = number.map_err(Stop::failed)?;
        transaction.commit().await.map_err(Stop::failed)?;
        println!("Edition {number} of {} is imported, {} days.", table.year, table.days.len());
        println!("A running server writes into the open cases what it moved.");
        Ok(())
    }
}
