//! Every way of tampering with a database and with what lies beside it, each on a copy, and the words in
//! which it is found. What shows in the bytes of a page is told in `pages`.

use std::path::PathBuf;

use guijia::heads::folder::Folder;
use guijia::heads::leaf::Leaf;
use guijia::heads::log::Log;
use guijia::heads::note::{Signer, Use};

use super::support::findings;
use super::ways::{Deed, Look, WAYS, Way};
use crate::faults::surgery::{Patient, rename};
use crate::support::chain::Event;
use crate::support::families::plain_stepchild;
use crate::support::program::Ended;
use crate::support::{Office, Story, mostly_on_postgresql, mostly_on_sqlite};

mostly_on_sqlite!(each_way_of_tampering_is_found_in_its_words);
mostly_on_postgresql!(some_ways_of_tampering_are_found_in_their_words);

async fn each_way_of_tampering_is_found_in_its_words(office: Office) {
    find(office, WAYS.iter()).await;
}

/// Each third: some of rows, of chains, of the log of heads and of files.
async fn some_ways_of_tampering_are_found_in_their_words(office: Office) {
    find(office, WAYS.iter().step_by(3)).await;
}

async fn find(office: Office, ways: impl Iterator<Item = &'static Way>) {
    for seed in 0..2 {
        let mut story = Story::apply(&office, plain_stepchild(seed)).await;
        story.carry_to_issue().await;
    }
    for seed in 2..4 {
        Story::apply(&office, plain_stepchild(seed)).await.sign("application_form", None).await;
    }
    office.at_rest().await;
    let office = office.stop().await;
    let untouched = Patient::open(&office).await;
    untouched.close().await;
    for look in [Look::All, Look::Files, Look::Heads, Look::Against] {
        let ended = looked(&untouched, look).await;
        assert_eq!(ended.code, Some(0), "{look:?}: {}{}", ended.said, ended.complained);
    }
    let unguarded = Patient::open(&office).await;
    let ended = looked(&unguarded, Look::All).await;
    let words = "(guards that refuse changes are off: access_log_refuses_";
    assert!(ended.code == Some(0) && ended.said.contains(words), "{}", ended.said);
    let mut missed = Vec::new();
    for (number, name, deed, look, words) in ways {
        let patient = Patient::open(&office).await;
        keep(&patient);
        operate(&patient, deed).await;
        patient.close().await;
        let ended = looked(&patient, *look).await;
        let found = findings(&ended.said);
        let is_found = ended.code == Some(1) && words.iter().all(|words| found.contains(words));
        let brief: String = found.lines().take(2).collect::<Vec<_>>().join(" | ");
        println!("  {number:>2} {name:<30} {brief}");
        if !is_found {
            missed.push(format!("{number} {name}: {:?} {found}{}", ended.code, ended.complained));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

fn kept(patient: &Patient) -> PathBuf {
    patient.data().with_file_name("kept")
}

/// Keeps the newest checkpoint elsewhere.
fn keep(patient: &Patient) {
    let contents = Folder::at(patient.data().join("heads")).contents().expect("a log");
    let newest = contents.checkpoints.last().expect("a checkpoint").to_string();
    std::fs::write(kept(patient), newest).expect("kept");
}

async fn looked(patient: &Patient, look: Look) -> Ended {
    match look {
        Look::All => patient.command(&["verify"]).await,
        Look::Files => patient.command(&["verify", "--files"]).await,
        Look::Heads => patient.command(&["verify", "--heads"]).await,
        Look::Against => {
            if !kept(patient).exists() {
                keep(patient);
            }
            let kept = kept(patient).display().to_string();
            patient.command(&["verify", "--heads", "--against", &kept]).await
        }
    }
}

async fn operate(patient: &Patient, deed: &Deed) {
    match deed {
        Deed::Rows(statements) => patient.rewrite_rows(statements).await,
        Deed::Bit => patient.turn_a_bit().await,
        Deed::OneHash => patient.write_events_anew(1, rename).await,
        Deed::Tail => patient.write_the_chain_anew().await,
        Deed::TailAndHeads => {
            let head = patient.with_cases("case_key WHERE case_id = '{victim}'").await;
            let before = patient.bytes("head", &head).await;
            patient.write_the_chain_anew().await;
            let after = patient.bytes("head", &head).await;
            forge(patient, |leaf| {
                if leaf.head[..] == before[..] {
                    leaf.head = after.clone().try_into().expect("a hash");
                }
            });
            let looked = looked(patient, Look::Heads).await;
            assert_eq!(looked.code, Some(0), "by itself it shows nothing: {}", looked.said);
        }
        Deed::Forked => forge(patient, |leaf| leaf.at += 1),
        Deed::Clock => {
            let change =
                |event: &mut Event| event.recorded_at -= i64::from(event.version == 5) << 40;
            patient.write_events_anew(i64::MAX, change).await;
        }
        Deed::Case(case) => patient.remove_case(case).await,
        Deed::Numbers => patient.swap_numbers().await,
        Deed::Certificate => {
            let digest = "SELECT digest FROM case_document WHERE kind = 'certificate'";
            let path = patient.file(&patient.text(digest).await);
            let length = std::fs::metadata(&path).expect("a file").len();
            std::fs::write(path, vec![b' '; length as usize]).expect("written");
        }
        Deed::Scans => patient.swap_scans().await,
        Deed::File => patient.remove_document().await,
        Deed::Seals => take_seals_back(patient).await,
        Deed::Checkpoints => cut_a_note(&patient.data().join("heads/checkpoints")),
        Deed::Leaves => {
            let path = patient.data().join("heads/leaves");
            let bytes = std::fs::read(&path).expect("leaves");
            std::fs::write(path, &bytes[..bytes.len() - 96]).expect("cut");
        }
        Deed::HeadsKey => {
            let path = patient.data().join("heads/key");
            let key = std::fs::read_to_string(&path).expect("a key");
            let (name, _) = key.split_once('+').expect("a name");
            let pair = aws_lc_rs::signature::Ed25519KeyPair::generate().expect("a key");
            let document = pair.to_pkcs8().expect("a document");
            let other = Signer::new(document.as_ref(), name, Use::Note).expect("a signer");
            std::fs::write(path, other.verifier().to_string()).expect("written");
        }
        Deed::Secret => patient.replace_secret(),
    }
}

/// The newest entry of the chain, with its head set back.
async fn take_seals_back(patient: &Patient) {
    patient
        .rewrite_rows(&[
            "UPDATE office_log_head SET head = (SELECT prev_hash FROM office_log WHERE \
             office_log.chain = 'access' AND office_log.position = office_log_head.position), \
             position = position - 1 WHERE chain = 'access'",
            "DELETE FROM office_log WHERE chain = 'access' AND position > \
             (SELECT position FROM office_log_head WHERE chain = 'access')",
        ])
        .await;
}

/// Takes the newest checkpoint out of the file.
fn cut_a_note(path: &std::path::Path) {
    let text = std::fs::read_to_string(path).expect("checkpoints");
    let notes: Vec<&str> = text.split_inclusive("\n\n").collect();
    std::fs::write(path, notes[..notes.len() - 2].concat()).expect("cut");
}

/// Writes the log of heads anew with its own key, each leaf changed.
fn forge(patient: &Patient, change: impl Fn(&mut Leaf)) {
    let folder = Folder::at(patient.data().join("heads"));
    let mut leaves = folder.contents().expect("a log").leaves;
    leaves.iter_mut().for_each(change);
    let name = folder.key().expect("read").expect("a key").name;
    let document = std::fs::read(patient.data().join("keys/heads.key")).expect("the stolen key");
    let signer = Signer::new(&document, &name, Use::Note).expect("a signer");
    for file in ["leaves", "checkpoints"] {
        std::fs::remove_file(folder.path().join(file)).expect("removed");
    }
    let (mut log, _) = Log::open(&folder, &signer).expect("a new log");
    log.add(&leaves, &signer).expect("written");
}
