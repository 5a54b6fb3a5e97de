//! The templates, embedded and parsed once for each press.

use std::collections::HashMap;

use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};

use crate::papers;

/// What templates import, and the trial of [`crate::placement`], each by its place in the source.
const PARTS: &[(&str, &str)] = &[
    ("parts/adoption.typ", include_str!("parts/adoption.typ")),
    ("parts/credential.typ", include_str!("parts/credential.typ")),
    ("parts/form.typ", include_str!("parts/form.typ")),
    ("parts/later_approval.typ", include_str!("parts/later_approval.typ")),
    ("parts/marks.typ", include_str!("parts/marks.typ")),
    ("parts/page.typ", include_str!("parts/page.typ")),
    ("parts/parties.typ", include_str!("parts/parties.typ")),
    ("parts/refusal.typ", include_str!("parts/refusal.typ")),
    ("parts/remedies.typ", include_str!("parts/remedies.typ")),
    ("parts/request.typ", include_str!("parts/request.typ")),
    ("parts/text.typ", include_str!("parts/text.typ")),
    ("placement.typ", include_str!("placement.typ")),
];

/// Every template by the path it is imported under.
fn all() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    papers::TEMPLATES.iter().chain(PARTS)
}

/// The number typst knows a virtual file by. Numbers are never given back, so only paths from a
/// small fixed set may be asked for.
pub(crate) fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// All templates, parsed.
pub(crate) fn parse() -> HashMap<FileId, Source> {
    all()
        .filter_map(|(path, text)| {
            let id = file_id(path)?;
            Some((id, Source::new(id, (*text).to_owned())))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_has_a_path_and_parses() {
        let parsed = parse();
        assert_eq!(parsed.len(), all().count());
        for source in parsed.values() {
            let (errors, _) = source.root().errors_and_warnings();
            assert!(errors.is_empty(), "{:?}: {errors:?}", source.id());
        }
    }
}
