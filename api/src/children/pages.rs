//! Pages of papers as pictures for a screen: drawn in a bounded child process, because what comes from
//! outside is opened there, and kept for a while in memory alone.

use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use documents::MediaType;
use documents::page_image::draw;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use serde::{Deserialize, Serialize};

use crate::children::child::{self, ChildFault, Limits, length, read_part};
use crate::children::pool::{Pool, Which};
use crate::store::files::Digest;

/// The hidden command of this program that draws what it reads.
pub const DRAW_COMMAND: &str = "draw-pages";
/// The longest order, in bytes: a type, a page and a width.
const LONGEST_ORDER: u64 = 1000;
/// The largest file, in bytes: a printed volume of many scans.
const LARGEST_FILE: u64 = 1 << 30;
/// Children at work at once; the others wait for their turn.
const CHILDREN: usize = 2;
/// How many bytes of pictures are kept at most.
const KEPT_BYTES: u64 = 48 << 20;
/// How many pictures that may be: most have some 200 kB.
const KEPT: usize = 250;

/// What the child may take.
const LIMITS: Limits = Limits {
    memory: 2_000_000,
    processor_seconds: 20,
    patience: Duration::from_secs(25),
    longest_answer: 32 << 20,
    jobs: 200,
    idle: Duration::from_secs(60),
};

/// Which picture is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PageImage {
    /// The file that has the page.
    pub digest: Digest,
    /// Which page, from one.
    pub page: u32,
    /// How wide it is to be, in pixels.
    pub width: u32,
}

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum DrawFault {
    /// The page cannot be drawn, or not within the limits.
    #[error("the page cannot be drawn")]
    NotDrawn,
    /// The child could not be run.
    #[error("the drawing process could not be run")]
    NotBegun,
}

/// What the child is told before the file.
#[derive(Serialize, Deserialize)]
struct Order {
    media_type: MediaType,
    page: u32,
    width: u32,
}

#[derive(Clone)]
struct ByBytes;

impl Weighter<PageImage, Arc<[u8]>> for ByBytes {
    fn weight(&self, _asked: &PageImage, jpeg: &Arc<[u8]>) -> u64 {
        jpeg.len() as u64 + 1
    }
}

/// Draws in children, and keeps what was drawn last.
#[derive(Clone)]
pub struct Pages {
    children: Pool,
    drawn: Arc<Cache<PageImage, Arc<[u8]>, ByBytes>>,
}

impl Pages {
    /// Pages drawn by children that run this program.
    pub fn new(program: PathBuf) -> Pages {
        let children = Pool::new(program, DRAW_COMMAND, Vec::new(), LIMITS, CHILDREN);
        Pages { children, drawn: Arc::new(Cache::with_weighter(KEPT, KEPT_BYTES, ByBytes)) }
    }

    /// How many children wait for a page.
    pub fn waiting(&self) -> usize {
        self.children.waiting()
    }

    /// A picture that was drawn before. Whoever asks has to be entitled to the paper.
    pub fn kept(&self, asked: &PageImage) -> Option<Arc<[u8]>> {
        self.drawn.get(asked)
    }

    /// Draws a page of a file as a JPEG.
    ///
    /// # Errors
    /// [`DrawFault`] by what a later try may bring.
    pub async fn draw(
        &self,
        asked: PageImage,
        media_type: MediaType,
        file: &[u8],
    ) -> Result<Arc<[u8]>, DrawFault> {
        let order = Order { media_type, page: asked.page, width: asked.width };
        let order = serde_json::to_vec(&order).map_err(|_| DrawFault::NotDrawn)?;
        let jpeg: Arc<[u8]> = understand(self.answer(&order, file).await)?.into();
        self.drawn.insert(asked, jpeg.clone());
        Ok(jpeg)
    }

    /// Asks a child. Where one fell that had drawn other pages before, a fresh one says whether it was
    /// this page.
    async fn answer(&self, order: &[u8], file: &[u8]) -> Result<Vec<u8>, ChildFault> {
        let mut which = Which::Any;
        loop {
            let mut child = self.children.lend(which).await?;
            let is_used = child.is_used;
            child.hand(order).await;
            child.hand(file).await;
            match child.answer().await {
                Err(_) if is_used => which = Which::Fresh,
                answer => return answer,
            }
        }
    }
}

/// The child answers with the picture, or with nothing where it has none.
fn understand(answer: Result<Vec<u8>, ChildFault>) -> Result<Vec<u8>, DrawFault> {
    match answer {
        Ok(jpeg) if jpeg.is_empty() => Err(DrawFault::NotDrawn),
        Ok(jpeg) => Ok(jpeg),
        Err(ChildFault::NotBegun) => Err(DrawFault::NotBegun),
        Err(ChildFault::Died) => Err(DrawFault::NotDrawn),
    }
}

/// The child's side: reads orders, each with its file, from standard input, and writes a picture for
/// each to standard output.
pub fn draw_standard_input() -> ExitCode {
    match draw_each(&mut io::stdin().lock(), &mut io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(2),
    }
}

fn draw_each(input: &mut impl Read, output: &mut impl Write) -> io::Result<()> {
    while let Some(order) = read_part(input, LONGEST_ORDER)? {
        child::renew_processor_time(LIMITS.processor_seconds)?;
        let Order { media_type, page, width } = serde_json::from_slice(&order)?;
        let file = read_part(input, LARGEST_FILE)?.ok_or(io::ErrorKind::UnexpectedEof)?;
        let page = usize::try_from(page).unwrap_or(usize::MAX);
        let jpeg = draw(media_type, &file, page, width).unwrap_or_default();
        output.write_all(&length(&jpeg))?;
        output.write_all(&jpeg)?;
        output.flush()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_without_a_picture_is_told_from_a_child_that_never_began() {
        assert!(matches!(understand(Ok(Vec::new())), Err(DrawFault::NotDrawn)));
        assert!(matches!(understand(Err(ChildFault::Died)), Err(DrawFault::NotDrawn)));
        assert!(matches!(understand(Err(ChildFault::NotBegun)), Err(DrawFault::NotBegun)));
    }

    #[test]
    fn pictures_are_kept_by_file_page_and_width_and_not_without_end() {
        let pages = Pages::new("/bin/false".into());
        let asked = |page, width| PageImage { digest: Digest::of(b"scan"), page, width };
        pages.drawn.insert(asked(1, 800), Arc::from(b"a picture".as_slice()));
        assert_eq!(pages.kept(&asked(1, 800)).as_deref(), Some(b"a picture".as_slice()));
        assert!(pages.kept(&asked(2, 800)).is_none() && pages.kept(&asked(1, 801)).is_none());
        for page in 0..200 {
            pages.drawn.insert(asked(page, 2400), vec![0; 1 << 20].into());
        }
        assert!(pages.drawn.weight() <= KEPT_BYTES);
    }
}
