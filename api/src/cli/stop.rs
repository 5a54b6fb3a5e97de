//! The end of a command before its time.

/// Why a command ended early, with the exit code it ends with.
#[derive(Debug)]
pub(crate) struct Stop {
    pub(super) code: u8,
    pub(super) reason: String,
}

impl Stop {
    /// The command could not run.
    pub(crate) fn failed(reason: impl std::fmt::Display) -> Stop {
        Stop { code: 2, reason: reason.to_string() }
    }

    /// The command found something wrong.
    pub(crate) fn found(reason: impl std::fmt::Display) -> Stop {
        Stop { code: 1, reason: reason.to_string() }
    }

    /// The command was called in a wrong way.
    pub(crate) fn usage(reason: impl std::fmt::Display) -> Stop {
        Stop { code: 64, reason: reason.to_string() }
    }
}
