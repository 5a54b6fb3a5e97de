//! What the program needs to print and to take scans in: fonts, its own children, the virus scanner.

use documents::{Document, Marks};
use uuid::Uuid;
use workflow::CaseId;

use super::findings::Findings;
use crate::app;
use crate::children::child;
use crate::children::printing::{self, Printer};
use crate::children::scans::Intake;
use crate::children::virus::{Finding, VirusScanner};
use crate::config::Config;
use crate::store::drawer::Drawer;
use crate::store::files::FileStore;

/// Looks at the program's tools, by using each once.
pub(super) async fn look(config: &Config, findings: &mut Findings) {
    match app::press(config) {
        Ok(press) if press.unusable_fonts() > 0 => findings.warning(
            "fonts",
            format!("{} files are no fonts", press.unusable_fonts()),
            "take them out of `font_directory`, or bring them anew",
        ),
        Ok(_) => findings.ok("fonts", "can be read"),
        Err(error) => findings.fault("fonts", error, "correct `font_directory`"),
    }
    if let Some(page) = print_a_page(config, findings).await {
        probe(&page, findings).await;
    }
    virus_scanner(config, findings).await;
}

/// Has a child print a page that shows nothing of any case.
async fn print_a_page(config: &Config, findings: &mut Findings) -> Option<Vec<u8>> {
    let advice = "a child needs /bin/sh, 3 GB of address space and leave to start processes";
    let (Some(sample), Ok(program)) = (plain_sample(), child::this_program()) else {
        findings.fault("printing", "this program does not find itself", advice);
        return None;
    };
    // It shows no file, so that any folder serves as the place of files.
    let files = match FileStore::open(&config.data) {
        Ok(files) => files,
        Err(error) => {
            findings.fault("printing", error, "name the data directory of the office");
            return None;
        }
    };
    let drawer = Drawer::new(&files, CaseId(Uuid::nil()), None);
    let printer = Printer::new(program, config.font_directory.clone(), printing::LIMITS);
    match printer.print(&drawer, sample, Marks { specimen: true }).await {
        Ok(printed) => {
            findings.ok("printing", format!("a child printed {} page(s)", printed.pages));
            Some(printed.bytes)
        }
        Err(error) => {
            findings.fault("printing", error, advice);
            None
        }
    }
}

fn plain_sample() -> Option<Document> {
    let mut samples = Document::samples().into_iter().map(|(_, sample)| sample);
    samples.find(|sample| sample.attachments().is_empty())
}

/// Has a child look into the page as if it were a scan.
async fn probe(page: &[u8], findings: &mut Findings) {
    let Ok(program) = child::this_program() else { return };
    match Intake::new(program, None).admit(page).await {
        Ok(_) => findings.ok("scans", "a child looked into one"),
        Err(error) => findings.fault(
            "scans",
            error,
            "a child needs /bin/sh, 1.5 GB of address space and leave to start processes",
        ),
    }
}

async fn virus_scanner(config: &Config, findings: &mut Findings) {
    const ABOUT: &str = "virus scanner";
    let Some(address) = &config.virus_scanner else {
        return findings.ok(ABOUT, "none is configured");
    };
    let Some(scanner) = VirusScanner::parse(address) else {
        let advice = "`virus_scanner` must be tcp://host:port or unix:///path";
        return findings.fault(ABOUT, "its address is none", advice);
    };
    match scanner.examine(b"guijia doctor").await {
        Ok(Finding::Clean) => findings.ok(ABOUT, "answers"),
        Ok(Finding::Infected) => {
            findings.fault(ABOUT, "takes a harmless text for harmful", "look at its signatures");
        }
        Err(error) => findings.fault(ABOUT, error, "start it: without it no scan is taken in"),
    }
}
