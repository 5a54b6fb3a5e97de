//! Who has the database's own password or the disk changes what is stored: which command finds it, in
//! which words, and what no command finds.

use super::Run;
use super::surgery::Patient;
use crate::support::families::plain_stepchild;
use crate::support::office::Stopped;
use crate::support::{Office, Story, on_both_databases};

on_both_databases!(
    #[ignore = "`make faults` runs it"]
    what_is_tampered_with_is_found
);

/// The commands that look, each looking further than the one before it.
const COMMANDS: [(Finder, &[&str]); 3] = [
    (Finder::Verify, &["verify"]),
    (Finder::VerifyFiles, &["verify", "--files"]),
    (Finder::Rebuild, &["rebuild", "--check"]),
];

/// Who finds a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Finder {
    Verify,
    VerifyFiles,
    Rebuild,
    /// No command of the program: a copy kept elsewhere has to be compared.
    Nobody,
}

/// What is done to a copy of the data.
enum Deed {
    /// These statements; `{victim}` is an issued case in the middle, `{other}` the issued one before it,
    /// `{last}` the newest case.
    Rows(&'static [&'static str]),
    /// The guards stay off.
    GuardsOff,
    /// One bit of the body of an event is turned.
    OneBit,
    /// The chain of a case is written anew with another name of the child, and its head.
    Rewritten,
    /// Every row of the case in the middle goes.
    CaseGone,
    /// Every row of the newest case goes, and the number it drew is given back.
    NewestCaseGone,
    /// Two certificates change their numbers in the rows.
    NumbersSwapped,
    /// Two scans change places.
    ScansSwapped,
    /// A document's file goes.
    DocumentGone,
    /// A document is replaced, and its row names the new bytes.
    DocumentReplaced,
    /// The secret of the office is another one.
    OtherSecret,
}

/// Each deed with who must find it.
const DEEDS: [(&str, Deed, Finder); 18] = [
    ("nothing", Deed::Rows(&[]), Finder::Nobody),
    ("the guards taken off", Deed::GuardsOff, Finder::Nobody),
    ("one bit of an event", Deed::OneBit, Finder::Verify),
    (
        "the last event of a case",
        Deed::Rows(&["DELETE FROM event WHERE case_id = '{victim}' AND version = \
                      (SELECT version FROM case_key WHERE case_id = '{victim}')"]),
        Finder::Verify,
    ),
    (
        "the last three events and the head",
        Deed::Rows(&[
            "UPDATE case_key SET head = (SELECT hash FROM event WHERE event.case_id = '{victim}' \
             AND event.version = case_key.version - 3), version = version - 3 \
             WHERE case_id = '{victim}'",
            "DELETE FROM event WHERE case_id = '{victim}' AND version > \
             (SELECT version FROM case_key WHERE case_id = '{victim}')",
        ]),
        Finder::Verify,
    ),
    ("a chain written anew with its head", Deed::Rewritten, Finder::Verify),
    ("every row of a case in the middle", Deed::CaseGone, Finder::Verify),
    ("the newest case, its number given back", Deed::NewestCaseGone, Finder::Verify),
    (
        "an account made administrator",
        Deed::Rows(&["UPDATE account SET roles = 'administrator' WHERE login = 'registrar-2'"]),
        Finder::Verify,
    ),
    (
        "fifty entries of the access log",
        Deed::Rows(&["DELETE FROM access_log WHERE id IN (SELECT id FROM access_log LIMIT 50)"]),
        Finder::Verify,
    ),
    (
        "where a case stands",
        Deed::Rows(&["UPDATE case_row SET stage = 'closed' WHERE case_id = '{victim}'"]),
        Finder::Verify,
    ),
    (
        "a rule of the office",
        Deed::Rows(&["UPDATE office SET settings = replace(settings, '30', '29')"]),
        Finder::Verify,
    ),
    (
        "the days of rest",
        Deed::Rows(&["DELETE FROM calendar_day WHERE kind = 'rest'"]),
        Finder::Verify,
    ),
    ("two certificate numbers swapped", Deed::NumbersSwapped, Finder::Verify),
    ("two scans swapped", Deed::ScansSwapped, Finder::VerifyFiles),
    ("the file of a document", Deed::DocumentGone, Finder::VerifyFiles),
    ("a document and its row", Deed::DocumentReplaced, Finder::Verify),
    ("another secret of the office", Deed::OtherSecret, Finder::Verify),
];

async fn what_is_tampered_with_is_found(office: Office) {
    let mut run = Run::of("tampering", office.backend);
    for seed in 0..2 {
        let mut story = Story::apply(&office, plain_stepchild(seed)).await;
        story.carry_to_issue().await;
    }
    for seed in 2..4 {
        Story::apply(&office, plain_stepchild(seed)).await.sign("application_form", None).await;
    }
    office.at_rest().await;
    let office = office.stop().await;
    let mut found = 0;
    println!("  {:<40} {:<12} the words", "what is changed", "found by");
    for (name, deed, expected) in &DEEDS {
        let (finder, words) = operate(&office, deed).await;
        let finder_name = format!("{finder:?}");
        println!("  {name:<40} {finder_name:<12} {words}");
        run.expect(finder == *expected, || format!("{name}: {finder:?} and not {expected:?}"));
        found += usize::from(finder != Finder::Nobody);
    }
    run.figure("deeds", DEEDS.len());
    run.figure("found", found);
    run.end();
}

/// Does it to a copy; who finds it first, and the first line of what is said.
async fn operate(office: &Stopped, deed: &Deed) -> (Finder, String) {
    let patient = Patient::open(office).await;
    match deed {
        Deed::Rows(statements) => patient.rewrite_rows(statements).await,
        Deed::GuardsOff => {}
        Deed::OneBit => patient.turn_a_bit().await,
        Deed::Rewritten => patient.write_the_chain_anew().await,
        Deed::CaseGone => patient.remove_case("{victim}").await,
        Deed::NewestCaseGone => {
            patient.remove_case("{last}").await;
            let series = "UPDATE number_series SET last = last - 1 WHERE series = 'application'";
            patient.rewrite_rows(&[series]).await;
        }
        Deed::NumbersSwapped => patient.swap_numbers().await,
        Deed::ScansSwapped => patient.swap_scans().await,
        Deed::DocumentGone => patient.remove_document().await,
        Deed::DocumentReplaced => patient.replace_document().await,
        Deed::OtherSecret => patient.replace_secret(),
    }
    if !matches!(deed, Deed::GuardsOff) {
        patient.close().await;
    }
    for (finder, command) in COMMANDS {
        let ended = patient.command(command).await;
        if ended.code != Some(0) {
            let words = ended.said.lines().chain(ended.complained.lines()).next();
            return (finder, words.unwrap_or_default().chars().take(110).collect());
        }
    }
    (Finder::Nobody, String::new())
}
