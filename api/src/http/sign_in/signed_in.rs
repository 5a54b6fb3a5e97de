//! What a person holds who signed in, and for how long it is good.

use schemars::JsonSchema;
use serde::Serialize;

use super::tokens;
use crate::clock::{Instant, MINUTE};

/// A session not refreshed for this long ends.
pub(in crate::http) const IDLE_END: Instant = 30 * MINUTE;

/// What is missing of a sign-in after the password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "MissingFactor")]
pub enum Missing {
    /// A code of the second factor: `POST /v1/session/factor`.
    Show,
    /// A second factor at all: `POST /v1/me/factors`.
    Enrol,
}

/// What a person gets who signed in.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SignedIn {
    /// Sent as `Authorization: Bearer …` with every request.
    pub access_token: String,
    /// Exchanged, once, for the next pair of tokens. There is none while the office can be read but
    /// stores nothing: the session then ends with its access token.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<String>,
    /// Always `Bearer`.
    pub token_type: &'static str,
    /// How many seconds the access token is good for.
    pub expires_in: i64,
    /// Where this device was not known before: a value to keep and to send with the next sign-in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device: Option<String>,
    /// What is missing before anything else can be done. The access token is good for that alone, and
    /// there is no refresh token until then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub factor: Option<Missing>,
}

impl SignedIn {
    pub(in crate::http) fn new(access_token: String, refresh_token: Option<String>) -> SignedIn {
        let expires_in = tokens::LIFETIME;
        SignedIn {
            access_token,
            refresh_token,
            token_type: "Bearer",
            expires_in,
            device: None,
            factor: None,
        }
    }
}
