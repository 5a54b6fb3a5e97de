//! The table of jobs.

/// One job.
pub(crate) mod job {
    use sea_orm::entity::prelude::*;
    use strum::IntoStaticStr;
    use uuid::Uuid;

    use crate::store::values::Stored;

    /// Where a job stands.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, DeriveActiveEnum, IntoStaticStr)]
    #[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
    #[strum(serialize_all = "snake_case")]
    pub enum State {
        /// To be done, now or later.
        Ready,
        /// Under lease.
        Running,
        /// Done.
        Done,
        /// Given up.
        Dead,
    }

    impl State {
        /// The word in lists.
        pub fn word(self) -> &'static str {
            self.into()
        }
    }

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "job")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Stored<Uuid>,
        pub kind: String,
        pub unique_key: String,
        pub payload: String,
        pub state: State,
        pub attempts: i64,
        pub deaths: i64,
        pub run_at: i64,
        pub locked_by: Option<String>,
        pub locked_until: Option<i64>,
        pub failure: Option<String>,
        pub created_at: i64,
        pub finished_at: Option<i64>,
        pub urgency: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
