//! The register: what its tests have in common.

mod imports;
mod injured;
mod published;
mod reports;

use saqta_domain::command::{Answer, Command, InjuryReport};
use saqta_domain::decide::{Change, Refusal, Tally};
use saqta_domain::ids::{ImportId, InjuryId};
use saqta_domain::import::ImportStage;
use saqta_domain::injury::{Details, Injury, InjuryKind, InjuryOutcome, Reporter, Standing};

use crate::support::World;

fn details() -> Details {
    Details {
        reporter: Reporter::Employer,
        site: Some("kst-ed".into()),
        region: None,
        employer: None,
        host: None,
        activity: None,
        date: jiff::civil::date(2026, 3, 1),
        hour: Some(4),
        reported: None,
        kind: InjuryKind::ViolenceAgainstHealthWorker,
        outcome: InjuryOutcome::LostTime,
        severe: false,
        days_lost: Some(5),
        days_restricted: None,
        cause: None,
        deviation: None,
        contact: None,
        injury_type: None,
        body_part: None,
        sex: None,
        age: None,
    }
}

fn report(details: Details) -> InjuryReport {
    InjuryReport {
        details,
        number: None,
        shared_number: None,
        alarm: None,
        injured: None,
        request: None,
    }
}

/// A report that a list numbers.
fn numbered(number: &str, details: Details) -> InjuryReport {
    InjuryReport {
        number: Some(number.to_owned()),
        ..report(details)
    }
}

/// Nothing of it was said before.
fn complete(import: ImportId) -> Command {
    Command::CompleteImport {
        import,
        confirmed: Vec::new(),
    }
}

impl World {
    fn report(&mut self, login: &str, report: InjuryReport) -> Result<(InjuryId, Change), Refusal> {
        let done = self.ask(self.person(login), Command::RecordInjury(Box::new(report)))?;
        match done.answer {
            Answer::Injury { injury, change } => Ok((injury, change)),
            other => panic!("a report was answered by {other:?}"),
        }
    }

    fn begin(&mut self, login: &str, digest: &str) -> (ImportId, bool) {
        let command = Command::BeginImport {
            digest: digest.to_owned(),
            name: None,
            rows: 1,
        };
        match self
            .ask(self.person(login), command)
            .expect("it may import")
            .answer
        {
            Answer::ImportBegun { import, resumed } => (import, resumed),
            other => panic!("an import was answered by {other:?}"),
        }
    }

    fn fill(&mut self, login: &str, import: ImportId, reports: Vec<InjuryReport>) -> Result<Tally, Refusal> {
        let done = self.ask(self.person(login), Command::FillImport { import, reports })?;
        match done.answer {
            Answer::Imported { tally, .. } => Ok(tally),
            other => panic!("rows were answered by {other:?}"),
        }
    }

    /// What the register counts: only completed imports.
    fn standing(&self, injury: InjuryId) -> Option<Standing> {
        let stream: Vec<_> = self
            .history
            .iter()
            .filter(|recorded| recorded.event.injury() == Some(injury))
            .cloned()
            .collect();
        Injury::replay(&stream).standing(|import| {
            let import = self.state.imports().get(&import);
            import.is_some_and(|import| import.stage == ImportStage::Completed)
        })
    }

    fn counted(&self) -> usize {
        let ids: std::collections::BTreeSet<InjuryId> = self
            .history
            .iter()
            .filter_map(|recorded| recorded.event.injury())
            .collect();
        ids.into_iter().filter(|id| self.standing(*id).is_some()).count()
    }
}
