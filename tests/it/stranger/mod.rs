//! A client that knows the description of the interface, the list of acts and the checklist, and nothing of
//! the law: no act has a line here. It carries one case of each kind to the end of its volume.

mod client;
mod validate;

use workflow::case::ChildKind;
use workflow::cast::practice;

use crate::support::{Office, at_length, mostly_on_sqlite};
use client::Stranger;

mostly_on_sqlite!(a_stranger_carries_a_stepchilds_case_and_one_that_is_assessed);
at_length!(a_stranger_carries_one_case_of_each_kind);

/// The two that differ most: without an assessment, a notice or an institution, and with all of them.
async fn a_stranger_carries_a_stepchilds_case_and_one_that_is_assessed(office: Office) {
    carry(&office, &[ChildKind::Stepchild, ChildKind::InstitutionFoundling]).await;
}

async fn a_stranger_carries_one_case_of_each_kind(office: Office) {
    assert_eq!(ChildKind::ALL.len(), 10, "one case of each kind");
    carry(&office, &ChildKind::ALL).await;
}

/// Carries a case of each of these kinds to the end of its volume.
async fn carry(office: &Office, kinds: &[ChildKind]) {
    let mut told = Vec::new();
    for (&kind, seed) in kinds.iter().zip(1..) {
        let application = serde_json::to_value(practice::application_of(kind, seed));
        let application = application.expect("an application is JSON");
        let mut stranger = Stranger::apply(office, application).await;
        stranger.carry("archived").await;
        let calls = stranger.calls();
        println!("{}: {calls} calls, {} acts", kind.word(), stranger.acts());
        told.push(calls);
    }
    println!("{} cases, {} calls", told.len(), told.iter().sum::<usize>());
}
