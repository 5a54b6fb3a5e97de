//! The codes that open cases to their families, by their blind keys.

use sea_orm::EntityTrait;
use workflow::CaseId;

use super::entity::rows::query_code;
use crate::store::{Reader, StoreError};

/// The case a code opens, by the code's blind key.
pub async fn find_by_code_key(
    reader: &impl Reader,
    code_key: &str,
) -> Result<Option<CaseId>, StoreError> {
    let row = query_code::Entity::find_by_id(code_key).one(reader).await?;
    Ok(row.map(|row| row.case_id.0))
}
