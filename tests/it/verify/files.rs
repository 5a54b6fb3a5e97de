//! A scan or a document whose file is damaged or gone: what a reader is told, and how it heals.

use crate::support::papers::pdf;
use crate::support::story::application;
use crate::support::{Office, Person, Story, kept, on_both_databases};

on_both_databases!(a_damaged_file_is_no_error_of_the_program_and_heals);

async fn a_damaged_file_is_no_error_of_the_program_and_heals(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    let scan = pdf("health");
    let paper = story.file("health_certificate", Some("adopter_1"), scan.clone()).await;
    let digests = "SELECT digest FROM case_paper ORDER BY number DESC LIMIT 1";
    let digest = office.database().await.texts(digests).await.remove(0);
    let path = kept::file(&office.data(), &digest);
    let content = story.path(&format!("/papers/{paper}/content"));
    for damage in [Some(&b"%PDF-1.4 forged"[..]), None] {
        match damage {
            Some(bytes) => std::fs::write(&path, bytes).expect("altered"),
            None => std::fs::remove_file(&path).expect("removed"),
        }
        let answer = office.get(Person::REGISTRAR, &content).await.expect(503);
        assert!(answer.header("content-type").starts_with("application/problem+json"));
        let problem = answer.json();
        let kind = if damage.is_some() { "file-damaged" } else { "file-missing" };
        assert_eq!(problem["type"], format!("urn:guijia:problem:{kind}"));
        let detail = problem["detail"].as_str().expect("the name of the paper");
        assert!(detail.contains(&paper.to_string()), "{detail}");
        let found = office.command(&["verify", "--files"]).await;
        assert_eq!(found.code, Some(1), "{}", found.said);
        let words = if damage.is_some() { "was altered" } else { "is missing" };
        let named =
            format!("the file {digest} of paper {paper} (health_certificate adopter_1) {words}");
        assert!(found.said.contains(&named), "{}", found.said);
        story.file("health_certificate", Some("adopter_1"), scan.clone()).await;
        let healed = office.get(Person::REGISTRAR, &content).await.expect(200);
        assert_eq!(healed.bytes, scan, "the same bytes again heal it");
    }
    let verified = office.command(&["verify", "--files"]).await;
    assert_eq!(verified.code, Some(0), "{}", verified.said);
}
