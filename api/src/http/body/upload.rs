//! A scan as the whole body of a request, up to the limit of scans.
//!
//! What it is, its content tells later; the media type only has to be one that is taken at all.

use std::time::Duration;

use documents::probe::{Foreign, ProbeError};
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
    // What telephones and office programs send is named as what it is.
    let (zh, en) = match Foreign::of_media_type(&stated).map(ProbeError::Foreign) {
        Some(foreign) => (foreign.chinese(), foreign.to_string()),
        None => {
            ("扫描件须为 PDF、JPEG 或 PNG".to_owned(), "A scan must be PDF, JPEG or PNG".to_owned())
        }
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

/// The largest part of an upload that comes in parts.
const LARGEST_PART: usize = 256 * 1024;

/// One part of an upload. What the whole is, is looked at when it is there.
#[derive(Debug)]
pub struct Part(pub Vec<u8>);

impl<'a> ApiExtractor<'a> for Part {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];

    type ParamType = ();
    type ParamRawType = ();

    fn request_meta() -> Option<MetaRequest> {
        let schema = MetaSchema::new_with_format("string", "binary");
        let content = MetaMediaType {
            content_type: PART_TYPE,
            schema: MetaSchemaRef::Inline(Box::new(schema)),
        };
        Some(MetaRequest { description: Some("The part"), content: vec![content], required: true })
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> poem::Result<Self> {
        let stated = limited::media_type(request).map(str::trim);
        if !stated.is_some_and(|stated| stated.eq_ignore_ascii_case(PART_TYPE)) {
            let (zh, en) =
                ("分段上传须为 application/octet-stream", "A part is application/octet-stream");
            let problem = Problem::new(Kind::UnsupportedMediaType);
            return Err(problem.broken("input-content-type", None, zh, en).into());
        }
        Ok(Part(limited::read(request, body, LARGEST_PART, PATIENCE).await?))
    }
}

/// The media type of a part.
const PART_TYPE: &str = "application/octet-stream";
