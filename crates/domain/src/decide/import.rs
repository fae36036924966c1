//! Imports: begun, filled, completed, taken back.

use std::collections::{BTreeMap, HashMap};

use crate::command::{Answer, Asking, InjuryReport, Principal};
use crate::event::{Draft, Event, Stream};
use crate::ids::{Ids, ImportId, InjuryId};
use crate::import::{Confirmed, Import, ImportBegun, ImportCompleted, ImportStage, ImportWithdrawn};
use crate::injury::{Injury, Report};
use crate::permission::Action;
use crate::state::State;

use super::injury::{Change, brought_by, change_of, check_report, draft_of, known_id};
use super::{Decision, Refusal, Reply, require_somewhere};

/// What the rows of an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// New injuries.
    pub recorded: u64,
    /// Known injuries that a further reporter reported.
    pub reported: u64,
    /// Known injuries of which a reporter says something else now.
    pub revised: u64,
    /// Rows that say nothing new.
    pub unchanged: u64,
}

impl Tally {
    /// Counts one more.
    pub fn count(&mut self, change: Change) {
        match change {
            Change::Recorded => self.recorded += 1,
            Change::Reported => self.reported += 1,
            Change::Revised => self.revised += 1,
            Change::Unchanged => self.unchanged += 1,
        }
    }

    /// Adds another.
    pub fn add(&mut self, other: Self) {
        self.recorded += other.recorded;
        self.reported += other.reported;
        self.revised += other.revised;
        self.unchanged += other.unchanged;
    }
}

/// Begins an import, or goes on with the open one of the same file by the same person.
pub(super) fn begin(
    state: &State,
    asking: &Asking,
    digest: String,
    name: Option<String>,
    rows: u64,
    ids: &mut dyn Ids,
) -> Result<Decision, Refusal> {
    require_somewhere(state, &asking.principal, Action::ImportRegister)?;
    let by = asking.principal.account();
    let open = state
        .imports()
        .iter()
        .filter(|(_, import)| import.stage == ImportStage::Open && import.digest == digest && import.by == by)
        .map(|(id, _)| *id)
        .min();
    if let Some(import) = open {
        let answer = Answer::ImportBegun {
            import,
            resumed: true,
        };
        return Ok(Decision::of(Vec::new(), Reply::Ready(answer)));
    }
    let import = ImportId(ids.next());
    let event = Event::ImportBegun(ImportBegun {
        import,
        digest,
        name,
        rows,
    });
    let answer = Answer::ImportBegun {
        import,
        resumed: false,
    };
    Ok(Decision::of(vec![draft(import, event)], Reply::Ready(answer)))
}

/// Records rows of an open import, all or none.
pub(super) fn fill(
    state: &State,
    asking: &Asking,
    id: ImportId,
    reports: Vec<InjuryReport>,
    ids: &mut dyn Ids,
) -> Result<Decision, Refusal> {
    let import = own(state, &asking.principal, id)?;
    if import.stage != ImportStage::Open {
        return Err(Refusal::NotFound("open import"));
    }
    let mut tally = Tally::default();
    let mut confirmed: BTreeMap<ImportId, u64> = BTreeMap::new();
    let mut drafts = Vec::with_capacity(reports.len());
    // Two rows may be about one injury: the second must see the first.
    let mut touched: HashMap<InjuryId, Injury> = HashMap::with_capacity(reports.len());
    for (index, mut report) in reports.into_iter().enumerate() {
        check_report(
            state.directory(),
            asking,
            Action::ImportRegister,
            &mut report.details,
        )
        .map_err(|refusal| at_row(index, refusal))?;
        let injury = known_id(state.directory(), &report).unwrap_or_else(|| InjuryId(ids.next()));
        let known = touched
            .entry(injury)
            .or_insert_with(|| state.injuries().get(injury).cloned().unwrap_or_default());
        let change = change_of(state, known, &report.details, Some(id));
        tally.count(change);
        if change == Change::Unchanged {
            let earlier = brought_by(state, known, &report.details, id);
            if let Some(earlier) = earlier.filter(|earlier| *earlier != id) {
                *confirmed.entry(earlier).or_default() += 1;
            }
        } else {
            known.push(Report {
                import: Some(id),
                details: Some(report.details.clone()),
            });
        }
        drafts.extend(draft_of(injury, change, report, Some(id)));
    }
    Ok(Decision::of(
        drafts,
        Reply::Ready(Answer::Imported { tally, confirmed }),
    ))
}

pub(super) fn complete(
    state: &State,
    asking: &Asking,
    id: ImportId,
    confirmed: Vec<Confirmed>,
) -> Result<Decision, Refusal> {
    match own(state, &asking.principal, id)?.stage {
        ImportStage::Completed => Ok(Decision::done(Vec::new())),
        ImportStage::Withdrawn => Err(Refusal::NotFound("open import")),
        ImportStage::Open => {
            let event = Event::ImportCompleted(ImportCompleted {
                import: id,
                confirmed,
            });
            Ok(Decision::done(vec![draft(id, event)]))
        }
    }
}

/// Takes an import back, at whatever stage: nothing of it counts any more.
pub(super) fn withdraw(state: &State, asking: &Asking, id: ImportId) -> Result<Decision, Refusal> {
    if own(state, &asking.principal, id)?.stage == ImportStage::Withdrawn {
        return Ok(Decision::done(Vec::new()));
    }
    let event = Event::ImportWithdrawn(ImportWithdrawn { import: id });
    Ok(Decision::done(vec![draft(id, event)]))
}

/// An import of the principal's own; whoever may import in the whole country may end another's.
fn own<'s>(state: &'s State, principal: &Principal, id: ImportId) -> Result<&'s Import, Refusal> {
    let import = state.imports().get(&id).ok_or(Refusal::NotFound("import"))?;
    let own = import.by == principal.account();
    if own || super::is_permitted_everywhere(state, principal, Action::ImportRegister) {
        Ok(import)
    } else {
        Err(Refusal::NotFound("import"))
    }
}

fn at_row(index: usize, refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::Invalid { path, problem, code } => Refusal::Invalid {
            path: format!("rows[{index}].{path}"),
            problem,
            code,
        },
        other => other,
    }
}

fn draft(import: ImportId, event: Event) -> Draft {
    Draft {
        stream: Stream::of("import", import),
        site: None,
        event,
        sealed: Vec::new(),
    }
}
