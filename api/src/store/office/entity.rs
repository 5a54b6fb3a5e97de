//! The tables of the office, its calendar and its sets of indicators.

/// The one office of this database.
pub(crate) mod office {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    use crate::store::values::Stored;

    /// Whether acts count.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
    pub enum Mode {
        /// A real office: the legal day is today.
        Real,
        /// A practice office: every document is a specimen and the legal day can be moved.
        Practice,
    }

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "office")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i64,
        pub name: String,
        pub division_code: String,
        pub credit_code: String,
        pub province_short_name: String,
        pub county_short_name: String,
        pub address: String,
        pub telephone: String,
        pub base_address: String,
        pub fonds_code: String,
        pub mode: Mode,
        pub practice_today: Option<Stored<NaiveDate>>,
        pub settings: String,
        pub created_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// An edition of a year's calendar.
pub(crate) mod calendar_edition {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "calendar_edition")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i64,
        pub year: i64,
        pub source: String,
        pub provisional: bool,
        pub known_from: Option<Stored<NaiveDate>>,
        pub imported_at: i64,
        pub imported_by: Option<String>,
        pub withdrawn_number: Option<i64>,
        pub withdrawn_on: Option<Stored<NaiveDate>>,
        pub withdrawn_by: Option<String>,
        pub withdrawn_reason: Option<String>,
        pub replaced_by: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// One exceptional day of an edition.
pub(crate) mod calendar_day {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;
    use workflow::base::calendar::DayKind;

    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "calendar_day")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub edition: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: Stored<NaiveDate>,
        pub kind: Stored<DayKind>,
        pub occasion: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A version of a set of indicators.
pub(crate) mod indicator_set {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "indicator_set")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: i64,
        pub contents: String,
        pub loaded_on: Stored<NaiveDate>,
        pub loaded_at: i64,
        pub loaded_by: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
