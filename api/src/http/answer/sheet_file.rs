//! The file of an export, as a spreadsheet opens it.

use poem::http::header;
use poem::{IntoResponse, Response};
use poem_openapi::ApiResponse;
use poem_openapi::registry::{
    MetaMediaType, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry,
};

use super::error;
use crate::reading::sheets::SheetFormat;

const CSV: &str = "text/csv";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A file of the ledger.
#[derive(Debug)]
pub struct SheetFile {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its form.
    pub format: SheetFormat,
}

impl IntoResponse for SheetFile {
    fn into_response(self) -> Response {
        let (media_type, name) = match self.format {
            SheetFormat::Csv => (CSV, "ledger.csv"),
            SheetFormat::Xlsx => (XLSX, "ledger.xlsx"),
        };
        Response::builder()
            .header(header::CONTENT_TYPE, media_type)
            .header(header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))
            .header(header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'")
            .body(self.bytes)
    }
}

impl ApiResponse for SheetFile {
    fn meta() -> MetaResponses {
        let file =
            || MetaSchemaRef::Inline(Box::new(MetaSchema::new_with_format("string", "binary")));
        let content =
            [CSV, XLSX].map(|content_type| MetaMediaType { content_type, schema: file() });
        let response = MetaResponse {
            description: "The file",
            status: Some(error::OK.as_u16()),
            status_range: None,
            content: content.into(),
            headers: vec![],
        };
        MetaResponses { responses: vec![response] }
    }

    fn register(_registry: &mut Registry) {}
}
