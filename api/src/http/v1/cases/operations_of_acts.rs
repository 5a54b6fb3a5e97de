//! The operations of the acts: each act of the list is one operation, and one command through the write
//! path. A handler only extracts, calls `perform` and converts.
//!
//! The list gives the path, the name and the data. An act on a case takes the case and a body, one
//! that names a paper, a claim or an incident takes its number besides, and one that opens a case
//! takes the body alone.

use std::sync::Arc;

use poem::web::Data;
use poem_openapi::{OpenApi, param::Path};
use uuid::Uuid;
use workflow::{CaseId, Command, for_each_act, steps};

use super::acts::{Done, Headers, perform};
use crate::execute::Target;
use crate::http::answer::Problem;
use crate::http::answer::output::{Created, Opened, Versioned};
use crate::http::body::headers::{IdempotencyKey, IfMatch};
use crate::http::body::input::Input;
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;

/// The acts of a case.
pub struct Acts;

/// The acts that name something of the case by its number.
pub struct NumberedActs;

/// The operations that open a procedure after a registration.
pub struct LaterProcedures;

/// Sorts the list by the form of the operation, and writes the operations of each form. Of an act
/// without a path nothing is written here.
macro_rules! operations {
    ({$($acts:tt)*} {$($numbered:tt)*} {$($openings:tt)*}
        $(#[$summary:meta])* case $act:ident($module:ident::$data:ident)
        => $path:tt $operation:tt; $($rest:tt)*) => {
        operations! {
            {$($acts)* $(#[$summary])* $act $path $operation $module $data;}
            {$($numbered)*} {$($openings)*} $($rest)*
        }
    };
    ({$($acts:tt)*} {$($numbered:tt)*} {$($openings:tt)*}
        $(#[$summary:meta])* case $act:ident($module:ident::$data:ident)[number: u32]
        => $path:tt $operation:tt; $($rest:tt)*) => {
        operations! {
            {$($acts)*} {$($numbered)* $(#[$summary])* $act $path $operation $module $data;}
            {$($openings)*} $($rest)*
        }
    };
    ({$($acts:tt)*} {$($numbered:tt)*} {$($openings:tt)*}
        $(#[$summary:meta])* new $act:ident($module:ident::$data:ident)
        => $path:tt $operation:tt; $($rest:tt)*) => {
        operations! {
            {$($acts)*} {$($numbered)*}
            {$($openings)* $(#[$summary])* $act $path $operation $module $data;} $($rest)*
        }
    };
    ({$($acts:tt)*} {$($numbered:tt)*} {$($openings:tt)*}
        $(#[$summary:meta])* $kind:ident $act:ident($module:ident::$data:ident); $($rest:tt)*) => {
        operations! { {$($acts)*} {$($numbered)*} {$($openings)*} $($rest)* }
    };
    ({$($acts:tt)*} {$($numbered:tt)*} {$($openings:tt)*}) => {
        acts! { $($acts)* }
        numbered_acts! { $($numbered)* }
        openings! { $($openings)* }
    };
}

macro_rules! acts {
    ($( $(#[$summary:meta])* $act:ident $path:tt $operation:tt $module:ident $data:ident; )*) => {
        #[OpenApi(prefix_path = "/v1/cases", tag = "Group::Cases")]
        #[allow(non_snake_case, reason = "a method is called as its act")]
        impl Acts {
            $(
                $(#[$summary])*
                #[oai(path = $path, method = "post", operation_id = $operation)]
                #[allow(clippy::too_many_arguments, reason = "each is one part of the request")]
                async fn $act(
                    &self,
                    caller: Caller,
                    service: Data<&Arc<Service>>,
                    case: Path<Uuid>,
                    #[oai(name = "If-Match")] if_match: IfMatch,
                    #[oai(name = "Idempotency-Key")] idempotency_key: IdempotencyKey,
                    body: Input<steps::$module::$data>,
                ) -> Result<Versioned<Done>, Problem> {
                    let target = Target::Case(CaseId(case.0));
                    let headers = Headers { if_match, idempotency_key };
                    let command = Command::$act(body.0);
                    Ok(perform(&caller, &service, target, headers, command).await?.into())
                }
            )*
        }
    };
}

macro_rules! numbered_acts {
    ($( $(#[$summary:meta])* $act:ident $path:tt $operation:tt $module:ident $data:ident; )*) => {
        #[OpenApi(prefix_path = "/v1/cases", tag = "Group::Cases")]
        #[allow(non_snake_case, reason = "a method is called as its act")]
        impl NumberedActs {
            $(
                $(#[$summary])*
                #[oai(path = $path, method = "post", operation_id = $operation)]
                #[allow(clippy::too_many_arguments, reason = "each is one part of the request")]
                async fn $act(
                    &self,
                    caller: Caller,
                    service: Data<&Arc<Service>>,
                    case: Path<Uuid>,
                    number: Path<u32>,
                    #[oai(name = "If-Match")] if_match: IfMatch,
                    #[oai(name = "Idempotency-Key")] idempotency_key: IdempotencyKey,
                    body: Input<steps::$module::$data>,
                ) -> Result<Versioned<Done>, Problem> {
                    let target = Target::Case(CaseId(case.0));
                    let headers = Headers { if_match, idempotency_key };
                    let command = Command::$act(number.0, body.0);
                    Ok(perform(&caller, &service, target, headers, command).await?.into())
                }
            )*
        }
    };
}

macro_rules! openings {
    ($( $(#[$summary:meta])* $act:ident $path:tt $operation:tt $module:ident $data:ident; )*) => {
        #[OpenApi(prefix_path = "/v1", tag = "Group::Cases")]
        #[allow(non_snake_case, reason = "a method is called as its act")]
        impl LaterProcedures {
            $(
                $(#[$summary])*
                #[oai(path = $path, method = "post", operation_id = $operation)]
                async fn $act(
                    &self,
                    caller: Caller,
                    service: Data<&Arc<Service>>,
                    #[oai(name = "Idempotency-Key")] idempotency_key: IdempotencyKey,
                    body: Input<steps::$module::$data>,
                ) -> Result<Opened<Done>, Problem> {
                    let headers = Headers { if_match: IfMatch(None), idempotency_key };
                    let command = Command::$act(Box::new(body.0));
                    let outcome = perform(&caller, &service, Target::New, headers, command).await?;
                    let location = format!("/v1/cases/{}", outcome.case_id);
                    Ok(Created::new(outcome.into(), location))
                }
            )*
        }
    };
}

/// The list of acts begins with no form filled.
macro_rules! all_operations {
    ($($list:tt)*) => {
        operations! { {} {} {} $($list)* }
    };
}

for_each_act!(all_operations);
