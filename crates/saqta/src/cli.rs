//! What can be asked of the program.

use clap::{Parser, Subcommand};

use crate::command;
use crate::demo;
use crate::logging;

const EXITS: &str = "Exit codes: 0 done; 1 the check failed or it could not be done; 2 wrong use, with what to do; \
                     70 the server must be started again.";

/// Brings help when somebody presses a button, and keeps what happened as evidence
#[derive(Parser, Debug)]
#[command(name = "saqta", version, after_help = EXITS, propagate_version = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    asked: Asked,
}

#[derive(Subcommand, Debug)]
enum Asked {
    /// Make a data folder with an administrator
    #[command(
        after_help = "Example:\n  saqta init --data /var/lib/saqta --admin aigul --password-file password.txt\n\n\
                            The password is what the file holds, without its final newline."
    )]
    Init(command::init::Init),
    /// Make the certificate for HTTPS, and the local authority that signs it
    #[command(
        after_help = "Example:\n  saqta tls --data /var/lib/saqta --host saqta.hospital.example\n\n\
                            A running server shows the new certificate within an hour, or at its next start."
    )]
    Tls(command::tls::Tls),
    /// Declare sites, zones, posts, devices and people from a TOML file
    #[command(
        after_help = "Examples:\n  saqta apply --data /var/lib/saqta hospital.toml\n  \
                            saqta apply --server https://saqta.hospital.example --token-file token.txt hospital.toml\n\n\
                            Applying a file twice changes nothing twice; what it does not mention stays."
    )]
    Apply(command::apply::Apply),
    /// Make an access token for a person or a device, or revoke theirs
    #[command(
        after_help = "Examples:\n  saqta token --data /var/lib/saqta --account aigul > token.txt\n  \
                            saqta token --data /var/lib/saqta --device nurse-phone-3 --link https://saqta.hospital.example --qr\n  \
                            saqta token --data /var/lib/saqta --device nurse-phone-3 --revoke\n\n\
                            The token is shown once: only its hash is kept."
    )]
    Token(command::token::Token),
    /// Run the server
    #[command(
        after_help = "Example:\n  saqta serve --data /var/lib/saqta --listen 0.0.0.0:8080 --dc09 0.0.0.0:9009\n\n\
                            Each setting may also be a SAQTA_… variable or stand in saqta.toml: see `saqta config --show`."
    )]
    Serve(command::serve::Serve),
    /// Call for help from this computer: for a keyboard shortcut
    #[command(
        after_help = "Example:\n  saqta press --server https://saqta.hospital.example --token-file token.txt --kind assist\n\n\
                            Tries until the call is recorded, and says so; it is one alarm however often it is sent."
    )]
    Press(command::press::Press),
    /// Run the program on a stage: invented people, real protocols, and a story to click through
    #[command(
        after_help = "Examples:\n  saqta demo\n  saqta demo --data /tmp/saqta-demo --listen 127.0.0.1:8080\n\n\
                            Open the address that it prints. Whatever it shows really happens; Ctrl-C ends it."
    )]
    Demo(demo::Demo),
    /// Check that the journal is as it was written, also beside a running server
    #[command(after_help = "Examples:\n  saqta verify --data /var/lib/saqta\n  \
                            saqta verify --data /var/lib/saqta --checkpoint kept-in-january.txt\n\n\
                            Exits 1 and names the first bad place if there is one. Only a checkpoint kept elsewhere notices \
                            a log that was written anew by somebody who holds its key.")]
    Verify(command::verify::Verify),
    /// Compute the views anew from the journal, and compare
    #[command(after_help = "Example:\n  saqta rebuild --data /var/lib/saqta --check")]
    Rebuild(command::rebuild::Rebuild),
    /// Write the journal and its keys into one file, also beside a running server
    #[command(
        after_help = "Example:\n  saqta backup --data /var/lib/saqta --to /backup/saqta-monday.tar\n\n\
                            The file holds every secret of the installation: keep it where few can reach it."
    )]
    Backup(command::backup::Backup),
    /// Put a backup into a data folder; the log goes on under a new name
    #[command(
        after_help = "Example:\n  saqta restore --from /backup/saqta-monday.tar --data /var/lib/saqta\n\n\
                            Whoever the backup or the folder records as erased stays erased."
    )]
    Restore(command::restore::Restore),
    /// Show the settings that the server would run with, and who set each
    #[command(after_help = "Example:\n  saqta config --show --data /var/lib/saqta")]
    Config(command::config::Config),
    /// Erase a person: what identifies them can never be read again, and the log still verifies
    #[command(after_help = "Example:\n  saqta erase --data /var/lib/saqta --account aigul")]
    Erase(command::erase::Erase),
    /// What figures are worth: intervals, comparisons, tables, press texts
    #[command(after_help = "Examples:\n  saqta figures interval --count 40\n  \
                            saqta figures compare --counts 293,352 --exposures 1,1")]
    Figures(command::figures::Figures),
}

impl Cli {
    /// Does what was asked.
    ///
    /// # Errors
    /// What went wrong, for [`crate::failure::tell`].
    pub(crate) fn run(self) -> anyhow::Result<()> {
        if !matches!(self.asked, Asked::Serve(_)) {
            logging::start_quietly()?;
        }
        match self.asked {
            Asked::Init(init) => init.run(),
            Asked::Tls(tls) => tls.run(),
            Asked::Apply(apply) => apply.run(),
            Asked::Token(token) => token.run(),
            Asked::Serve(serve) => serve.run(),
            Asked::Press(press) => press.run(),
            Asked::Demo(demo) => demo.run(),
            Asked::Verify(verify) => verify.run(),
            Asked::Rebuild(rebuild) => rebuild.run(),
            Asked::Backup(backup) => backup.run(),
            Asked::Restore(restore) => restore.run(),
            Asked::Config(config) => config.run(),
            Asked::Erase(erase) => erase.run(),
            Asked::Figures(figures) => figures.run(),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn every_command_says_what_it_does_and_shows_an_example() {
        let cli = Cli::command();
        cli.clone().debug_assert();
        for command in cli.get_subcommands() {
            let name = command.get_name();
            assert!(command.get_about().is_some(), "{name} does not say what it does");
            let help = command
                .get_after_help()
                .map(ToString::to_string)
                .unwrap_or_default();
            assert!(
                help.contains(&format!("saqta {name} ")),
                "{name} has no example: {help}"
            );
            for argument in command.get_arguments() {
                assert!(
                    argument.get_help().is_some(),
                    "{name} does not explain {}",
                    argument.get_id()
                );
            }
        }
    }
}
