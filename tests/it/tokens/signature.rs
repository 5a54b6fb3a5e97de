//! Ten signatures that are not the office's.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair as RsaKeyPair, KeySize};
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256};
use jsonwebtoken::{Algorithm, EncodingKey, crypto};
use serde_json::json;
use uuid::Uuid;

use super::forge::{Forge, message, signed_by, written};
use super::{Bar, Table, named};

pub(super) async fn try_all(bar: &Bar<'_>, forge: &Forge, table: &mut Table) {
    let good = forge.signed(&forge.header, &forge.claims);
    let unsigned = good.rsplit_once('.').map(|(head, _)| head.to_owned()).expect("three parts");
    let cases = [
        (
            "no signature",
            vec![named("two parts", unsigned.clone()), named("an empty one", unsigned + ".")],
        ),
        ("alg none in four spellings", without_algorithm(forge)),
        ("HS256 with the public key as secret", vec![named("HS256", by_public_key(forge))]),
        ("RS256", vec![named("RS256", by_rsa(forge))]),
        ("another's key under our name", vec![named("a stranger's", by_stranger(forge))]),
        (
            "our key under the name of another of ours",
            vec![named("the older one", forge.heading("kid", json!(forge.older.id)))],
        ),
        ("a key nobody knows", unknown_keys(forge)),
        ("a key that has retired", vec![named("retired", by_retired(forge))]),
        ("one bit turned in each part", turned(&good)),
        ("the signature of another token", vec![named("swapped", swapped(forge, &good))]),
    ];
    for (case, tokens) in cases {
        table.note("signature", case, bar.faults(&tokens).await);
    }
}

fn without_algorithm(forge: &Forge) -> Vec<(String, String)> {
    let signature = forge.signed(&forge.header, &forge.claims);
    let signature = signature.rsplit('.').next().expect("a signature").to_owned();
    let mut tokens = Vec::new();
    for spelling in ["none", "None", "NONE", "nOnE"] {
        let mut header = forge.header.clone();
        header["alg"] = json!(spelling);
        let message = message(&header.to_string(), &forge.claims.to_string());
        tokens.push(named(spelling, format!("{message}.")));
        tokens.push(named(spelling, format!("{message}.{signature}")));
    }
    tokens
}

fn by_public_key(forge: &Forge) -> String {
    let pair = Ed25519KeyPair::from_pkcs8(&forge.newest.bytes).expect("the office's key");
    let secret = EncodingKey::from_secret(pair.public_key().as_ref());
    let mut header = forge.header.clone();
    header["alg"] = json!("HS256");
    let message = message(&header.to_string(), &forge.claims.to_string());
    let signature = crypto::sign(message.as_bytes(), &secret, Algorithm::HS256).expect("signed");
    format!("{message}.{signature}")
}

fn by_rsa(forge: &Forge) -> String {
    let pair = RsaKeyPair::generate(KeySize::Rsa2048).expect("a key");
    let mut header = forge.header.clone();
    header["alg"] = json!("RS256");
    let message = message(&header.to_string(), &forge.claims.to_string());
    let mut signature = vec![0; pair.public_modulus_len()];
    pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message.as_bytes(), &mut signature)
        .expect("signed");
    format!("{message}.{}", written(&signature))
}

fn by_stranger(forge: &Forge) -> String {
    let pair = Ed25519KeyPair::generate().expect("a key");
    let key = pair.to_pkcs8().expect("its bytes");
    signed_by(key.as_ref(), &forge.header, &forge.claims)
}

fn unknown_keys(forge: &Forge) -> Vec<(String, String)> {
    let names = [Uuid::now_v7().to_string(), String::new(), "../keys/office.secret".to_owned()];
    names.map(|name| named(name.clone(), forge.heading("kid", json!(name)))).into()
}

fn by_retired(forge: &Forge) -> String {
    let mut header = forge.header.clone();
    header["kid"] = json!(forge.retired.id);
    signed_by(&forge.retired.bytes, &header, &forge.claims)
}

fn turned(good: &str) -> Vec<(String, String)> {
    let parts: Vec<&str> = good.split('.').collect();
    let turned = |index: usize| {
        let mut parts: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
        // One letter to the next one turns the lowest of its six bits.
        let letter = if parts[index][9..10].starts_with('A') { "B" } else { "A" };
        parts[index].replace_range(9..10, letter);
        named(format!("part {}", index + 1), parts.join("."))
    };
    (0..parts.len()).map(turned).collect()
}

fn swapped(forge: &Forge, good: &str) -> String {
    let other = forge.claiming("jti", json!(Uuid::new_v4()));
    let (head, _) = good.rsplit_once('.').expect("three parts");
    let (_, signature) = other.rsplit_once('.').expect("three parts");
    format!("{head}.{signature}")
}
