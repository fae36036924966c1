//! Whether a browser's request comes from Saqta's own pages.

use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, Uri};

use crate::network::Client;

/// Where a request says it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// Saqta's own pages.
    Own,
    /// Another site's page.
    Foreign,
    /// It does not say: no browser, or a very old one.
    Unsaid,
}

impl Origin {
    pub(crate) fn of(uri: &Uri, headers: &HeaderMap, client: Client) -> Self {
        let Some(origin) = headers.get(ORIGIN) else {
            return Self::Unsaid;
        };
        let host = headers.get(HOST).and_then(|value| value.to_str().ok());
        let host = host.or_else(|| uri.authority().map(|authority| authority.as_str()));
        match (origin.to_str(), host) {
            (Ok(origin), Some(host)) if is_same(origin, host, client.https) => Self::Own,
            _ => Self::Foreign,
        }
    }
}

/// Whether an origin is that of a host under a scheme; default ports may be said or not.
fn is_same(origin: &str, host: &str, https: bool) -> bool {
    let (scheme, port) = if https { ("https", 443) } else { ("http", 80) };
    let Ok(origin) = origin.parse::<Uri>() else {
        return false;
    };
    let Ok(host) = format!("{scheme}://{host}").parse::<Uri>() else {
        return false;
    };
    let place = |uri: &Uri| {
        let authority = uri.authority()?;
        Some((
            authority.host().to_ascii_lowercase(),
            authority.port_u16().unwrap_or(port),
        ))
    };
    origin.scheme_str() == Some(scheme) && place(&origin).is_some() && place(&origin) == place(&host)
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn an_origin_is_ones_own_when_scheme_host_and_port_agree() {
        for (origin, host, https, expected) in [
            ("https://saqta.example", "saqta.example", true, true),
            ("https://saqta.example", "SAQTA.example:443", true, true),
            ("http://192.0.2.7:8080", "192.0.2.7:8080", false, true),
            ("http://[2001:db8::1]:8080", "[2001:db8::1]:8080", false, true),
            ("http://saqta.example", "saqta.example", true, false),
            ("https://saqta.example:8443", "saqta.example", true, false),
            ("https://saqta.example.evil.example", "saqta.example", true, false),
            ("null", "saqta.example", true, false),
            ("", "saqta.example", true, false),
        ] {
            assert_eq!(is_same(origin, host, https), expected, "{origin} at {host}");
        }
    }
}
