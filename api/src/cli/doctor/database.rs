//! The database: whether it is there and keeps what it is given, and what stands in it that an operator
//! has to look after.

use chrono::Datelike;
use workflow::law::time::calendar::CalendarWarningKind;

use super::findings::Findings;
use crate::clock::{self, HOUR, MINUTE};
use crate::config::Config;
use crate::store::connection::connect::Verdict;
use crate::store::jobs::{self, State};
use crate::store::log::events;
use crate::store::office::{self, Mode, Profile, calendar};
use crate::store::{Store, StoreError};

const ABOUT: &str = "database";

/// Looks at the database. Gives the office, if there is one. An embedded database is left alone by whoever
/// is not its owner: what SQLite makes beside it would be closed to the service.
pub(super) async fn look(
    config: &Config,
    is_own: bool,
    findings: &mut Findings,
) -> Option<Profile> {
    if !is_own && config.database.is_none() {
        let advice = "ask as the user the office is served by";
        findings.warning(ABOUT, "it was not looked at: it belongs to another user", advice);
        return None;
    }
    let store = open(config, findings).await?;
    if !is_current(&store, findings).await {
        return None;
    }
    let profile = match office::find(store.reader()).await {
        Ok(Some(profile)) => profile,
        Ok(None) => {
            findings.fault("office", "none was founded here", "found it with `guijia init`");
            return None;
        }
        Err(error) => {
            findings.fault("office", error, "run `guijia verify`");
            return None;
        }
    };
    findings.ok(
        "office",
        match profile.mode {
            Mode::Real => "a real one",
            Mode::Practice => "one for practice: every paper is a specimen",
        },
    );
    clock_and_log(&store, findings).await;
    calendars(&store, &profile, findings).await;
    work(&store, findings).await;
    Some(profile)
}

async fn open(config: &Config, findings: &mut Findings) -> Option<Store> {
    let address = match config.database_address() {
        Ok(address) => address,
        Err(error) => {
            findings.fault(ABOUT, error, "correct `database` in the configuration");
            return None;
        }
    };
    // Looking makes no file.
    if address.is_embedded() && address.file().is_none_or(|file| !file.is_file()) {
        let advice = "found the office with `guijia init`, or restore a backup";
        findings.fault(ABOUT, "there is none here", advice);
        return None;
    }
    let store = match Store::open(&address).await {
        Ok(store) => store,
        Err(error @ (StoreError::Unreachable | StoreError::TurnedAway(_))) => {
            findings.fault(ABOUT, error, "start it, or correct its address");
            return None;
        }
        Err(error) => {
            findings.fault(ABOUT, error, "set right what it names");
            return None;
        }
    };
    findings.ok(ABOUT, if address.is_embedded() { "the embedded one" } else { "PostgreSQL" });
    settings(&store, findings).await;
    Some(store)
}

async fn settings(store: &Store, findings: &mut Findings) {
    let settings = match store.settings().await {
        Ok(settings) => settings,
        Err(error) => return findings.fault("setting", error, "look at the database"),
    };
    for setting in settings {
        let found = format!("{} is {}", setting.name, setting.value);
        match setting.verdict {
            Verdict::Good => findings.ok("setting", found),
            Verdict::Warning => findings.warning("setting", found, "docs/operations.md says why"),
            Verdict::Refused => {
                findings.fault("setting", found, "acts could be lost: set it right")
            }
        }
    }
}

async fn is_current(store: &Store, findings: &mut Findings) -> bool {
    let advice = "make a backup; then start the service, or run `guijia migrate`";
    match store.is_current().await {
        Ok(true) => findings.ok("schema", "this program's own"),
        Ok(false) => findings.fault("schema", "older than this program", advice),
        Err(error @ (StoreError::Unreachable | StoreError::TurnedAway(_))) => {
            findings.fault("schema", error, "look at the database")
        }
        Err(_) => {
            let advice = "use the version that wrote it (docs/upgrading.md)";
            findings.fault("schema", "newer than this program, or damaged", advice);
        }
    }
    matches!(store.is_current().await, Ok(true))
}

/// A clock that went back lets days pass twice and tokens live for ever.
async fn clock_and_log(store: &Store, findings: &mut Findings) {
    let newest = match events::newest(store.reader()).await {
        Ok(newest) => newest,
        Err(error) => return findings.fault("clock", error, "run `guijia verify`"),
    };
    match newest.filter(|newest| *newest > clock::now().saturating_add(5 * MINUTE)) {
        Some(newest) => findings.fault(
            "clock",
            format!("the newest event is of {}, which is still to come", clock::written(newest)),
            "set the clock of this machine right, and keep it right by NTP",
        ),
        None => {
            findings.ok("clock", format!("{}, and no event is later", clock::written(clock::now())))
        }
    }
}

async fn calendars(store: &Store, profile: &Profile, findings: &mut Findings) {
    let calendar = match calendar::in_force(store.reader()).await {
        Ok(calendar) => calendar,
        Err(error) => return findings.fault("calendar", error, "run `guijia verify`"),
    };
    let today = profile.today();
    let warnings = calendar.warnings(today);
    if warnings.is_empty() {
        findings.ok("calendar", format!("{} is there", today.year()));
    }
    let advice = "compare it with the State Council's notice and run `guijia calendar import`";
    for warning in warnings {
        let is_needed =
            warning.kind == CalendarWarningKind::Missing && warning.year == today.year();
        match is_needed {
            true => findings.fault("calendar", warning.message.en, advice),
            false => findings.warning("calendar", warning.message.en, advice),
        }
    }
}

async fn work(store: &Store, findings: &mut Findings) {
    let shares = match jobs::shares(store.reader()).await {
        Ok(shares) => shares,
        Err(error) => return findings.fault("jobs", error, "run `guijia verify`"),
    };
    let dead: i64 =
        shares.iter().filter(|share| share.state == State::Dead).map(|share| share.count).sum();
    if dead > 0 {
        let advice = "an administrator sees them at `GET /v1/jobs` and has them tried again";
        findings.fault("jobs", format!("{dead} were given up"), advice);
    }
    let waiting = shares.iter().filter(|share| share.state != State::Dead);
    let oldest = waiting.map(|share| share.oldest).min();
    match oldest.filter(|oldest| clock::now().saturating_sub(*oldest) > HOUR) {
        Some(oldest) => findings.warning(
            "jobs",
            format!("the oldest waits since {}", clock::written(oldest)),
            "see that the office is served; `GET /v1/jobs` says why a job fails",
        ),
        None if dead == 0 => findings.ok("jobs", "none is old, none was given up"),
        None => {}
    }
}
