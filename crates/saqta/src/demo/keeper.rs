//! The child process: `saqta serve` on the demo's data, killed and started again as the story wants.
//!
//! The cast: the [`Keeper`] is what the stage holds; it sends [`Order`]s to a task that owns the child and moves
//! through its [`Life`]; what the stage may know of that is the [`Server`].

use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use anyhow::Context as _;
use tokio::process::Child;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::time::{Instant, sleep_until, timeout};

use super::child::{Addresses, Plan, terminate};
use super::ending::Signal;
use crate::failure::Failure;
use crate::output;

/// How long the child may take to end before it is killed: it ends within five seconds.
const GRACE: Duration = Duration::from_secs(7);

/// How long a child that a terminal has told to end is left to itself.
const TOLD_BY_TERMINAL: Duration = Duration::from_secs(2);

/// How long a child that died is mourned the first time; twice as long each further time.
const FIRST_REST: Duration = Duration::from_millis(500);
const LONGEST_REST: Duration = Duration::from_secs(8);

/// How long whoever waits for the child waits.
const PATIENCE: Duration = Duration::from_secs(30);

/// How the child stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Server {
    Starting,
    Up(Addresses),
    /// The story killed it; it stays dead until the story starts it again.
    Killed,
    /// It died by itself and is about to be started again.
    Fallen,
}

/// What the stage asks for.
#[derive(Clone, Copy, Debug)]
enum Order {
    Kill,
    Restart,
    End(Option<Signal>),
}

/// The child's keeper.
pub(super) struct Keeper {
    orders: mpsc::Sender<Order>,
    server: watch::Receiver<Server>,
}

impl Keeper {
    /// Starts the child.
    ///
    /// # Errors
    /// When the program cannot be started.
    pub(super) fn start(data: &Path, dc09: SocketAddr) -> anyhow::Result<Self> {
        let program = std::env::current_exe().context("the program does not know where it is")?;
        let (orders, mail) = mpsc::channel(4);
        let (shown, server) = watch::channel(Server::Starting);
        let plan = Plan {
            program,
            data: data.to_owned(),
            dc09,
        };
        let (child, ready) = plan.launch()?;
        let life = Life::Starting(child, ready);
        tokio::spawn(
            Keeping {
                plan,
                life,
                rest: FIRST_REST,
                mail,
                shown,
            }
            .keep(),
        );
        Ok(Self { orders, server })
    }

    /// How the child stands now.
    pub(super) fn server(&self) -> Server {
        *self.server.borrow()
    }

    /// Where the child listens; none while it does not.
    pub(super) fn addresses(&self) -> Option<Addresses> {
        match self.server() {
            Server::Up(addresses) => Some(addresses),
            Server::Starting | Server::Killed | Server::Fallen => None,
        }
    }

    /// Waits until the child is ready for the first time.
    ///
    /// # Errors
    /// When it died instead; it has told why.
    pub(super) async fn until_up(&self) -> Result<Addresses, Failure> {
        let settled = self
            .wait_for(|server| matches!(server, Server::Up(_) | Server::Fallen))
            .await?;
        match settled {
            Server::Up(addresses) => Ok(addresses),
            Server::Starting | Server::Killed | Server::Fallen => {
                Err(Failure::failed("the server did not start").advice("see what it said above"))
            }
        }
    }

    /// Kills the child as a power cut would.
    ///
    /// # Errors
    /// When it is not dead in time.
    pub(super) async fn kill(&self) -> Result<(), Failure> {
        self.send(Order::Kill).await?;
        self.wait_for(|server| *server == Server::Killed)
            .await
            .map(|_| ())
    }

    /// Starts the child if it is dead, and waits until it is ready.
    ///
    /// # Errors
    /// When it is not ready in time.
    pub(super) async fn restart(&self) -> Result<(), Failure> {
        self.send(Order::Restart).await?;
        self.wait_for(|server| matches!(server, Server::Up(_)))
            .await
            .map(|_| ())
    }

    /// Ends the child in good order and waits until it is gone.
    pub(super) async fn end(&self, because: Option<Signal>) {
        // The task is gone only when it has ended the child already.
        let _gone = self.send(Order::End(because)).await;
        self.orders.closed().await;
    }

    async fn send(&self, order: Order) -> Result<(), Failure> {
        self.orders
            .send(order)
            .await
            .map_err(|_| Failure::failed("the demo is ending"))
    }

    async fn wait_for(&self, wanted: impl FnMut(&Server) -> bool) -> Result<Server, Failure> {
        let mut server = self.server.clone();
        match timeout(PATIENCE, server.wait_for(wanted)).await {
            Ok(Ok(server)) => Ok(*server),
            Ok(Err(_)) => Err(Failure::failed("the demo is ending")),
            Err(_) => Err(Failure::failed("the server took too long")),
        }
    }
}

/// A child's life.
enum Life {
    /// It has not yet said that it is ready.
    Starting(Child, oneshot::Receiver<Addresses>),
    Up(Child),
    Killed,
    /// It died by itself; at this time it is started again.
    Fallen(Instant),
}

/// What happens to a child without an order.
#[derive(Clone, Copy, Debug)]
enum Turn {
    Ready(Addresses),
    Died,
    Rested,
}

/// The task that owns the child.
struct Keeping {
    plan: Plan,
    life: Life,
    rest: Duration,
    mail: mpsc::Receiver<Order>,
    shown: watch::Sender<Server>,
}

impl Keeping {
    async fn keep(mut self) {
        loop {
            tokio::select! {
                order = self.mail.recv() => match order {
                    Some(Order::Kill) => self.kill().await,
                    Some(Order::Restart) => self.restart(),
                    Some(Order::End(because)) => return self.end(because).await,
                    None => return self.end(None).await,
                },
                turn = turn(&mut self.life) => self.follow(turn),
            }
        }
    }

    fn follow(&mut self, turn: Turn) {
        match turn {
            Turn::Ready(addresses) => {
                // An outside panel finds the port where it was.
                self.plan.dc09 = addresses.dc09;
                self.rest = FIRST_REST;
                self.life = match std::mem::replace(&mut self.life, Life::Killed) {
                    Life::Starting(child, _) => Life::Up(child),
                    other => other,
                };
                self.shown.send_replace(Server::Up(addresses));
            }
            Turn::Died => self.fall("the server ended by itself and is started again"),
            Turn::Rested => self.launch(),
        }
    }

    async fn kill(&mut self) {
        if let Life::Starting(child, _) | Life::Up(child) = &mut self.life
            && let Err(error) = child.kill().await
        {
            tracing::warn!(%error, "the server could not be killed");
        }
        self.life = Life::Killed;
        self.shown.send_replace(Server::Killed);
    }

    fn restart(&mut self) {
        if matches!(self.life, Life::Killed | Life::Fallen(_)) {
            self.launch();
        }
    }

    fn launch(&mut self) {
        match self.plan.launch() {
            Ok((child, ready)) => {
                self.life = Life::Starting(child, ready);
                self.shown.send_replace(Server::Starting);
            }
            Err(error) => self.fall(&format!("{error:#}")),
        }
    }

    fn fall(&mut self, why: &str) {
        output::remark(why);
        self.life = Life::Fallen(Instant::now() + self.rest);
        self.rest = (self.rest * 2).min(LONGEST_REST);
        self.shown.send_replace(Server::Fallen);
    }

    async fn end(self, because: Option<Signal>) {
        let (Life::Starting(mut child, _) | Life::Up(mut child)) = self.life else {
            return;
        };
        if because == Some(Signal::Interrupt) && timeout(TOLD_BY_TERMINAL, child.wait()).await.is_ok() {
            return;
        }
        terminate(&child);
        if timeout(GRACE, child.wait()).await.is_err() {
            tracing::warn!("the server did not end in time and is killed");
            if let Err(error) = child.kill().await {
                tracing::error!(%error, "the server could not be killed");
            }
        }
    }
}

/// Waits for what happens to a child. May be given up at any time.
async fn turn(life: &mut Life) -> Turn {
    match life {
        Life::Starting(child, ready) => tokio::select! {
            biased;
            Ok(addresses) = ready => Turn::Ready(addresses),
            _ = child.wait() => Turn::Died,
        },
        Life::Up(child) => {
            let _status = child.wait().await;
            Turn::Died
        }
        Life::Killed => std::future::pending().await,
        Life::Fallen(until) => {
            sleep_until(*until).await;
            Turn::Rested
        }
    }
}
