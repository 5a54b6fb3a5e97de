//! The tables of the office and its calendar.

/// The one office of this database.
pub(crate) mod office {
    use sea_orm::entity::prelude::*;

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
        pub mode: String,
        pub practice_today: Option<String>,
        pub settings: String,
        pub created_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A year's table of days of rest, in one of its versions.
pub(crate) mod calendar_year {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "calendar_year")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub year: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: i64,
        pub source: String,
        pub provisional: bool,
        pub loaded_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// One exceptional day.
pub(crate) mod holiday {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "holiday")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub year: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: String,
        pub kind: String,
        pub occasion: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
