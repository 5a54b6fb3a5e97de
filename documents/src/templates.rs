//! The templates, embedded; each is parsed when it is first asked for.

use std::collections::HashMap;
use std::sync::OnceLock;

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

/// All templates. Parsing all of them would take longer than most papers and every trial of a scan.
pub(crate) struct Templates(HashMap<FileId, Template>);

struct Template {
    text: &'static str,
    parsed: OnceLock<Source>,
}

impl Templates {
    /// The templates, none of them parsed.
    pub(crate) fn new() -> Templates {
        let templates = all().filter_map(|(path, text)| {
            Some((file_id(path)?, Template { text, parsed: OnceLock::new() }))
        });
        Templates(templates.collect())
    }

    /// A template, parsed.
    pub(crate) fn get(&self, id: FileId) -> Option<&Source> {
        let template = self.0.get(&id)?;
        Some(template.parsed.get_or_init(|| Source::new(id, template.text.to_owned())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_has_a_path_and_parses() {
        let templates = Templates::new();
        assert_eq!(templates.0.len(), all().count());
        for id in templates.0.keys() {
            let source = templates.get(*id).expect("a template");
            let (errors, _) = source.root().errors_and_warnings();
            assert!(errors.is_empty(), "{:?}: {errors:?}", source.id());
        }
    }
}
