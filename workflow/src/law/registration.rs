//! 登记、颁证: the parties in person, the facts of the day, the certificate.

use super::adopter::RECORD;
use super::documents_required::missing;
use super::exemptions::is_exempt;
use super::input;
use crate::base::document::DocumentKind;
use crate::base::rule::{Violation, rules};
use crate::base::text::LINE;
use crate::case::decision::{Attendance, ShownDocument};
use crate::case::{Case, Check, CheckKind, CheckOutcome, PaperKind, Party, Procedure, Slot};
use crate::facts::Facts;
use crate::identity::writing::is_same_number;

rules! {
    /// The parties come in person.
    IN_PERSON = "REG-5.1", Some("SEQ-8"),
        "《中国公民收养子女登记办法》第五条第一款", "Registration Measures art. 5(1)", Verified,
        "收养关系当事人应当亲自到场办理登记", "each party must come in person to register";
    /// A mandate replaces a spouse, nobody else.
    MANDATE = "REG-5.2", Some("SEQ-8"),
        "《中国公民收养子女登记办法》第五条第二款", "Registration Measures art. 5(2)", Verified,
        "夫妻一方不能亲自前往的，须有经证明或者公证的委托书委托另一方办理",
        "only a spouse may be replaced, by the other spouse with a certified mandate";
    /// The identity card is shown.
    CARD_SHOWN = "IDC-14", Some("SEQ-8"),
        "《居民身份证法》第十四条", "Resident Identity Card Law art. 14", Verified,
        "办理收养登记须出示身份证件，号码须与申请一致",
        "the identity document must be shown and its number must agree with the application";
    /// The facts are confirmed that day.
    CONFIRMED_TODAY = "REG-8.1.day", Some("SEQ-8"),
        "《中国公民收养子女登记办法》第八条第一款；《民法典》第一千零九十八条",
        "Registration Measures art. 8(1); Civil Code art. 1098", Derived,
        "登记当日须核实收养人和被收养人的情况", "the facts must be confirmed on the day of registration";
    /// What was confirmed speaks for the adoption.
    STILL_FIT = "CC-1098.day", Some("SEQ-8"),
        "《民法典》第一千零九十八条、第一千一百零一条", "Civil Code arts. 1098, 1101", Verified,
        "登记当日核实的情况不符合收养条件", "what was confirmed today does not meet the conditions";
    /// Every name can be printed.
    PRINTABLE = "HOUSE-GLYPH", Some("SEQ-8"),
        "姓名用字须能正确印制", "names must be printable", Derived,
        "含有字库没有的字，不能印制", "it has a character that the fonts do not have";
    /// The blank's serial is used once.
    BLANK_ONCE = "SPEC-N3", Some("SEQ-8"),
        "《收养登记工作规范》（证件管理）", "Work Specification (management of certificates)", SecondHand,
        "收养登记证印制号已经使用", "the serial of this blank was used before";
    /// The certificate was printed.
    CERTIFICATE_PRINTED = "SPEC-19.print", Some("SEQ-8b"),
        "《收养登记工作规范》（颁证）", "Work Specification (issue)", SecondHand,
        "颁证前须打印收养登记证", "the certificate must be printed before it is issued";
    /// Issue happens on the day of registration.
    SAME_DAY = "SPEC-19.day", Some("SEQ-8b"),
        "《收养登记工作规范》（颁证）", "Work Specification (issue)", Remembered,
        "未在登记当日颁证的须说明原因", "a certificate not issued on the day of registration needs a reason";
}

/// The serial of a blank is written well, and no other paper has it.
pub fn blank_is_new(serial: &str, facts: &Facts) -> Vec<Violation> {
    let used = facts.blank_serial_used.then(|| BLANK_ONCE.broken().at("blank_serial"));
    input::text("blank_serial", serial, LINE).into_iter().chain(used).collect()
}

/// What must be confirmed on the day: of each adopter the record and
/// the marriage, of the child its care.
pub fn confirmations_needed(case: &Case) -> Vec<(CheckKind, Party)> {
    let record = !is_exempt(case, RECORD.id);
    let of_adopters = case.adopting_parties().flat_map(|(party, _)| {
        let criminal_record = record.then_some((CheckKind::CriminalRecord, party));
        criminal_record.into_iter().chain([(CheckKind::MaritalStatus, party)])
    });
    of_adopters.chain([(CheckKind::CareOfChild, Party::Child)]).collect()
}

/// Each needed confirmation was made today, once, and none speaks against the adoption.
pub fn confirmed_today(case: &Case, confirmations: &[Check], facts: &Facts) -> Vec<Violation> {
    let mut violations = Vec::new();
    for adverse in confirmations.iter().filter(|made| made.outcome == CheckOutcome::Adverse) {
        let (name, party) = (adverse.check.printed(), adverse.party.word());
        violations
            .push(STILL_FIT.broken_because(name, format!("{name} of {party}")).at("confirmations"));
    }
    for (check, party) in confirmations_needed(case) {
        let made = confirmations.iter().filter(|made| {
            made.check == check && made.party == party && made.checked_on == facts.today
        });
        if made.count() != 1 {
            let (name, party) = (check.printed(), party.word());
            violations.push(
                CONFIRMED_TODAY
                    .broken_because(
                        format!("须有且仅有一次{name}"),
                        format!("{name} of {party}, once"),
                    )
                    .at("confirmations"),
            );
        }
    }
    violations
}

/// Every party takes part in person with the document shown; a mandate may replace one spouse.
pub fn all_attend(case: &Case, attendance: &[Attendance]) -> Vec<Violation> {
    let mut violations = Vec::new();
    let parties = who_attends(case);
    if attendance.iter().any(|attending| !parties.contains(&attending.party())) {
        violations.push(IN_PERSON.broken().at("attendance"));
    }
    for party in parties {
        let mut of_party = attendance.iter().filter(|attending| attending.party() == party);
        match (of_party.next(), of_party.next()) {
            (Some(Attendance::InPerson { shown, number, .. }), None) => {
                violations.extend(document_agrees(case, party, *shown, number));
            }
            (Some(Attendance::RepresentedBySpouse { .. }), None) => {
                violations.extend(mandate_holds(case, party, attendance));
            }
            _ => violations.push(IN_PERSON.broken().at(format!("attendance.{}", party.word()))),
        }
    }
    violations
}

/// Every party of the adoption takes part.
pub fn who_attends(case: &Case) -> Vec<Party> {
    let adopters = case.adopting_parties().map(|(party, _)| party);
    adopters.chain(case.placing_parties()).chain([Party::Child]).collect()
}

/// The documents a party may show, so that some number of the case agrees with one.
pub fn documents_to_show(case: &Case, party: Party) -> Vec<ShownDocument> {
    let of_child = [
        case.child.resident_id.as_ref().map(|number| number.0.clone()),
        case.child.entry_number.clone(),
        case.child.birth_certificate_number.clone(),
        case.child.finding_certificate_number.clone(),
    ];
    let of_others = case.placer.parties().into_iter().map(|placing| placing.resident_id.0.clone());
    let of_others = of_others
        .chain(case.adopters.iter().map(|adopter| adopter.resident_id.0.clone()))
        .chain(case.acting_guardian().map(|guardian| guardian.resident_id.0.clone()));
    let numbers: Vec<String> = of_child.into_iter().flatten().chain(of_others).collect();
    let agrees = |shown: &ShownDocument| {
        numbers.iter().any(|number| document_agrees(case, party, *shown, number).is_none())
    };
    ShownDocument::ALL.into_iter().filter(agrees).collect()
}

/// Whether the spouse may come in the place of this party.
pub fn may_be_represented(case: &Case, party: Party) -> bool {
    let others = case.adopting_parties().filter(|(other, _)| *other != party);
    let with_spouse: Vec<Attendance> = others
        .map(|(party, adopter)| Attendance::InPerson {
            party,
            shown: ShownDocument::IdentityCard,
            number: adopter.resident_id.0.clone(),
        })
        .collect();
    mandate_holds(case, party, &with_spouse).is_none()
}

pub(super) fn document_agrees(
    case: &Case,
    party: Party,
    shown: ShownDocument,
    number: &str,
) -> Option<Violation> {
    let card = matches!(shown, ShownDocument::IdentityCard | ShownDocument::TemporaryIdentityCard);
    let agrees = match party {
        Party::Child => match &case.child.resident_id {
            Some(resident_id) => {
                let by_another_number = matches!(
                    shown,
                    ShownDocument::EntryRecord
                        | ShownDocument::BirthCertificate
                        | ShownDocument::FindingCertificate
                );
                !by_another_number && is_same_number(&resident_id.0, number)
            }
            None => {
                let on_record = match shown {
                    ShownDocument::EntryRecord => case.child.entry_number.as_deref(),
                    ShownDocument::BirthCertificate => {
                        case.child.birth_certificate_number.as_deref()
                    }
                    ShownDocument::FindingCertificate => {
                        case.child.finding_certificate_number.as_deref()
                    }
                    _ => None,
                };
                on_record.is_some_and(|known| is_same_number(known, number))
            }
        },
        Party::Placer | Party::SecondPlacer => {
            let placing = case.placer.parties().into_iter().find(|placing| placing.party == party);
            card && placing.is_some_and(|placing| is_same_number(&placing.resident_id.0, number))
        }
        Party::Guardian => {
            card && case
                .acting_guardian()
                .is_some_and(|guardian| is_same_number(&guardian.resident_id.0, number))
        }
        Party::OtherParent | Party::InterestedPerson => false,
        Party::FirstAdopter | Party::SecondAdopter => {
            card && case
                .adopter(party)
                .is_some_and(|adopter| is_same_number(&adopter.resident_id.0, number))
        }
    };
    (!agrees).then(|| CARD_SHOWN.broken().at(format!("attendance.{}", party.word())))
}

fn mandate_holds(case: &Case, party: Party, attendance: &[Attendance]) -> Option<Violation> {
    let spouse = match party {
        Party::FirstAdopter => Some(Party::SecondAdopter),
        Party::SecondAdopter => Some(Party::FirstAdopter),
        _ => None,
    };
    let field = format!("attendance.{}", party.word());
    let Some(spouse) = spouse.filter(|_| case.adopters.len() == 2) else {
        return Some(MANDATE.broken().at(field));
    };
    let spouse_is_here = attendance.iter().any(
        |attending| matches!(attending, Attendance::InPerson { party, .. } if *party == spouse),
    );
    if !spouse_is_here {
        return Some(MANDATE.broken().at(field));
    }
    let mandate = Slot::of(PaperKind::SpouseMandate, party);
    (!case.is_filled(mandate)).then(|| missing(&MANDATE, mandate))
}

/// Every character that is to be printed is in the fonts.
pub fn printable(facts: &Facts) -> Vec<Violation> {
    facts
        .unprintable
        .iter()
        .map(|unprintable| {
            let code = format!("U+{:04X}", u32::from(unprintable.character));
            let character = unprintable.character;
            PRINTABLE
                .broken_because(
                    format!(
                        "“{character}”（{code}）；请系统管理员将含有该字的字体放入字体目录（font_directory）后重新启动"
                    ),
                    format!(
                        "\"{character}\" ({code}); the administrator puts a font that has it into the font folder (font_directory) and restarts"
                    ),
                )
                .at(unprintable.field.clone())
        })
        .collect()
}

/// The certificate was printed before it is handed over.
pub fn certificate_printed(case: &Case, facts: &Facts) -> Option<Violation> {
    let paper = match case.procedure {
        Procedure::Dissolution => DocumentKind::DissolutionProof,
        // Only the first of these has an act that hands it over.
        Procedure::Formation
        | Procedure::Revocation
        | Procedure::Replacement
        | Procedure::Proof
        | Procedure::LateEntry => DocumentKind::Certificate,
    };
    (!facts.was_printed(paper)).then(|| CERTIFICATE_PRINTED.broken())
}
