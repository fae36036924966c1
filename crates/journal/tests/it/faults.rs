//! The simulation's disk.

use std::time::Duration;

use saqta_journal::{
    AppendError, Appended, Fault, FaultRates, Faults, Journal, MemoryJournal, SeededRandom, Signer,
};

use crate::support::{append, plain, with_key};

fn signer() -> Signer {
    Signer::generate(&mut SeededRandom::new(1))
}

#[test]
fn a_fault_does_what_its_name_says() {
    let mut journal = MemoryJournal::new(signer(), Faults::none());
    let epoch = journal.claim().unwrap();
    append(&mut journal, epoch, &[plain(1)]);

    journal.inject(Fault::Failed);
    assert!(matches!(
        journal.append(epoch, 1, &[plain(2)]),
        Err(AppendError::Failed(_))
    ));
    journal.inject(Fault::Full);
    assert_eq!(journal.append(epoch, 1, &[plain(2)]), Err(AppendError::Full));
    assert_eq!(journal.head(), 1);

    journal.inject(Fault::Slow(Duration::from_secs(2)));
    append(&mut journal, epoch, &[plain(2)]);
    assert_eq!(journal.take_delay(), Duration::from_secs(2));
    assert_eq!(journal.take_delay(), Duration::ZERO);

    let reader = journal.reader();
    journal.inject(Fault::CrashBefore);
    assert!(matches!(
        journal.append(epoch, 2, &[plain(3)]),
        Err(AppendError::Unknown(_))
    ));
    assert!(journal.crashed());
    assert!(matches!(
        journal.append(epoch, 2, &[plain(3)]),
        Err(AppendError::Unknown(_))
    ));
    assert!(journal.claim().is_err());
    // A reader of the dead process is woken rather than left waiting.
    assert_eq!(reader.wait(2, Duration::from_secs(60)), 2);

    let mut journal = journal.crash();
    assert_eq!(journal.head(), 2);
    let epoch = journal.claim().unwrap();
    journal.inject(Fault::CrashAfter);
    assert!(matches!(
        journal.append(epoch, 2, &[with_key(plain(3), 1)]),
        Err(AppendError::Unknown(_))
    ));
    let mut journal = journal.crash();
    assert_eq!(journal.head(), 3);
    let epoch = journal.claim().unwrap();
    assert_eq!(
        journal.append(epoch, 3, &[with_key(plain(4), 1)]).unwrap(),
        [Appended::Duplicate(3)]
    );
}

/// What happened to 300 appends, crashes included.
fn history(seed: u64) -> Vec<String> {
    let rates = FaultRates {
        failed: 50,
        full: 50,
        slow: 50,
        crash_before: 50,
        crash_after: 50,
    };
    let mut journal = MemoryJournal::new(signer(), Faults::new(seed, rates));
    let mut epoch = journal.claim().unwrap();
    let mut history = Vec::new();
    for number in 1..=300 {
        let result = journal.append(epoch, journal.head(), &[plain(number)]);
        history.push(format!("{result:?} after {:?}", journal.take_delay()));
        if journal.crashed() {
            journal = journal.crash();
            epoch = journal.claim().unwrap();
        }
    }
    history
}

#[test]
fn a_seed_gives_the_same_history() {
    assert_eq!(history(7), history(7));
    assert_ne!(history(7), history(8));
    let all = history(7).join("\n");
    for sign in ["Failed", "Full", "Unknown", "At {"] {
        assert!(all.contains(sign), "no {sign} in 300 appends");
    }
    assert!(
        history(7).iter().any(|line| !line.ends_with(" 0ns")),
        "no slow one in 300 appends"
    );
}
