//! 身份证件: the documents by which a person who has no resident identity card is known.
//!
//! What is checked is the form of the number, and its check character where there is one. The forms
//! of the cards of Hong Kong, Macau and Taiwan and of passports are remembered, not read: their checks
//! hold on the numbers that are published as examples.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, VariantArray};

use super::dictionaries::Nationality;
use super::writing::{compared_number, read_number};
use super::{ResidentId, forms};
use crate::base::words::{all, word};

/// The kind of document (证件类型).
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    JsonSchema,
    EnumCount,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
pub enum DocumentType {
    /// 居民身份证; the residence permits of Hong Kong, Macau and Taiwan residents have such numbers too
    ResidentCard,
    /// 十五位居民身份证, which stands in old archives only (GB 11643-1989)
    OldResidentCard,
    /// 港澳居民来往内地通行证
    HongKongMacauPermit,
    /// 台湾居民来往大陆通行证
    TaiwanPermit,
    /// 香港居民身份证
    HongKongCard,
    /// 澳门居民身份证
    MacauCard,
    /// 台湾地区居民身份证
    TaiwanCard,
    /// 中华人民共和国护照
    ChinesePassport,
    /// 外国护照
    ForeignPassport,
    /// 外国人永久居留身份证: eighteen digits that begin with 9, or three letters and twelve digits on
    /// older cards, which stay valid (GA 2102-2023).
    ForeignPermanentResidenceCard,
}

impl DocumentType {
    /// Every kind.
    pub const ALL: [DocumentType; DocumentType::COUNT] = all(DocumentType::VARIANTS);

    /// The name printed on papers.
    pub fn printed(self) -> &'static str {
        match self {
            DocumentType::ResidentCard => "居民身份证",
            DocumentType::OldResidentCard => "居民身份证（十五位）",
            DocumentType::HongKongMacauPermit => "港澳居民来往内地通行证",
            DocumentType::TaiwanPermit => "台湾居民来往大陆通行证",
            DocumentType::HongKongCard => "香港居民身份证",
            DocumentType::MacauCard => "澳门居民身份证",
            DocumentType::TaiwanCard => "台湾地区居民身份证",
            DocumentType::ChinesePassport => "中华人民共和国护照",
            DocumentType::ForeignPassport => "外国护照",
            DocumentType::ForeignPermanentResidenceCard => "外国人永久居留身份证",
        }
    }

    /// Whether it is a foreigner's, so that it names a state.
    pub fn names_a_state(self) -> bool {
        matches!(self, DocumentType::ForeignPassport | DocumentType::ForeignPermanentResidenceCard)
    }

    /// How its numbers look, in Chinese and English.
    pub fn form(self) -> (&'static str, &'static str) {
        match self {
            DocumentType::ResidentCard => {
                ("十七位数字和一位校验码", "seventeen digits and a check character")
            }
            DocumentType::OldResidentCard => ("十五位数字", "fifteen digits"),
            DocumentType::HongKongMacauPermit => {
                ("字母H或者M和八位或者十位数字", "the letter H or M and eight or ten digits")
            }
            DocumentType::TaiwanPermit => ("八位或者十位数字", "eight or ten digits"),
            DocumentType::HongKongCard => (
                "一至二个字母、六位数字和一位校验码",
                "one or two letters, six digits and a check character",
            ),
            DocumentType::MacauCard => (
                "以1、5、7开头的七位数字和一位校验码",
                "seven digits that begin with 1, 5 or 7, and a check digit",
            ),
            DocumentType::TaiwanCard => {
                ("一个字母和九位数字，校验相符", "a letter and nine digits that check")
            }
            DocumentType::ChinesePassport => {
                ("一至二个字母和数字，共九位", "one or two letters and digits, nine characters")
            }
            DocumentType::ForeignPassport => {
                ("二十位以内的字母和数字", "up to twenty letters and digits")
            }
            DocumentType::ForeignPermanentResidenceCard => (
                "以9开头的十八位数字，校验码相符；旧证为三个字母和十二位数字",
                "eighteen digits that begin with 9 and check; on older cards three letters and twelve digits",
            ),
        }
    }
}

/// What is wrong with a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentFault {
    /// The number has not the form of its kind, or its check character does not fit.
    Number,
    /// A foreigner's document names no foreign state, or another document names one.
    Nationality,
}

/// A person's document, as it was given.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IdentityDocument {
    /// 证件类型
    pub document_type: DocumentType,
    /// 证件号码
    #[serde(deserialize_with = "read_number")]
    pub number: String,
    /// 国籍, of a foreigner's document: the state in three letters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nationality: Option<Nationality>,
}

impl IdentityDocument {
    /// Everything wrong with it.
    pub fn faults(&self) -> Vec<DocumentFault> {
        let is_foreign = self.nationality.as_ref().map(Nationality::is_foreign);
        let nationality_fits = if self.document_type.names_a_state() {
            is_foreign == Some(true)
        } else {
            is_foreign.is_none()
        };
        let faults = [
            (self.number_fits(), DocumentFault::Number),
            (nationality_fits, DocumentFault::Nationality),
        ];
        faults.into_iter().filter(|(fits, _)| !fits).map(|(_, fault)| fault).collect()
    }

    /// What papers call it: a foreign passport by its state.
    pub fn printed(&self) -> String {
        let state = self.nationality.as_ref().and_then(Nationality::printed);
        match (self.document_type, state) {
            (DocumentType::ForeignPassport, Some(state)) => format!("{state}护照"),
            (document_type, _) => document_type.printed().to_owned(),
        }
    }

    fn number_fits(&self) -> bool {
        let number = self.number.as_str();
        match self.document_type {
            DocumentType::ResidentCard => ResidentId(number.to_owned()).parts().is_ok(),
            DocumentType::OldResidentCard => forms::is_old_resident_id(number),
            DocumentType::HongKongMacauPermit => forms::is_hong_kong_macau_permit(number),
            DocumentType::TaiwanPermit => forms::is_taiwan_permit(number),
            DocumentType::HongKongCard => forms::is_hong_kong_card(number),
            DocumentType::MacauCard => forms::is_macau_card(number),
            DocumentType::TaiwanCard => forms::is_taiwan_card(number),
            DocumentType::ChinesePassport => forms::is_chinese_passport(number),
            DocumentType::ForeignPassport => forms::is_foreign_passport(number),
            DocumentType::ForeignPermanentResidenceCard => {
                forms::is_permanent_residence_card(number)
            }
        }
    }

    /// Whether it is a resident identity card.
    pub fn is_resident_card(&self) -> bool {
        matches!(self.document_type, DocumentType::ResidentCard | DocumentType::OldResidentCard)
    }

    /// By what the holder is told again: two documents with the same words are of one person. A
    /// renewed permit keeps the number of its holder and counts on after it; a number of fifteen
    /// digits became one of eighteen.
    pub fn holder(&self) -> [String; 3] {
        let (document_type, beginning, end) = self.lasting();
        let state = self.nationality.as_ref().map(|state| state.0.clone());
        let number = compared_number(&format!("{beginning}{end}"));
        [word(&document_type), state.unwrap_or_default(), number]
    }

    /// The part of the number that stays with its holder, beside the kind it is of.
    fn lasting(&self) -> (DocumentType, &str, &str) {
        let part = |from: usize, to: usize| self.number.get(from..to).unwrap_or(&self.number);
        match self.document_type {
            DocumentType::HongKongMacauPermit => (self.document_type, part(0, 9), ""),
            DocumentType::TaiwanPermit => (self.document_type, part(0, 8), ""),
            DocumentType::ResidentCard if self.number.get(6..8) == Some("19") => {
                (DocumentType::OldResidentCard, part(0, 6), part(8, 17))
            }
            DocumentType::OldResidentCard => (self.document_type, part(0, 6), part(6, 15)),
            _ => (self.document_type, &self.number, ""),
        }
    }
}

#[cfg(test)]
mod tests;
