//! Where frames are handed in: what a listener needs of the engine, and which declared device an account means.

use std::cmp::Reverse;
use std::pin::Pin;
use std::sync::Arc;

use jiff::Timestamp;
use saqta_domain::alarm::AlarmKind;
use saqta_domain::command::{Command, Principal};
use saqta_domain::directory::{self, KeyedDevice};
use saqta_domain::ids::DeviceId;
use saqta_domain::signal::{Fingerprint, Signal};
use saqta_engine::{Handle, Unrecorded};

use super::reading::{Directory, Known};

/// What a listener needs of the engine. Cheap to clone.
pub trait Desk: Clone + Send + Sync + 'static {
    /// The wall clock's time.
    fn now(&self) -> Timestamp;

    /// The declared devices, as of now.
    fn devices(&self) -> Arc<dyn Directory + Send + Sync>;

    /// Hands in a signal, without waiting. The future is done once the signal is durable, or cannot be made so.
    fn take(&self, signal: Signal) -> Taking;

    /// A device was heard.
    fn heard(&self, device: &DeviceId);

    /// A call for help could not be made durable, and the panel gets no answer: it must be shown all the same.
    fn missed(&self, call: Missed);
}

/// A signal under way to the journal.
pub type Taking = Pin<Box<dyn Future<Output = Result<(), NotTaken>> + Send>>;

/// A signal could not be made durable.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the signal could not be recorded: {0}")]
pub struct NotTaken(pub String);

/// A call for help that could not be made durable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missed {
    /// The same for each try of the same frame.
    pub fingerprint: Fingerprint,
    /// The kind, if its code is known.
    pub kind: Option<AlarmKind>,
    /// The device, if its account is declared.
    pub device: Option<DeviceId>,
}

impl Desk for Handle {
    fn now(&self) -> Timestamp {
        self.now()
    }

    fn devices(&self) -> Arc<dyn Directory + Send + Sync> {
        self.directory()
    }

    fn take(&self, signal: Signal) -> Taking {
        let principal = signal.device.clone().map_or(Principal::System, Principal::Device);
        let pending = self.submit(principal, Command::Receive(Box::new(signal)));
        Box::pin(async move {
            pending
                .await
                .map(|_answer| ())
                .map_err(|error| NotTaken(error.to_string()))
        })
    }

    fn heard(&self, device: &DeviceId) {
        self.heard(device);
    }

    fn missed(&self, call: Missed) {
        let directory = self.directory();
        let place = call
            .device
            .as_ref()
            .and_then(|device| directory.place_of_device(device));
        self.show_unrecorded(Unrecorded {
            at: self.now(),
            key: call.fingerprint.into(),
            kind: call.kind.map(|kind| kind.code().to_owned()),
            site: place.map(|(site, _)| site.clone()),
            zone: place.map(|(_, zone)| zone.clone()),
        });
    }
}

impl Directory for directory::Directory {
    fn candidates(&self, account: &str, receiver: Option<&str>, prefix: Option<&str>) -> Vec<Known<'_>> {
        let declared = |account: &str| -> Vec<(usize, Known<'_>)> {
            self.dc09_devices(account)
                .filter_map(|device| fit(device, receiver, prefix))
                .collect()
        };
        let mut fitting = declared(account);
        // Accounts are hex numbers; some panels send them in the other case than the one that was declared.
        for other in [account.to_ascii_uppercase(), account.to_ascii_lowercase()] {
            if fitting.is_empty() && other != account {
                fitting = declared(&other);
            }
        }
        fitting.sort_by_key(|(specificity, _)| Reverse(*specificity));
        fitting.into_iter().map(|(_, known)| known).collect()
    }
}

/// How specifically a device matches, if it does.
fn fit<'d>(
    keyed: &'d KeyedDevice,
    receiver: Option<&str>,
    prefix: Option<&str>,
) -> Option<(usize, Known<'d>)> {
    let dc09 = keyed.device.dc09.as_ref()?;
    let specificity =
        fit_number(dc09.receiver.as_deref(), receiver)? + fit_number(dc09.prefix.as_deref(), prefix)?;
    Some((
        specificity,
        Known {
            device: &keyed.device.id,
            encoding: dc09.encoding,
            key: keyed.key.as_ref(),
        },
    ))
}

/// 1 for the declared number, 0 for any, none for another. A number that was not sent counts as 0, as the standard
/// has it.
fn fit_number(declared: Option<&str>, sent: Option<&str>) -> Option<usize> {
    let Some(declared) = declared else { return Some(0) };
    let value = |number: &str| number.trim_start_matches('0').to_ascii_uppercase();
    (value(declared) == value(sent.unwrap_or_default())).then_some(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_match_by_value_and_an_absent_one_is_zero() {
        for (declared, sent, fits) in [
            (None, None, Some(0)),
            (None, Some("7"), Some(0)),
            (Some("7"), Some("7"), Some(1)),
            (Some("7"), Some("0007"), Some(1)),
            (Some("ab"), Some("AB"), Some(1)),
            (Some("0"), None, Some(1)),
            (Some("0"), Some(""), Some(1)),
            (Some("7"), None, None),
            (Some("7"), Some("8"), None),
        ] {
            assert_eq!(fit_number(declared, sent), fits, "{declared:?} {sent:?}");
        }
    }
}
