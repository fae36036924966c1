//! What contradicts arithmetic or itself is implausible; what only looks so is not.

use super::adversarial::comes_to;
use saqta_figures::headline::{Kind, Verdict};

use Kind::{Change, Count, Rate, Share};
use Verdict::{Holds, Implausible, Noise, Unknown};

#[test]
fn regions_that_add_up_to_more_than_the_country() {
    comes_to(
        "In 2030, 100 people were injured at work in Kazakhstan: 60 in Karaganda region, 50 in Kostanay region and 10 in Astana.",
        &[
            (Count, Some(100.0), Unknown),
            (Count, Some(60.0), Implausible),
            (Count, Some(50.0), Implausible),
            (Count, Some(10.0), Implausible),
        ],
    );
}

#[test]
fn more_dead_than_injured_in_a_year_but_not_in_one_accident() {
    comes_to(
        "В 2030 году на производстве в Казахстане пострадали 50 человек, погибли 70.",
        &[(Count, Some(50.0), Unknown), (Count, Some(70.0), Implausible)],
    );
    comes_to(
        "При обрушении на шахте двое горняков пострадали, семеро погибли.",
        &[(Count, Some(2.0), Unknown), (Count, Some(7.0), Unknown)],
    );
}

#[test]
fn a_change_that_two_printed_counts_contradict() {
    comes_to(
        "In 2030, 80 people were injured at work in Kazakhstan, against 100 in 2029, a drop of 35%.",
        &[
            (Count, Some(80.0), Unknown),
            (Count, Some(100.0), Unknown),
            (Change, Some(35.0), Implausible),
        ],
    );
    comes_to(
        "In 2030, 80 people were injured at work in Kazakhstan, against 100 in 2029, a drop of 20%.",
        &[
            (Count, Some(80.0), Unknown),
            (Count, Some(100.0), Unknown),
            (Change, Some(20.0), Noise),
        ],
    );
}

#[test]
fn a_change_that_no_whole_number_gives() {
    comes_to(
        "In 2030, 5 people died at work in Astana, 12.3% fewer than a year earlier.",
        &[(Count, Some(5.0), Unknown), (Change, Some(12.3), Implausible)],
    );
}

#[test]
fn more_than_all_and_more_than_everybody() {
    comes_to(
        "В 2030 году травматизм в Казахстане снизился на 120 %.",
        &[(Change, Some(120.0), Implausible)],
    );
    comes_to(
        "In 2030 Kazakhstan had a rate of 1200 injuries per 1,000 workers; 130% of the injured worked in construction.",
        &[
            (Rate, Some(1200.0), Implausible),
            (Share, Some(130.0), Implausible),
        ],
    );
}

#[test]
fn a_quarter_may_have_fewer_than_the_half_year_before() {
    comes_to(
        "In the first half of 2025, 584 people were injured at work in Kazakhstan. In July 2025 there were 90 injured.",
        &[(Count, Some(584.0), Holds), (Count, Some(90.0), Unknown)],
    );
}
