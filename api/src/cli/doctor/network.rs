//! Who reaches the service, and by what they are told apart.

use super::findings::Findings;
use crate::config::Config;
use crate::store::office::{Mode, Profile};

/// Looks at the addresses.
pub(super) fn look(config: &Config, profile: Option<&Profile>, findings: &mut Findings) {
    let is_real = profile.is_some_and(|profile| profile.mode == Mode::Real);
    let advice = "name the proxy's address in `trusted_proxies`";
    if is_real && config.hides_its_callers() {
        let found = format!(
            "only this machine reaches {}, and no proxy is trusted: all callers have one address",
            config.listen
        );
        findings.warning("proxy", found, advice);
    } else if is_real && config.trusted_proxies.is_empty() {
        let found = format!("{} is open to the network in plain HTTP", config.listen);
        findings.warning("proxy", found, "put a proxy with TLS in front, and trust its address");
    } else {
        findings.ok("proxy", format!("listens on {}", config.listen));
    }
    if let Some(metrics) = config.metrics_listen.filter(|metrics| !metrics.ip().is_loopback()) {
        let found = format!("figures are open to the network at {metrics}");
        findings.warning("metrics", found, "let only the machine that watches reach them");
    }
    if let Some(profile) = profile.filter(|_| is_real) {
        match profile.base_address.starts_with("https://") {
            true => findings.ok("address", "begins with https://"),
            false => findings.fault(
                "address",
                "the office's address does not begin with https://",
                "put TLS in front; `base_address` is what the codes on the papers lead to",
            ),
        }
    }
}
