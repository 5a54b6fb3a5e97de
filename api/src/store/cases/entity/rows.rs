//! The tables projected from the events of a case.

/// The ledger's row of a case.
pub(crate) mod case_row {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;
    use workflow::base::deadline_kind::DeadlineKind;
    use workflow::case::{ChildKind, Procedure};
    use workflow::next::WaitsFor;
    use workflow::{Act, CaseId, Stage, UserId};

    use crate::store::values::Stored;

    /// The day after all days, on which a case without a running deadline becomes urgent.
    pub(crate) const NEVER: Stored<NaiveDate> = match NaiveDate::from_ymd_opt(9999, 12, 31) {
        Some(day) => Stored(day),
        None => Stored(NaiveDate::MAX),
    };

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_row")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: Stored<CaseId>,
        pub version: i64,
        pub number: String,
        pub kind: Stored<ChildKind>,
        pub stage: Stored<Stage>,
        /// As a list shows it: masked.
        pub child_name: String,
        /// As a list shows them: masked.
        pub adopter_names: String,
        pub officer: Stored<UserId>,
        pub received_on: Stored<NaiveDate>,
        pub last_on: Stored<NaiveDate>,
        pub next_deadline_kind: Option<Stored<DeadlineKind>>,
        pub certificate_number: Option<String>,
        pub file_set: Option<String>,
        pub procedure: Stored<Procedure>,
        pub adoption: Option<Stored<CaseId>>,
        /// The word of a standing, which carries more than its word.
        pub standing: String,
        pub number_key: Option<String>,
        pub certificate_key: Option<String>,
        pub urgent_on: Stored<NaiveDate>,
        /// Whether it is neither filed nor ended, so that somebody works on it.
        pub in_hand: bool,
        pub next_act: Option<Stored<Act>>,
        /// Why that is next, in a word.
        pub next_why: String,
        pub waits_for: Stored<WaitsFor>,
        /// Where it waits for days alone: until when.
        pub ready_on: Option<Stored<NaiveDate>>,
        pub incident_open: bool,
        /// Whether the volume is out for reading.
        pub lent: bool,
        pub accepted_on: Option<Stored<NaiveDate>>,
        /// The day of the registration, of what a later procedure gave, or of the end without either.
        pub concluded_on: Option<Stored<NaiveDate>>,
        pub issued_on: Option<Stored<NaiveDate>>,
        pub archived_on: Option<Stored<NaiveDate>>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A filed paper.
pub(crate) mod case_paper {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;
    use workflow::CaseId;
    use workflow::case::{PaperKind, Party};

    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_paper")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: Stored<CaseId>,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i64,
        pub paper: Stored<PaperKind>,
        pub party: Stored<Option<Party>>,
        pub digest: String,
        pub media_type: String,
        pub pages: i64,
        pub size: i64,
        pub filed_on: Stored<NaiveDate>,
        /// The word of a state, which carries more than its word.
        pub state: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A clock of a case.
pub(crate) mod deadline {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;
    use workflow::base::deadline_kind::DeadlineKind;
    use workflow::law::time::deadline::DeadlineState;
    use workflow::{CaseId, UserId};

    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "deadline")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: Stored<CaseId>,
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: Stored<DeadlineKind>,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i64,
        pub due_on: Option<Stored<NaiveDate>>,
        pub state: Stored<DeadlineState>,
        pub person: Stored<UserId>,
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
    use workflow::CaseId;
    use workflow::case::Party;

    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_person")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_key: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: Stored<CaseId>,
        #[sea_orm(primary_key, auto_increment = false)]
        pub party: Stored<Party>,
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

/// A file of evidence of an assessment.
pub(crate) mod evidence_file {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;
    use workflow::CaseId;

    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "evidence_file")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: Stored<CaseId>,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i64,
        pub piece: i64,
        pub digest: String,
        pub media_type: String,
        pub pages: i64,
        pub size: i64,
        pub filed_on: Stored<NaiveDate>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A term by which a case is found, under a keyed hash.
pub(crate) mod case_term {
    use sea_orm::entity::prelude::*;
    use workflow::CaseId;

    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_term")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub term: Vec<u8>,
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: Stored<CaseId>,
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
    use workflow::CaseId;

    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "query_code")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub code_key: String,
        pub case_id: Stored<CaseId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// An assessor's task in a case.
pub(crate) mod assignment {
    use sea_orm::entity::prelude::*;
    use workflow::{CaseId, UserId};

    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "assignment")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: Stored<CaseId>,
        #[sea_orm(primary_key, auto_increment = false)]
        pub user_id: Stored<UserId>,
        pub ended: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
