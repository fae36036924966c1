//! One connection, from accept to close.

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

use crate::network::Peer;

/// How long a TLS handshake may take, and the head of a request.
const PATIENCE: Duration = Duration::from_secs(15);

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
            ending,
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
        match tokio::time::timeout(PATIENCE, TlsAcceptor::from(config).accept(stream)).await {
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
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer);
        router.clone().oneshot(request.map(Body::new))
    });
    let mut builder = Builder::new(TokioExecutor::new());
    // A client that closes its side once it has pressed is answered all the same.
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .half_close(true);
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(STILL_THERE);
    let connection = builder.serve_connection(TokioIo::new(stream), service);
    let mut connection = std::pin::pin!(connection);
    let served = tokio::select! {
        served = connection.as_mut() => served,
        () = super::ended(&mut ending) => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = served {
        tracing::debug!(error, peer = %peer.address, "a connection ended before its time");
    }
}
