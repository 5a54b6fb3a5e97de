//! A case (办件) of one procedure, as its events make it.

mod actor;
pub mod aftermath;
pub mod application;
pub mod assessment;
pub mod change;
pub mod decision;
pub mod hearing;
pub mod kinship;
pub mod later;
mod paper_names;
mod paper_names_in_english;
pub mod papers;
pub mod people;
pub mod placer;
pub mod present;
pub mod procedure;
pub mod residency;
pub mod scan;
pub mod terms;
pub mod time;
pub mod turns;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use actor::Actor;
pub use aftermath::{Aftermath, EndedBy, Standing};
pub use application::Application;
pub use assessment::Assessment;
pub use decision::{Approval, Archive, Ending, Issue, Proposal, Registration};
pub use hearing::{Check, CheckKind, CheckOutcome, Consent, Guidance, Inquiry, SigningManner};
pub use kinship::{BirthParent, KinRelation, Kinship};
pub use later::Later;
pub use papers::{FiledPaper, PaperKind, PaperState, Slot};
pub use people::{Adopter, Child, ChildKind, Party, Wishes};
pub use placer::{
    Institution, OtherParent, OtherParentState, Placer, PlacingGuardian, PlacingParents,
    PlacingPerson, SupportDutyPerson,
};
pub use procedure::Procedure;
pub use residency::Residency;
pub use time::TimeNotes;
pub use turns::{Correction, GiftDeclaration, Loan, Mandate, Service, UnsignedStatement};

use crate::base::ids::UserId;
use crate::base::pause::Pause;
use crate::base::stage::Stage;

/// 受理: the application and the materials are complete.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Acceptance {
    /// The day of acceptance.
    pub on: NaiveDate,
    /// The day the last paper of the complete set was received; the review clock starts the day
    /// after (登记办法 art. 8(1)).
    pub complete_on: NaiveDate,
}

/// 寻找弃婴（儿童）生父母公告
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct PublicNotice {
    /// The newspaper.
    pub newspaper: String,
    /// The day of publication, which is not counted.
    pub published_on: NaiveDate,
    /// The last of its full days, rolled over rest days.
    pub last_day: NaiveDate,
}

/// 认领: somebody claims to be the child's parent or guardian.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Claim {
    /// Its number in the case, from 1.
    pub number: u32,
    /// The day it was raised.
    pub raised_on: NaiveDate,
    /// Who claims, and as what.
    pub claimant: String,
    /// How it was settled.
    pub settlement: Option<ClaimSettlement>,
}

/// How a claim was settled, on a police or court paper.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct ClaimSettlement {
    /// The day.
    pub on: NaiveDate,
    /// Whether the claimant is the parent or guardian.
    pub outcome: ClaimOutcome,
    /// The leader's reasons.
    pub reasons: String,
}

/// What a police or court paper says of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClaimOutcome {
    /// 认领不成立
    Unfounded,
    /// 认领成立: the child's parents are found and the adoption cannot go on.
    Founded,
}

/// 收养后回访
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct FollowUpVisit {
    /// Which of the scheduled visits, from 1.
    pub number: u32,
    /// The day it is due.
    pub due_on: NaiveDate,
    /// The visit itself, once made.
    pub made: Option<decision::VisitMade>,
}

/// One case, as its events make it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Case {
    /// Number of events folded; the version an approval binds to and `If-Match` names.
    pub version: u32,
    /// 办件编号
    pub number: String,
    /// Which procedure it carries.
    #[serde(default)]
    pub procedure: Procedure,
    /// What only a procedure after the registration has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub later: Option<Box<Later>>,
    /// What became of the adoption after its registration.
    #[serde(default)]
    pub aftermath: Aftermath,
    /// The kind of child.
    pub kind: ChildKind,
    /// Where it stands.
    pub stage: Stage,
    /// 经办人: who took the application in, or took the case over since.
    pub officer: Actor,
    /// Everybody who was the officer before.
    pub former_officers: Vec<UserId>,
    /// The day of the application.
    pub applied_on: NaiveDate,
    /// 收养人, one or two.
    pub adopters: Vec<Adopter>,
    /// The day on which an adopter's number of children was stated anew, where it was.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub children_restated: BTreeMap<Party, NaiveDate>,
    /// 被收养人
    pub child: Child,
    /// 送养人
    pub placer: Placer,
    /// 有抚养义务的人, of an orphan.
    pub support_duty: Vec<SupportDutyPerson>,
    /// Whether their written consent is demanded.
    pub support_duty_consent_needed: bool,
    /// The adopter's kinship with a birth parent.
    pub kinship: Option<Kinship>,
    /// Since when the adopters raise the child without registration; it relaxes no condition.
    pub raised_since: Option<NaiveDate>,
    /// The number of the first case of siblings adopted together.
    pub file_set: Option<String>,
    /// 收养原因
    pub reason: String,
    /// What the parties ask for.
    pub wishes: Wishes,
    /// Papers filed.
    pub papers: Vec<FiledPaper>,
    /// Corrections asked for (一次性告知).
    pub corrections: Vec<Correction>,
    /// Mandates between spouses that were drawn up.
    pub mandates: Vec<Mandate>,
    /// Statements that a party did not sign (拒签).
    #[serde(default)]
    pub unsigned_statements: Vec<UnsignedStatement>,
    /// What those who act in the case said of gifts from its parties.
    #[serde(default)]
    pub gift_declarations: Vec<GiftDeclaration>,
    /// Papers served on parties (送达).
    pub services: Vec<Service>,
    /// Readings of the archived volume.
    pub loans: Vec<Loan>,
    /// Checks made with other authorities.
    pub checks: Vec<Check>,
    /// Acceptance, once made.
    pub acceptance: Option<Acceptance>,
    /// The public notice that stands.
    pub notice: Option<PublicNotice>,
    /// Claims raised.
    pub claims: Vec<Claim>,
    /// The assessment that stands.
    pub assessment: Assessment,
    /// Integrations that were broken off.
    pub broken_integrations: Vec<assessment::BrokenIntegration>,
    /// Incidents reported.
    pub incidents: Vec<assessment::Incident>,
    /// Records of inquiry that stand, one for each person asked.
    pub inquiries: Vec<Inquiry>,
    /// Consents that stand.
    pub consents: Vec<Consent>,
    /// Guidance given.
    pub guidance: Vec<Guidance>,
    /// The proposal that stands.
    pub proposal: Option<Proposal>,
    /// The approval that stands.
    pub approval: Option<Approval>,
    /// Registration, once made.
    pub registration: Option<Registration>,
    /// Issue of the certificate, once made.
    pub issue: Option<Issue>,
    /// Archiving, once done.
    pub archive: Option<Archive>,
    /// Scheduled visits after the adoption.
    pub visits: Vec<FollowUpVisit>,
    /// How the case ended without registration.
    pub ending: Option<Ending>,
    /// Stretches of the review clock that earlier notices and assessments stopped.
    pub past_pauses: Vec<Pause>,
    /// The day the child's data last changed; a notice published before it speaks of other data.
    pub child_changed_on: Option<NaiveDate>,
    /// Everybody who was ever appointed to assess this case.
    pub assessed_by: Vec<UserId>,
    /// Number of changes of fact recorded, each with its own paper.
    pub changes: u32,
    /// A party who has died, which ends the possibility of adopting.
    pub died: Option<Party>,
    /// Ends of clocks that passed, and clocks that a change of the calendar moved.
    pub time: TimeNotes,
    /// The day of the newest event.
    pub last_on: NaiveDate,
}

impl Case {
    /// The parties who adopt.
    pub fn adopting_parties(&self) -> impl Iterator<Item = (Party, &Adopter)> {
        [Party::FirstAdopter, Party::SecondAdopter].into_iter().zip(&self.adopters)
    }

    /// The parties who place the child.
    pub fn placing_parties(&self) -> impl Iterator<Item = Party> + use<> {
        let parties: Vec<Party> =
            self.placer.parties().into_iter().map(|placing| placing.party).collect();
        parties.into_iter()
    }

    /// All who adopt and all who place.
    pub fn sides(&self) -> Vec<Party> {
        self.adopting_parties().map(|(party, _)| party).chain(self.placing_parties()).collect()
    }

    /// The adopter a party names, if it names one of this case.
    pub fn adopter(&self, party: Party) -> Option<&Adopter> {
        self.adopting_parties().find(|(known, _)| *known == party).map(|(_, adopter)| adopter)
    }

    /// The day to which an adopter's number of children speaks: of the application, or of the change
    /// that stated it anew.
    pub fn children_stated_on(&self, party: Party) -> NaiveDate {
        self.children_restated.get(&party).copied().unwrap_or(self.applied_on)
    }

    /// The name of a party as it signs: of the placer, the responsible person.
    pub fn signing_name(&self, party: Party) -> Option<&str> {
        match party {
            Party::FirstAdopter | Party::SecondAdopter => {
                self.adopter(party).map(|adopter| adopter.name.as_str())
            }
            Party::Placer | Party::SecondPlacer => {
                let placing = self.placer.parties().into_iter();
                placing.filter(|placing| placing.party == party).map(|placing| placing.name).next()
            }
            Party::OtherParent => {
                self.placer.other_parent().and_then(|parent| parent.name.as_deref())
            }
            Party::Child => Some(&self.child.name),
            Party::Guardian => self.acting_guardian().map(|guardian| guardian.name.as_str()),
            Party::InterestedPerson => self.later.as_deref()?.request.interested_person(),
        }
    }

    /// 收养登记证字号: of a registration, or of one that is being entered late, which holds the number
    /// of the paper until it is confirmed or declined.
    pub fn certificate_number(&self) -> Option<&str> {
        if let Some(registration) = &self.registration {
            return Some(&registration.certificate_number);
        }
        let entered = self.procedure == Procedure::LateEntry && self.stage == Stage::Applied;
        let later = self.later.as_deref().filter(|_| entered)?;
        Some(&later.adoption.certificate_number)
    }

    /// The guardian who applies for a minor adoptee, in a procedure after the registration.
    pub fn acting_guardian(&self) -> Option<&present::PresentGuardian> {
        self.later.as_deref()?.request.guardian()
    }

    /// Papers of a slot that still stand: neither rejected nor void.
    pub fn standing_papers(&self, slot: Slot) -> impl Iterator<Item = &FiledPaper> {
        self.papers.iter().filter(move |paper| {
            paper.slot == slot
                && matches!(paper.state, PaperState::Filed | PaperState::Verified { .. })
        })
    }

    /// Whether a slot is filled: at least one paper verified and none waiting to be looked at.
    pub fn is_filled(&self, slot: Slot) -> bool {
        let mut standing = self.standing_papers(slot).peekable();
        standing.peek().is_some() && standing.all(FiledPaper::is_verified)
    }

    /// Number of verified papers of a kind that concern the whole case.
    pub fn verified_papers(&self, paper: PaperKind) -> usize {
        let slot = Slot::of_case(paper);
        self.papers.iter().filter(|filed| filed.slot == slot && filed.is_verified()).count()
    }

    /// The claim that halts the case, if one is open.
    pub fn open_claim(&self) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.settlement.is_none())
    }

    /// The incident that bars the case, if one is open.
    pub fn open_incident(&self) -> Option<&assessment::Incident> {
        self.incidents.iter().find(|incident| incident.closed_on.is_none())
    }

    /// Whether a signed report is filed and verified, which ends the assessors' task.
    pub fn report_is_filed(&self) -> bool {
        self.is_filled(Slot::of_case(PaperKind::AssessmentReport))
    }

    /// Whether a person is appointed to assess this case.
    pub fn is_assessor(&self, user: UserId) -> bool {
        self.assessment.assessors.iter().any(|assessor| assessor.user == user)
    }

    /// Whether a person declared a gift of a party, and so takes no more part in the case (回避).
    pub fn is_recused(&self, user: UserId) -> bool {
        let mut taken = self.gift_declarations.iter().filter(|said| said.declared.is_taken());
        taken.any(|said| said.by.id == user)
    }

    /// Whether a person was ever appointed to assess this case.
    pub fn was_assessor(&self, user: UserId) -> bool {
        self.assessed_by.contains(&user)
    }
}
