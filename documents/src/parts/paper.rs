//! What the press asks of every paper besides its words.

use chrono::NaiveDate;

use crate::attachment::Attachment;

/// A paper's data, as the press sees it.
pub(crate) trait Paper {
    /// The day the paper bears.
    fn dated(&self) -> NaiveDate;

    /// The files shown in the paper, in order. A paper that shows a file is printed under limits,
    /// in a process of its own.
    fn attachments(&self) -> Vec<&Attachment> {
        Vec::new()
    }

    /// The same files, to put bytes into after the paper was read back from storage.
    fn attachments_mut(&mut self) -> Vec<&mut Attachment> {
        Vec::new()
    }

    /// The address a QR code on the paper leads to.
    fn query_address(&self) -> Option<&str> {
        None
    }
}
