//! Listening: sockets, TLS, and an end within five seconds.
//!
//! The cast: a [`Listener`] says where and how to listen; a [`Server`] is an app on bound listeners; each connection
//! is served by a task of its own, which is told when the end has come.

mod connection;
mod tls;
mod under_way;

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::app::App;
use connection::Connection;
pub use tls::{TlsError, tls_config};

/// How long requests that are under way may take to end. A service manager is told five seconds for the whole program,
/// and the engine has yet to close its files.
const GRACE: Duration = Duration::from_millis(2_500);

/// How long a listener rests after the system refused it a connection (no more file descriptors, mostly).
const REST: Duration = Duration::from_millis(50);

/// Where and how to listen.
#[derive(Clone, Debug)]
pub enum Listener {
    /// Everything, over plain HTTP.
    Plain(SocketAddr),
    /// Everything, over HTTPS.
    Tls(SocketAddr, Arc<rustls::ServerConfig>),
    /// Only `/trust`, over plain HTTP.
    Trust(SocketAddr),
}

impl Listener {
    fn address(&self) -> SocketAddr {
        match self {
            Self::Plain(address) | Self::Tls(address, _) | Self::Trust(address) => *address,
        }
    }
}

/// A listener could not be bound.
#[derive(Debug, thiserror::Error)]
#[error("cannot listen on {address}: {source}")]
pub struct ServerError {
    /// The address.
    pub address: SocketAddr,
    /// Why.
    pub source: io::Error,
}

/// An app on bound listeners.
pub struct Server {
    app: App,
    bound: Vec<Bound>,
}

struct Bound {
    socket: TcpListener,
    address: SocketAddr,
    tls: Option<Arc<rustls::ServerConfig>>,
    router: Router,
}

impl Server {
    /// Binds every listener, or none.
    ///
    /// # Errors
    /// [`ServerError`] names the address that cannot be bound.
    pub async fn bind(app: App, listeners: Vec<Listener>) -> Result<Self, ServerError> {
        let (router, trust_router) = (app.router(), app.trust_router());
        let mut bound = Vec::with_capacity(listeners.len());
        for listener in listeners {
            let asked = listener.address();
            let failed = |source| ServerError {
                address: asked,
                source,
            };
            let socket = TcpListener::bind(asked).await.map_err(failed)?;
            let address = socket.local_addr().map_err(failed)?;
            let (tls, router) = match listener {
                Listener::Plain(_) => (None, router.clone()),
                Listener::Tls(_, config) => (Some(config), router.clone()),
                Listener::Trust(_) => (None, trust_router.clone()),
            };
            bound.push(Bound {
                socket,
                address,
                tls,
                router,
            });
        }
        app.state.bound.send_replace(true);
        Ok(Self { app, bound })
    }

    /// The addresses that are listened on, in the order of the listeners; ports that were 0 are known now.
    #[must_use]
    pub fn addresses(&self) -> Vec<SocketAddr> {
        self.bound.iter().map(|bound| bound.address).collect()
    }

    /// Serves until `end` comes, then ends within five seconds: no new connection, a goodbye on live streams, and the
    /// answers that are under way. Connections that ask for nothing are dropped at once.
    pub async fn run(self, end: impl Future<Output = ()>) {
        let Self { app, bound } = self;
        let ending = watch::Sender::new(false);
        let mut listening = JoinSet::new();
        for bound in bound {
            listening.spawn(listen(bound, ending.subscribe()));
        }
        end.await;
        ending.send_replace(true);
        app.end_streams();
        let finished = async { while listening.join_next().await.is_some() {} };
        if tokio::time::timeout(GRACE, finished).await.is_err() {
            tracing::warn!("some connections did not end in time and are cut");
        }
    }
}

/// Accepts until the end, then waits for the connections.
async fn listen(bound: Bound, mut ending: watch::Receiver<bool>) {
    let Bound {
        socket,
        address,
        tls,
        router,
    } = bound;
    let mut connections = JoinSet::new();
    tracing::info!(%address, tls = tls.is_some(), "listening");
    loop {
        tokio::select! {
            biased;
            () = ended(&mut ending) => break,
            Some(_done) = connections.join_next(), if !connections.is_empty() => {}
            accepted = socket.accept() => match accepted {
                Ok((stream, peer)) => {
                    let connection = connection(stream, peer, tls.clone(), router.clone(), ending.clone());
                    connections.spawn(connection.serve());
                }
                Err(error) => {
                    tracing::warn!(%error, %address, "a connection could not be accepted");
                    tokio::time::sleep(REST).await;
                }
            },
        }
    }
    drop(socket);
    while connections.join_next().await.is_some() {}
}

/// Waits for the end.
async fn ended(ending: &mut watch::Receiver<bool>) {
    // Whoever would tell is gone: that is the end as well.
    let _told = ending.wait_for(|ending| *ending).await.map(drop);
}

fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    tls: Option<Arc<rustls::ServerConfig>>,
    router: Router,
    ending: watch::Receiver<bool>,
) -> Connection {
    Connection {
        stream,
        peer: peer.ip(),
        tls,
        router,
        ending,
    }
}
