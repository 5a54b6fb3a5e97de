//! The tag of an event as the log and the answers write it.

use super::Event;

impl Event {
    /// The tag written in the event row.
    pub fn kind(&self) -> &'static str {
        match self {
            Event::Later(event) => event.kind(),
            event => event.into(),
        }
    }

    /// Whether time alone brought it. Nobody decided it, so what a person saw before it still holds.
    pub fn is_of_time(&self) -> bool {
        matches!(self, Event::DeadlinesMoved(_) | Event::PeriodEnded(_) | Event::BecameOverdue(_))
    }
}
