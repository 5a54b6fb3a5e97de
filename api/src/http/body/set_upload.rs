//! A set of indicators as the whole body of a request: a YAML document or a workbook.

use std::time::Duration;

use poem::{Request, RequestBody};
use poem_openapi::{
    ApiExtractor, ApiExtractorType, ExtractParamOptions,
    registry::{MetaMediaType, MetaRequest, MetaSchema, MetaSchemaRef},
};

use super::limited;
use crate::children::sets::{Format, LARGEST};
use crate::http::answer::bytes::BYTES;
use crate::http::answer::{Kind, Problem};

/// The media types of sets.
const MEDIA_TYPES: [(&str, Format); 2] = [
    ("application/yaml", Format::Yaml),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Format::Workbook),
];

/// How every workbook begins, being an archive.
const ARCHIVE: &[u8] = b"PK\x03\x04";

/// How long a set may take to arrive.
const PATIENCE: Duration = Duration::from_secs(30);

/// The bytes of a set.
#[derive(Debug)]
pub struct SetUpload {
    /// How it is written.
    pub format: Format,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The format that a request states; none where it calls its body bytes of any kind.
fn stated_format(request: &Request) -> Result<Option<Format>, Problem> {
    let stated = limited::media_type(request).map(|stated| stated.trim().to_ascii_lowercase());
    let stated = stated.unwrap_or_default();
    if stated == BYTES {
        return Ok(None);
    }
    let known = MEDIA_TYPES.iter().find(|(media_type, _)| *media_type == stated);
    known.map(|(_, format)| Some(*format)).ok_or_else(|| {
        let (zh, en) = ("指标体系须为 YAML 或者 XLSX", "A set of indicators must be YAML or XLSX");
        Problem::new(Kind::UnsupportedMediaType).broken("input-content-type", None, zh, en)
    })
}

impl<'a> ApiExtractor<'a> for SetUpload {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];

    type ParamType = ();
    type ParamRawType = ();

    fn request_meta() -> Option<MetaRequest> {
        // Of bodies that differ in their media type alone, a generated client would send any.
        let schema = MetaSchema::new_with_format("string", "binary");
        let content =
            MetaMediaType { content_type: BYTES, schema: MetaSchemaRef::Inline(Box::new(schema)) };
        let said = "The set of indicators: a YAML document or a workbook. It may also be sent as \
                    `application/yaml` or as the type of workbooks.";
        Some(MetaRequest { description: Some(said), content: vec![content], required: true })
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> poem::Result<Self> {
        let stated = stated_format(request)?;
        let bytes = limited::read(request, body, LARGEST, PATIENCE).await?;
        let told = if bytes.starts_with(ARCHIVE) { Format::Workbook } else { Format::Yaml };
        let format = stated.unwrap_or(told);
        Ok(SetUpload { format, bytes })
    }
}
