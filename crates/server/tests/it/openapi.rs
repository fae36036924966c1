//! The committed description is the one that is served.

use std::fs;
use std::path::Path;

use super::support::TestApp;

#[tokio::test]
async fn the_description_is_served_and_committed() {
    let app = TestApp::new().await;
    let served = app.nobody().get("/openapi.json").await.expect(200);
    let text = format!("{:#}\n", served.json);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/openapi.json");
    if std::env::var_os("UPDATE_OPENAPI").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == text,
        "docs/openapi.json is out of date: run this test with UPDATE_OPENAPI=1 and commit it"
    );
}
