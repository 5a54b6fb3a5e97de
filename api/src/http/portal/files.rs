//! The files of the pages, as they were when the program was built. A debug build reads them when it
//! starts, so that the pages can be built anew without it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use hyper::body::Bytes;
use rust_embed::RustEmbed;

use super::file::File;

/// What `scripts/portal` built; nothing where it never ran.
#[derive(RustEmbed)]
#[folder = "../portal/dist"]
#[allow_missing = true]
struct Built;

/// The files by their path below the root, such as `assets/family-Bx31.js`.
#[derive(Debug, Default)]
pub struct Files(BTreeMap<String, File>);

impl Files {
    /// What was built.
    pub fn built() -> Files {
        let built = Built::iter().filter_map(|path| {
            let file = Built::get(&path)?;
            Some((path.into_owned(), whole(file.data)))
        });
        Files::of(built.collect())
    }

    /// Files with what lies compressed beside them.
    pub fn of(mut all: BTreeMap<String, Bytes>) -> Files {
        let paths: Vec<String> = all.keys().cloned().collect();
        let mut files = BTreeMap::new();
        // What begins with a dot is for the build alone.
        let served = |path: &&String| {
            !path.starts_with('.') && !path.ends_with(".br") && !path.ends_with(".gz")
        };
        for path in paths.iter().filter(served) {
            let (brotli, gzip) =
                (all.remove(&format!("{path}.br")), all.remove(&format!("{path}.gz")));
            if let Some(plain) = all.remove(path) {
                files.insert(path.clone(), File::new(path, plain, brotli, gzip));
            }
        }
        Files(files)
    }

    /// The file at a path below the root.
    pub fn get(&self, path: &str) -> Option<&File> {
        self.0.get(path)
    }

    /// The files that lie at the root itself and are no pages, such as `icon.svg`.
    pub fn beside_the_pages(&self) -> impl Iterator<Item = &str> {
        let paths = self.0.keys().map(String::as_str);
        paths.filter(|path| !path.contains('/') && !path.ends_with(".html"))
    }
}

/// The bytes without a copy, where they are part of the program.
fn whole(data: Cow<'static, [u8]>) -> Bytes {
    match data {
        Cow::Borrowed(bytes) => Bytes::from_static(bytes),
        Cow::Owned(bytes) => Bytes::from(bytes),
    }
}
