//! All figures of this moment as text.

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::ConstCounter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::{ConstGauge, Gauge};
use prometheus_client::registry::{Registry, Unit};

use super::{Requests, Seals};
use crate::clock::{SECOND, now};
use crate::store::{Store, jobs};

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OfJob {
    kind: String,
    state: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OfKind {
    kind: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OfWork {
    work: &'static str,
}

/// The figures of this process, with how many children wait for which work, and of the jobs of its
/// office where the database can be asked.
///
/// # Errors
/// When a figure cannot be written.
pub async fn text(
    requests: &Requests,
    seals: &Seals,
    store: &Store,
    children: &[(&'static str, usize)],
) -> Result<String, std::fmt::Error> {
    let mut registry = Registry::default();
    requests.register(&mut registry);
    seals.register(&mut registry);
    register_store(store, &mut registry);
    register_children(children, &mut registry);
    // Without an answer the figures of jobs are left out rather than told as none.
    if let Ok(shares) = jobs::shares(store.reader()).await {
        register_jobs(&shares, &mut registry);
    }
    let mut text = String::new();
    encode(&mut text, &registry)?;
    Ok(text)
}

fn register_store(store: &Store, registry: &mut Registry) {
    let meter = store.reader().meter();
    let counters = [
        ("guijia_db_statements", "Statements sent to the database", meter.statements()),
        ("guijia_db_transactions", "Transactions begun", meter.transactions()),
        ("guijia_cases_known", "Cases that needed not be read", store.histories().known()),
        ("guijia_cases_read", "Cases read whole or in part", store.histories().read_anew()),
    ];
    for (name, help, count) in counters {
        registry.register(name, help, ConstCounter::new(count));
    }
    registry.register_with_unit(
        "guijia_db_pool_wait",
        "How long transactions waited for their turn and their connection, in all",
        Unit::Seconds,
        ConstCounter::new(meter.waited().as_secs_f64()),
    );
    let stores = i64::from(store.trouble().is_none());
    registry.register("guijia_db_stores", "1 where the database stores", ConstGauge::new(stores));
}

fn register_children(children: &[(&'static str, usize)], registry: &mut Registry) {
    let waiting = Family::<OfWork, Gauge>::default();
    for (work, count) in children {
        let count = i64::try_from(*count).unwrap_or(i64::MAX);
        waiting.get_or_create(&OfWork { work }).set(count);
    }
    registry.register("guijia_children_waiting", "Children that wait for a job", waiting);
}

fn register_jobs(shares: &[jobs::OfKind], registry: &mut Registry) {
    let counts = Family::<OfJob, Gauge>::default();
    let oldest = Family::<OfKind, Gauge>::default();
    for share in shares {
        let of = OfJob { kind: share.kind.clone(), state: share.state.word() };
        counts.get_or_create(&of).set(share.count);
        if share.state == jobs::State::Ready {
            let age = (now() - share.oldest).max(0) / SECOND;
            oldest.get_or_create(&OfKind { kind: share.kind.clone() }).set(age);
        }
    }
    registry.register("guijia_jobs", "Jobs that are not done", counts);
    registry.register_with_unit(
        "guijia_job_oldest",
        "How long the oldest ready job of a kind has waited",
        Unit::Seconds,
        oldest,
    );
}
