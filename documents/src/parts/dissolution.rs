//! What the papers of a dissolution say in the same words.

use workflow::case::later::{DissolutionBasis, Later, LaterRequest};
use workflow::procedures::dissolution::deceased;

use crate::parts::secrecy::View;

/// Whether the placer of a minor agrees, so that it takes part.
pub(crate) fn placer_agrees(later: &Later) -> bool {
    matches!(later.request, LaterRequest::Dissolution { adult: false, .. })
}

/// On what footing the parties dissolve.
pub(crate) fn basis_in_words(basis: DissolutionBasis) -> &'static str {
    match basis {
        DissolutionBasis::Agreement => "当事人协议解除",
        DissolutionBasis::ParentsFound => "查找到打拐解救儿童的生父母，收养人与送养人协议解除",
        DissolutionBasis::Dispute => "当事人不能达成协议",
    }
}

/// Why one adopter alone dissolved. The copy of the side that may not know the adopters names none.
pub(crate) fn told_of_the_dead(case: &View<'_>) -> Option<String> {
    let party = deceased(case)?;
    let name = case.adopter(party).filter(|_| !case.hides(party)).map(|dead| dead.name.as_str());
    Some(format!("收养人{}已经死亡，由在世的收养人协议解除。", name.unwrap_or_default()))
}
