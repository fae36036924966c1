//! Figures for Prometheus.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use prometheus_client::encoding::text::encode;
use prometheus_client::encoding::{EncodeLabelSet, LabelSetEncoder};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;
use saqta_engine::Handle;

use crate::settings::Readings;

/// Bounds of the time from a press to its answer, in seconds.
const PRESS_BOUNDS: [f64; 12] = [
    0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0,
];

/// How many different words of screens' faults are told apart; others are counted as `other`.
const FAULT_WORDS: usize = 32;

/// Labels as pairs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Labels<const N: usize>([(&'static str, String); N]);

impl<const N: usize> EncodeLabelSet for Labels<N> {
    fn encode(&self, encoder: &mut LabelSetEncoder<'_>) -> Result<(), std::fmt::Error> {
        self.0.encode(encoder)
    }
}

/// Figures that the requests themselves make.
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<Labels<3>, Counter>,
    client_faults: Family<Labels<1>, Counter>,
    fault_words: Mutex<Vec<String>>,
    press: Histogram,
    following: Arc<AtomicI64>,
}

/// Counts a follower for as long as it lives.
pub(crate) struct Following(Arc<AtomicI64>);

impl Drop for Following {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Metrics {
    pub(crate) fn new() -> Self {
        let mut registry = Registry::with_prefix("saqta");
        let requests = Family::default();
        registry.register(
            "http_requests",
            "Requests answered, by route, method and status",
            requests.clone(),
        );
        let client_faults = Family::default();
        registry.register(
            "client_faults",
            "What screens could not do, as they reported it",
            client_faults.clone(),
        );
        let press = Histogram::new(PRESS_BOUNDS);
        registry.register(
            "press_seconds",
            "From a press to its answer, in seconds",
            press.clone(),
        );
        Self {
            registry,
            requests,
            client_faults,
            fault_words: Mutex::default(),
            press,
            following: Arc::default(),
        }
    }

    pub(crate) fn request(&self, route: &str, method: &str, status: u16) {
        let labels = [
            ("route", route.to_owned()),
            ("method", method.to_owned()),
            ("status", status.to_string()),
        ];
        self.requests.get_or_create(&Labels(labels)).inc();
    }

    pub(crate) fn press_took(&self, time: Duration) {
        self.press.observe(time.as_secs_f64());
    }

    pub(crate) fn client_fault(&self, what: &str) {
        let mut words = self.fault_words.lock().unwrap_or_else(PoisonError::into_inner);
        let mut known = words.iter().any(|word| word == what);
        if !known && words.len() < FAULT_WORDS {
            words.push(what.to_owned());
            known = true;
        }
        let counted = if known { what } else { "other" };
        self.client_faults
            .get_or_create(&Labels([("what", counted.to_owned())]))
            .inc();
    }

    pub(crate) fn following(&self) -> Following {
        self.following.fetch_add(1, Ordering::Relaxed);
        Following(Arc::clone(&self.following))
    }

    /// Everything in Prometheus' text form; `by_state` counts the open alarms, as far as that could be read.
    pub(crate) fn text(
        &self,
        handle: &Handle,
        dc09: Option<&Readings>,
        by_state: &[(&'static str, u64)],
    ) -> String {
        let mut text = String::new();
        let now = self.of_the_moment(handle, dc09, by_state);
        // Writing to a string cannot fail.
        let _written = encode(&mut text, &now);
        // Two registries make one exposition: only the last may say that it ends.
        text.truncate(text.trim_end().trim_end_matches("# EOF").len());
        let _written = encode(&mut text, &self.registry);
        text
    }

    fn of_the_moment(
        &self,
        handle: &Handle,
        dc09: Option<&Readings>,
        by_state: &[(&'static str, u64)],
    ) -> Registry {
        let mut registry = Registry::with_prefix("saqta");
        let counters = handle.counters();
        let health = handle.health();
        for (name, help, value) in [
            ("commands", "Commands decided", &counters.commands),
            ("entries", "Entries recorded", &counters.entries),
            ("batches", "Durable transactions", &counters.batches),
            ("alarms_raised", "Alarms raised", &counters.alarms),
            (
                "not_recorded",
                "Requests that could not be made durable",
                &counters.not_recorded,
            ),
            (
                "append_microseconds",
                "Microseconds spent in durable transactions",
                &counters.append_micros,
            ),
        ] {
            let counter = Counter::<u64>::default();
            counter.inc_by(value.load(Ordering::Relaxed));
            registry.register(name, help, counter);
        }
        let gauge = |registry: &mut Registry, name: &str, help: &str, value: u64| {
            let gauge = Gauge::<i64>::default();
            gauge.set(i64::try_from(value).unwrap_or(i64::MAX));
            registry.register(name, help, gauge);
        };
        let open = counters.open_alarms.load(Ordering::Relaxed);
        let last_append = counters.last_append_micros.load(Ordering::Relaxed);
        let following = u64::try_from(self.following.load(Ordering::Relaxed)).unwrap_or(0);
        gauge(
            &mut registry,
            "open_alarms",
            "Alarms that nobody has closed",
            open,
        );
        gauge(
            &mut registry,
            "last_append_microseconds",
            "The last durable transaction, in microseconds",
            last_append,
        );
        gauge(
            &mut registry,
            "journal_head",
            "The last recorded position",
            health.head,
        );
        gauge(
            &mut registry,
            "views_position",
            "The position that the views have reached",
            health.viewed,
        );
        gauge(
            &mut registry,
            "writing",
            "1 while the writer takes commands",
            health.writing.into(),
        );
        gauge(
            &mut registry,
            "recording",
            "1 while the last attempt to record succeeded",
            health.recording.into(),
        );
        gauge(
            &mut registry,
            "stream_followers",
            "Live streams that are open",
            following,
        );
        let states = Family::<Labels<1>, Gauge>::default();
        for (state, count) in by_state {
            let count = i64::try_from(*count).unwrap_or(i64::MAX);
            states
                .get_or_create(&Labels([("state", (*state).to_owned())]))
                .set(count);
        }
        registry.register(
            "open_alarms_by_state",
            "Open alarms by how far help has come",
            states,
        );
        if let Some(readings) = dc09 {
            let family = Family::<Labels<1>, Counter>::default();
            for (what, count) in readings() {
                family
                    .get_or_create(&Labels([("what", what.to_owned())]))
                    .inc_by(count);
            }
            registry.register("dc09", "What the DC-09 receiver has seen", family);
        }
        registry
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_screens_cannot_grow_without_end() {
        let metrics = Metrics::new();
        for each in 0..1_000 {
            metrics.client_fault(&format!("fault-{each}"));
        }
        let mut text = String::new();
        encode(&mut text, &metrics.registry).unwrap();
        let lines = text
            .lines()
            .filter(|line| line.starts_with("saqta_client_faults_total"))
            .count();
        assert!(lines <= FAULT_WORDS + 1, "{lines} different words");
    }
}
