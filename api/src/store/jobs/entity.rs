//! The table of jobs.

/// One job.
pub(crate) mod job {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "job")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub kind: String,
        pub unique_key: String,
        pub payload: String,
        pub state: String,
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
