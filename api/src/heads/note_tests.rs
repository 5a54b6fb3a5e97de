//! Notes, keys and signatures that others made, and what is none.

use aws_lc_rs::signature::Ed25519KeyPair;

use super::*;

/// A checkpoint of a log of Certificate Transparency as it was cosigned by witnesses.
pub(in crate::heads) const COSIGNED: &str = "arche2025h1.staging.ct.transparency.dev\n\
    1432088532\n\
    U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=\n\
    \n\
    — arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=\n\
    — arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=\n\
    — remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==\n";
const ITS_LOG: &str = "arche2025h1.staging.ct.transparency.dev+ba2f06c0+\
                       AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f";
const ITS_WITNESS: &str = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";

fn verifier(text: &str) -> Verifier {
    Verifier::parse(text).expect("a key")
}

fn signer(name: &str, is_for: Use) -> Signer {
    let document = Ed25519KeyPair::generate().expect("a key").to_pkcs8().expect("a document");
    Signer::new(document.as_ref(), name, is_for).expect("a signer")
}

#[test]
fn the_note_of_the_standard_is_verified() {
    let key = verifier("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    let written = "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv\
                   1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    let note = Note::parse(written).expect("a note");
    assert_eq!(note.text, "This is an example message.\n");
    assert_eq!(note.signed_by(&key), Some(Signed { at: None }));
    assert_eq!(note.to_string(), written);
}

#[test]
fn the_note_that_the_go_library_is_documented_with_is_verified() {
    let key = verifier("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    let written = "If you think cryptography is the answer to your problem,\n\
                   then you don't know what your problem is.\n\n\
                   — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    let note = Note::parse(written).expect("a note");
    assert_eq!(note.signed_by(&key), Some(Signed { at: None }));
    let other = Note { text: note.text.replace("your problem", "my problem"), ..note };
    assert_eq!(other.signed_by(&key), None);
}

#[test]
fn the_checkpoint_and_the_cosignature_of_others_are_verified() {
    let note = Note::parse(COSIGNED).expect("a note");
    assert_eq!(note.signed_by(&verifier(ITS_LOG)), Some(Signed { at: None }));
    assert_eq!(note.signed_by(&verifier(ITS_WITNESS)), Some(Signed { at: Some(0x6a12_2120) }));
    let smaller = Note { text: note.text.replace("1432088532", "1432088531"), ..note };
    assert_eq!(smaller.signed_by(&verifier(ITS_LOG)), None);
    assert_eq!(smaller.signed_by(&verifier(ITS_WITNESS)), None);
}

#[test]
fn keys_are_written_as_they_are_read_and_mangled_ones_are_none() {
    for text in [ITS_LOG, ITS_WITNESS] {
        assert_eq!(verifier(text).to_string(), text);
        for mangled in [
            text.replace('+', " "),
            text.replacen("+", "+0", 1),
            text[1..].to_owned(),
            text[..text.len() - 4].to_owned(),
            format!("a b{text}"),
        ] {
            assert_eq!(Verifier::parse(&mangled), None, "{mangled}");
        }
    }
}

#[test]
fn what_is_signed_is_verified_by_that_key_for_that_use_only() {
    let text = "guijia/x/cases\n1\nAAAA\n";
    for is_for in [Use::Note, Use::Cosignature] {
        let signer = signer("guijia/x/cases", is_for);
        let note = Note { text: text.to_owned(), signatures: vec![signer.sign(text, 77)] };
        let note = Note::parse(&note.to_string()).expect("a note");
        let expected = Signed { at: (is_for == Use::Cosignature).then_some(77) };
        assert_eq!(note.signed_by(signer.verifier()), Some(expected));
        let stranger = self::signer("guijia/x/cases", is_for);
        assert_eq!(note.signed_by(stranger.verifier()), None);
        let mut twice = note.clone();
        let mut bad = signer.sign("another text", 77);
        bad.name.clone_from(&signer.verifier().name);
        twice.signatures.push(bad);
        assert_eq!(twice.signed_by(signer.verifier()), None, "one of its signatures is bad");
    }
}

#[test]
fn what_is_no_note_is_not_read() {
    let good = "text\n\n— a AAAAAAAA\n";
    assert!(Note::parse(good).is_some());
    for bad in [
        "",
        "text\n",
        "text\n\n",
        "text\n\n— a AAAAAAAA",
        "text\n\n— a AAAA\n",
        "text\n\n- a AAAAAAAA\n",
        "text\n\n— a+b AAAAAAAA\n",
        "te\txt\n\n— a AAAAAAAA\n",
        "text\n\n— a AAAAAAAA\n\n",
    ] {
        assert_eq!(Note::parse(bad), None, "{bad:?}");
    }
    let many = format!("text\n\n{}", "— a AAAAAAAA\n".repeat(65));
    assert_eq!(Note::parse(&many), None);
}
