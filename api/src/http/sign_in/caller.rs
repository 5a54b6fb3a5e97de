//! Who is asking: read from the token, then from the database, at every request.

use std::collections::BTreeSet;
use std::sync::Arc;

use poem::{Request, RequestBody, http::header};
use poem_openapi::{
    ApiExtractor, ApiExtractorType, ExtractParamOptions,
    registry::{MetaSecurityScheme, Registry},
};
use workflow::{Actor, CaseId, Role, UserId};

use super::factor::demand;
use super::powers::wall_between;
use crate::clock::{self, SECOND};
use crate::http::answer::{Kind, Problem};
use crate::http::door::doorway::RequestRecord;
use crate::http::service::Service;
use crate::store::asker::Asker;
use crate::store::people::Account;
use crate::store::people::absences::{self, StoodIn};
use crate::store::people::sessions::{self, Live, Session};
use crate::store::{Reader, StoreError};

/// The first argument of every handler that is not public.
#[derive(Debug, Clone)]
pub enum Caller {
    /// A person with an account who is signed in.
    Person(Person),
}

/// A person who is signed in, as the database knows them at this moment.
#[derive(Debug, Clone)]
pub struct Person {
    /// The account with its roles, the operation and the request: what acts and reads need.
    pub asker: Asker,
    /// The one case a family's session is bound to.
    pub case_id: Option<CaseId>,
    /// The session.
    pub session: Session,
    /// Those for whom they stand in today.
    pub stands_in_for: Vec<StoodIn>,
}

impl Person {
    /// This person and those for whom they stand in: whose work is theirs today.
    pub fn acts_for(&self) -> Vec<UserId> {
        let absent = self.stands_in_for.iter().map(|absence| absence.person);
        std::iter::once(self.asker.actor.id).chain(absent).collect()
    }
}

/// Marks a public operation. The list of these may only shrink.
#[derive(Debug, Clone, Copy)]
pub struct Anonymous;

impl Caller {
    /// Who asks, as acts and reads want to know it.
    pub fn asker(&self) -> &Asker {
        &self.person().asker
    }

    /// The person, whoever it is.
    pub fn person(&self) -> &Person {
        match self {
            Caller::Person(person) => person,
        }
    }

    /// The person, if they hold the role.
    ///
    /// # Errors
    /// [`Kind::Forbidden`] where they do not.
    pub fn holding(&self, role: Role) -> Result<&Person, Problem> {
        let person = self.person();
        if person.asker.roles.contains(&role) {
            Ok(person)
        } else {
            Err(Problem::new(Kind::Forbidden))
        }
    }
}

/// The token of the one `Authorization` header.
fn bearer(request: &Request) -> Option<&str> {
    let mut values = request.headers().get_all(header::AUTHORIZATION).iter();
    let (Some(value), None) = (values.next(), values.next()) else {
        return None;
    };
    let (scheme, token) = value.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token)
}

async fn identify(request: &Request) -> Result<Caller, Problem> {
    let refused = || Problem::new(Kind::SignInRequired);
    let service = request.data::<Arc<Service>>().ok_or_else(|| Problem::new(Kind::Internal))?;
    let record =
        request.data::<Arc<RequestRecord>>().ok_or_else(|| Problem::new(Kind::Internal))?;
    let now = clock::now();
    let token = bearer(request).ok_or_else(refused)?;
    let claims = service.tokens.verify(token, now).map_err(|_| refused())?;
    let reader = service.app.store.reader();
    let live = match sessions::live(reader, claims.sid, now).await? {
        None => service.meanwhile.live(reader, claims.sid, now).await?,
        live => live,
    };
    let Live { session, person: account, may_stand_in } = live.ok_or_else(refused)?;
    let issued_in_time = claims.iat >= account.valid_since / SECOND;
    if account.id.0 != claims.sub || !issued_in_time {
        return Err(refused());
    }
    record.name_actor(account.id);
    let (roles, stands_in_for) = powers_of(reader, &account, may_stand_in).await?;
    let asker = Asker {
        actor: Actor { id: account.id, name: account.profile.name },
        roles,
        organization: account.profile.organization,
        operation: record.operation.clone(),
        request_id: record.id.clone(),
        factor_at: session.factor_at,
    };
    demand::expect_shown(service, reader, &session, &asker.roles, &asker.operation).await?;
    Ok(Caller::Person(Person { asker, case_id: session.case_id, session, stands_in_for }))
}

/// The roles of a person at this moment: their own, and those of officers on leave for whom they
/// stand in. Roles that nobody may hold together are not lent either.
async fn powers_of(
    reader: &impl Reader,
    account: &Account,
    may_stand_in: bool,
) -> Result<(BTreeSet<Role>, Vec<StoodIn>), StoreError> {
    let mut roles: BTreeSet<Role> = account.profile.roles.iter().copied().collect();
    if !may_stand_in {
        return Ok((roles, Vec::new()));
    }
    let mut stands_in_for = absences::stood_in_by(reader, account.id).await?;
    stands_in_for.retain(|absence| {
        let together = roles.union(&absence.roles).copied().collect();
        let may_be_lent = wall_between(&together).is_none();
        if may_be_lent {
            roles = together;
        }
        may_be_lent
    });
    Ok((roles, stands_in_for))
}

impl<'a> ApiExtractor<'a> for Caller {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::SecurityScheme];

    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        registry.create_security_scheme(
            "access_token",
            MetaSecurityScheme {
                ty: "http",
                description: Some("The access token of the sign-in answer, good for 15 minutes"),
                name: None,
                key_in: None,
                scheme: Some("bearer"),
                bearer_format: Some("JWT"),
                flows: None,
                openid_connect_url: None,
            },
        );
    }

    fn security_schemes() -> Vec<&'static str> {
        vec!["access_token"]
    }

    async fn from_request(
        request: &'a Request,
        _body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> poem::Result<Self> {
        Ok(identify(request).await?)
    }
}

impl<'a> ApiExtractor<'a> for Anonymous {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::PoemExtractor];

    type ParamType = ();
    type ParamRawType = ();

    async fn from_request(
        _request: &'a Request,
        _body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> poem::Result<Self> {
        Ok(Anonymous)
    }
}
