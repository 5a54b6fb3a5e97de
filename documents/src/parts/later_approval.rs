//! 审查处理表 of dissolution, revocation, replacement and proof.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use workflow::case::later::{Initiator, Later, LaterRequest, ReplacementCause, TakenIn};
use workflow::case::{Case, Party};
use workflow::procedures::taking_part;

use crate::parts::adoption::RegisteredAdoption;
use crate::parts::examination::{InquirySummary, Opinion, opinion};
use crate::parts::paper::Paper;
use crate::parts::people::{Child, Office, Person, Placer};
use crate::parts::secrecy::View;
use crate::parts::setting::{Setting, matter};
use crate::parts::{adoption, dissolution, examination, filed_papers, people};

/// A line that only one procedure has, such as 解除原因.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Particular {
    /// What the line is called.
    pub label: String,
    /// What it says.
    pub text: String,
}

/// Papers that one side handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PapersOf {
    /// Whose papers: 收养人, 送养人, 被收养人, 申请人.
    pub whose: String,
    /// Their titles.
    pub titles: Vec<String>,
}

/// Who signs for the paper that is given out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    /// 收养人, 被收养人, 送养人 or 申请人.
    pub role: String,
    /// 姓名 or 名称.
    pub name: String,
    /// The signer is of the side that places, which signs on a sheet of its own in a case kept
    /// secret.
    pub places: bool,
}

/// The form on which the registrar proposes, the leader decides, and the paper is signed for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaterApprovalForm {
    /// What the form is called in this procedure.
    pub title: String,
    /// The office.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// Day the form was drawn up.
    pub drawn_up_on: NaiveDate,
    /// Day of the application; none where the office acts of its own motion.
    pub applied_on: Option<NaiveDate>,
    /// Day of acceptance.
    pub accepted_on: Option<NaiveDate>,
    /// The adoption it is about.
    pub adoption: RegisteredAdoption,
    /// One or two adopters.
    pub adopters: Vec<Person>,
    /// The adoptee.
    pub child: Child,
    /// The placer, where it takes part.
    pub placer: Option<Placer>,
    /// What only this procedure asks.
    pub particulars: Vec<Particular>,
    /// Papers handed in.
    pub papers: Vec<PapersOf>,
    /// Who was asked.
    pub inquiries: Vec<InquirySummary>,
    /// The registrar's proposal.
    pub proposal: Option<Opinion>,
    /// The leader's decision.
    pub approval: Option<Opinion>,
    /// Number of the paper that is given out, once it is allocated.
    pub number: Option<String>,
    /// The day it is given out.
    pub concluded_on: Option<NaiveDate>,
    /// Who signs for it.
    pub signers: Vec<Signer>,
    /// 备注.
    pub remarks: Option<String>,
    /// A party asked that the adoption be kept secret.
    pub confidential: bool,
}

impl Paper for LaterApprovalForm {
    fn dated(&self) -> NaiveDate {
        self.drawn_up_on
    }
}

/// 审查处理表 of the procedure.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<LaterApprovalForm> {
    let later = case.later.as_deref()?;
    let proposal = case.proposal.as_ref();
    let done = later.outcome.as_ref();
    Some(LaterApprovalForm {
        title: format!("{}审查处理表", matter(case)),
        office: setting.office.into(),
        case_number: case.number.clone(),
        drawn_up_on: proposal.map_or(setting.on, |proposal| proposal.on),
        applied_on: Some(case.applied_on),
        accepted_on: case.acceptance.as_ref().map(|acceptance| acceptance.on),
        adoption: adoption::registered(later),
        adopters: people::adopters(case),
        child: people::child(case),
        placer: dissolution::placer_agrees(later).then(|| people::placer(case)),
        particulars: particulars(case, later),
        papers: papers_handed_in(case),
        inquiries: examination::inquiries(case),
        proposal: proposal.map(|one| opinion(&one.opinion, &one.by.name, one.on)),
        approval: leaders_decision(case, later),
        number: done.and_then(|done| done.number.clone()),
        concluded_on: done.map(|done| done.on),
        signers: signers(case, later),
        remarks: None,
        confidential: case.wishes.secrecy,
    })
}

/// The leader approves, or decides a revocation outright.
fn leaders_decision(case: &Case, later: &Later) -> Option<Opinion> {
    if let Some(approval) = &case.approval {
        return Some(opinion(&approval.opinion, &approval.by.name, approval.on));
    }
    let LaterRequest::Revocation { .. } = later.request else { return None };
    let done = later.outcome.as_ref()?;
    Some(opinion("决定撤销该收养登记。", &done.by.name, done.on))
}

fn particular(label: &str, text: impl Into<String>) -> Particular {
    Particular { label: label.into(), text: text.into() }
}

fn told_of_certificate(later: &Later) -> Option<Particular> {
    let told = match later.taken_in.as_ref()? {
        TakenIn::GivenIn => "已收回。".into(),
        TakenIn::NotTakenIn { reason } => format!("未能收回，原因：{reason}"),
    };
    Some(particular("收养登记证", told))
}

/// What only the procedure asks.
fn particulars(case: &View<'_>, later: &Later) -> Vec<Particular> {
    let mut told = match &later.request {
        LaterRequest::Dissolution { basis, .. } => vec![
            particular("解除原因", &case.reason),
            particular("解除方式", dissolution::basis_in_words(*basis)),
        ],
        LaterRequest::Revocation { initiator } => {
            let by = match initiator {
                Initiator::InterestedPerson { name, relation } => format!("{name}（{relation}）"),
                Initiator::OwnMotion => "登记机关依职权".into(),
            };
            vec![particular("申请人", by), particular("事实和理由", &case.reason)]
        }
        LaterRequest::Replacement { cause, .. } => {
            let cause = match cause {
                ReplacementCause::Lost => "遗失",
                ReplacementCause::Damaged => "损毁，原件交回",
            };
            vec![particular("补领原因", format!("{cause}：{}", case.reason))]
        }
        LaterRequest::Proof { purpose, .. } => vec![particular("用途", purpose)],
        LaterRequest::LateEntry { .. } => Vec::new(),
    };
    let dead = dissolution::told_of_the_dead(case);
    told.extend(dead.map(|dead| particular("收养人死亡", dead)));
    if let Some(known) = &later.adoption.standing {
        told.push(particular("收养关系现状", known.printed()));
    }
    let done = later.outcome.as_ref();
    let findings = done.and_then(|done| done.findings.as_ref());
    told.extend(findings.map(|findings| particular("认定的事实", findings)));
    told.extend(told_of_certificate(later));
    told
}

fn papers_handed_in(case: &Case) -> Vec<PapersOf> {
    let of = |whose: &str, brings: fn(Option<Party>) -> bool| PapersOf {
        whose: whose.into(),
        titles: filed_papers::verified_titles(case, brings),
    };
    let sides = [
        of("当事人共同", |party| party.is_none()),
        of("收养人", |party| matches!(party, Some(Party::FirstAdopter | Party::SecondAdopter))),
        of("送养人", |party| matches!(party, Some(Party::Placer | Party::SecondPlacer))),
        of("被收养人", |party| party == Some(Party::Child)),
        of("被收养人的监护人", |party| party == Some(Party::Guardian)),
    ];
    sides.into_iter().filter(|side| !side.titles.is_empty()).collect()
}

/// Who signs for what is given out. A decision to revoke is served instead; a minor's is received by
/// the others.
fn signers(case: &Case, later: &Later) -> Vec<Signer> {
    if matches!(later.request, LaterRequest::Revocation { .. }) {
        return Vec::new();
    }
    let minor = dissolution::placer_agrees(later);
    let signing = taking_part(case);
    let signing = signing.into_iter().filter(|party| !(minor && *party == Party::Child));
    let signer = |party: Party| {
        let places = matches!(party, Party::Placer | Party::SecondPlacer);
        let role = match party {
            Party::FirstAdopter | Party::SecondAdopter => "收养人",
            Party::Placer | Party::SecondPlacer => "送养人",
            _ => party.printed(),
        };
        Some(Signer { role: role.into(), name: people::shown_name(case, party)?, places })
    };
    signing.filter_map(signer).collect()
}
