//! Files scans: specimens of what people bring, what was printed and signed, the photo of a visit.

use documents::MediaType;
use documents::page_image::draw;
use reqwest::Method;
use serde_json::Value;
use workflow::case::papers::ComparedWith;
use workflow::case::{PaperKind, Party, Slot};
use workflow::law::archive::title_of;
use workflow::steps::verify_paper::VerifyPaper;
use workflow::{Act, DocumentKind};

use super::client::{Person, answered, number};
use super::teller::{ASSESSOR, REGISTRAR, Teller};
use crate::cli::stop::Stop;
use crate::office::practice;

/// Pixels of the photo's width.
const PHOTO_WIDTH: u32 = 1200;

impl Teller {
    /// Files a specimen of a paper, to be looked at; answers with its number.
    pub(super) async fn file_only(
        &mut self,
        paper: PaperKind,
        party: Option<Party>,
    ) -> Result<u64, Stop> {
        let scan = self.specimen(paper, party)?;
        self.send_scan(paper, party, scan).await
    }

    fn specimen(&self, paper: PaperKind, party: Option<Party>) -> Result<Vec<u8>, Stop> {
        practice::papers::specimen(&self.press, &self.application, paper, party, self.today)
            .map_err(Stop::failed)
    }

    /// Sends a file and keeps the version it leads to.
    async fn send(
        &mut self,
        person: Person,
        path: &str,
        media_type: MediaType,
        bytes: Vec<u8>,
    ) -> Result<Value, Stop> {
        let path = self.path(path);
        let request = self.client.request(person, Method::POST, &path).await?;
        let request = request
            .header("If-Match", format!("\"{}\"", self.version))
            .header("Content-Type", media_type.name())
            .body(bytes);
        let answer: Value = answered(request).await?.json().await.map_err(Stop::failed)?;
        self.version = number(&answer, "version")?;
        Ok(answer)
    }

    async fn send_scan(
        &mut self,
        paper: PaperKind,
        party: Option<Party>,
        scan: Vec<u8>,
    ) -> Result<u64, Stop> {
        let word = paper.word();
        let of_party = party.map_or(String::new(), |party| format!("&party={}", party.word()));
        let path = format!("/papers?paper={word}{of_party}");
        let answer = self.send(REGISTRAR, &path, MediaType::Pdf, scan).await?;
        let filed = answer.get("events").and_then(|events| events.get(0));
        let title = title_of(Slot { paper, party });
        self.told(REGISTRAR, Act::FilePaper, &format!("：{title}"))?;
        number(filed.unwrap_or(&Value::Null), "number")
    }

    /// Files the photo of a paper to the piece of evidence that it shows.
    pub(super) async fn file_photo(&mut self, piece: u32) -> Result<(), Stop> {
        let paper = self.specimen(PaperKind::HouseholdRegister, Some(Party::FirstAdopter))?;
        let photo = draw(MediaType::Pdf, &paper, 1, PHOTO_WIDTH).map_err(Stop::failed)?;
        let path = format!("/assessment/evidence?piece={piece}");
        self.send(ASSESSOR, &path, MediaType::Jpeg, photo).await?;
        self.told(ASSESSOR, Act::FileEvidence, &format!("：佐证{piece}"))
    }

    /// Files a scan and has the registrar verify it.
    pub(super) async fn file(
        &mut self,
        paper: PaperKind,
        party: Option<Party>,
        scan: Vec<u8>,
        compared_with: ComparedWith,
    ) -> Result<(), Stop> {
        let paper_number = self.send_scan(paper, party, scan).await?;
        let body = VerifyPaper { compared_with };
        let path = format!("/papers/{paper_number}/verification");
        self.act(REGISTRAR, Act::VerifyPaper, &path, &body).await?;
        Ok(())
    }

    /// Files a specimen of a paper the parties bring.
    pub(super) async fn bring(
        &mut self,
        paper: PaperKind,
        party: Option<Party>,
    ) -> Result<(), Stop> {
        let scan = self.specimen(paper, party)?;
        self.file(paper, party, scan, ComparedWith::Original).await
    }

    /// Files the sheet one party signed, where each signs a sheet of their own.
    pub(super) async fn file_sheet_of(
        &mut self,
        paper: PaperKind,
        party: Party,
    ) -> Result<(), Stop> {
        let scan = self.specimen(paper, Some(party))?;
        self.file(paper, None, scan, ComparedWith::SignedBeforeMe).await
    }

    /// Prints a document, keeps it in the folder, and has it signed and filed as a scan.
    pub(super) async fn print_and_file(
        &mut self,
        document: DocumentKind,
        paper: PaperKind,
        party: Option<Party>,
    ) -> Result<(), Stop> {
        let bytes = self.print(document, party).await?;
        self.file(paper, party, bytes, ComparedWith::SignedBeforeMe).await
    }
}
