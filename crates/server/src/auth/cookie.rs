//! The session cookie.

use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};

/// Its name.
const NAME: &str = "saqta_session";

/// Seconds a browser keeps it; the server forgets the session no later.
const MAX_AGE: u32 = 7 * 24 * 3600;

/// The values of the session cookie in a request: more than one when a browser holds an old one for another path.
pub(crate) fn values(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().strip_prefix(NAME)?.strip_prefix('='))
}

/// The `Set-Cookie` of a new session.
pub(crate) fn set(secret: &str, https: bool) -> Option<HeaderValue> {
    header(secret, MAX_AGE, https)
}

/// The `Set-Cookie` that makes the browser forget.
pub(crate) fn clear(https: bool) -> Option<HeaderValue> {
    header("", 0, https)
}

fn header(value: &str, max_age: u32, https: bool) -> Option<HeaderValue> {
    let secure = if https { "; Secure" } else { "" };
    let text = format!("{NAME}={value}; HttpOnly; SameSite=Strict; Path=/; Max-Age={max_age}{secure}");
    HeaderValue::try_from(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_session_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.append(
            COOKIE,
            "theme=dark; saqta_session=one;saqta_sessions=x".parse().unwrap(),
        );
        headers.append(COOKIE, "saqta_session=two".parse().unwrap());
        assert_eq!(values(&headers).collect::<Vec<_>>(), ["one", "two"]);
    }

    #[test]
    fn it_is_kept_from_scripts_other_sites_and_plain_connections() {
        let cookie = set("s", true).unwrap();
        let text = cookie.to_str().unwrap();
        for part in [
            "saqta_session=s",
            "HttpOnly",
            "SameSite=Strict",
            "Path=/",
            "Secure",
        ] {
            assert!(text.contains(part), "{part} is missing in {text}");
        }
        assert!(!set("s", false).unwrap().to_str().unwrap().contains("Secure"));
    }
}
