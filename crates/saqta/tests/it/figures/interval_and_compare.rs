//! `saqta figures interval` and `compare`.

use serde_json::Value;

use super::{json, near};
use crate::support::Place;

#[test]
fn an_interval_is_that_of_scipy() {
    let place = Place::empty();
    let asked = |more: &[&str]| {
        let base = ["figures", "interval", "--json"];
        json(&place.run(base.iter().chain(more).copied()).expect(0).out)
    };
    let garwood = asked(&["--count", "40"]);
    near(&garwood["lower"], 28.576_586_441_788_965);
    near(&garwood["upper"], 54.468_646_963_984_064);
    assert_eq!(
        (&garwood["method"], &garwood["level"]),
        (&"garwood".into(), &0.95.into())
    );
    let rate = asked(&[
        "--count",
        "40",
        "--exposure",
        "1000",
        "--method",
        "byar",
        "--level",
        "0.998",
    ]);
    near(&rate["rate"], 0.04);
    near(&rate["lower"], 0.023_233_197_578_774_913);
    let none = asked(&["--count", "1", "--method", "byar", "--level", "0.998"]);
    assert_eq!(none["lower"], 0.0, "a limit below zero is reported as 0");
    place
        .run(["figures", "interval", "--count", "1", "--exposure", "0"])
        .expect_misuse("the rate cannot be made");
}

#[test]
fn two_counts_are_compared_as_by_statsmodels() {
    let place = Place::empty();
    let asked = [
        "figures",
        "compare",
        "--counts",
        "293,352",
        "--exposures",
        "1,1",
        "--json",
    ];
    let answer = json(&place.run(asked).expect(0).out);
    near(&answer["ratio"], 293.0 / 352.0);
    near(&answer["p"]["exact_conditional"], 0.022_313_129_817_613_443);
    near(&answer["p"]["mid_p"], 0.021_255_769_544_796_48);
    near(&answer["p"]["e_test"], 0.020_162_414_325_358_268);
    near(&answer["p"]["score"], 0.020_172_560_158_943_12);
    let nothing = json(
        &place
            .run(["figures", "compare", "--counts", "0,0", "--json"])
            .expect(0)
            .out,
    );
    assert_eq!(nothing["ratio"], Value::Null, "no ratio of nothing");
    place
        .run(["figures", "compare", "--counts", "1,2,3"])
        .expect_misuse("neither more nor fewer");
}

#[test]
fn numbers_that_cannot_be_are_refused_in_words() {
    let place = Place::empty();
    for (given, said) in [
        (&["interval", "--count", "-1"][..], "a whole number"),
        (&["interval", "--count", "1.5"], "a whole number"),
        (&["interval", "--count", "4", "--exposure", "-3"], "above 0"),
        (&["interval", "--count", "4", "--exposure", "NaN"], "above 0"),
        (
            &["interval", "--count", "4", "--level", "0"],
            "more than 0 and less than 1",
        ),
        (
            &["interval", "--count", "4", "--level", "1"],
            "more than 0 and less than 1",
        ),
        (
            &["interval", "--count", "4", "--level", "-0.5"],
            "more than 0 and less than 1",
        ),
        (&["compare", "--counts", "5"], "neither more nor fewer"),
        (&["compare", "--counts", "5,-6"], "a whole number"),
        (&["compare", "--counts", "5,6", "--exposures", "1,-1"], "above 0"),
    ] {
        let ran = place.run(["figures"].into_iter().chain(given.iter().copied()));
        assert_eq!(ran.code, Some(2), "{given:?}: {ran:?}");
        assert!(ran.err.contains(said), "{given:?}: {}", ran.err);
    }
    let largest = place
        .run(["figures", "interval", "--count", "1000000000", "--json"])
        .expect(0)
        .out;
    near(&json(&largest)["lower"], 999_938_021.443_928);
}
