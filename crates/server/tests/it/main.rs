//! The HTTP room, used as its clients use it: over TCP, against a real engine on a journal in memory.

mod alarms;
mod directory;
mod ending;
mod log;
mod openapi;
mod pages;
mod permissions;
mod press;
mod session;
mod stream;
mod support;
mod unrecorded;
