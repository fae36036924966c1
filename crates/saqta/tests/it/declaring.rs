//! `saqta apply`: from a file, into a folder and over HTTP.

use crate::support::{HOSPITAL, Place, Serving};

#[test]
fn applying_twice_changes_nothing_twice() {
    let place = Place::new();
    let data = place.data();
    let file = place.write("hospital.toml", HOSPITAL);
    let first = place.run(["apply", "--data", &data, &file]).expect(0);
    assert!(first.out.contains("site kst-ed\nzone triage\n"), "{}", first.out);
    assert!(first.out.ends_with("7 declared or changed\n"), "{}", first.out);
    let second = place.run(["apply", "--data", &data, &file]).expect(0);
    assert_eq!(second.out, "nothing changed: all of this was declared already\n");
    let third = place.write("more.toml", "[[zones]]\nid = \"ward\"\nsite = \"kst-ed\"\n");
    let third = place.run(["apply", "--data", &data, &third]).expect(0);
    assert_eq!(
        third.out, "zone ward\n1 declared or changed\n",
        "what a file does not mention stays"
    );
    place.expect_nothing_to_recover();
}

#[test]
fn applying_over_http_is_the_same_and_the_declared_people_can_sign_in() {
    let place = Place::new();
    let token = place.token(&["--account", "admin"]);
    let file = place.write("hospital.toml", HOSPITAL);
    let serving = Serving::start(&place, &[]);
    let url = serving.url();
    let arguments = ["apply", "--server", &url, "--token-file", &token, &file];
    assert_eq!(place.run(arguments).expect(0).out, "7 declared or changed\n");
    assert!(place.run(arguments).expect(0).out.starts_with("nothing changed"));
    let body = serde_json::json!({"login": "guard", "password": "a person's password"});
    let session = serving.client().post("/api/v1/session", &body).expect(200);
    assert_eq!(session["account"]["name"], "Guard G.");
    assert_eq!(session["account"]["roles"][0]["site"], "kst-ed");
    let sites = serving.client_with(&token).get("/api/v1/sites").expect(200);
    assert_eq!(sites["items"][0]["name"]["kk"], "Жедел жәрдем бөлімі");
    serving.stop();
}

#[test]
fn every_wrong_field_of_a_file_is_named_with_its_line() {
    let place = Place::new();
    let file = place.write(
        "bad.toml",
        "[[sites]]\nid = \"a b\"\nkind = \"mine\"\n\n[[zones]]\nid = \"z\"\n",
    );
    let ran = place
        .run(["apply", "--data", &place.data(), &file])
        .expect_misuse("bad.toml:2: sites[0].id: ");
    assert!(
        ran.err.contains("bad.toml:5: zones[0].site: this is required"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("   safe: nothing was declared"), "{}", ran.err);
}

#[test]
fn what_only_the_engine_can_know_is_named_with_its_line_too() {
    let place = Place::new();
    let token = place.token(&["--account", "admin"]);
    let file = place.write(
        "bad.toml",
        "# a zone of nowhere\n[[zones]]\nid = \"z\"\nsite = \"nowhere\"\n",
    );
    place
        .run(["apply", "--data", &place.data(), &file])
        .expect_misuse("bad.toml:4: zones[0].site: ");
    let serving = Serving::start(&place, &[]);
    let url = serving.url();
    let arguments = ["apply", "--server", &url, "--token-file", &token, &file];
    place.run(arguments).expect_misuse("bad.toml:4: zones[0].site: ");
    serving.stop();
}

#[test]
fn a_secret_that_cannot_be_used_is_named_with_the_line_that_names_it() {
    let place = Place::new();
    let data = place.data();
    let declare = |key: &str| {
        place.write(
            "devices.toml",
            &format!("[[devices]]\nid = \"d\"\nkind = \"alarm-panel\"\ndc09 = {{ account = \"1\", key_file = \"{key}\" }}\n"),
        )
    };
    let file = declare("missing.key");
    let ran = place.run(["apply", "--data", &data, &file]);
    ran.expect_misuse("devices.toml:4: devices[0].dc09.key_file: ");
    place.write("short.key", "0011\n");
    let file = declare("short.key");
    let ran = place.run(["apply", "--data", &data, &file]);
    ran.expect_misuse(
        "devices.toml:4: devices[0].dc09.key_file: short.key: a key is 32, 48 or 64 hex digits",
    );
    place.write("good.key", "ascii:sixteen letters!\n");
    let file = declare("good.key");
    assert_eq!(
        place.run(["apply", "--data", &data, &file]).expect(0).out,
        "device d\n1 declared or changed\n"
    );
}
