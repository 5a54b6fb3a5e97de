//! The tables of assessing bodies and of what is on file of assessors.

/// An assessing body.
pub(crate) mod agency {
    use sea_orm::entity::prelude::*;
    use uuid::Uuid;

    use crate::store::kept::Kept;
    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "agency")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Stored<Uuid>,
        pub contents: Kept,
        pub changed_at: i64,
        pub changed_by: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What is on file of an assessor.
pub(crate) mod assessor_standing {
    use sea_orm::entity::prelude::*;
    use workflow::UserId;

    use crate::store::kept::Kept;
    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "assessor_standing")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub account_id: Stored<UserId>,
        pub contents: Kept,
        pub changed_at: i64,
        pub changed_by: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
