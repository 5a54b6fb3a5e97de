//! After the decision: result, declarations, visits, harm.

use workflow::case::decision::Concern;
use workflow::case::{Case, FollowUpVisit, Party, decision};
use workflow::document::DocumentKind;

use super::people;
use super::setting::{Setting, number_of};
use crate::kinds::{
    Declaring, HarmReport, Level, Named, NoDonationDeclaration, PlannedVisit, Reported,
    ResultNotice, VisitRecord,
};

/// 收养登记结果告知书.
pub(super) fn result_notice(case: &Case, setting: &Setting<'_>) -> Option<ResultNotice> {
    let registration = case.registration.as_ref()?;
    let planned =
        |visit: &FollowUpVisit| PlannedVisit { number: visit.number, due_on: visit.due_on };
    Some(ResultNotice {
        office: setting.office.into(),
        number: number_of(case, DocumentKind::ResultNotice),
        case_number: case.number.clone(),
        adopters: people::adopter_names(case),
        child: case.child.name.clone(),
        name_after_adoption: case.child.new_name.clone(),
        certificate_number: registration.certificate_number.clone(),
        registered_on: registration.on,
        visits: case.visits.iter().map(planned).collect(),
        registrar: registration.by.name.clone(),
    })
}

/// 无捐赠承诺声明书 of a party, or of the officer who acts where it concerns none.
pub(super) fn no_donation(
    case: &Case,
    party: Option<Party>,
    setting: &Setting<'_>,
) -> Option<NoDonationDeclaration> {
    let organisation = match party {
        Some(party) => people::institution_of(case, party),
        None => Some(setting.office.name.clone()),
    };
    let declaring = match party {
        None => Declaring::Officer,
        Some(Party::FirstAdopter | Party::SecondAdopter) => Declaring::Adopter,
        Some(_) if organisation.is_some() => Declaring::Institution,
        Some(_) => Declaring::Placer,
    };
    Some(NoDonationDeclaration {
        office: setting.office.into(),
        case_number: case.number.clone(),
        declaring,
        declarant: match party {
            Some(party) => people::named(case, party)?,
            None => Named { name: setting.by.into(), identity: None },
        },
        capacity: party.map_or_else(|| "收养登记员".into(), |party| people::capacity(case, party)),
        organisation,
        child: case.child.name.clone(),
        drawn_up_on: setting.on,
    })
}

/// The newest visit that was made.
fn newest_visit(case: &Case) -> Option<(&FollowUpVisit, &decision::VisitMade)> {
    let made = case.visits.iter().filter_map(|visit| Some((visit, visit.made.as_ref()?)));
    made.max_by_key(|(visit, _)| visit.number)
}

fn childs_name_now(case: &Case) -> String {
    case.child.new_name.as_ref().unwrap_or(&case.child.name).clone()
}

fn reported(report: &decision::HarmReport) -> Reported {
    Reported {
        recipient: report.recipient.clone(),
        at: report.reported_at.clone(),
        number: report.number.clone(),
    }
}

/// 回访记录 of the newest visit.
pub(super) fn visit_record(case: &Case, setting: &Setting<'_>) -> Option<VisitRecord> {
    let (visit, made) = newest_visit(case)?;
    Some(VisitRecord {
        office: setting.office.into(),
        case_number: case.number.clone(),
        certificate_number: case.registration.as_ref()?.certificate_number.clone(),
        number: visit.number,
        due_on: visit.due_on,
        visited_on: made.on,
        place: None,
        visitors: made.visitors.clone(),
        adopters: people::adopter_names(case),
        child: childs_name_now(case),
        present: None,
        findings: made.findings.clone(),
        level: match made.concern {
            Concern::Green => Level::Green,
            Concern::Yellow => Level::Yellow,
            Concern::Red => Level::Red,
        },
        reported: made.harm_report.as_ref().map(reported),
    })
}

/// 侵害未成年人情形报告 of the newest visit.
pub(super) fn harm_report(case: &Case, setting: &Setting<'_>) -> Option<HarmReport> {
    let (_, made) = newest_visit(case)?;
    let guardian = case.adopters.first()?;
    Some(HarmReport {
        office: setting.office.into(),
        case_number: case.number.clone(),
        child: childs_name_now(case),
        sex: case.child.sex.into(),
        born_on: case.child.birth_date,
        guardians: people::named_adopters(case),
        address: guardian.residence.clone(),
        telephone: guardian.telephone.clone(),
        found_on: made.on,
        found_by: made.visitors.clone(),
        facts: made.findings.clone(),
        reported: reported(made.harm_report.as_ref()?),
        reported_by: setting.by.into(),
        confidential: case.wishes.secrecy,
    })
}
