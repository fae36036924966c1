//! Finding the first answer to a press that is sent again under its Idempotency-Key.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use saqta_domain::alarm::{Alarm, Flag};
use saqta_domain::command::{Answer, Press};
use saqta_domain::decide::{PriorPress, PriorVerdict, judge_prior};
use saqta_domain::event::{Event, Recorded};
use saqta_domain::ids::SiteId;
use saqta_domain::signal::Fingerprint;
use saqta_journal::{DedupeKey, Journal};

use super::Core;
use crate::codec;
use crate::error::EngineError;

/// The keys of presses that the running batch records.
#[derive(Default)]
pub(super) struct PendingKeys(HashMap<Fingerprint, (PriorPress, Arc<Alarm>)>);

impl PendingKeys {
    pub(super) fn remember(&mut self, recorded: &Recorded) {
        if let Some((key, found)) = prior_of(recorded) {
            self.0.insert(key, found);
        }
    }
}

impl<J: Journal> Core<J> {
    /// The first answer, if this is the same press again. Otherwise the press leaves with the key that it is to be
    /// recorded under.
    pub(super) fn find_prior(
        &self,
        press: &mut Press,
        at: Timestamp,
        pending: &PendingKeys,
    ) -> Result<Option<Answer>, EngineError> {
        while let Some(asked) = press.idempotency {
            let found = match pending.0.get(&asked.key) {
                Some(found) => Some(found.clone()),
                None => self.recorded_prior(asked.key)?,
            };
            let Some((prior, alarm)) = found else {
                return Ok(None);
            };
            match judge_prior(asked, prior, at) {
                PriorVerdict::Same => return Ok(Some(Answer::Raised(alarm))),
                PriorVerdict::Other { next, reused } => {
                    press.idempotency = Some(next);
                    if reused {
                        press.flags.insert(Flag::KeyReused);
                    }
                }
            }
        }
        Ok(None)
    }

    fn recorded_prior(&self, key: Fingerprint) -> Result<Option<(PriorPress, Arc<Alarm>)>, EngineError> {
        let position = self
            .journal
            .find(&DedupeKey(key.0))
            .map_err(EngineError::not_recorded)?;
        let Some(position) = position else { return Ok(None) };
        let entries = self
            .journal
            .read(position, 1)
            .map_err(EngineError::not_recorded)?;
        let Some(entry) = entries.first() else {
            return Ok(None);
        };
        let recorded = codec::decode(entry, &self.keys).map_err(EngineError::not_recorded)?;
        Ok(prior_of(&recorded).map(|(_, found)| found))
    }
}

fn prior_of(recorded: &Recorded) -> Option<(Fingerprint, (PriorPress, Arc<Alarm>))> {
    let Event::AlarmRaised(fact) = &recorded.event else {
        return None;
    };
    let request = fact.request?;
    let site = recorded.site.clone().unwrap_or_else(SiteId::unassigned);
    let alarm = Alarm::raised(fact, site, recorded.actor, recorded.at, recorded.position);
    let prior = PriorPress {
        at: recorded.at,
        position: recorded.position,
        body: request.body,
    };
    Some((request.key, (prior, Arc::new(alarm))))
}
