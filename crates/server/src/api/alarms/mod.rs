//! Alarms: raising, reading, moving on.

pub(crate) mod close;
pub(crate) mod detail;
pub(crate) mod list;
pub(crate) mod note;
pub(crate) mod raise;
mod reading;
pub(crate) mod signal;
pub(crate) mod step;

use saqta_domain::command::{Answer, Command, Motion};
use saqta_domain::ids::AlarmId;
use uuid::Uuid;

use super::extract::fitting_note;
use crate::auth::caller::Caller;
use crate::problem::Fault;
use crate::register;
use crate::shape::alarm::Alarm;
use crate::state::AppState;

/// Moves an alarm on for a caller, and gives it as it then stands.
async fn move_on(
    state: &AppState,
    caller: Caller,
    id: Uuid,
    motion: Motion,
    note: Option<String>,
) -> Result<Alarm, Fault> {
    let note = fitting_note(note)?;
    let command = Command::Move {
        alarm: AlarmId(id),
        motion,
        note,
    };
    let outcome = state.handle.ask(caller.principal, command).await;
    let directory = state.handle.directory();
    match outcome {
        Ok(Answer::Moved(alarm) | Answer::Raised(alarm)) => {
            let shown = Alarm::of(&alarm, &directory);
            let handle = state.handle.clone();
            // The step is done, whatever can be read now.
            let signal = tokio::task::spawn_blocking(move || register::signal_of(&handle, &alarm)).await?;
            Ok(shown.with_signal(signal))
        }
        Ok(other) => Err(Fault::unread(format!("a motion was answered by {other:?}"))),
        Err(error) => Err(Fault::of(error, &directory)),
    }
}
