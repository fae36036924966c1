//! Access tokens: for press pages, keyboards, panels' gateways, other programs.

pub(crate) mod issue;
pub(crate) mod revoke;
pub(crate) mod revoke_all;

use saqta_domain::directory::Directory;
use saqta_domain::token::Holder;

use crate::problem::Fault;

/// Who a token is to speak for: an account by its login, or a device by its id; exactly one of them.
fn holder(directory: &Directory, account: Option<&str>, device: Option<&str>) -> Result<Holder, Fault> {
    match (account, device) {
        (Some(login), None) => {
            let account = directory.account_by_login(login);
            let account =
                account.ok_or_else(|| Fault::field("account", format!("there is no account `{login}`")))?;
            Ok(Holder::Account(account.id))
        }
        (None, Some(id)) => {
            let known = directory.device(id);
            let known = known.ok_or_else(|| Fault::field("device", format!("there is no device `{id}`")))?;
            Ok(Holder::Device(known.device.id.clone()))
        }
        _ => Err(Fault::field(
            "account",
            "name an `account` by its login or a `device` by its id",
        )),
    }
}
