//! The rooms of the house: which crate may know which. `ARCHITECTURE.md` says why; this says no.
//!
//! The cast: a **room** is a crate under `crates/`; an **arrow** is a dependency of one room on another, in any table
//! of its manifest; **siblings** are rooms of one layer, which meet only in the rooms that use them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

/// A room and the rooms it may know. The order matters: a room comes after everything it may know.
struct Room {
    name: &'static str,
    may_know: May,
}

enum May {
    Know(&'static [&'static str]),
    KnowAllAbove,
}

const ROOMS: [Room; 14] = [
    Room {
        name: "domain",
        may_know: May::Know(&[]),
    },
    Room {
        name: "statistics",
        may_know: May::Know(&[]),
    },
    Room {
        name: "text",
        may_know: May::Know(&[]),
    },
    Room {
        name: "journal",
        may_know: May::Know(&["domain"]),
    },
    Room {
        name: "readmodel",
        may_know: May::Know(&["domain", "journal"]),
    },
    Room {
        name: "engine",
        may_know: May::Know(&["domain", "journal", "readmodel"]),
    },
    Room {
        name: "intake",
        may_know: May::Know(&["domain", "engine"]),
    },
    Room {
        name: "notify",
        may_know: May::Know(&["domain", "engine", "text"]),
    },
    Room {
        name: "evidence",
        may_know: May::Know(&["domain", "journal", "engine"]),
    },
    Room {
        name: "video",
        may_know: May::Know(&["domain", "engine"]),
    },
    Room {
        name: "figures",
        may_know: May::Know(&["domain", "statistics", "readmodel", "text"]),
    },
    Room {
        name: "documents",
        may_know: May::Know(&["domain", "figures", "text"]),
    },
    Room {
        name: "server",
        may_know: May::KnowAllAbove,
    },
    Room {
        name: "saqta",
        may_know: May::KnowAllAbove,
    },
];

/// Rooms of one layer: not even a test of one may know another.
const SIBLINGS: [&str; 5] = ["intake", "notify", "evidence", "video", "figures"];

/// What a reader of the repository, an operator and the build rely on.
const ROOT_FILES: [&str; 19] = [
    ".ci/run",
    ".config/nextest.toml",
    ".editorconfig",
    ".gitattributes",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Dockerfile",
    "LICENSE",
    "Makefile",
    "README.md",
    "SECURITY.md",
    "clippy.toml",
    "deny.toml",
    "deploy/saqta.service",
    "docs/glossary.md",
    "rustfmt.toml",
    "web/dist/.gitkeep",
];

#[test]
fn every_crate_is_a_room_of_the_table() {
    let known: BTreeSet<&str> = ROOMS.iter().map(|room| room.name).collect();
    let strangers: Vec<String> = manifests()
        .into_keys()
        .filter(|name| !known.contains(name.as_str()))
        .collect();
    assert!(
        strangers.is_empty(),
        "crates/{strangers:?}: give each a line in ARCHITECTURE.md and in ROOMS of this test first"
    );
}

#[test]
fn a_crate_is_named_as_its_folder_and_obeys_the_workspace() {
    for (folder, manifest) in manifests() {
        let expected = if folder == "saqta" {
            folder.clone()
        } else {
            format!("saqta-{folder}")
        };
        let package = &manifest["package"];
        assert_eq!(
            package["name"].as_str(),
            Some(expected.as_str()),
            "name of crates/{folder}"
        );
        for key in ["version", "edition", "rust-version", "license", "publish"] {
            let inherited = package
                .get(key)
                .and_then(|value| value.get("workspace"))
                .and_then(Value::as_bool);
            assert_eq!(
                inherited,
                Some(true),
                "crates/{folder}: `{key}.workspace = true` is missing"
            );
        }
        let lints = manifest
            .get("lints")
            .and_then(|lints| lints.get("workspace"))
            .and_then(Value::as_bool);
        assert_eq!(
            lints,
            Some(true),
            "crates/{folder}: `[lints] workspace = true` is missing"
        );
    }
}

#[test]
fn a_room_knows_only_what_the_table_allows() {
    let mut forbidden = Vec::new();
    for (name, manifest) in manifests() {
        let allowed = may_know(&name);
        for arrow in arrows(&manifest, &["dependencies", "build-dependencies"]) {
            if !allowed.contains(&arrow.as_str()) {
                forbidden.push(format!("{name} -> {arrow} (it may know: {})", allowed.join(", ")));
            }
        }
    }
    assert!(
        forbidden.is_empty(),
        "arrows that the table does not allow:\n{}",
        forbidden.join("\n")
    );
}

/// A test may set a scene with rooms its subject does not know (a journal beneath an engine beneath a listener), as
/// long as no circle comes of it and siblings stay strangers.
#[test]
fn tests_know_only_rooms_above_their_own() {
    let mut forbidden = Vec::new();
    for (name, manifest) in manifests() {
        let above = above(&name);
        for arrow in arrows(&manifest, &["dev-dependencies"])
            .into_iter()
            .filter(|arrow| *arrow != name)
        {
            let siblings = SIBLINGS.contains(&name.as_str()) && SIBLINGS.contains(&arrow.as_str());
            if siblings || !above.contains(&arrow.as_str()) {
                forbidden.push(format!("{name} -> {arrow} (in tests)"));
            }
        }
    }
    assert!(
        forbidden.is_empty(),
        "arrows of tests that point down or aside:\n{}",
        forbidden.join("\n")
    );
}

#[test]
fn the_table_itself_lets_no_sibling_know_another_and_has_no_circle() {
    for room in &ROOMS {
        let above = above(room.name);
        for known in may_know(room.name) {
            assert!(
                above.contains(&known),
                "{} may know {known}, which comes after it",
                room.name
            );
            let siblings = SIBLINGS.contains(&room.name) && SIBLINGS.contains(&known);
            assert!(!siblings, "{} and {known} are siblings", room.name);
        }
    }
}

#[test]
fn files_that_people_and_the_build_rely_on_are_there() {
    let missing: Vec<&str> = ROOT_FILES
        .into_iter()
        .filter(|file| !root().join(file).is_file())
        .collect();
    assert!(missing.is_empty(), "missing from the repository: {missing:?}");
}

#[test]
fn every_source_file_opens_with_what_it_is() {
    let mut silent = Vec::new();
    for name in manifests().keys() {
        for file in rust_files(&root().join("crates").join(name).join("src")) {
            let text = fs::read_to_string(&file).unwrap();
            if !text.starts_with("//!") {
                silent.push(file.strip_prefix(root()).unwrap().display().to_string());
            }
        }
    }
    assert!(
        silent.is_empty(),
        "source files without a module comment:\n{}",
        silent.join("\n")
    );
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .unwrap()
}

/// The manifest of each crate, by folder.
fn manifests() -> BTreeMap<String, Table> {
    let crates = fs::read_dir(root().join("crates"))
        .unwrap()
        .map(|entry| entry.unwrap().path());
    crates
        .filter(|path| path.join("Cargo.toml").is_file())
        .map(|path| {
            let text = fs::read_to_string(path.join("Cargo.toml")).unwrap();
            let manifest = text
                .parse()
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            (path.file_name().unwrap().to_string_lossy().into_owned(), manifest)
        })
        .collect()
}

/// The rooms that a manifest's tables of these names point to, also where they stand under `[target.…]`.
fn arrows(manifest: &Table, tables: &[&str]) -> BTreeSet<String> {
    let per_target = manifest
        .get("target")
        .and_then(Value::as_table)
        .into_iter()
        .flat_map(Table::values);
    let places = per_target.filter_map(Value::as_table).chain([manifest]);
    places
        .flat_map(|place| tables.iter().filter_map(|name| place.get(*name)?.as_table()))
        .flat_map(Table::iter)
        .filter_map(|(name, entry)| room_of(entry.get("package").and_then(Value::as_str).unwrap_or(name)))
        .collect()
}

fn room_of(package: &str) -> Option<String> {
    if package == "saqta" {
        Some(package.to_owned())
    } else {
        package.strip_prefix("saqta-").map(str::to_owned)
    }
}

fn above(name: &str) -> Vec<&'static str> {
    ROOMS
        .iter()
        .map(|room| room.name)
        .take_while(|room| *room != name)
        .collect()
}

fn may_know(name: &str) -> Vec<&'static str> {
    match ROOMS.iter().find(|room| room.name == name) {
        Some(Room {
            may_know: May::Know(rooms),
            ..
        }) => rooms.to_vec(),
        Some(Room {
            may_know: May::KnowAllAbove,
            ..
        }) => above(name),
        None => Vec::new(),
    }
}

/// Source files written by hand, that is outside of folders named `generated`.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() && !path.ends_with("generated") {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

#[test]
fn the_check_itself_finds_arrows_wherever_a_manifest_hides_them() {
    let manifest: Table = "
        [dependencies]
        saqta-domain.workspace = true
        log = { package = \"saqta-journal\", path = \"../journal\" }
        serde = \"1\"
        [target.'cfg(unix)'.dependencies]
        saqta-engine = { path = \"../engine\" }
        [dev-dependencies]
        saqta-text.workspace = true
    "
    .parse()
    .unwrap();
    let found = arrows(&manifest, &["dependencies"]);
    assert_eq!(
        found.into_iter().collect::<Vec<_>>(),
        ["domain", "engine", "journal"]
    );
}
