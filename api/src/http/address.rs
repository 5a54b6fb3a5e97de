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

/// One address, one form: IPv4 written as IPv6 is IPv4.
fn canonical(address: IpAddr) -> IpAddr {
    address.to_canonical()
}

#[cfg(test)]
mod tests {
    use super::*;
    use poem::http::{self, uri::Scheme};
    use poem::web::{LocalAddr, RemoteAddr};

    fn from(peer: &str, forwarded: &str) -> String {
        let peer = format!("{peer}:1000").parse::<std::net::SocketAddr>().expect("an address");
        let (parts, ()) = http::Request::builder()
            .header("x-forwarded-for", forwarded)
            .body(())
            .expect("a request")
            .into_parts();
        let parts = (parts, LocalAddr::default(), RemoteAddr(peer.into()), Scheme::HTTP).into();
        let request = Request::from_parts(parts, poem::Body::empty());
        of(&request, &["10.0.0.1".parse().expect("an address")])
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
}
