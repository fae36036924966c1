//! `saqta init`: a data folder with its keys, an empty journal and an administrator.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;
use saqta_domain::account::is_valid_login;
use saqta_domain::command::Command;
use saqta_domain::declaration::{AccountDeclaration, Declaration};
use saqta_domain::permission::{Grant, Role, Scope};
use saqta_journal::OsRandom;
use saqta_server::hash_password;

use super::tls::establish;
use crate::failure::Failure;
use crate::files::read_secret;
use crate::folder::{HeldFolder, explain};
use crate::output;

/// A password that is shorter is pointed out.
const SHORT: usize = 12;

#[derive(Args, Debug)]
pub(crate) struct Init {
    /// Data folder to make
    #[arg(long, value_name = "DIR", env = "SAQTA_DATA")]
    data: PathBuf,

    /// Login of the first administrator
    #[arg(long, value_name = "LOGIN")]
    admin: String,

    /// File that holds the administrator's password
    #[arg(long, value_name = "FILE")]
    password_file: PathBuf,

    /// Also make a local authority and a certificate for HTTPS, which phones need
    #[arg(long)]
    tls_self_signed: bool,

    /// Further names and addresses the certificate is for; this machine's own are in it
    #[arg(long, value_name = "NAME", num_args = 1.., requires = "tls_self_signed")]
    host: Vec<String>,
}

impl Init {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        if !is_valid_login(&self.admin) {
            return Err(Failure::misuse(format!("`{}` cannot be a login", self.admin))
                .advice("a login has 1 to 64 characters and no white space")
                .into());
        }
        let password = read_secret(&self.password_file)?;
        let hosts: BTreeSet<String> = self
            .host
            .iter()
            .map(|host| crate::tls::hosts::check(host))
            .collect::<Result<_, _>>()?;
        let hash = hash_password(&password, &mut OsRandom)?;
        self.make_folder(hash)?;
        output::remark(&format!(
            "made {}: keys, journal, and the administrator {}",
            self.data.display(),
            self.admin
        ));
        if password.chars().count() < SHORT {
            output::remark(&format!(
                "the password is shorter than {SHORT} characters: a longer one is safer"
            ));
        }
        if self.tls_self_signed {
            establish(&self.data, hosts)?;
        }
        output::remark(&format!("next: saqta serve --data {}", self.data.display()));
        Ok(())
    }

    /// A folder that an earlier call left without an administrator is completed.
    fn make_folder(&self, password_hash: String) -> anyhow::Result<()> {
        refuse_other_content(&self.data)?;
        let lock = saqta_engine::init(&self.data).map_err(|fault| explain(&self.data, fault))?;
        let mut folder = HeldFolder::open_locked(&lock)?;
        if folder.directory().accounts().next().is_some() {
            folder.close()?;
            return Err(exists(&self.data).into());
        }
        let administrator = AccountDeclaration {
            login: self.admin.clone(),
            name: None,
            language: None,
            roles: Some(vec![Grant {
                role: Role::Admin,
                scope: Scope::Country,
            }]),
            password_hash: Some(password_hash),
        };
        let declaration = Declaration {
            accounts: vec![administrator],
            ..Declaration::default()
        };
        folder.ask(Command::Declare(Box::new(declaration)))?;
        folder.close()
    }
}

fn exists(data: &Path) -> Failure {
    Failure::misuse(format!("{} is a data folder of Saqta already", data.display()))
        .safe("nothing was changed")
        .advice(format!(
            "start the server (saqta serve --data {}), or name another folder",
            data.display()
        ))
}

/// Files of somebody else in the folder would end up beside keys, and with their folder's access narrowed.
fn refuse_other_content(data: &Path) -> anyhow::Result<()> {
    let entries = match std::fs::read_dir(data) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => {
            return Err(
                Failure::misuse(format!("{} cannot be used as a data folder", data.display()))
                    .because(error)
                    .advice("name a folder that this user may write in, or one that does not exist")
                    .into(),
            );
        }
    };
    for entry in entries {
        let name = entry?.file_name();
        let name = name.to_string_lossy();
        if !is_ours(&name) {
            return Err(
                Failure::misuse(format!("{} holds other things ({name})", data.display()))
                    .safe("nothing was changed")
                    .advice("name an empty folder, or one that does not exist yet")
                    .into(),
            );
        }
    }
    Ok(())
}

fn is_ours(name: &str) -> bool {
    const OURS: [&str; 8] = [
        "journal.sqlite",
        "keys.sqlite",
        "log.key",
        "checkpoint.txt",
        "instance.key",
        "lock",
        "reserve.bin",
        "saqta.toml",
    ];
    OURS.iter().any(|ours| name.starts_with(ours))
        || [
            "views.sqlite",
            "local.sqlite",
            "state.json",
            "tls",
            "damaged-",
            "replaced-",
            "lost+found",
        ]
        .iter()
        .any(|ours| name.starts_with(ours))
}
