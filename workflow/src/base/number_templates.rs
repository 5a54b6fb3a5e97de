//! How the office writes the numbers of what it gives out, as its configuration says.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How the office writes the numbers of what it gives out. Only the form of 收字 is remembered from
/// the 规范; the others are open, so each is configuration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NumberTemplates {
    /// 收养登记证字号
    pub certificate: String,
    /// 解除收养关系证明字号
    pub dissolution: String,
    /// 撤销收养登记决定书文号
    pub revocation: String,
    /// 补领登记字号
    pub replacement: String,
    /// 收养关系证明字号
    pub proof: String,
}

impl Default for NumberTemplates {
    fn default() -> Self {
        let of = |mark: &str| format!("（{{year}}）{{province}}{{county}}{mark}字{{serial:5}}");
        NumberTemplates {
            certificate: of("收"),
            dissolution: of("解"),
            revocation: of("撤"),
            replacement: of("补"),
            proof: of("证"),
        }
    }
}

impl NumberTemplates {
    /// Whether every template names the year and the serial once, nothing unknown, and no two are
    /// the same, so that no number is given twice.
    pub fn are_sound(&self) -> bool {
        let all = [
            &self.certificate,
            &self.dissolution,
            &self.revocation,
            &self.replacement,
            &self.proof,
        ];
        let distinct = (1..all.len()).all(|place| {
            let earlier = all.get(..place).unwrap_or_default();
            all.get(place).is_none_or(|template| !earlier.contains(template))
        });
        distinct && all.into_iter().all(|template| is_sound(template))
    }
}

/// Year and serial once, provinces and counties at will, no other braces, at most sixty characters.
fn is_sound(template: &str) -> bool {
    let widths: Vec<usize> =
        (1..=8).filter(|width| template.contains(&serial_mark(*width))).collect();
    let [width] = widths.as_slice() else { return false };
    let once = |mark: &str| template.matches(mark).count() == 1;
    let plain = template
        .replace("{year}", "")
        .replace("{province}", "")
        .replace("{county}", "")
        .replace(&serial_mark(*width), "");
    once("{year}")
        && once(&serial_mark(*width))
        && !plain.contains(['{', '}'])
        && !template.chars().any(|character| character.is_control() || character.is_whitespace())
        && template.chars().count() <= 60
}

/// Where a number has its serial, filled with zeros to a width.
pub(crate) fn serial_mark(width: usize) -> String {
    format!("{{serial:{width}}}")
}
