//! The procedures after a registration, each told to its end: first the adoption, then what follows.

use chrono::{Months, NaiveTime};
use serde_json::{Value, json};
use workflow::Act;
use workflow::base::document::DocumentKind;
use workflow::case::decision::{Attendance, ShownDocument};
use workflow::case::hearing::Answer;
use workflow::case::later::TakenIn;
use workflow::case::turns::ServiceManner;
use workflow::case::{Case, ChildKind, PaperKind, Party, Service, SigningManner};
use workflow::cast::county::PRACTICE;
use workflow::law::child::{ADULT_AGE, CONSENT_AGE};
use workflow::law::time::periods::age_on;
use workflow::procedures::papers::required_papers;
use workflow::procedures::{dissolution, revocation};
use workflow::steps::approve::Approve;
use workflow::steps::decide_revocation::DecideRevocation;
use workflow::steps::give_consent::GiveConsent;
use workflow::steps::inquire::Inquire;
use workflow::steps::issue_proof::IssueProof;
use workflow::steps::issue_replacement::IssueReplacement;
use workflow::steps::propose::Propose;
use workflow::steps::register_dissolution::RegisterDissolution;
use workflow::steps::take_in_certificate::TakeInCertificate;

use super::story::whole;
use super::teller::{ARCHIVIST, LEADER, REGISTRAR, Teller};
use crate::cli::stop::Stop;

/// A demonstration of a procedure after a registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Later {
    DissolutionMinor,
    DissolutionAdult,
    Revocation,
    Replacement,
    Proof,
    LateEntry,
}

impl Later {
    pub(super) const ALL: [Later; 6] = [
        Later::DissolutionMinor,
        Later::DissolutionAdult,
        Later::Revocation,
        Later::Replacement,
        Later::Proof,
        Later::LateEntry,
    ];

    pub(super) fn word(self) -> &'static str {
        match self {
            Later::DissolutionMinor => "dissolution_minor",
            Later::DissolutionAdult => "dissolution_adult",
            Later::Revocation => "revocation",
            Later::Replacement => "replacement",
            Later::Proof => "proof",
            Later::LateEntry => "late_entry",
        }
    }

    pub(super) fn printed(self) -> &'static str {
        match self {
            Later::DissolutionMinor => "解除收养关系（被收养人未成年）",
            Later::DissolutionAdult => "解除收养关系（被收养人成年）",
            Later::Revocation => "撤销收养登记",
            Later::Replacement => "补领收养登记证",
            Later::Proof => "出具收养关系证明",
            Later::LateEntry => "补录以往的纸质登记",
        }
    }

    /// The kind of child of the adoption it follows: of the placer's part most is seen with an
    /// institution.
    pub(super) fn kind(self) -> ChildKind {
        match self {
            Later::DissolutionMinor | Later::LateEntry => ChildKind::InstitutionFoundling,
            _ => ChildKind::Stepchild,
        }
    }
}

/// Tells the adoption where there is one to tell, and the procedure after it.
pub(super) async fn tell(teller: &mut Teller, later: Later) -> Result<(), Stop> {
    if later == Later::LateEntry {
        return late_entry(teller).await;
    }
    whole(teller).await?;
    match later {
        Later::DissolutionMinor => dissolve(teller).await,
        Later::DissolutionAdult => {
            let born = teller.application.child.birth_date;
            let grown_up = born.checked_add_months(Months::new(ADULT_AGE * 12)).unwrap_or(born);
            teller.move_to(grown_up).await?;
            dissolve(teller).await
        }
        Later::Revocation => revoke(teller).await,
        Later::Replacement => replace(teller).await,
        Later::Proof | Later::LateEntry => prove(teller).await,
    }
}

/// The adoptee as of today, in the county of the office.
fn adoptee(case: &Case) -> Value {
    let child = &case.child;
    json!({
        "name": child.new_name.as_ref().unwrap_or(&child.name),
        "resident_id": child.resident_id,
        "household_address": "练习县城关镇和平路12号",
        "division": PRACTICE.division,
    })
}

/// Prints and signs the application, brings the rest, and the registrar accepts.
async fn bring_and_accept(teller: &mut Teller, form: DocumentKind) -> Result<(), Stop> {
    for required in required_papers(&teller.case().await?) {
        let slot = required.slot;
        match slot.paper {
            PaperKind::ApplicationForm => {
                teller.print_and_file(form, slot.paper, None).await?;
            }
            _ => teller.bring(slot.paper, slot.party).await?,
        }
    }
    teller.act(REGISTRAR, Act::Accept, "/acceptance", &json!({})).await?;
    Ok(())
}

/// One after another is asked, apart.
async fn ask(teller: &mut Teller, parties: &[Party], question: &str) -> Result<(), Stop> {
    for (hour, party) in (8..).zip(parties) {
        let inquiry = Inquire {
            party: *party,
            began_at: NaiveTime::from_hms_opt(hour, 30, 0).unwrap_or_default(),
            ended_at: NaiveTime::from_hms_opt(hour + 1, 10, 0).unwrap_or_default(),
            place: "练习县民政局收养登记处询问室".to_owned(),
            companion: None,
            recorder: "吴晓岚".to_owned(),
            answers: vec![Answer {
                question: question.to_owned(),
                answer: "情况属实，是我的真实意愿。".to_owned(),
            }],
            signing: SigningManner::ReadAndSigned,
        };
        teller.act(REGISTRAR, Act::Inquire, "/inquiries", &inquiry).await?;
        let record = DocumentKind::InquiryRecord;
        teller.print_and_file(record, PaperKind::InquiryRecord, Some(*party)).await?;
    }
    Ok(())
}

async fn propose(teller: &mut Teller, opinion: &str) -> Result<(), Stop> {
    let proposal = Propose { opinion: opinion.to_owned() };
    teller.act(REGISTRAR, Act::Propose, "/proposal", &proposal).await?;
    Ok(())
}

async fn approve(teller: &mut Teller, form: DocumentKind) -> Result<(), Stop> {
    let approval = Approve { opinion: "同意。".to_owned(), reasons_over_report: Vec::new() };
    teller.act(LEADER, Act::Approve, "/approval", &approval).await?;
    teller.print_and_file(form, PaperKind::ApprovalForm, None).await
}

/// These parties in person with the card, a child with the household register.
fn in_person(case: &Case, parties: &[Party]) -> Vec<Attendance> {
    let number = |party: Party| match party {
        Party::Child => case.child.resident_id.clone(),
        Party::FirstAdopter | Party::SecondAdopter => {
            case.adopter(party).map(|adopter| adopter.resident_id.clone())
        }
        _ => {
            let placing = case.placer.parties();
            let found = placing.into_iter().find(|placing| placing.party == party);
            found.map(|placing| placing.resident_id.clone())
        }
    };
    let shown = |party: Party| match party {
        Party::Child => ShownDocument::HouseholdRegister,
        _ => ShownDocument::IdentityCard,
    };
    let attending = parties.iter().filter_map(|party| {
        let number = number(*party)?.0;
        Some(Attendance::InPerson { party: *party, shown: shown(*party), number })
    });
    attending.collect()
}

async fn archive(teller: &mut Teller) -> Result<(), Stop> {
    teller.act(ARCHIVIST, Act::Archive, "/archive", &json!({})).await?;
    teller.print(DocumentKind::Dossier, None).await?;
    Ok(())
}

/// 解除: agreement, each asked apart, everybody together on the day, the certificate given back.
async fn dissolve(teller: &mut Teller) -> Result<(), Stop> {
    let first = teller.case().await?;
    let opening = json!({
        "adoption": teller.first(), "basis": "agreement", "adoptee": adoptee(&first),
        "reason": "双方协商一致，自愿解除收养关系。",
    });
    let mut dispute = opening.clone();
    dispute["basis"] = json!("dispute");
    teller.refused_to_open(Act::OpenDissolution, "/v1/dissolutions", &dispute).await?;
    teller.open_later(Act::OpenDissolution, "/v1/dissolutions", &opening).await?;
    bring_and_accept(teller, DocumentKind::DissolutionApplication).await?;
    let case = teller.case().await?;
    let age = age_on(case.child.birth_date, teller.today);
    let signing = dissolution::signing(&case);
    let asked: Vec<Party> = signing
        .iter()
        .copied()
        .filter(|party| *party != Party::Child || age >= CONSENT_AGE)
        .collect();
    ask(teller, &asked, "是否自愿解除收养关系？").await?;
    if (CONSENT_AGE..ADULT_AGE).contains(&age) {
        let consent = GiveConsent { party: Party::Child, signing: SigningManner::ReadAndSigned };
        teller.act(REGISTRAR, Act::GiveConsent, "/consents", &consent).await?;
        let form = DocumentKind::ConsentForm;
        teller.print_and_file(form, PaperKind::ConsentForm, Some(Party::Child)).await?;
    }
    propose(teller, "经审查，符合《民法典》规定的解除条件，建议准予解除登记。").await?;
    approve(teller, DocumentKind::DissolutionApprovalForm).await?;
    let registration = RegisterDissolution {
        blank_serial: "JC20260001".to_owned(),
        attendance: in_person(&case, &signing),
        certificate: TakenIn::GivenIn,
    };
    teller.act(REGISTRAR, Act::RegisterDissolution, "/dissolution", &registration).await?;
    teller.print(DocumentKind::DissolutionProof, None).await?;
    let issue = json!({});
    teller.act(REGISTRAR, Act::IssueCertificate, "/issue", &issue).await?;
    archive(teller).await?;
    teller.verify_certificate("dissolved").await
}

/// 撤销: evidence and investigation, the leader decides, everybody is told, the board has hung.
async fn revoke(teller: &mut Teller) -> Result<(), Stop> {
    let opening = json!({
        "adoption": teller.first(),
        "initiator": {
            "initiated_by": "interested_person", "name": "钟立群", "relation": "被收养人近亲属",
        },
        "reason": "反映登记时提交的同意书系伪造。",
    });
    teller.open_later(Act::OpenRevocation, "/v1/revocations", &opening).await?;
    bring_and_accept(teller, DocumentKind::RevocationApplication).await?;
    propose(teller, "经调查，登记时提交的同意书系伪造，建议撤销登记。").await?;
    let decision = DecideRevocation {
        findings: "经鉴定，登记时提交的同意书签名系伪造，属弄虚作假骗取收养登记。".to_owned(),
    };
    teller.act(LEADER, Act::DecideRevocation, "/revocation", &decision).await?;
    teller.print(DocumentKind::RevocationDecision, None).await?;
    teller.act(REGISTRAR, Act::PostDecision, "/posting", &json!({})).await?;
    let case = teller.case().await?;
    for party in revocation::to_be_served(&case, teller.today) {
        teller.print(DocumentKind::ServiceReceipt, None).await?;
        teller.file_sheet_of(PaperKind::ServiceReceipt, party).await?;
        let service = Service {
            document: DocumentKind::RevocationDecision,
            party,
            manner: ServiceManner::Direct,
            received_by: case.signing_name(party).unwrap_or_default().to_owned(),
            served_on: teller.today,
        };
        teller.act(REGISTRAR, Act::RecordService, "/services", &service).await?;
    }
    let taken_in = TakeInCertificate { certificate: TakenIn::GivenIn };
    let path = "/certificate-return";
    teller.act(REGISTRAR, Act::TakeInCertificate, path, &taken_in).await?;
    teller.bring(PaperKind::AdoptionCertificate, None).await?;
    let posting = teller.case().await?.later.and_then(|later| later.posting);
    if let Some(posting) = posting {
        teller.refused(ARCHIVIST, Act::Archive, "/archive", &json!({})).await?;
        teller.move_to(workflow::law::time::periods::nth_day(posting.last_day, 1)).await?;
    }
    archive(teller).await?;
    teller.verify_certificate("revoked").await
}

/// 补领: the step-parent lost the certificate.
async fn replace(teller: &mut Teller) -> Result<(), Stop> {
    let opening = json!({
        "adoption": teller.first(), "paper": "certificate", "cause": "lost",
        "applicants": ["adopter_1"], "reason": "搬家时遗失。",
    });
    teller.open_later(Act::OpenReplacement, "/v1/replacements", &opening).await?;
    bring_and_accept(teller, DocumentKind::ReplacementApplication).await?;
    ask(teller, &[Party::FirstAdopter], "收养登记证是怎样遗失的？").await?;
    propose(teller, "经查档，收养关系存续，建议补发。").await?;
    approve(teller, DocumentKind::ReplacementApprovalForm).await?;
    let issue = IssueReplacement {
        blank_serial: "YZ20260900".to_owned(),
        attendance: in_person(&teller.case().await?, &[Party::FirstAdopter]),
    };
    teller.act(REGISTRAR, Act::IssueReplacement, "/replacement", &issue).await?;
    teller.print(DocumentKind::Certificate, None).await?;
    archive(teller).await?;
    teller.verify_certificate("replaced").await
}

/// 出具证明: the step-parent needs it for the school.
async fn prove(teller: &mut Teller) -> Result<(), Stop> {
    let opening = json!({
        "adoption": teller.first(), "applicant": "adopter_1", "purpose": "办理被收养人入学",
    });
    teller.open_later(Act::OpenProof, "/v1/proofs", &opening).await?;
    bring_and_accept(teller, DocumentKind::ProofApplication).await?;
    let attendance = in_person(&teller.case().await?, &[Party::FirstAdopter]);
    let proof = IssueProof { attendance };
    teller.act(REGISTRAR, Act::IssueProof, "/proof", &proof).await?;
    teller.print(DocumentKind::AdoptionProof, None).await?;
    archive(teller).await
}

/// 补录: a registration of 2021 is entered, and the archivist compares it with the volume.
async fn late_entry(teller: &mut Teller) -> Result<(), Stop> {
    teller.read_clock().await?;
    let entry = json!({
        "application": teller.application,
        "certificate_number": "（2021）渝练收字00007",
        "blank_serial": "YZ20210007",
        "registered_on": "2021-04-06",
        "registered_by": "练习县民政局",
        "volume_number": "0199-收养-2021-0007",
    });
    teller.open_later(Act::OpenLateEntry, "/v1/late-entries", &entry).await?;
    for required in required_papers(&teller.case().await?) {
        teller.bring(required.slot.paper, required.slot.party).await?;
    }
    let path = "/late-entry-confirmation";
    teller.act(ARCHIVIST, Act::ConfirmLateEntry, path, &json!({})).await?;
    teller.print(DocumentKind::LateEntryForm, None).await?;
    Ok(())
}
