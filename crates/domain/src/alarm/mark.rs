//! Who did a step, and when.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::AccountId;

/// Who did something, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Who.
    pub by: AccountId,
    /// When.
    pub at: Timestamp,
}
