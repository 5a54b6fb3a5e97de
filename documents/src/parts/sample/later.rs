//! What the samples of the later procedures share.

use chrono::NaiveDate;

use crate::parts::adoption::RegisteredAdoption;
use crate::parts::examination::{InquirySummary, Opinion};
use crate::parts::later_approval::{PapersOf, Particular, Signer};
use crate::parts::people::Child;
use crate::parts::sample::day;
use crate::parts::sample::people::{office, parents_child, resident_card};
use workflow::cast::county::DAZU;
use workflow::cast::figures::GROWN_UP;

/// The adoption that the later procedures are about.
pub(crate) fn adoption() -> RegisteredAdoption {
    RegisteredAdoption {
        certificate_number: "（2026）渝足收字00007".into(),
        registered_on: day(2026, 6, 1),
        registered_by: office().name,
    }
}

/// A child who was adopted when small and is grown up now.
pub(crate) fn grown_up() -> Child {
    Child {
        name: GROWN_UP.name.into(),
        name_after_adoption: Some("周念".into()),
        born_on: GROWN_UP.born_on,
        identity: Some(resident_card(GROWN_UP.number)),
        ..parents_child()
    }
}

/// An adoption of long ago.
pub(crate) fn old_adoption() -> RegisteredAdoption {
    RegisteredAdoption {
        certificate_number: "（2013）渝足收字00031".into(),
        registered_on: day(2013, 9, 16),
        registered_by: DAZU.bureau.into(),
    }
}

/// An opinion.
pub(crate) fn opinion(text: &str, by: &str, on: NaiveDate) -> Option<Opinion> {
    Some(Opinion { text: text.into(), by: by.into(), on })
}

/// Papers of one side.
pub(crate) fn papers(whose: &str, titles: &[&str]) -> PapersOf {
    PapersOf {
        whose: whose.into(),
        titles: titles.iter().map(|title| String::from(*title)).collect(),
    }
}

/// A line.
pub(crate) fn particular(label: &str, text: &str) -> Particular {
    Particular { label: label.into(), text: text.into() }
}

/// Who signs.
pub(crate) fn signer(role: &str, name: &str, places: bool) -> Signer {
    Signer { role: role.into(), name: name.into(), places }
}

/// Who was asked.
pub(crate) fn asked(name: &str, capacity: &str) -> InquirySummary {
    InquirySummary { name: name.into(), capacity: capacity.into(), on: day(2027, 4, 13) }
}
