//! The tables of documents the system prints, and of their prints.

/// A document, waiting to be made or made.
pub(crate) mod case_document {
    use sea_orm::entity::prelude::*;
    use workflow::CaseId;
    use workflow::base::document::DocumentKind;
    use workflow::case::Party;

    use crate::store::files::Digest;
    use crate::store::values::Stored;

    /// Whether the press has made it.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
    pub enum State {
        Waiting,
        Ready,
    }

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_document")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: Stored<CaseId>,
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: Stored<DocumentKind>,
        #[sea_orm(primary_key, auto_increment = false)]
        pub party: Stored<Option<Party>>,
        pub state: State,
        pub digest: Option<Stored<Digest>>,
        pub pages: Option<i64>,
        pub size: Option<i64>,
        pub made_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// One print of a document.
pub(crate) mod document_print {
    use sea_orm::entity::prelude::*;
    use uuid::Uuid;
    use workflow::base::document::DocumentKind;
    use workflow::case::Party;
    use workflow::{CaseId, UserId};

    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "document_print")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Stored<Uuid>,
        pub case_id: Stored<CaseId>,
        pub version: i64,
        pub kind: Stored<DocumentKind>,
        pub party: Stored<Option<Party>>,
        pub printed_by: Stored<UserId>,
        pub printed_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
