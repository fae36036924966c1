//! What the program does, a file for each command.

pub(crate) mod apply;
pub(crate) mod backup;
pub(crate) mod config;
pub(crate) mod erase;
pub(crate) mod figures;
pub(crate) mod init;
pub(crate) mod press;
pub(crate) mod rebuild;
pub(crate) mod restore;
pub(crate) mod serve;
pub(crate) mod tls;
pub(crate) mod token;
pub(crate) mod verify;
