//! The operations that one address may ask only so often.

use std::net::{IpAddr, Ipv6Addr};
use std::sync::Arc;
use std::time::Instant;

use poem::http::header;
use poem::{Request, RequestBody};
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};

use super::doorway::RequestRecord;
use crate::http::answer::{Kind, Problem};
use crate::http::service::Service;

/// Marks an operation that one address may ask only so often. Stands before the body, so that a
/// request that comes too soon is not read.
pub struct Paced;

impl<'a> ApiExtractor<'a> for Paced {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::PoemExtractor];

    type ParamType = ();
    type ParamRawType = ();

    async fn from_request(
        request: &'a Request,
        _body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> poem::Result<Self> {
        let known = request.data::<Arc<Service>>().zip(request.data::<Arc<RequestRecord>>());
        let (service, record) = known.ok_or_else(|| Problem::new(Kind::Internal))?;
        if service.practice {
            return Ok(Paced);
        }
        let address = record.address.unwrap_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED));
        service.pace.admit(address, Instant::now()).map_err(|wait| {
            // Rounded up: who waits as long as told is let in.
            let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
            Problem::new(Kind::TooMany).with_header(header::RETRY_AFTER, &seconds.to_string())
        })?;
        Ok(Paced)
    }
}
