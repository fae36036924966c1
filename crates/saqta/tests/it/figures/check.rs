//! `saqta figures check`.

use super::json;
use crate::support::Place;

#[test]
fn a_press_text_is_checked_in_the_language_asked_for() {
    let place = Place::empty();
    let file = place.write(
        "release.txt",
        "In the first quarter of 2025, 293 people were hurt at work in Kazakhstan. That is 16.8% fewer than a year earlier.\n",
    );
    let report = json(
        &place
            .run(["figures", "check", &file, "--lang", "kk", "--json"])
            .expect(0)
            .out,
    );
    let claims = report["claims"].as_array().unwrap();
    assert_eq!(claims.len(), 2, "{report}");
    assert_eq!(
        (&claims[1]["kind"], &claims[1]["value"]),
        (&"change".into(), &16.8.into())
    );
    assert_eq!(claims[1]["verdict"], "holds");
    assert!(
        claims[1]["note"]
            .as_str()
            .unwrap()
            .chars()
            .any(|letter| "әғқңөұүһі".contains(letter))
    );
    let words = place.run(["figures", "check", &file]).expect(0).out;
    assert!(words.contains("holds") && words.contains("352"), "{words}");
    place
        .run(["figures", "check", &place.path("no-such.txt")])
        .expect_misuse("there is no file");
}
