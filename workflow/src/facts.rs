//! Everything looked up for a decision: time, people, other cases, the office's configuration.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::access::Role;
use crate::base::calendar::Calendar;
use crate::base::document::DocumentKind;
use crate::base::ids::{CaseId, UserId};
use crate::base::office_rules::OfficeRules;
use crate::case::{Actor, Case, FiledPaper, Party, Procedure};
use crate::identity::{Division, ResidentId};
use crate::indicator::IndicatorSet;
use crate::staff::{Agency, Standing};

/// 收养登记机关
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Office {
    /// 机关名称
    pub name: String,
    /// The county it serves.
    pub division: Division,
    /// Short name of the province for 收字 numbers, such as 渝.
    pub province_short: String,
    /// Short name of the county for 收字 numbers, such as 足.
    pub county_short: String,
    /// 地址
    pub address: String,
    /// 联系电话
    pub telephone: String,
    /// 全宗号
    pub fonds: String,
}

/// A character of a name or text that no font of the house has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unprintable {
    /// The path of the field in the command.
    pub field: String,
    /// The character.
    pub character: char,
}

/// What a command asks to be looked up for its data alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lookup {
    /// The case of a sibling, by its number.
    Sibling(String),
    /// A person to be appointed as an assessor.
    Assessor(UserId),
    /// A person to whom a case is to be handed.
    Officer(UserId),
}

/// Another case in which a person of this case takes part (SEQ-16).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherCase {
    /// 办件编号 of the other case.
    pub number: String,
    /// Whom it shares with this case.
    pub party: Party,
    /// Whether it was accepted or has formed an adoption; one merely applied for is not counted.
    pub accepted_or_standing: bool,
    /// Whether that case is open or its adoption stands.
    pub open_or_standing: bool,
    /// Whether its child has a number of this child's: then it is the same, whatever else is said.
    pub same_number: bool,
    /// Whether its child is called alike and is another all the same: their own papers bear different
    /// numbers.
    pub told_apart: bool,
    /// The day it was registered, where that adoption stands: its child is one of the adopters' own.
    pub registered_on: Option<NaiveDate>,
    /// Whether the quota does not count it (民法典 arts. 1100(2), 1103).
    pub outside_the_quota: bool,
}

/// The case of a sibling, for a file set that both share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiblingFile {
    /// The number of the first case of the set.
    pub file_set: String,
    /// Whether that case forms an adoption that is not registered yet.
    pub is_open: bool,
    /// The numbers of its adopters, in order.
    pub adopters: Vec<ResidentId>,
    /// Its papers.
    pub papers: Vec<FiledPaper>,
}

/// What is known of a person who may be appointed to assess.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssessorRecord {
    /// The account.
    pub user: UserId,
    /// The name.
    pub name: String,
    /// Whether the account is active and holds the role.
    pub is_active_assessor: bool,
    /// The qualification on file, if any.
    pub qualification: Option<String>,
    /// The last day the qualification is valid.
    pub valid_until: Option<NaiveDate>,
    /// What else is on file.
    pub standing: Option<Standing>,
    /// The body they assess for.
    pub agency: Option<Agency>,
}

/// What is known of a person who may take a case over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficerRecord {
    /// The account and the name.
    pub actor: Actor,
    /// Whether the account is active and holds the role of registrar.
    pub is_active_registrar: bool,
}

/// A document of the case as the press has made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentRecord {
    /// What it is.
    pub kind: DocumentKind,
    /// Whom it concerns.
    pub party: Option<Party>,
    /// SHA-256 of its bytes.
    pub digest: String,
    /// Number of pages.
    pub pages: u32,
    /// How often it was printed.
    pub prints: u32,
}

/// The adoption's own case, as the procedures after its registration look it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdoptionRecord {
    /// Which case.
    pub id: CaseId,
    /// The case as it stands.
    pub case: Case,
}

/// Another case that is open for the same adoption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenLater {
    /// 办件编号
    pub number: String,
    /// Which procedure.
    pub procedure: Procedure,
}

/// How the blind check of gifts stands for a case. Only who approves is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DonationReview {
    /// No gift touches the case, or the reader is not to know.
    #[default]
    NoneNeeded,
    /// The leader has yet to look.
    Waiting,
    /// The leader has looked at every gift that touches the case.
    Reviewed,
}

/// The facts of one decision. Nothing in them changes while it is made.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The legal day, Asia/Shanghai.
    pub today: NaiveDate,
    /// The person who acts.
    pub actor: Actor,
    /// The roles that person holds today.
    pub roles: BTreeSet<Role>,
    /// The office.
    pub office: Office,
    /// The office's configuration where the law's own number or form is not verified.
    pub rules: OfficeRules,
    /// Days of rest and make-up working days.
    pub calendar: Calendar,
    /// Characters in the command, or in the case where it is to be printed, that cannot be printed.
    pub unprintable: Vec<Unprintable>,
    /// The next number of the series this command draws from, held under lock; 0 for a command
    /// that draws none.
    pub next_in_series: u32,
    /// Other cases of the persons of this case, looked up under lock where a rule crosses cases.
    pub other_cases: Vec<OtherCase>,
    /// The case of a sibling whom the same adopters adopt, where the application names one.
    pub sibling: Option<SiblingFile>,
    /// Records of the persons a command names as assessors.
    pub assessors: Vec<AssessorRecord>,
    /// Records of the person a command names as the new officer.
    pub officers: Vec<OfficerRecord>,
    /// Whether the serial of the blank was used before.
    pub blank_serial_used: bool,
    /// The adoption a later procedure is about, locked where the act opens or concludes one.
    pub adoption: Option<Box<AdoptionRecord>>,
    /// Other cases that are open for that adoption.
    pub open_later: Vec<OpenLater>,
    /// Whether the certificate number of a late entry is in the ledger already.
    pub certificate_number_used: bool,
    /// The documents of the case that are made.
    pub documents: Vec<DocumentRecord>,
    /// How the blind check of gifts stands; looked up for a leader alone.
    pub donation_review: DonationReview,
    /// The indicator set that an assessment which begins today is scored by, if the office has put one in
    /// force.
    pub indicator_set: Option<Arc<IndicatorSet>>,
}

impl Facts {
    /// Whether a document was printed at least once.
    pub fn was_printed(&self, kind: DocumentKind) -> bool {
        self.documents.iter().any(|document| document.kind == kind && document.prints > 0)
    }
}
