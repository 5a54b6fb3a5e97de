//! Samples of 无捐赠承诺声明书: for each who declares.

use crate::parts::people::Named;
use crate::parts::sample::people::{adopter, institution, office};
use crate::parts::sample::{CASE_NUMBER, day};
use workflow::cast::figures::{FOUNDLING, REGISTRAR};

use super::{Declaring, NoDonationDeclaration};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, NoDonationDeclaration)> {
    vec![
        ("no_donation_declaration_adopter", adopters_declaration()),
        ("no_donation_declaration_institution", institutions_declaration()),
        ("no_donation_declaration_officer", officers_declaration()),
    ]
}

fn declaration(declaring: Declaring, declarant: Named, capacity: &str) -> NoDonationDeclaration {
    NoDonationDeclaration {
        office: office(),
        case_number: CASE_NUMBER.into(),
        declaring,
        declarant,
        capacity: capacity.into(),
        organisation: None,
        child: FOUNDLING.name.into(),
        drawn_up_on: day(2026, 3, 9),
    }
}

/// 无捐赠承诺声明书 of an adopter.
pub fn adopters_declaration() -> NoDonationDeclaration {
    let declarant = Named::from(&adopter());
    declaration(Declaring::Adopter, declarant, "收养人")
}

/// 无捐赠承诺声明书 of the institution.
pub fn institutions_declaration() -> NoDonationDeclaration {
    let institution = institution();
    let declarant = Named {
        name: institution.representative,
        identity: Some(institution.representative_identity),
    };
    NoDonationDeclaration {
        organisation: Some(institution.name),
        ..declaration(Declaring::Institution, declarant, "送养机构负责人")
    }
}

/// 无捐赠承诺声明书 of a registrar.
pub fn officers_declaration() -> NoDonationDeclaration {
    NoDonationDeclaration {
        organisation: Some(office().name),
        ..declaration(
            Declaring::Officer,
            Named { name: REGISTRAR.into(), identity: None },
            "收养登记员",
        )
    }
}
