//! Who sets what, and what is told of a wrong setting.

use super::*;

fn layers(file: Option<&str>, flags: &[(Key, &str)], variables: &[(&str, &str)]) -> Result<Layers, Failure> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("saqta.toml");
    if let Some(text) = file {
        std::fs::write(&path, text).unwrap();
    }
    let flags: Vec<_> = flags
        .iter()
        .map(|(key, text)| (*key, Some((*text).to_owned())))
        .collect();
    let variables = variables
        .iter()
        .map(|(name, value)| ((*name).into(), (*value).into()));
    Layers::read(file.map(|_| path.as_path()), &flags, variables)
}

fn settings(file: &str) -> Result<Settings, String> {
    layers(Some(file), &[], &[])
        .and_then(|layers| Settings::of(&layers))
        .map_err(|failure| failure.to_string())
}

#[test]
fn flags_beat_variables_beat_the_file_beats_the_defaults() {
    let file = "listen = \"192.0.2.1:1\"\ndc09 = \"192.0.2.1:2\"\ntrust_listen = \"192.0.2.1:3\"\n";
    let layers = layers(
        Some(file),
        &[(Key::Listen, "192.0.2.3:1")],
        &[("SAQTA_LISTEN", "192.0.2.2:1"), ("SAQTA_DC09", "192.0.2.2:2")],
    )
    .unwrap();
    let settings = Settings::of(&layers).unwrap();
    assert_eq!(settings.listen.to_string(), "192.0.2.3:1");
    assert_eq!(settings.dc09.unwrap().to_string(), "192.0.2.2:2");
    assert_eq!(settings.trust_listen.unwrap().to_string(), "192.0.2.1:3");
    assert_eq!(settings.log_format, LogFormat::Text);
    let source = |key| layers.get(key).unwrap().source.to_string();
    assert_eq!(source(Key::Listen), "flag --listen");
    assert_eq!(source(Key::Dc09), "variable SAQTA_DC09");
    assert!(
        source(Key::TrustListen).ends_with("saqta.toml:3"),
        "{}",
        source(Key::TrustListen)
    );
    assert_eq!(source(Key::LogFormat), "default");
}

#[test]
fn a_flag_switches_off_what_the_file_switches_on() {
    let layers = layers(Some("dc09 = \"192.0.2.1:2\""), &[(Key::Dc09, "off")], &[]).unwrap();
    assert_eq!(Settings::of(&layers).unwrap().dc09, None);
}

#[test]
fn a_wrong_value_is_named_with_its_file_line_and_key() {
    for (file, expected) in [
        ("\n\nlisten = \"8080\"", "saqta.toml:3: listen cannot be `8080`"),
        (
            "lisen = \"127.0.0.1:1\"",
            "saqta.toml:1: lisen: there is no such key",
        ),
        ("listen = 8.5", "saqta.toml:1: listen: this cannot be a float"),
        ("# x\nlisten = ", "saqta.toml:2: "),
        (
            "press_hold_ms = 2001",
            "saqta.toml:1: press_hold_ms cannot be `2001`",
        ),
        (
            "log_filter = \"a=b=c\"",
            "saqta.toml:1: log_filter cannot be `a=b=c`",
        ),
        (
            "trusted_proxies = [\"10.0.0.0/8\", \"x\"]",
            "saqta.toml:1: trusted_proxies cannot be `10.0.0.0/8,x`",
        ),
        (
            "tls_cert = \"a.pem\"",
            "tls_cert and tls_key are set together or not at all",
        ),
    ] {
        let told = settings(file).unwrap_err();
        assert!(
            told.contains(expected),
            "{file:?} gives {told:?}, not {expected:?}"
        );
    }
}

#[test]
fn paths_in_the_file_start_at_its_folder_and_lists_may_be_lists() {
    let settings = settings(
        "data = \"d\"\ntls_cert = \"/a/c.pem\"\ntls_key = \"k.pem\"\ntrusted_proxies = [\"10.0.0.0/8\", \"::1\"]\n\
         press_silent = false\npress_hold_ms = 0\naddress = \"https://saqta.example/\"\n",
    )
    .unwrap();
    let data = settings.data.unwrap();
    assert!(data.is_absolute() && data.ends_with("d"), "{}", data.display());
    let tls = settings.tls.unwrap();
    assert_eq!(tls.certificate, Path::new("/a/c.pem"));
    assert!(tls.key.is_absolute() && tls.key.ends_with("k.pem"));
    assert_eq!(settings.trusted_proxies.len(), 2);
    assert_eq!(
        (settings.press_silent, settings.press_hold),
        (false, Duration::ZERO)
    );
    assert_eq!(settings.address.as_deref(), Some("https://saqta.example"));
}

#[test]
fn a_strange_variable_keeps_nothing_from_starting_but_is_named() {
    let layers = layers(
        None,
        &[],
        &[("SAQTA_PORT", "tcp://10.0.0.1:80"), ("PATH", "/bin")],
    )
    .unwrap();
    assert_eq!(layers.strange_variables, ["SAQTA_PORT"]);
    assert!(Settings::of(&layers).is_ok());
}

#[test]
fn the_file_in_the_data_folder_is_read_unless_another_is_named() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("saqta.toml"), "listen = \"192.0.2.1:1\"").unwrap();
    std::fs::write(folder.path().join("other.toml"), "listen = \"192.0.2.2:1\"").unwrap();
    let data = [(Key::Data, Some(folder.path().to_string_lossy().into_owned()))];
    let listen = |file: Option<&Path>, variables: Vec<(std::ffi::OsString, std::ffi::OsString)>| {
        Settings::of(&Layers::read(file, &data, variables).unwrap())
            .unwrap()
            .listen
            .to_string()
    };
    let other = folder.path().join("other.toml");
    assert_eq!(listen(None, vec![]), "192.0.2.1:1");
    assert_eq!(listen(Some(&other), vec![]), "192.0.2.2:1");
    assert_eq!(
        listen(None, vec![("SAQTA_CONFIG".into(), other.into())]),
        "192.0.2.2:1"
    );
}
