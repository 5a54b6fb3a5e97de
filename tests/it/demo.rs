//! `guijia demo`: whole cases of each kind and each turn through the interface, with every paper left
//! in a folder.

use std::path::{Path, PathBuf};

use tempfile::TempDir;
use tokio::process::Command;

use crate::support::database::{self, Backend};
use crate::support::program;

/// Papers of which there is one in each case.
const PAPERS: [&str; 10] = [
    "application_form",
    "application_receipt",
    "acceptance_notice",
    "public_notice",
    "assessment_notice",
    "assessment_report",
    "approval_form",
    "certificate",
    "dossier",
    "inquiry_record-adopter_1",
];

/// One demonstration: its arguments, how the case ends, and words it must tell.
struct Told {
    arguments: &'static [&'static str],
    ends: &'static str,
    tells: &'static [&'static str],
    leaves: &'static [&'static str],
}

/// Writes a test on each database for each demonstration, the one on SQLite under this name. What they write
/// to the database other stories write to both, so that on PostgreSQL they are told at length only.
macro_rules! demonstrations {
    ($sqlite:ident; $($name:ident: $arguments:expr => $ends:literal, $tells:expr, $leaves:expr;)*) => {
        $(
            mod $name {
                use super::*;

                const TOLD: Told = Told {
                    arguments: &$arguments,
                    ends: $ends,
                    tells: &$tells,
                    leaves: &$leaves,
                };

                #[tokio::test]
                async fn $sqlite() {
                    ends_as_the_law_says(Backend::Sqlite, &TOLD).await;
                }

                #[tokio::test]
                async fn postgresql_at_length() {
                    ends_as_the_law_says(Backend::Postgresql, &TOLD).await;
                }
            }
        )*
    };
}

demonstrations! {
    sqlite;
    hardship_parents: ["--kind", "hardship_parents"] => "办结",
        ["评估报告", "登记", "回访"], ["consent_form-placer_2", "result_notice", "visit_record"];
    institution_orphan: ["--kind", "institution_orphan"] => "办结",
        ["生父母死亡或者宣告死亡证明", "回访"], ["certificate", "dossier"];
    guardian_orphan: ["--kind", "guardian_orphan"] => "办结",
        ["有抚养义务的人同意送养的书面意见"], ["support_duty_consent", "dossier"];
    foundling: ["--kind", "foundling"] => "办结",
        ["捡拾报案证明", "公告"], ["public_notice", "certificate", "dossier"];
    incapable_parents: ["--kind", "incapable_parents"] => "办结",
        ["生父母无完全民事行为能力且有严重危害的证明"], ["certificate", "dossier"];
    collateral_kin: ["--kind", "collateral_kin"] => "办结",
        ["亲属关系证明"], ["consent_form-placer_2", "certificate", "dossier"];
    state_guardianship: ["--kind", "state_guardianship"] => "办结",
        ["信息核查", "回访"], ["certificate", "dossier"];
    rescued_child: ["--kind", "rescued_child"] => "办结",
        ["收养协议", "查找不到生父母或者其他监护人的证明"], ["adoption_agreement", "certificate"];
    stepchild: ["--kind", "stepchild"] => "办结",
        ["生父母另一方同意书", "结婚证", "登记"], ["certificate", "dossier"];
    no_further: ["--kind", "stepchild", "--until", "propose"] => "报批",
        ["报批"], ["application_form"];
    correction: ["--turn", "correction"] => "办结",
        ["一次性告知", "依法不予办理"], ["correction_notice", "service_receipt", "certificate"];
    refusal: ["--turn", "refusal"] => "不予登记",
        ["REG-8.1.check", "不予登记"], ["refusal_notice", "service_receipt"];
    withdrawal: ["--turn", "withdrawal"] => "已撤回",
        ["撤回申请", "依法不予办理"], ["withdrawal_record"];
    claim: ["--turn", "claim"] => "不予登记",
        ["REG-8.2.claim", "CC-1093.2"], ["refusal_notice"];
    incident: ["--turn", "incident"] => "不予登记",
        ["中断融合", "EVAL-11"], ["refusal_notice"];
    assessment_fails: ["--assessment", "fails"] => "不予登记",
        ["评分表", "告知评估结果", "依法不予办理"], ["assessment_report", "refusal_notice"];
    assessment_veto: ["--assessment", "veto"] => "不予登记",
        ["提请一票否决", "决定一票否决"], ["assessment_report", "refusal_notice"];
    replacement: ["--kind", "replacement"] => "办结",
        ["补发", "不再有效（replaced）"],
        ["replacement_application", "replacement_approval_form", "certificate", "dossier"];
    late_entry: ["--kind", "late_entry"] => "办结",
        ["补录核对", "办结"], ["late_entry_form"];
}

// Turns and later procedures that `procedures` tells act by act.
demonstrations! {
    sqlite_at_length;
    negative_report: ["--turn", "negative_report"] => "办结",
        ["EVAL-10.basis"], ["assessment_report", "certificate"];
    change_of_fact: ["--turn", "change_of_fact"] => "办结",
        ["情况变更", "EVAL-9.4"], ["certificate"];
    assessment_incident: ["--assessment", "incident"] => "办结",
        ["报告情形", "协商评分差异"], ["assessment_report", "certificate"];
    assessment_review: ["--assessment", "review"] => "审查",
        ["登记评估复核申请", "EVAL-12.review", "EVAL-10.review"], ["assessment_report"];
    assessment_break_off: ["--assessment", "break-off"] => "已撤回",
        ["记录融合情况", "中断融合"], ["assessment_notice"];
    assessment_offline: ["--assessment", "offline"] => "办结",
        ["EVAL-9.4.beside"], ["assessment_report", "certificate"];
    secrecy: ["--turn", "secrecy"] => "办结",
        ["变更请求", "CC-1110"], ["certificate"];
    dissolution_minor: ["--kind", "dissolution_minor"] => "办结",
        ["CC-1114.2", "解除登记", "不再有效（dissolved）"],
        ["dissolution_application", "dissolution_approval_form", "dissolution_proof", "dossier"];
    dissolution_adult: ["--kind", "dissolution_adult"] => "办结",
        ["解除登记", "不再有效（dissolved）"], ["dissolution_proof", "dossier"];
    revocation: ["--kind", "revocation"] => "办结",
        ["撤销决定", "张贴撤销决定", "SPEC-R1.posted", "不再有效（revoked）"],
        ["revocation_application", "revocation_decision", "service_receipt", "dossier"];
    proof: ["--kind", "proof"] => "办结",
        ["出具证明"], ["proof_application", "adoption_proof", "dossier"];
}

/// A demonstration ends at its stage, tells what matters, leaves its papers, and its log is sound.
async fn ends_as_the_law_says(backend: Backend, told: &Told) {
    let (said, out) = demonstrate(backend, told.arguments).await;
    let ending = format!("本件的结果：{}", told.ends);
    assert!(said.lines().any(|line| line == ending), "not {ending}:\n{said}");
    for words in told.tells {
        assert!(said.contains(words), "no {words} in\n{said}");
    }
    for paper in told.leaves {
        let path = out.path().join(format!("papers/{paper}.pdf"));
        assert!(path.exists(), "{paper} was not left");
    }
}

#[tokio::test]
async fn sqlite() {
    carries_a_whole_case(Backend::Sqlite).await;
}

#[tokio::test]
async fn postgresql() {
    carries_a_whole_case(Backend::Postgresql).await;
}

#[tokio::test]
async fn the_list_names_every_kind_and_turn_and_an_impossible_turn_is_refused() {
    let listed = program::run(&["demo", "--list"]).await;
    assert_eq!(listed.code, Some(0), "{}", listed.complained);
    for word in [
        "institution_foundling",
        "institution_orphan",
        "guardian_orphan",
        "foundling",
        "hardship_parents",
        "incapable_parents",
        "collateral_kin",
        "state_guardianship",
        "rescued_child",
        "stepchild",
        "correction",
        "secrecy",
        "dissolution_minor",
        "late_entry",
    ] {
        assert!(listed.said.contains(word), "{}", listed.said);
    }
    let directory = TempDir::new().expect("a directory");
    let out = directory.path().display().to_string();
    let impossible =
        program::run(&["demo", "--kind", "stepchild", "--turn", "claim", "--out", &out]).await;
    assert_ne!(impossible.code, Some(0));
    assert!(impossible.complained.contains("--list"), "{}", impossible.complained);
}

async fn carries_a_whole_case(backend: Backend) {
    let (said, out) = demonstrate(backend, &[]).await;
    acts_are_told(&said);
    papers_are_left(&out.path().join("papers")).await;
}

/// Runs a demonstration in an office of its own, and checks its log and its rows after it.
async fn demonstrate(backend: Backend, arguments: &[&str]) -> (String, TempDir) {
    let directory = TempDir::new().expect("a directory");
    let out = directory.path().join("papers").display().to_string();
    let data = directory.path().join("data").display().to_string();
    let url = database::create(backend).await;
    let mut place = vec!["--data", &data];
    if let Some(url) = &url {
        place.extend(["--database-url", url]);
    }
    let told = program::run(&[&["demo", "--out", &out], arguments, &place[..]].concat()).await;
    assert_eq!(told.code, Some(0), "{}\n{}", told.said, told.complained);
    for check in [&["verify"][..], &["rebuild", "--check"]] {
        let checked = program::run(&[check, &place[..]].concat()).await;
        assert_eq!(checked.code, Some(0), "{check:?}: {}{}", checked.said, checked.complained);
    }
    (told.said, directory)
}

/// Each act on a line of its own: its number, the legal day, the role, the act, the article.
fn acts_are_told(said: &str) {
    let acts: Vec<&str> =
        said.lines().filter(|line| line.contains("2026-") && line.contains('《')).collect();
    assert!(acts.len() >= 30, "only {} acts:\n{said}", acts.len());
    for act in
        ["申请", "受理", "公告", "询问", "家庭教育指导", "报批", "批准", "登记", "颁证", "归档"]
    {
        assert!(acts.iter().any(|line| line.contains(act)), "no {act} in\n{said}");
    }
}

async fn papers_are_left(out: &Path) {
    let mut papers: Vec<PathBuf> = std::fs::read_dir(out)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "pdf"))
        .collect();
    papers.sort();
    for name in PAPERS {
        let path = out.join(format!("{name}.pdf"));
        assert!(papers.contains(&path), "{name} is not among {papers:?}");
    }
    for paper in &papers {
        fonts_are_embedded(paper).await;
    }
    let certificate = text_of(&out.join("certificate.pdf")).await;
    // The two characters of 样张 lie across the page, so that text comes between them.
    for expected in ["收养登记证", "（2026）渝练收字00001", "2026年5月7日", "样", "张"]
    {
        assert!(certificate.contains(expected), "no {expected} in the certificate:\n{certificate}");
    }
    let application = workflow::cast::practice::application(0);
    for name in application.adopters.iter().map(|adopter| &adopter.name) {
        assert!(certificate.contains(name), "the certificate does not name an adopter");
    }
    let receipt = text_of(&out.join("application_receipt.pdf")).await;
    assert!(receipt.contains("渝练收件〔2026〕0001号"), "{receipt}");
}

async fn fonts_are_embedded(paper: &Path) {
    let listed = run("pdffonts", &[paper.as_os_str()]).await;
    let fonts: Vec<&str> = listed.lines().skip(2).collect();
    assert!(!fonts.is_empty() || paper.ends_with("dossier.pdf"), "{} has no text", paper.display());
    for font in fonts {
        // name, type, encoding, embedded, subset, unicode, object: counted from the end, because
        // the type may be of two words.
        let words: Vec<&str> = font.split_whitespace().collect();
        let embedded = words.len().checked_sub(5).and_then(|place| words.get(place));
        assert_eq!(embedded, Some(&"yes"), "{}: {font}", paper.display());
    }
}

/// The text of a paper without blanks and line ends, which a layout puts where it likes.
async fn text_of(paper: &Path) -> String {
    let text = run("pdftotext", &[paper.as_os_str(), "-".as_ref()]).await;
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

async fn run(program: &str, arguments: &[&std::ffi::OsStr]) -> String {
    let output = Command::new(program).args(arguments).output().await;
    let output = output.unwrap_or_else(|error| panic!("{program} is not installed: {error}"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
