//! The tables of the ledger of gifts and of the blind check.

/// A party of a case under the check's own keyed hash.
pub(crate) mod case_party {
    use sea_orm::entity::prelude::*;
    use workflow::CaseId;
    use workflow::case::Party;

    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_party")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub party_key: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: Stored<CaseId>,
        #[sea_orm(primary_key, auto_increment = false)]
        pub party: Stored<Party>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A gift.
pub(crate) mod donation {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "donation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub recipient_name: String,
        pub recipient_code: String,
        pub donor_kind: String,
        pub donor_name: String,
        pub gift_kind: String,
        pub amount_fen: Option<i64>,
        pub goods: Option<String>,
        pub purpose: String,
        pub agreement: Option<String>,
        pub state: String,
        pub offered_on: String,
        pub received_on: Option<String>,
        pub receipt_number: Option<String>,
        pub first_counter: Option<String>,
        pub second_counter: Option<String>,
        pub account: Option<String>,
        pub used_fen: i64,
        pub published_on: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The donor, or who stands behind them, under a keyed hash.
pub(crate) mod donation_key {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "donation_key")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub donation_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub party_key: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub tie: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What was entered of a gift.
pub(crate) mod donation_entry {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "donation_entry")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub donation_id: String,
        pub kind: String,
        pub happened_on: String,
        pub amount_fen: Option<i64>,
        pub words: String,
        pub actor: String,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A hold of the blind check.
pub(crate) mod donation_hold {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "donation_hold")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub direction: String,
        pub donation_id: String,
        pub case_id: String,
        pub matched: bool,
        pub state: String,
        pub created_on: String,
        pub reviewed_by: Option<String>,
        pub reviewed_on: Option<String>,
        pub reasons: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What became of a hold.
pub(crate) mod donation_hold_log {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "donation_hold_log")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub hold_id: String,
        pub what: String,
        pub actor: Option<String>,
        pub reasons: Option<String>,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
