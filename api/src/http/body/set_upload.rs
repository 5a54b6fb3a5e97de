//! A set of indicators as the whole body of a request: a YAML document or a workbook.

use std::time::Duration;

use poem::{Request, RequestBody};
use poem_openapi::{
    ApiExtractor, ApiExtractorType, ExtractParamOptions,
    registry::{MetaMediaType, MetaRequest, MetaSchema, MetaSchemaRef},
};

use super::limited;
use crate::children::sets::{Format, LARGEST};
use crate::http::answer::{Kind, Problem};

/// The media types of sets.
const MEDIA_TYPES: [(&str, Format); 2] = [
    ("application/yaml", Format::Yaml),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Format::Workbook),
];

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

fn stated_format(request: &Request) -> Result<Format, Problem> {
    let stated = limited::media_type(request).map(|stated| stated.trim().to_ascii_lowercase());
    let stated = stated.unwrap_or_default();
    let known = MEDIA_TYPES.iter().find(|(media_type, _)| *media_type == stated);
    known.map(|(_, format)| *format).ok_or_else(|| {
        let (zh, en) = ("指标体系须为 YAML 或者 XLSX", "A set of indicators must be YAML or XLSX");
        Problem::new(Kind::UnsupportedMediaType).broken("input-content-type", None, zh, en)
    })
}

impl<'a> ApiExtractor<'a> for SetUpload {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];

    type ParamType = ();
    type ParamRawType = ();

    fn request_meta() -> Option<MetaRequest> {
        let content = MEDIA_TYPES.map(|(content_type, _)| MetaMediaType {
            content_type,
            schema: MetaSchemaRef::Inline(Box::new(MetaSchema::new_with_format(
                "string", "binary",
            ))),
        });
        let description = Some("The set of indicators");
        Some(MetaRequest { description, content: content.into(), required: true })
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> poem::Result<Self> {
        let format = stated_format(request)?;
        let bytes = limited::read(request, body, LARGEST, PATIENCE).await?;
        Ok(SetUpload { format, bytes })
    }
}
