//! `demo`: a practice server is started and one whole case is carried through its HTTP interface
//! alone, every paper printed, then filed as a scan.

mod client;
mod story;
mod teller;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Instant;

use clap::Args;
use tokio::net::TcpListener;

use super::serve::{Running, open_practice_office};
use super::{Place, Stop};
use crate::store::office::Mode;
use teller::Teller;

/// Carries one whole case.
#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Where the papers are left
    #[arg(long)]
    out: PathBuf,
    #[command(flatten)]
    place: Place,
}

impl Demo {
    pub(super) async fn run(self) -> Result<(), Stop> {
        let started = Instant::now();
        std::fs::create_dir_all(&self.out).map_err(Stop::failed)?;
        let mut config = self.place.config()?;
        if self.place.data.is_none() {
            config.data = self.out.join("practice");
        }
        let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let listener = TcpListener::bind(listen).await.map_err(Stop::failed)?;
        let address = listener.local_addr().map_err(Stop::failed)?;
        open_practice_office(&config, address).await?;
        let running = Running::start(&config, listener, Mode::Practice).await?;
        let teller = Teller::new(&format!("http://{address}"), &self.out)?;
        let told = story::tell(teller).await;
        running.stop().await?;
        let acts = told?;
        println!(
            "{acts} acts in {:.1} s; the papers are in {}",
            started.elapsed().as_secs_f64(),
            self.out.display()
        );
        println!("the practice office is kept in {}", config.data.display());
        Ok(())
    }
}
