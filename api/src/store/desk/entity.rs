//! The tables of what is of no case yet.

/// A record, sealed.
pub(crate) mod desk_record {
    use sea_orm::entity::prelude::*;
    use uuid::Uuid;

    use crate::store::values::Stored;

    /// What a record is.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
    pub enum Kind {
        /// What somebody of the office has typed and not sent.
        Draft,
        /// What a family has typed before it comes.
        PreApplication,
        /// A time at which somebody comes.
        Appointment,
        /// What somebody told on a public notice.
        NoticeReport,
        /// A file of the ledger.
        Export,
    }

    /// How a record stands.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
    pub enum State {
        /// It is being written, or waits for its time.
        Open,
        /// It was sent, and somebody has to look at it.
        Sent,
        /// It was answered.
        Answered,
    }

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "desk_record")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Stored<Uuid>,
        pub kind: Kind,
        /// Whose it is: an account, or the keyed hash of a code.
        pub owner: String,
        /// What it is about.
        pub subject: String,
        pub state: State,
        pub version: i64,
        pub saved_at: i64,
        pub kept_until: i64,
        pub sealed: Vec<u8>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A part of an upload, sealed.
pub(crate) mod desk_part {
    use sea_orm::entity::prelude::*;
    use uuid::Uuid;

    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "desk_part")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub record: Stored<Uuid>,
        #[sea_orm(primary_key, auto_increment = false)]
        pub upload: Stored<Uuid>,
        #[sea_orm(primary_key, auto_increment = false)]
        pub part: i64,
        pub size: i64,
        pub sealed: Vec<u8>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
