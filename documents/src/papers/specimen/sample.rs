//! A stand-in has no sample: it is printed in a practice office alone, with its mark.

use super::Specimen;

/// None.
pub fn all() -> Vec<(&'static str, Specimen)> {
    Vec::new()
}
