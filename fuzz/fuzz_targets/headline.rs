//! Any text: the headline check reads it in bounded time, claims only what stands there, and computes numbers.

#![no_main]

use libfuzzer_sys::fuzz_target;
use saqta_figures::headline::check;
use saqta_figures::knowledge::Reference;
use saqta_text::Language;

fuzz_target!(|text: &str| {
    for language in [None, Some(Language::En), Some(Language::Ru), Some(Language::Kk)] {
        let report = check(text, language, Reference::shipped());
        for claim in &report.claims {
            assert!(text.contains(&claim.text), "nobody wrote {:?}", claim.text);
            assert!(claim.value.is_none_or(f64::is_finite), "{claim:?}");
        }
        let json = serde_json::to_string(&report).expect("a report has a JSON form");
        assert!(!json.contains("NaN"));
    }
});
