//! Declaring: what is new or changed is recorded, what is absent stays, nobody reaches beyond their scope.

use saqta_domain::command::{Answer, Principal};
use saqta_domain::decide::Refusal;
use saqta_domain::declaration::{AccountDeclaration, Declaration, toml};
use saqta_domain::permission::{Action, Role, Scope};
use saqta_domain::private::Private;

use crate::support::{Done, HOSPITAL, World};

fn changed(done: &Done) -> usize {
    match done.answer {
        Answer::Declared { changed } => changed,
        ref other => panic!("{other:?} is no answer to a declaration"),
    }
}

#[test]
fn the_same_declaration_again_changes_nothing() {
    let mut world = World::hospital();
    let before = world.fingerprint();
    let again = world.declare(Principal::System, HOSPITAL).expect("it is sound");
    assert_eq!((changed(&again), again.events.len()), (0, 0));
    assert_eq!(world.fingerprint(), before);
}

#[test]
fn what_a_declaration_leaves_out_is_kept() {
    let mut world = World::hospital();
    let text = "[[accounts]]\nlogin = \"nurse\"\nname = \"Synthetic nurse\"\n";
    let done = world.declare(Principal::System, text).expect("it is sound");
    assert_eq!((changed(&done), done.names()), (1, vec!["account.declared"]));
    let directory = world.state.directory();
    let nurse = directory.account_by_login("nurse").expect("she is still there");
    assert_eq!((nurse.name.as_str(), nurse.roles.len()), ("Synthetic nurse", 1));
    assert_eq!(
        (
            directory.sites().count(),
            directory.zones().count(),
            directory.devices().count()
        ),
        (3, 4, 3)
    );
    assert_eq!(directory.accounts().count(), 14);
}

#[test]
fn a_changed_thing_is_recorded_in_its_own_stream() {
    let mut world = World::hospital();
    let text = "[[sites]]\nid = \"kst-ed\"\nkind = \"hospital\"\nregion = \"39\"\n";
    let done = world.declare(Principal::System, text).expect("it is sound");
    assert_eq!((done.names(), done.events[0].version), (vec!["site.declared"], 2));
}

#[test]
fn a_password_counts_only_when_the_account_is_made() {
    let mut world = World::empty();
    let with_password = |hash: &str| Declaration {
        accounts: vec![AccountDeclaration {
            login: "aigerim".to_owned(),
            name: None,
            language: None,
            roles: Some(Vec::new()),
            password_hash: Some(hash.to_owned()),
        }],
        ..Declaration::default()
    };
    world
        .declare_as(Principal::System, with_password("first"))
        .expect("it is sound");
    let again = world
        .declare_as(Principal::System, with_password("second"))
        .expect("it is sound");
    assert_eq!(changed(&again), 0);
    let account = world
        .state
        .directory()
        .account_by_login("aigerim")
        .expect("she is there")
        .clone();
    assert_eq!(
        (account.password_hash.as_deref(), account.name.as_str()),
        (Some("first"), "aigerim")
    );
}

#[test]
fn a_devices_key_is_sealed_and_can_be_changed_and_left_out() {
    let mut world = World::hospital();
    let mut parsed =
        toml::parse("[[devices]]\nid='panel-1'\nkind='alarm-panel'\nzone='hall'\ndc09={account='0042'}");
    let mut declare = |world: &mut World, key: Option<&str>| {
        let declaration = &mut parsed.as_mut().expect("it is sound").declaration;
        declaration.devices[0].key = key.map(str::to_owned);
        world.declare_as(Principal::System, declaration.clone())
    };
    let key = "00112233445566778899aabbccddeeff";
    let done = declare(&mut world, Some(key)).expect("it is sound");
    assert_eq!(done.events[0].private, [Private::CipherKey(key.to_owned())]);
    let body = done.events[0].event.body().expect("it is JSON");
    assert!(
        !String::from_utf8_lossy(&body).contains(key),
        "the key is not public"
    );
    assert_eq!(changed(&declare(&mut world, Some(key)).expect("it is sound")), 0);
    let device = world
        .state
        .directory()
        .device("panel-1")
        .expect("it is there")
        .clone();
    assert!(device.key.is_some() && device.device.dc09.is_some_and(|dc09| dc09.encrypted));
    declare(&mut world, None).expect("it is sound");
    assert_eq!(
        world
            .state
            .directory()
            .device("panel-1")
            .expect("it is there")
            .key,
        None
    );
    let refusal = declare(&mut world, Some("0011")).expect_err("too short");
    assert!(matches!(refusal, Refusal::Invalid { path, .. } if path == "devices[0].dc09.key_file"));
}

#[test]
fn a_device_is_found_by_its_newest_account_number_only() {
    let mut world = World::hospital();
    let text = "[[devices]]\nid='panel-1'\nkind='alarm-panel'\nzone='hall'\ndc09={account='0043'}";
    world.declare(Principal::System, text).expect("it is sound");
    let directory = world.state.directory();
    assert_eq!(directory.dc09_devices("0042").count(), 0);
    assert_eq!(directory.dc09_devices("0043").count(), 1);
}

#[test]
fn a_reference_that_leads_nowhere_names_its_field_and_line() {
    let cases = [
        ("[[zones]]\nid='z'\nsite='mars'\n", "zones[0].site", 3),
        (
            "[[zones]]\nid='z'\nsite='kst-ed'\nparent='attic'\n",
            "zones[0].parent",
            4,
        ),
        (
            "[[zones]]\nid='z'\nsite='kst-ed'\nparent='shy-hall'\n",
            "zones[0].parent",
            4,
        ),
        (
            "[[zones]]\nid='hall'\nsite='kst-ed'\nparent='desk'\n",
            "zones[0].parent",
            4,
        ),
        (
            "[[zones]]\nid='z'\nsite='kst-ed'\nparent='z'\n",
            "zones[0].parent",
            4,
        ),
        ("[[posts]]\nid='p'\nsite='mars'\n", "posts[0].site", 3),
        (
            "[[posts]]\nid='p'\nsite='kst-ed'\ncovers=[\n'hall',\n'attic']\n",
            "posts[0].covers[1]",
            6,
        ),
        (
            "[[posts]]\nid='p'\nsite='kst-ed'\ncovers=['shy-hall']\n",
            "posts[0].covers[0]",
            4,
        ),
        (
            "[[devices]]\nid='d'\nkind='siren'\nzone='attic'\n",
            "devices[0].zone",
            4,
        ),
        (
            "[[accounts]]\nlogin='x'\nroles=[{role='guard',site='mars'}]\n",
            "accounts[0].roles[0].site",
            3,
        ),
        (
            "[[accounts]]\nlogin='x'\n[[accounts]]\nlogin='y'\nroles=[{role='guard',site='unassigned'}]\n",
            "accounts[1].roles[0].site",
            5,
        ),
    ];
    for (text, expected, line) in cases {
        let mut world = World::hospital();
        let refusal = world.declare(Principal::System, text).expect_err(text);
        let Refusal::Invalid { path, .. } = refusal else {
            panic!("{refusal:?} for {text}")
        };
        assert_eq!(path, expected, "{text}");
        let places = toml::parse(text).expect("it is sound in itself").places;
        assert_eq!(places.line_of(&path), Some(line), "{path}");
        assert_eq!(
            world.history.len(),
            World::hospital().history.len(),
            "nothing was recorded of {text}"
        );
    }
}

/// The JSON form of the API does not go through the TOML reader.
#[test]
fn a_value_that_cannot_be_is_refused_in_the_json_form_too() {
    let cases = [
        (r#"{"sites":[{"id":"a b"}]}"#, "sites[0].id"),
        (r#"{"sites":[{"id":"unassigned"}]}"#, "sites[0].id"),
        (
            r#"{"sites":[{"id":"s","region":"Karaganda"}]}"#,
            "sites[0].region",
        ),
        (
            r#"{"sites":[{"id":"s","owner":{"bin":"1"}}]}"#,
            "sites[0].owner.bin",
        ),
        (
            r#"{"sites":[{"id":"s","time_zone":"../etc"}]}"#,
            "sites[0].time_zone",
        ),
        (r#"{"sites":[{"id":"s"},{"id":"s"}]}"#, "sites[1].id"),
        (
            r#"{"devices":[{"device":{"id":"d","dc09":{"account":"a b"}}}]}"#,
            "devices[0].dc09.account",
        ),
        (r#"{"accounts":[{"login":""}]}"#, "accounts[0].login"),
        (
            r#"{"accounts":[{"login":"x"},{"login":"x"}]}"#,
            "accounts[1].login",
        ),
    ];
    for (json, expected) in cases {
        let declaration: Declaration = serde_json::from_str(json).expect(json);
        let refusal = World::empty()
            .declare_as(Principal::System, declaration)
            .expect_err(json);
        assert!(
            matches!(&refusal, Refusal::Invalid { path, .. } if path == expected),
            "{refusal:?} for {json}"
        );
    }
}

#[test]
fn nobody_declares_beyond_their_scope() {
    let site = |id: &str, region: &str| format!("[[sites]]\nid='{id}'\nkind='mine'\nregion='{region}'\n");
    let zone = |site: &str| format!("[[zones]]\nid='new'\nsite='{site}'\n");
    let role = |role: &str| format!("[[accounts]]\nlogin='new'\nroles=[{role}]\n");
    let cases = [
        (site("new", "39"), [true, false, false, false]),
        (site("kst-ed", "39"), [true, true, true, false]),
        (site("kst-2", "39"), [true, true, false, false]),
        (site("shy-1", "79"), [true, false, false, false]),
        (zone("kst-ed"), [true, true, true, false]),
        (zone("kst-2"), [true, true, false, false]),
        (zone("shy-1"), [true, false, false, false]),
        (
            "[[zones]]\nid='shy-hall'\nsite='kst-ed'\n".to_owned(),
            [true, false, false, false],
        ),
        (
            "[[posts]]\nid='new'\nsite='kst-ed'\n".to_owned(),
            [true, true, true, false],
        ),
        (
            "[[posts]]\nid='kst-post'\nsite='kst-2'\n".to_owned(),
            [true, true, false, false],
        ),
        (
            "[[devices]]\nid='button-1'\nkind='siren'\nzone='kst-2-hall'\n".to_owned(),
            [true, true, false, false],
        ),
        (
            "[[devices]]\nid='new'\nkind='siren'\n".to_owned(),
            [true, false, false, false],
        ),
        (
            "[[devices]]\nid='spare'\nkind='siren'\nzone='desk'\n".to_owned(),
            [true, false, false, false],
        ),
        (role("{role='guard',site='kst-ed'}"), [true, true, true, false]),
        (role("{role='admin',site='kst-ed'}"), [true, true, true, false]),
        (role("{role='guard',site='kst-2'}"), [true, true, false, false]),
        (
            role("{role='guard',site='kst-ed'},{role='guard',site='shy-1'}"),
            [true, false, false, false],
        ),
        (role("{role='guard',region='79'}"), [true, false, false, false]),
        (role("{role='admin'}"), [true, false, false, false]),
        (role(""), [true, false, false, false]),
        (
            "[[accounts]]\nlogin='admin'\nroles=[]\n".to_owned(),
            [true, false, false, false],
        ),
        (
            "[[accounts]]\nlogin='far-guard'\nroles=[{role='guard',site='kst-ed'}]\n".to_owned(),
            [true, false, false, false],
        ),
    ];
    for (text, row) in cases {
        for (login, allowed) in ["admin", "region-admin", "site-admin", "head"]
            .into_iter()
            .zip(row)
        {
            let mut world = World::hospital();
            let outcome = world.declare(world.person(login), &text);
            if allowed {
                assert_eq!(
                    changed(&outcome.expect("it is within the scope")),
                    1,
                    "{login}: {text}"
                );
            } else {
                assert_eq!(
                    outcome.expect_err(&text),
                    Refusal::Forbidden(Action::Declare),
                    "{login}: {text}"
                );
            }
        }
    }
}

#[test]
fn a_device_declares_nothing() {
    let mut world = World::hospital();
    let text = "[[accounts]]\nlogin='new'\nroles=[{role='admin'}]\n";
    let refusal = world
        .declare(Principal::Device("button-1".into()), text)
        .expect_err("it is a device");
    assert_eq!(refusal, Refusal::Forbidden(Action::Declare));
}

#[test]
fn one_wrong_entry_keeps_the_whole_declaration_out() {
    let mut world = World::hospital();
    let text = "[[zones]]\nid='good'\nsite='kst-ed'\n[[zones]]\nid='foreign'\nsite='shy-1'\n";
    world
        .declare(world.person("site-admin"), text)
        .expect_err("the second is not hers");
    assert!(world.state.directory().zone("good").is_none());
}

#[test]
fn roles_and_scopes_arrive_as_they_were_written() {
    let world = World::hospital();
    let account = world
        .state
        .directory()
        .account_by_login("region-admin")
        .expect("it is declared");
    let grants: Vec<_> = account
        .roles
        .iter()
        .map(|grant| (grant.role, grant.scope.clone()))
        .collect();
    assert_eq!(grants, [(Role::Admin, Scope::Region("39".to_owned()))]);
}
