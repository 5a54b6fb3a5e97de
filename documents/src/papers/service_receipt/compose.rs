//! 送达回证 from a case: of the newest paper that is served, a sheet for each addressee.

use workflow::base::document::DocumentKind;
use workflow::case::{Case, Ending};
use workflow::procedures::revocation::to_be_served;

use crate::papers::revocation_decision::compose::decided;
use crate::parts::secrecy::View;
use crate::parts::setting::{Setting, number_of};
use crate::parts::{addressees, people};

use super::{Addressee, ServiceReceipt};

fn numbered(case: &Case, kind: DocumentKind) -> (DocumentKind, String) {
    (kind, number_of(case, kind))
}

/// 送达回证 of the newest paper that is served, a sheet for each party.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<ServiceReceipt> {
    let (served, document_number) = match (&case.ending, decided(case)) {
        (Some(Ending::NotAccepted { .. }), _) => numbered(case, DocumentKind::NonAcceptanceNotice),
        (Some(Ending::Refused { .. }), _) => numbered(case, DocumentKind::RefusalNotice),
        (Some(Ending::Withdrawn { .. }), _) => return None,
        (None, Some(outcome)) => (DocumentKind::RevocationDecision, outcome.number.clone()?),
        (None, None) => {
            case.corrections.last()?;
            numbered(case, DocumentKind::CorrectionNotice)
        }
    };
    let parties = match served {
        DocumentKind::RevocationDecision => to_be_served(case, setting.on),
        _ => addressees::answered(case),
    };
    let addressee = |party| {
        let capacity = match people::institution_of(case, party) {
            Some(_) => party.printed().into(),
            None => people::capacity(case, party),
        };
        Some(Addressee { name: people::shown_name(case, party)?, capacity })
    };
    Some(ServiceReceipt {
        office: setting.office.into(),
        case_number: case.number.clone(),
        document: served.printed().into(),
        document_number,
        addressees: parties.into_iter().map(addressee).collect::<Option<_>>()?,
        drawn_up_on: setting.on,
        served_by: setting.by.into(),
    })
}
