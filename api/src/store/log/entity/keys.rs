//! The table of the keys with which cases are sealed.

/// A key, wrapped by a master key.
pub(crate) mod data_key {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "data_key")]
    pub struct Model {
        /// The case, by its id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub scope: String,
        pub suite: String,
        /// What everything sealed with it calls it.
        pub name: String,
        pub master: String,
        pub wrapped: Vec<u8>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
