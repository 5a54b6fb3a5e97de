//! Twelve sets of claims, each wrong in one thing and signed by the office's own key.

use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use super::forge::Forge;
use super::{Bar, OWNER, Table, ask, named};

pub(super) async fn try_all(bar: &Bar<'_>, forge: &Forge, table: &mut Table) {
    let now = forge.now();
    let claiming = |name: &str, value: Value| named(value.to_string(), forge.claiming(name, value));
    let audience = forge.claims["aud"].as_str().expect("an audience");
    let others =
        [audience.replace(":practice", ":real"), audience.replace("50", "51"), String::new()];
    let cases = [
        ("a claim is missing", missing(forge)),
        ("exp is a text", vec![claiming("exp", json!((now + 600).to_string()))]),
        ("exp is a number beyond all numbers", vec![claiming("exp", json!(1e30))]),
        (
            "exp is negative or a list",
            vec![claiming("exp", json!(-1)), claiming("exp", json!([now + 600]))],
        ),
        ("nbf is a text", vec![claiming("nbf", json!(now.to_string()))]),
        ("aud lists a stranger beside us", vec![claiming("aud", json!([audience, "a stranger"]))]),
        ("expired by 31 seconds", vec![named("expired", aged(forge, now - 900 - 31))]),
        ("not valid for another 31 seconds", vec![named("early", aged(forge, now + 40))]),
        ("issued for another office", others.map(|other| claiming("aud", json!(other))).into()),
        ("for somebody who is not there", vec![claiming("sub", json!(Uuid::new_v4()))]),
        (
            "roles raised in the token",
            vec![
                claiming("roles", json!(["leader", "administrator"])),
                claiming("role", json!("leader")),
            ],
        ),
    ];
    for (case, tokens) in cases {
        table.note("claims", case, bar.faults(&tokens).await);
    }
    table.note(
        "claims",
        "issued before anything of the person is believed",
        too_old(bar, forge).await,
    );
    let young = ask(bar.office, Method::GET, "/v1/me", Some(&aged(forge, now - 880))).await;
    assert_eq!(young.status.as_u16(), 200, "age alone is what is wrong with the expired one");
}

fn missing(forge: &Forge) -> Vec<(String, String)> {
    let names = ["exp", "nbf", "iat", "iss", "aud", "sub", "sid", "jti", "auth_time"];
    let without = |name: &str| {
        let mut claims = forge.claims.clone();
        claims.as_object_mut().expect("claims").remove(name);
        named(name, forge.signed(&forge.header, &claims))
    };
    names.map(without).into()
}

/// The token as it would have been issued at another time.
fn aged(forge: &Forge, issued: i64) -> String {
    let mut claims = forge.claims.clone();
    for name in ["iat", "nbf", "auth_time"] {
        claims[name] = json!(issued);
    }
    claims["exp"] = json!(issued + 900);
    forge.signed(&forge.header, &claims)
}

async fn too_old(bar: &Bar<'_>, forge: &Forge) -> Vec<String> {
    let database = bar.office.database().await;
    let account = forge.claims["sub"].as_str().expect("an account");
    assert_eq!(account, bar.office.account(OWNER).await);
    let since = async |seconds: i64| {
        let text =
            format!("UPDATE account SET valid_since = {seconds}000000 WHERE id = '{account}'");
        assert_eq!(database.change(&text).await.expect("an account"), 1);
    };
    let token = forge.signed(&forge.header, &forge.claims);
    since(forge.now() + 1).await;
    let faults = bar.faults(&[named("issued before", token.clone())]).await;
    since(0).await;
    let again = ask(bar.office, Method::GET, "/v1/me", Some(&token)).await;
    assert_eq!(again.status.as_u16(), 200);
    faults
}
