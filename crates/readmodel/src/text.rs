//! What people wrote: opened sealed parts, kept until their writer is erased.
//!
//! A text belongs to the subject under whose key the journal sealed it. An event does not carry that subject, but the
//! domain seals what somebody writes about an alarm under their own key: a person is the event's actor, a device the one
//! whose alarm it is.

use rusqlite::{Connection, params};
use saqta_domain::account;
use saqta_domain::directory::device_subject;
use saqta_domain::event::Recorded;
use saqta_domain::ids::DeviceId;
use saqta_domain::private::{Claim, Private};

use crate::Error;
use crate::value::{json, stored};

/// Keeps the note and the claim of an event about an alarm, which at that time named this device.
pub(crate) fn keep(
    connection: &Connection,
    recorded: &Recorded,
    device: Option<&DeviceId>,
) -> Result<(), Error> {
    let (note, claim) = (recorded.note(), claim_of(recorded));
    if note.is_none() && claim.is_none() {
        return Ok(());
    }
    let subject = match (recorded.actor, device) {
        (Some(account), _) => account::subject(account),
        (None, Some(device)) => device_subject(device),
        (None, None) => "system".to_owned(),
    };
    connection
        .prepare_cached("INSERT INTO texts (position, subject, note, claim) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![
            stored(recorded.position),
            subject,
            note,
            claim.map(json).transpose()?
        ])?;
    Ok(())
}

pub(crate) const ERASE: &str = "DELETE FROM texts WHERE subject = ?1";

/// Forgets everything that a subject wrote, and tells whether there was anything.
pub(crate) fn erase(connection: &Connection, subject: &str) -> Result<bool, Error> {
    let erased = connection.prepare_cached(ERASE)?.execute([subject])?;
    Ok(erased > 0)
}

fn claim_of(recorded: &Recorded) -> Option<&Claim> {
    recorded.private.iter().find_map(|private| match private {
        Private::Claim(claim) => Some(claim),
        _ => None,
    })
}
