//! `saqta config`: the settings that the server would run with, and who set each.

use std::path::PathBuf;

use clap::Args;

use crate::configuration::{Key, Layers, Settings};
use crate::output;

/// The settings that a flag can give.
#[derive(Args, Debug, Default)]
pub(crate) struct SettingFlags {
    /// Configuration file; without it, saqta.toml in the data folder if there is one
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,

    /// Data folder
    #[arg(long, value_name = "DIR")]
    data: Option<String>,

    /// Where HTTP listens [default: 127.0.0.1:8080]; port 0 takes a free one
    #[arg(long, value_name = "ADDR")]
    listen: Option<String>,

    /// Where alarm panels report by SIA DC-09, TCP and UDP [default: off]
    #[arg(long, value_name = "ADDR")]
    dc09: Option<String>,

    /// Where /trust is served over plain HTTP, for devices that do not trust the certificate yet [default: off]
    #[arg(long, value_name = "ADDR")]
    trust_listen: Option<String>,

    /// Certificate with its chain, PEM; without it, the one of `saqta init --tls-self-signed` if there is one
    #[arg(long, value_name = "FILE")]
    tls_cert: Option<String>,

    /// Private key of the certificate, PEM
    #[arg(long, value_name = "FILE")]
    tls_key: Option<String>,

    /// Where people's devices reach the server, as `https://saqta.hospital.example`
    #[arg(long, value_name = "URL")]
    address: Option<String>,

    /// Networks of proxies whose forwarding headers are believed, as 10.0.0.0/8,192.0.2.7
    #[arg(long, value_name = "NETWORKS")]
    trusted_proxies: Option<String>,

    /// Whether a press from the press page keeps the place quiet [default: true]
    #[arg(long, value_name = "BOOL")]
    press_silent: Option<String>,

    /// How long the press page's button is held, in milliseconds from 0 to 2000 [default: 300]
    #[arg(long, value_name = "MS")]
    press_hold_ms: Option<String>,

    /// How log lines look: text or json [default: text]
    #[arg(long, value_name = "FORMAT")]
    log: Option<String>,

    /// What is logged, as info or warn,saqta_intake=debug [default: info]
    #[arg(long, value_name = "FILTER")]
    log_filter: Option<String>,
}

impl SettingFlags {
    /// All layers, the flags on top.
    ///
    /// # Errors
    /// A misuse that names what cannot be read.
    pub(crate) fn layers(self) -> anyhow::Result<Layers> {
        let flags = [
            (Key::Data, self.data),
            (Key::Listen, self.listen),
            (Key::Dc09, self.dc09),
            (Key::TrustListen, self.trust_listen),
            (Key::TlsCertFile, self.tls_cert),
            (Key::TlsKeyFile, self.tls_key),
            (Key::Address, self.address),
            (Key::TrustedProxies, self.trusted_proxies),
            (Key::PressSilent, self.press_silent),
            (Key::PressHoldMs, self.press_hold_ms),
            (Key::LogFormat, self.log),
            (Key::LogFilter, self.log_filter),
        ];
        Ok(Layers::read(self.config.as_deref(), &flags, std::env::vars_os())?)
    }
}

#[derive(Args, Debug)]
pub(crate) struct Config {
    /// Show the settings in effect, each with its source
    #[arg(long, required = true)]
    show: bool,

    #[command(flatten)]
    flags: SettingFlags,
}

impl Config {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let layers = self.flags.layers()?;
        Settings::of(&layers)?;
        output::answer(&show(&layers))?;
        for name in &layers.strange_variables {
            output::remark(&format!("the variable {name} is no setting"));
        }
        Ok(())
    }
}

/// The settings as a `saqta.toml` that would have the same effect. Secrets are none of them.
fn show(layers: &Layers) -> String {
    let lines = Key::ALL.into_iter().map(|key| match layers.get(key) {
        Some(given) => {
            let setting = format!("{} = {}", key.name(), toml::Value::String(given.text.clone()));
            format!("{setting:<48} # {}", given.source)
        }
        None => format!("{:<48} # not set", format!("# {} =", key.name())),
    });
    lines.collect::<Vec<_>>().join("\n")
}
