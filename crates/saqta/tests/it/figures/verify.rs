//! `saqta figures verify`.

use super::INJURIES;
use crate::support::{Place, Serving};

/// A quarter with fewer than five could not be published.
const MORE: &str = "\
employer,6,35,05.10,2025-02-01,machine,lost-time,3
employer,7,35,05.10,2025-02-02,machine,lost-time,4
employer,8,39,41.20,2025-02-03,machine,lost-time,5
";

/// A place with a register, in which an analyst published its first quarter.
fn published() -> (Place, String) {
    let place = Place::hospital();
    let people = place.write(
        "people.toml",
        "[[accounts]]\nlogin = \"analyst\"\nroles = [{ role = \"analyst\" }]\n",
    );
    place.run(["apply", "--data", &place.data(), &people]).expect(0);
    let file = place.write("injuries.csv", &format!("{INJURIES}{MORE}"));
    let told = place
        .run(["figures", "import", &file, "--data", &place.data()])
        .expect(0)
        .out;
    assert!(
        told.starts_with("8 rows: 8 recorded, 0 reported, 0 revised, 0 unchanged"),
        "{told}"
    );
    let again = place
        .run(["figures", "import", &file, "--data", &place.data()])
        .expect(0)
        .out;
    assert!(
        again.starts_with("8 rows: 0 recorded, 0 reported, 0 revised, 8 unchanged"),
        "{again}"
    );
    let analyst = place.token(&["--account", "analyst"]);
    let serving = Serving::start(&place, &[]);
    let client = serving.client_with(&analyst);
    let spec = serde_json::json!({ "id": "kz-2025-q1", "period": "2025-Q1" });
    client.post("/api/v1/figures/releases", &spec).expect(201);
    let release = client.text("/api/v1/figures/releases/kz-2025-q1");
    let beside = place
        .run(["figures", "verify", "kz-2025-q1", "--data", &place.data()])
        .expect(0);
    assert!(
        beside.out.contains("byte for byte"),
        "beside a running server: {}",
        beside.out
    );
    serving.stop();
    (place, release)
}

#[test]
fn a_release_is_computed_again_from_the_journal_byte_for_byte() {
    let (place, release) = published();
    let verify = |release: &str| place.run(["figures", "verify", release, "--data", &place.data()]);
    verify("kz-2025-q1@1").expect(0);
    let downloaded = place.write("release.json", &release);
    verify(&downloaded).expect(0);
    let changed = place.write("changed.json", &release.replace("\"count\": 7", "\"count\": 6"));
    let ran = verify(&changed);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("NOT what the journal says"), "{}", ran.err);
    verify("kz-2025-q1@2").expect_misuse("published are: kz-2025-q1@1");
    let recomputed = place.path("recomputed");
    place
        .run([
            "figures",
            "verify",
            "kz-2025-q1",
            "--data",
            &place.data(),
            "--to",
            &recomputed,
        ])
        .expect(0);
    let written = std::fs::read_to_string(place.path("recomputed/release.json")).unwrap();
    assert_eq!(written, release);
    let bulletin = std::fs::read(place.path("recomputed/bulletin-kk.pdf")).unwrap();
    assert!(bulletin.starts_with(b"%PDF-"), "the bulletin is a PDF");
    let shelf = format!("{}/releases", place.data());
    let count = || std::fs::read_dir(&shelf).map_or(0, Iterator::count);
    let before = count();
    std::fs::remove_dir_all(&shelf).unwrap();
    let mend = [
        "figures",
        "verify",
        "kz-2025-q1",
        "--data",
        &place.data(),
        "--mend",
    ];
    place.run(mend).expect(0);
    assert_eq!(count(), before, "the lost files are back");
    for file in std::fs::read_dir(&shelf).unwrap() {
        std::fs::write(file.unwrap().path(), "another number").unwrap();
    }
    let ran = verify("kz-2025-q1");
    assert_eq!(ran.code, Some(1), "what the server reads was changed: {ran:?}");
    assert!(ran.err.contains("kz-2025-q1@1 --mend"), "{}", ran.err);
    place.run(mend).expect(0);
    verify("kz-2025-q1").expect(0);
    let serving = Serving::start(&place, &[]);
    let again = serving.client().text("/api/v1/figures/releases/kz-2025-q1");
    assert_eq!(again, release);
    serving.stop();
}
