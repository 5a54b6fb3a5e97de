//! The table of rights as it stands, in a file that is read like the law it carries out. A change of
//! a right is a change of this file, seen by whoever reviews it.

use std::collections::BTreeSet;
use std::fmt::Write;

use workflow::rights::{Access, Action, Relation, may};
use workflow::{Act, Role};

const CHECKED_IN: &str = include_str!("rights.txt");

/// Every way in which a person of the office can stand to a case, those that never happen included,
/// and the one way of a family and of an institution.
fn ties() -> [Relation; 10] {
    std::array::from_fn(|number| match number {
        8 => Relation::FAMILY,
        9 => Relation { is_own_office: true, is_placer: true, ..Relation::NONE },
        number => Relation {
            is_own_office: number & 1 != 0,
            is_assigned: number & 2 != 0,
            is_registered: number & 4 != 0,
            ..Relation::NONE
        },
    })
}

/// Every action with the word the file writes.
fn actions() -> Vec<(&'static str, Action)> {
    let mut actions = vec![
        ("read_case", Action::ReadCase),
        ("read_paper", Action::ReadPaper),
        ("read_assessment", Action::ReadAssessment),
        ("print_document", Action::PrintDocument),
        ("read_family_page", Action::ReadFamilyPage),
        ("read_accesses", Action::ReadAccesses),
        ("read_placed_case", Action::ReadPlacedCase),
    ];
    actions.extend(Act::ALL.map(|act| (act.word(), Action::Act(act))));
    actions
}

fn letter(role: Role, relation: Relation, action: Action) -> char {
    match may(&BTreeSet::from([role]), relation, action) {
        Access::Allowed => 'Y',
        Access::Forbidden => 'n',
        Access::Hidden => '-',
    }
}

/// One line for each action, one column for each role; in it one letter for each relation.
fn table() -> String {
    let mut text = "Y allowed   n forbidden   - the case does not exist to this role\n\
         One letter for each tie: none, o, a, oa, r, or, ar, oar, f, op, where\n  \
         o  the case is one of the person's office\n  \
         a  the person is appointed to assess it and the task is open\n  \
         r  the adoption is registered\n  \
         f  the case was opened with the code of its receipt\n  \
         p  the person's institution places the child, who is not handed over yet\n\n"
        .to_owned();
    let heads: String = Role::ALL.map(|role| format!(" {:<14}", role.word())).concat();
    // Writing to a text cannot fail.
    let _ = writeln!(text, "{}", format!("{:<24}{heads}", "").trim_end());
    for (word, action) in actions() {
        let cells = Role::ALL.map(|role| {
            let letters = ties().map(|tie| letter(role, tie, action));
            format!(" {:<14}", String::from_iter(letters))
        });
        let _ = writeln!(text, "{}", format!("{word:<24}{}", cells.concat()).trim_end());
    }
    text
}

/// With `GUIJIA_WRITE_RIGHTS` set it is written anew instead, for the eyes of a reviewer.
#[test]
fn the_table_of_rights_is_the_one_checked_in() {
    let table = table();
    if std::env::var_os("GUIJIA_WRITE_RIGHTS").is_some() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/it/access/rights.txt");
        std::fs::write(file, &table).expect("the file is written");
        return;
    }
    assert!(table == CHECKED_IN, "rights.txt is not the table of rights, which is:\n{table}");
}

#[test]
fn nobody_outside_the_case_reads_it_or_acts_in_it() {
    let outside = [
        Role::AgencyManager,
        Role::Institution,
        Role::DonationClerk,
        Role::Auditor,
        Role::Administrator,
        Role::Family,
    ];
    for role in outside {
        for (word, action) in actions() {
            for relation in ties() {
                let family = role == Role::Family && relation == Relation::FAMILY;
                let placer = role == Role::Institution && relation.is_placer;
                let expected = match action {
                    Action::Act(act) if act.opens_a_case() => 'n',
                    Action::ReadFamilyPage if family => 'Y',
                    Action::ReadPlacedCase | Action::Act(Act::FilePaper) if placer => 'Y',
                    Action::ReadAccesses if role == Role::Auditor && relation.is_own_office => 'Y',
                    _ => '-',
                };
                assert_eq!(letter(role, relation, action), expected, "{} {word}", role.word());
            }
        }
    }
}

#[test]
fn several_roles_together_may_what_one_of_them_may_and_no_more() {
    let both = BTreeSet::from([Role::Registrar, Role::Administrator]);
    for (word, action) in actions() {
        for tie in ties() {
            let alone = may(&BTreeSet::from([Role::Registrar]), tie, action);
            assert_eq!(may(&both, tie, action), alone, "{word}");
            assert_eq!(may(&BTreeSet::new(), tie, action), Access::Hidden, "nobody: {word}");
        }
    }
}
