//! `saqta serve`: the server, from its settings to its end.
//!
//! The cast: [`engine`] opens the data folder, whatever state it is in; [`http`] and [`panels`] are what listens;
//! [`signals`] says when to end. The engine ends last, so that whatever was taken in is recorded and answered.

mod certificates;
mod engine;
mod http;
mod open_files;
mod panels;
mod signals;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context as _;
use clap::Args;
use saqta_engine::Engine;
use tokio::runtime::Runtime;
use tokio::sync::watch;
use tokio::time::{MissedTickBehavior, interval};

use super::config::SettingFlags;
use crate::configuration::Settings;
use crate::failure::Failure;
use crate::folder::require_journal;
use crate::{logging, readiness};
use certificates::Certificates;
use http::Http;
use panels::Panels;

/// How often it is looked whether the writer still works.
const LOOK: Duration = Duration::from_millis(500);

/// How long tasks that are still under way at the end may go on.
const LAST_TASKS: Duration = Duration::from_millis(200);

#[derive(Args, Debug)]
pub(crate) struct Serve {
    #[command(flatten)]
    flags: SettingFlags,

    /// File to write once everything listens: one name=address a line
    #[arg(long, value_name = "FILE")]
    ready_file: Option<PathBuf>,

    /// End when the standard input is closed, as whoever holds it may be killed
    #[arg(long, hide = true)]
    end_with_stdin: bool,
}

/// Why the server ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    /// Somebody asked for it.
    Asked,
    /// The journal must be opened again.
    WriterEnded,
}

impl Serve {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let layers = self.flags.layers()?;
        let settings = Settings::of(&layers)?;
        logging::start(settings.log_format, &settings.log_filter)?;
        for name in &layers.strange_variables {
            tracing::warn!(name, "this variable is no setting");
        }
        let data = settings.data()?;
        require_journal(data)?;
        open_files::allow_many();
        if let Some(path) = &self.ready_file {
            readiness::withdraw_ready_file(path)?;
        }
        let certificates = Certificates::prepare(data, settings.tls.clone())?;
        let engine = engine::open(data)?;
        let runtime = Runtime::new().context("the runtime could not be started")?;
        let ending = runtime.block_on(serve(
            &settings,
            certificates.as_ref(),
            &engine,
            self.ready_file,
            self.end_with_stdin,
        ));
        // While the runtime still hears of a second signal.
        let stopped = engine.stop();
        runtime.shutdown_timeout(LAST_TASKS);
        match (ending?, stopped) {
            (Ending::WriterEnded, _) => Err(Failure::restart("the journal could not be written any more")
                .safe("whatever was answered is recorded")
                .advice("the service manager starts the server again; without one, start it now")
                .into()),
            (Ending::Asked, Ok(())) => {
                tracing::info!("ended");
                Ok(())
            }
            (Ending::Asked, Err(error)) => Err(Failure::failed("the server did not end cleanly")
                .because(error)
                .safe("whatever was answered is recorded; the next start recovers the rest")
                .into()),
        }
    }
}

/// Listens, tells that it does, and waits for the end.
async fn serve(
    settings: &Settings,
    certificates: Option<&Certificates>,
    engine: &Engine,
    ready_file: Option<PathBuf>,
    end_with_stdin: bool,
) -> anyhow::Result<Ending> {
    let stop = watch::Sender::new(false);
    // Before anything listens: a signal that comes early is not lost.
    let asked = signals::listen()?;
    let panels = match settings.dc09 {
        Some(address) => Some(Panels::bind(address).await?),
        None => None,
    };
    let http = Http::bind(settings, certificates, engine, panels.as_ref()).await?;
    tell_ready(&http, panels.as_ref(), ready_file.as_ref())?;

    let http = tokio::spawn(http.run(stop.subscribe()));
    let handle = engine.handle();
    let panels = panels.map(|panels| tokio::spawn(panels.run(handle, stop.subscribe())));
    let renewing = certificates
        .cloned()
        .map(|certificates| tokio::spawn(certificates.keep_fresh()));
    let ending = tokio::select! {
        () = asked => Ending::Asked,
        () = signals::stdin_closed(), if end_with_stdin => Ending::Asked,
        () = writer_ended(engine) => Ending::WriterEnded,
    };
    tracing::info!(?ending, "ending");
    readiness::notify("STOPPING=1");
    stop.send_replace(true);
    if let Some(renewing) = renewing {
        renewing.abort();
    }
    http.await.context("the HTTP listeners failed")?;
    if let Some(panels) = panels {
        panels.await.context("the DC-09 listener failed")?;
    }
    Ok(ending)
}

fn tell_ready(http: &Http, panels: Option<&Panels>, ready_file: Option<&PathBuf>) -> anyhow::Result<()> {
    let mut addresses: Vec<(&str, String)> = http.addresses();
    addresses.extend(panels.map(|panels| ("dc09", panels.address().to_string())));
    let text = addresses
        .iter()
        .map(|(name, address)| format!("{name}={address}"))
        .collect::<Vec<_>>()
        .join(" ");
    if let Some(path) = ready_file {
        readiness::write_ready_file(path, &addresses)
            .with_context(|| format!("{} could not be written", path.display()))?;
    }
    readiness::notify(&format!("READY=1\nSTATUS={text}"));
    // Last, so that whoever waits for this line finds the file.
    tracing::info!("ready: {text}");
    Ok(())
}

/// Waits until the writer has ended by itself; meanwhile tells a service manager that watches that it has not.
async fn writer_ended(engine: &Engine) {
    let watched = std::env::var_os("WATCHDOG_USEC").is_some();
    let mut look = interval(LOOK);
    look.set_missed_tick_behavior(MissedTickBehavior::Skip);
    while !engine.has_ended() {
        if watched {
            readiness::notify("WATCHDOG=1");
        }
        look.tick().await;
    }
}

/// An address that is taken, or not this machine's.
fn cannot_listen(address: SocketAddr, error: impl std::error::Error + Send + Sync + 'static) -> Failure {
    Failure::misuse(format!("cannot listen on {address}"))
        .because(error)
        .safe("nothing was changed")
        .advice("name another address or port, or end the program that has it")
}
