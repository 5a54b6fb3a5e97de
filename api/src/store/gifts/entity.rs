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
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;
    use uuid::Uuid;
    use workflow::donation::DonationState;

    use crate::store::kept::Kept;
    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "donation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Stored<Uuid>,
        pub recipient_name: String,
        pub recipient_code: String,
        /// The word of a donor, who has more than the word.
        pub donor_kind: String,
        pub donor_name: Kept,
        /// The word of a gift, which has more than the word.
        pub gift_kind: String,
        pub amount_fen: Option<i64>,
        pub goods: Option<Kept>,
        pub purpose: Kept,
        pub agreement: Option<Kept>,
        pub state: Stored<DonationState>,
        pub offered_on: Stored<NaiveDate>,
        pub received_on: Option<Stored<NaiveDate>>,
        pub receipt_number: Option<String>,
        pub first_counter: Option<Kept>,
        pub second_counter: Option<Kept>,
        pub account: Option<String>,
        pub used_fen: i64,
        pub published_on: Option<Stored<NaiveDate>>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The donor, or who stands behind them, under a keyed hash.
pub(crate) mod donation_key {
    use sea_orm::entity::prelude::*;
    use uuid::Uuid;

    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "donation_key")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub donation_id: Stored<Uuid>,
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
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;
    use uuid::Uuid;
    use workflow::UserId;

    use crate::store::kept::Kept;
    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "donation_entry")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Stored<Uuid>,
        pub donation_id: Stored<Uuid>,
        pub kind: String,
        pub happened_on: Stored<NaiveDate>,
        pub amount_fen: Option<i64>,
        pub words: Kept,
        pub actor: Stored<UserId>,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A hold of the blind check.
pub(crate) mod donation_hold {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;
    use uuid::Uuid;
    use workflow::donation::HoldState;
    use workflow::{CaseId, UserId};

    use crate::store::kept::Kept;
    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "donation_hold")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Stored<Uuid>,
        /// The word of a side; the case of one that has a case is in a column of its own.
        pub direction: String,
        pub donation_id: Stored<Uuid>,
        pub case_id: Stored<Option<CaseId>>,
        pub matched: bool,
        pub state: Stored<HoldState>,
        pub created_on: Stored<NaiveDate>,
        pub reviewed_by: Option<Stored<UserId>>,
        pub reviewed_on: Option<Stored<NaiveDate>>,
        pub reasons: Option<Kept>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What became of a hold.
pub(crate) mod donation_hold_log {
    use sea_orm::entity::prelude::*;
    use uuid::Uuid;
    use workflow::UserId;

    use crate::store::kept::Kept;
    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "donation_hold_log")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Stored<Uuid>,
        pub hold_id: Stored<Uuid>,
        pub what: String,
        pub actor: Option<Stored<UserId>>,
        pub reasons: Option<Kept>,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
