//! Samples of 解除收养关系证明.

use crate::papers::dissolution_application::sample::dissolution_of_minor;
use crate::parts::adoption::Reissue;
use crate::parts::copies::Copies;
use crate::parts::sample::day;
use crate::parts::sample::later::{adoption, grown_up, old_adoption};
use crate::parts::sample::people::{couple, institution, long_named_couple, office};

use super::DissolutionProof;

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, Copies<DissolutionProof>)> {
    vec![
        ("dissolution_proof", Copies::one(dissolution_proof())),
        ("dissolution_proof_reissued", Copies::one(reissued_dissolution_proof())),
    ]
}

/// 解除收养关系证明.
pub fn dissolution_proof() -> DissolutionProof {
    DissolutionProof {
        office: office(),
        number: "（2027）渝足解字00002".into(),
        blank_serial: Some("5027 0000113".into()),
        adoption: adoption(),
        adopters: Some(couple()),
        child: dissolution_of_minor().child,
        placer: "陈开贵、罗小春".into(),
        adult: false,
        reason: "收养人与送养人协议解除，被收养人同意".into(),
        dissolved_on: day(2027, 4, 23),
        remarks: None,
        reissue: None,
    }
}

/// 解除收养关系证明 of a grown-up adoptee, issued anew.
pub fn reissued_dissolution_proof() -> DissolutionProof {
    DissolutionProof {
        adoption: old_adoption(),
        adopters: Some(long_named_couple()),
        child: grown_up(),
        placer: institution().name,
        adult: true,
        reason: "养父母与成年养子女关系恶化、无法共同生活，协议解除".into(),
        reissue: Some(Reissue {
            number: "（2029）渝足补字00004".into(), on: day(2029, 11, 8)
        }),
        ..dissolution_proof()
    }
}
