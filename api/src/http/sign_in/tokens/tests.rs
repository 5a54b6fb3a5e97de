//! Forged, mistyped, stale and foreign tokens: none is believed.

use super::*;
use crate::secret::keys;
use jsonwebtoken::{EncodingKey, encode};
use serde_json::{Value, json};

const NOW: Instant = 1_772_400_000 * SECOND;

fn office(audience: &str) -> (Tokens, tempfile::TempDir) {
    let data = tempfile::tempdir().expect("a directory");
    let directory = data.path().join("keys");
    keys::create(&directory).expect("a key is made");
    (Tokens::new(keys::load(&directory).expect("the key loads"), audience), data)
}

fn good(tokens: &Tokens) -> String {
    good_at(tokens, NOW)
}

fn claims() -> Value {
    let now = NOW / SECOND;
    json!({
        "iss": ISSUER, "aud": "office", "sub": Uuid::new_v4(), "sid": Uuid::new_v4(),
        "jti": Uuid::new_v4(), "iat": now, "nbf": now, "exp": now + LIFETIME, "auth_time": now,
    })
}

/// A token with any header and any claims, signed with the office's own key.
fn signed(tokens: &Tokens, header: &str, claims: &str) -> String {
    signed_by(&tokens.keys.newest, header, claims)
}

fn signed_by(key: &keys::Key, header: &str, claims: &str) -> String {
    let message = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
    let signature = jsonwebtoken::crypto::sign(message.as_bytes(), &key.signing, Algorithm::EdDSA);
    let signature = signature.expect("signs");
    format!("{message}.{signature}")
}

fn header(tokens: &Tokens) -> Value {
    json!({"alg": "EdDSA", "typ": "at+jwt", "kid": tokens.keys.newest.id})
}

fn with_claims(tokens: &Tokens, change: impl FnOnce(&mut Value)) -> Result<Claims, Rejected> {
    let mut claims = claims();
    change(&mut claims);
    tokens.verify(&signed(tokens, &header(tokens).to_string(), &claims.to_string()), NOW)
}

#[test]
fn a_token_of_the_office_is_believed_until_its_end() {
    let (tokens, _data) = office("office");
    let token = good(&tokens);
    assert!(tokens.verify(&token, NOW).is_ok());
    assert!(tokens.verify(&token, NOW + (LIFETIME + 29) * SECOND).is_ok());
    assert_eq!(tokens.verify(&token, NOW + (LIFETIME + 31) * SECOND), Err(Rejected));
    assert_eq!(tokens.verify(&token, NOW - 31 * SECOND), Err(Rejected));
    assert!(with_claims(&tokens, |_| {}).is_ok());
}

#[test]
fn a_replaced_key_still_verifies_what_it_signed() {
    let (tokens, data) = office("office");
    let token = good(&tokens);
    keys::add(&data.path().join("keys")).expect("a second key is made");
    let keys = keys::load(&data.path().join("keys")).expect("both load");
    let ends_at = keys.older.first().and_then(|key| key.ends_at).expect("the old key retires");
    let tokens = Tokens::new(keys, "office");
    assert!(tokens.verify(&token, NOW).is_ok());
    let now = ends_at / SECOND;
    let old = tokens.keys.older.first().expect("the old key");
    let mut recent = claims();
    for (name, value) in [("iat", now), ("nbf", now), ("exp", now + LIFETIME), ("auth_time", now)] {
        recent[name] = json!(value);
    }
    let named = json!({"alg": "EdDSA", "typ": "at+jwt", "kid": old.id}).to_string();
    let late = signed_by(old, &named, &recent.to_string());
    assert!(tokens.verify(&late, ends_at - 1).is_ok());
    assert_eq!(tokens.verify(&late, ends_at), Err(Rejected), "signed by a key that has retired");
    assert!(tokens.verify(&good_at(&tokens, ends_at), ends_at).is_ok());
}

fn good_at(tokens: &Tokens, now: Instant) -> String {
    tokens.issue(UserId(Uuid::new_v4()), Uuid::new_v4(), now, now).expect("the key signs")
}

#[test]
fn signatures_are_checked_and_the_algorithm_is_ours_to_choose() {
    let (tokens, _data) = office("office");
    let (others, _their_data) = office("office");
    let parts: Vec<String> = good(&tokens).split('.').map(str::to_owned).collect();
    let [head, body, signature] = parts.as_slice() else { panic!("three parts") };
    for algorithm in ["none", "None", "NONE", "nOnE", "HS256", "RS256", "ES256", "Ed25519"] {
        let mut wrong = header(&tokens);
        wrong["alg"] = json!(algorithm);
        let wrong = URL_SAFE_NO_PAD.encode(wrong.to_string());
        assert!(tokens.verify(&format!("{wrong}.{body}.{signature}"), NOW).is_err());
        assert!(tokens.verify(&format!("{wrong}.{body}."), NOW).is_err());
    }
    let second = good(&tokens);
    let foreign_signature = second.rsplit('.').next().unwrap_or_default();
    assert!(tokens.verify(&format!("{head}.{body}.{foreign_signature}"), NOW).is_err());
    assert!(tokens.verify(&format!("{head}.{body}."), NOW).is_err());
    assert!(tokens.verify(&format!("{head}.{body}"), NOW).is_err());
    assert!(tokens.verify(&format!("{head}.{body}.{signature}.x"), NOW).is_err());
    for index in 0..3 {
        let mut flipped = parts.clone();
        let swapped = if flipped[index].as_bytes()[5] == b'A' { "B" } else { "A" };
        flipped[index].replace_range(5..6, swapped);
        assert!(tokens.verify(&flipped.join("."), NOW).is_err(), "part {index}");
    }
    assert!(tokens.verify(&good(&others), NOW).is_err(), "an unknown key");
    let stolen_name = encode(
        &Header {
            typ: Some(TYPE.into()),
            kid: Some(tokens.keys.newest.id.clone()),
            ..Header::new(Algorithm::EdDSA)
        },
        &claims(),
        &others.keys.newest.signing,
    );
    assert!(tokens.verify(&stolen_name.expect("signs"), NOW).is_err(), "our name on their key");
    let by_secret = encode(
        &Header {
            typ: Some(TYPE.into()),
            kid: Some(tokens.keys.newest.id.clone()),
            ..Header::new(Algorithm::HS256)
        },
        &claims(),
        &EncodingKey::from_secret(b"public"),
    );
    assert!(tokens.verify(&by_secret.expect("signs"), NOW).is_err());
}

#[test]
fn the_header_holds_three_members_and_no_more() {
    let (tokens, _data) = office("office");
    let claims = claims().to_string();
    assert!(tokens.verify(&signed(&tokens, &header(&tokens).to_string(), &claims), NOW).is_ok());
    for (member, value) in [
        ("jwk", json!({})),
        ("jku", json!("https://example.invalid")),
        ("x5u", json!("x")),
        ("x5c", json!([])),
        ("crit", json!(["x"])),
        ("b64", json!(false)),
        ("zip", json!("DEF")),
    ] {
        let mut wrong = header(&tokens);
        wrong[member] = value;
        assert!(
            tokens.verify(&signed(&tokens, &wrong.to_string(), &claims), NOW).is_err(),
            "{member}"
        );
    }
    for wrong in ["JWT", "rt+jwt", "AT+JWT", ""] {
        let mut header = header(&tokens);
        header["typ"] = json!(wrong);
        assert!(
            tokens.verify(&signed(&tokens, &header.to_string(), &claims), NOW).is_err(),
            "{wrong}"
        );
    }
    let kid = &tokens.keys.newest.id;
    let twice = format!(r#"{{"alg":"EdDSA","alg":"EdDSA","typ":"at+jwt","kid":"{kid}"}}"#);
    assert!(tokens.verify(&signed(&tokens, &twice, &claims), NOW).is_err());
}

#[test]
fn every_claim_is_required_with_its_own_type() {
    let (tokens, _data) = office("office");
    let now = NOW / SECOND;
    for claim in ["iss", "aud", "sub", "sid", "jti", "iat", "nbf", "exp", "auth_time"] {
        let missing = with_claims(&tokens, |claims| {
            claims.as_object_mut().expect("an object").remove(claim);
        });
        assert!(missing.is_err(), "{claim} missing");
        for wrong in
            [json!(null), json!("x"), json!([]), json!({}), json!(true), json!(1e30), json!(-5)]
        {
            assert!(
                with_claims(&tokens, |claims| claims[claim] = wrong.clone()).is_err(),
                "{claim} {wrong}"
            );
        }
    }
    assert!(with_claims(&tokens, |claims| claims["exp"] = json!((now + 60).to_string())).is_err());
    assert!(with_claims(&tokens, |claims| claims["exp"] = json!(now as f64 + 60.5)).is_err());
    assert!(with_claims(&tokens, |claims| claims["aud"] = json!(["office", "stranger"])).is_err());
    assert!(with_claims(&tokens, |claims| claims["aud"] = json!("other office")).is_err());
    assert!(with_claims(&tokens, |claims| claims["iss"] = json!("other")).is_err());
    assert!(with_claims(&tokens, |claims| claims["roles"] = json!(["leader"])).is_err());
    assert!(
        with_claims(&tokens, |claims| claims["exp"] = json!(now + LIFETIME + 1)).is_err(),
        "lives too long"
    );
    assert!(with_claims(&tokens, |claims| claims["nbf"] = json!(now + 31)).is_err());
    assert!(with_claims(&tokens, |claims| claims["iat"] = json!(now + 31)).is_err());
    assert!(with_claims(&tokens, |claims| claims["auth_time"] = json!(now + 1)).is_err());
}

#[test]
fn nothing_large_is_looked_at() {
    let (tokens, _data) = office("office");
    assert!(tokens.verify(&"a".repeat(100_000), NOW).is_err());
    assert!(tokens.verify("", NOW).is_err());
    assert!(tokens.verify("..", NOW).is_err());
}
