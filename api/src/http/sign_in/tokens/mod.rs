//! Access tokens: what is put into them, and everything that is asked of one before it is
//! believed.
//!
//! The library checks the signature. What it would leave to defaults (claims that may be
//! missing, types it forgives, a leeway of a minute, the algorithm the token names) is settled
//! here: one algorithm, one type, no header but the three we write, every claim required with
//! its one type, and the instant passed in.

pub mod rotation;
pub mod secret;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::{Algorithm, Header, Validation};
use quick_cache::sync::Cache;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use workflow::UserId;

use crate::clock::{Instant, SECOND};
use crate::secret::keys::{Key, Keys};

/// How long an access token is good for, in seconds.
pub const LIFETIME: i64 = 15 * 60;
/// How far two clocks may be apart, in seconds.
const LEEWAY: i64 = 30;
/// How many tokens are remembered with what they say.
const REMEMBERED: usize = 4096;
/// No token of ours comes near this size.
const SIZE_LIMIT: usize = 4 * 1024;
const ISSUER: &str = "guijia";
const TYPE: &str = "at+jwt";
const ALGORITHM: &str = "EdDSA";

/// What a token says. Roles are not in it: they are read from the database at each request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claims {
    iss: String,
    aud: String,
    /// The person.
    pub sub: Uuid,
    /// The session the token belongs to.
    pub sid: Uuid,
    /// The token itself.
    pub jti: Uuid,
    /// When it was issued, in seconds.
    pub iat: i64,
    nbf: i64,
    exp: i64,
    /// When the person showed who they are, in seconds.
    pub auth_time: i64,
}

/// The only header we write and accept. Any other member (`jwk`, `jku`, `crit`, …) is refused.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StrictHeader {
    alg: String,
    typ: String,
    kid: String,
}

/// The token is not believed. Nobody outside learns why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rejected;

/// Issues and checks the access tokens of one office.
pub struct Tokens {
    keys: Keys,
    audience: String,
    /// What tokens say whose signature was found to be right, by the digest of the whole token.
    signed: Cache<[u8; 32], Claims>,
}

impl Tokens {
    /// `audience` names the office and its mode, so that a token of a practice office is
    /// worth nothing at a real one.
    pub fn new(keys: Keys, audience: impl Into<String>) -> Tokens {
        Tokens { keys, audience: audience.into(), signed: Cache::new(REMEMBERED) }
    }

    /// A token for a person's session, good from now on for [`LIFETIME`] seconds.
    ///
    /// # Errors
    /// When the key cannot sign.
    pub fn issue(
        &self,
        user: UserId,
        session: Uuid,
        signed_in_at: Instant,
        now: Instant,
    ) -> Result<String, jsonwebtoken::errors::Error> {
        let issued = now / SECOND;
        let claims = Claims {
            iss: ISSUER.to_owned(),
            aud: self.audience.clone(),
            sub: user.0,
            sid: session,
            jti: Uuid::new_v4(),
            iat: issued,
            nbf: issued,
            exp: issued + LIFETIME,
            auth_time: signed_in_at / SECOND,
        };
        let key = &self.keys.newest;
        let header = Header {
            typ: Some(TYPE.to_owned()),
            kid: Some(key.id.clone()),
            ..Header::new(Algorithm::EdDSA)
        };
        jsonwebtoken::encode(&header, &claims, &key.signing)
    }

    /// The claims of a token that may be believed at this instant.
    ///
    /// # Errors
    /// [`Rejected`] for every other token.
    pub fn verify(&self, token: &str, now: Instant) -> Result<Claims, Rejected> {
        if token.len() > SIZE_LIMIT {
            return Err(Rejected);
        }
        let claims = self.signed_by(self.key_of(token, now)?, token)?;
        if claims.iss == ISSUER && claims.aud == self.audience && is_timely(&claims, now / SECOND) {
            Ok(claims)
        } else {
            Err(Rejected)
        }
    }

    /// What a token says that this key has signed. A right signature stays right, so that it is computed
    /// once for a token and not at each of its requests.
    fn signed_by(&self, key: &Key, token: &str) -> Result<Claims, Rejected> {
        let digest: [u8; 32] = Sha256::digest(token).into();
        if let Some(claims) = self.signed.get(&digest) {
            return Ok(claims);
        }
        let claims = jsonwebtoken::decode::<Claims>(token, &key.verifying, &signature_only())
            .map_err(|_| Rejected)?
            .claims;
        self.signed.insert(digest, claims.clone());
        Ok(claims)
    }

    /// The key the header names, if the header is one of ours and the key has not retired.
    fn key_of(&self, token: &str, now: Instant) -> Result<&Key, Rejected> {
        let mut parts = token.split('.');
        let (Some(header), Some(_), Some(_), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(Rejected);
        };
        let header = URL_SAFE_NO_PAD.decode(header).map_err(|_| Rejected)?;
        let header: StrictHeader = serde_json::from_slice(&header).map_err(|_| Rejected)?;
        if header.alg != ALGORITHM || header.typ != TYPE {
            return Err(Rejected);
        }
        let mut keys = std::iter::once(&self.keys.newest).chain(&self.keys.older);
        keys.find(|key| key.id == header.kid && key.ends_at.is_none_or(|end| now < end))
            .ok_or(Rejected)
    }
}

/// The claims are checked here with the instant given; the library reads the machine's clock.
fn signature_only() -> Validation {
    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.required_spec_claims.clear();
    validation.validate_exp = false;
    validation.validate_nbf = false;
    validation.validate_aud = false;
    validation
}

fn is_timely(claims: &Claims, now: i64) -> bool {
    let ordered = 0 < claims.auth_time
        && claims.auth_time <= claims.iat
        && claims.iat == claims.nbf
        && claims.iat <= claims.exp;
    ordered
        && claims.exp.saturating_sub(claims.iat) <= LIFETIME
        && claims.exp.saturating_add(LEEWAY) > now
        && claims.iat <= now.saturating_add(LEEWAY)
}

#[cfg(test)]
mod tests;
