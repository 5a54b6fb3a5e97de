//! The witnesses elsewhere, which are shown each checkpoint and sign that the log has only grown.

use std::time::Duration;

use reqwest::Client;

use crate::heads::log::Log;
use crate::heads::note::{Note, Signature, Verifier};
use crate::heads::submission::Submission;

/// How long one may take: an office does not wait for it.
const PATIENCE: Duration = Duration::from_secs(5);
/// The statuses of the protocol.
const COSIGNED: u16 = 200;
const NOT_THE_NEWEST: u16 = 409;

/// One witness.
#[derive(Debug, Clone)]
struct Witness {
    address: String,
    key: Verifier,
    /// How many leaves it has seen, as far as this replica knows.
    seen: Option<u64>,
    /// The newest checkpoint that it signed for this replica, by its size.
    signed: Option<u64>,
}

/// What a witness answered.
enum Answer {
    Cosigned(Signature),
    /// It has seen so many leaves.
    Seen(u64),
    Refused(String),
}

/// All witnesses of an office.
#[derive(Default)]
pub struct Witnesses {
    client: Client,
    all: Vec<Witness>,
}

impl Witnesses {
    /// Adds a witness at an address with its public key.
    pub fn add(&mut self, url: &str, key: Verifier) {
        let address = format!("{}/add-checkpoint", url.trim_end_matches('/'));
        self.all.push(Witness { address, key, seen: None, signed: None });
    }

    /// How many have not signed the newest checkpoint.
    pub fn behind(&self, log: &Log) -> usize {
        let newest = log.newest().map(|(_, size)| size);
        self.all.iter().filter(|witness| witness.signed != newest).count()
    }

    /// Shows the newest checkpoint to those that have not seen it. Gives it with what they signed; none
    /// where nobody did.
    pub async fn show(&mut self, log: &Log) -> Option<Note> {
        let (note, size) = log.newest()?;
        let mut signatures = Vec::new();
        for witness in &mut self.all {
            if witness.signed != Some(size) {
                signatures.extend(witness.ask(&self.client, log, &note, size).await);
            }
        }
        let mut cosigned = note;
        let has_signed = !signatures.is_empty();
        cosigned.signatures.extend(signatures);
        has_signed.then_some(cosigned)
    }
}

impl Witness {
    async fn ask(
        &mut self,
        client: &Client,
        log: &Log,
        note: &Note,
        size: u64,
    ) -> Option<Signature> {
        // It says itself what it saw last where this replica is wrong about it.
        for _ in 0..2 {
            let old = self.seen.unwrap_or(0);
            let Some(path) = log.growth(old) else {
                self.complain(&format!(
                    "it has seen {old} leaves and the log has {size}: the log was cut short, or an older \
                     copy put in its place"
                ));
                return None;
            };
            let submission = Submission { old, path, note: note.clone() };
            match self.send(client, &submission).await {
                Ok(Answer::Cosigned(signature)) => {
                    (self.seen, self.signed) = (Some(size), Some(size));
                    return Some(signature);
                }
                Ok(Answer::Seen(seen)) if seen != old => self.seen = Some(seen),
                Ok(Answer::Seen(seen)) => {
                    self.complain(&format!(
                        "it has seen another log of {seen} leaves: there are two logs of this office"
                    ));
                    return None;
                }
                Ok(Answer::Refused(why)) => {
                    self.complain(&why);
                    return None;
                }
                Err(error) => {
                    let error = error.without_url();
                    let key = &self.key.name;
                    tracing::warn!(witness = key, %error, "a witness does not answer");
                    return None;
                }
            }
        }
        self.complain("it says another size each time");
        None
    }

    fn complain(&self, why: &str) {
        tracing::error!(
            witness = self.key.name,
            why,
            "a witness does not sign; run `guijia verify --heads`"
        );
    }

    async fn send(
        &self,
        client: &Client,
        submission: &Submission,
    ) -> Result<Answer, reqwest::Error> {
        let request = client.post(&self.address).timeout(PATIENCE).body(submission.to_string());
        let response = request.send().await?;
        let status = response.status().as_u16();
        let said = response.text().await?;
        Ok(match status {
            COSIGNED => self.cosignature(&submission.note, &said).map_or_else(
                || {
                    Answer::Refused(
                        "what it signed is not by the key that is configured".to_owned(),
                    )
                },
                Answer::Cosigned,
            ),
            NOT_THE_NEWEST => said.trim_end().parse().map_or_else(
                |_| Answer::Refused("it says no size that it has seen".to_owned()),
                Answer::Seen,
            ),
            _ => Answer::Refused(format!("it answers with status {status}")),
        })
    }

    /// The signature of this witness among the lines of an answer.
    fn cosignature(&self, note: &Note, said: &str) -> Option<Signature> {
        let mut lines = said.lines().filter_map(Signature::parse);
        lines.find(|signature| {
            let alone = Note { text: note.text.clone(), signatures: vec![signature.clone()] };
            alone.signed_by(&self.key).is_some()
        })
    }
}
