//! The real program, run as people run it. All people and data are synthetic.
//!
//! The cast: a [`Place`] is a temporary folder with a data folder and files for the program; [`Ran`] is what a command
//! came to; a [`Serving`] is a running server, killed when it is dropped; a [`Client`] asks it over HTTP.

mod client;
mod serving;

use std::ffi::OsStr;
use std::fs;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

pub(crate) use client::{Answer, Client};
pub(crate) use serving::Serving;

/// The program under test.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_saqta");

/// The administrator's password in every place.
pub(crate) const PASSWORD: &str = "an administrator's password";

/// A hospital with a worker, a guard and a device.
pub(crate) const HOSPITAL: &str = r#"
[[sites]]
id = "kst-ed"
name = { kk = "Жедел жәрдем бөлімі", ru = "Приёмный покой", en = "Emergency department" }
kind = "emergency-department"
region = "39"

[[zones]]
id = "triage"
site = "kst-ed"

[[posts]]
id = "gate"
site = "kst-ed"
covers = ["triage"]

[[devices]]
id = "wall-1"
kind = "panic-button"
zone = "triage"
dc09 = { account = "1234" }

[[accounts]]
login = "worker"
name = "Worker W."
password_file = "secret.txt"
roles = [{ role = "worker", site = "kst-ed" }]

[[accounts]]
login = "guard"
name = "Guard G."
password_file = "secret.txt"
roles = [{ role = "guard", site = "kst-ed" }]

[[accounts]]
login = "auditor"
password_file = "secret.txt"
roles = [{ role = "auditor" }]
"#;

/// A temporary folder.
pub(crate) struct Place {
    folder: TempDir,
}

/// What a command came to.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Place {
    /// An empty place with a password file.
    pub(crate) fn empty() -> Self {
        let place = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        place.write("password.txt", &format!("{PASSWORD}\n"));
        place.write("secret.txt", "a person's password\n");
        place
    }

    /// A place with a data folder and its administrator.
    pub(crate) fn new() -> Self {
        let place = Self::empty();
        place
            .run([
                "init",
                "--data",
                &place.data(),
                "--admin",
                "admin",
                "--password-file",
                &place.path("password.txt"),
            ])
            .expect(0);
        place
    }

    /// A place with a data folder in which [`HOSPITAL`] is declared.
    pub(crate) fn hospital() -> Self {
        let place = Self::new();
        let file = place.write("hospital.toml", HOSPITAL);
        place.run(["apply", "--data", &place.data(), &file]).expect(0);
        place
    }

    /// The data folder.
    pub(crate) fn data(&self) -> String {
        self.path("data")
    }

    /// A path in the place.
    pub(crate) fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// Writes a file and gives its path.
    pub(crate) fn write(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        fs::write(&path, text).unwrap();
        path
    }

    /// Runs the program to its end.
    pub(crate) fn run<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Ran {
        Ran::of(self.command(arguments).output().unwrap())
    }

    /// The program with arguments, in this folder and with no settings from outside.
    pub(crate) fn command<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Command {
        let mut command = Command::new(PROGRAM);
        let strange = std::env::vars_os()
            .map(|(name, _)| name)
            .filter(|name| is_setting(name));
        strange.for_each(|name| {
            command.env_remove(name);
        });
        command
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env("LANG", "en_GB.UTF-8")
            .args(arguments)
            .current_dir(self.folder.path())
            .stdin(Stdio::null());
        command
    }

    /// Makes a token and writes it into a file, whose path it gives.
    pub(crate) fn token(&self, holder: &[&str]) -> String {
        let data = self.data();
        let ran = self.run(
            ["token", "--data", &data]
                .into_iter()
                .chain(holder.iter().copied()),
        );
        let token = ran.expect(0).out;
        self.write(&format!("{}.token", holder.join("")), &token)
    }

    /// The files of the data folder.
    pub(crate) fn data_files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.data()).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort_unstable();
        names
    }

    /// Fails when something is left that the next start would have to recover.
    pub(crate) fn expect_nothing_to_recover(&self) {
        let journals = ["-wal", "-shm", "-journal"];
        let mut left = self.data_files();
        left.retain(|name| journals.iter().any(|ending| name.ends_with(ending)));
        assert!(left.is_empty(), "left behind: {left:?}");
    }
}

fn is_setting(name: &OsStr) -> bool {
    name.to_str()
        .is_some_and(|name| name.starts_with("SAQTA_") || name == "NOTIFY_SOCKET")
}

impl Ran {
    pub(crate) fn of(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Fails unless it ended with this exit code.
    #[track_caller]
    pub(crate) fn expect(self, code: i32) -> Self {
        assert_eq!(
            self.code,
            Some(code),
            "standard output:\n{}\nstandard error:\n{}",
            self.out,
            self.err
        );
        self
    }

    /// Fails unless it was wrong use, told by these words and with what to do.
    #[track_caller]
    pub(crate) fn expect_misuse(self, words: &str) -> Self {
        let ran = self.expect(2);
        assert!(ran.err.contains(words), "not told: {words:?}, but\n{}", ran.err);
        assert!(
            ran.err.contains("     do: "),
            "it does not say what to do:\n{}",
            ran.err
        );
        ran
    }
}
