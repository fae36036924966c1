//! `saqta token`.

use crate::support::{Place, Serving};

#[test]
fn a_token_is_one_line_and_opens_what_its_holder_may() {
    let place = Place::hospital();
    let made = place
        .run(["token", "--data", &place.data(), "--account", "guard"])
        .expect(0);
    let token = made.out.strip_suffix('\n').unwrap();
    assert!(
        token.starts_with("saqta_") && token.len() == 49 && !token.contains('\n'),
        "{token:?}"
    );
    let id = made.err.rsplit(' ').next().unwrap().trim().to_owned();
    let file = place.write("guard.token", token);
    let again = place
        .run(["token", "--data", &place.data(), "--revoke-id", &id])
        .expect(0);
    assert_eq!(
        again.out,
        "revoked 1; a press under a revoked token is still shown, flagged\n"
    );
    let other = place.token(&["--account", "guard"]);
    let serving = Serving::start(&place, &[]);
    serving.client_with(&file).get("/api/v1/alarms").expect(401);
    serving.client_with(&other).get("/api/v1/alarms").expect(200);
    serving.stop();
}

#[test]
fn tokens_are_made_and_revoked_over_http_too() {
    let place = Place::hospital();
    let admin = place.token(&["--account", "admin"]);
    let serving = Serving::start(&place, &[]);
    let url = serving.url();
    let base = [
        "token",
        "--server",
        &url,
        "--token-file",
        &admin,
        "--device",
        "wall-1",
    ];
    let token = place.run(base).expect(0).out;
    let file = place.write("wall.token", &token);
    let press = ["press", "--server", &url, "--token-file", &file];
    assert!(
        place
            .run(press)
            .expect(0)
            .out
            .starts_with("recorded: panic raised at kst-ed/triage, alarm ")
    );
    place.run(base.into_iter().chain(["--revoke"])).expect(0);
    let revoked = place.run(press).expect(0).out;
    assert!(
        revoked.contains("(revoked-token)"),
        "a press under a revoked token is recorded: {revoked}"
    );
    serving.stop();
}

#[test]
fn an_enrolment_link_carries_the_token_where_no_server_logs_it() {
    let place = Place::hospital();
    let data = place.data();
    let arguments = [
        "token",
        "--data",
        &data,
        "--device",
        "wall-1",
        "--link",
        "https://saqta.example/",
    ];
    let link = place.run(arguments).expect(0).out;
    assert!(
        link.starts_with("https://saqta.example/press#token=saqta_") && link.lines().count() == 1,
        "{link}"
    );
    let with_code = place.run(arguments.into_iter().chain(["--qr"])).expect(0).out;
    assert!(
        with_code.contains('█') && with_code.lines().count() > 15,
        "{with_code}"
    );
    assert!(
        with_code
            .lines()
            .last()
            .unwrap()
            .starts_with("https://saqta.example/press#token=")
    );
}

#[test]
fn nobody_and_nothing_unknown_gets_a_token() {
    let place = Place::hospital();
    let data = place.data();
    place
        .run(["token", "--data", &data, "--account", "nobody"])
        .expect_misuse("there is no account `nobody`");
    place
        .run(["token", "--data", &data, "--device", "nothing"])
        .expect_misuse("there is no device `nothing`");
    let admin = place.token(&["--account", "admin"]);
    let serving = Serving::start(&place, &[]);
    let url = serving.url();
    let arguments = [
        "token",
        "--server",
        &url,
        "--token-file",
        &admin,
        "--account",
        "nobody",
    ];
    place.run(arguments).expect_misuse("there is no account `nobody`");
    serving.stop();
}
