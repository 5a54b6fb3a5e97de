//! What the office keeps of people and of no case, as it lies in its tables: each text sealed with the key of
//! the office for its column and row.
//!
//! A text from before there was such a key is read as it lies, until [`older`] has sealed it.

pub mod older;

use std::fmt::Display;

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use sea_orm::DeriveValueType;

use super::StoreError;
use super::log::keys::not_sealed;
use crate::secret::derived::DerivedKey;
use crate::secret::ring::KeyRing;

/// Separates these places from all others.
const KEPT: &[u8] = b"guijia kept 1";
/// How a sealed text begins.
const SEALED: &str = "sealed:";

/// A text as it lies in its column.
#[derive(Debug, Clone, PartialEq, Eq, DeriveValueType)]
pub struct Kept(String);

/// The row whose texts are sealed or opened.
pub struct Row<'a> {
    keys: &'a KeyRing,
    id: String,
}

impl Row<'_> {
    /// The row with this key.
    pub fn of(keys: &KeyRing, id: impl Display) -> Row<'_> {
        Row { keys, id: id.to_string() }
    }

    /// Seals a text for a column, which is named after its table and a dot.
    ///
    /// # Errors
    /// When the office's secret is not at hand, or the library refuses.
    pub fn seal(&self, column: &str, text: &str) -> Result<Kept, StoreError> {
        let sealed = office(self.keys)?.seal(&self.place(column), text.as_bytes());
        Ok(Kept(format!("{SEALED}{}", STANDARD_NO_PAD.encode(sealed.map_err(not_sealed)?))))
    }

    /// Seals a text, if there is one.
    ///
    /// # Errors
    /// As of [`Row::seal`].
    pub fn seal_any(&self, column: &str, text: Option<&str>) -> Result<Option<Kept>, StoreError> {
        text.map(|text| self.seal(column, text)).transpose()
    }

    /// Opens a text of a column.
    ///
    /// # Errors
    /// When the office's secret is not at hand; when the text was altered, or sealed for another place.
    pub fn open(&self, column: &str, kept: Kept) -> Result<String, StoreError> {
        let Some(sealed) = kept.0.strip_prefix(SEALED) else { return Ok(kept.0) };
        let damaged = || StoreError::Damaged(format!("{column} cannot be opened"));
        let sealed = STANDARD_NO_PAD.decode(sealed).map_err(|_| damaged())?;
        let text = office(self.keys)?.open(&self.place(column), &sealed).map_err(|_| damaged())?;
        String::from_utf8(text).map_err(|_| damaged())
    }

    /// Opens a text, if there is one.
    ///
    /// # Errors
    /// As of [`Row::open`].
    pub fn open_any(&self, column: &str, kept: Option<Kept>) -> Result<Option<String>, StoreError> {
        kept.map(|kept| self.open(column, kept)).transpose()
    }

    fn place<'a>(&'a self, column: &'a str) -> [&'a [u8]; 3] {
        [KEPT, column.as_bytes(), self.id.as_bytes()]
    }
}

fn office(keys: &KeyRing) -> Result<&DerivedKey, StoreError> {
    keys.office().map_err(not_sealed)?.ok_or(StoreError::Locked)
}
