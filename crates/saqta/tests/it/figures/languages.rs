//! What the commands say to people follows `--lang`, else the system's language; JSON is in none.

use super::{EMPLOYEES, INJURIES};
use crate::support::{Place, Ran};

/// Letters that no Russian or English text has.
fn is_kazakh(text: &str) -> bool {
    text.to_lowercase()
        .chars()
        .any(|letter| "әғқңөұүһі".contains(letter))
}

fn is_cyrillic(text: &str) -> bool {
    text.chars().any(|letter| ('а'..='я').contains(&letter))
}

#[test]
fn tables_and_their_legends_are_in_the_language_asked_for() {
    let place = Place::empty();
    let (file, employees) = (
        place.write("injuries.csv", INJURIES),
        place.write("employees.csv", EMPLOYEES),
    );
    let of_file = |command: &'static str| {
        let given = [
            command,
            &file,
            "--denominators",
            &employees,
            "--period",
            "2025-Q1",
        ];
        given.map(str::to_owned).to_vec()
    };
    let words = |command: &[&str]| command.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    for command in [
        of_file("summarise"),
        of_file("funnel"),
        words(&["interval", "--count", "40"]),
        words(&["compare", "--counts", "293,352"]),
    ] {
        let said = |more: &[&str]| {
            let command = command.iter().map(String::as_str);
            place
                .run(["figures"].into_iter().chain(command).chain(more.iter().copied()))
                .expect(0)
                .out
        };
        let name = &command[0];
        assert!(
            is_kazakh(&said(&["--lang", "kk"])),
            "{name}: {}",
            said(&["--lang", "kk"])
        );
        let russian = said(&["--lang", "ru"]);
        assert!(is_cyrillic(&russian) && !is_kazakh(&russian), "{name}: {russian}");
        let english = said(&["--lang", "en"]);
        assert!(!is_cyrillic(&english), "{name}: {english}");
        assert_eq!(english, said(&[]), "{name}: the system's is English");
        assert_eq!(
            said(&["--lang", "kk", "--json"]),
            said(&["--json"]),
            "{name}: programs read the same in every language"
        );
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
        assert_eq!(digits(&russian), digits(&english), "{name}: the same figures");
    }
}

#[test]
fn the_systems_language_is_spoken_where_none_is_asked_for() {
    let place = Place::empty();
    let said = |language: &str| {
        let mut command = place.command(["figures", "interval", "--count", "40"]);
        Ran::of(command.env("LANG", language).output().unwrap())
            .expect(0)
            .out
    };
    assert!(is_kazakh(&said("kk_KZ.UTF-8")), "{}", said("kk_KZ.UTF-8"));
    assert!(said("ru_RU.UTF-8").contains("уровень"), "{}", said("ru_RU.UTF-8"));
    assert!(said("de_DE.UTF-8").contains("level"), "{}", said("de_DE.UTF-8"));
}

#[test]
fn wrong_cells_and_columns_are_told_in_the_language_asked_for() {
    let place = Place::hospital();
    let wrong = place.write("wrong.csv", &INJURIES.replace("2025-02-11", "2025-02-31"));
    for command in [
        vec!["figures", "summarise", &wrong, "--period", "2025"],
        vec!["figures", "import", &wrong, "--data", &place.data()],
    ] {
        let ran = place.run(command.into_iter().chain(["--lang", "ru"]));
        assert!(ran.err.contains("строка 3, date"), "{}", ran.err);
        assert!(ran.err.contains("неверна 1 ячейка"), "{}", ran.err);
        ran.expect_misuse("исправьте файл");
    }
    let series = place.write("series.csv", "series,counter\nemployees,synthetic\n");
    let ran = place.run([
        "figures",
        "series",
        &series,
        "--data",
        &place.data(),
        "--lang",
        "kk",
    ]);
    assert!(is_kazakh(&ran.err) && ran.err.contains("value"), "{}", ran.err);
    ran.expect_misuse("ештеңе қабылданбады");
    let good = place.write("injuries.csv", INJURIES);
    let brought = place.run([
        "figures",
        "import",
        &good,
        "--data",
        &place.data(),
        "--lang",
        "kk",
    ]);
    assert!(brought.expect(0).out.starts_with("жол 5: жаңа 5,"));
}
