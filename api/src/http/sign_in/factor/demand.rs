//! Whether somebody has to show a second factor, or to enrol one, before anything else.

use std::collections::BTreeSet;

use workflow::{Role, UserId};

use crate::clock;
use crate::http::answer::{Problem, factor};
use crate::http::service::Service;
use crate::http::sign_in::powers::work_with_factor;
use crate::http::sign_in::signed_in::Missing;
use crate::store::asker::Asker;
use crate::store::people::factors;
use crate::store::people::sessions::Session;
use crate::store::{Reader, StoreError};

/// All that can be done while a second factor is missing.
const BEFORE_THE_FACTOR: [&str; 6] =
    ["show_factor", "list_factors", "create_factor", "confirm_factor", "read_me", "end_session"];

/// What a person has to do after the password before a session is theirs.
///
/// # Errors
/// When the store fails.
pub async fn missing(
    service: &Service,
    reader: &impl Reader,
    user: UserId,
    roles: &BTreeSet<Role>,
) -> Result<Option<Missing>, StoreError> {
    if factors::is_enrolled(reader, user).await? {
        return Ok(Some(Missing::Show));
    }
    Ok(is_demanded(service, reader, roles).await?.then_some(Missing::Enrol))
}

/// Whether the office lets these roles work with a second factor only.
///
/// # Errors
/// When the store fails.
pub async fn is_demanded(
    service: &Service,
    reader: &impl Reader,
    roles: &BTreeSet<Role>,
) -> Result<bool, StoreError> {
    if !work_with_factor(roles) {
        return Ok(false);
    }
    Ok(service.app.store.configuration().now(reader).await?.profile.demands_factor())
}

/// Refuses everything but the factor to a session that waits for it: one that was opened by the password
/// alone, or that of a person whose roles of this moment ask for more.
///
/// # Errors
/// 403, naming what to do.
pub async fn expect_shown(
    service: &Service,
    reader: &impl Reader,
    session: &Session,
    roles: &BTreeSet<Role>,
    operation: &str,
) -> Result<(), Problem> {
    if BEFORE_THE_FACTOR.contains(&operation) {
        return Ok(());
    }
    let demanded = async || match session.factor_at {
        Some(_) => Ok(false),
        None => is_demanded(service, reader, roles).await,
    };
    if !session.awaits_factor && !demanded().await? {
        return Ok(());
    }
    let is_enrolled = factors::is_enrolled(reader, session.user).await?;
    Err(if is_enrolled { factor::not_shown() } else { factor::not_enrolled() })
}

/// Refuses what changes accounts or powers to whoever has not shown a factor a moment ago.
///
/// # Errors
/// 403, naming what to do.
pub async fn expect_fresh(service: &Service, asker: &Asker) -> Result<(), Problem> {
    let store = &service.app.store;
    let profile = &store.configuration().now(store.reader()).await?.profile;
    if profile.lacks_fresh_factor(asker.factor_at, clock::now()) {
        return Err(factor::not_fresh());
    }
    Ok(())
}

/// The same of whoever has a factor, whatever the office demands: one factor vouches for the next.
///
/// # Errors
/// 403, naming what to do.
pub async fn expect_own_shown(service: &Service, asker: &Asker) -> Result<(), Problem> {
    match asker.factor_at {
        Some(_) => expect_fresh(service, asker).await,
        None => Err(factor::not_shown()),
    }
}
