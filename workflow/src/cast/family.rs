//! The people of one application, and how they apply for each kind of child: the institution, birth parents
//! together or beside a step-parent, kin, a guardian, nobody.

use chrono::NaiveDate;

use super::figures::SUPPORTING_GRANDMOTHER;
use crate::case::{
    Adopter, BirthParent, Child, ChildKind, Institution, KinRelation, Kinship, OtherParent,
    OtherParentState, Party, PlacingGuardian, PlacingParents, PlacingPerson, SupportDutyPerson,
    Wishes,
};
use crate::identity::Division;
use crate::steps::apply::Apply;

/// The couple, the child, and whoever may place it.
#[derive(Debug, Clone)]
pub struct Family {
    /// Who adopts.
    pub adopters: [Adopter; 2],
    /// The child, as the institution found it and raises it.
    pub child: Child,
    /// The institution that raises it.
    pub institution: Institution,
    /// The division it was found in.
    pub division: Division,
    /// Where a foundling is cared for that no institution raises.
    pub finders_address: &'static str,
    /// The birth father.
    pub father: PlacingPerson,
    /// The birth mother.
    pub mother: PlacingPerson,
    /// The father of a stepchild.
    pub absent_father: PlacingPerson,
    /// The father's father, who is guardian.
    pub grandfather: PlacingPerson,
}

/// The day on which a court took guardianship from the parents of a child in state guardianship.
const GUARDIANSHIP_REVOKED_ON: Option<NaiveDate> = NaiveDate::from_ymd_opt(2024, 11, 5);

impl Family {
    /// The application for a child of a kind, in order on the first day of practice.
    pub fn application_of(self, kind: ChildKind) -> Apply {
        match kind {
            ChildKind::InstitutionFoundling | ChildKind::RescuedChild => {
                self.of_the_institution(kind)
            }
            ChildKind::InstitutionOrphan => self.entered(kind),
            ChildKind::GuardianOrphan => self.of_an_orphans_guardian(),
            ChildKind::Foundling => self.of_a_foundling(),
            ChildKind::HardshipParents => self.of_parents_in_hardship(),
            ChildKind::IncapableParents => self.of_a_guardian(kind),
            ChildKind::CollateralKin => self.of_kin(),
            ChildKind::Stepchild => self.of_a_stepfather(),
            ChildKind::StateGuardianship => {
                let mut application = self.entered(kind);
                application.child.guardianship_revoked_on = GUARDIANSHIP_REVOKED_ON;
                application
            }
        }
    }

    /// The couple adopts a child of the institution.
    fn of_the_institution(self, kind: ChildKind) -> Apply {
        Apply {
            kind,
            adopters: self.adopters.into(),
            child: self.child,
            placer: Some(self.institution),
            parents: None,
            guardian: None,
            support_duty: Vec::new(),
            kinship: None,
            raised_since: None,
            sibling_case: None,
            reason: "结婚多年未生育，愿意给孩子一个完整、温暖的家。".to_owned(),
            wishes: Wishes::default(),
        }
    }

    /// A child of the institution that was not found.
    fn entered(self, kind: ChildKind) -> Apply {
        let mut application = self.of_the_institution(kind);
        let child = &mut application.child;
        (child.found_on, child.found_at, child.features) = (None, None, None);
        application
    }

    /// The couple found a child and reported it at once; no institution raises it.
    fn of_a_foundling(self) -> Apply {
        let (division, address) = (self.division.clone(), self.finders_address);
        let mut application =
            Apply { placer: None, ..self.of_the_institution(ChildKind::Foundling) };
        let child = &mut application.child;
        (child.entered_institution_on, child.entry_number) = (None, None);
        child.found_division = Some(division);
        child.address = address.to_owned();
        application.reason = "捡拾孩子后当即报案，照料至今，愿意依法抚养孩子成人。".to_owned();
        application
    }

    /// A grandfather who is the guardian places the child.
    fn of_a_guardian(self, kind: ChildKind) -> Apply {
        let guardian = PlacingGuardian {
            person: Some(self.grandfather.clone()),
            organisation: None,
            relation: "祖父".to_owned(),
        };
        let mut application = self.of_the_village(kind);
        application.guardian = Some(guardian);
        application.reason = "与孩子一家相识多年，愿意抚养孩子，让她有完整的家。".to_owned();
        application
    }

    /// The maternal grandmother has a duty to support the orphan and consents.
    fn of_an_orphans_guardian(self) -> Apply {
        let mut application = self.of_a_guardian(ChildKind::GuardianOrphan);
        application.support_duty = vec![SupportDutyPerson {
            name: SUPPORTING_GRANDMOTHER.to_owned(),
            relation: "外祖母".to_owned(),
        }];
        application
    }

    /// The mother's cousin and his wife adopt the child of both parents.
    fn of_kin(self) -> Apply {
        let mut application = self.of_both_parents(ChildKind::CollateralKin);
        application.kinship = Some(Kinship {
            adopter: Party::FirstAdopter,
            parent: BirthParent::Mother,
            relation: KinRelation::MaternalCousin,
        });
        application.reason = "孩子的母亲是收养人的表妹，双方家庭商定由我们抚养孩子。".to_owned();
        application
    }

    /// The couple adopts the child of birth parents in special hardship, who place it together.
    fn of_parents_in_hardship(self) -> Apply {
        let mut application = self.of_both_parents(ChildKind::HardshipParents);
        application.reason =
            "结婚多年未生育，了解孩子家中困难，愿意抚养并给她一个完整的家。".to_owned();
        application
    }

    /// The mother's husband adopts her daughter; the father lives and must consent.
    fn of_a_stepfather(self) -> Apply {
        let (mother, father) = (self.mother.clone(), self.absent_father.clone());
        let other_parent = Some(OtherParent {
            state: OtherParentState::Alive,
            name: Some(father.name),
            resident_id: Some(father.resident_id),
            document: None,
            division: Some(father.division),
        });
        let mut application = self.of_the_village(ChildKind::Stepchild);
        application.parents = Some(PlacingParents { placing: vec![mother], other_parent });
        application.adopters.truncate(1);
        application.reason =
            "与孩子的母亲结婚后共同抚养孩子三年，愿意依法承担父亲的责任。".to_owned();
        application
    }

    fn of_both_parents(self, kind: ChildKind) -> Apply {
        let placing = vec![self.father.clone(), self.mother.clone()];
        let parents = PlacingParents { placing, other_parent: None };
        Apply { parents: Some(parents), ..self.of_the_village(kind) }
    }

    /// A child of known parents has its father's surname, was not found and entered no institution.
    fn of_the_village(self, kind: ChildKind) -> Apply {
        let address = self.father.household_address.clone();
        let surname: String = self.father.name.chars().take(1).collect();
        let mut application = Apply { placer: None, ..self.of_the_institution(kind) };
        let child = &mut application.child;
        (child.found_on, child.entered_institution_on) = (None, None);
        (child.found_at, child.entry_number, child.features) = (None, None, None);
        let given: String = child.name.chars().skip(1).collect();
        child.name = surname + &given;
        child.address = address;
        application
    }
}
