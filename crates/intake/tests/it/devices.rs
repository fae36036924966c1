//! Made-up devices, as the directory would know them.

use saqta_domain::device::{CipherKey, Encoding};
use saqta_domain::ids::DeviceId;
use saqta_intake::dc09::reading::{Directory, Known};

pub(crate) struct Devices(Vec<(String, DeviceId, Encoding, Option<CipherKey>)>);

impl Devices {
    pub(crate) fn none() -> Self {
        Self(Vec::new())
    }

    pub(crate) fn with(
        mut self,
        account: &str,
        device: &str,
        encoding: Encoding,
        key: Option<CipherKey>,
    ) -> Self {
        self.0.push((account.to_owned(), device.into(), encoding, key));
        self
    }
}

impl Directory for Devices {
    fn candidates(&self, account: &str, _receiver: Option<&str>, _prefix: Option<&str>) -> Vec<Known<'_>> {
        let known = self.0.iter().filter(|(declared, ..)| declared == account);
        known
            .map(|(_, device, encoding, key)| Known {
                device,
                encoding: *encoding,
                key: key.as_ref(),
            })
            .collect()
    }
}

pub(crate) fn key(fill: u8) -> CipherKey {
    CipherKey::from_bytes(vec![fill; 16]).unwrap()
}
