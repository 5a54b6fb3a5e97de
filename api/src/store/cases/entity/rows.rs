//! The tables projected from the events of a case.

/// The ledger's row of a case.
pub(crate) mod case_row {
    use sea_orm::entity::prelude::*;

    /// The day after all days, on which a case without a running deadline becomes urgent.
    pub(crate) const NEVER: &str = "9999-12-31";

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_row")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: String,
        pub version: i64,
        pub number: String,
        pub kind: String,
        pub stage: String,
        pub child_name: String,
        pub adopter_names: String,
        pub placer_name: String,
        pub officer: String,
        pub officer_name: String,
        pub received_on: String,
        pub last_on: String,
        pub next_deadline_kind: Option<String>,
        pub certificate_number: Option<String>,
        pub file_set: Option<String>,
        pub procedure: String,
        pub adoption: Option<String>,
        pub standing: String,
        pub number_key: Option<String>,
        pub certificate_key: Option<String>,
        pub urgent_on: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A filed paper.
pub(crate) mod case_paper {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_paper")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i64,
        pub paper: String,
        pub party: String,
        pub digest: String,
        pub media_type: String,
        pub pages: i64,
        pub size: i64,
        pub filed_on: String,
        pub state: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A clock of a case.
pub(crate) mod deadline {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "deadline")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i64,
        pub due_on: Option<String>,
        pub state: String,
        pub person: String,
        pub end_open: bool,
        pub case_number: String,
        pub registered: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A person's part in a case, under a blind key.
pub(crate) mod case_person {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_person")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_key: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub party: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::case_row::Entity",
            from = "Column::CaseId",
            to = "super::case_row::Column::CaseId"
        )]
        CaseRow,
    }

    impl Related<crate::store::cases::entity::rows::case_row::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::CaseRow.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The blind key of the code that opens a case to its family.
pub(crate) mod query_code {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "query_code")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub code_key: String,
        pub case_id: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// An assessor's task in a case.
pub(crate) mod assignment {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "assignment")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub user_id: String,
        pub ended: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
