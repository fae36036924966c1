//! Injuries as files bring them: all of a file counts or nothing, and all of it can be taken back.

use saqta_domain::command::{Answer, Command};
use saqta_domain::decide::{Change, Refusal, Tally};
use saqta_domain::event::Event;
use saqta_domain::import::{Confirmed, ImportCompleted};
use saqta_domain::injury::Details;
use saqta_domain::permission::Action;

use super::{complete, details, numbered};
use crate::support::World;

#[test]
fn an_import_counts_when_it_is_complete_and_not_before() {
    let mut world = World::hospital();
    let (import, _) = world.begin("inspector", "f1");
    let rows = vec![
        numbered("1", details()),
        numbered("2", details()),
        numbered("1", details()),
    ];
    let tally = world
        .fill("inspector", import, rows.clone())
        .expect("the rows are sound");
    assert_eq!(
        tally,
        Tally {
            recorded: 2,
            unchanged: 1,
            ..Tally::default()
        },
        "a row that stands there twice is one injury"
    );
    assert_eq!(world.counted(), 0, "nothing half-done counts");

    let (resumed, again) = world.begin("inspector", "f1");
    assert_eq!((resumed, again), (import, true), "the same file goes on");
    let tally = world
        .fill("inspector", import, rows.clone())
        .expect("the rows are sound");
    assert_eq!(tally.unchanged, 3);
    world
        .ask(world.person("inspector"), complete(import))
        .expect("it may");
    assert_eq!(world.counted(), 2);

    let (second, again) = world.begin("inspector", "f1");
    assert!(!again, "a completed import is not gone on with");
    let tally = world.fill("inspector", second, rows).expect("the rows are sound");
    assert_eq!(tally.unchanged, 3, "importing a file again changes nothing");
}

#[test]
fn what_an_abandoned_import_brought_is_nobodys_excuse() {
    let mut world = World::hospital();
    let rows = vec![numbered("1", details()), numbered("2", details())];
    let (abandoned, _) = world.begin("inspector", "f1");
    world
        .fill("inspector", abandoned, rows.clone())
        .expect("the rows are sound");
    let (_, change) = world
        .report("safety", numbered("1", details()))
        .expect("it is sound");
    assert_eq!(change, Change::Recorded, "a row that does not count is not known");
    assert_eq!(world.counted(), 1);
    let (other, resumed) = world.begin("safety", "f1");
    assert!(!resumed, "another's import is not gone on with");
    let tally = world
        .fill("safety", other, rows.clone())
        .expect("the rows are sound");
    assert_eq!((tally.recorded, tally.unchanged), (1, 1));
    world
        .ask(world.person("safety"), complete(other))
        .expect("it may");
    assert_eq!(world.counted(), 2, "both rows count");

    let (again, resumed) = world.begin("inspector", "f1");
    assert!(resumed);
    world.fill("inspector", again, rows).expect("the rows are sound");
    world
        .ask(world.person("inspector"), complete(again))
        .expect("it may");
    assert_eq!(world.counted(), 2, "and each once, however many files say it");
}

#[test]
fn an_import_can_be_taken_back_and_brought_again() {
    let mut world = World::hospital();
    let (mine, _) = world
        .report("safety", numbered("1", details()))
        .expect("it is sound");
    let worse = Details {
        days_lost: Some(60),
        ..details()
    };
    let rows = vec![numbered("1", worse), numbered("2", details())];
    let (import, _) = world.begin("inspector", "f1");
    world
        .fill("inspector", import, rows.clone())
        .expect("the rows are sound");
    world
        .ask(world.person("inspector"), complete(import))
        .expect("it may");
    assert_eq!(
        world.standing(mine).expect("it counts").details.days_lost,
        Some(60)
    );
    assert_eq!(world.counted(), 2);

    world
        .ask(world.person("inspector"), Command::WithdrawImport(import))
        .expect("it may");
    assert_eq!(
        world.standing(mine).expect("it counts").details.days_lost,
        Some(5)
    );
    assert_eq!(world.counted(), 1);

    let (second, _) = world.begin("inspector", "f1");
    assert_ne!(second, import);
    let tally = world.fill("inspector", second, rows).expect("the rows are sound");
    assert_eq!(
        tally,
        Tally {
            recorded: 1,
            revised: 1,
            ..Tally::default()
        }
    );
    world
        .ask(world.person("inspector"), complete(second))
        .expect("it may");
    assert_eq!(world.counted(), 2);
}

#[test]
fn a_wrong_row_is_named_and_none_of_its_lot_is_recorded() {
    let mut world = World::hospital();
    let (import, _) = world.begin("inspector", "f1");
    let wrong = Details {
        hour: Some(99),
        ..details()
    };
    let before = world.history.len();
    match world.fill(
        "inspector",
        import,
        vec![numbered("1", details()), numbered("2", wrong)],
    ) {
        Err(Refusal::Invalid { path, .. }) => assert_eq!(path, "rows[1].hour"),
        other => panic!("{other:?}"),
    }
    assert_eq!(world.history.len(), before);
}

#[test]
fn an_import_is_its_owners_own() {
    let mut world = World::hospital();
    let (import, _) = world.begin("inspector", "f1");
    let no_such = Err(Refusal::NotFound("import"));
    assert_eq!(world.fill("safety", import, Vec::new()), no_such);
    let denied = world.ask(
        world.person("nurse"),
        Command::BeginImport {
            digest: String::new(),
            name: None,
            rows: 0,
        },
    );
    assert_eq!(
        denied.map(|done| done.names()),
        Err(Refusal::Forbidden(Action::ImportRegister))
    );
    let ended = world.ask(world.person("analyst"), Command::WithdrawImport(import));
    assert!(
        ended.is_ok(),
        "whoever may import for the whole country may end another's"
    );
}

#[test]
fn rows_that_an_earlier_import_brought_are_told_as_its() {
    let mut world = World::hospital();
    world
        .report("safety", numbered("3", details()))
        .expect("it is sound");
    let (first, _) = world.begin("inspector", "f1");
    world
        .fill(
            "inspector",
            first,
            vec![numbered("1", details()), numbered("2", details())],
        )
        .expect("the rows are sound");
    world
        .ask(world.person("inspector"), complete(first))
        .expect("it may");
    let (second, _) = world.begin("inspector", "f2");
    let again = |world: &mut World| {
        let reports = ["1", "3", "4", "4"]
            .map(|number| numbered(number, details()))
            .to_vec();
        let fill = Command::FillImport {
            import: second,
            reports,
        };
        match world.ask(world.person("inspector"), fill).expect("it may").answer {
            Answer::Imported { tally, confirmed } => (tally.unchanged, confirmed),
            other => panic!("rows were answered by {other:?}"),
        }
    };
    let of_the_first = [(first, 1)].into();
    assert_eq!(
        again(&mut world),
        (3, of_the_first),
        "neither what was reported one by one nor its own row is another import's"
    );
    let of_the_first = [(first, 1)].into();
    assert_eq!(
        again(&mut world),
        (4, of_the_first),
        "cut off and gone on with, the same"
    );
    let confirmed = vec![Confirmed {
        import: first,
        rows: 1,
    }];
    let ended = Command::CompleteImport {
        import: second,
        confirmed: confirmed.clone(),
    };
    world.ask(world.person("inspector"), ended).expect("it may");
    assert!(
        world.history.iter().any(|recorded| recorded.event
            == Event::ImportCompleted(ImportCompleted {
                import: second,
                confirmed: confirmed.clone()
            })),
        "the journal keeps it"
    );
}
