//! What administrators write, right and wrong.

use proptest::prelude::*;

use super::*;
use crate::permission::{Role, Scope};
use crate::site::SiteKind;

const WHOLE: &str = r#"
[[sites]]
id = "kst-ed"
name = { kk = "Қабылдау бөлімі", ru = "Приёмное отделение", en = "Emergency department" }
owner = { bin = "990140000123", name = "Synthetic hospital" }
kind = "emergency-department"
region = "39"
activity = "86.10"
time_zone = "Asia/Qostanay"
language = "ru"
phones = [{ name = "Post", number = "102" }]

[[zones]]
id = "kst-ed-hall"
site = "kst-ed"
name = "Hall"

[[zones]]
id = "kst-ed-desk"
site = "kst-ed"
parent = "kst-ed-hall"

[[posts]]
id = "kst-post"
site = "kst-ed"
operator = "police"
covers = ["kst-ed-hall", "kst-ed-desk"]

[[devices]]
id = "button-1"
kind = "panic-button"
zone = "kst-ed-desk"

[[devices]]
id = "panel-1"
kind = "alarm-panel"
[devices.dc09]
account = "0042"
receiver = "1"
prefix = "0"
key_file = "keys/panel-1"
encoding = "windows-1251"

[[accounts]]
login = "aigerim"
name = "Synthetic nurse"
password_file = "passwords/aigerim"
language = "kk"
roles = [{ role = "worker", site = "kst-ed" }, { role = "guard", region = "39" }, { role = "auditor" }]
"#;

fn problems(text: &str) -> String {
    let problems = parse(text).expect_err("the text has problems");
    problems.iter().map(|problem| format!("{problem}\n")).collect()
}

#[test]
fn a_whole_declaration_is_read() {
    let parsed = parse(WHOLE).expect("it is sound");
    let Declaration {
        sites,
        zones,
        posts,
        devices,
        accounts,
    } = &parsed.declaration;
    assert_eq!(sites[0].kind, SiteKind::EmergencyDepartment);
    assert_eq!(sites[0].name.kk.as_deref(), Some("Қабылдау бөлімі"));
    assert_eq!(
        (sites[0].time_zone.as_str(), sites[0].phones[0].number.as_str()),
        ("Asia/Qostanay", "102")
    );
    assert_eq!(
        zones[0].name.ru.as_deref(),
        Some("Hall"),
        "a plain name is the name in every language"
    );
    assert_eq!(zones[1].parent, Some("kst-ed-hall".into()));
    assert_eq!(posts[0].covers.len(), 2);
    let dc09 = devices[1].device.dc09.as_ref().expect("it has a DC-09 account");
    assert_eq!((dc09.account.as_str(), dc09.encrypted), ("0042", true));
    let scopes: Vec<_> = accounts[0]
        .roles
        .iter()
        .flatten()
        .map(|grant| (grant.role, grant.scope.clone()))
        .collect();
    let expected = [
        (Role::Worker, Scope::Site("kst-ed".into())),
        (Role::Guard, Scope::Region("39".to_owned())),
        (Role::Auditor, Scope::Country),
    ];
    assert_eq!(scopes, expected);
    let files: Vec<_> = parsed
        .files
        .iter()
        .map(|file| (file.path.as_str(), file.target, file.field.as_str()))
        .collect();
    let expected = [
        ("keys/panel-1", Target::DeviceKey(1), "devices[1].dc09.key_file"),
        (
            "passwords/aigerim",
            Target::AccountPassword(0),
            "accounts[0].password_file",
        ),
    ];
    assert_eq!(files, expected);
    assert_eq!(parsed.warnings, []);
}

#[test]
fn every_field_knows_its_line() {
    let places = parse(WHOLE).expect("it is sound").places;
    for (path, start) in [
        ("sites[0].region", "region ="),
        ("sites[0].owner.bin", "owner ="),
        ("sites[0].phones[0].number", "phones ="),
        ("zones[1].parent", "parent ="),
        ("posts[0].covers[1]", "covers ="),
        ("devices[1].dc09.account", "account ="),
        ("devices[1].dc09", "[devices.dc09]"),
        ("accounts[0].roles[2].site", "roles ="),
        ("sites[0]", "[[sites]]"),
        ("sites[0].parent", "[[sites]]"),
    ] {
        let line = WHOLE
            .lines()
            .position(|line| line.starts_with(start))
            .map(|index| index + 1);
        assert_eq!(places.line_of(path), line, "{path}");
    }
    assert_eq!(places.line_of("devices[1]"), Some(34), "the second of two");
    assert_eq!(places.line_of("rooms[0].id"), None);
    assert_eq!(places.line_of(""), None);
}

#[test]
fn only_what_is_required_is_required() {
    let text = "[[sites]]\nid='s'\nkind='mine'\n[[zones]]\nid='z'\nsite='s'\n[[posts]]\nid='p'\nsite='s'\n\
        [[devices]]\nid='d'\nkind='siren'\ndc09={account='1'}\n[[accounts]]\nlogin='l'\n";
    let parsed = parse(text).expect("nothing that is required is missing");
    assert_eq!(
        parsed.declaration.accounts[0].roles, None,
        "roles left out stay as they are"
    );
    assert_eq!(parsed.declaration.sites[0].time_zone, "Asia/Almaty");
    assert_eq!(
        parse(""),
        Ok(Parsed::default()),
        "an empty declaration changes nothing"
    );
}

#[test]
fn every_problem_is_reported_with_its_line_and_field() {
    let text = r#"
[[sites]]
naem = "A"
owner = { bin = "12", nme = "B" }
region = 39
time_zone = "Asia Almaty"
language = "de"
phones = [{ name = "Post" }, "102"]

[[zones]]
id = "a zone"

[[zones]]
id = "z"
site = ""

[[zones]]
id = "z"
site = "s"

[[posts]]
id = "p"
site = "s"
covers = ["z", 7]

[[devices]]
id = "d"
kind = "camera"
dc09 = { account = 42, receiver = true, encoding = "utf-8" }

[accounts]
login = "x"

[[rooms]]
id = "r"
"#;
    insta::assert_snapshot!(problems(text), @r#"
    2: sites[0].id: this is required
    2: sites[0].kind: this is required
    3: sites[0].naem: there is no such field; did you mean `name`?
    4: sites[0].owner.nme: there is no such field; did you mean `name`?
    4: sites[0].owner.bin: a BIN has 12 digits
    5: sites[0].region: this must be a text: write it in quotes, as "39"
    6: sites[0].time_zone: a time zone has an IANA name, as Asia/Almaty
    7: sites[0].language: `de` is not one of kk, ru, en
    8: sites[0].phones[0].number: this is required
    8: sites[0].phones[1]: this must be a table with name, number, not a string
    10: zones[0].site: this is required
    11: zones[0].id: an id has 1 to 64 characters of a–z A–Z 0–9 . _ - and is not `unassigned`
    15: zones[1].site: this is empty
    18: zones[2].id: `z` is taken by zones[1] already
    24: posts[0].covers[1]: this must be a text: write it in quotes, as "7"
    29: devices[0].dc09.account: this must be a text: write it in quotes, as "42"
    29: devices[0].dc09.receiver: this must be a text in quotes, not a boolean
    29: devices[0].dc09.encoding: `utf-8` is not one of windows-1252, windows-1251
    31: accounts: there may be several: write [[accounts]], not [accounts]
    34: rooms: there is no such field; known are sites, zones, posts, devices, accounts
    "#);
}

#[test]
fn roles_and_logins_are_checked() {
    let text = r#"
[[accounts]]
login = "a b"
roles = [{ site = "s" }, { role = "boss" }, { role = "guard", site = "s", region = "39" }]

[[accounts]]
login = "c"

[[accounts]]
login = "c"
password = "secret"
"#;
    insta::assert_snapshot!(problems(text), @r"
    3: accounts[0].login: a login has 1 to 64 characters and no white space
    4: accounts[0].roles[0].role: this is required
    4: accounts[0].roles[1].role: `boss` is not one of worker, guard, dispatcher, safety-officer, inspector, analyst, auditor, admin
    4: accounts[0].roles[2].region: a role is held at a site or in a region, not both: write two roles
    10: accounts[2].login: `c` is taken by accounts[1] already
    11: accounts[2].password: there is no such field; did you mean `password_file`?
    ");
}

#[test]
fn a_text_that_is_no_toml_names_its_line() {
    insta::assert_snapshot!(problems("[[sites]]\nid = \n\n[[devices]]\ndc09 = { account = 0042 }\n"), @r"
    2: string values must be quoted, expected literal string
    5: unexpected leading zero, expected nothing; numbers that are names, as an account's, are written in quotes
    ");
    insta::assert_snapshot!(problems("[[sites]]\nid = 'a'\nid = 'b'\n"), @r"
    3: duplicate key
    ");
}

#[test]
fn what_is_odd_is_taken_with_a_warning() {
    let text = "[[sites]]\nid='s'\nkind='circus'\n[[devices]]\nid='d'\nkind='drone'\ndc09={account='7'}\n\
        [[devices]]\nid='e'\nkind='siren'\ndc09={account='7'}\n";
    let parsed = parse(text).expect("it is odd, but sound");
    assert_eq!(parsed.declaration.sites[0].kind, SiteKind::Other);
    assert_eq!(parsed.declaration.devices[0].device.kind, "drone");
    let warnings: String = parsed
        .warnings
        .iter()
        .map(|warning| format!("{warning}\n"))
        .collect();
    insta::assert_snapshot!(warnings, @r"
    3: sites[0].kind: the kind `circus` is not known, so the site counts as `other`
    6: devices[0].kind: the kind `drone` is kept, but only panic-button, alarm-panel, camera, body-camera, sensor, reader, siren are known
    11: devices[1].dc09.account: devices[0] has the same account, receiver and prefix; they cannot be told apart
    ");
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC*") {
        let _ = parse(&text);
    }

    /// Texts made of the words of a declaration get further in.
    #[test]
    fn no_mixed_up_declaration_makes_it_panic(words in proptest::collection::vec(prop::sample::select(WORDS), 0..60)) {
        let text: String = words.concat();
        match parse(&text) {
            Ok(parsed) => {
                for file in &parsed.files {
                    prop_assert!(parsed.places.line_of(&file.field).is_some(), "{} has no line", file.field);
                }
            }
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                let lines = text.matches('\n').count() + 1;
                for problem in problems {
                    prop_assert!((1..=lines).contains(&problem.line), "{problem} of {lines} lines");
                }
            }
        }
    }
}

const WORDS: &[&str] = &[
    "[[sites]]\n",
    "[[zones]]\n",
    "[[posts]]\n",
    "[[devices]]\n",
    "[[accounts]]\n",
    "[devices.dc09]\n",
    "[sites]\n",
    "id",
    "name",
    "kind",
    "site",
    "zone",
    "login",
    "roles",
    "dc09",
    "account",
    "covers",
    "phones",
    "owner",
    "key_file",
    " = ",
    "=",
    ".",
    "\"a\"",
    "'камера'",
    "\"\"\"",
    "{",
    "}",
    "[",
    "]",
    ", ",
    "\n",
    "\n",
    "\n",
    "42",
    "true",
    "-1.5",
    "1979-05-27",
    "# note\n",
    "{ role = \"guard\" }",
    "\u{feff}",
    "\r\n",
    "\0",
    "\\",
];
