//! The one port for people: `/demo/…` is the stage's, everything else is handed on to the child, as it comes and
//! without keeping any of it back.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{CONNECTION, HOST};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, Version};
use axum::response::Response;
use axum::routing::{any, get, post};
use axum::serve::ListenerExt as _;
use tokio::net::TcpListener;

use super::stage::{self, Stage};
use super::upstream;

/// Headers that concern one connection only (RFC 9110, 7.6.1).
const OF_THE_CONNECTION: [&str; 7] = [
    "connection",
    "keep-alive",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// Serves until the caller gives up.
///
/// # Errors
/// Those of the socket.
pub(super) async fn serve(socket: TcpListener, stage: Arc<Stage>) -> std::io::Result<()> {
    let socket = socket.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "a connection could not be set to send at once");
        }
    });
    let router = Router::new()
        .route("/demo/state", get(stage::state))
        .route("/demo/scenes/{name}", post(stage::play))
        .route("/demo/qr.svg", get(stage::qr))
        .route("/demo/{*rest}", any(stage::nothing))
        .fallback(hand_on)
        .with_state(stage);
    axum::serve(socket, router.into_make_service_with_connect_info::<SocketAddr>()).await
}

/// Hands a request on to the child. While there is none, the stage's own files are still there.
async fn hand_on(
    State(stage): State<Arc<Stage>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let path = request.uri().path().to_owned();
    let answer = match stage.keeper.addresses() {
        Some(server) => upstream::send(server.http, as_proxy(request, peer)).await,
        None => Err(anyhow::anyhow!("there is no server")),
    };
    match answer {
        Ok(mut response) => {
            strip(response.headers_mut());
            response
        }
        Err(error) => {
            tracing::debug!(error = format!("{error:#}"), path, "the server did not answer");
            let kept = if is_read { stage.pages.find(&path) } else { None };
            kept.unwrap_or_else(|| stage::problem(StatusCode::BAD_GATEWAY, "the server does not answer"))
        }
    }
}

/// A request as a proxy sends it, for whom it came from.
fn as_proxy(request: Request, peer: SocketAddr) -> Request<Body> {
    let (mut head, body) = request.into_parts();
    let authority = head.uri.authority().map(ToString::to_string);
    if let Some(host) = authority.and_then(|authority| HeaderValue::try_from(authority).ok()) {
        // HTTP/2 names the host in the address only.
        head.headers.entry(HOST).or_insert(host);
    }
    head.uri = head
        .uri
        .path_and_query()
        .map_or_else(|| Uri::from_static("/"), |path| Uri::from(path.clone()));
    head.version = Version::HTTP_11;
    strip(&mut head.headers);
    // What the client itself says of this is not believed: it has come here directly.
    head.headers.remove("forwarded");
    if let Ok(address) = HeaderValue::try_from(peer.ip().to_canonical().to_string()) {
        head.headers.insert("x-forwarded-for", address);
    }
    head.headers
        .insert("x-forwarded-proto", HeaderValue::from_static("http"));
    Request::from_parts(head, body)
}

fn strip(headers: &mut HeaderMap) {
    let named: Vec<HeaderName> = headers
        .get_all(CONNECTION)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|name| name.trim().parse().ok())
        .collect();
    for name in named {
        headers.remove(name);
    }
    for name in OF_THE_CONNECTION {
        headers.remove(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_concerns_the_connection_or_is_pretended_is_not_handed_on() {
        let request = Request::post("http://192.0.2.7:8080/api/v1/alarms?x=1")
            .header("connection", "keep-alive, x-private")
            .header("x-private", "1")
            .header("x-forwarded-for", "127.0.0.1")
            .header("forwarded", "for=127.0.0.1")
            .header("idempotency-key", "k")
            .body(Body::empty())
            .unwrap();
        let handed = as_proxy(request, "198.51.100.9:4444".parse().unwrap());
        assert_eq!(handed.uri(), "/api/v1/alarms?x=1");
        let headers = handed.headers();
        assert_eq!(headers["x-forwarded-for"], "198.51.100.9");
        assert_eq!(headers["host"], "192.0.2.7:8080");
        assert_eq!(headers["idempotency-key"], "k");
        for name in ["connection", "x-private", "forwarded"] {
            assert!(!headers.contains_key(name), "{name}");
        }
    }
}
