//! A sample of 撤销收养登记申请书.

use crate::parts::sample::later::adoption;
use crate::parts::sample::people::{father, office};
use crate::parts::sample::{CASE_NUMBER, day};
use workflow::cast::figures::{HUSBAND, PARENTS_CHILD, WIFE};

use super::{Applicant, RevocationApplication};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, RevocationApplication)> {
    vec![("revocation_application", revocation_application())]
}

/// 撤销收养登记申请书.
pub fn revocation_application() -> RevocationApplication {
    let applicant = father();
    RevocationApplication {
        office: office(),
        case_number: CASE_NUMBER.into(),
        applied_on: day(2027, 5, 10),
        applicant: Applicant {
            name: applicant.name,
            identity: applicant.identity,
            organisation: None,
            interest: "被收养人的生父".into(),
            address: applicant.household_address,
            telephone: applicant.telephone,
        },
        adoption: Some(adoption()),
        adopters: Some(vec![HUSBAND.name.into(), WIFE.name.into()]),
        child: PARENTS_CHILD.name.into(),
        grounds: "收养人登记时说没有子女。我在今年四月得知，他们早已生育两个孩子，户口上在奶奶家。登记时的声明是假的，请求撤销收养登记。"
            .into(),
        evidence: vec!["居民户口簿复印件（周素芬户）".into(), "证人杨柳的书面证言".into()],
    }
}
