//! What an office configures, because the law's own number or form was not verified.
//!
//! The gates themselves never bend; only these numbers do, each within its bounds, and each change
//! is a logged act of its own.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::assessment_work::AssessmentWork;
use super::number_templates::NumberTemplates;
use super::open_points::OpenPoints;
use super::opening::Opening;
use super::second_factor::SecondFactor;
use super::text::{LINE, is_written_well};

/// The office's configuration of periods and numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfficeRules {
    /// Full days of integration (评估办法 art. 8; remembered). 1 to 180.
    pub integration_days: u32,
    /// Days within which the report is due after consent (评估办法 art. 10; remembered). 1 to 180.
    pub assessment_days: u32,
    /// Months a report stays valid (derived). 1 to 36.
    pub report_valid_months: u32,
    /// Home visits an assessment needs (derived). 1 to 10.
    pub home_visits: u32,
    /// Days within which a registered case is archived (档案办法 art. 6; remembered). 1 to 180.
    pub archive_days: u32,
    /// Months after registration at which visits are due (derived), ascending. 1 to 12 entries.
    pub follow_up_months: Vec<u32>,
    /// The same for a disabled child of an institution (derived from a local notice). 1 to 12 entries.
    #[serde(default = "months_of_a_disabled_orphan")]
    pub follow_up_months_disabled_orphan: Vec<u32>,
    /// The same for a child of kin or of the spouse (derived). 1 to 12 entries.
    #[serde(default = "months_of_kin_or_a_stepchild")]
    pub follow_up_months_kin_or_stepchild: Vec<u32>,
    /// Days before its due day from which a visit after the adoption may be made (derived). 0 to 60.
    pub follow_up_window_days: u32,
    /// Full days a revocation hangs on the notice board (规范; remembered). 1 to 90.
    #[serde(default = "posting_days")]
    pub posting_days: u32,
    /// How the numbers of what is given out are written (规范; 收字 remembered, the others open).
    #[serde(default)]
    pub numbers: NumberTemplates,
    /// Days before its end from which a deadline counts as approaching. 1 to 60.
    pub approaching_days: u32,
    /// Months after the newest act of a case during which a gift of its parties is held (derived). 1 to
    /// 120.
    #[serde(default = "months_a_gift_is_held")]
    pub donation_open_months: u32,
    /// Months before an application in which a gift makes the leader look (derived). 1 to 120.
    #[serde(default = "months_looked_back")]
    pub donation_lookback_months: u32,
    /// Names that the office had when it registered on paper, as its old certificates bear them. At most
    /// 20.
    #[serde(default)]
    pub former_names: Vec<String>,
    /// What the law leaves open.
    #[serde(default)]
    pub open_points: OpenPoints,
    /// When a second factor is asked for.
    #[serde(default)]
    pub second_factor: SecondFactor,
    /// The least work of an assessment that is scored (derived).
    #[serde(default)]
    pub assessment_work: AssessmentWork,
    /// When the office receives people, and how many may come by appointment.
    #[serde(default)]
    pub opening: Opening,
    /// Whether assessments are scored by the house's own set until the office has loaded one (derived).
    #[serde(default)]
    pub scored_by_the_default_set: bool,
    /// Whether nobody assesses a case that they work (derived); an office of two people may say no.
    #[serde(default = "apart")]
    pub assessors_apart_from_officers: bool,
    /// Whether a search finds names by the letters with which their characters are read (姓名拼音首字母).
    #[serde(default)]
    pub search_by_initials: bool,
}

impl Default for OfficeRules {
    fn default() -> Self {
        OfficeRules {
            integration_days: 30,
            assessment_days: 60,
            report_valid_months: 12,
            home_visits: 2,
            archive_days: 60,
            follow_up_months: vec![1, 6, 12, 24],
            follow_up_months_disabled_orphan: months_of_a_disabled_orphan(),
            follow_up_months_kin_or_stepchild: months_of_kin_or_a_stepchild(),
            follow_up_window_days: 15,
            posting_days: posting_days(),
            numbers: NumberTemplates::default(),
            approaching_days: 7,
            donation_open_months: months_a_gift_is_held(),
            donation_lookback_months: months_looked_back(),
            former_names: Vec::new(),
            open_points: OpenPoints::default(),
            second_factor: SecondFactor::default(),
            assessment_work: AssessmentWork::default(),
            opening: Opening::default(),
            scored_by_the_default_set: false,
            assessors_apart_from_officers: apart(),
            search_by_initials: false,
        }
    }
}

/// Two years: a guess of the house, which the office may change.
fn months_a_gift_is_held() -> u32 {
    24
}

/// One year: a guess of the house, which the office may change.
fn months_looked_back() -> u32 {
    12
}

/// 1, 6, 12, 24, 36 and 60 months, as one province's notice has it.
fn months_of_a_disabled_orphan() -> Vec<u32> {
    vec![1, 6, 12, 24, 36, 60]
}

/// Whoever works a case does not assess it.
fn apart() -> bool {
    true
}

/// Thirty days.
fn posting_days() -> u32 {
    30
}

/// One visit after six months.
fn months_of_kin_or_a_stepchild() -> Vec<u32> {
    vec![6]
}

/// One to twelve visits, each later than the one before, none after eighteen years.
fn is_a_schedule(months: &[u32]) -> bool {
    let ascends = months.windows(2).all(|pair| match pair {
        [earlier, later] => earlier < later,
        _ => true,
    });
    let in_bounds =
        (1..=12).contains(&months.len()) && months.iter().all(|months| (1..=216).contains(months));
    ascends && in_bounds
}

/// At most twenty, each a text of one line.
fn are_names(names: &[String]) -> bool {
    names.len() <= 20 && names.iter().all(|name| is_written_well(name, LINE))
}

impl OfficeRules {
    /// The names of the fields that are out of their bounds.
    pub fn out_of_bounds(&self) -> Vec<&'static str> {
        let points = &self.open_points;
        let checks = [
            ("integration_days", (1..=180).contains(&self.integration_days)),
            ("assessment_days", (1..=180).contains(&self.assessment_days)),
            ("report_valid_months", (1..=36).contains(&self.report_valid_months)),
            ("home_visits", (1..=10).contains(&self.home_visits)),
            ("archive_days", (1..=180).contains(&self.archive_days)),
            ("follow_up_months", is_a_schedule(&self.follow_up_months)),
            (
                "follow_up_months_disabled_orphan",
                is_a_schedule(&self.follow_up_months_disabled_orphan),
            ),
            (
                "follow_up_months_kin_or_stepchild",
                is_a_schedule(&self.follow_up_months_kin_or_stepchild),
            ),
            ("follow_up_window_days", self.follow_up_window_days <= 60),
            ("posting_days", (1..=90).contains(&self.posting_days)),
            ("numbers", self.numbers.are_sound()),
            ("approaching_days", (1..=60).contains(&self.approaching_days)),
            ("donation_open_months", (1..=120).contains(&self.donation_open_months)),
            ("donation_lookback_months", (1..=120).contains(&self.donation_lookback_months)),
            ("former_names", are_names(&self.former_names)),
            ("open_points.rescued_child_months", points.rescued_child_months <= 36),
            ("open_points.guardianship_revoked_months", points.guardianship_revoked_months <= 36),
            ("second_factor.fresh_minutes", (1..=30).contains(&self.second_factor.fresh_minutes)),
            ("opening", self.opening.is_sound()),
        ];
        checks
            .into_iter()
            .chain(self.assessment_work.bounds())
            .filter(|(_, holds)| !holds)
            .map(|(name, _)| name)
            .collect()
    }
}
