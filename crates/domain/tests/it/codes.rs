//! `docs/codes.md` lists what the program knows: the words with their meaning as the code says it, ESAW's codes in their order.
//!
//! `UPDATE_CODES=1 cargo nextest run -p saqta-domain codes` writes it anew; what it says of a code of ESAW stays.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use saqta_domain::injury::esaw::{BodyPart, Contact, Deviation, InjuryType};
use saqta_domain::injury::{AgeBand, Cause, InjuryKind, InjuryOutcome, Reporter, Sex};

/// Where the words and their meanings stand.
const WORDS: &str = include_str!("../../src/injury/words.rs");

const HEADING: &str = "# Codes of injuries

What stands in the API, in files and in releases. Words for people, in Kazakh, Russian and English, are in `locales/*/codes.ftl` and
`locales/*/esaw.ftl`.
";

const ESAW: &str = "
## ESAW

European Statistics on Accidents at Work, methodology 2013 (Eurostat). Of the deviation the **last** before the contact is coded. Rows
marked *unverified* are from memory, not read in the source: do not take them for the official list.
";

#[test]
fn the_documented_codes_are_those_of_the_program() {
    let path = root().join("docs/codes.md");
    let committed = fs::read_to_string(&path).unwrap_or_default();
    let written = document(&committed);
    if std::env::var_os("UPDATE_CODES").is_some() {
        fs::write(&path, &written).expect("the document can be written");
        return;
    }
    let differs = committed
        .lines()
        .zip(written.lines())
        .find(|(committed, written)| committed != written);
    assert!(
        committed == written,
        "docs/codes.md is out of date, first at {differs:?}: run this test with UPDATE_CODES=1 and commit it"
    );
}

fn document(committed: &str) -> String {
    let mut text = HEADING.to_owned();
    let lists: [(&str, &str, Vec<&str>); 6] = [
        ("source", "Reporter", codes(Reporter::ALL, Reporter::code)),
        ("kind", "InjuryKind", codes(InjuryKind::ALL, InjuryKind::code)),
        (
            "outcome",
            "InjuryOutcome",
            codes(InjuryOutcome::ALL, InjuryOutcome::code),
        ),
        ("cause", "Cause", codes(Cause::ALL, Cause::code)),
        ("sex", "Sex", codes(Sex::ALL, Sex::code)),
        ("age", "AgeBand", codes(AgeBand::ALL, AgeBand::code)),
    ];
    for (field, name, codes) in lists {
        let (about, meanings) = meanings_of(name);
        write!(
            text,
            "\n## `{field}`\n\n{about}\n\n| code | meaning |\n|---|---|\n"
        )
        .expect("a string takes it");
        for code in codes {
            let meaning = meanings
                .get(code)
                .unwrap_or_else(|| panic!("{name} {code} has no meaning"));
            writeln!(text, "| `{code}` | {meaning} |").expect("a string takes it");
        }
    }
    text.push_str(ESAW);
    let said = said_of_esaw(committed);
    for (field, message, width, codes) in [
        ("deviation", "deviation", 2, Deviation::ALL),
        ("contact", "contact", 2, Contact::ALL),
        ("injury_type", "type", 3, InjuryType::ALL),
        ("body_part", "part", 2, BodyPart::ALL),
    ] {
        write!(text, "\n### `{field}`\n\n| code | meaning | |\n|---|---|---|\n").expect("a string takes it");
        for code in codes {
            let code = format!("{code:0width$}");
            let row = said.get(&(field.to_owned(), code.clone())).cloned();
            let row = row.unwrap_or_else(|| format!("{} | ", in_english(message, &code)));
            writeln!(text, "| `{code}` | {row} |").expect("a string takes it");
        }
    }
    text
}

fn codes<T: Copy>(all: &[T], code: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|word| code(*word)).collect()
}

/// What the source says above a list of words, and above each of them.
fn meanings_of(name: &str) -> (String, BTreeMap<&'static str, String>) {
    let mut above: Vec<&str> = Vec::new();
    let mut about = None;
    let mut meanings = BTreeMap::new();
    for line in WORDS.lines().map(str::trim) {
        if let Some(said) = line.strip_prefix("/// ") {
            above.push(said);
            continue;
        }
        let said = std::mem::take(&mut above).join(" ");
        if line == format!("{name} {{") {
            about = Some(said);
        } else if about.is_some() && line == "}" {
            break;
        } else if about.is_some()
            && let Some((_, code)) = line.split_once(" = \"")
            && let Some((code, _)) = code.split_once('"')
        {
            meanings.insert(code, said);
        }
    }
    let about = about.unwrap_or_else(|| panic!("there is no list {name}"));
    (about, meanings)
}

/// What the document says of each code of ESAW: the words of the source, and whether they were verified.
fn said_of_esaw(committed: &str) -> BTreeMap<(String, String), String> {
    let mut field = String::new();
    let mut said = BTreeMap::new();
    for line in committed.lines() {
        if let Some(name) = line.strip_prefix("### `") {
            name.trim_end_matches('`').clone_into(&mut field);
        } else if !field.is_empty()
            && let Some((code, row)) = line.strip_prefix("| `").and_then(|row| row.split_once("` | "))
            && let Some(row) = row.strip_suffix(" |")
        {
            said.insert((field.clone(), code.to_owned()), row.to_owned());
        }
    }
    said
}

/// The catalogue's word for a code that the document does not have yet.
fn in_english(message: &str, code: &str) -> String {
    let catalogue = fs::read_to_string(root().join("locales/en/esaw.ftl")).expect("the catalogue is there");
    let wanted = format!("esaw-{message}-{code} = ");
    let found = catalogue.lines().find_map(|line| line.strip_prefix(&wanted));
    found
        .unwrap_or_else(|| panic!("no word for {message} {code}"))
        .to_owned()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
