//! A corrected text stands its own check: corrected again it is the same, and all that it claims holds, or is unknown and says so.

use saqta_figures::headline::{Verdict, check};
use saqta_figures::knowledge::Reference;
use saqta_text::Language;

const ASKED: [Option<Language>; 4] = [None, Some(Language::En), Some(Language::Ru), Some(Language::Kk)];

/// Checks what a text was corrected to, in its own language and in the three.
pub(crate) fn settles(text: &str) {
    for language in ASKED {
        let corrected = check(text, language, Reference::shipped()).corrected;
        let again = check(&corrected, language, Reference::shipped());
        assert_eq!(
            again.corrected, corrected,
            "corrected once more, in {language:?}, this changes: {text}"
        );
        for claim in again.claims {
            assert!(
                matches!(claim.verdict, Verdict::Holds | Verdict::Unknown),
                "{:?} is {:?} ({}) in what {text:?} was corrected to: {corrected}",
                claim.text,
                claim.verdict,
                claim.note
            );
        }
    }
}

#[test]
fn every_release_of_the_tests_is_corrected_once_and_for_all() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/releases");
    let files = std::fs::read_dir(folder).expect("the releases are there");
    let mut read = 0;
    for file in files {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        settles(&text);
        read += 1;
    }
    assert!(read > 10, "only {read} releases were found in {folder}");
}

#[test]
fn what_a_text_concedes_is_not_held_against_it() {
    for text in [
        "In the first quarter of 2025 Karaganda region came first with 31 injured before Kostanay region with 27, which is no more than chance.",
        "В первом квартале 2025 года больше всего пострадавших в Карагандинской области (31), в Костанайской — 27, порядок не установлен.",
        "2025 жылдың бірінші тоқсанында ең көп зардап шеккендер Қарағанды облысында (31), Қостанай облысында — 27, реті анықталмаған.",
    ] {
        let claims = check(text, None, Reference::shipped()).claims;
        let noise = claims.iter().find(|claim| claim.verdict == Verdict::Noise);
        assert!(noise.is_none(), "{noise:?}");
        assert!(
            claims.iter().any(|claim| claim.value.is_none()),
            "the order is read: {claims:?}"
        );
    }
}
