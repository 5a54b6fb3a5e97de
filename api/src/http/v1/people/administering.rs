//! What every change of another's account begins and ends with.

use uuid::Uuid;
use workflow::{Role, UserId};

use crate::http::answer::{Kind, Problem};
use crate::http::service::Service;
use crate::http::sign_in::caller::{Caller, Person};
use crate::http::sign_in::factor::demand;
use crate::store::log::audit::AccessOutcome;
use crate::store::people::{self, Account};
use crate::store::{StoreError, Transaction};

/// The administrator who asks and has shown a second factor a moment ago, and the account of another. A
/// family's account is none of theirs: it says who follows a case, and nobody may give it a password or
/// a role.
pub(super) async fn administering<'a>(
    service: &Service,
    caller: &'a Caller,
    id: Uuid,
) -> Result<(&'a Person, UserId), Problem> {
    let person = caller.holding(Role::Administrator)?;
    demand::expect_fresh(service, &person.asker).await?;
    let user = UserId(id);
    let account = people::find(service.app.store.reader(), user).await?;
    if !account.is_some_and(|account| is_staff(&account)) {
        return Err(Problem::new(Kind::NotFound));
    }
    if user == person.asker.actor.id {
        return Err(Problem::new(Kind::InvalidValues).broken(
            "account-own",
            None,
            "不能管理自己的账号，请由另一名系统管理员办理",
            "Nobody manages their own account; another administrator can",
        ));
    }
    Ok((person, user))
}

fn is_staff(account: &Account) -> bool {
    !account.profile.roles.contains(&Role::Family)
}

/// Logs what was done and makes it last.
pub(super) async fn commit(transaction: Transaction, person: &Person) -> Result<(), Problem> {
    person.asker.log(&transaction, None, AccessOutcome::Done, &[]).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(())
}
