//! Requests by operation: how many ended how, and how long they took.

use std::time::Duration;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

/// The ends of the buckets, in seconds: from what a person does not notice to what nobody waits for.
const BUCKETS: [f64; 11] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Ended {
    operation: String,
    /// `2xx` and so on.
    class: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Asked {
    operation: String,
}

/// What is counted of requests. Cheap to clone; all clones count together.
#[derive(Debug, Clone)]
pub struct Requests {
    ended: Family<Ended, Counter>,
    took: Family<Asked, Histogram, fn() -> Histogram>,
}

impl Default for Requests {
    fn default() -> Requests {
        let took: fn() -> Histogram = || Histogram::new(BUCKETS);
        Requests { ended: Family::default(), took: Family::new_with_constructor(took) }
    }
}

impl Requests {
    /// Counts a request that was answered. One that asked for no operation has an empty name.
    pub fn count(&self, operation: &str, status: u16, took: Duration) {
        let class = format!("{}xx", status / 100);
        self.ended.get_or_create(&Ended { operation: operation.to_owned(), class }).inc();
        let asked = Asked { operation: operation.to_owned() };
        self.took.get_or_create(&asked).observe(took.as_secs_f64());
    }

    pub(super) fn register(&self, registry: &mut Registry) {
        registry.register(
            "guijia_http_requests",
            "Requests by operation and class of their answer",
            self.ended.clone(),
        );
        registry.register_with_unit(
            "guijia_http_request",
            "How long requests took",
            Unit::Seconds,
            self.took.clone(),
        );
    }
}
