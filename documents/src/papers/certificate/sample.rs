//! Samples of 收养登记证.

use crate::parts::adoption::Reissue;
use crate::parts::sample::day;
use crate::parts::sample::people::{
    child, couple, foundling, institution, long_named_couple, office, single_adopter,
};

use super::Certificate;

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, Certificate)> {
    vec![
        ("certificate", certificate()),
        ("certificate_single", certificate_of_one()),
        ("certificate_long_names", certificate_with_long_names()),
        ("certificate_reissued", reissued_certificate()),
        ("certificate_nobody", certificate_without_placer()),
    ]
}

/// 收养登记证 of a couple.
pub fn certificate() -> Certificate {
    Certificate {
        office: office(),
        number: "（2026）渝足收字00007".into(),
        blank_serial: Some("5026 0001842".into()),
        adopters: couple(),
        child: child(),
        placer: institution().name,
        registered_on: day(2026, 6, 1),
        remarks: None,
        reissue: None,
        joint_photo: None,
    }
}

/// 收养登记证 of one adopter.
pub fn certificate_of_one() -> Certificate {
    Certificate { adopters: vec![single_adopter()], ..certificate() }
}

/// 收养登记证 with names and addresses as long as they come.
pub fn certificate_with_long_names() -> Certificate {
    let mut child = child();
    child.name_after_adoption = Some("阿依努尔古丽·阿卜杜热合曼".into());
    Certificate {
        adopters: long_named_couple(),
        child,
        remarks: Some("本证系依照收养人申请，在登记当日核对全部证件原件后颁发。".into()),
        ..certificate()
    }
}

/// 收养登记证 issued anew.
pub fn reissued_certificate() -> Certificate {
    Certificate {
        blank_serial: Some("5027 0001960".into()),
        reissue: Some(Reissue {
            number: "（2027）渝足补字00003".into(), on: day(2027, 10, 18)
        }),
        ..certificate()
    }
}

/// 收养登记证 of a foundling whom nobody places.
pub fn certificate_without_placer() -> Certificate {
    Certificate { child: foundling(), placer: "无送养人".into(), ..certificate() }
}
