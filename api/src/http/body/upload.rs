//! A scan as the whole body of a request, up to the limit of scans.
//!
//! What it is, its content tells later; the media type only has to be one that is taken at all.

use std::time::Duration;

use poem::{Request, RequestBody};
use poem_openapi::{
    ApiExtractor, ApiExtractorType, ExtractParamOptions,
    registry::{MetaMediaType, MetaRequest, MetaSchema, MetaSchemaRef},
};

use super::limited;
use crate::children::scans;
use crate::http::answer::bytes::BYTES;
use crate::http::answer::{Kind, Problem};

/// The media types of scans.
pub const MEDIA_TYPES: [&str; 3] = ["application/pdf", "image/jpeg", "image/png"];

/// How long a scan may take to arrive over a slow line.
const PATIENCE: Duration = Duration::from_secs(120);

/// The bytes of a scan.
#[derive(Debug)]
pub struct Upload(pub Vec<u8>);

fn expect_scan(request: &Request) -> Result<(), Problem> {
    let stated = limited::media_type(request).map(|stated| stated.trim().to_ascii_lowercase());
    let stated = stated.unwrap_or_default();
    if MEDIA_TYPES.contains(&stated.as_str()) || stated == BYTES {
        return Ok(());
    }
    // What telephones send unless they are told otherwise.
    let (zh, en) = if matches!(stated.as_str(), "image/heic" | "image/heif") {
        ("HEIC 照片请转存为 JPEG 后再上传", "A HEIC photo must be saved as a JPEG first")
    } else {
        ("扫描件须为 PDF、JPEG 或 PNG", "A scan must be PDF, JPEG or PNG")
    };
    Err(Problem::new(Kind::UnsupportedMediaType).broken("input-content-type", None, zh, en))
}

impl<'a> ApiExtractor<'a> for Upload {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];

    type ParamType = ();
    type ParamRawType = ();

    fn request_meta() -> Option<MetaRequest> {
        // Of bodies that differ in their media type alone, a generated client would send any.
        let schema = MetaSchema::new_with_format("string", "binary");
        let content =
            MetaMediaType { content_type: BYTES, schema: MetaSchemaRef::Inline(Box::new(schema)) };
        let said = "The scan: a PDF, JPEG or PNG. It may also be sent as `application/pdf`, \
                    `image/jpeg` or `image/png`; what it is, its content tells.";
        Some(MetaRequest { description: Some(said), content: vec![content], required: true })
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> poem::Result<Self> {
        expect_scan(request)?;
        let bytes = limited::read(request, body, scans::LARGEST, PATIENCE).await?;
        Ok(Upload(bytes))
    }
}
