//! 捐赠与收养不挂钩 (SEQ-14): what a gift may not carry, who looks before it is taken, what makes the
//! leader look before approving, and who withdraws over a gift.

use crate::facts::DonationReview;
use chrono::NaiveDate;

use super::time::periods::months_after;
use crate::base::act::Act;
use crate::base::message::Message;
use crate::base::office_rules::OfficeRules;
use crate::base::rule::{Violation, rules};
use crate::base::stage::Stage;
use crate::case::{Case, PaperKind, Slot};
use crate::facts::Facts;
use crate::identity::ResidentId;

rules! {
    /// A gift names no adoption.
    NO_LINK = "DN-D2", Some("SEQ-14"),
        "《慈善法》第四十条；《公益事业捐赠法》第四条", "Charity Law art. 40; Donation Law art. 4", Derived,
        "捐赠记录不得涉及收养，不得载明办件编号、公民身份号码或者其他个案标识",
        "a donation names no adoption, no number of a case, no identity number and no identifier";
    /// Nothing is taken before the leader has looked.
    RELEASED = "DN-D3", Some("SEQ-14"),
        "《公益事业捐赠法》第四条", "Donation Law art. 4", Derived,
        "捐赠须经复核后方可接受", "a donation may be taken only after its review";
    /// A gift of a party is kept waiting or let go for written reasons only.
    REASONS = "DN-D3.reasons", Some("SEQ-14"),
        "《公益事业捐赠法》第四条", "Donation Law art. 4", Derived,
        "与收养当事人相关的捐赠事项，复核须写明理由；不予放行的一律写明理由",
        "the review of what touches a party to an adoption, and every hold that is upheld, states its reasons";
    /// Who reviews has seen what is found.
    SEEN = "DN-D3.seen", Some("SEQ-14"),
        "《公益事业捐赠法》第四条", "Donation Law art. 4", Derived,
        "复核事项已有变化，请重新查看后再办理", "what was found has changed; read it again before reviewing";
    /// The leader has looked before approving.
    LOOKED_AT = "DN-D4", Some("SEQ-14"),
        "《公益事业捐赠法》第四条；《慈善法》第四十条", "Donation Law art. 4; Charity Law art. 40", Derived,
        "批准前须先完成捐赠事项复核", "the review of donations comes before the approval";
    /// Who took a gift withdraws.
    RECUSED = "DN-D8", Some("SEQ-14"),
        "《公益事业捐赠法》第四条；《收养评估办法（试行）》第十二条（回避）",
        "Donation Law art. 4; Assessment Measures art. 12 (recusal)", Derived,
        "申报收受过当事人馈赠的人员应当回避，由他人接办",
        "who declared a gift from a party withdraws from the case, and another takes it over";
    /// The institution receives, never the bureau.
    RECIPIENT = "DN-D9.recipient", Some("SEQ-14"),
        "《公益事业捐赠法》第十条、第十一条", "Donation Law arts. 10 and 11", Verified,
        "受赠人须为儿童福利机构，民政部门不得作为受赠人",
        "the recipient is the welfare institution, never the civil affairs department";
    /// Two persons count.
    COUNTERS = "DN-D9.counters", Some("SEQ-14"),
        "DB15/T 3988-2025《儿童福利机构接收捐赠管理规范》", "DB15/T 3988-2025", SecondHand,
        "须有两名不同的清点人", "two different persons count the gift";
    /// A receipt is given once.
    RECEIPT = "DN-D9.receipt", Some("SEQ-14"),
        "《公益事业捐赠法》第十六条至第二十二条", "Donation Law arts. 16 to 22", Derived,
        "票据号码已用于另一笔捐赠", "the number of the receipt was used for another donation";
    /// Used as agreed, and no more than was given.
    AS_AGREED = "DN-D9.use", Some("SEQ-14"),
        "《公益事业捐赠法》第十二条、第十六条至第二十二条", "Donation Law arts. 12 and 16 to 22", Derived,
        "捐赠须按约定用途使用，使用合计不得超过所受捐赠",
        "a gift is used as agreed, and no more of it than was given";
    /// Each act has its place.
    IN_ORDER = "DN-D9.order", Some("SEQ-14"),
        "《公益事业捐赠法》第十六条至第二十二条", "Donation Law arts. 16 to 22", Derived,
        "该捐赠现处的状态不允许此操作", "the state of the donation does not allow this";
}

/// How a case stands towards a gift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Where the case stands.
    pub stage: Stage,
    /// When the parties applied.
    pub applied_on: NaiveDate,
    /// The day of its newest act.
    pub last_on: NaiveDate,
}

impl Standing {
    /// Whether nothing more is to be done in the case.
    fn is_over(&self) -> bool {
        matches!(self.stage, Stage::Closed | Stage::NotAccepted | Stage::Refused | Stage::Withdrawn)
    }

    /// Whether a gift of this day by a party of the case is held: while the case is open, and for
    /// some months after its newest act (DN-D3).
    pub fn holds_a_gift(&self, given_on: NaiveDate, rules: &OfficeRules) -> bool {
        !self.is_over() || given_on <= months_after(self.last_on, rules.donation_open_months)
    }

    /// Whether a gift of this day makes the leader look before approving: one made after the parties
    /// applied, or in some months before (DN-D4).
    pub fn is_looked_at_for(&self, given_on: NaiveDate, rules: &OfficeRules) -> bool {
        let undecided = self.stage.is_before_registration() && !self.is_over();
        undecided && self.applied_on <= months_after(given_on, rules.donation_lookback_months)
    }
}

/// The leader has looked before approving. No clock stands still for it.
pub fn is_looked_at(facts: &Facts) -> Option<Violation> {
    (facts.donation_review == DonationReview::Waiting).then(|| {
        LOOKED_AT
            .broken_because("见 GET /v1/donation-holds", "see GET /v1/donation-holds")
            .at("donation_holds")
    })
}

/// Who declared a gift from a party takes no more part in the case. What harms a child they still
/// report, like everybody (未成年人保护法 art. 11), and an act that opens a case is of no case yet.
pub fn is_not_recused(case: &Case, act: Act, facts: &Facts) -> Option<Violation> {
    let is_left = act.opens_a_case() || act == Act::ReportIncident;
    (case.is_recused(facts.actor.id) && !is_left).then(|| RECUSED.broken())
}

/// What the leader is told beside the approval: who did not sign that no gift was given, and who
/// withdrew over one. Neither stands in its way: not to sign takes no right from anybody (DN-D7).
pub fn beside_the_approval(case: &Case) -> Vec<Message> {
    let statement = |party| Slot::of(PaperKind::NoDonationDeclaration, party);
    let unsigned = case.unsigned_statements.iter();
    let unsigned = unsigned.filter(|note| !case.is_filled(statement(note.party))).map(|note| {
        let (party, on) = (note.party, note.refused_on);
        Message::with_days(
            format!("{}于{{on}}拒绝签署无捐赠承诺声明书，不影响依法批准", party.printed()),
            format!(
                "{} refused on {{on}} to sign that no gift was given; the approval does not depend on it",
                party.word()
            ),
            [("on", on)],
        )
    });
    let taken = case.gift_declarations.iter().filter(|said| said.declared.is_taken());
    let recused = taken.map(|said| {
        let (name, on) = (&said.by.name, said.on);
        Message::with_days(
            format!("{name}于{{on}}申报收受过当事人馈赠，已回避"),
            format!("{name} declared a gift from a party on {{on}} and has withdrawn"),
            [("on", on)],
        )
    });
    unsigned.chain(recused).collect()
}

/// Words by which a gift is tied to an adoption.
const WORDS: [&str; 8] = ["收养", "领养", "送养", "抱养", "收養", "領養", "送養", "adopt"];
/// What stands before the digits of the number of a case or certificate.
const MARKS: [&str; 2] = ["收件", "收字"];
/// Letters of an identifier without its hyphens.
const IDENTIFIER: usize = 32;

/// A text of the ledger ties the gift to no adoption. A blank, a hyphen or a full-width digit hides
/// nothing. Names of children are not looked for here: an answer would tell who is one.
pub fn names_no_adoption(field: &str, text: &str) -> Option<Violation> {
    // Whoever draws a pension (领养老金) adopts nobody.
    let plain = plain(text).replace("领养老", "领老");
    let tied = WORDS.iter().any(|word| plain.contains(word))
        || MARKS.iter().any(|mark| has_number_after(&plain, mark))
        || has_identity_number(&plain)
        || has_identifier(&plain);
    tied.then(|| NO_LINK.broken().at(field))
}

/// Letters and digits alone, full-width ones as plain ones, in small letters.
fn plain(text: &str) -> String {
    let half_width = |character: char| match character {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
        }
        character => character,
    };
    let letters = text.chars().map(half_width).filter(|character| character.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

fn has_number_after(plain: &str, mark: &str) -> bool {
    plain.match_indices(mark).any(|(place, _)| {
        let after = plain.get(place + mark.len()..).unwrap_or_default();
        after.chars().take(4).filter(char::is_ascii_digit).count() == 4
    })
}

fn has_identity_number(plain: &str) -> bool {
    let characters: Vec<char> = plain.chars().collect();
    characters.windows(18).any(|window| {
        let number: String = window.iter().map(char::to_ascii_uppercase).collect();
        ResidentId(number).parts().is_ok()
    })
}

fn has_identifier(plain: &str) -> bool {
    plain.split(|character: char| !character.is_ascii_hexdigit()).any(|run| run.len() >= IDENTIFIER)
}
