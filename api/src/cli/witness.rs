//! `witness`: what an upper office or an auditor runs beside the office it watches.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use tokio::net::TcpListener;

use super::serve::{EndAsked, start_logging};
use super::stop::Stop;
use crate::heads::note::{Signer, Use, Verifier};
use crate::heads::witness;
use crate::http;
use crate::secret::heads_key;

/// Keeps the checkpoints of an office.
#[derive(Debug, Args)]
pub(super) struct Witness {
    /// The name of the office's log, such as `guijia/11500111009900013R/cases`
    #[arg(long)]
    origin: String,
    /// A file with the public key of the log, as `guijia heads key` prints it; several, one a line
    #[arg(long)]
    key: PathBuf,
    /// Where the newest checkpoint and the witness's own key are kept
    #[arg(long)]
    state: PathBuf,
    /// The name under which it signs
    #[arg(long, default_value = "guijia-witness")]
    name: String,
    /// The address and port to listen on
    #[arg(long, default_value = "127.0.0.1:8088")]
    listen: SocketAddr,
}

impl Witness {
    pub(super) async fn run(self) -> Result<(), Stop> {
        start_logging();
        let mut end = EndAsked::listen()?;
        let keys = self.keys()?;
        let signer = self.signer()?;
        let _lock = self.lock()?;
        let own = signer.verifier().to_string();
        let opened = witness::Witness::open(self.origin, keys, signer, self.state.clone());
        let opened =
            opened.map_err(|error| Stop::failed(format!("{}: {error}", self.state.display())))?;
        let listener = TcpListener::bind(self.listen)
            .await
            .map_err(|error| Stop::failed(format!("cannot listen on {}: {error}", self.listen)))?;
        let address = listener.local_addr().map_err(Stop::failed)?;
        println!("The witness listens at http://{address}");
        println!("  its public key: {own}");
        http::witness::serve(Arc::new(opened), listener, async move { end.wait().await })
            .await
            .map_err(Stop::failed)
    }

    fn keys(&self) -> Result<Vec<Verifier>, Stop> {
        let path = self.key.display();
        let text = std::fs::read_to_string(&self.key)
            .map_err(|error| Stop::usage(format!("{path}: {error}")))?;
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        let keys: Option<Vec<Verifier>> = lines
            .map(|line| Verifier::parse(line).filter(|key| key.is_for() == Use::Note))
            .collect();
        let keys = keys.filter(|keys| !keys.is_empty());
        keys.ok_or_else(|| Stop::usage(format!("{path}: no public key of a log in each line")))
    }

    /// The witness's own key, made once.
    fn signer(&self) -> Result<Signer, Stop> {
        use std::os::unix::fs::DirBuilderExt;
        let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(&self.state);
        made.map_err(|error| Stop::failed(format!("{}: {error}", self.state.display())))?;
        if heads_key::load(&self.state).map_err(Stop::failed)?.is_none() {
            heads_key::create(&self.state).map_err(Stop::failed)?;
            tracing::info!("a key for this witness was made");
        }
        let document = heads_key::load(&self.state).map_err(Stop::failed)?;
        let signer =
            document.and_then(|document| Signer::new(&document, &self.name, Use::Cosignature));
        signer.ok_or_else(|| Stop::usage("--name must not be empty and has neither blanks nor +"))
    }

    /// Two that kept their checkpoints in one place would each forget what the other signed.
    fn lock(&self) -> Result<std::fs::File, Stop> {
        let path = self.state.join("lock");
        let failed = |error: &dyn std::fmt::Display| {
            Stop::failed(format!("{}: {error}; does another witness run here?", path.display()))
        };
        let file = std::fs::OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(|error| failed(&error))?;
        file.try_lock().map_err(|error| failed(&error))?;
        Ok(file)
    }
}
