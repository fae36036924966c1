//! `saqta demo`: the real program on a stage, with invented people.
//!
//! The cast: a [`Scratch`] folder or a named one holds the demo's data; [`mod@prepare`] declares the invented workplaces
//! in it and records a week of invented history; the [`Keeper`] runs `saqta serve` on it as a child process, kills it
//! and starts it again; the [`Stage`] plays the scenes of the page `/demo`, pressing through a [`simulator`] that
//! speaks to the child's real ports; [`front`] is the one port for people: it answers `/demo/…` itself and hands
//! everything else on to the child.
//!
//! Nothing is played back: whatever a visitor sees happens in the child at that moment, or it is not shown.

mod checks;
mod child;
mod ending;
mod front;
mod history;
mod injury;
mod keeper;
mod links;
mod pages;
mod prepare;
mod props;
mod register;
mod scenes;
mod scratch;
mod simulator;
mod stage;
mod upstream;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;
use clap::Args;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use crate::failure::Failure;
use crate::output;
use child::Addresses;
use keeper::Keeper;
use links::Links;
use pages::Pages;
use prepare::prepare;
use props::Props;
use scratch::Scratch;
use stage::Stage;

#[derive(Args, Debug)]
pub(crate) struct Demo {
    /// Data folder of the demo, kept afterwards; without it, a temporary one that is removed at the end
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,

    /// The one port for people; 127.0.0.1:8080 keeps the demo to this machine, and phones out
    #[arg(long, value_name = "ADDR", default_value = "0.0.0.0:8080")]
    listen: SocketAddr,

    /// Where alarm panels report by SIA DC-09, for a panel of your own
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:0")]
    dc09: SocketAddr,
}

impl Demo {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let runtime = Runtime::new().context("the runtime could not be started")?;
        runtime.block_on(run(self))
    }
}

/// Where the demo's data is.
enum Folder {
    /// Removed at the end.
    Temporary(Scratch),
    /// Somebody named it and keeps it.
    Named(PathBuf),
}

impl Folder {
    fn path(&self) -> PathBuf {
        match self {
            Self::Temporary(scratch) => scratch.path().join("data"),
            Self::Named(path) => path.clone(),
        }
    }
}

async fn run(demo: Demo) -> anyhow::Result<()> {
    // Before anything is started: a signal that comes early is not lost.
    let mut ending = ending::Ending::listen()?;
    let socket = TcpListener::bind(demo.listen).await.map_err(|error| {
        Failure::misuse(format!("cannot listen on {}", demo.listen))
            .because(error)
            .advice("name another port: saqta demo --listen 127.0.0.1:0 takes a free one")
    })?;
    let links = Links::of(socket.local_addr()?);
    let folder = match demo.data {
        Some(path) => Folder::Named(path),
        None => Folder::Temporary(Scratch::new("saqta-demo")?),
    };
    let data = folder.path();
    output::remark("Saqta's demo: invented people, places and data; everything else is real.");
    output::remark("1 of 3: declaring five invented workplaces, and a week of invented history");
    let props = {
        let data = data.clone();
        tokio::task::spawn_blocking(move || prepare(&data)).await??
    };
    output::remark("2 of 3: starting the server, as a child process that the story will kill");
    let keeper = Keeper::start(&data, demo.dc09)?;
    let addresses = tokio::select! {
        up = keeper.until_up() => up?,
        signal = ending.signal() => {
            keeper.end(Some(signal)).await;
            return Ok(());
        }
    };
    output::remark("3 of 3: publishing two quarters of the invented register");
    injury::publish(addresses, &props.tokens.analyst)
        .await
        .context("the release could not be published")?;
    let pages = Pages::gather(addresses.http)
        .await
        .context("the screens could not be read")?;
    output::answer(&programme(&links, &addresses, &props, &data))?;
    let stage = Arc::new(Stage::new(data, props, keeper, links, pages));
    let served = tokio::select! {
        served = front::serve(socket, Arc::clone(&stage)) => served.map(|()| None),
        signal = ending.signal() => Ok(Some(signal)),
    };
    stage.end(served.as_ref().ok().copied().flatten()).await;
    drop(folder);
    served.map(|_| ()).context("the demo's port failed")
}

/// What the terminal shows once everything runs: where to look, and how to sign in.
fn programme(links: &Links, addresses: &Addresses, props: &Props, data: &std::path::Path) -> String {
    let here = &links.here;
    let phone = links.press(props);
    let dc09 = addresses.dc09;
    let password = &props.password;
    let data = data.display();
    let logins = prepare::LOGINS
        .iter()
        .map(|(login, who)| format!("    {login:<12} {password:<16} {who}\n"))
        .collect::<String>();
    let advice = match links.lan {
        Some(_) => "",
        None => "                only from this machine; --listen 0.0.0.0:8080 lets phones in\n",
    };
    format!(
        "\n  The stage     {here}/demo\n  Console       {here}/console\n  Press page    {phone}\n{advice}  \
         Figures       {here}/figures\n  \
         Alarm panels  {dc09} (SIA DC-09, TCP and UDP)\n  Data          {data}\n\n  Sign-ins of invented people:\n\n\
         {logins}\n  ready: {here}/demo\n  Ctrl-C ends the demo."
    )
}
