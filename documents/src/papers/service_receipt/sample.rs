//! A sample of 送达回证 of a notice to a couple.

use crate::parts::people::Person;
use crate::parts::sample::people::{couple, office};
use crate::parts::sample::{CASE_NUMBER, day};
use workflow::cast::figures::REGISTRAR;

use super::{Addressee, ServiceReceipt};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, ServiceReceipt)> {
    vec![("service_receipt", service_receipt())]
}

/// 送达回证 of a notice to a couple.
pub fn service_receipt() -> ServiceReceipt {
    let addressee = |person: Person| Addressee { name: person.name, capacity: "收养人".into() };
    ServiceReceipt {
        office: office(),
        case_number: CASE_NUMBER.into(),
        document: "不予办理收养登记通知书".into(),
        document_number: "足民收退〔2026〕1号".into(),
        addressees: couple().into_iter().map(addressee).collect(),
        drawn_up_on: day(2026, 6, 1),
        served_by: REGISTRAR.into(),
    }
}
