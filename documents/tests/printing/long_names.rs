//! Names, addresses and opinions as long as they are taken: on every paper each word has its room, and
//! signatures stand with what is signed.

use guijia_documents::{Document, Marks};
use serde_json::Value;
use workflow::base::document::DocumentKind;
use workflow::cast::figures::{
    ASKED_CHILD, FATHER, FOUNDLING, GRANDFATHER, HUSBAND, MOTHER, PARENTS_CHILD, SINGLE,
    SUPPORTING_GRANDMOTHER, WIFE,
};

use crate::support::{Sheet, Word, keep, pages_of, print, sheets_of, text_of};

/// Whoever bears a short name in the samples.
const BEARERS: [&str; 10] = [
    HUSBAND.name,
    WIFE.name,
    SINGLE.name,
    FOUNDLING.name,
    ASKED_CHILD.name,
    FATHER.name,
    MOTHER.name,
    PARENTS_CHILD.name,
    GRANDFATHER.name,
    SUPPORTING_GRANDMOTHER,
];
/// How names go on after their first character.
pub const DOTTED: &str =
    "不都热合曼·阿不都克里木·依明尼亚孜·吐尔逊江·买合木提·艾合买提江·阿卜杜外力·肉孜阿吉";
const HAN: &str = "阳司徒上官诸葛令狐东方皇甫尉迟公孙轩辕钟离宇文长孙慕容司空端木百里呼延淳于单于太叔申屠仲孙澹台";
const LATIN: &str = "aria-Magdalena Konstantinopoulou Papadimitriou Ann";
const ONE_WORD: &str = "olfeschlegelsteinhausenbergerdorffwelchevoralterna";
const ADDRESS: &str = "新疆维吾尔自治区巴音郭楞蒙古自治州和静县巴音布鲁克镇赛罕陶海村四组幸福路二十七号附一号院内东起第三户";
/// The longest name and the longest address that an application takes.
pub const LONGEST: (usize, usize) = (50, 200);

/// A name of so many characters that begins as another does.
fn lengthened(name: &str, going_on: &str, length: usize) -> String {
    name.chars().take(1).chain(going_on.chars()).take(length).collect()
}

/// The same paper of people with long names, each at an address of its own.
pub fn of_long_names(
    document: &Document,
    going_on: &str,
    (name, address): (usize, usize),
) -> Document {
    let mut data = serde_json::to_value(document).unwrap();
    let mut addresses = 0;
    lengthen(&mut data, "", &mut |key, text| {
        // An institution that places may bear a name as long as an address.
        if key.ends_with("address") || key == "residence" || key == "placer" {
            addresses += 1;
            let long = text.chars().chain(ADDRESS.chars().cycle()).take(address - 3);
            *text = format!("{addresses:03}{}", long.collect::<String>());
            return;
        }
        for bearer in BEARERS {
            *text = text.replace(bearer, &lengthened(bearer, going_on, name));
        }
    });
    serde_json::from_value(data).unwrap()
}

/// Changes every text in some data, told under which key it stands.
fn lengthen(value: &mut Value, key: &str, change: &mut impl FnMut(&str, &mut String)) {
    match value {
        Value::String(text) => change(key, text),
        Value::Array(values) => values.iter_mut().for_each(|value| lengthen(value, key, change)),
        Value::Object(values) => {
            values.iter_mut().for_each(|(key, value)| lengthen(value, key, change));
        }
        _ => {}
    }
}

/// Whether two words stand over each other. Boxes are as high as their font allows, so those of close
/// lines touch; brackets that meet in one line stand within each other's white half.
fn collide(one: &Word, other: &Word) -> bool {
    let height = (one.bottom - one.top).min(other.bottom - other.top);
    let wide = one.right.min(other.right) - one.left.max(other.left);
    let high = one.bottom.min(other.bottom) - one.top.max(other.top);
    let of_one_line = (one.top - other.top).abs() < 0.1 * height;
    high > 0.4 * height && wide > if of_one_line { 1.1 * height } else { 2.0 }
}

/// Fails where a word stands over another or beyond the margins that printers need.
pub fn assert_room(name: &str, sheets: &[Sheet]) {
    const MARGIN: f64 = 25.0;
    for (page, sheet) in (1..).zip(sheets) {
        for (index, word) in sheet.words.iter().enumerate() {
            let inside = word.left > MARGIN
                && word.right < sheet.width - MARGIN
                && word.top > MARGIN / 2.0
                && word.bottom < sheet.height - MARGIN / 2.0;
            assert!(inside, "{name}, page {page}: {} runs off", word.text);
            let over = sheet.words[index + 1..].iter().find(|other| collide(word, other));
            let over = over.map(|other| &other.text);
            assert!(over.is_none(), "{name}, page {page}: {} and {over:?}", word.text);
        }
    }
}

#[test]
fn a_credential_has_one_sheet_and_every_name_whole() {
    let credentials =
        ["certificate", "certificate_single", "certificate_reissued", "dissolution_proof"];
    let samples = Document::samples();
    let samples = samples.iter().filter(|(name, _)| credentials.contains(name));
    let mut tried = 0;
    for (name, document) in samples {
        let copies = print(document, Marks::default()).pages;
        for (style, going_on, lengths) in [
            ("dotted", DOTTED, (24, 50)),
            ("dotted", DOTTED, LONGEST),
            ("han", HAN, LONGEST),
            ("latin", LATIN, LONGEST),
            ("one_word", ONE_WORD, LONGEST),
        ] {
            let document = of_long_names(document, going_on, lengths);
            let printed = print(&document, Marks::default());
            let name = format!("{name}_{style}_{}", lengths.0);
            keep(&name, &printed.bytes);
            assert_eq!(printed.pages, copies, "{name}");
            assert_room(&name, &sheets_of(&printed.bytes));
            let text = text_of(&printed.bytes).replace(' ', "");
            let whole = BEARERS.map(|bearer| lengthened(bearer, going_on, lengths.0));
            let data = serde_json::to_string(&document).unwrap();
            for bearer in whole.iter().filter(|bearer| data.contains(*bearer)) {
                assert!(text.contains(&bearer.replace(' ', "")), "{name}: {bearer}: {text}");
            }
            tried += 1;
        }
    }
    println!("{tried} credentials of long names");
}

/// What stands with the signatures or the seal at the end of a paper; of others nothing is asked.
fn last_words(kind: DocumentKind) -> &'static [&'static str] {
    match kind {
        DocumentKind::ConsentForm => &["真实意愿", "真实意思", "改变主意"],
        DocumentKind::SupportDutyConsent => &["真实意愿"],
        DocumentKind::AssessmentConsent => &["审查期限暂停计算"],
        DocumentKind::NoDonationDeclaration => &["以上声明真实"],
        DocumentKind::WithdrawalRecord => &["可以重新申请"],
        DocumentKind::VisitRecord => &["等级"],
        DocumentKind::ApplicationReceipt => &["咨询电话"],
        DocumentKind::AdoptionProof => &["收养关系存续", "已经不存在", "自始没有"],
        DocumentKind::ResultNotice => &["请注意"],
        DocumentKind::ApplicationForm
        | DocumentKind::DissolutionApplication
        | DocumentKind::RevocationApplication
        | DocumentKind::ReplacementApplication
        | DocumentKind::ProofApplication => &["声明"],
        _ => &[],
    }
}

/// Fails where the last sheet bears signatures or a seal alone, which would prove nothing.
fn assert_words_with_signatures(name: &str, kind: DocumentKind, pages: &[String]) {
    let last = pages.last().unwrap().replace('\n', "");
    let words = last_words(kind);
    assert!(words.is_empty() || words.iter().any(|word| last.contains(word)), "{name}: {last}");
}

#[test]
fn on_every_paper_the_longest_names_have_room_and_signatures_their_words() {
    for (name, document) in Document::samples() {
        let printed = print(&of_long_names(&document, DOTTED, LONGEST), Marks::default());
        keep(&format!("{name}_longest"), &printed.bytes);
        assert_room(name, &sheets_of(&printed.bytes));
        assert_words_with_signatures(name, document.kind(), &pages_of(&printed.bytes));
    }
}

#[test]
fn signatures_have_their_words_where_names_are_long() {
    let signed = |document: &Document| !last_words(document.kind()).is_empty();
    for (name, document) in Document::samples().into_iter().filter(|(_, one)| signed(one)) {
        let printed = print(&of_long_names(&document, DOTTED, (24, 50)), Marks::default());
        assert_words_with_signatures(name, document.kind(), &pages_of(&printed.bytes));
    }
}

#[test]
fn what_officials_and_applicants_write_at_length_has_room() {
    const WRITTEN: [&str; 4] = ["reason", "text", "opinion", "remarks"];
    const SENTENCE: &str = "双方家庭商定由我们抚养孩子，愿意依法承担责任。";
    let has_a_place_to_sign = |document: &Document| {
        matches!(
            document,
            Document::ApprovalForm(_)
                | Document::LateEntryForm(_)
                | Document::ReplacementApprovalForm(_)
                | Document::ReplacementApplication(_)
                | Document::DissolutionApplication(_)
        )
    };
    let mut tried = 0;
    for (name, document) in
        Document::samples().into_iter().filter(|(_, one)| has_a_place_to_sign(one))
    {
        for length in [300, 4000] {
            let mut data = serde_json::to_value(&document).unwrap();
            lengthen(&mut data, "", &mut |key, text| {
                if WRITTEN.contains(&key) {
                    *text = SENTENCE.chars().cycle().take(length).collect();
                    tried += 1;
                }
            });
            let document = serde_json::from_value(data).unwrap();
            let printed = print(&document, Marks::default());
            keep(&format!("{name}_text_{length}"), &printed.bytes);
            assert_room(name, &sheets_of(&printed.bytes));
        }
    }
    println!("{tried} long texts have room");
}
