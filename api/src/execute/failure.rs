//! Why an act was not done, told apart by what the asker is told.

use workflow::Refusal;

use crate::store::StoreError;
use crate::store::log::audit::AccessOutcome;

/// The rule of [`Failure::FactorNotFresh`], as the answer and the access log name it.
pub const FACTOR_NOT_FRESH: &str = "factor-not-fresh";

/// Why an act was not done.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// There is no such case, or the asker may not know of it: both look the same.
    #[error("there is no such case")]
    NotFound,
    /// The asker's roles never do this.
    #[error("the role does not allow this")]
    Forbidden,
    /// The law or the state of the case does not allow it.
    #[error("refused by {} rule(s)", .0.violations.len())]
    Refused(Refusal),
    /// The case has changed since the asker looked.
    #[error("the case is at version {current}")]
    Stale {
        /// Its version now.
        current: u32,
    },
    /// The request did not say which version it is about.
    #[error("the version of the case is needed")]
    VersionRequired,
    /// The act asks for a second factor that was shown a moment ago.
    #[error("the act asks for a second factor anew")]
    FactorNotFresh,
    /// The key was used for another request.
    #[error("the key was used for another request")]
    KeyReused,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Failure {
        Failure::Refused(refusal)
    }
}

impl Failure {
    /// How the access log names it; none for a failure of our own, which is no access.
    pub(super) fn access_outcome(&self) -> Option<AccessOutcome> {
        match self {
            Failure::NotFound => Some(AccessOutcome::NotFound),
            Failure::Forbidden | Failure::FactorNotFresh => Some(AccessOutcome::Forbidden),
            Failure::Refused(_) => Some(AccessOutcome::Refused),
            Failure::Stale { .. } | Failure::VersionRequired | Failure::KeyReused => {
                Some(AccessOutcome::Stale)
            }
            Failure::Store(_) => None,
        }
    }

    /// The rules that refused it.
    pub(super) fn rules(&self) -> Vec<&'static str> {
        match self {
            Failure::Refused(refusal) => {
                refusal.violations.iter().map(|violation| violation.rule.id).collect()
            }
            Failure::FactorNotFresh => vec![FACTOR_NOT_FRESH],
            _ => Vec::new(),
        }
    }
}
