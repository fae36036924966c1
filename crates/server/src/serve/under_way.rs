//! The requests of a connection that are still to be answered.
//!
//! The cast: an [`UnderWay`] counts; an [`Answering`] is one request, counted until the last byte of its answer was
//! handed to the connection.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::BoxError;
use axum::body::{Body, Bytes};
use axum::http::Response;
use hyper::body::{Frame, SizeHint};
use tokio::sync::watch;

/// How many requests of a connection are under way. Clones count together.
#[derive(Clone, Debug, Default)]
pub(super) struct UnderWay {
    count: watch::Sender<usize>,
}

impl UnderWay {
    /// Counts a request until what is given is dropped.
    pub(super) fn begin(&self) -> Answering {
        self.count.send_modify(|count| *count += 1);
        Answering {
            count: self.count.clone(),
        }
    }

    /// Waits until no request has been under way for a while.
    pub(super) async fn none_for(&self, pause: Duration) {
        let mut count = self.count.subscribe();
        loop {
            // A sender is held here, so that waiting cannot fail.
            let _none = count.wait_for(|count| *count == 0).await.map(drop);
            tokio::select! {
                () = tokio::time::sleep(pause) => return,
                _ = count.wait_for(|count| *count > 0) => {}
            }
        }
    }
}

/// A request under way.
#[derive(Debug)]
pub(super) struct Answering {
    count: watch::Sender<usize>,
}

impl Answering {
    /// Counts the request until its answer was handed over, or given up.
    pub(super) fn until_sent(self, response: Response<Body>) -> Response<Body> {
        response.map(|body| {
            Body::new(Sending {
                body,
                _answering: self,
            })
        })
    }
}

impl Drop for Answering {
    fn drop(&mut self) {
        self.count.send_modify(|count| *count = count.saturating_sub(1));
    }
}

/// A body that holds its request under way.
struct Sending {
    body: Body,
    _answering: Answering,
}

impl hyper::body::Body for Sending {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        Pin::new(&mut self.body)
            .poll_frame(context)
            .map_err(BoxError::from)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
