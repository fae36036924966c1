//! The demo's data folder: made, declared, given a past. What is there already is kept.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use jiff::tz::TimeZone;
use saqta_domain::command::{Command, Principal};
use saqta_domain::declaration::Declaration;
use saqta_domain::declaration::toml::{Parsed, Problem, Target, parse};
use saqta_domain::directory::Directory;
use saqta_domain::ids::DeviceId;
use saqta_domain::token::{Holder, TokenHash};
use saqta_engine::{Clock, Core, SystemClock, open_core};
use saqta_journal::{Journal as _, OsRandom, SqliteJournal};
use saqta_server::hash_password;

use super::history::{self, StoryClock, ask};
use super::props::Props;
use super::register;
use crate::failure::Failure;
use crate::folder::explain;

/// What is declared; synthetic people and places.
const DECLARATION: &str = include_str!("demo.toml");

/// Who can sign in, and what they are, for the terminal.
pub(super) const LOGINS: [(&str, &str); 9] = [
    ("guard", "the guard of all five workplaces"),
    ("guard-two", "a second guard, in Shymkent and Astana"),
    ("dispatcher", "heads the guards"),
    ("safety", "keeps the record of injuries in Kostanay"),
    ("inspector", "the state's labour inspector"),
    ("analyst", "counts the country's injuries, and publishes"),
    ("auditor", "looks on, and checks the log"),
    ("worker", "the nurse in Kostanay"),
    ("admin", "declares workplaces and people"),
];

/// Makes a folder ready for the server, and gives its secrets.
///
/// # Errors
/// A misuse when the folder holds something else than a demo, or is in use.
pub(super) fn prepare(data: &Path) -> anyhow::Result<Props> {
    let mut props = match Props::read(data)? {
        Some(props) => props,
        None => begin(data)?,
    };
    if props.ready {
        // In use, or damaged? Better told now than by a child that does not start.
        let lock = saqta_journal::DataLock::acquire(data).map_err(|error| explain(data, error.into()))?;
        drop(lock);
        return Ok(props);
    }
    let lock = saqta_engine::init(data).map_err(|fault| explain(data, fault))?;
    let story = Arc::new(StoryClock::before(SystemClock::new().now()));
    let clock: Arc<dyn Clock> = Arc::<StoryClock>::clone(&story);
    let mut core = open_core(&lock, &clock).map_err(|fault| explain(data, fault))?;
    let today = story.now().to_zoned(TimeZone::UTC).date();
    let told = furnish(&mut core, &props)
        .and_then(|()| register::tell(&mut core, today))
        .and_then(|()| history::tell(&mut core, &story));
    close(core)?;
    told?;
    props.ready = true;
    props.write(data)?;
    Ok(props)
}

/// Marks a new folder as a demo's before anything else is in it.
fn begin(data: &Path) -> anyhow::Result<Props> {
    let is_taken = std::fs::read_dir(data).is_ok_and(|mut entries| entries.next().is_some());
    if is_taken {
        return Err(Failure::misuse(format!("{} is not the folder of a demo", data.display()))
            .safe("nothing was changed")
            .advice("name an empty folder, one that does not exist yet, or none: the demo kills its server and invents history")
            .into());
    }
    std::fs::create_dir_all(data).with_context(|| format!("{} cannot be made", data.display()))?;
    let props = Props::new(&mut OsRandom);
    props.write(data)?;
    Ok(props)
}

/// Declares everything and makes the tokens.
fn furnish(core: &mut Core<SqliteJournal>, props: &Props) -> anyhow::Result<()> {
    let declaration = declaration(props, core.state().directory())?;
    ask(core, Principal::System, Command::Declare(Box::new(declaration)))?;
    let tokens = &props.tokens;
    let holders = {
        let directory = core.state().directory();
        let account = |login: &str| {
            let known = directory.account_by_login(login);
            known
                .map(|account| Holder::Account(account.id))
                .with_context(|| format!("{login} is not declared"))
        };
        [
            (account("worker")?, &tokens.nurse),
            (account("colleague")?, &tokens.colleague),
            (account("dispatcher")?, &tokens.dispatcher),
            (account("analyst")?, &tokens.analyst),
            (Holder::Device(DeviceId::from("visitor-phone")), &tokens.visitor),
        ]
    };
    for (holder, token) in holders {
        ask(
            core,
            Principal::System,
            Command::IssueToken {
                holder,
                hash: TokenHash::of(token),
            },
        )?;
    }
    Ok(())
}

/// The declaration with its secrets. Passwords are hashed for new accounts only: it takes a while each.
fn declaration(props: &Props, directory: &Directory) -> anyhow::Result<Declaration> {
    let Parsed {
        mut declaration,
        files,
        ..
    } = parse(DECLARATION).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(Problem::to_string).collect();
        anyhow::anyhow!("demo.toml:{}", lines.join("\n"))
    })?;
    for file in files {
        match file.target {
            Target::DeviceKey(index) => {
                if let Some(device) = declaration.devices.get_mut(index) {
                    device.key = Some(props.panel_key.clone());
                }
            }
            Target::AccountPassword(index) => {
                let account = declaration.accounts.get_mut(index);
                if let Some(account) =
                    account.filter(|account| directory.account_by_login(&account.login).is_none())
                {
                    account.password_hash = Some(hash_password(&props.password, &mut OsRandom)?);
                }
            }
        }
    }
    Ok(declaration)
}

/// Ends cleanly, so that nothing is left to recover.
fn close(core: Core<SqliteJournal>) -> anyhow::Result<()> {
    let keys = core.keys().clone();
    Box::new(core.into_journal()).close()?;
    keys.close()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_declaration_is_one_that_apply_would_take_without_a_warning() {
        let parsed = parse(DECLARATION).unwrap();
        assert_eq!(parsed.warnings, []);
        for (login, _) in LOGINS {
            assert!(
                parsed
                    .declaration
                    .accounts
                    .iter()
                    .any(|account| account.login == login),
                "{login}"
            );
        }
    }

    #[test]
    fn a_folder_that_is_no_demos_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("journal.sqlite"), "somebody's").unwrap();
        let Err(error) = prepare(folder.path()) else {
            panic!("it was taken")
        };
        assert!(error.to_string().contains("not the folder of a demo"), "{error}");
        assert_eq!(
            std::fs::read_dir(folder.path()).unwrap().count(),
            1,
            "nothing is added"
        );
    }

    #[test]
    fn what_is_prepared_once_is_kept_and_verifies() {
        let folder = tempfile::tempdir().unwrap();
        let first = prepare(folder.path()).unwrap();
        let report = saqta_journal::verify(folder.path(), &mut |_| {}).unwrap();
        assert!(report.entries > 50, "{report:?}");
        let second = prepare(folder.path()).unwrap();
        assert_eq!(first.password, second.password);
        assert_eq!(saqta_journal::verify(folder.path(), &mut |_| {}).unwrap(), report);
    }
}
