//! Samples of 收养关系证明.

use crate::parts::adoption::Standing;
use crate::parts::sample::day;
use crate::parts::sample::later::adoption;
use crate::parts::sample::people::{child, couple, office};
use workflow::cast::county::DAZU;
use workflow::cast::figures::REGISTRAR;

use super::AdoptionProof;

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, AdoptionProof)> {
    let [stands, dissolved, revoked, by_court, void] = adoption_proofs();
    vec![
        ("adoption_proof_stands", stands),
        ("adoption_proof_dissolved", dissolved),
        ("adoption_proof_revoked", revoked),
        ("adoption_proof_dissolved_by_court", by_court),
        ("adoption_proof_void", void),
    ]
}

fn proof(standing: Standing) -> AdoptionProof {
    AdoptionProof {
        office: office(),
        number: "渝足证字〔2027〕0012号".into(),
        issued_on: day(2027, 10, 18),
        adopters: couple(),
        child: child(),
        adoption: adoption(),
        standing,
        purpose: "办理被收养人入学手续".into(),
        registrar: REGISTRAR.into(),
    }
}

/// 收养关系证明: it stands, it was dissolved, it was revoked, a court dissolved it, a court found it void.
pub fn adoption_proofs() -> [AdoptionProof; 5] {
    [
        proof(Standing::Stands),
        proof(Standing::Dissolved {
            on: day(2027, 4, 23),
            number: "（2027）渝足解字00002".into(),
            by: office().name,
        }),
        proof(Standing::Revoked {
            on: day(2027, 6, 3),
            number: "（2027）渝足撤字00001".into(),
            by: office().name,
        }),
        proof(Standing::DissolvedByCourt {
            on: day(2027, 6, 3),
            number: "（2027）渝0111民初7号".into(),
            by: DAZU.court.into(),
        }),
        proof(Standing::Void {
            on: day(2027, 6, 3),
            number: "（2027）渝0111民初8号".into(),
            by: DAZU.court.into(),
        }),
    ]
}
