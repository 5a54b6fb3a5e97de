//! What of a case a person sees: staff all of it, an assessor the assessment, a visitor the home.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;

use super::role::Role;
use super::task::has_open_task;
use crate::base::ids::UserId;
use crate::base::stage::Stage;
use crate::case::{Adopter, Assessment, Case, FollowUpVisit};
use crate::identity::Sex;
use crate::identity::dictionaries::ChildHealth;

/// A case as one reader sees it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(tag = "view", rename_all = "snake_case")]
pub enum CaseView {
    /// Everything, for registrars, leaders and archivists.
    Whole(Box<Case>),
    /// What the assessment needs: nothing of the giving side, of checks or of other hearings.
    Assessment(Box<AssessmentView>),
    /// What a visit after the adoption needs.
    FollowUp(Box<FollowUpView>),
}

/// The child as an assessor or a visitor needs to know it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChildBrief {
    /// 现用名
    pub name: String,
    /// 性别
    pub sex: Sex,
    /// 出生日期
    pub birth_date: NaiveDate,
    /// 健康状况
    pub health: ChildHealth,
}

/// A case as its assessors see it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AssessmentView {
    /// The version, for `If-Match`.
    pub version: u32,
    /// 办件编号
    pub number: String,
    /// Where it stands.
    pub stage: Stage,
    /// 收养申请人
    pub adopters: Vec<Adopter>,
    /// 被收养人
    pub child: ChildBrief,
    /// 收养原因
    pub reason: String,
    /// The assessment.
    pub assessment: Assessment,
}

/// A case as the visitors after the adoption see it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FollowUpView {
    /// The version, for `If-Match`.
    pub version: u32,
    /// 办件编号
    pub number: String,
    /// Where it stands.
    pub stage: Stage,
    /// The adoptive parents' names.
    pub names: Vec<String>,
    /// 现住址
    pub residences: Vec<String>,
    /// 联系电话
    pub telephones: Vec<String>,
    /// 被收养人
    pub child: ChildBrief,
    /// The schedule and what was made of it.
    pub visits: Vec<FollowUpVisit>,
}

/// The case as this reader with these roles sees it. Whether they may see it at all is for the table of
/// rights. Who is at work on its assessment sees no more than that, whatever else they are in the office.
pub fn visible(case: &Case, roles: &BTreeSet<Role>, reader: UserId) -> CaseView {
    let any = |wanted: &[Role]| wanted.iter().any(|role| roles.contains(role));
    let assesses = any(&[Role::Assessor]) && has_open_task(case, reader);
    if any(&[Role::Registrar, Role::Leader, Role::Archivist]) && !assesses {
        let mut whole = case.clone();
        whole.assessment = assessment_for(case, reader);
        return CaseView::Whole(Box::new(whole));
    }
    if any(&[Role::Assessor]) {
        return CaseView::Assessment(Box::new(assessment_view(case, reader)));
    }
    CaseView::FollowUp(Box::new(follow_up_view(case)))
}

fn child_brief(case: &Case) -> ChildBrief {
    ChildBrief {
        name: case.child.new_name.clone().unwrap_or_else(|| case.child.name.clone()),
        sex: case.child.sex,
        birth_date: case.child.birth_date,
        health: case.child.health,
    }
}

/// The assessment with the sheets that this reader may see.
fn assessment_for(case: &Case, reader: UserId) -> Assessment {
    let mut assessment = case.assessment.clone();
    let raters: Vec<UserId> = assessment.assessors.iter().map(|assessor| assessor.user).collect();
    if let Some(scored) = &mut assessment.scored {
        scored.keep_sheets_of(reader, &raters);
    }
    assessment
}

fn assessment_view(case: &Case, reader: UserId) -> AssessmentView {
    let mut assessment = assessment_for(case, reader);
    // Who is tied to whom may tell of the placing side, and is for those who appoint.
    assessment.recusals.clear();
    assessment.withdrawals.clear();
    AssessmentView {
        version: case.version,
        number: case.number.clone(),
        stage: case.stage,
        adopters: case.adopters.clone(),
        child: child_brief(case),
        reason: case.reason.clone(),
        assessment,
    }
}

fn follow_up_view(case: &Case) -> FollowUpView {
    FollowUpView {
        version: case.version,
        number: case.number.clone(),
        stage: case.stage,
        names: case.adopters.iter().map(|adopter| adopter.name.clone()).collect(),
        residences: case.adopters.iter().map(|adopter| adopter.residence.clone()).collect(),
        telephones: case.adopters.iter().map(|adopter| adopter.telephone.clone()).collect(),
        child: child_brief(case),
        visits: case.visits.clone(),
    }
}
