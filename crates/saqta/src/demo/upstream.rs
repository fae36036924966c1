//! Asking the child over HTTP: one connection for each request, so that none outlives a killed child.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use axum::body::{Body, to_bytes};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use axum::http::{Method, Request, Response};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpStream;
use tokio::time::timeout;

/// How long one of the demo's own requests may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// The longest answer that the demo itself reads, in bytes.
const LONGEST: usize = 8 * 1024 * 1024;

/// Sends a request and gives the answer, whose body streams as it comes.
///
/// # Errors
/// When nobody listens, or the connection broke before the answer's head.
pub(super) async fn send(server: SocketAddr, request: Request<Body>) -> anyhow::Result<Response<Body>> {
    let stream = TcpStream::connect(server).await?;
    stream.set_nodelay(true)?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::debug!(%error, "a connection to the server broke");
        }
    });
    Ok(sender.send_request(request).await?.map(Body::new))
}

/// Gets a file with its headers.
///
/// # Errors
/// When it cannot be had.
pub(super) async fn get(server: SocketAddr, path: &str) -> anyhow::Result<Response<axum::body::Bytes>> {
    let request = Request::get(path)
        .header(HOST, server.to_string())
        .body(Body::empty())?;
    let answer = async {
        let (head, body) = send(server, request).await?.into_parts();
        Ok(Response::from_parts(head, to_bytes(body, LONGEST).await?))
    };
    timeout(PATIENCE, answer)
        .await
        .context("the server did not answer in time")?
}

/// Asks the API with a token; gives the JSON of an answer that did what was asked.
///
/// # Errors
/// When it did not.
pub(super) async fn ask(
    server: SocketAddr,
    token: &str,
    method: Method,
    path: &str,
    body: &Value,
) -> anyhow::Result<Value> {
    let request = Request::builder()
        .method(method)
        .uri(format!("/api/v1{path}"))
        .header(HOST, server.to_string())
        .header(AUTHORIZATION, format!("Bearer {token}"))
        .header(CONTENT_TYPE, "application/json")
        .body(Body::from(body.to_string()))?;
    let answer = async {
        let (head, body) = send(server, request).await?.into_parts();
        let bytes = to_bytes(body, LONGEST).await?;
        ensure!(
            head.status.is_success(),
            "the server answered {}: {}",
            head.status,
            String::from_utf8_lossy(&bytes)
        );
        Ok(serde_json::from_slice(&bytes)?)
    };
    timeout(PATIENCE, answer)
        .await
        .context("the server did not answer in time")?
}
