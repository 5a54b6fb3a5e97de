//! What each file of a crate takes from the other files of it: its arrows.
//!
//! A file is read as Rust, without what is there for tests only. A name that a module only hands on
//! (`pub use`) is followed to the file that defines it, so that a face of a folder is no arrow's end.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};

use super::sources;

/// A module's or a name's place in its crate, such as `law`, `time`, `periods`, `age_on`.
type Place = Vec<String>;

/// From each file to the files it takes something from, with the names that it takes.
pub type Arrows = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// One file as a module.
#[derive(Default)]
struct Module {
    /// Its path from the source folder of the crate.
    file: String,
    /// Names it brings in, private or handed on, with the place each comes from.
    brought: BTreeMap<String, Place>,
    /// Names it hands on.
    handed_on: BTreeSet<String>,
    /// Modules whose every name it hands on.
    handed_on_whole: Vec<Place>,
    /// Names that it defines itself.
    defined: BTreeSet<String>,
    /// Every place that its text names.
    named: BTreeSet<Place>,
}

/// Where the file of a path stands in its crate.
fn place_of(path: &str) -> Place {
    let path = path.trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    let is_root = ["lib", "main"].contains(&path);
    if is_root { Vec::new() } else { path.split('/').map(str::to_owned).collect() }
}

fn is_for_tests(attributes: &[syn::Attribute]) -> bool {
    let text = |attribute: &syn::Attribute| match &attribute.meta {
        syn::Meta::List(list) => list.tokens.to_string(),
        _ => String::new(),
    };
    attributes.iter().any(|attribute| attribute.path().is_ident("cfg") && text(attribute) == "test")
}

/// Reads one file.
struct Reader<'a> {
    place: &'a [String],
    module: Module,
}

impl Reader<'_> {
    /// The place a path names, where it is one of this crate.
    fn absolute(&self, path: &[String]) -> Option<Place> {
        let ups = path.iter().take_while(|part| *part == "super").count();
        match path.first()?.as_str() {
            "crate" => Some(path[1..].to_vec()),
            "self" => Some([self.place, &path[1..]].concat()),
            "super" => {
                let kept = self.place.len().checked_sub(ups)?;
                Some([&self.place[..kept], &path[ups..]].concat())
            }
            _ => None,
        }
    }

    fn note_path(&mut self, path: Vec<String>) {
        self.module.named.insert(path);
    }

    fn note_tree(&mut self, tree: &syn::UseTree, before: &[String], handed_on: bool) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            syn::UseTree::Path(path) => self.note_tree(&path.tree, &with(&path.ident), handed_on),
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.note_tree(tree, before, handed_on);
                }
            }
            syn::UseTree::Name(name) if name.ident == "self" => {
                self.bring(before.last().cloned().unwrap_or_default(), before.to_vec(), handed_on);
            }
            syn::UseTree::Name(name) => {
                self.bring(name.ident.to_string(), with(&name.ident), handed_on);
            }
            syn::UseTree::Rename(name) => {
                self.bring(name.rename.to_string(), with(&name.ident), handed_on);
            }
            syn::UseTree::Glob(_) if handed_on => {
                let whole = self.absolute(before).unwrap_or_else(|| self.below(before));
                self.module.handed_on_whole.push(whole);
            }
            syn::UseTree::Glob(_) => {}
        }
    }

    /// A path without `crate` in front begins at a child of the module, or outside of the crate.
    fn below(&self, path: &[String]) -> Place {
        [self.place, path].concat()
    }

    fn bring(&mut self, name: String, path: Vec<String>, handed_on: bool) {
        let place = self.absolute(&path).unwrap_or_else(|| self.below(&path));
        if handed_on {
            self.module.handed_on.insert(name.clone());
        } else {
            self.module.named.insert([&["crate".to_owned()], place.as_slice()].concat());
        }
        self.module.brought.insert(name, place);
    }

    /// A macro is text to the reader: every path in it is noted.
    fn note_tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.note_path(std::mem::take(&mut path));
                    }
                    path.push(name.to_string());
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                TokenTree::Group(group) => {
                    self.note_path(std::mem::take(&mut path));
                    self.note_tokens(group.stream());
                    colons = 0;
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {
                    self.note_path(std::mem::take(&mut path));
                    colons = 0;
                }
            }
        }
        self.note_path(path);
    }
}

impl<'file> Visit<'file> for Reader<'_> {
    fn visit_item(&mut self, item: &'file syn::Item) {
        let (attributes, name) = match item {
            syn::Item::Const(item) => (&item.attrs, Some(&item.ident)),
            syn::Item::Enum(item) => (&item.attrs, Some(&item.ident)),
            syn::Item::Fn(item) => (&item.attrs, Some(&item.sig.ident)),
            syn::Item::Static(item) => (&item.attrs, Some(&item.ident)),
            syn::Item::Struct(item) => (&item.attrs, Some(&item.ident)),
            syn::Item::Trait(item) => (&item.attrs, Some(&item.ident)),
            syn::Item::Type(item) => (&item.attrs, Some(&item.ident)),
            syn::Item::Mod(item) => (&item.attrs, None),
            syn::Item::Use(item) => (&item.attrs, None),
            syn::Item::Impl(item) => (&item.attrs, None),
            syn::Item::Macro(item) => (&item.attrs, None),
            _ => return,
        };
        if is_for_tests(attributes) {
            return;
        }
        self.module.defined.extend(name.map(syn::Ident::to_string));
        visit::visit_item(self, item);
    }

    fn visit_item_use(&mut self, item: &'file syn::ItemUse) {
        let handed_on = !matches!(item.vis, syn::Visibility::Inherited);
        self.note_tree(&item.tree, &[], handed_on);
    }

    fn visit_path(&mut self, path: &'file syn::Path) {
        let parts = path.segments.iter().map(|segment| segment.ident.to_string());
        self.note_path(parts.collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, invoked: &'file syn::Macro) {
        self.visit_path(&invoked.path);
        self.note_tokens(invoked.tokens.clone());
    }

    fn visit_attribute(&mut self, _: &'file syn::Attribute) {}
}

/// The modules of a crate by their place.
struct Crate(BTreeMap<Place, Module>);

impl Crate {
    /// The file that defines what a place names, and the name it takes there.
    fn file_of(&self, place: &[String], turns: u8) -> Option<(&str, String)> {
        for length in 0..place.len() {
            let (module, name, rest) = (&place[..length], &place[length], &place[length + 1..]);
            let Some(here) = self.0.get(module) else { continue };
            if here.handed_on.contains(name) && turns > 0 {
                let further = here.brought.get(name)?;
                let further = [further.as_slice(), rest].concat();
                if further != place {
                    return self.file_of(&further, turns - 1);
                }
            }
            if self.0.contains_key(&place[..=length]) {
                continue;
            }
            if !here.defined.contains(name) {
                let mut whole = here.handed_on_whole.iter().filter_map(|from| self.0.get(from));
                if let Some(from) = whole.find(|from| from.defined.contains(name)) {
                    return Some((&from.file, name.clone()));
                }
            }
            return Some((&here.file, name.clone()));
        }
        // A module that is named as a whole is no arrow yet; what is taken from it is.
        None
    }

    /// The place of a path that a module's text names.
    fn place(&self, at: &[String], module: &Module, path: &[String]) -> Option<Place> {
        let first = path.first()?;
        let ups = path.iter().take_while(|part| *part == "super").count();
        if first == "crate" {
            return Some(path[1..].to_vec());
        }
        if first == "self" {
            return Some([at, &path[1..]].concat());
        }
        if ups > 0 {
            return Some([at.get(..at.len().checked_sub(ups)?)?, &path[ups..]].concat());
        }
        if let Some(from) = module.brought.get(first) {
            return Some([from.as_slice(), &path[1..]].concat());
        }
        let child = [at, std::slice::from_ref(first)].concat();
        (path.len() > 1 && self.0.contains_key(&child)).then(|| [at, path].concat())
    }
}

/// The arrows between the files below a folder of source code.
pub fn arrows(folder: &str) -> Arrows {
    let mut all = BTreeMap::new();
    for source in sources(folder) {
        let file = source.path[folder.len()..].trim_start_matches('/').to_owned();
        if source.is_for_tests() {
            continue;
        }
        let place = place_of(&file);
        let parsed = syn::parse_file(&source.text).expect("source that compiles");
        let module = Module { file, ..Module::default() };
        let mut reader = Reader { place: &place, module };
        reader.visit_file(&parsed);
        let module = reader.module;
        all.insert(place, module);
    }
    let all = Crate(all);
    let mut arrows = Arrows::new();
    for (place, module) in &all.0 {
        let from = arrows.entry(module.file.clone()).or_default();
        for path in &module.named {
            let named = all.place(place, module, path);
            let Some((file, name)) = named.and_then(|named| all.file_of(&named, 8)) else {
                continue;
            };
            if file != module.file {
                from.entry(file.to_owned()).or_default().insert(name);
            }
        }
    }
    arrows
}
