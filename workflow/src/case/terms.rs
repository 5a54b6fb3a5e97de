//! What a case is searched by: the numbers of its papers, the names and the telephones of its people, each in
//! the one way of writing in which it is compared.

use std::collections::BTreeSet;

use pinyin::ToPinyinMulti;
use schemars::JsonSchema;
use serde::Serialize;
use strum::IntoStaticStr;

use super::Case;
use crate::identity::names::compared_name;
use crate::identity::telephone::compared_telephone;
use crate::identity::writing::compared_number;

/// How many characters of a name its beginning has at most.
const BEGINNING: usize = 4;
/// How many ways of reading a name are searched by: some characters are read in several.
const READINGS: usize = 8;

/// What a term is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum TermKind {
    /// 办件编号
    CaseNumber,
    /// 收养登记证字号
    CertificateNumber,
    /// 公民身份号码, or the number of another document of identity
    IdentityNumber,
    /// 出生医学证明编号, 捡拾报案证明编号, 入院登记编号
    PaperNumber,
    /// 姓名, whole
    Name,
    /// 联系电话
    Telephone,
    /// How a name begins
    NameBeginning,
    /// 姓名拼音首字母: with which letter each character of a name is read
    NameInitials,
    /// 送养机构, by which only the institution itself finds the cases of its children
    Placer,
}

impl TermKind {
    /// The word in JSON.
    pub fn word(self) -> &'static str {
        self.into()
    }
}

/// What a case is found by.
pub type Term = (TermKind, String);

impl Case {
    /// Everything the case is found by.
    pub fn terms(&self) -> BTreeSet<Term> {
        let mut terms = Terms::default();
        terms.number(TermKind::CaseNumber, Some(&self.number));
        terms.number(TermKind::CertificateNumber, self.certificate_number());
        for adopter in &self.adopters {
            terms.person(&adopter.name, &adopter.resident_id.0, &adopter.telephone);
        }
        terms.child(self);
        for person in self.placer.persons() {
            terms.person(&person.name, &person.resident_id.0, &person.telephone);
        }
        if let Some(other) = self.placer.other_parent() {
            terms.name(other.name.as_deref());
            let number = other.resident_id.as_ref().map(|number| number.0.as_str());
            terms.number(TermKind::IdentityNumber, number);
        }
        let institution = self.placer.institution();
        terms.0.extend(institution.map(|institution| of_placer(&institution.name)));
        terms.0
    }
}

/// By what the cases are found whose children an institution of this name places.
pub fn of_placer(name: &str) -> Term {
    (TermKind::Placer, compared_name(name))
}

/// What a text that somebody searches for may be. A text of one blank or of none is nothing. The letters
/// with which the characters of a name are read are looked for where the office wants that.
pub fn asked(text: &str, by_initials: bool) -> BTreeSet<Term> {
    let mut terms = Terms::default();
    for kind in [
        TermKind::CaseNumber,
        TermKind::CertificateNumber,
        TermKind::IdentityNumber,
        TermKind::PaperNumber,
    ] {
        terms.number(kind, Some(text));
    }
    terms.telephone(text);
    let name = compared_name(text);
    let length = name.chars().count();
    if length > 0 {
        terms.0.insert((TermKind::Name, name.clone()));
    }
    if (1..=BEGINNING).contains(&length) {
        terms.0.insert((TermKind::NameBeginning, name));
    }
    let letters = text.trim().to_ascii_lowercase();
    let are_letters = letters.len() > 1 && letters.chars().all(|one| one.is_ascii_lowercase());
    if by_initials && are_letters {
        terms.0.insert((TermKind::NameInitials, letters));
    }
    terms.0
}

/// With which letters the characters of a name are read, in every way of reading it; nothing where one is no
/// Chinese character.
fn initials(name: &str) -> Vec<String> {
    let mut readings = vec![String::new()];
    for character in name.chars() {
        let letters: BTreeSet<char> = character
            .to_pinyin_multi()
            .into_iter()
            .flatten()
            .filter_map(|reading| reading.plain().chars().next())
            .collect();
        readings = readings
            .iter()
            .flat_map(|begun| letters.iter().map(move |letter| format!("{begun}{letter}")))
            .take(READINGS)
            .collect();
    }
    readings
}

#[derive(Default)]
struct Terms(BTreeSet<Term>);

impl Terms {
    fn person(&mut self, name: &str, resident_id: &str, telephone: &str) {
        self.name(Some(name));
        self.number(TermKind::IdentityNumber, Some(resident_id));
        self.telephone(telephone);
    }

    fn child(&mut self, case: &Case) {
        let child = &case.child;
        self.name(Some(&child.name));
        self.name(child.new_name.as_deref());
        let resident_id = child.resident_id.as_ref().map(|number| number.0.as_str());
        self.number(TermKind::IdentityNumber, resident_id);
        for number in [
            &child.birth_certificate_number,
            &child.finding_certificate_number,
            &child.entry_number,
        ] {
            self.number(TermKind::PaperNumber, number.as_deref());
        }
    }

    fn number(&mut self, kind: TermKind, number: Option<&str>) {
        let compared = number.map(compared_number).filter(|number| !number.is_empty());
        self.0.extend(compared.map(|number| (kind, number)));
    }

    fn telephone(&mut self, number: &str) {
        let compared = compared_telephone(number);
        if !compared.is_empty() {
            self.0.insert((TermKind::Telephone, compared));
        }
    }

    fn name(&mut self, name: Option<&str>) {
        let Some(name) = name.map(compared_name).filter(|name| !name.is_empty()) else { return };
        let length = name.chars().count();
        self.0.extend(initials(&name).into_iter().map(|text| (TermKind::NameInitials, text)));
        for count in 1..=BEGINNING.min(length) {
            self.0.insert((TermKind::NameBeginning, name.chars().take(count).collect()));
        }
        self.0.insert((TermKind::Name, name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_found(terms: &BTreeSet<Term>, text: &str) -> Vec<TermKind> {
        asked(text, true).intersection(terms).map(|(kind, _)| *kind).collect()
    }

    #[test]
    fn a_name_is_found_whole_and_by_its_beginning_however_it_is_typed() {
        let mut terms = Terms::default();
        terms.person("欧阳小明", "51010419900307234X", "028-8555 1234 转 12");
        let terms = terms.0;
        assert_eq!(is_found(&terms, "欧阳小明"), [TermKind::Name, TermKind::NameBeginning]);
        assert_eq!(is_found(&terms, " 欧 阳 "), [TermKind::NameBeginning]);
        assert_eq!(is_found(&terms, "欧"), [TermKind::NameBeginning]);
        assert!(is_found(&terms, "阳小").is_empty());
        assert!(is_found(&terms, "").is_empty());
        assert!(is_found(&terms, " ").is_empty());
    }

    #[test]
    fn a_number_is_found_in_every_way_of_writing_it() {
        let mut terms = Terms::default();
        terms.person("欧阳小明", "51010419900307234X", "028-8555 1234 转 12");
        let terms = terms.0;
        for typed in
            ["51010419900307234x", "510104 19900307 234X", "５１０１０４１９９００３０７２３４Ｘ"]
        {
            assert_eq!(is_found(&terms, typed), [TermKind::IdentityNumber], "{typed}");
        }
        for typed in ["02885551234", "(028) 8555-1234", "+86 28 8555 1234", "028-85551234转12"] {
            assert_eq!(is_found(&terms, typed), [TermKind::Telephone], "{typed}");
        }
        assert!(is_found(&terms, "8555").is_empty());
    }

    #[test]
    fn a_name_is_found_by_the_letters_it_is_read_with_where_the_office_wants_that() {
        let mut terms = Terms::default();
        terms.name(Some("单晓曾"));
        let terms = terms.0;
        // 单 is read shàn as a name, dān otherwise; 曾 zēng or céng.
        for typed in ["sxz", "SXC", " dxz "] {
            assert_eq!(is_found(&terms, typed), [TermKind::NameInitials], "{typed}");
        }
        assert!(is_found(&terms, "sx").is_empty());
        assert!(asked("sxz", false).intersection(&terms).next().is_none());
        let mut foreign = Terms::default();
        foreign.name(Some("Anna李"));
        assert!(foreign.0.iter().all(|(kind, _)| *kind != TermKind::NameInitials));
    }

    #[test]
    fn a_name_of_many_readings_has_few_terms() {
        assert!(initials(&"单曾".repeat(10)).len() <= READINGS);
    }
}
