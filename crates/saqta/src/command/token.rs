//! `saqta token`: a secret by which a person's program or a device is known.

use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use clap::{ArgGroup, Args};
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;
use saqta_domain::command::{Answer, Command};
use saqta_domain::directory::Directory;
use saqta_domain::ids::TokenId;
use saqta_domain::token::{Holder, TokenHash};
use saqta_journal::{OsRandom, random_array};
use serde_json::{Value, json};

use super::erase::unknown_account;
use crate::failure::Failure;
use crate::folder::HeldFolder;
use crate::output;
use crate::remote::{Access, PATIENT, Remote};

#[derive(Args, Debug)]
#[command(group = ArgGroup::new("holder").required(true))]
pub(crate) struct Token {
    /// Data folder; no server may run on it
    #[arg(
        long,
        value_name = "DIR",
        required_unless_present = "server",
        conflicts_with = "server"
    )]
    data: Option<PathBuf>,

    /// Address of a running server
    #[arg(long, value_name = "URL", requires = "token_file")]
    server: Option<String>,

    #[command(flatten)]
    access: Access,

    /// Login of the person the token speaks for
    #[arg(long, value_name = "LOGIN", group = "holder")]
    account: Option<String>,

    /// Id of the device the token speaks for
    #[arg(long, value_name = "ID", group = "holder")]
    device: Option<String>,

    /// Revoke the token with this id, which was told when it was made
    #[arg(long, value_name = "ID", group = "holder", conflicts_with_all = ["revoke", "link", "qr"])]
    revoke_id: Option<TokenIdText>,

    /// Revoke every token of this person or device instead of making one
    #[arg(long, conflicts_with_all = ["link", "qr"])]
    revoke: bool,

    /// Print a link that enrols a phone's press page at this address instead of the bare token
    #[arg(long, value_name = "URL")]
    link: Option<String>,

    /// Print the link as a QR code too
    #[arg(long, requires = "link")]
    qr: bool,
}

/// A token's id as it is written.
type TokenIdText = uuid::Uuid;

/// A token with its id.
struct Made {
    token: String,
    id: String,
}

impl Token {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let link = self.link.as_deref().map(base).transpose()?;
        match (&self.data, &self.server) {
            (Some(data), _) => self.here(HeldFolder::open(data)?, link.as_deref()),
            (None, Some(server)) => self.there(&Remote::new(server, &self.access, PATIENT)?, link.as_deref()),
            (None, None) => Err(Failure::misuse("nowhere to make it")
                .advice("add --data DIR or --server URL")
                .into()),
        }
    }

    fn here(&self, mut folder: HeldFolder, link: Option<&str>) -> anyhow::Result<()> {
        // Closed whatever came of it, so that nothing is left to recover.
        let done = self.do_here(&mut folder);
        folder.close()?;
        match done? {
            Done::Made(made) => self.tell(&made, link),
            Done::Revoked(count) => tell_revoked(Some(count)),
        }
    }

    fn do_here(&self, folder: &mut HeldFolder) -> anyhow::Result<Done> {
        let ids: Vec<TokenId> = if let Some(id) = self.revoke_id {
            vec![TokenId(id)]
        } else {
            let holder = self.holder(folder.directory())?;
            if !self.revoke {
                return Ok(Done::Made(make(folder, holder)?));
            }
            let tokens = folder.directory().tokens();
            tokens
                .filter(|token| token.holder == holder && !token.revoked)
                .map(|token| token.id)
                .collect()
        };
        for id in &ids {
            folder.ask(Command::RevokeToken(*id)).map_err(|error| {
                Failure::misuse(format!("the token {id} was not revoked"))
                    .because(error)
                    .advice("name the id that was told when the token was made")
            })?;
        }
        Ok(Done::Revoked(ids.len()))
    }

    fn holder(&self, directory: &Directory) -> Result<Holder, Failure> {
        if let Some(id) = &self.device {
            let device = directory.device(id).ok_or_else(|| {
                Failure::misuse(format!("there is no device `{id}`"))
                    .safe("nothing was changed")
                    .advice("declare it first (saqta apply), or check the spelling")
            })?;
            return Ok(Holder::Device(device.device.id.clone()));
        }
        let login = self.account.as_deref().unwrap_or_default();
        let account = directory
            .account_by_login(login)
            .ok_or_else(|| unknown_account(login))?;
        Ok(Holder::Account(account.id))
    }

    fn there(&self, remote: &Remote, link: Option<&str>) -> anyhow::Result<()> {
        if let Some(id) = self.revoke_id {
            return revoke_there(remote, &format!("/tokens/{id}"), None);
        }
        let (what, name) = match (&self.account, &self.device) {
            (Some(login), _) => ("account", login.as_str()),
            (None, device) => ("device", device.as_deref().unwrap_or_default()),
        };
        if self.revoke {
            return revoke_there(remote, "/tokens", Some((what, name)));
        }
        let body = json!({ what: name });
        let response = remote
            .post("/tokens", &[], &body)
            .map_err(|error| remote.unreachable(error))?;
        let answer = response.into_success()?;
        let text = |field: &str| answer.get(field).and_then(Value::as_str).map(str::to_owned);
        let (Some(token), Some(id)) = (text("token"), text("id")) else {
            return Err(Failure::failed(format!("{} gave no token", remote.address()))
                .advice("check that the address is Saqta's")
                .into());
        };
        self.tell(&Made { token, id }, link)
    }

    fn tell(&self, made: &Made, link: Option<&str>) -> anyhow::Result<()> {
        output::remark(&format!(
            "token {}; to revoke it: saqta token … --revoke-id {}",
            made.id, made.id
        ));
        let Some(base) = link else {
            return Ok(output::answer(&made.token)?);
        };
        // The part behind # never leaves the browser: no server or proxy logs it.
        let link = format!("{base}/press#token={}", made.token);
        if self.qr {
            let code = QrCode::new(link.as_bytes())?;
            output::answer(
                &code
                    .render::<Dense1x2>()
                    .dark_color(Dense1x2::Light)
                    .light_color(Dense1x2::Dark)
                    .build(),
            )?;
        }
        Ok(output::answer(&link)?)
    }
}

enum Done {
    Made(Made),
    Revoked(usize),
}

fn make(folder: &mut HeldFolder, holder: Holder) -> anyhow::Result<Made> {
    let token = new_token();
    let command = Command::IssueToken {
        holder,
        hash: TokenHash::of(&token),
    };
    let (answer, _) = folder.ask(command).map_err(|error| {
        Failure::failed("no token was made")
            .because(error)
            .safe("nothing was changed")
    })?;
    let Answer::TokenIssued(id) = answer else {
        return Err(Failure::failed("the engine made no token").into());
    };
    Ok(Made {
        token,
        id: id.to_string(),
    })
}

/// 256 random bits: nobody guesses them, and one SHA-256 is hash enough.
fn new_token() -> String {
    format!(
        "saqta_{}",
        URL_SAFE_NO_PAD.encode(random_array::<32>(&mut OsRandom))
    )
}

fn revoke_there(remote: &Remote, path: &str, query: Option<(&str, &str)>) -> anyhow::Result<()> {
    remote
        .delete(path, query)
        .map_err(|error| remote.unreachable(error))?
        .into_success()?;
    tell_revoked(None)
}

fn tell_revoked(count: Option<usize>) -> anyhow::Result<()> {
    let count = count.map(|count| format!(" {count}")).unwrap_or_default();
    output::answer(&format!(
        "revoked{count}; a press under a revoked token is still shown, flagged"
    ))?;
    Ok(())
}

fn base(text: &str) -> Result<String, Failure> {
    let base = text.trim_end_matches('/');
    if base.starts_with("https://") || base.starts_with("http://") {
        return Ok(base.to_owned());
    }
    Err(Failure::misuse(format!("`{text}` is no address"))
        .advice("write what phones open, as https://saqta.hospital.example"))
}
