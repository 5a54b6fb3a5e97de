//! The table of pre-printed serials; number series are raised by one raw statement and need no entity.

/// A used serial of a pre-printed certificate.
pub(crate) mod blank_serial {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;
    use workflow::CaseId;

    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "blank_serial")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub serial: String,
        pub case_id: Stored<CaseId>,
        pub used_on: Stored<NaiveDate>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
