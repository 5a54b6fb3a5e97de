//! The tables of people with accounts and of their sessions.

/// A person with an account.
pub(crate) mod account {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;
    use workflow::{Role, UserId};

    use crate::store::kept::Kept;
    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "account")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Stored<UserId>,
        pub login: String,
        pub name: Kept,
        pub roles: Stored<Vec<Role>>,
        pub organization: String,
        pub registrar_number: Option<Kept>,
        pub qualification_kind: Option<String>,
        pub qualification_number: Option<Kept>,
        pub qualification_valid_until: Option<Stored<NaiveDate>>,
        pub password_hash: Option<String>,
        pub practice_number: Option<i64>,
        pub created_at: i64,
        pub valid_since: i64,
        pub disabled_at: Option<i64>,
        pub signed_in_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// An invitation to choose a password, known by the digest of its code.
pub(crate) mod invitation {
    use sea_orm::entity::prelude::*;
    use workflow::UserId;

    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "invitation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub digest: Vec<u8>,
        pub account_id: Stored<UserId>,
        pub created_by: Option<Stored<UserId>>,
        pub created_at: i64,
        pub expires_at: i64,
        pub used_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// One sign-in and all tokens that come of it.
pub(crate) mod session {
    use sea_orm::entity::prelude::*;
    use uuid::Uuid;
    use workflow::{CaseId, UserId};

    use crate::store::values::Stored;

    /// Why a session ended before its time.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
    pub enum Ended {
        /// The person signed out.
        SignedOut,
        /// The person signed out of all sessions.
        SignedOutEverywhere,
        /// A refresh token was used twice, so one of the two users is a thief.
        TokenReused,
        /// The account was closed.
        Disabled,
        /// The password was changed.
        PasswordChanged,
        /// The second factor was shown, and another session took the place of this one.
        FactorShown,
        /// The person enrolled a second factor, which this session has not seen.
        FactorEnrolled,
        /// An administrator took the second factors away.
        FactorReset,
        /// The person ended it from another session.
        EndedElsewhere,
        /// An administrator ended it.
        EndedByAdministrator,
    }

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "session")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Stored<Uuid>,
        pub account_id: Stored<UserId>,
        pub case_id: Option<Stored<CaseId>>,
        pub signed_in_at: i64,
        pub ends_at: i64,
        pub ended_at: Option<i64>,
        pub ended_because: Option<Ended>,
        pub factor_at: Option<i64>,
        pub awaits_factor: bool,
        pub device: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::account::Entity",
            from = "Column::AccountId",
            to = "super::account::Column::Id"
        )]
        Account,
        /// The absences, not ended early, in which whose session it is stands in.
        #[sea_orm(
            belongs_to = "super::absence::Entity",
            from = "Column::AccountId",
            to = "super::absence::Column::Substitute",
            on_condition = r#"super::absence::Column::EndedAt.is_null()"#
        )]
        StandsIn,
    }

    impl Related<crate::store::people::entity::account::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Account.def()
        }
    }

    impl Related<crate::store::people::entity::absence::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::StandsIn.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A refresh token, known by its digest.
pub(crate) mod refresh_token {
    use sea_orm::entity::prelude::*;
    use uuid::Uuid;

    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "refresh_token")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub digest: Vec<u8>,
        pub session_id: Stored<Uuid>,
        pub issued_at: i64,
        pub idle_until: i64,
        pub used_at: Option<i64>,
        pub used_by: Option<Vec<u8>>,
        pub sealed_successor: Option<Vec<u8>>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Failed attempts under one key.
pub(crate) mod sign_in_failure {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sign_in_failure")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub key_digest: Vec<u8>,
        pub failures: i64,
        pub last_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A device from which a person has signed in, known by the digest of its value.
pub(crate) mod known_device {
    use sea_orm::entity::prelude::*;
    use workflow::UserId;

    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "known_device")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub digest: Vec<u8>,
        pub account_id: Stored<UserId>,
        pub created_at: i64,
        pub used_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// An officer on leave and who stands in.
pub(crate) mod absence {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;
    use uuid::Uuid;
    use workflow::UserId;

    use crate::store::kept::Kept;
    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "absence")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Stored<Uuid>,
        pub person: Stored<UserId>,
        pub substitute: Stored<UserId>,
        pub first_day: Stored<NaiveDate>,
        pub last_day: Stored<NaiveDate>,
        pub reason: Kept,
        pub created_by: Stored<UserId>,
        pub created_at: i64,
        pub ended_by: Option<Stored<UserId>>,
        pub ended_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What a person shows beside the password. No row goes.
pub(crate) mod second_factor {
    use sea_orm::entity::prelude::*;
    use uuid::Uuid;
    use workflow::UserId;

    use crate::store::kept::Kept;
    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "second_factor")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Stored<Uuid>,
        pub account_id: Stored<UserId>,
        pub name: Kept,
        pub sealed_secret: Vec<u8>,
        pub created_at: i64,
        pub confirmed_at: Option<i64>,
        pub last_step: i64,
        pub removed_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A code that stands in once for a lost factor, known by its digest.
pub(crate) mod recovery_code {
    use sea_orm::entity::prelude::*;
    use workflow::UserId;

    use crate::store::values::Stored;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "recovery_code")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub digest: Vec<u8>,
        pub account_id: Stored<UserId>,
        pub created_at: i64,
        pub spent_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
