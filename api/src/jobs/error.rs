//! Why a job was not done.

use crate::accesses::folder::AccessFileError;
use crate::children::child::ChildFault;
use crate::children::printing::PrintingFault;
use crate::store::StoreError;
use crate::store::jobs::Failed;

/// Why a job was not done. No text names a person.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The document's case or version is not there.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// A scan the document shows is not there.
    #[error("a filed scan is missing")]
    ScanMissing,
    /// A scan the document shows is not what was filed.
    #[error("a filed scan is damaged")]
    ScanDamaged,
    /// The press could not print it.
    #[error("the press failed: {0}")]
    Press(String),
    /// There is no answer of the child that prints.
    #[error(transparent)]
    Child(#[from] ChildFault),
    /// The access log of a day could not be written into its file.
    #[error("the access file of a day was not written")]
    AccessFile(#[source] AccessFileError),
    /// The handler panicked.
    #[error("the handler panicked")]
    Panicked,
    /// The lease ran out meanwhile, and another worker has the job.
    #[error("the lease was lost")]
    LeaseLost,
}

impl From<PrintingFault> for JobError {
    fn from(fault: PrintingFault) -> JobError {
        match fault {
            PrintingFault::FileMissing => JobError::ScanMissing,
            PrintingFault::FileDamaged => JobError::ScanDamaged,
            PrintingFault::Files(error) => JobError::Store(error),
            PrintingFault::Refused(class) => JobError::Press(class),
            PrintingFault::Child(fault) => JobError::Child(fault),
        }
    }
}

impl From<AccessFileError> for JobError {
    fn from(error: AccessFileError) -> JobError {
        match error {
            AccessFileError::Store(error) => JobError::Store(error),
            other => JobError::AccessFile(other),
        }
    }
}

impl JobError {
    /// What is stored with the job. What the store says goes only into the log, because it may
    /// name places of the machine.
    pub(super) fn class(&self) -> String {
        match self {
            JobError::Store(_) => "the store failed".to_owned(),
            other => other.to_string(),
        }
    }

    /// What a later try may bring.
    pub(super) fn failed(&self) -> Failed {
        match self {
            JobError::Child(ChildFault::Died) => Failed::Deadly,
            JobError::Missing(_)
            | JobError::ScanMissing
            | JobError::ScanDamaged
            | JobError::Press(_)
            | JobError::AccessFile(AccessFileError::Differs(_))
            | JobError::Panicked => Failed::WithoutHope,
            JobError::Store(_)
            | JobError::Child(ChildFault::NotBegun)
            | JobError::AccessFile(_)
            | JobError::LeaseLost => Failed::ForNow,
        }
    }
}
