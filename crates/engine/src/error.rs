//! Why a request was not done.

use saqta_domain::decide::Refusal;

/// Why a request was not done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EngineError {
    /// It was decided against.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// It could not be made durable; the same request can be tried again.
    #[error("not recorded: {0}")]
    NotRecorded(String),
}

impl EngineError {
    #[expect(
        clippy::needless_pass_by_value,
        reason = "it stands as the function of `map_err`"
    )]
    pub(crate) fn not_recorded(error: impl ToString) -> Self {
        Self::NotRecorded(error.to_string())
    }
}
