//! Where a witness of the log of heads is asked.

use serde::Deserialize;

/// A witness of the log of heads.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WitnessAddress {
    /// Where it is asked, such as `http://10.0.0.7:8088`.
    pub url: String,
    /// Its public key, as `guijia witness` prints it.
    pub key: String,
}
