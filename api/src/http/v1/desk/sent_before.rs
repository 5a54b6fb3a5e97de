//! 预申请: what a family types and photographs before it comes, as it is kept and shown.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use workflow::case::{PaperKind, Party};

use super::form;
use crate::clock;
use crate::http::answer::Problem;
use crate::store::desk::records::{Record, State};

/// Bytes of a part.
pub const PART: u64 = 256 * 1024;
/// Bytes of one photo.
pub const LARGEST_PHOTO: u64 = 8 * 1024 * 1024;
/// Photos of one application.
pub const MOST_PHOTOS: usize = 40;

/// How an application beforehand stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PreApplicationState {
    /// The family writes.
    Draft,
    /// The office looks at it.
    Sent,
    /// The office has answered.
    Answered,
}

impl From<State> for PreApplicationState {
    fn from(state: State) -> PreApplicationState {
        match state {
            State::Open => PreApplicationState::Draft,
            State::Sent => PreApplicationState::Sent,
            State::Answered => PreApplicationState::Answered,
        }
    }
}

/// What an answer says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PreApplicationOutcome {
    /// Come with the papers.
    Come,
    /// Something has to be mended first.
    Mend,
    /// Another office is competent.
    Elsewhere,
}

/// What the office answers. It is no decision: that is made of the application itself.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PreApplicationReply {
    /// What it says.
    pub outcome: PreApplicationOutcome,
    /// In the registrar's words.
    pub text: String,
}

/// A photo that is being uploaded, as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Photo {
    /// The upload.
    pub upload: Uuid,
    /// Which paper it shows.
    pub paper: PaperKind,
    /// Whose.
    pub party: Option<Party>,
    /// How many bytes it has.
    pub size: u64,
    /// The SHA-256 digest of its bytes in hexadecimal.
    pub digest: String,
    /// Whether it was examined and found to be a photo or a page.
    pub examined: bool,
    /// What it is, once it was examined.
    pub media_type: Option<String>,
}

/// An application beforehand, as it is kept.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Kept {
    /// The form.
    pub form: String,
    /// The photos.
    pub photos: Vec<Photo>,
    /// When it was sent, in Beijing time.
    pub sent_at: Option<String>,
    /// What the office answered, and on which day.
    pub reply: Option<(PreApplicationReply, NaiveDate)>,
}

/// A photo and how far its upload is.
#[derive(Debug, Serialize, JsonSchema)]
pub struct UploadProgress {
    /// The upload.
    pub upload: Uuid,
    /// Which paper it shows.
    pub paper: PaperKind,
    /// Whose.
    pub party: Option<Party>,
    /// How many bytes it has.
    pub size: u64,
    /// Bytes of each part but the last.
    pub part_size: u64,
    /// How many parts there are, counted from 0.
    pub parts: u64,
    /// Which parts have come.
    pub received: Vec<u32>,
    /// Whether it is whole, and is a photo or a page.
    pub complete: bool,
}

/// An application beforehand.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PreApplication {
    /// The code by which it is found again; told only when it is made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resume_code: Option<String>,
    /// How it stands.
    pub state: PreApplicationState,
    /// How often it was saved, for the next `If-Match`.
    pub version: u32,
    /// When it was saved last, in Beijing time.
    pub saved_at: String,
    /// The last day on which it is there.
    pub kept_until: Option<NaiveDate>,
    /// The form as it was saved.
    pub form: String,
    /// The photos.
    pub uploads: Vec<UploadProgress>,
    /// What the office answered.
    pub reply: Option<PreApplicationReply>,
    /// On which day it answered.
    pub replied_on: Option<NaiveDate>,
}

impl Photo {
    /// How many parts it has.
    pub fn parts(&self) -> u64 {
        self.size.div_ceil(PART).max(1)
    }

    /// How many bytes a part has.
    pub fn bytes_of(&self, part: u32) -> Option<u64> {
        let part = u64::from(part);
        let before = part.checked_mul(PART)?;
        (part < self.parts()).then(|| (self.size - before).min(PART))
    }

    /// How far its upload is.
    pub fn progress(&self, received: &[(Uuid, u32, u64)]) -> UploadProgress {
        let own = received.iter().filter(|(upload, ..)| *upload == self.upload);
        UploadProgress {
            upload: self.upload,
            paper: self.paper,
            party: self.party,
            size: self.size,
            part_size: PART,
            parts: self.parts(),
            received: own.map(|(_, part, _)| *part).collect(),
            complete: self.examined,
        }
    }

    /// Whether these are its bytes.
    pub fn is(&self, bytes: &[u8]) -> bool {
        bytes.len() as u64 == self.size && hex::encode(Sha256::digest(bytes)) == self.digest
    }
}

/// An application as it is shown, with how far its uploads are.
pub fn shown(record: &Record, received: &[(Uuid, u32, u64)]) -> Result<PreApplication, Problem> {
    let Kept { form, photos, reply, .. } = form::read(record)?;
    let (reply, replied_on) = reply.map_or((None, None), |(reply, on)| (Some(reply), Some(on)));
    Ok(PreApplication {
        resume_code: None,
        state: record.state.into(),
        version: record.version,
        saved_at: clock::written(record.saved_at),
        kept_until: form::kept_until(record),
        form,
        uploads: photos.iter().map(|photo| photo.progress(received)).collect(),
        reply,
        replied_on,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_part_has_what_is_left() {
        let photo = |size| Photo {
            upload: Uuid::nil(),
            paper: PaperKind::IdentityCard,
            party: None,
            size,
            digest: String::new(),
            examined: false,
            media_type: None,
        };
        assert_eq!(photo(1).parts(), 1);
        assert_eq!(photo(PART).parts(), 1);
        let larger = photo(PART + 5);
        assert_eq!(larger.parts(), 2);
        assert_eq!([0, 1, 2].map(|part| larger.bytes_of(part)), [Some(PART), Some(5), None]);
    }
}
