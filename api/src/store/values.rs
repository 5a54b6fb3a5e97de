//! Values as the tables hold them: ids as text, days as `YYYY-MM-DD`, words of the law.
//!
//! An entity names the value in the type of its column: `Stored<Stage>` is a column of text that holds a
//! stage. To read a row is to read its values; what cannot be read back was altered by somebody else,
//! and is damage. The service's own words are enums of the database library and stand beside their
//! tables.

use std::sync::Arc;

use chrono::NaiveDate;
use sea_orm::sea_query::{ArrayType, ColumnType, Nullable, StringLen, ValueType, ValueTypeErr};
use sea_orm::{
    ActiveValue, ColIdx, DbErr, IntoActiveValue, QueryResult, TryFromU64, TryGetError, TryGetable,
    Value,
};
use uuid::Uuid;
use workflow::base::calendar::DayKind;
use workflow::base::deadline_kind::DeadlineKind;
use workflow::base::document::DocumentKind;
use workflow::case::{ChildKind, PaperKind, Party, Procedure};
use workflow::donation::{DonationState, HoldState};
use workflow::law::time::deadline::DeadlineState;
use workflow::next::WaitsFor;
use workflow::{Act, CaseId, Role, Stage, UserId};

/// A value that is written as text in one way, and read back from it.
pub trait Text: Sized {
    /// What it is, in the words of who finds that it cannot be read.
    const NAME: &'static str;

    /// As it is stored.
    fn written(&self) -> String;

    /// The value that is written so.
    fn read(text: &str) -> Option<Self>;
}

/// A value in a column of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stored<T>(pub T);

impl<T> From<T> for Stored<T> {
    fn from(value: T) -> Stored<T> {
        Stored(value)
    }
}

impl<T: Text> From<Stored<T>> for Value {
    fn from(stored: Stored<T>) -> Value {
        stored.0.written().into()
    }
}

impl<T: Text> TryGetable for Stored<T> {
    fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
        let text = String::try_get_by(row, index)?;
        T::read(&text).map(Stored).ok_or_else(|| {
            TryGetError::DbErr(DbErr::TryIntoErr {
                from: "text",
                into: T::NAME,
                source: Arc::new(ValueTypeErr),
            })
        })
    }
}

impl<T: Text> ValueType for Stored<T> {
    fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
        let text = <String as ValueType>::try_from(value)?;
        T::read(&text).map(Stored).ok_or(ValueTypeErr)
    }

    fn type_name() -> String {
        T::NAME.to_owned()
    }

    fn array_type() -> ArrayType {
        ArrayType::String
    }

    fn column_type() -> ColumnType {
        ColumnType::String(StringLen::None)
    }
}

impl<T> Nullable for Stored<T> {
    fn null() -> Value {
        Value::String(None)
    }
}

impl<T> IntoActiveValue<Stored<T>> for Stored<T>
where
    Stored<T>: Into<Value>,
{
    fn into_active_value(self) -> ActiveValue<Stored<T>> {
        ActiveValue::Set(self)
    }
}

/// The library asks it of every key; no database makes a key of text by itself.
impl<T: Text> TryFromU64 for Stored<T> {
    fn try_from_u64(_: u64) -> Result<Self, DbErr> {
        Err(DbErr::ConvertFromU64(T::NAME))
    }
}

impl Text for NaiveDate {
    const NAME: &'static str = "day";

    fn written(&self) -> String {
        self.to_string()
    }

    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

impl Text for Uuid {
    const NAME: &'static str = "identifier";

    fn written(&self) -> String {
        self.to_string()
    }

    fn read(text: &str) -> Option<Self> {
        Uuid::parse_str(text).ok()
    }
}

impl Text for CaseId {
    const NAME: &'static str = "identifier of a case";

    fn written(&self) -> String {
        self.to_string()
    }

    fn read(text: &str) -> Option<Self> {
        Uuid::parse_str(text).ok().map(CaseId)
    }
}

impl Text for UserId {
    const NAME: &'static str = "identifier of an account";

    fn written(&self) -> String {
        self.to_string()
    }

    fn read(text: &str) -> Option<Self> {
        Uuid::parse_str(text).ok().map(UserId)
    }
}

/// Words of the law, each stored as the law's own `word`.
macro_rules! words {
    ($($type:ty as $name:literal),+ $(,)?) => {$(
        impl Text for $type {
            const NAME: &'static str = $name;

            fn written(&self) -> String {
                self.word().to_owned()
            }

            fn read(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.word() == text)
            }
        }
    )+};
}

words! {
    Stage as "stage",
    Procedure as "procedure",
    ChildKind as "kind of child",
    PaperKind as "kind of paper",
    Party as "party",
    DocumentKind as "kind of document",
    DeadlineKind as "kind of deadline",
    DeadlineState as "state of a deadline",
    DayKind as "kind of day",
    DonationState as "state of a gift",
    HoldState as "state of a hold",
    Act as "act",
    WaitsFor as "for whom a case waits",
}

/// Nothing, in a column that is part of a key and so never null, is an empty text.
impl<T: Text> Text for Option<T> {
    const NAME: &'static str = T::NAME;

    fn written(&self) -> String {
        self.as_ref().map(T::written).unwrap_or_default()
    }

    fn read(text: &str) -> Option<Self> {
        if text.is_empty() { Some(None) } else { T::read(text).map(Some) }
    }
}

/// Roles, with a space between them.
impl Text for Vec<Role> {
    const NAME: &'static str = "list of roles";

    fn written(&self) -> String {
        self.iter().map(|role| role.word()).collect::<Vec<_>>().join(" ")
    }

    fn read(text: &str) -> Option<Self> {
        text.split_ascii_whitespace().map(Role::from_word).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A value is read back from what is written, and the database is handed just that text.
    fn is_kept<T: Text + Clone + PartialEq + std::fmt::Debug>(value: T, text: &str) {
        assert_eq!(Value::from(Stored(value.clone())), Value::from(text));
        assert_eq!(<Stored<T> as ValueType>::try_from(text.into()).ok(), Some(Stored(value)));
    }

    fn is_no<T: Text + PartialEq + std::fmt::Debug>(text: &str) {
        assert_eq!(T::read(text), None, "{text}");
    }

    #[test]
    fn days_and_ids_are_text() {
        is_kept(NaiveDate::from_ymd_opt(2026, 4, 3).expect("a day"), "2026-04-03");
        let text = "0190a1b2-0000-7000-8000-00000000abcd";
        let id = Uuid::parse_str(text).expect("an identifier");
        is_kept(id, text);
        is_kept(CaseId(id), text);
        is_kept(UserId(id), text);
        is_no::<NaiveDate>("2026-02-30");
        is_no::<CaseId>("");
    }

    #[test]
    fn words_are_those_of_the_law() {
        is_kept(Stage::NotAccepted, "not_accepted");
        is_kept(DeadlineState::StandsStill, "stands_still");
        is_kept(DayKind::Rest, "rest");
        is_kept(Some(Party::FirstAdopter), "adopter_1");
        is_kept(None::<Party>, "");
        is_kept(vec![Role::Registrar, Role::Archivist], "registrar archivist");
        is_no::<Stage>("closedx");
        is_no::<Option<Party>>("adopter_9");
        is_no::<Vec<Role>>("registrar king");
    }

    #[test]
    fn every_word_is_read_back() {
        fn each<T: Text + Clone + PartialEq + std::fmt::Debug>(all: &[T]) {
            for value in all {
                is_kept(value.clone(), &value.written());
            }
        }
        each(&Stage::ALL);
        each(&Procedure::ALL);
        each(&ChildKind::ALL);
        each(&PaperKind::ALL);
        each(&Party::ALL);
        each(DocumentKind::ALL);
        each(&DeadlineKind::ALL);
        each(&DeadlineState::ALL);
        each(&DayKind::ALL);
        each(&DonationState::ALL);
        each(&HoldState::ALL);
        each(&Act::ALL);
        each(&WaitsFor::ALL);
    }
}
