//! `demo`: a practice server is started and one whole case is carried through its HTTP interface
//! alone, every paper printed, then filed as a scan.

mod client;
mod commission;
mod courses;
mod filing;
mod later;
mod points;
mod story;
mod teller;
mod turns;
mod words;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Instant;

use clap::{Args, ValueEnum};
use tokio::net::TcpListener;
use workflow::Act;
use workflow::case::ChildKind;
use workflow::law::sequence::stage_words;

use crate::cli::place::Place;
use crate::cli::serve::{Running, open_practice_office};
use crate::cli::stop::Stop;
use crate::store::office::Mode;
use later::Later;
use teller::Teller;
use turns::Turn;

/// Carries one whole case.
#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Name the kinds of adoption and the turns, and do nothing
    #[arg(long)]
    list: bool,
    /// The kind of adoption, or the procedure after one
    #[arg(long, value_parser = kind_named, default_value = "institution_foundling")]
    kind: Told,
    /// A turn the case takes
    #[arg(long, value_enum)]
    turn: Option<Turn>,
    /// How the assessment by points goes, where not as it should
    #[arg(long, value_enum, conflicts_with = "turn")]
    assessment: Option<courses::Told>,
    /// The act after which nothing more is done, by its word, such as `propose`
    #[arg(long, value_parser = act_named)]
    until: Option<Act>,
    /// Where the papers are left
    #[arg(long, required_unless_present = "list")]
    out: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

/// What a demonstration tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    /// An adoption of a kind.
    Adoption(ChildKind),
    /// A procedure after a registration.
    Later(Later),
}

impl Told {
    /// The kind of child of the adoption it tells, or follows.
    fn kind(self) -> ChildKind {
        match self {
            Told::Adoption(kind) => kind,
            Told::Later(later) => later.kind(),
        }
    }
}

fn kind_named(word: &str) -> Result<Told, String> {
    let of_child = ChildKind::ALL.into_iter().find(|kind| kind.word() == word);
    let later = Later::ALL.into_iter().find(|later| later.word() == word);
    of_child.map(Told::Adoption).or(later.map(Told::Later)).ok_or_else(|| {
        let kinds = ChildKind::ALL.into_iter().map(ChildKind::word);
        let words: Vec<&str> = kinds.chain(Later::ALL.into_iter().map(Later::word)).collect();
        format!("the kinds are {}", words.join(", "))
    })
}

fn act_named(word: &str) -> Result<Act, String> {
    let found = Act::ALL.into_iter().find(|act| act.word() == word);
    found.ok_or_else(|| format!("no act is called {word}"))
}

/// Every kind with the turns its cases can take.
fn list() {
    for kind in ChildKind::ALL {
        println!("--kind {:22} {}", kind.word(), kind.printed());
    }
    for later in Later::ALL {
        println!("--kind {:22} {}", later.word(), later.printed());
    }
    for turn in Turn::value_variants() {
        let Some(value) = turn.to_possible_value() else { continue };
        let kinds = ChildKind::ALL.into_iter().filter(|kind| turns::is_possible(*turn, *kind));
        let kinds: Vec<&str> = kinds.map(ChildKind::word).collect();
        let help = value.get_help().map(ToString::to_string).unwrap_or_default();
        println!("--turn {:22} {help}（{}）", value.get_name(), kinds.join(", "));
    }
    for course in courses::Told::value_variants() {
        let Some(value) = course.to_possible_value() else { continue };
        let help = value.get_help().map(ToString::to_string).unwrap_or_default();
        println!("--assessment {:16} {help}", value.get_name());
    }
}

/// A case whose assessment is by points, as it should be or on one of its courses.
async fn by_points(teller: &mut Teller, course: Option<courses::Told>) -> Result<(), Stop> {
    courses::score_by_the_default_set(teller).await?;
    commission::commission(teller).await?;
    match course {
        Some(course) => courses::tell(teller, course).await,
        None => story::whole(teller).await,
    }
}

impl Demo {
    pub(super) async fn run(self) -> Result<(), Stop> {
        let Some(out) = self.out.filter(|_| !self.list) else {
            list();
            return Ok(());
        };
        if let Some(turn) = self.turn
            && !matches!(self.kind, Told::Adoption(kind) if turns::is_possible(turn, kind))
        {
            return Err(Stop::failed("a case of this kind cannot take this turn; see --list"));
        }
        if self.assessment.is_some() && self.kind != Told::Adoption(ChildKind::InstitutionFoundling)
        {
            return Err(Stop::failed("the courses of an assessment are told of a foundling"));
        }
        let started = Instant::now();
        std::fs::create_dir_all(&out).map_err(Stop::failed)?;
        let data = self.place.data.clone().unwrap_or_else(|| out.join("practice"));
        let config = Place { data: Some(data), ..self.place }.config()?;
        let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let listener = TcpListener::bind(listen).await.map_err(Stop::failed)?;
        let address = listener.local_addr().map_err(Stop::failed)?;
        let lock = open_practice_office(&config, address).await?;
        let running = Running::start(&config, lock, listener, Mode::Practice).await?;
        let mut teller =
            Teller::new(&format!("http://{address}"), &out, self.kind.kind(), self.until);
        let told = match (self.turn, self.assessment, self.kind) {
            (Some(turn), _, _) => turns::tell(&mut teller, turn).await,
            (None, Some(course), _) => by_points(&mut teller, Some(course)).await,
            (None, None, Told::Adoption(ChildKind::InstitutionFoundling)) => {
                by_points(&mut teller, None).await
            }
            (None, None, Told::Adoption(_)) => story::whole(&mut teller).await,
            (None, None, Told::Later(later)) => later::tell(&mut teller, later).await,
        };
        let ended = match told {
            Err(stop) if !teller.is_enough() => Err(stop),
            _ => teller.case().await,
        };
        running.stop().await?;
        let (acts, stage) = (teller.acts(), stage_words(ended?.stage).0);
        println!("本件的结果：{stage}");
        println!(
            "{acts} acts in {:.1} s; the papers are in {}",
            started.elapsed().as_secs_f64(),
            out.display()
        );
        println!("the practice office is kept in {}", config.data.display());
        Ok(())
    }
}
