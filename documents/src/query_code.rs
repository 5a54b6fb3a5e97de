//! The QR code on a receipt and on other sheets, drawn as an SVG of one path so that it stays sharp on paper.

use fast_qr::ECL;
use fast_qr::convert::{Builder, Shape, svg::SvgBuilder};
use fast_qr::qr::QRBuilder;

/// Quiet zone around the code, in modules, as the QR standard asks.
const QUIET_ZONE: usize = 4;

/// The SVG of a QR code for `content`, or nothing if the content is too long for one.
pub fn draw(content: &str) -> Option<String> {
    // Medium correction: the receipt gets folded and carried about.
    let code = QRBuilder::new(content).ecl(ECL::M).build().ok()?;
    Some(SvgBuilder::default().margin(QUIET_ZONE).shape(Shape::Square).to_str(&code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_beyond_the_largest_code_is_refused() {
        assert!(draw("https://example.gov.cn/query#7F3K").is_some_and(|svg| svg.contains("<svg")));
        assert!(draw(&"a".repeat(4000)).is_none());
    }
}
