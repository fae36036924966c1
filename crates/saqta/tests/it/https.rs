//! HTTPS under the installation's own authority.

use crate::support::{Client, Place, Serving};

#[test]
fn whoever_has_the_authoritys_certificate_can_press_over_https() {
    let place = Place::empty();
    let (data, password) = (place.data(), place.path("password.txt"));
    let arguments = [
        "init",
        "--data",
        &data,
        "--admin",
        "admin",
        "--password-file",
        &password,
    ];
    place
        .run(
            arguments
                .into_iter()
                .chain(["--tls-self-signed", "--host", "saqta.hospital.example"]),
        )
        .expect(0);
    let admin = place.token(&["--account", "admin"]);
    let serving = Serving::start(&place, &["--trust-listen", "127.0.0.1:0"]);
    let url = format!("https://{}", serving.address("https"));
    let ca = format!("{data}/tls/ca.crt");
    let press = [
        "press",
        "--server",
        &url,
        "--token-file",
        &admin,
        "--give-up-after",
        "1",
    ];
    let pressed = place.run(press.into_iter().chain(["--ca", &ca])).expect(0);
    assert!(pressed.out.starts_with("recorded: "), "{}", pressed.out);
    let stranger = place.run(press).expect(1);
    assert!(stranger.err.contains("NOT delivered"), "{}", stranger.err);
    let trust = Client::new(&format!("http://{}", serving.address("trust")), None);
    trust.get("/trust").expect(200);
    serving.stop();
}

#[test]
fn a_certificate_can_be_made_later_and_for_more_hosts() {
    let place = Place::new();
    let data = place.data();
    let made = place.run(["tls", "--data", &data]).expect(0);
    assert!(made.err.contains("localhost"), "{}", made.err);
    let authority = std::fs::read(format!("{data}/tls/ca.crt")).unwrap();
    let more = place
        .run(["tls", "--data", &data, "--host", "10.11.12.13"])
        .expect(0);
    assert!(more.err.contains("10.11.12.13"), "{}", more.err);
    assert_eq!(std::fs::read(format!("{data}/tls/ca.crt")).unwrap(), authority);
    place
        .run(["tls", "--data", &data, "--host", "bank.example"])
        .expect_misuse("may not vouch for bank.example");
    place
        .run(["tls", "--data", &data, "--host", "https://x"])
        .expect_misuse("neither a host name nor an IP address");
}

#[test]
fn a_certificate_that_cannot_be_used_is_named() {
    let place = Place::hospital();
    let (data, nothing) = (place.data(), place.write("nothing.pem", "nothing\n"));
    let arguments = [
        "serve",
        "--data",
        &data,
        "--tls-cert",
        &nothing,
        "--tls-key",
        &nothing,
    ];
    place.run(arguments).expect_misuse("nothing.pem cannot be used");
}
