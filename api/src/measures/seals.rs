//! How the sealing of the heads goes.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::registry::{Registry, Unit};

use crate::clock::{Instant, SECOND, now};

/// What is known of the seals. Cheap to clone; all clones know the same.
#[derive(Debug, Clone, Default)]
pub struct Seals(Arc<Known>);

#[derive(Debug, Default)]
struct Known {
    /// When it last went well; zero before.
    at: AtomicI64,
    behind: AtomicI64,
    unseen: AtomicI64,
}

impl Seals {
    /// Notes a seal, and how many chains are not what was sealed before.
    pub fn note(&self, at: Instant, behind: usize) {
        self.0.at.store(at, Ordering::Relaxed);
        self.0.behind.store(i64::try_from(behind).unwrap_or(i64::MAX), Ordering::Relaxed);
    }

    /// Notes how many witnesses have not signed the newest checkpoint.
    pub fn note_unseen(&self, witnesses: usize) {
        self.0.unseen.store(i64::try_from(witnesses).unwrap_or(i64::MAX), Ordering::Relaxed);
    }

    pub(super) fn register(&self, registry: &mut Registry) {
        let at = self.0.at.load(Ordering::Relaxed);
        if at > 0 {
            let age = (now() - at).max(0) / SECOND;
            let help = "How long ago the heads were sealed outside the database";
            registry.register_with_unit(
                "guijia_seal_age",
                help,
                Unit::Seconds,
                ConstGauge::new(age),
            );
        }
        let figures = [
            (
                "guijia_heads_behind",
                "Chains that are shorter than they were sealed, or others",
                &self.0.behind,
            ),
            (
                "guijia_witnesses_behind",
                "Witnesses that have not signed the newest checkpoint",
                &self.0.unseen,
            ),
        ];
        for (name, help, figure) in figures {
            registry.register(name, help, ConstGauge::new(figure.load(Ordering::Relaxed)));
        }
    }
}
