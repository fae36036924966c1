//! A client that checks every answer of the API against its description.

use std::net::SocketAddr;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response};
use futures_util::StreamExt as _;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpStream;

use super::schema;

/// Long enough for a busy machine; a test that waits so long has failed.
const PATIENCE: Duration = Duration::from_secs(20);

#[derive(Clone)]
pub(crate) struct Client {
    address: SocketAddr,
    headers: HeaderMap,
}

/// An answer, as far as tests look at it.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Bytes,
    /// The body, if it is JSON.
    pub(crate) json: Value,
    asked: String,
}

impl Answer {
    /// The answer, if its status is as expected.
    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Self {
        assert_eq!(
            self.status,
            status,
            "{}: {}",
            self.asked,
            String::from_utf8_lossy(&self.bytes)
        );
        self
    }

    #[track_caller]
    pub(crate) fn text(&self, name: &str) -> String {
        self.json[name]
            .as_str()
            .unwrap_or_else(|| panic!("no text {name} in {}", self.json))
            .to_owned()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn id(&self) -> String {
        self.text("id")
    }

    pub(crate) fn flags(&self) -> Vec<String> {
        serde_json::from_value(self.json["flags"].clone()).unwrap()
    }
}

impl Client {
    pub(crate) fn new(address: SocketAddr) -> Self {
        Self {
            address,
            headers: HeaderMap::new(),
        }
    }

    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.insert(
            HeaderName::try_from(name).unwrap(),
            HeaderValue::try_from(value).unwrap(),
        );
        self
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        self.headers.remove(name);
        self
    }

    /// `http://host:port`, as this client's browser would call its page's origin.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, &format!("/api/v1{path}"), Bytes::new())
            .await
    }

    pub(crate) async fn delete(&self, path: &str) -> Answer {
        self.send(Method::DELETE, &format!("/api/v1{path}"), Bytes::new())
            .await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Answer {
        self.send(Method::POST, &format!("/api/v1{path}"), body.to_string().into())
            .await
    }

    /// A body as it is.
    pub(crate) async fn post_bytes(&self, path: &str, body: impl Into<Bytes>) -> Answer {
        self.send(Method::POST, &format!("/api/v1{path}"), body.into())
            .await
    }

    /// A page outside the API.
    pub(crate) async fn page(&self, path: &str) -> Answer {
        self.send(Method::GET, path, Bytes::new()).await
    }

    pub(crate) async fn send(&self, method: Method, path: &str, body: Bytes) -> Answer {
        let asked = format!("{method} {path}");
        let receive = async {
            let response = self.open(method.clone(), path, body).await;
            let (parts, body) = response.into_parts();
            (parts, axum::body::to_bytes(body, usize::MAX).await.unwrap())
        };
        let received = tokio::time::timeout(PATIENCE, receive).await;
        let (parts, bytes) = received.unwrap_or_else(|_| panic!("{asked} is not answered"));
        let json = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        let answer = Answer {
            status: parts.status.as_u16(),
            headers: parts.headers,
            bytes,
            json,
            asked,
        };
        if path.starts_with("/api/v1") {
            schema::check(&method, path, &answer);
        }
        answer
    }

    /// The raw exchange, on a connection of its own.
    pub(crate) async fn open(&self, method: Method, path: &str, body: Bytes) -> Response<Body> {
        let stream = TcpStream::connect(self.address).await.unwrap();
        let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.unwrap();
        tokio::spawn(connection);
        let mut request = Request::new(Body::from(body));
        *request.method_mut() = method;
        *request.uri_mut() = path.parse().unwrap();
        *request.headers_mut() = self.headers.clone();
        let host = self.address.to_string();
        request
            .headers_mut()
            .insert("host", HeaderValue::try_from(host).unwrap());
        sender.send_request(request).await.unwrap().map(Body::new)
    }

    /// Follows the stream: from a position, or from now.
    pub(crate) async fn follow(&self, from: Option<u64>) -> EventStream {
        let query = from.map_or_else(String::new, |position| format!("?from={position}"));
        let response = self
            .open(Method::GET, &format!("/api/v1/stream{query}"), Bytes::new())
            .await;
        assert_eq!(response.status(), 200, "the stream is refused");
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        EventStream {
            body: response.into_body(),
            buffer: String::new(),
        }
    }
}

/// A live stream, cut into its blocks.
pub(crate) struct EventStream {
    body: Body,
    buffer: String,
}

/// One event of a stream.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Event {
    pub(crate) id: Option<u64>,
    pub(crate) name: String,
    pub(crate) data: Value,
}

impl EventStream {
    /// The next block, comments included; none when the stream has ended.
    pub(crate) async fn block(&mut self) -> Option<String> {
        loop {
            if let Some((block, rest)) = self.buffer.split_once("\n\n") {
                let block = block.to_owned();
                self.buffer = rest.to_owned();
                return Some(block);
            }
            let mut stream = std::mem::replace(&mut self.body, Body::empty()).into_data_stream();
            let next = tokio::time::timeout(PATIENCE, stream.next())
                .await
                .expect("the stream is silent");
            self.body = Body::from_stream(stream);
            self.buffer
                .push_str(std::str::from_utf8(&next?.unwrap()).unwrap());
        }
    }

    /// The next event that is not a mere head; none when the stream has ended.
    pub(crate) async fn next(&mut self) -> Option<Event> {
        loop {
            let block = self.block().await?;
            let field = |name: &str| {
                let line = block
                    .lines()
                    .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
                line.map(str::to_owned)
            };
            let Some(name) = field("event").filter(|name| name != "head") else {
                continue;
            };
            return Some(Event {
                id: field("id").map(|id| id.parse().unwrap()),
                name,
                data: serde_json::from_str(&field("data").unwrap()).unwrap(),
            });
        }
    }

    /// The next event, which must come.
    pub(crate) async fn expect(&mut self, name: &str) -> Event {
        let event = self
            .next()
            .await
            .unwrap_or_else(|| panic!("the stream ended before {name}"));
        assert_eq!(event.name, name, "{event:?}");
        event
    }
}
