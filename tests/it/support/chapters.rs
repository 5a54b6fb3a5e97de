//! Longer chapters of a case, made of the acts a teller knows, and acts a case may need beside its way.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::client::Person;
use super::story::Story;
use super::words;

impl Story<'_> {
    /// From the application to the certificate in the hands of the parties.
    pub async fn carry_to_issue(&mut self) {
        self.carry_to_approval().await;
        self.register_and_issue().await;
    }

    /// From the application to the leader's approval.
    pub async fn carry_to_approval(&mut self) {
        self.carry_to_proposal().await;
        self.decide().await;
    }

    /// From the application until everything a proposal needs is in the file.
    pub async fn carry_to_proposal(&mut self) {
        match self.application["kind"].as_str() {
            Some("stepchild") => {
                self.carry_to_acceptance().await;
                self.hear().await;
            }
            Some("hardship_parents" | "collateral_kin") => {
                self.carry_to_acceptance().await;
                self.begin_assessment().await;
                self.finish_assessment().await;
                self.hear().await;
            }
            _ => self.prepare_proposal().await,
        }
    }

    /// From the application to acceptance.
    pub async fn carry_to_acceptance(&mut self) {
        self.bring_everything().await;
        self.accept().await;
    }

    /// What the application says at a place.
    pub fn said(&self, place: &str) -> &str {
        let said = self.application.pointer(place).and_then(Value::as_str);
        said.unwrap_or_else(|| panic!("the application says nothing at {place}"))
    }

    /// 回访 on its day, the record signed and filed.
    pub async fn visit(&mut self, on: NaiveDate) {
        self.office.move_to(on).await;
        self.act(Person::VISITOR, "/follow-up-visits", words::follow_up_visit(on)).await;
        self.sign("follow_up_record", None).await;
    }

    /// A change of fact that happened today, with the paper that shows it.
    pub async fn change(&mut self, change: Value) {
        self.bring("change_evidence", None).await;
        let happened = json!({ "change": change, "happened_on": self.office.today().await });
        self.act(Person::REGISTRAR, "/changes", happened).await;
    }

    /// 送达 of a document that is made, with the signed receipt.
    pub async fn serve(&mut self, document: &str, party: &str) {
        self.document(document, None).await;
        self.sign("service_receipt", None).await;
        let service = words::service(document, party, self.office.today().await);
        self.act(Person::REGISTRAR, "/services", service).await;
    }
}
