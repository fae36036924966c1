//! A panel's frame, as a codec reads it.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use saqta_domain::alarm::{AlarmKind, Flag};
use saqta_domain::ids::DeviceId;
use saqta_domain::private::RawSignal;
use saqta_domain::signal::{Fingerprint, Meaning, Protocol, Report, Signal, Source};

/// A frame of a panel, as a codec reads it.
#[derive(Clone)]
pub(crate) struct Frame {
    account: Option<&'static str>,
    sequence: u16,
    address: &'static str,
    receiver: Option<&'static str>,
    prefix: Option<&'static str>,
    reports: Vec<Report>,
    flags: BTreeSet<Flag>,
}

impl Frame {
    /// A panic button's frame from an account.
    pub(crate) fn panic(account: &'static str, sequence: u16) -> Self {
        Self::of(account, sequence, &[("PA", Meaning::Alarm(AlarmKind::Panic))])
    }

    pub(crate) fn of(account: &'static str, sequence: u16, reports: &[(&str, Meaning)]) -> Self {
        let report = |(code, meaning): &(&str, Meaning)| Report {
            code: (*code).to_owned(),
            meaning: *meaning,
            point: None,
            area: None,
        };
        Self {
            account: Some(account),
            sequence,
            address: "192.0.2.7",
            receiver: None,
            prefix: None,
            reports: reports.iter().map(report).collect(),
            flags: BTreeSet::new(),
        }
    }

    /// The account number it gives.
    pub(crate) fn account(&self) -> Option<&'static str> {
        self.account
    }

    pub(crate) fn without_account(mut self) -> Self {
        self.account = None;
        self
    }

    pub(crate) fn flagged(mut self, flag: Flag) -> Self {
        self.flags.insert(flag);
        self
    }

    pub(crate) fn on_line(mut self, receiver: &'static str, prefix: &'static str) -> Self {
        (self.receiver, self.prefix) = (Some(receiver), Some(prefix));
        self
    }

    pub(crate) fn sent_from(mut self, address: &'static str) -> Self {
        self.address = address;
        self
    }

    /// Like a codec: a damaged frame and the good one after it are not the same.
    fn fingerprint(&self) -> Fingerprint {
        let damaged = self.flags.contains(&Flag::BadChecksum);
        let codes: Vec<&str> = self.reports.iter().map(|report| report.code.as_str()).collect();
        let mut hash = DefaultHasher::new();
        (self.account, self.sequence, codes, damaged).hash(&mut hash);
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&hash.finish().to_be_bytes());
        Fingerprint(bytes)
    }

    /// The signal it is to a receiver that knows the device, or does not.
    pub(crate) fn signal(self, device: Option<DeviceId>) -> Signal {
        let source = Source {
            protocol: Protocol::Dc09,
            address: self.address.to_owned(),
            account: self.account.map(str::to_owned),
            receiver: self.receiver.map(str::to_owned),
            prefix: self.prefix.map(str::to_owned),
            sequence: Some(self.sequence),
            fingerprint: self.fingerprint(),
        };
        let mut flags = self.flags;
        match (self.account, &device) {
            (None, _) => flags.insert(Flag::NoAccount),
            (Some(_), None) => flags.insert(Flag::UnknownAccount),
            _ => false,
        };
        let raw = RawSignal {
            bytes: b"the frame".to_vec(),
            text: None,
        };
        Signal {
            source,
            device,
            reports: self.reports,
            flags,
            occurred: None,
            raw,
        }
    }
}
