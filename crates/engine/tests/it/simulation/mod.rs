//! The whole core in one thread, under a seeded clock, a seeded journal that fails, and clients that try again.
//!
//! The cast: a [`World`] owns the disk and restarts the core after each crash; its [`Crowd`] presses, sends frames and
//! moves alarms, remembers what it was told, and sends again what was not answered; the [`laws`] are what must hold
//! whatever happens. One seed is one history: a failing one is a bug report.

mod crowd;
mod laws;
mod world;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};

use saqta_journal::Fault;
use world::World;

/// How many histories `cargo nextest run` goes through; `SAQTA_SEEDS` overrides it.
const SEEDS: u64 = 10_000;

/// How many batches a history has.
const STEPS: u32 = 30;

#[test]
fn simulation_keeps_every_promise_in_every_history() {
    if let Some(seed) = number("SAQTA_SEED") {
        return history(seed);
    }
    let seeds = number("SAQTA_SEEDS").unwrap_or(SEEDS);
    let next = AtomicU64::new(0);
    let failed = AtomicU64::new(u64::MAX);
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= seeds || failed.load(Ordering::Relaxed) < seed {
                        return;
                    }
                    if catch_unwind(AssertUnwindSafe(|| history(seed))).is_err() {
                        failed.fetch_min(seed, Ordering::Relaxed);
                    }
                }
            });
        }
    });
    let seed = failed.load(Ordering::Relaxed);
    assert!(
        seed == u64::MAX,
        "history {seed} broke a promise (its message is above). Replay it alone with:\n    \
         SAQTA_SEED={seed} cargo nextest run -p saqta-engine simulation --no-capture"
    );
    println!("{seeds} histories of {STEPS} batches kept every promise");
}

/// The process dies at each step in turn, before and after the batch was durable.
#[test]
fn simulation_survives_a_crash_at_every_step() {
    for seed in 0..5 {
        for step in 0..STEPS {
            for fault in [Fault::CrashBefore, Fault::CrashAfter] {
                history_with(seed, Some((step, fault)));
            }
        }
    }
}

fn history(seed: u64) {
    history_with(seed, None);
}

/// One history, and what must hold after each crash and at its end.
fn history_with(seed: u64, injected: Option<(u32, Fault)>) {
    let mut world = World::new(seed);
    for step in 0..STEPS {
        let crashes = world.crashes;
        if let Some((_, fault)) = injected.filter(|(at, _)| *at == step) {
            world.inject(fault);
        }
        world.step();
        if world.crashes > crashes {
            laws::hold_now(&world);
        }
    }
    world.calm_down();
    laws::hold_at_the_end(&mut world);
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable)
        .ok()
        .map(|text| text.parse().expect("a seed is a whole number"))
}
