//! One connection, from accept to close.
//!
//! The cast: a [`Connection`] is served until its peer goes or the end comes; its [`UnderWay`] counts the requests that
//! are still to be answered, since only they may hold up the end.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt as _;

use super::under_way::UnderWay;
use crate::network::Peer;

/// How long a TLS handshake may take, and the head of a request.
const PATIENCE: Duration = Duration::from_secs(15);

/// How many header fields a request may have: each costs memory before anybody is known.
const HEADERS: usize = 1_000;

/// How many bytes the header fields of an HTTP/2 request may take; HTTP/1 takes as many.
const HEADER_BYTES: u32 = 400 * 1024;

/// How long a connection without a request may still take to say goodbye, or to hand over a request that has come.
const FAREWELL: Duration = Duration::from_millis(200);

/// How often an HTTP/2 peer is asked whether it is still there.
const STILL_THERE: Duration = Duration::from_secs(20);

/// One connection.
pub(super) struct Connection {
    pub(super) stream: TcpStream,
    pub(super) peer: IpAddr,
    pub(super) tls: Option<Arc<rustls::ServerConfig>>,
    pub(super) router: Router,
    pub(super) ending: watch::Receiver<bool>,
}

impl Connection {
    /// Serves until the peer goes, or the end comes and what is under way is answered.
    pub(super) async fn serve(self) {
        let Self {
            stream,
            peer,
            tls,
            router,
            mut ending,
        } = self;
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, %peer, "a connection could not be set to send at once");
        }
        let peer = Peer {
            address: peer,
            tls: tls.is_some(),
        };
        let Some(config) = tls else {
            return speak(stream, peer, router, ending).await;
        };
        let handshake = tokio::time::timeout(PATIENCE, TlsAcceptor::from(config).accept(stream));
        let shaken = tokio::select! {
            shaken = handshake => shaken,
            // Who has not begun to speak has asked for nothing.
            () = super::ended(&mut ending) => return,
        };
        match shaken {
            Ok(Ok(stream)) => speak(stream, peer, router, ending).await,
            Ok(Err(error)) => tracing::debug!(%error, peer = %peer.address, "a TLS handshake failed"),
            Err(_) => tracing::debug!(peer = %peer.address, "a TLS handshake took too long"),
        }
    }
}

async fn speak<S>(stream: S, peer: Peer, router: Router, mut ending: watch::Receiver<bool>)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let under_way = UnderWay::default();
    let counting = under_way.clone();
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer);
        let answering = counting.begin();
        let answer = router.clone().oneshot(request.map(Body::new));
        async move { answer.await.map(|response| answering.until_sent(response)) }
    });
    let mut builder = Builder::new(TokioExecutor::new());
    // A client that closes its side once it has pressed is answered all the same.
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .max_headers(HEADERS)
        .half_close(true);
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_header_list_size(HEADER_BYTES)
        .keep_alive_interval(STILL_THERE);
    let connection = builder.serve_connection(TokioIo::new(stream), service);
    let mut connection = std::pin::pin!(connection);
    let served = tokio::select! {
        served = connection.as_mut() => served,
        () = super::ended(&mut ending) => {
            connection.as_mut().graceful_shutdown();
            tokio::select! {
                served = connection => served,
                () = under_way.none_for(FAREWELL) => return,
            }
        }
    };
    if let Err(error) = served {
        tracing::debug!(error, peer = %peer.address, "a connection ended before its time");
    }
}
