//! `serve`: the office over HTTP, with its worker, until it is told to stop.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;
use workflow::law::time::calendar::CalendarWarningKind;

use super::arrival;
use super::heads;
use super::lock::FolderLock;
use super::place::Place;
use super::stop::Stop;
use crate::app::App;
use crate::config::{Config, LOG_VARIABLE};
use crate::http::{self, Front, Service};
use crate::jobs::sealer::Sealer;
use crate::jobs::{self, housekeeping};
use crate::office::founding::found_practice_office;
use crate::office::practice;
use crate::secret::keys;
use crate::store::Store;
use crate::store::connection::probe;
use crate::store::jobs as store_jobs;
use crate::store::office::{self, Mode, Profile, calendar};

/// Serves the office.
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// The address and port to listen on
    #[arg(long)]
    listen: Option<SocketAddr>,
    /// Serve a practice office: invented people, specimen papers, a legal day that can be moved
    #[arg(long)]
    demo: bool,
    #[command(flatten)]
    place: Place,
}

impl Serve {
    pub(super) async fn run(self) -> Result<(), Stop> {
        start_logging();
        let mut config = self.place.config()?;
        if let Some(listen) = self.listen {
            config.listen = listen;
        }
        // Whoever reads the announcement may ask for the end at once, and so may whoever sees that
        // the database is waited for in vain.
        let mut end = EndAsked::listen()?;
        let running = tokio::select! {
            () = end.wait() => return Ok(()),
            running = open(&config, self.demo) => running?,
        };
        end.wait().await;
        running.stop().await
    }
}

/// Everything from the address to the announcement.
async fn open(config: &Config, demo: bool) -> Result<Running, Stop> {
    let listener = TcpListener::bind(config.listen)
        .await
        .map_err(|error| Stop::failed(cannot_listen(config.listen, "--listen", &error)))?;
    let address = listener.local_addr().map_err(Stop::failed)?;
    arrival::database(config).await?;
    let lock = if demo {
        open_practice_office(config, address).await?
    } else {
        expect_keys(config)?;
        let lock = FolderLock::take(config)?;
        expect_an_office(config).await?;
        lock
    };
    let running = Running::start(config, lock, listener, wanted_mode(demo)).await?;
    announce(&running, address);
    Ok(running)
}

/// Why an address cannot be listened on, and what to do.
fn cannot_listen(address: SocketAddr, setting: &str, error: &std::io::Error) -> String {
    let what = match error.kind() {
        ErrorKind::AddrInUse => "another program listens there: end it, or choose another address",
        ErrorKind::PermissionDenied => "ports below 1024 are the system's: choose a higher one",
        ErrorKind::AddrNotAvailable => "this machine has no such address: choose one that it has",
        _ => "choose another address",
    };
    format!("cannot listen on {address} ({error}); {what} with `{setting}`")
}

const NO_OFFICE: &str = "there is no office here yet: `guijia init` founds one";

/// Every office has keys beside an embedded database, which is not made by looking for one in it.
fn expect_keys(config: &Config) -> Result<(), Stop> {
    let is_founded = config.database.is_some() || config.key_directory().exists();
    if is_founded { Ok(()) } else { Err(Stop::found(NO_OFFICE)) }
}

/// A database without an office is told apart from one whose keys are elsewhere.
async fn expect_an_office(config: &Config) -> Result<(), Stop> {
    let place = config.database_address().map_err(Stop::usage)?;
    let store = Store::open(&place).await.map_err(Stop::failed)?;
    store.migrate().await.map_err(Stop::failed)?;
    let office = office::find(store.reader()).await.map_err(Stop::failed)?;
    office.map(|_| ()).ok_or_else(|| Stop::found(NO_OFFICE))
}

fn wanted_mode(demo: bool) -> Mode {
    if demo { Mode::Practice } else { Mode::Real }
}

/// One line of JSON for each event, on standard error.
pub(super) fn start_logging() {
    let filter = tracing_subscriber::EnvFilter::try_from_env(LOG_VARIABLE).unwrap_or_else(|_| {
        tracing_subscriber::EnvFilter::new("info,sqlx=warn,sea_orm_migration=warn")
    });
    // A second logger in one process would be a fault of ours and not of the operator.
    let _ = tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        // A log that cannot be written, because the disk is full, must not stop a request.
        .log_internal_errors(false)
        .with_writer(std::io::stderr)
        .with_env_filter(filter)
        .try_init();
    http::door::doorway::quiet_panics();
}

fn announce(running: &Running, address: SocketAddr) {
    println!("{} is open at http://{address}", running.profile.office.name);
    if running.shows_pages {
        println!("  families: http://{address}/");
        println!("  the office: http://{address}/desk");
    } else {
        println!("  no browser pages in this program: scripts/portal builds them");
    }
    if running.shows_docs {
        println!("  interface: http://{address}/docs");
    }
    println!("  description of the interface: http://{address}/openapi.json");
    if running.profile.mode == Mode::Practice {
        println!(
            "  practice office: every paper is a specimen (样张); legal day {}",
            running.profile.today()
        );
        println!(
            "  sign in as anyone: POST http://{address}/v1/practice/sign-in {{\"role\": \"registrar\", \"person\": 1}}"
        );
        println!(
            "  roles: registrar, leader, assessor, archivist, visitor, auditor, administrator …; persons 1 to 3"
        );
        println!(
            "  move the day: PUT http://{address}/v1/practice/clock {{\"today\": \"2026-05-08\"}}"
        );
    }
}

/// Founds the practice office where there is none yet, and gives the lock of its folder.
pub(super) async fn open_practice_office(
    config: &Config,
    address: SocketAddr,
) -> Result<FolderLock, Stop> {
    config.make_data_directory().map_err(Stop::failed)?;
    let lock = FolderLock::take(config)?;
    let place = config.database_address().map_err(Stop::usage)?;
    let store = Store::open(&place).await.map_err(Stop::failed)?;
    store.migrate().await.map_err(Stop::failed)?;
    if office::find(store.reader()).await.map_err(Stop::failed)?.is_some() {
        return Ok(lock);
    }
    let profile = practice::office::profile(&format!("http://{address}"));
    found_practice_office(config, &profile).await.map_err(Stop::failed)?;
    Ok(lock)
}

/// The signals by which an operator asks for the end.
pub(super) struct EndAsked {
    terminate: Signal,
    interrupt: Signal,
}

impl EndAsked {
    pub(super) fn listen() -> Result<EndAsked, Stop> {
        let of = |kind| signal(kind).map_err(Stop::failed);
        let (terminate, interrupt) = (of(SignalKind::terminate())?, of(SignalKind::interrupt())?);
        Ok(EndAsked { terminate, interrupt })
    }

    pub(super) async fn wait(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

/// An office that is being served.
pub(super) struct Running {
    /// The office.
    pub(super) profile: Profile,
    shows_docs: bool,
    shows_pages: bool,
    stop: watch::Sender<bool>,
    server: tokio::task::JoinHandle<std::io::Result<()>>,
    worker: tokio::task::JoinHandle<()>,
    housekeeper: tokio::task::JoinHandle<()>,
    sealer: tokio::task::JoinHandle<Sealer>,
    watcher: tokio::task::JoinHandle<()>,
    figures: Option<tokio::task::JoinHandle<std::io::Result<()>>>,
    _lock: FolderLock,
}

impl Running {
    /// Starts the server and its worker.
    pub(super) async fn start(
        config: &Config,
        lock: FolderLock,
        listener: TcpListener,
        wanted: Mode,
    ) -> Result<Running, Stop> {
        let app = App::open(config).await.map_err(Stop::failed)?;
        let profile = office::load(app.store.reader()).await.map_err(Stop::failed)?;
        if profile.mode != wanted {
            return Err(Stop::found(match wanted {
                Mode::Real => "this is a practice office; serve it with --demo",
                Mode::Practice => "this is a real office; it is never served with --demo",
            }));
        }
        warn_of_calendar(&app, &profile).await?;
        let keys = keys::load(&config.key_directory()).map_err(Stop::failed)?;
        if profile.mode == Mode::Real && config.hides_its_callers() {
            tracing::warn!(
                "only this machine can reach the service, so a proxy stands before it, and \
                 trusted_proxies names none: all callers have one address, and what one does wrong \
                 is counted for all"
            );
        }
        let shows_docs = config.shows_docs(profile.mode);
        let front = Front { trusted_proxies: config.trusted_proxies.clone(), docs: shows_docs };
        let service = Service::new(app.clone(), &profile, keys, front);
        let service = Arc::new(service.map_err(|_| Stop::failed("the service could not begin"))?);
        let shows_pages = service.portal.is_there();
        if lock.is_held() {
            // Nobody else is at work: the leases of a server that was killed are waited for by nobody.
            let taken = store_jobs::take_over(app.store.reader()).await.map_err(Stop::failed)?;
            if taken > 0 {
                tracing::warn!(taken, "jobs that an earlier server left in hand were taken over");
            }
        }
        let sealer = heads::sealer(config, &app, &profile)?;
        let interval = Duration::from_secs(config.heads_interval.get().into());
        let (stop, stopped) = watch::channel(false);
        let figures = match config.metrics_listen {
            Some(address) => Some(serve_figures(&app, address, until(stopped.clone())).await?),
            None => None,
        };
        let server = tokio::spawn(http::serve(service, listener, until(stopped.clone())));
        let worker = tokio::spawn(jobs::work(app.clone(), until(stopped.clone())));
        let watcher = probe::watch_over(app.store.clone(), until(stopped.clone()));
        let watcher = tokio::spawn(watcher);
        let sealer = tokio::spawn(sealer.run(interval, until(stopped.clone())));
        let housekeeper = tokio::spawn(housekeeping::keep_house(app, until(stopped)));
        Ok(Running {
            profile,
            shows_docs,
            shows_pages,
            stop,
            server,
            worker,
            housekeeper,
            sealer,
            watcher,
            figures,
            _lock: lock,
        })
    }

    /// Finishes the requests and the job in hand, then ends.
    pub(super) async fn stop(self) -> Result<(), Stop> {
        // Nobody listens any more only where both have already ended.
        let _ = self.stop.send(true);
        self.server.await.map_err(Stop::failed)?.map_err(Stop::failed)?;
        self.worker.await.map_err(Stop::failed)?;
        self.housekeeper.await.map_err(Stop::failed)?;
        // When nobody writes any more: a server that ends as it should leaves nothing unsealed.
        self.sealer.await.map_err(Stop::failed)?.seal_and_show().await;
        if let Some(figures) = self.figures {
            figures.await.map_err(Stop::failed)?.map_err(Stop::failed)?;
        }
        self.watcher.await.map_err(Stop::failed)
    }
}

/// Serves the figures at their own address.
async fn serve_figures(
    app: &App,
    address: std::net::SocketAddr,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<tokio::task::JoinHandle<std::io::Result<()>>, Stop> {
    let listener = TcpListener::bind(address).await;
    let listener =
        listener.map_err(|error| Stop::failed(cannot_listen(address, "metrics_listen", &error)))?;
    Ok(tokio::spawn(http::metrics::serve(app.clone(), listener, stop)))
}

/// What is missing of the calendar is a warning; that nobody compared it yet is news of every start.
async fn warn_of_calendar(app: &App, profile: &Profile) -> Result<(), Stop> {
    let calendar = calendar::in_force(app.store.reader()).await.map_err(Stop::failed)?;
    for warning in calendar.warnings(profile.today()) {
        let (year, message) = (warning.year, warning.message.en);
        match warning.kind {
            CalendarWarningKind::Missing => tracing::warn!(year, message),
            CalendarWarningKind::Provisional => tracing::info!(year, message),
        }
    }
    Ok(())
}

async fn until(mut stopped: watch::Receiver<bool>) {
    // A sender that is gone means that the program is ending, too.
    let _ = stopped.wait_for(|stop| *stop).await;
}
