//! What an operator does when somebody is locked out or a key is to be replaced.

use chrono::{DateTime, FixedOffset};
use clap::Args;
use workflow::Role;

use super::place::Place;
use super::stop::Stop;
use crate::app::unlock;
use crate::http::sign_in::factor::reset;
use crate::http::sign_in::invitations::{self, Invitation};
use crate::secret::keys;
use crate::store::{Store, people};

/// Who does what is done on the command line.
const OPERATOR: &str = "operator";

/// Invites an administrator again.
#[derive(Debug, Args)]
pub(super) struct InviteAdministrator {
    /// The login of the administrator
    #[arg(long)]
    login: String,
    /// Take away the second factors too, because they are lost; all sessions of the administrator end
    #[arg(long)]
    reset_factors: bool,
    #[command(flatten)]
    place: Place,
}

impl InviteAdministrator {
    pub(super) async fn run(self) -> Result<(), Stop> {
        let config = self.place.config()?;
        let address = config.database_address().map_err(Stop::usage)?;
        let store = Store::open(&address).await.map_err(Stop::failed)?;
        store.migrate().await.map_err(Stop::failed)?;
        unlock(&store, &config.key_directory()).await.map_err(Stop::failed)?;
        let found = people::by_login(store.reader(), &self.login.to_lowercase()).await;
        let account = found.map_err(Stop::failed)?.map(|(account, _)| account);
        let account = account
            .filter(|account| account.profile.roles.contains(&Role::Administrator))
            .ok_or_else(|| Stop::found("no administrator has this login"))?;
        let transaction = store.begin().await.map_err(Stop::failed)?;
        let invitation = invitations::invite_again(&transaction, None, account.id).await;
        let invitation = invitation.map_err(|_| Stop::found("the account is closed"))?;
        if self.reset_factors {
            reset::reset(&transaction, OPERATOR, account.id).await.map_err(Stop::failed)?;
        }
        transaction.commit().await.map_err(Stop::failed)?;
        print(&invitation);
        Ok(())
    }
}

/// Shows an invitation, once.
pub(super) fn print(invitation: &Invitation) {
    println!("One-time invitation, shown only now: {}", invitation.code);
    if let Some(until) = DateTime::from_timestamp_micros(invitation.expires_at) {
        let shanghai = FixedOffset::east_opt(8 * 3600).map(|offset| until.with_timezone(&offset));
        println!("It can be accepted until {}.", shanghai.unwrap_or_else(|| until.fixed_offset()));
    }
}

/// Makes a new signing key beside the old ones.
pub(super) fn replace_key(place: &Place) -> Result<(), Stop> {
    let directory = place.config()?.key_directory();
    keys::load(&directory).map_err(Stop::failed)?;
    keys::add(&directory).map_err(Stop::failed)?;
    println!("A new signing key is in {}.", directory.display());
    println!("Restart every replica within a day; then the older keys are no longer believed.");
    Ok(())
}
