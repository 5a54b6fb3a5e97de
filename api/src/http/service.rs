//! What handlers work with: the parts of the office, and what the service itself remembers.

use std::net::IpAddr;
use std::sync::Once;

use super::answer::Problem;
use super::door::kept::KeptOpenPoints;
use super::door::pace::Pace;
use super::portal::Portal;
use super::sign_in::meanwhile::Meanwhile;
use super::sign_in::passwords::Passwords;
use super::sign_in::tokens::Tokens;
use crate::app::App;
use crate::secret::keys::Keys;
use crate::store::office::{Mode, Profile};

/// What handlers work with.
pub struct Service {
    /// The database, the files, the press.
    pub app: App,
    /// Whether this is a practice office.
    pub practice: bool,
    pub(in crate::http) tokens: Tokens,
    pub(in crate::http) passwords: Passwords,
    pub(in crate::http) pace: Pace,
    pub(in crate::http) open_points: KeptOpenPoints,
    pub(in crate::http) meanwhile: Meanwhile,
    pub(in crate::http) front: Front,
    /// The browser pages.
    pub portal: Portal,
    /// Whether the office is entered over TLS, as its own address says.
    pub(in crate::http) over_tls: bool,
    pub(in crate::http) unheard: Once,
}

/// What stands before a service, and what it shows.
#[derive(Debug, Clone, Default)]
pub struct Front {
    /// Proxies whose word on the caller's address is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Whether the interface is described on a page.
    pub docs: bool,
}

impl Service {
    /// The service of an office, with the keys its tokens are signed with.
    ///
    /// # Errors
    /// When the machine's random source fails.
    pub fn new(app: App, office: &Profile, keys: Keys, front: Front) -> Result<Service, Problem> {
        let mode = match office.mode {
            Mode::Real => "real",
            Mode::Practice => "practice",
        };
        let audience = format!("{}:{}:{mode}", office.office.division.0, office.credit_code);
        Ok(Service {
            app,
            practice: office.mode == Mode::Practice,
            tokens: Tokens::new(keys, audience),
            passwords: Passwords::new()?,
            pace: Pace::default(),
            open_points: KeptOpenPoints::default(),
            meanwhile: Meanwhile::default(),
            front,
            portal: Portal::built(),
            over_tls: office.base_address.starts_with("https://"),
            unheard: Once::new(),
        })
    }
}
