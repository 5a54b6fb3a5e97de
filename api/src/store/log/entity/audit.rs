//! The tables of who touched what.

/// One touch of a case, reads and refused attempts included.
///
/// Its ids and words are text: nobody reads a row but who seals it or looks for damage, and an altered
/// one is to be named and not to end the reading.
pub(crate) mod access_log {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "access_log")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub at: i64,
        pub caller: String,
        pub roles: String,
        pub operation: String,
        pub case_id: Option<String>,
        pub outcome: String,
        pub rules: String,
        pub request_id: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// One change of the office's settings.
pub(crate) mod configuration_change {
    use sea_orm::entity::prelude::*;
    use uuid::Uuid;

    use crate::store::kept::Kept;
    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "configuration_change")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Stored<Uuid>,
        pub at: i64,
        pub actor: String,
        pub subject: String,
        pub before: Option<Kept>,
        pub after: Kept,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The outcome of a request that carried a key of its caller's choice.
pub(crate) mod idempotency {
    use sea_orm::entity::prelude::*;
    use workflow::{CaseId, UserId};

    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "idempotency")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub caller: Stored<UserId>,
        #[sea_orm(primary_key, auto_increment = false)]
        pub operation: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub idempotency_key: String,
        pub body_digest: Vec<u8>,
        pub case_id: Stored<CaseId>,
        pub version: i64,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
