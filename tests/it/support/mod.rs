//! What the stories are told with: a running office, the people who call it, a case on its way.

pub mod chapters;
pub mod client;
pub mod database;
pub mod families;
pub mod insistence;
pub mod office;
pub mod papers;
pub mod program;
pub mod reading;
pub mod story;
pub mod words;

pub use client::{Answer, Person};
pub use database::Backend;
pub use office::Office;
pub use story::Story;

/// Makes two tests of each story, one for each database.
macro_rules! on_both_databases {
    ($($(#[$marked:meta])* $story:ident),+ $(,)?) => {
        $(
            mod $story {
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                $(#[$marked])*
                async fn sqlite() {
                    let backend = $crate::support::Backend::Sqlite;
                    super::$story($crate::support::Office::open(backend).await).await;
                }

                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                $(#[$marked])*
                async fn postgresql() {
                    let backend = $crate::support::Backend::Postgresql;
                    super::$story($crate::support::Office::open(backend).await).await;
                }
            }
        )+
    };
}
pub(crate) use on_both_databases;
