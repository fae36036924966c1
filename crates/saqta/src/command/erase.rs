//! `saqta erase`: the key of everything that identifies a person is destroyed.

use std::path::PathBuf;

use clap::Args;
use saqta_domain::command::Command;

use crate::failure::Failure;
use crate::folder::HeldFolder;
use crate::output;

#[derive(Args, Debug)]
pub(crate) struct Erase {
    /// Data folder
    #[arg(long, value_name = "DIR", env = "SAQTA_DATA")]
    data: PathBuf,

    /// Login of the person to erase
    #[arg(long, value_name = "LOGIN")]
    account: String,

    /// Do not ask
    #[arg(long)]
    yes: bool,
}

impl Erase {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let mut folder = HeldFolder::open(&self.data)?;
        let Some(id) = folder
            .directory()
            .account_by_login(&self.account)
            .map(|account| account.id)
        else {
            folder.close()?;
            return Err(unknown_account(&self.account).into());
        };
        if !self.yes && !self.is_confirmed()? {
            folder.close()?;
            return Err(Failure::misuse("nobody was erased")
                .safe("nothing was changed")
                .into());
        }
        folder.ask(Command::Erase(id))?;
        // Names and notes also stand in the views: they are taken out now, not at the next start.
        folder.settled_views()?.close()?;
        folder.close()?;
        output::answer(&format!("erased {} (account {id})", self.account))?;
        output::remark("backups made before still hold the key: destroy them when you no longer need them");
        Ok(())
    }

    fn is_confirmed(&self) -> anyhow::Result<bool> {
        if !output::has_person() {
            return Err(Failure::misuse("there is no terminal to ask at")
                .safe("nothing was changed")
                .advice("add --yes if the person is really to be erased")
                .into());
        }
        output::remark("Their name, login, notes and password can then never be read again, by nobody.");
        let answer = output::ask(&format!("Type the login again to erase {}:", self.account))?;
        Ok(answer == self.account)
    }
}

/// Nobody has this login.
pub(crate) fn unknown_account(login: &str) -> Failure {
    Failure::misuse(format!("there is no account `{login}`"))
        .safe("nothing was changed")
        .advice("declare it first (saqta apply), or check the spelling")
}
