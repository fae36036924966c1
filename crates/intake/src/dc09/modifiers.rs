//! Modifiers of SIA events: pairs of small letters with a value, as `ri1/id5/`, which concern the events that follow.

use saqta_domain::signal::{Meaning, Report};

use super::sia_codes;
use super::text::ascii;

/// The modifiers that a report is made with.
#[derive(Clone, Debug, Default)]
pub(super) struct Modifiers {
    area: Option<String>,
    partition: Option<String>,
    pub(super) user: Option<String>,
}

impl Modifiers {
    /// Takes one pair and its value from the start of `bytes`; returns what follows.
    pub(super) fn take<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        let (pair, rest) = bytes.split_at(2);
        let end = modifier_end(rest);
        let (value, rest) = rest.split_at(end);
        let value = Some(value.trim_ascii())
            .filter(|value| !value.is_empty())
            .map(ascii);
        match pair.to_ascii_lowercase().as_slice() {
            b"ri" => self.area = value,
            b"pi" => self.partition = value,
            b"id" => self.user = value,
            // Time, date and others stay in the kept bytes.
            _ => {}
        }
        rest
    }

    pub(super) fn area(&self) -> Option<String> {
        self.area.clone().or_else(|| self.partition.clone())
    }

    pub(super) fn update(&mut self, pending: &mut Self) {
        let Self {
            area,
            partition,
            user,
        } = std::mem::take(pending);
        self.area = area.or_else(|| self.area.take());
        self.partition = partition.or_else(|| self.partition.take());
        self.user = user.or_else(|| self.user.take());
    }

    pub(super) fn report(&self, report: Report, point: Option<String>) -> Report {
        Report {
            area: self.area(),
            point: point.or_else(|| self.user.clone()),
            ..report
        }
    }
}

/// Where a modifier's value ends: at the slash, or before an event that somebody glued to it (`ri1BA01`).
fn modifier_end(bytes: &[u8]) -> usize {
    let slash = bytes.iter().position(|&byte| byte == b'/').unwrap_or(bytes.len());
    let digits = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'-' | b' '))
        .count();
    match bytes.get(digits..digits + 2) {
        Some(&[first, second]) if digits > 0 && sia_codes::meaning([first, second]) != Meaning::Unknown => {
            digits
        }
        _ => slash,
    }
}
