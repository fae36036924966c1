//! HTTPS, the listener for trust, and the end.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::support::TestApp;

#[tokio::test]
async fn the_end_says_goodbye_and_takes_less_than_five_seconds() {
    let mut app = TestApp::new().await;
    let guard = app.guard("guard").await;
    let mut streams = Vec::new();
    for _ in 0..5 {
        let mut stream = guard.follow(None).await;
        stream.block().await;
        streams.push(stream);
    }
    let ended = app.end();
    for stream in &mut streams {
        stream.expect("bye").await;
        assert_eq!(stream.next().await, None);
    }
    tokio::time::timeout(Duration::from_secs(5), ended)
        .await
        .expect("it takes too long")
        .unwrap();
    assert!(TcpStream::connect(app.address).await.is_err(), "it still listens");
}

#[tokio::test]
async fn https_serves_everything_and_the_trust_listener_only_trust() {
    let app = TestApp::new().await;
    let certified = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = certified.signing_key.serialize_pem();
    let tls = saqta_server::tls_config(certified.cert.pem().as_bytes(), key.as_bytes()).unwrap();
    let (https, trust) = app.also_listen(tls).await;

    let mut roots = rustls::RootCertStore::empty();
    roots.add(certified.cert.der().clone()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let connector = tokio_rustls::TlsConnector::from(Arc::new(config));
    let stream = TcpStream::connect(https).await.unwrap();
    let mut stream = connector
        .connect("localhost".try_into().unwrap(), stream)
        .await
        .unwrap();
    let request = b"GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";
    stream.write_all(request).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains("strict-transport-security"), "{answer}");

    let plain = super::support::Client::new(trust);
    plain.page("/trust").await.expect(200);
    plain.page("/trust/ca.crt").await.expect(200);
    let elsewhere = plain.page("/press").await.expect(307);
    assert_eq!(elsewhere.header("location"), "/trust");
}

#[tokio::test]
async fn what_is_under_way_is_finished() {
    let mut app = TestApp::new().await;
    let worker = app.worker("nurse").await;
    let pressing = tokio::spawn(async move { worker.post("/alarms", json!({ "zone": "triage" })).await });
    let answer = pressing.await.unwrap();
    app.end().await.unwrap();
    answer.expect(201);
    assert_eq!(app.open_alarms(), 1);
}

#[tokio::test]
async fn connections_that_ask_for_nothing_do_not_hold_up_the_end() {
    let app = TestApp::new().await;
    let certified = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = certified.signing_key.serialize_pem();
    let tls = saqta_server::tls_config(certified.cert.pem().as_bytes(), key.as_bytes()).unwrap();
    let (addresses, end, serving) = app.listen_until_told(tls).await;
    let mut silent = Vec::new();
    for address in &addresses {
        silent.push(TcpStream::connect(address).await.unwrap());
        let mut begun = TcpStream::connect(address).await.unwrap();
        begun.write_all(b"POST /api").await.unwrap();
        silent.push(begun);
    }
    // One that was answered and kept open: then the others, which came before it, were accepted as well.
    let mut answered = TcpStream::connect(addresses[0]).await.unwrap();
    let request = b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n";
    answered.write_all(request).await.unwrap();
    let mut first = [0; 12];
    answered.read_exact(&mut first).await.unwrap();
    assert_eq!(&first, b"HTTP/1.1 200");
    end.send(()).unwrap();
    tokio::time::timeout(Duration::from_secs(2), serving)
        .await
        .expect("silent connections hold up the end")
        .unwrap();
    drop(silent);
}
