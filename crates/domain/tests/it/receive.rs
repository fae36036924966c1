//! A frame is never refused, raises each of its alarms once, and never closes one.

use std::collections::BTreeSet;

use saqta_domain::alarm::{AlarmKind, Flag, Origin};
use saqta_domain::event::Event;
use saqta_domain::private::Private;
use saqta_domain::signal::Meaning;

use crate::frame::Frame;
use crate::support::{World, timeline};

const FIRE: (&str, Meaning) = ("FA", Meaning::Alarm(AlarmKind::Fire));
const PANIC: (&str, Meaning) = ("PA", Meaning::Alarm(AlarmKind::Panic));

#[test]
fn a_panels_frame_raises_an_alarm_where_the_panel_is() {
    let mut world = World::hospital();
    let done = world.receive(Frame::panic("0042", 1));
    let alarm = world.alarm(done.received()[0]);
    assert_eq!(
        (alarm.kind, alarm.origin, alarm.raised_by),
        (AlarmKind::Panic, Origin::Device, None)
    );
    assert_eq!(
        (alarm.site.as_str(), alarm.zone.clone()),
        ("kst-ed", Some("hall".into()))
    );
    assert_eq!(
        (alarm.device.clone(), alarm.flags),
        (Some("panel-1".into()), BTreeSet::new())
    );
    assert!(!done.is_repeat());
    assert!(
        matches!(done.events[0].private[..], [Private::Signal(_)]),
        "its bytes are kept, sealed"
    );
}

#[test]
fn each_event_of_a_frame_raises_its_own_alarm_in_one_situation() {
    let mut world = World::hospital();
    let done = world.receive(Frame::of("0042", 1, &[PANIC, FIRE, ("XX", Meaning::Unknown)]));
    let alarms: Vec<_> = done.received().iter().map(|id| world.alarm(*id)).collect();
    let kinds: Vec<AlarmKind> = alarms.iter().map(|alarm| alarm.kind).collect();
    assert_eq!(kinds, [AlarmKind::Panic, AlarmKind::Fire, AlarmKind::Panic]);
    assert_eq!(alarms[2].flags, BTreeSet::from([Flag::UnknownCode]));
    assert!(alarms.iter().all(|alarm| alarm.situation == alarms[0].situation));
    let sealed: usize = done.events.iter().map(|recorded| recorded.private.len()).sum();
    assert_eq!(sealed, 1, "the bytes are kept once");
    let again = world.receive(Frame::of("0042", 1, &[PANIC, FIRE, ("XX", Meaning::Unknown)]));
    assert_eq!(again.received(), done.received(), "a repeat means all of them");
    assert_eq!(again.names(), ["alarm.repeated"; 3]);
}

#[test]
fn an_unknown_sender_raises_a_flagged_alarm_at_the_unassigned_site() {
    for (frame, flag) in [
        (Frame::panic("7777", 1), Flag::UnknownAccount),
        (Frame::panic("7777", 1).without_account(), Flag::NoAccount),
    ] {
        let mut world = World::hospital();
        let done = world.receive(frame);
        let alarm = world.alarm(done.received()[0]);
        assert!(alarm.site.is_unassigned(), "{flag:?}");
        assert_eq!(alarm.flags, BTreeSet::from([flag, Flag::PlaceUncertain]));
        world
            .by("head")
            .acknowledges(alarm.id)
            .expect("every dispatcher may take it");
    }
}

#[test]
fn a_device_without_a_place_raises_an_alarm_that_names_it() {
    let mut world = World::hospital();
    let done = world.receive(Frame::panic("0099", 1));
    let alarm = world.alarm(done.received()[0]);
    assert_eq!(
        (alarm.device, alarm.flags),
        (Some("spare".into()), BTreeSet::from([Flag::PlaceUncertain]))
    );
}

#[test]
fn what_cannot_be_read_is_a_call_for_help() {
    for flag in [Flag::Undecryptable, Flag::UnreadableData, Flag::BadChecksum] {
        let mut world = World::hospital();
        let done = world.receive(Frame::of("0042", 1, &[]).flagged(flag));
        let alarm = world.alarm(done.received()[0]);
        assert_eq!(
            (alarm.kind, alarm.flags),
            (AlarmKind::Panic, BTreeSet::from([flag]))
        );
    }
}

#[test]
fn a_harmless_report_is_recorded_and_is_no_alarm() {
    for meaning in [Meaning::Test, Meaning::OpenClose, Meaning::Supervision] {
        let mut world = World::hospital();
        let done = world.receive(Frame::of("0042", 1, &[("RP", meaning)]));
        assert_eq!(done.names(), ["signal.recorded"], "{meaning:?}");
        assert_eq!(done.received(), []);
        let again = world.receive(Frame::of("0042", 1, &[("RP", meaning)]));
        assert!(
            again.is_repeat() && again.events.is_empty(),
            "{meaning:?} again is known already"
        );
        let damaged = world.receive(Frame::of("0042", 2, &[("RP", meaning)]).flagged(Flag::BadChecksum));
        assert_eq!(
            damaged.names(),
            ["alarm.raised"],
            "damaged, it might have been anything"
        );
    }
}

#[test]
fn a_frame_repeated_within_a_minute_is_noted_on_its_alarm() {
    let mut world = World::hospital();
    let first = world.receive(Frame::panic("0042", 1));
    world.wait(60);
    world.state.prune(world.now);
    let again = world.receive(Frame::panic("0042", 1));
    assert!(again.is_repeat());
    assert_eq!(again.received(), first.received());
    assert_eq!(
        timeline(&world, first.received()[0]),
        ["alarm.raised", "alarm.repeated"]
    );
    assert_eq!(world.alarm(first.received()[0]).repeats, 1);
}

#[test]
fn a_frame_repeated_after_a_minute_is_a_new_call() {
    for prunes in [false, true] {
        let mut world = World::hospital();
        let first = world.receive(Frame::panic("0042", 1));
        world.wait(61);
        if prunes {
            world.state.prune(world.now);
            assert!(world.state.frames().is_empty());
        }
        let again = world.receive(Frame::panic("0042", 1));
        assert_eq!(again.names(), ["alarm.raised"], "pruned: {prunes}");
        assert_ne!(again.received(), first.received());
        let third = world.receive(Frame::panic("0042", 1));
        assert_eq!(
            third.received(),
            again.received(),
            "pruned: {prunes}: repeated in turn"
        );
    }
}

#[test]
fn a_frame_repeated_after_its_alarm_is_closed_is_a_new_call() {
    let mut world = World::hospital();
    let mut seen = BTreeSet::new();
    for round in 0..3 {
        let done = world.receive(Frame::panic("0042", 1));
        assert_eq!(done.names(), ["alarm.raised"], "round {round}");
        let alarm = done.received()[0];
        assert!(seen.insert(alarm), "round {round} raised an old alarm");
        world.by("a").closes(alarm).expect("a guard closes it");
    }
}

#[test]
fn a_restore_between_two_calls_leaves_them_one_frame() {
    let mut world = World::hospital();
    let reports = [PANIC, ("PR", Meaning::Restore(AlarmKind::Fire)), FIRE];
    world.receive(Frame::of("0042", 1, &[FIRE]));
    let done = world.receive(Frame::of("0042", 2, &reports));
    assert_eq!(done.names(), ["alarm.raised", "alarm.signalled", "alarm.raised"]);
    let again = world.receive(Frame::of("0042", 2, &reports));
    assert_eq!((again.is_repeat(), again.received()), (true, done.received()));
    assert_eq!(again.names(), ["alarm.repeated"; 2]);
}

#[test]
fn of_several_alarms_only_the_open_ones_note_a_repeat() {
    let mut world = World::hospital();
    let first = world.receive(Frame::of("0042", 1, &[PANIC, FIRE]));
    world
        .by("a")
        .closes(first.received()[0])
        .expect("a guard closes it");
    let again = world.receive(Frame::of("0042", 1, &[PANIC, FIRE]));
    assert_eq!(again.names(), ["alarm.repeated"]);
    assert_eq!(again.events[0].event.alarm(), Some(first.received()[1]));
}

#[test]
fn a_sequence_number_that_came_round_within_the_minute_is_a_new_call() {
    let mut world = World::hospital();
    let first = world.receive(Frame::panic("0042", 1));
    for sequence in 2..=5_000 {
        world.receive(Frame::of("0042", sequence, &[("RP", Meaning::Test)]));
    }
    assert!(
        world.receive(Frame::panic("0042", 1)).is_repeat(),
        "4,999 others came between"
    );
    world.receive(Frame::of("0042", 5_001, &[("RP", Meaning::Test)]));
    let round = world.receive(Frame::panic("0042", 1));
    assert_eq!(
        round.names(),
        ["alarm.raised"],
        "5,000 others came between, all within the same minute"
    );
    assert_ne!(round.received(), first.received());
    assert!(
        world.receive(Frame::panic("0042", 1)).is_repeat(),
        "and that one can be repeated in turn"
    );
}

#[test]
fn the_lines_of_two_accounts_count_apart() {
    let mut world = World::hospital();
    let first = world.receive(Frame::panic("0042", 1));
    for sequence in 1..=5_001 {
        world.receive(Frame::of("0099", sequence, &[("RP", Meaning::Test)]));
    }
    assert_eq!(
        world.receive(Frame::panic("0042", 1)).received(),
        first.received()
    );
}

#[test]
fn a_good_frame_joins_the_alarm_of_the_damaged_one_before_it() {
    let mut world = World::hospital();
    let damaged = world.receive(Frame::of("0042", 1, &[]).flagged(Flag::BadChecksum));
    let repeated = world.receive(Frame::of("0042", 1, &[]).flagged(Flag::BadChecksum));
    assert_eq!(
        repeated.received(),
        damaged.received(),
        "still damaged, it is the same call"
    );
    world.wait(10);
    let good = world.receive(Frame::of("0042", 1, &[("HA", Meaning::Alarm(AlarmKind::Holdup))]));
    assert_eq!(good.names(), ["alarm.joined"]);
    assert_eq!(good.received(), damaged.received());
    let alarm = world.alarm(damaged.received()[0]);
    assert_eq!(
        (alarm.kind, alarm.silent),
        (AlarmKind::Holdup, true),
        "it says now what was meant"
    );
    assert_eq!(alarm.flags, BTreeSet::new(), "nothing is uncertain any more");
    let again = world.receive(Frame::of("0042", 1, &[("HA", Meaning::Alarm(AlarmKind::Holdup))]));
    assert_eq!(again.names(), ["alarm.repeated"]);
}

#[test]
fn a_good_frame_joins_though_receiver_and_prefix_were_the_damaged_part() {
    let mut world = World::hospital();
    let damaged = world.receive(
        Frame::panic("0042", 1)
            .on_line("7F", "3")
            .flagged(Flag::BadChecksum),
    );
    let good = world.receive(Frame::panic("0042", 1).on_line("1", "0"));
    assert_eq!(good.names(), ["alarm.joined"]);
    assert_eq!(good.received(), damaged.received());
}

#[test]
fn a_damaged_copy_between_two_good_ones_keeps_its_flag() {
    let mut world = World::hospital();
    let good = world.receive(Frame::panic("0042", 1));
    let damaged = world.receive(Frame::panic("0042", 1).flagged(Flag::BadChecksum));
    assert_eq!(damaged.names(), ["alarm.raised"], "it might be another call");
    let again = world.receive(Frame::panic("0042", 1));
    assert_eq!(again.names(), ["alarm.repeated", "alarm.signalled"]);
    assert_eq!((again.is_repeat(), again.received()), (true, good.received()));
    let copy = world.alarm(damaged.received()[0]);
    assert_eq!(
        copy.flags,
        BTreeSet::from([Flag::BadChecksum]),
        "one press, one clean alarm"
    );
    assert_eq!(timeline(&world, copy.id), ["alarm.raised", "alarm.signalled"]);
    let third = world.receive(Frame::panic("0042", 1));
    assert_eq!(third.names(), ["alarm.repeated"], "the damaged one is told once");
}

#[test]
fn what_its_code_calls_silent_is_silent() {
    let silent = ("1122", Meaning::SilentAlarm(AlarmKind::Panic));
    let mut world = World::hospital();
    let raised = world.receive(Frame::of("0042", 1, &[silent, PANIC]));
    let heard: Vec<_> = raised
        .received()
        .iter()
        .map(|id| (world.alarm(*id).kind, world.alarm(*id).silent))
        .collect();
    assert_eq!(heard, [(AlarmKind::Panic, true), (AlarmKind::Panic, false)]);

    let damaged = world.receive(Frame::of("0042", 2, &[]).flagged(Flag::BadChecksum));
    assert!(!world.alarm(damaged.received()[0]).silent);
    let good = world.receive(Frame::of("0042", 2, &[silent]));
    assert_eq!(good.names(), ["alarm.joined"]);
    assert!(world.alarm(good.received()[0]).silent, "the good frame says so");
}

#[test]
fn each_event_of_a_good_frame_joins_its_own_damaged_alarm() {
    let mut world = World::hospital();
    let damaged = world.receive(Frame::of("0042", 1, &[PANIC, FIRE]).flagged(Flag::BadChecksum));
    let good = world.receive(Frame::of("0042", 1, &[PANIC, FIRE]));
    assert_eq!(good.names(), ["alarm.joined"; 2]);
    assert_eq!(good.received(), damaged.received());
    assert_eq!(world.state.alarms().open_count(), 2);
    let more = world.receive(Frame::of("0042", 2, &[PANIC]).flagged(Flag::BadChecksum));
    let both = world.receive(Frame::of("0042", 2, &[PANIC, FIRE]));
    assert_eq!(
        both.names(),
        ["alarm.joined", "alarm.raised"],
        "what the damaged one did not say is raised"
    );
    assert_eq!(both.received()[0], more.received()[0]);
}

#[test]
fn a_good_frame_joins_nothing_later_or_from_elsewhere_or_after_the_close() {
    let good = || Frame::panic("0042", 1);
    for (case, wait, close, frame) in [
        ("after 11 s", 11, false, good()),
        ("from another address", 0, false, good().sent_from("192.0.2.8")),
        ("another sequence", 0, false, Frame::panic("0042", 2)),
        ("after the close", 0, true, good()),
    ] {
        let mut world = World::hospital();
        let damaged = world.receive(good().flagged(Flag::BadChecksum));
        if close {
            world
                .by("a")
                .closes(damaged.received()[0])
                .expect("a guard closes it");
        }
        world.wait(wait);
        let done = world.receive(frame);
        assert_eq!(done.names(), ["alarm.raised"], "{case}");
        assert_ne!(done.received(), damaged.received(), "{case}");
    }
}

#[test]
fn a_good_frame_that_is_no_alarm_is_noted_and_leaves_the_damaged_ones_alarm_open() {
    let mut world = World::hospital();
    let report = ("PR", Meaning::Restore(AlarmKind::Panic));
    let damaged = world.receive(Frame::of("0042", 1, &[report]).flagged(Flag::BadChecksum));
    let good = world.receive(Frame::of("0042", 1, &[report]));
    assert_eq!(
        good.names(),
        ["alarm.signalled", "signal.recorded"],
        "noted once, though it could be meant twice"
    );
    assert!(world.alarm(damaged.received()[0]).is_open());
    let again = world.receive(Frame::of("0042", 1, &[report]));
    assert!(again.is_repeat() && again.events.is_empty(), "{again:?}");
}

#[test]
fn a_restore_or_a_cancel_is_noted_on_the_newest_alarm_it_can_mean_and_closes_nothing() {
    let mut world = World::hospital();
    let alarms: Vec<_> = [(1, PANIC), (2, FIRE), (3, PANIC), (4, FIRE)]
        .into_iter()
        .map(|(sequence, report)| world.receive(Frame::of("0042", sequence, &[report])).received()[0])
        .collect();
    for (sequence, meaning, expected) in [
        (5, Meaning::Restore(AlarmKind::Panic), Some(alarms[2])),
        (6, Meaning::Restore(AlarmKind::Fire), Some(alarms[3])),
        (7, Meaning::Cancel, Some(alarms[3])),
        (8, Meaning::Restore(AlarmKind::Gas), None),
    ] {
        let done = world.receive(Frame::of("0042", sequence, &[("OR", meaning)]));
        let signalled = done
            .events
            .iter()
            .find(|recorded| matches!(recorded.event, Event::AlarmSignalled(_)));
        assert_eq!(
            signalled.and_then(|recorded| recorded.event.alarm()),
            expected,
            "{meaning:?}"
        );
        assert_eq!(
            done.events.last().map(|recorded| recorded.event.name()),
            Some("signal.recorded")
        );
    }
    assert!(alarms.iter().all(|id| world.alarm(*id).is_open()));
    let stranger = world.receive(Frame::of("7777", 1, &[("OR", Meaning::Cancel)]));
    assert_eq!(
        stranger.names(),
        ["signal.recorded"],
        "whose cancel it is, nobody knows"
    );
}
