//! Pages of papers and documents as pictures, for a screen that shows them beside the facts they prove.

use std::sync::Arc;

use poem::web::Data;
use poem_openapi::{
    OpenApi,
    param::{Path, Query},
};
use uuid::Uuid;
use workflow::CaseId;
use workflow::case::scan::MediaType;
use workflow::rights::Action;

use super::{documents, ledger, papers};
use crate::children::pages::{DrawFault, PageImage};
use crate::http::answer::failures::unreadable;
use crate::http::answer::output::Picture;
use crate::http::answer::{Kind, Problem};
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::reading::consult::consult;
use crate::store::drawer::Drawer;
use crate::store::files::Digest;

/// The narrowest picture, in pixels: a sign of what the paper is.
const NARROWEST: u32 = 100;
/// The widest: a page of A4 at 300 dots to the inch.
const WIDEST: u32 = 2480;
/// The width where the request does not say.
const WIDTH: u32 = 1200;

/// The operations on pages.
pub struct PageImages;

#[OpenApi(prefix_path = "/v1/cases", tag = "Group::Cases")]
impl PageImages {
    /// See a page of a filed scan as a picture: upright, and nothing of what a camera wrote
    #[oai(
        path = "/:case/papers/:number/pages/:page",
        method = "get",
        operation_id = "read_paper_page"
    )]
    async fn of_paper(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        case: Path<Uuid>,
        number: Path<u32>,
        /// Which page, from 1
        page: Path<u32>,
        /// Width of the picture in pixels, 100 to 2480; 1200 where it is not said
        width: Query<Option<u32>>,
    ) -> Result<Picture, Problem> {
        let case_id = CaseId(case.0);
        let history = consult(&service.app, caller.asker(), case_id, Action::ReadPaper).await?;
        let (paper, digest) = papers::find(&history.case, number.0)?;
        let asked = asked(digest, page.0, paper.scan.pages, width.0)?;
        let name = papers::name(paper);
        picture(&service, case_id, asked, paper.scan.media_type, &name).await
    }

    /// See a page of a document as a picture, as it was made; it does not count as a print
    #[oai(
        path = "/:case/documents/:document/pages/:page",
        method = "get",
        operation_id = "read_document_page"
    )]
    async fn of_document(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        case: Path<Uuid>,
        document: Path<String>,
        /// Which page, from 1
        page: Path<u32>,
        /// Width of the picture in pixels, 100 to 2480; 1200 where it is not said
        width: Query<Option<u32>>,
    ) -> Result<Picture, Problem> {
        let case_id = CaseId(case.0);
        consult(&service.app, caller.asker(), case_id, Action::ReadPaper).await?;
        let document = documents::find(&service, case_id, &document.0).await?;
        let Some(made) = &document.made else {
            return Err(Problem::new(Kind::NotReady));
        };
        let asked = asked(made.digest.clone(), page.0, made.pages, width.0)?;
        let name = document.key.kind.printed();
        picture(&service, case_id, asked, MediaType::Pdf, name).await
    }
}

/// Which picture is asked for, if there is such a page.
fn asked(digest: Digest, page: u32, pages: u32, width: Option<u32>) -> Result<PageImage, Problem> {
    let width = width.unwrap_or(WIDTH);
    if !(NARROWEST..=WIDEST).contains(&width) {
        return Err(ledger::unknown_word("width"));
    }
    if !(1..=pages).contains(&page) {
        return Err(Problem::new(Kind::NotFound));
    }
    Ok(PageImage { digest, page, width })
}

/// The picture, drawn before or now. The file is compared with its digest before it is drawn.
async fn picture(
    service: &Service,
    case_id: CaseId,
    asked: PageImage,
    media_type: MediaType,
    name: &str,
) -> Result<Picture, Problem> {
    let app = &service.app;
    if let Some(jpeg) = app.pages.kept(&asked) {
        return Ok(Picture::new(&jpeg));
    }
    let drawer = Drawer::of_case(&app.files, app.store.reader(), case_id).await?;
    let file = drawer.read(&asked.digest).await.map_err(|error| unreadable(error, name))?;
    let jpeg = app.pages.draw(asked, media_type, &file).await.map_err(not_drawn)?;
    Ok(Picture::new(&jpeg))
}

fn not_drawn(fault: DrawFault) -> Problem {
    match fault {
        DrawFault::NotBegun => Problem::new(Kind::Unavailable),
        DrawFault::NotDrawn => Problem::new(Kind::InvalidValues).broken(
            "page-not-drawn",
            None,
            "该页无法显示为图片，请下载原件查看",
            "This page cannot be shown as a picture; download the paper itself",
        ),
    }
}
