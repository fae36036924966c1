//! `saqta tls`: the local authority and a certificate of it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;
use saqta_engine::{Clock as _, SystemClock};

use crate::folder::require_journal;
use crate::output;
use crate::tls::{OwnFiles, authority, hosts};

#[derive(Args, Debug)]
pub(crate) struct Tls {
    /// Data folder
    #[arg(long, value_name = "DIR", env = "SAQTA_DATA")]
    data: PathBuf,

    /// Names and addresses the certificate is for, besides this machine's own and those it had
    #[arg(long, value_name = "NAME", num_args = 1..)]
    host: Vec<String>,
}

impl Tls {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        require_journal(&self.data)?;
        let named = self
            .host
            .iter()
            .map(|host| hosts::check(host))
            .collect::<Result<_, _>>()?;
        establish(&self.data, named)
    }
}

/// Makes what is missing, for this machine's names and others.
pub(crate) fn establish(data: &Path, mut named: BTreeSet<String>) -> anyhow::Result<()> {
    let own = OwnFiles::of(data);
    if !own.hosts().exists() {
        named.extend(hosts::of_this_machine());
    }
    let names = authority::establish(&own, named, SystemClock::new().now())?;
    let names: Vec<String> = names.into_iter().collect();
    output::remark(&format!(
        "made {} for {}",
        own.server().certificate.display(),
        names.join(", ")
    ));
    output::remark(&format!(
        "devices trust it once they have {}: see /trust on the server",
        own.authority().display()
    ));
    Ok(())
}
