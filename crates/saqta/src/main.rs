//! The program: what can be done from the command line.
//!
//! The cast: [`cli`] reads what was asked; each command under [`command`] does one thing; [`configuration`] says how
//! the server is to run; [`failure`] tells what went wrong; [`output`] is the only one that writes to the terminal.
//! [`language`] says whom a command speaks to. [`folder`] is a data folder held by a command that runs alone, [`remote`] a server that runs already; [`tls`] makes
//! and renews certificates.

mod cli;
mod command;
mod configuration;
mod demo;
mod failure;
mod files;
mod folder;
mod language;
mod logging;
mod output;
mod readiness;
mod remote;
mod tls;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    match cli::Cli::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let (exit, text) = failure::tell(&error);
            output::remark(&text);
            exit.into()
        }
    }
}
