//! An adoptive family and its case: finding the case by the code on the receipt, knowing the person
//! who asks, and the page of answers.

use uuid::Uuid;
use workflow::case::Party;
use workflow::identity::names::compared_name;
use workflow::identity::writing::standard_number;
use workflow::public::family::{FamilyPage, Say, is_open_to_family, page};
use workflow::rights::{Access as Right, Action, Relation, may};
use workflow::{Case, CaseId, Role, UserId};

use crate::app::App;
use crate::clock;
use crate::execute::{Failure, facts_now};
use crate::secret::Purpose;
use crate::secret::query_code::code_key;
use crate::store::asker::Asker;
use crate::store::cases::{self, History};
use crate::store::log::audit::AccessOutcome;
use crate::store::people::{self, Profile};
use crate::store::{StoreError, office};

/// Letters and digits at the end of an identity number that are asked for.
const LAST: usize = 6;

/// A case that a code opened.
#[derive(Debug)]
pub struct Opened {
    /// The case.
    pub case_id: CaseId,
    /// The case as it stands.
    pub history: History,
}

/// The case of a code as it is printed, while it can be opened.
pub async fn open(app: &App, code: &str) -> Result<Option<Opened>, StoreError> {
    let reader = app.store.reader();
    let key = code_key(&app.secret, code);
    let Some(case_id) = cases::find_by_code_key(reader, &key).await? else { return Ok(None) };
    let Some(history) = cases::load(reader, case_id).await? else { return Ok(None) };
    let today = office::load(reader).await?.today();
    let open = is_open_to_family(&history.case, &history.entries, today);
    Ok(open.then_some(Opened { case_id, history }))
}

/// The adoptive parent of a case with this name and this end of the identity number.
pub fn adopter(case: &Case, name: &str, last_six: &str) -> Option<Party> {
    let (name, last_six) = (compared_name(name), standard_number(last_six));
    let is_asking = |known: &str, number: &str| {
        let end: String =
            number.chars().skip(number.chars().count().saturating_sub(LAST)).collect();
        compared_name(known) == name && end == last_six
    };
    let mut adopters = case.adopting_parties();
    let asking = adopters.find(|(_, adopter)| is_asking(&adopter.name, &adopter.resident_id.0));
    asking.map(|(party, _)| party)
}

/// The account under which an adoptive parent opens the page: always the same for one person of one
/// case, without a password, and made when it is first needed.
pub async fn account(app: &App, case_id: CaseId, party: Party) -> Result<UserId, StoreError> {
    let parts = [&case_id.0.as_bytes()[..], party.word().as_bytes()];
    let derived = app.secret.derive(Purpose::FamilyAccount, &parts);
    let bits = derived.iter().take(16).fold(0_u128, |bits, byte| (bits << 8) | u128::from(*byte));
    let user = UserId(uuid::Builder::from_random_bytes(bits.to_be_bytes()).into_uuid());
    if people::find(app.store.reader(), user).await?.is_some() {
        return Ok(user);
    }
    let transaction = app.store.begin().await?;
    match people::add(&transaction, user, &profile(user, party), clock::now()).await {
        Ok(()) => transaction.commit().await?,
        // Somebody opened the page at the same moment.
        Err(StoreError::Duplicate) => transaction.rollback().await,
        Err(error) => return Err(error),
    }
    Ok(user)
}

/// The account says nothing of the person: it is seen by whoever reads the access log.
fn profile(user: UserId, party: Party) -> Profile {
    Profile {
        login: format!("family.{}", user.0.simple()),
        name: party.printed().to_owned(),
        roles: vec![Role::Family],
        organization: String::new(),
        registrar_number: None,
        qualification: None,
        practice_number: None,
    }
}

/// Somebody who has not shown yet who they are: what the access log calls them.
pub fn nobody() -> UserId {
    UserId(Uuid::nil())
}

/// The page of answers of the case a family's session is bound to.
pub async fn read(
    app: &App,
    asker: &Asker,
    case_id: CaseId,
    say: Say<'_>,
) -> Result<FamilyPage, Failure> {
    let reader = app.store.reader();
    let history = cases::load(reader, case_id).await?;
    let today = office::load(reader).await?.today();
    let open = history.filter(|history| is_open_to_family(&history.case, &history.entries, today));
    let right = may(&asker.roles, Relation::FAMILY, Action::ReadFamilyPage);
    let Some(history) = open.filter(|_| right == Right::Allowed) else {
        asker.note(&app.store, Some(case_id), AccessOutcome::NotFound, &[]).await?;
        return Err(Failure::NotFound);
    };
    let facts = facts_now(app, asker, case_id, &history).await?;
    asker.note(&app.store, Some(case_id), AccessOutcome::Read, &[]).await?;
    Ok(page(&history.case, &history.entries, &facts, say))
}
