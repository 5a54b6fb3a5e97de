//! Specimens of the papers that the parties of a practice case bring.

use documents::papers::specimen::Specimen;
use documents::{Document, Marks, Press, PrintError};
use workflow::case::{PaperKind, Party, Placer};
use workflow::cast::agencies::issuer;
use workflow::steps::apply::Apply;

/// A specimen of a paper, as a PDF.
///
/// # Errors
/// When the press cannot print it.
pub fn specimen(
    press: &Press,
    application: &Apply,
    paper: PaperKind,
    party: Option<Party>,
    on: chrono::NaiveDate,
) -> Result<Vec<u8>, PrintError> {
    let (holder, number) = holder(application, party);
    let specimen = Specimen {
        title: paper.printed().to_owned(),
        issuer: issuer(paper).to_owned(),
        holder,
        number,
        on,
    };
    let printed = press.print(&Document::Specimen(specimen), &Marks { specimen: true })?;
    Ok(printed.bytes)
}

/// Whom the paper concerns and that person's number.
fn holder(application: &Apply, party: Option<Party>) -> (String, String) {
    let adopter = |place: usize| {
        let adopter = application.adopters.get(place);
        adopter.map(|adopter| (adopter.name.clone(), adopter.resident_id.0.clone()))
    };
    let placer = application.placer_given();
    let placing = |party: Party| {
        let parties = placer.as_ref().map(Placer::parties).unwrap_or_default();
        let placing = parties.into_iter().find(|placing| placing.party == party);
        placing.map(|placing| (placing.name.to_owned(), placing.resident_id.0.clone()))
    };
    match party {
        Some(Party::FirstAdopter) => adopter(0),
        Some(Party::SecondAdopter) => adopter(1),
        Some(party @ (Party::Placer | Party::SecondPlacer)) => placing(party),
        Some(Party::OtherParent) => {
            let other = placer.as_ref().and_then(Placer::other_parent);
            other.map(|other| {
                let number = other.resident_id.as_ref().map(|number| number.0.clone());
                (other.name.clone().unwrap_or_default(), number.unwrap_or_default())
            })
        }
        Some(Party::Child) => {
            let child = &application.child;
            Some((child.name.clone(), child.entry_number.clone().unwrap_or_default()))
        }
        // Who acts beside the parties stands in no application.
        Some(Party::Guardian | Party::InterestedPerson) => None,
        None => Some((application.child.name.clone(), String::new())),
    }
    .unwrap_or_default()
}
