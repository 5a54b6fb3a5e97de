//! The work of a scored assessment: planned, done by two, and enough of it.

use chrono::NaiveDate;

use super::child::must_consent;
use crate::base::rule::{Violation, rules};
use crate::case::Case;
use crate::case::assessment::VisitMethod;
use crate::case::assessment::scored::Scored;
use crate::case::assessment::work::{ChildSays, EvidencePiece, MetAs, WorkRecord};
use crate::case::scan::Scan;
use crate::facts::Facts;
use crate::indicator::{Evidence, IndicatorSet, Part};

rules! {
    /// Points are given where a set was frozen at the consent.
    BY_A_SET = "EVAL-8.set", Some("SEQ-3"),
        "《收养评估办法（试行）》第八条（各地指标体系）", "Assessment Measures art. 8 (local indicator sets)", Derived,
        "本件同意评估时未启用评估指标，按文字评估办理",
        "no indicator set was in force when the applicants consented: this assessment is made in words";
    /// The plan comes first.
    PLANNED = "EVAL-9.3.plan", Some("SEQ-3"),
        "《收养评估办法（试行）》第九条第（三）项（评估方案，登记机关设定）",
        "Assessment Measures art. 9(3) (plan, set by the office)", Derived,
        "实施评估前须制定评估方案，查明家庭成员", "the assessment is planned first, and who lives in the home is found out";
    /// Enough work.
    ENOUGH_WORK = "EVAL-9.3.least", Some("SEQ-3"),
        "《收养评估办法（试行）》第九条第（三）项（最低工作量，登记机关设定）",
        "Assessment Measures art. 9(3) (least work, set by the office)", Derived,
        "面谈、走访、查阅须达到最低工作量", "interviews, visits and readings must reach the least number";
    /// Two go together.
    BY_TWO = "EVAL-6.two", Some("SEQ-3"),
        "《收养评估办法（试行）》第六条、第九条第（二）项", "Assessment Measures arts. 6, 9(2)", Derived,
        "面谈和走访须由两名以上评估人员共同进行", "two or more assessors interview and visit together";
    /// Heard alone.
    HEARD_ALONE = "CC-1104.alone", Some("SEQ-3"),
        "《民法典》第一千一百零四条；《未成年人保护法》第四条", "Civil Code art. 1104; Minors Protection Law art. 4", Derived,
        "收养申请人、八周岁以上未成年人须单独面谈，单独面谈时只能有一人在场",
        "each applicant and each child of eight or more is heard alone, and then one person is there";
    /// Evidence shows an item of the set.
    EVIDENCE = "EVAL-9.3.evidence", Some("SEQ-3"),
        "《收养评估办法（试行）》第九条第（三）项、第（四）项", "Assessment Measures art. 9(3), (4)", Derived,
        "佐证须为指标所要求的种类，并注明所证明的指标",
        "evidence is of a kind the item asks for, and names the items it shows";
    /// The files of an assessment can still be printed together.
    EVIDENCE_ROOM = "EVAL-9.4.files", Some("SEQ-3"),
        "《收养评估办法（试行）》第九条第（四）项（佐证文件数量，系统设定）",
        "Assessment Measures art. 9(4) (number of files, set by the system)", Derived,
        "一件评估最多存入六十份佐证文件，合计不超过一百兆字节",
        "an assessment keeps at most sixty files of evidence, of a hundred megabytes together";
    /// The child comes back safely.
    SAFE_RETURN = "EVAL-8.return", Some("SEQ-3"),
        "《收养评估办法（试行）》第八条；《未成年人保护法》第四条",
        "Assessment Measures art. 8; Minors Protection Law art. 4", Derived,
        "中断融合须写明原因类别，并记录孩子安全返回的日期、去处、交接人和状况",
        "where integration is broken off, the kind of reason and the child's safe return are recorded";
    /// The child's own no.
    CHILDS_NO = "CC-1104.no", Some("SEQ-3"),
        "《民法典》第一千一百零四条", "Civil Code art. 1104", Verified,
        "八周岁以上的被收养人不同意的，不得收养，评分不能改变",
        "a child of eight or more who says no is not adopted, whatever the points";
}

/// Files of evidence at most; the photos among them are printed with the report.
const MOST_FILES: usize = 60;
/// Bytes of them at most.
const MOST_BYTES: u64 = 100 * 1024 * 1024;

/// Whether one more file fits.
pub fn evidence_has_room(scored: &Scored, scan: &Scan) -> Option<Violation> {
    let bytes = scored.files.iter().map(|file| file.scan.size).sum::<u64>() + scan.size;
    let full = scored.files.len() >= MOST_FILES || bytes > MOST_BYTES;
    full.then(|| EVIDENCE_ROOM.broken())
}

/// The scored part of the assessment.
pub fn scored(case: &Case) -> Option<&Scored> {
    case.assessment.scored.as_deref()
}

/// What stands in the way of points where no set was frozen.
pub fn must_be_scored(case: &Case) -> Option<Violation> {
    scored(case).is_none().then(|| BY_A_SET.broken())
}

/// What stands in the way of work before it is planned.
pub fn must_be_planned(case: &Case) -> Option<Violation> {
    match scored(case) {
        None => must_be_scored(case),
        Some(scored) => scored.plan.is_none().then(|| PLANNED.broken()),
    }
}

/// A piece shows items of the set, each by a kind of evidence the item asks for.
pub fn shows_its_items(set: &IndicatorSet, piece: &EvidencePiece) -> bool {
    let parts = [Part::Capability, Part::Integration];
    let asked = |code: &String| {
        let of_items =
            parts.iter().find_map(|part| set.item(*part, code)).map(|item| &item.evidence);
        let of_bonus = set.capability.bonuses.iter().find(|bonus| bonus.code == *code);
        let of_veto = set.veto(code).map(|veto| &veto.evidence);
        of_items
            .or(of_bonus.map(|bonus| &bonus.evidence))
            .or(of_veto)
            .is_some_and(|kinds| kinds.contains(&piece.kind))
    };
    !piece.items.is_empty() && piece.items.iter().all(asked)
}

/// The newest word of the child on the adoption.
pub fn child_said(scored: &Scored) -> Option<(&WorkRecord, ChildSays)> {
    let mut said: Vec<_> = scored
        .records
        .iter()
        .filter_map(|record| record.child_says.map(|says| (record, says)))
        .collect();
    said.sort_by_key(|(record, _)| (record.on, record.ended_at, record.number));
    said.pop()
}

/// Whether a child of eight or more has said no, and not otherwise since.
pub fn childs_own_no(case: &Case) -> Option<Violation> {
    let (record, says) = child_said(case.assessment.scored.as_deref()?)?;
    let ends = says == ChildSays::SaysNo && must_consent(case.child.birth_date, record.on);
    ends.then(|| CHILDS_NO.broken())
}

/// The work that is missing, each with what it is about, by the ages of a day.
pub fn enough_work(case: &Case, on: NaiveDate, facts: &Facts) -> Vec<Violation> {
    let Some(scored) = case.assessment.scored.as_deref() else {
        return Vec::new();
    };
    let Some(plan) = &scored.plan else {
        return vec![PLANNED.broken()];
    };
    let done = Done { case, scored };
    let least = &facts.rules.assessment_work;
    let mut missing = Missing(Vec::new());
    for (party, who) in [MetAs::FirstAdopter, MetAs::SecondAdopter]
        .into_iter()
        .zip(case.adopting_parties())
        .map(|(who, (party, _))| (party, who))
    {
        let heard = done.count(|record| record.heard_alone(who));
        missing.unless(
            heard,
            least.interviews_alone,
            party.word(),
            ("单独面谈", "interviews alone"),
        );
    }
    for person in &plan.household.co_residents {
        let talked = done.interviews_with(MetAs::CoResident, &person.name, false);
        missing.unless(
            talked,
            1,
            "co_residents",
            ("与共同生活家庭成员面谈", "interviews of each co-resident"),
        );
    }
    for child in plan.household.children.iter().filter(|child| must_consent(child.birth_date, on)) {
        let talked = done.interviews_with(MetAs::OwnChild, &child.name, true);
        missing.unless(
            talked,
            1,
            "own_children",
            ("与家中八周岁以上未成年人单独面谈", "interviews of each own child of eight alone"),
        );
    }
    if must_consent(case.child.birth_date, on) {
        let heard = done.count(|record| record.heard_alone(MetAs::Child));
        missing.unless(heard, 1, "child", ("与被收养人单独面谈", "interviews of the child alone"));
    }
    let homes = done.count(|record| record.method == VisitMethod::HomeVisit);
    missing.unless(homes, facts.rules.home_visits, "home_visits", ("入户走访", "home visits"));
    let (visits, words) = (least.document_reviews, ("查阅资料", "readings of the papers"));
    let read = done.count(|record| record.method == VisitMethod::DocumentReview);
    missing.unless(read, visits, "document_reviews", words);
    missing.unless(
        done.neighbours(),
        least.neighbours,
        "neighbours",
        ("邻里和社区走访", "neighbours or the committee"),
    );
    missing.0
}

/// Home visits while the child lived there, which a finding of capability needs.
pub fn visited_with_the_child(case: &Case, facts: &Facts) -> Option<Violation> {
    let scored = case.assessment.scored.as_deref()?;
    let began = case.assessment.integration?.started_on;
    let done = Done { case, scored };
    let with_child = |record: &WorkRecord| {
        record.method == VisitMethod::HomeVisit && record.child_lives_there && record.on >= began
    };
    let wanted = facts.rules.assessment_work.home_visits_with_child;
    let wanted = wanted.max(scored.set.integration.min_visits);
    let mut missing = Missing(Vec::new());
    let words = ("孩子入住后的入户走访", "home visits while the child lives there");
    missing.unless(done.count(with_child), wanted, "home_visits_with_child", words);
    missing.0.pop()
}

/// What was done, by two of those who are appointed now.
struct Done<'a> {
    case: &'a Case,
    scored: &'a Scored,
}

impl Done<'_> {
    fn records(&self) -> impl Iterator<Item = &WorkRecord> {
        let by_those_appointed =
            |record: &&WorkRecord| record.assessors.iter().all(|user| self.case.is_assessor(*user));
        self.scored.records.iter().filter(by_those_appointed)
    }

    fn count(&self, counts: impl Fn(&WorkRecord) -> bool) -> usize {
        self.records().filter(|record| counts(record)).count()
    }

    fn interviews_with(&self, who: MetAs, name: &str, alone: bool) -> usize {
        self.count(|record| {
            let there = record.people.iter().any(|met| met.who == who && met.name == name);
            record.method == VisitMethod::Interview && there && (!alone || record.heard_alone(who))
        })
    }

    /// Neighbours by their names, and one for the committee.
    fn neighbours(&self) -> usize {
        let visits =
            self.records().filter(|record| record.method == VisitMethod::NeighbourhoodVisit);
        let people: Vec<_> = visits.flat_map(|record| &record.people).collect();
        let mut names: Vec<&str> = people
            .iter()
            .filter(|met| met.who == MetAs::Neighbour)
            .map(|met| met.name.as_str())
            .collect();
        names.sort_unstable();
        names.dedup();
        let committee = people.iter().any(|met| met.who == MetAs::Committee);
        names.len() + usize::from(committee)
    }
}

/// The violations gathered.
struct Missing(Vec<Violation>);

impl Missing {
    fn unless(&mut self, done: usize, wanted: u32, field: &str, (zh, en): (&str, &str)) {
        if done < wanted as usize {
            let said = ENOUGH_WORK.broken_because(
                format!("{zh}须{wanted}次，已有{done}次"),
                format!("{wanted} {en} are needed, {done} made"),
            );
            self.0.push(said.at(field));
        }
    }
}

/// The kinds of evidence among pieces.
pub fn kinds<'a>(pieces: impl Iterator<Item = &'a EvidencePiece>) -> Vec<Evidence> {
    pieces.map(|piece| piece.kind).collect()
}
