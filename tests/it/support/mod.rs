//! What the stories are told with: a running office, the people who call it, a case on its way.

pub mod authenticator;
pub mod chain;
pub mod chapters;
pub mod client;
pub mod database;
pub mod families;
mod founded;
pub mod insistence;
pub mod kept;
pub mod office;
mod operator;
pub mod papers;
pub mod program;
pub mod reading;
mod rest;
pub mod story;
pub mod words;

pub use client::{Answer, Person};
pub use database::Backend;
pub use office::Office;
pub use story::Story;

/// A test of a story on one of the databases.
macro_rules! told_on {
    ($backend:ident, $test:ident, $story:ident $(, #[$marked:meta])*) => {
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        $(#[$marked])*
        async fn $test() {
            let backend = $crate::support::Backend::$backend;
            super::$story($crate::support::Office::open(backend).await).await;
        }
    };
}
pub(crate) use told_on;

/// Makes two tests of each story, one for each database.
macro_rules! on_both_databases {
    ($($(#[$marked:meta])* $story:ident),+ $(,)?) => {
        $(
            mod $story {
                $crate::support::told_on!(Sqlite, sqlite, $story $(, #[$marked])*);
                $crate::support::told_on!(Postgresql, postgresql, $story $(, #[$marked])*);
            }
        )+
    };
}
pub(crate) use on_both_databases;

/// The same of stories in which SQL has no part: they are told on SQLite always, and on PostgreSQL when
/// everything is tested at length (docs/testing.md says which and why).
macro_rules! mostly_on_sqlite {
    ($($story:ident),+ $(,)?) => {
        $(
            mod $story {
                $crate::support::told_on!(Sqlite, sqlite, $story);
                $crate::support::told_on!(Postgresql, postgresql_at_length, $story);
            }
        )+
    };
}
pub(crate) use mostly_on_sqlite;

/// What is told only when everything is tested at length, on both databases: a shorter story of the same
/// kind is told always.
macro_rules! at_length {
    ($($story:ident),+ $(,)?) => {
        $(
            mod $story {
                $crate::support::told_on!(Sqlite, sqlite_at_length, $story);
                $crate::support::told_on!(Postgresql, postgresql_at_length, $story);
            }
        )+
    };
}
pub(crate) use at_length;

/// The other way round, for stories of values that the stricter database would stumble over first.
macro_rules! mostly_on_postgresql {
    ($($story:ident),+ $(,)?) => {
        $(
            mod $story {
                $crate::support::told_on!(Postgresql, postgresql, $story);
                $crate::support::told_on!(Sqlite, sqlite_at_length, $story);
            }
        )+
    };
}
pub(crate) use mostly_on_postgresql;
