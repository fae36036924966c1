//! What is served outside the API.

use super::support::TestApp;

#[tokio::test]
async fn health_says_whether_presses_may_be_sent_here() {
    let app = TestApp::new().await;
    app.nobody().page("/healthz").await.expect(200);
    app.alarm_by(&app.worker("nurse").await).await;
    app.handle.settled().await.unwrap();
    let ready = app.nobody().page("/readyz").await.expect(200);
    assert_eq!(ready.json["status"], "ready");
    assert_eq!(ready.json["open_alarms"], 1);
    assert_eq!(ready.json["unattended_alarms"], 1);
    assert_eq!(ready.json["text_faults"], 0);
}

#[tokio::test]
async fn health_tells_the_outside_nothing_that_grows_with_a_silent_alarm() {
    let app = TestApp::new().await;
    let outside = |client: super::support::Client| client.with("x-forwarded-for", "198.51.100.7");
    for client in [app.nobody(), app.worker("nurse").await] {
        let ready = outside(client).page("/readyz").await.expect(200);
        assert_eq!(ready.json, serde_json::json!({ "status": "ready" }));
    }
    let guard = outside(app.guard("guard").await);
    assert_eq!(guard.page("/readyz").await.expect(200).json["open_alarms"], 0);
}

#[tokio::test]
async fn figures_are_for_this_machine_and_for_those_who_may() {
    let app = TestApp::new().await;
    app.alarm_by(&app.worker("nurse").await).await;
    app.handle.settled().await.unwrap();
    let text = app.nobody().page("/metrics").await.expect(200).bytes;
    let text = std::str::from_utf8(&text).unwrap();
    for line in [
        "saqta_alarms_raised_total 1",
        "saqta_open_alarms 1",
        "saqta_open_alarms_by_state{state=\"raised\"} 1",
        "saqta_dc09_total{what=\"frames\"} 7",
        "saqta_http_requests_total{route=\"/api/v1/alarms\",method=\"POST\",status=\"201\"} 1",
        "saqta_press_seconds_count 1",
    ] {
        assert!(
            text.lines().any(|each| each == line),
            "{line} is missing in\n{text}"
        );
    }
    assert_eq!(text.matches("# EOF").count(), 1);
    let proxied = |client: super::support::Client| client.with("x-forwarded-for", "198.51.100.7");
    proxied(app.nobody()).page("/metrics").await.expect(401);
    proxied(app.guard("guard").await)
        .page("/metrics")
        .await
        .expect(403);
    let auditor = saqta_domain::permission::Role::Auditor;
    let auditor = app
        .person_at("auditor", auditor, saqta_domain::permission::Scope::Country)
        .await;
    proxied(auditor).page("/metrics").await.expect(200);
}

#[tokio::test]
async fn the_page_about_trust_speaks_three_languages_and_offers_the_certificate() {
    let app = TestApp::new().await;
    for language in ["kk", "ru", "en"] {
        let page = app
            .nobody()
            .with("accept-language", language)
            .page("/trust")
            .await
            .expect(200);
        assert_eq!(page.header("content-language"), language);
        let html = std::str::from_utf8(&page.bytes).unwrap();
        for part in [
            &format!("<html lang=\"{language}\">"),
            "<svg",
            "/trust/ca.crt",
            "https://saqta.example:8443",
        ] {
            assert!(html.contains(part), "{part} is missing in {language}");
        }
        assert!(
            !html.contains("trust-"),
            "an id stands where a text should: {html}"
        );
    }
    let chosen = app
        .nobody()
        .with("accept-language", "ru")
        .page("/trust?lang=kk")
        .await
        .expect(200);
    assert_eq!(chosen.header("content-language"), "kk");
    let certificate = app.nobody().page("/trust/ca.crt").await.expect(200);
    assert_eq!(certificate.header("content-type"), "application/x-x509-ca-cert");
    assert_eq!(&certificate.bytes[..], b"not really a certificate");
    app.nobody().page("/trust/ca.mobileconfig").await.expect(200);
}

#[tokio::test]
async fn screens_are_served_or_said_to_be_missing_and_bear_safe_headers() {
    let app = TestApp::new().await;
    for path in [
        "/",
        "/console",
        "/press",
        "/demo",
        "/figures",
        "/figures/check",
        "/figures/explore",
        "/register",
        "/register/new",
    ] {
        let page = app.nobody().page(path).await.expect(200);
        assert!(page.header("content-type").starts_with("text/html"), "{path}");
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert_eq!(page.header("referrer-policy"), "no-referrer");
        let policy = page.header("content-security-policy");
        assert!(
            policy.contains("script-src 'self';") && policy.contains("frame-ancestors 'self'"),
            "{policy}"
        );
        assert_eq!(page.header("strict-transport-security"), "", "only under HTTPS");
    }
    for path in ["/nothing.js", "/figures/nothing.js", "/console/nothing"] {
        app.nobody().page(path).await.expect(404);
    }
}
