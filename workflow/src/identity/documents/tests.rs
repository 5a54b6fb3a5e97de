//! The documents of identity, on numbers that are published as examples or invented.

use super::*;

fn document(document_type: DocumentType, number: &str) -> IdentityDocument {
    IdentityDocument { document_type, number: number.to_owned(), nationality: None }
}

fn passport(number: &str, state: &str) -> IdentityDocument {
    let nationality = Some(Nationality(state.to_owned()));
    IdentityDocument { nationality, ..document(DocumentType::ForeignPassport, number) }
}

/// A document that names a state where its kind does.
fn of_its_state(document_type: DocumentType, number: &str) -> IdentityDocument {
    let nationality = document_type.names_a_state().then(|| Nationality("FRA".to_owned()));
    IdentityDocument { nationality, ..document(document_type, number) }
}

/// Width, case, blanks and brackets are how it was typed.
#[test]
fn a_number_is_read_into_its_standard_form() {
    let read = |document_type: &str, number: &str| -> IdentityDocument {
        let written = serde_json::json!({ "document_type": document_type, "number": number });
        serde_json::from_value(written).expect("a document")
    };
    for (document_type, typed, kept) in [
        ("hong_kong_macau_permit", "h1234567801", "H1234567801"),
        ("hong_kong_card", "ａ123456（3）", "A123456(3)"),
        ("taiwan_card", "a123 456 789", "A123456789"),
        ("chinese_passport", "e-12345678", "E12345678"),
    ] {
        let read = read(document_type, typed);
        assert_eq!((read.number.as_str(), read.faults()), (kept, vec![]), "{typed}");
    }
    let cards = [("hong_kong_card", "A123456(3)"), ("hong_kong_card", "a1234563")];
    let [one, other] = cards.map(|(kind, number)| read(kind, number).holder());
    assert_eq!(one, other);
}

#[test]
fn a_number_has_the_form_of_its_kind() {
    use DocumentType::*;
    let table: [(DocumentType, &[&str], &[&str]); 9] = [
        (
            ResidentCard,
            &["11010519491231002X", "810000198301020011"],
            &["110105491231002", "110105194912310021"],
        ),
        (
            OldResidentCard,
            &["110105491231002"],
            &["11010549123100", "110105491331002", "990105491231002", "11010519491231002X"],
        ),
        (
            HongKongMacauPermit,
            &["H12345678", "M1234567801"],
            &["H1234567", "A12345678", "H123456780", "h12345678", ""],
        ),
        (TaiwanPermit, &["12345678", "1234567801"], &["1234567", "T12345678", "１２３４５６７８"]),
        (
            HongKongCard,
            &["A123456(3)", "A1234563"],
            &["A123456(4)", "A123456", "123456(3)", "A123456(3", "ABC123456(3)", "()", ")"],
        ),
        (
            MacauCard,
            &["1234567(8)", "51234567", "71234568"],
            &["2234567(8)", "123456(7)", "1234567(A)"],
        ),
        (
            TaiwanCard,
            &["A123456789"],
            &["A123456788", "A12345678", "1123456789", "Ａ123456789", ""],
        ),
        (
            ForeignPermanentResidenceCard,
            &["931156198506080195", "FRA310085060812"],
            &["931156198506080194", "831156198506080195", "FRA31008506081", "FR310085060812", ""],
        ),
        (
            ChinesePassport,
            &["E12345678", "EA1234567", "G12345678"],
            &["E1234567", "EAB123456", "12345678", "E123456789"],
        ),
    ];
    for (document_type, right, wrong) in table {
        for number in right {
            let faults = of_its_state(document_type, number).faults();
            assert_eq!(faults, [], "{document_type:?} {number}");
        }
        for number in wrong {
            let faults = of_its_state(document_type, number).faults();
            assert_eq!(faults, [DocumentFault::Number], "{document_type:?} {number}");
        }
    }
}

/// Whatever is typed, one digit wrong is found where there is a check character.
#[test]
fn a_digit_misread_is_found() {
    for (document_type, number) in
        [(DocumentType::HongKongCard, "A123456(3)"), (DocumentType::TaiwanCard, "A123456789")]
    {
        for place in 1..7 {
            let misread: String = number
                .char_indices()
                .map(|(at, character)| match character.to_digit(10) {
                    Some(digit) if at == place => {
                        char::from_digit((digit + 1) % 10, 10).unwrap_or('0')
                    }
                    _ => character,
                })
                .collect();
            assert!(!document(document_type, &misread).faults().is_empty(), "{misread}");
        }
    }
}

#[test]
fn a_foreign_passport_names_a_foreign_state() {
    assert_eq!(passport("AB1234567", "FRA").faults(), []);
    assert_eq!(passport("AB1234567", "CHN").faults(), [DocumentFault::Nationality]);
    assert_eq!(passport("AB1234567", "fra").faults(), [DocumentFault::Nationality]);
    let nowhere = document(DocumentType::ForeignPassport, "AB 1");
    assert_eq!(nowhere.faults(), [DocumentFault::Number, DocumentFault::Nationality]);
    let permit = IdentityDocument {
        document_type: DocumentType::TaiwanPermit,
        ..passport("12345678", "FRA")
    };
    assert_eq!(permit.faults(), [DocumentFault::Nationality]);
}

#[test]
fn a_renewed_document_is_of_the_same_person() {
    use DocumentType::*;
    let same = |one: (DocumentType, &str), other: (DocumentType, &str)| {
        document(one.0, one.1).holder() == document(other.0, other.1).holder()
    };
    assert!(same((HongKongMacauPermit, "H1234567800"), (HongKongMacauPermit, "H1234567801")));
    assert!(same((HongKongMacauPermit, "H12345678"), (HongKongMacauPermit, "H1234567801")));
    assert!(!same((HongKongMacauPermit, "H12345678"), (HongKongMacauPermit, "M12345678")));
    assert!(same((TaiwanPermit, "1234567801"), (TaiwanPermit, "12345678")));
    assert!(same((OldResidentCard, "110105491231002"), (ResidentCard, "11010519491231002X")));
    assert!(!same((OldResidentCard, "110105491231002"), (ResidentCard, "440524188001010014")));
    assert!(!same((TaiwanPermit, "12345678"), (ChinesePassport, "12345678")));
    assert_ne!(passport("AB1", "FRA").holder(), passport("AB1", "DEU").holder());
}
