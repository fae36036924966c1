//! `saqta figures import`.

use super::INJURIES;
use crate::support::Place;

#[test]
fn a_file_without_a_row_is_not_brought_in() {
    let place = Place::hospital();
    let file = place.write(
        "empty.csv",
        "source,number,region,activity,date,kind,outcome,days_lost\n",
    );
    place
        .run(["figures", "import", &file, "--data", &place.data()])
        .expect_misuse("has a header and no row");
    let none = place.path("none.csv");
    for command in ["import", "series"] {
        place
            .run(["figures", command, &none, "--data", &place.data()])
            .expect_misuse("there is no file");
    }
}

#[test]
fn a_wrong_file_leaves_the_register_as_it_was() {
    let place = Place::hospital();
    let head = |place: &Place| place.run(["verify", "--data", &place.data()]).expect(0).out;
    let before = head(&place);
    let wrong = place.write("wrong.csv", &INJURIES.replace("employer,4", "nobody,4"));
    let ran = place.run(["figures", "import", &wrong, "--data", &place.data()]);
    assert!(ran.err.contains("line 5, source"), "{}", ran.err);
    ran.expect_misuse("is wrong");
    assert_eq!(head(&place), before);
}
