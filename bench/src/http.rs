//! Just enough of HTTP/1.1 to ask often: kept-alive connections, answers with a length, and chunked streams.

use std::net::SocketAddr;

use anyhow::{Context as _, bail, ensure};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// A connection that is kept.
pub(crate) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// An answer.
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
}

/// The head of a message.
pub(crate) struct Head {
    pub(crate) first_line: String,
    /// Bytes that follow; none when it is chunked or says nothing.
    pub(crate) length: Option<usize>,
}

impl Connection {
    pub(crate) async fn open(address: SocketAddr) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self::on(stream))
    }

    /// The other side of a connection that was taken in.
    pub(crate) fn on(stream: TcpStream) -> Self {
        Self {
            stream,
            buffer: Vec::with_capacity(4_096),
        }
    }

    /// Sends a request and waits for its answer.
    pub(crate) async fn ask(&mut self, request: &[u8]) -> anyhow::Result<Response> {
        self.send(request).await?;
        let head = self.head().await?.context("closed before the answer")?;
        let status = head
            .first_line
            .split(' ')
            .nth(1)
            .and_then(|word| word.parse().ok());
        let body = self
            .body(head.length.context("an answer without a length")?)
            .await?;
        Ok(Response {
            status: status.context("an answer without a status")?,
            body,
        })
    }

    pub(crate) async fn send(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        Ok(self.stream.write_all(bytes).await?)
    }

    /// The next head; none when the other side has closed.
    pub(crate) async fn head(&mut self) -> anyhow::Result<Option<Head>> {
        let end = loop {
            if let Some(at) = self.buffer.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
                break at;
            }
            if !self.read().await? {
                return Ok(None);
            }
        };
        let text = String::from_utf8_lossy(&self.buffer[..end]).into_owned();
        self.buffer.drain(..end + 4);
        let mut lines = text.split("\r\n");
        let first_line = lines.next().unwrap_or_default().to_owned();
        let length = lines
            .filter_map(|line| line.split_once(':'))
            .find_map(|(name, value)| {
                name.eq_ignore_ascii_case("content-length")
                    .then(|| value.trim().parse().ok())
                    .flatten()
            });
        Ok(Some(Head { first_line, length }))
    }

    pub(crate) async fn body(&mut self, length: usize) -> anyhow::Result<Vec<u8>> {
        while self.buffer.len() < length {
            ensure!(self.read().await?, "closed within a body");
        }
        let rest = self.buffer.split_off(length);
        Ok(std::mem::replace(&mut self.buffer, rest))
    }

    /// The next piece of a chunked body; none at its end.
    pub(crate) async fn chunk(&mut self) -> anyhow::Result<Option<Vec<u8>>> {
        let end = loop {
            if let Some(at) = self.buffer.windows(2).position(|bytes| bytes == b"\r\n") {
                break at;
            }
            if !self.read().await? {
                return Ok(None);
            }
        };
        let size = std::str::from_utf8(&self.buffer[..end])
            .ok()
            .and_then(|text| usize::from_str_radix(text, 16).ok());
        let Some(size) = size else {
            bail!("a chunk without a size")
        };
        self.buffer.drain(..end + 2);
        let mut chunk = self.body(size + 2).await?;
        chunk.truncate(size);
        Ok((size > 0).then_some(chunk))
    }

    async fn read(&mut self) -> anyhow::Result<bool> {
        Ok(self.stream.read_buf(&mut self.buffer).await? > 0)
    }
}
