//! A stand-in for a paper from elsewhere is not made from a case.

use crate::parts::secrecy::View;
use crate::parts::setting::Setting;

use super::Specimen;

/// Nothing: no event calls for it.
pub(crate) fn from_case(_: &View<'_>, _: &Setting<'_>) -> Option<Specimen> {
    None
}
