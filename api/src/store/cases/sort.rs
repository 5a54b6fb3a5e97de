//! The orders of the ledger. Each is that of one column with an index, and of the numbers of cases between
//! equals.

use chrono::NaiveDate;
use sea_orm::Order;
use workflow::case::ChildKind;
use workflow::{Stage, UserId};

use super::entity::rows::case_row;
use crate::store::values::Text;

/// How the ledger is sorted; the case's number decides between equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Newest application first.
    Received,
    /// Most urgent first; cases without a running deadline last.
    Deadline,
    /// Cases of one kind together.
    Kind,
    /// Cases at one stage together.
    Stage,
    /// Cases of one officer together.
    Officer,
}

impl Sort {
    /// The column, and in which order it is walked along.
    pub(super) fn walk(self) -> (case_row::Column, Order) {
        match self {
            Sort::Received => (case_row::Column::ReceivedOn, Order::Desc),
            Sort::Deadline => (case_row::Column::UrgentOn, Order::Asc),
            Sort::Kind => (case_row::Column::Kind, Order::Asc),
            Sort::Stage => (case_row::Column::Stage, Order::Asc),
            Sort::Officer => (case_row::Column::Officer, Order::Asc),
        }
    }

    /// What a row is sorted by, as it is stored.
    pub(super) fn value(self, row: &case_row::Model) -> String {
        match self {
            Sort::Received => row.received_on.0.written(),
            Sort::Deadline => row.urgent_on.0.written(),
            Sort::Kind => row.kind.0.written(),
            Sort::Stage => row.stage.0.written(),
            Sort::Officer => row.officer.0.written(),
        }
    }

    /// Whether a text can be what a row is sorted by, as it is stored.
    pub fn takes(self, text: &str) -> bool {
        match self {
            Sort::Received | Sort::Deadline => is_written::<NaiveDate>(text),
            Sort::Kind => is_written::<ChildKind>(text),
            Sort::Stage => is_written::<Stage>(text),
            Sort::Officer => is_written::<UserId>(text),
        }
    }
}

fn is_written<T: Text>(text: &str) -> bool {
    T::read(text).is_some_and(|value| value.written() == text)
}
