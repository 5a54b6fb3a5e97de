//! Where a request comes from. A forwarded address counts only when a proxy we know names it.

use std::net::IpAddr;

use poem::Request;

/// The client's address. Without a trusted proxy it is the peer's, whatever the headers say.
pub fn of(request: &Request, trusted_proxies: &[IpAddr]) -> Option<IpAddr> {
    let peer = request.remote_addr().as_socket_addr().map(|address| canonical(address.ip()))?;
    if !trusted_proxies.contains(&peer) {
        return Some(peer);
    }
    let forwarded = request.headers().get_all("x-forwarded-for").iter();
    let hops: Vec<&str> = forwarded
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    // Each proxy appends whom it saw, so the last address that is no proxy of ours is the client.
    let client = hops
        .iter()
        .rev()
        .map_while(|hop| hop.trim().parse::<IpAddr>().ok().map(canonical))
        .find(|address| !trusted_proxies.contains(address));
    Some(client.unwrap_or(peer))
}

/// Whether the caller came over TLS, as far as the proxy says that we know.
pub fn is_over_tls(request: &Request, trusted_proxies: &[IpAddr]) -> bool {
    let forwarded = request.headers().get("x-forwarded-proto");
    is_from(request, trusted_proxies) && forwarded.is_some_and(|protocol| protocol == "https")
}

/// Whether somebody we do not know speaks as a proxy does: a stranger, or a proxy that was forgotten.
pub fn is_unheard(request: &Request, trusted_proxies: &[IpAddr]) -> bool {
    request.headers().contains_key("x-forwarded-for") && !is_from(request, trusted_proxies)
}

fn is_from(request: &Request, proxies: &[IpAddr]) -> bool {
    let peer = request.remote_addr().as_socket_addr();
    peer.is_some_and(|address| proxies.contains(&canonical(address.ip())))
}

/// One address, one form: IPv4 written as IPv6 is IPv4.
fn canonical(address: IpAddr) -> IpAddr {
    address.to_canonical()
}

#[cfg(test)]
mod tests {
    use super::*;
    use poem::http::{self, uri::Scheme};
    use poem::web::{LocalAddr, RemoteAddr};

    fn asked(peer: &str, headers: &[(&str, &str)]) -> Request {
        let peer = format!("{peer}:1000").parse::<std::net::SocketAddr>().expect("an address");
        let request = http::Request::builder();
        let request =
            headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        let (parts, ()) = request.body(()).expect("a request").into_parts();
        let parts = (parts, LocalAddr::default(), RemoteAddr(peer.into()), Scheme::HTTP).into();
        Request::from_parts(parts, poem::Body::empty())
    }

    fn proxies() -> [IpAddr; 1] {
        ["10.0.0.1".parse().expect("an address")]
    }

    fn from(peer: &str, forwarded: &str) -> String {
        of(&asked(peer, &[("x-forwarded-for", forwarded)]), &proxies())
            .map(|address| address.to_string())
            .unwrap_or_default()
    }

    #[test]
    fn strangers_cannot_choose_their_address() {
        assert_eq!(from("203.0.113.9", "198.51.100.1"), "203.0.113.9");
        assert_eq!(from("10.0.0.1", "198.51.100.1"), "198.51.100.1");
        assert_eq!(from("10.0.0.1", "1.2.3.4, 198.51.100.1"), "198.51.100.1");
        assert_eq!(from("10.0.0.1", "1.2.3.4, 198.51.100.1, 10.0.0.1"), "198.51.100.1");
        assert_eq!(from("10.0.0.1", "rubbish"), "10.0.0.1");
    }

    #[test]
    fn only_a_proxy_we_know_says_that_its_caller_came_over_tls() {
        let over_tls =
            |peer: &str, headers: &[(&str, &str)]| is_over_tls(&asked(peer, headers), &proxies());
        assert!(over_tls("10.0.0.1", &[("x-forwarded-proto", "https")]));
        assert!(!over_tls("10.0.0.1", &[("x-forwarded-proto", "http")]));
        assert!(!over_tls("10.0.0.1", &[]));
        assert!(!over_tls("203.0.113.9", &[("x-forwarded-proto", "https")]));
    }

    #[test]
    fn a_proxy_we_do_not_know_is_noticed() {
        let forwarded = [("x-forwarded-for", "198.51.100.1")];
        assert!(is_unheard(&asked("10.0.0.2", &forwarded), &proxies()));
        assert!(!is_unheard(&asked("10.0.0.1", &forwarded), &proxies()));
        assert!(!is_unheard(&asked("10.0.0.2", &[]), &proxies()));
    }
}
