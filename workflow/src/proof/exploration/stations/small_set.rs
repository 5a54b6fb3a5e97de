//! A set of a few items, so that many paths are walked by it.

use crate::indicator::{IndicatorSet, Points, default_set};

/// The first group of the default set, one item of integration, and three vetoes.
pub fn small_set() -> IndicatorSet {
    let mut set = default_set();
    set.capability.groups.truncate(1);
    set.capability.bonuses.clear();
    set.capability.max = Points::whole(10);
    set.capability.pass = Points::whole(8);
    set.integration.groups[0].items.truncate(1);
    set.integration.max = Points::whole(10);
    set.integration.pass = Points::whole(8);
    set.vetoes.retain(|veto| ["V5", "V6", "V9"].contains(&veto.code.as_str()));
    set
}
