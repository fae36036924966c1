//! What can be set.

/// Something that can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Key {
    Data,
    Listen,
    Dc09,
    TrustListen,
    TlsCertFile,
    TlsKeyFile,
    Address,
    TrustedProxies,
    PressSilent,
    PressHoldMs,
    LogFormat,
    LogFilter,
}

impl Key {
    /// Every key, in the order in which they are shown.
    pub(crate) const ALL: [Self; 12] = [
        Self::Data,
        Self::Listen,
        Self::Dc09,
        Self::TrustListen,
        Self::TlsCertFile,
        Self::TlsKeyFile,
        Self::Address,
        Self::TrustedProxies,
        Self::PressSilent,
        Self::PressHoldMs,
        Self::LogFormat,
        Self::LogFilter,
    ];

    /// Its name in `saqta.toml`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Listen => "listen",
            Self::Dc09 => "dc09",
            Self::TrustListen => "trust_listen",
            Self::TlsCertFile => "tls_cert",
            Self::TlsKeyFile => "tls_key",
            Self::Address => "address",
            Self::TrustedProxies => "trusted_proxies",
            Self::PressSilent => "press_silent",
            Self::PressHoldMs => "press_hold_ms",
            Self::LogFormat => "log_format",
            Self::LogFilter => "log_filter",
        }
    }

    /// The key of a name in `saqta.toml`.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.name() == name)
    }

    /// Its environment variable.
    pub(crate) fn variable(self) -> String {
        format!("SAQTA_{}", self.name().to_ascii_uppercase())
    }

    /// Its flag, for those that have one.
    pub(crate) fn flag(self) -> String {
        match self {
            Self::LogFormat => "--log".to_owned(),
            key => format!("--{}", key.name().replace('_', "-")),
        }
    }

    /// What holds when nobody sets it. `off`: nothing. By default nobody outside of the machine can connect: opening a
    /// port to the network is a decision.
    pub(crate) fn default_text(self) -> Option<&'static str> {
        match self {
            Self::Data | Self::TlsCertFile | Self::TlsKeyFile | Self::Address | Self::TrustedProxies => None,
            Self::Listen => Some("127.0.0.1:8080"),
            Self::Dc09 | Self::TrustListen => Some("off"),
            Self::PressSilent => Some("true"),
            Self::PressHoldMs => Some("300"),
            Self::LogFormat => Some("text"),
            Self::LogFilter => Some("info"),
        }
    }

    /// Whether it names a file or folder, which in `saqta.toml` starts at that file's folder.
    pub(crate) fn is_path(self) -> bool {
        matches!(self, Self::Data | Self::TlsCertFile | Self::TlsKeyFile)
    }
}
