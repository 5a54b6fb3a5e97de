//! A row as it lies in its table, whatever stands in its columns.
//!
//! A row of an entity holds only values that this program writes, so one that was tampered with cannot
//! be read as one. Whoever looks for damage, or mends it, takes the row as it lies: the column that holds
//! what it cannot is then found and named like every other.

use sea_orm::sea_query::{ColumnType, ValueType};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, DbErr, EntityTrait, FromQueryResult, IdenStatic,
    Iterable, ModelTrait, PrimaryKeyToColumn, QueryResult, Value,
};

use super::StoreError;
use super::values::{Stored, Text};

/// A row of the table of an entity: each column with what lies in it.
#[derive(Debug, Clone)]
pub(in crate::store) struct Plain<E: EntityTrait>(Vec<(E::Column, Value)>);

impl<E: EntityTrait> Plain<E> {
    /// A row as it will lie in the table.
    pub(in crate::store) fn of<M: ModelTrait<Entity = E>>(row: &M) -> Plain<E> {
        Plain(E::Column::iter().map(|column| (column, row.get(column))).collect())
    }

    /// Each column with what lies in it.
    pub(in crate::store) fn columns(&self) -> impl Iterator<Item = (E::Column, &Value)> {
        self.0.iter().map(|(column, value)| (*column, value))
    }

    /// What lies in a column.
    pub(in crate::store) fn get(&self, column: E::Column) -> Option<&Value> {
        let mut columns = self.columns();
        columns.find(|(own, _)| own.as_str() == column.as_str()).map(|(_, value)| value)
    }

    /// The columns of the key, each with what lies in it.
    pub(in crate::store) fn key(&self) -> impl Iterator<Item = (E::Column, &Value)> {
        let columns = E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column);
        columns.filter_map(|column| Some((column, self.get(column)?)))
    }

    /// Whether two rows have the same key.
    pub(in crate::store) fn is_twin(&self, other: &Plain<E>) -> bool {
        self.key().map(|(_, value)| value).eq(other.key().map(|(_, value)| value))
    }

    /// The rows with this key.
    pub(in crate::store) fn with_this_key(&self) -> Condition {
        self.key().fold(Condition::all(), |all, (column, value)| all.add(column.eq(value.clone())))
    }

    /// Reads the value in a column.
    ///
    /// # Errors
    /// When it cannot be read back.
    pub(in crate::store) fn read<T: Text>(&self, column: E::Column) -> Result<T, StoreError> {
        let stored = self.get(column).cloned().map(<Stored<T> as ValueType>::try_from);
        match stored {
            Some(Ok(Stored(value))) => Ok(value),
            _ => Err(StoreError::unreadable(T::NAME)),
        }
    }

    /// The row as one to be written.
    ///
    /// # Errors
    /// When a column holds what it cannot.
    pub(in crate::store) fn to_be_written(&self) -> Result<E::ActiveModel, StoreError> {
        let mut row = E::ActiveModel::default();
        for (column, value) in self.columns() {
            row.try_set(column, value.clone())?;
        }
        Ok(row)
    }
}

impl<E: EntityTrait> PartialEq for Plain<E> {
    fn eq(&self, other: &Plain<E>) -> bool {
        self.columns().map(|(_, value)| value).eq(other.columns().map(|(_, value)| value))
    }
}

impl<E: EntityTrait> FromQueryResult for Plain<E> {
    fn from_query_result(row: &QueryResult, before: &str) -> Result<Self, DbErr> {
        let value = |column: E::Column| {
            let name = column.as_str();
            let value = match column.def().get_column_type() {
                ColumnType::BigInteger => Value::BigInt(row.try_get(before, name)?),
                ColumnType::Boolean => Value::Bool(row.try_get(before, name)?),
                ColumnType::VarBinary(_) => Value::Bytes(row.try_get(before, name)?),
                _ => Value::String(row.try_get(before, name)?),
            };
            Ok((column, value))
        };
        E::Column::iter().map(value).collect::<Result<_, DbErr>>().map(Plain)
    }
}
