//! Injuries: recorded, revised, withdrawn; never overwritten.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};

use crate::command::{Answer, Asking, InjuryReport, Principal};
use crate::directory::Directory;
use crate::event::{Draft, Event, Sealing, Stream};
use crate::ids::{Ids, ImportId, InjuryId, SiteId};
use crate::import::ImportStage;
use crate::injury::fact::{InjuryRecorded, InjuryReported, InjuryWithdrawn};
use crate::injury::{Bin, Details, Injury};
use crate::permission::{Action, Place};
use crate::private::Private;
use crate::state::State;

use super::{Decision, Refusal, Reply, sealed_note, short_hash};

/// What a report did to the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A new injury.
    Recorded,
    /// A further reporter of a known one.
    Reported,
    /// A reporter says it anew.
    Revised,
    /// Nothing new.
    Unchanged,
}

/// The id of the injury that a report is about, if the report says enough to know: whoever reports the same again means
/// the same injury. Lists that share a number mean the same injury by it.
#[must_use]
pub fn known_id(directory: &Directory, report: &InjuryReport) -> Option<InjuryId> {
    let reporter = report.details.reporter.code().as_bytes();
    let employer = report
        .details
        .employer
        .or_else(|| owner_of(directory, &report.details));
    let bin = employer.map(String::from).unwrap_or_default();
    let hash = match (&report.shared_number, &report.number, &report.request) {
        (Some(shared), _, _) => beside_neighbours(shared, short_hash(&[b"shared", shared.as_bytes()])),
        (None, Some(number), _) => {
            let hash = short_hash(&[b"own", reporter, bin.as_bytes(), number.as_bytes()]);
            beside_neighbours(number, hash)
        }
        (None, None, Some(request)) => short_hash(&[b"request", &request.0]),
        (None, None, None) => return None,
    };
    Some(InjuryId(uuid::Builder::from_custom_bytes(hash).into_uuid()))
}

/// Puts the hash of a numbered case beside those of the numbers around it: all numbers that differ in their last two
/// characters alone begin with the same four bytes.
///
/// A file is mostly in the order of its numbers. Without this each of its rows goes to another page of the journal's index
/// of streams, and writes all 4 KiB of it: a million rows then cost the writer 23 s of processor time instead of 17 s, and
/// the disk 4 GB. Ninety bits still tell the injuries apart.
fn beside_neighbours(number: &str, hash: [u8; 16]) -> [u8; 16] {
    let last_two = number.char_indices().rev().nth(1).map_or(0, |(place, _)| place);
    let neighbours = short_hash(&[b"neighbours", &number.as_bytes()[..last_two]]);
    let mut beside = hash;
    beside[..4].copy_from_slice(&neighbours[..4]);
    beside
}

/// Completes a report with what its declared site says, and checks it.
///
/// # Errors
/// [`Refusal::Invalid`] for what cannot be, [`Refusal::Forbidden`] where the principal may not do this.
pub fn check_report(
    directory: &Directory,
    asking: &Asking,
    action: Action,
    details: &mut Details,
) -> Result<(), Refusal> {
    complete(directory, details)?;
    details
        .check(today(asking.at))
        .map_err(|fault| Refusal::Invalid {
            path: fault.field.to_owned(),
            problem: words_of(fault.problem).to_owned(),
            code: Some(fault.problem),
        })?;
    require_at(directory, &asking.principal, action, details)
}

pub(super) fn record(
    state: &State,
    asking: &Asking,
    mut report: InjuryReport,
    ids: &mut dyn Ids,
) -> Result<Decision, Refusal> {
    check_report(
        state.directory(),
        asking,
        Action::RecordInjury,
        &mut report.details,
    )?;
    if let Some(alarm) = report.alarm {
        let known = state.alarms().get(alarm);
        known.ok_or(Refusal::NotFound("alarm"))?;
    }
    let injury = known_id(state.directory(), &report).unwrap_or_else(|| InjuryId(ids.next()));
    let known = state.injuries().get(injury);
    let change = known.map_or(Change::Recorded, |known| {
        change_of(state, known, &report.details, None)
    });
    let draft = draft_of(injury, change, report, None);
    Ok(Decision::of(
        draft.into_iter().collect(),
        Reply::Ready(Answer::Injury { injury, change }),
    ))
}

/// A reporter's new word on a known injury.
pub(super) fn revise(
    state: &State,
    asking: &Asking,
    injury: InjuryId,
    mut details: Details,
    note: Option<String>,
) -> Result<Decision, Refusal> {
    let directory = state.directory();
    let known = state.injuries().get(injury).ok_or(Refusal::NotFound("injury"))?;
    let standing = known.standing(|import| is_in_effect(state, import, None));
    let standing = standing.ok_or(Refusal::NotFound("injury"))?;
    require_at(
        directory,
        &asking.principal,
        Action::ReviseInjury,
        &standing.details,
    )
    .map_err(|_| Refusal::NotFound("injury"))?;
    check_report(directory, asking, Action::ReviseInjury, &mut details)?;
    let change = change_of(state, known, &details, None);
    let event: Option<fn(InjuryReported) -> Event> = match change {
        Change::Unchanged => None,
        Change::Reported => Some(Event::InjuryReported),
        Change::Recorded | Change::Revised => Some(Event::InjuryRevised),
    };
    let drafts = event.map(|event| {
        let site = details.site.clone();
        let fact = InjuryReported {
            injury,
            number: None,
            import: None,
            details,
        };
        Draft {
            stream: Stream::injury(injury),
            site,
            event: event(fact),
            sealed: sealed_note(&asking.principal, note),
        }
    });
    let answer = Answer::Injury { injury, change };
    Ok(Decision::of(drafts.into_iter().collect(), Reply::Ready(answer)))
}

pub(super) fn withdraw(
    state: &State,
    asking: &Asking,
    injury: InjuryId,
    note: Option<String>,
) -> Result<Decision, Refusal> {
    let known = state.injuries().get(injury).ok_or(Refusal::NotFound("injury"))?;
    let standing = known.standing(|import| is_in_effect(state, import, None));
    let standing = standing.ok_or(Refusal::NotFound("injury"))?;
    require_at(
        state.directory(),
        &asking.principal,
        Action::ReviseInjury,
        &standing.details,
    )
    .map_err(|_| Refusal::NotFound("injury"))?;
    let draft = Draft {
        stream: Stream::injury(injury),
        site: standing.details.site,
        event: Event::InjuryWithdrawn(InjuryWithdrawn { injury }),
        sealed: sealed_note(&asking.principal, note),
    };
    Ok(Decision::done(vec![draft]))
}

/// What to record of a report that was checked.
pub(super) fn draft_of(
    injury: InjuryId,
    change: Change,
    report: InjuryReport,
    import: Option<ImportId>,
) -> Option<Draft> {
    let InjuryReport {
        number,
        alarm,
        details,
        injured,
        ..
    } = report;
    let site = details.site.clone();
    let reported = |details| InjuryReported {
        injury,
        number: number.clone(),
        import,
        details,
    };
    let event = match change {
        Change::Unchanged => return None,
        Change::Recorded => Event::InjuryRecorded(InjuryRecorded {
            injury,
            number: number.clone(),
            alarm,
            import,
            details,
        }),
        Change::Reported => Event::InjuryReported(reported(details)),
        Change::Revised => Event::InjuryRevised(reported(details)),
    };
    let sealed = injured.map(|injured| Sealing {
        subject: subject(injury),
        private: Private::Injured(injured),
    });
    Some(Draft {
        stream: Stream::injury(injury),
        site,
        event,
        sealed: sealed.into_iter().collect(),
    })
}

/// What details would change about an injury; `own` is the import that brings them.
pub(super) fn change_of(state: &State, known: &Injury, details: &Details, own: Option<ImportId>) -> Change {
    let effect = |import| is_in_effect(state, import, own);
    if known.standing(effect).is_none() {
        return Change::Recorded;
    }
    match known.last_word(details.reporter, effect) {
        None => Change::Reported,
        Some(before) if before == details => Change::Unchanged,
        Some(_) => Change::Revised,
    }
}

/// The import that brought a reporter's last word, if one did; `own` is the import that says it again.
pub(super) fn brought_by(
    state: &State,
    known: &Injury,
    details: &Details,
    own: ImportId,
) -> Option<ImportId> {
    let last = known.last_report(details.reporter, |import| is_in_effect(state, import, Some(own)));
    last?.import
}

/// Whether what an import brought is to be built upon. Rows of an open one are known to nobody but itself: it may never
/// be completed, and what was left out because of them would never count.
pub(super) fn is_in_effect(state: &State, import: ImportId, own: Option<ImportId>) -> bool {
    let stage = state.imports().get(&import).map(|import| import.stage);
    match stage {
        Some(ImportStage::Completed) => true,
        Some(ImportStage::Open) => own == Some(import),
        Some(ImportStage::Withdrawn) | None => false,
    }
}

/// Whose key seals who was hurt: one for each injury, so that one can be erased without the others.
#[must_use]
pub fn subject(injury: InjuryId) -> String {
    format!("injury:{injury}")
}

/// The injury of which a subject is who was hurt, if it is one.
pub(super) fn injury_of(subject: &str) -> Option<InjuryId> {
    let id = subject.strip_prefix("injury:")?;
    id.parse().ok().map(InjuryId)
}

/// What a declared site says of an injury there.
fn complete(directory: &Directory, details: &mut Details) -> Result<(), Refusal> {
    let Some(site) = &details.site else { return Ok(()) };
    let site = directory.site(site.as_str()).ok_or_else(|| Refusal::Invalid {
        path: "site".to_owned(),
        problem: format!("no site `{site}` is declared"),
        code: Some("site-unknown"),
    })?;
    let region = site.region.as_deref().and_then(crate::region::Region::from_code);
    details.region = details.region.or(region);
    details.activity = details
        .activity
        .or_else(|| site.activity.as_deref().and_then(|code| code.parse().ok()));
    let owner = owner_of(directory, details);
    match details.employer {
        None => details.employer = owner,
        // Somebody else's employee on this site: a contractor's.
        Some(employer) if details.host.is_none() && owner != Some(employer) => details.host = owner,
        Some(_) => {}
    }
    Ok(())
}

/// Whose the declared site is.
fn owner_of(directory: &Directory, details: &Details) -> Option<Bin> {
    let site = directory.site(details.site.as_ref()?.as_str())?;
    site.owner.as_ref()?.bin.parse().ok()
}

/// Whoever may do something where it happened. Without a site, the region decides; without either, only who may do it in
/// the whole country.
pub(super) fn require_at(
    directory: &Directory,
    principal: &Principal,
    action: Action,
    details: &Details,
) -> Result<(), Refusal> {
    let unassigned = SiteId::unassigned();
    let place = Place {
        site: details.site.as_ref().unwrap_or(&unassigned),
        region: details.region.map(crate::region::Region::code),
    };
    let permitted = match principal {
        Principal::System => true,
        Principal::Account(id) => directory.permits_at(*id, action, place),
        Principal::Device(_) => false,
    };
    if permitted {
        Ok(())
    } else {
        Err(Refusal::Forbidden(action))
    }
}

/// The day it is in Kazakhstan (UTC+5 everywhere since 1 March 2024): nothing can have happened after it.
fn today(now: Timestamp) -> Date {
    let offset = Offset::constant(5);
    now.to_zoned(TimeZone::fixed(offset)).date()
}

fn words_of(problem: &str) -> &'static str {
    match problem {
        "too-early" => "no register goes back that far: check the year",
        "in-the-future" => "this day has not come yet",
        "before-it-happened" => "it cannot be reported before it happened",
        "not-0-to-23" => "an hour from 0 to 23",
        "lost-time-without-days" => {
            "lost time means at least one day; otherwise the outcome is `medical` or `restricted`"
        }
        _ => "days were lost, so the outcome is `lost-time`",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_changes_at_midnight_in_kazakhstan() {
        let time = |text: &str| text.parse().unwrap();
        assert_eq!(today(time("2026-01-01T18:59:59Z")).to_string(), "2026-01-01");
        assert_eq!(today(time("2026-01-01T19:00:00Z")).to_string(), "2026-01-02");
    }

    #[test]
    fn numbers_that_follow_each_other_have_ids_beside_each_other() {
        let id = |number: &str| beside_neighbours(number, short_hash(&[number.as_bytes()]));
        let first_bytes = |number: &str| id(number)[..4].to_vec();
        assert_eq!(first_bytes("S-0012300"), first_bytes("S-0012399"));
        assert_ne!(first_bytes("S-0012300"), first_bytes("S-0012400"));
        assert_ne!(id("S-0012300"), id("S-0012301"), "and are told apart");
        assert_eq!(
            first_bytes("7"),
            first_bytes("12"),
            "short numbers are all neighbours"
        );
        assert_eq!(
            first_bytes("н/№"),
            first_bytes("нʼқ"),
            "characters are not cut in two"
        );
    }

    #[test]
    fn ids_made_of_numbers_say_so() {
        let id = uuid::Builder::from_custom_bytes([7; 16]).into_uuid();
        assert_eq!(id.get_version_num(), 8, "a UUID of our own making (RFC 9562)");
    }
}
