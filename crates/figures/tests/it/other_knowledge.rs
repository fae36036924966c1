//! A register can take the place of the data that ship with the program.

use saqta_domain::activity::Activity;
use saqta_domain::period::Period;
use saqta_domain::region::Region;
use saqta_figures::headline::{Kind, Verdict, check};
use saqta_figures::knowledge::{Branch, Counter, Denominator, Knowledge, Place, Published, What};

/// A register of an invented year: 12 injured in Abai and 300 in the country in the first quarter of 2031, 20 of them in
/// transport; nine million employees, of whom one in thirty works in Abai.
struct Register;

impl Knowledge for Register {
    fn counts(&self, what: What, place: Place, branch: Option<Branch>, period: Period) -> Vec<Published> {
        let count = match (what, place, branch.map(|branch| branch.to_string()).as_deref()) {
            (What::Injured, Place::Country, None) => 300,
            (What::Injured, Place::Country, Some("H")) => 20,
            (What::Injured, Place::Region(Region::Abai), None) => 12,
            _ => return Vec::new(),
        };
        if Period::months(2031, 1, 3) != Some(period) {
            return Vec::new();
        }
        vec![Published {
            id: format!("register/{place}"),
            count,
            period,
            counter: Counter::Register,
            source: "register".to_owned(),
            synthetic: false,
        }]
    }

    fn employees(&self, place: Place, period: Period) -> Option<Denominator> {
        let people = match place {
            Place::Country => 9e6,
            Place::Region(Region::Abai) => 3e5,
            Place::Region(_) => return None,
        };
        Some(Denominator {
            id: format!("register/employees/{place}"),
            people,
            year: period.year(),
            source: "register".to_owned(),
        })
    }

    fn employed(&self, _section: Option<Activity>, _period: Period) -> Option<Denominator> {
        None
    }

    fn periods(&self) -> Vec<Period> {
        Period::months(2031, 1, 3).into_iter().collect()
    }

    fn latest_year(&self) -> Option<i16> {
        Some(2031)
    }
}

#[test]
fn claims_are_judged_by_what_the_register_says() {
    let text = "In the first quarter of 2031, 300 people were injured at work in Kazakhstan, 20 of them in transport. \
                In Abai region 12 were hurt, in Astana 5. A year earlier there were 302, so nothing changed by more than 0.7%.";
    let report = check(text, None, &Register);
    let short: Vec<_> = report
        .claims
        .iter()
        .map(|claim| (claim.kind, claim.value, claim.verdict))
        .collect();
    assert_eq!(
        short.get(..4),
        Some(
            [
                (Kind::Count, Some(300.0), Verdict::Holds),
                (Kind::Count, Some(20.0), Verdict::Holds),
                (Kind::Count, Some(12.0), Verdict::Holds),
                (Kind::Count, Some(5.0), Verdict::Unknown),
            ]
            .as_slice()
        ),
        "{:#?}",
        report.claims
    );
    let abai = report.claims[2].recomputed.as_ref().unwrap();
    assert_eq!((abai.expected, abai.ratio), (Some(10.0), Some(1.2)));
    assert!(
        report.claims[0].note.contains("the register"),
        "{}",
        report.claims[0].note
    );
}
