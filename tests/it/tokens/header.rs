//! Six headers that say more than three things, or other things.

use serde_json::json;

use super::forge::{Forge, signed_text};
use super::{Bar, Table, named};

pub(super) async fn try_all(bar: &Bar<'_>, forge: &Forge, table: &mut Table) {
    let kid = &forge.newest.id;
    let claims = forge.claims.to_string();
    let twice = [
        format!(r#"{{"alg":"EdDSA","alg":"EdDSA","typ":"at+jwt","kid":"{kid}"}}"#),
        format!(r#"{{"alg":"none","typ":"at+jwt","kid":"{kid}","alg":"EdDSA"}}"#),
        format!(r#"{{"alg":"EdDSA","typ":"at+jwt","kid":"nobody","kid":"{kid}"}}"#),
    ];
    let twice = twice
        .map(|header| named(header.clone(), signed_text(&forge.newest.bytes, &header, &claims)));
    let with = |name: &str, value| named(name, forge.heading(name, value));
    let key = json!({ "kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" });
    let typed = ["rt+jwt", "family+jwt", "document+jwt", "JWT", "AT+JWT", ""];
    let cases = [
        (
            "jwk, jku, x5u and x5c bring a key along",
            vec![
                with("jwk", key),
                with("jku", json!("https://keys.example/set.json")),
                with("x5u", json!("https://keys.example/chain.pem")),
                with("x5c", json!(["MIIB"])),
            ],
        ),
        ("crit names what nobody understands", vec![with("crit", json!(["unheard-of"]))]),
        ("b64 says that the claims are not encoded", vec![with("b64", json!(false))]),
        ("zip says that the claims are packed", vec![with("zip", json!("DEF"))]),
        ("a member is given twice", twice.into()),
        (
            "typ is that of a refresh, family or document token",
            typed.map(|typ| named(typ, forge.heading("typ", json!(typ)))).into(),
        ),
    ];
    for (case, tokens) in cases {
        table.note("header", case, bar.faults(&tokens).await);
    }
}
