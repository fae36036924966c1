//! Lists: who sees what, in which order, page by page.

use std::collections::BTreeSet;

use proptest::prelude::*;
use saqta_domain::alarm::Alarm;
use saqta_domain::command::{Press, Principal};
use saqta_domain::ids::{DeviceId, SiteId};
use saqta_readmodel::{AlarmQuery, Reader, Sites, Views};

use crate::journal::{DEVICES, Journal, SITES, kind};

/// What a query means, said without an index.
fn naive(alarms: &[Alarm], query: &AlarmQuery) -> Vec<Alarm> {
    let lets = |alarm: &Alarm| {
        let site = match &query.sites {
            Sites::Everywhere => true,
            Sites::These(sites) => sites.contains(&alarm.site),
        };
        let aloud = query.aloud.contains(&alarm.site) && alarm.is_open() && !alarm.silent;
        let own = alarm.raised_by.is_some() && alarm.raised_by == query.raised_by;
        let device = query.raised_from.is_some() && alarm.pressing_device() == query.raised_from.as_ref();
        site || aloud || own || device
    };
    let stays = |alarm: &Alarm| {
        query.open.is_none_or(|open| open == alarm.is_open())
            && query.only_site.as_ref().is_none_or(|site| *site == alarm.site)
    };
    alarms
        .iter()
        .filter(|alarm| lets(alarm) && stays(alarm))
        .cloned()
        .collect()
}

fn all_pages(reader: &Reader, mut query: AlarmQuery) -> Vec<Alarm> {
    let mut listed = Vec::new();
    loop {
        let page = reader.alarms(&query).unwrap();
        assert!(page.items.len() <= query.limit, "a page is no longer than asked");
        listed.extend(page.items);
        match page.next {
            Some(next) => query.before = Some(next),
            None => return listed,
        }
    }
}

/// Presses by people and devices in every site, some silent, every third closed.
fn busy_journal() -> Journal {
    let mut journal = Journal::new();
    let nurses = ["nurse-a", "nurse-b"].map(|login| journal.account(login));
    for number in 0..60 {
        let press = Press {
            zone: (number % 4 < 3).then(|| format!("{}-hall", SITES[number % 3])),
            kind: Some(kind(number).code().to_owned()),
            device: (number.is_multiple_of(7)).then(|| DEVICES[number % 3].to_owned()),
            silent: Some(number.is_multiple_of(2)),
            ..Press::default()
        };
        let principal = match number % 5 {
            0 | 1 => Principal::Device(DeviceId::from(DEVICES[number % 3])),
            _ => Principal::Account(nurses[number % 2]),
        };
        let id = journal.press(principal, press);
        if number.is_multiple_of(3) {
            journal.close(id);
        }
    }
    journal
}

fn sites(mask: usize) -> BTreeSet<SiteId> {
    let picked = SITES.iter().enumerate().filter(|(bit, _)| mask & (1 << bit) != 0);
    picked
        .map(|(_, site)| SiteId::from(*site))
        .chain((mask & 8 != 0).then(SiteId::unassigned))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn every_query_lists_what_it_means_newest_first(seeds in prop::collection::vec(any::<[u8; 8]>(), 16)) {
        let journal = busy_journal();
        let mut views = Views::in_memory().unwrap();
        views.apply(&journal.entries()).unwrap();
        let reader = views.reader();
        let alarms = journal.alarms();
        for [open, everywhere, full, aloud, presser, device, only, limit] in seeds {
            let sites_of = |mask: u8| sites(usize::from(mask));
            let query = AlarmQuery {
                open: [None, Some(true), Some(false)][usize::from(open % 3)],
                sites: if everywhere.is_multiple_of(4) { Sites::Everywhere } else { Sites::These(sites_of(full)) },
                aloud: sites_of(aloud),
                raised_by: (presser.is_multiple_of(2)).then(|| journal.account("nurse-a")),
                raised_from: (device.is_multiple_of(2)).then(|| DeviceId::from(DEVICES[usize::from(device) % 3])),
                only_site: (only.is_multiple_of(3)).then(|| SiteId::from(SITES[usize::from(only) % 3])),
                limit: usize::from(limit % 20) + 1,
                before: None,
            };
            prop_assert_eq!(all_pages(&reader, query.clone()), naive(&alarms, &query), "{:?}", query);
        }
    }
}

#[test]
fn a_cursor_stays_right_while_alarms_are_raised() {
    let mut journal = busy_journal();
    let mut views = Views::in_memory().unwrap();
    views.apply(&journal.entries()).unwrap();
    let reader = views.reader();
    let before: Vec<u64> = journal.alarms().iter().map(|alarm| alarm.position).collect();
    let mut query = AlarmQuery {
        limit: 10,
        ..AlarmQuery::new(Sites::Everywhere)
    };
    let mut listed = Vec::new();
    loop {
        let page = reader.alarms(&query).unwrap();
        assert_eq!(page.position, views.position());
        listed.extend(page.items.iter().map(|alarm| alarm.position));
        journal.press_in("kst-ed-hall");
        views.apply(&journal.entries()).unwrap();
        let Some(next) = page.next else { break };
        query.before = Some(next);
    }
    assert_eq!(
        listed, before,
        "what was there is listed once, what came later is on the first page"
    );
}

#[test]
fn limits_are_clamped_never_refused() {
    let journal = busy_journal();
    let mut views = Views::in_memory().unwrap();
    views.apply(&journal.entries()).unwrap();
    let reader = views.reader();
    let listed = |limit| {
        reader
            .alarms(&AlarmQuery {
                limit,
                ..AlarmQuery::new(Sites::Everywhere)
            })
            .unwrap()
            .items
            .len()
    };
    assert_eq!(listed(0), 1);
    assert_eq!(listed(usize::MAX), 60);
    assert_eq!(
        reader
            .signals(&DeviceId::from("none"), Some(u64::MAX), usize::MAX)
            .unwrap()
            .items
            .len(),
        0
    );
}

#[test]
fn open_alarms_are_counted_by_place() {
    let journal = busy_journal();
    let mut views = Views::in_memory().unwrap();
    views.apply(&journal.entries()).unwrap();
    let mut expected = std::collections::BTreeMap::new();
    for alarm in journal.alarms().iter().filter(|alarm| alarm.is_open()) {
        *expected
            .entry((alarm.site.clone(), alarm.zone.clone()))
            .or_insert(0_u64) += 1;
    }
    let counts = views.reader().open_counts().unwrap();
    let counted: std::collections::BTreeMap<_, _> = counts
        .into_iter()
        .map(|count| ((count.site, count.zone), count.open))
        .collect();
    assert_eq!(counted, expected);
}

#[test]
fn nobody_sees_anything_by_default() {
    let journal = busy_journal();
    let mut views = Views::in_memory().unwrap();
    views.apply(&journal.entries()).unwrap();
    let page = views
        .reader()
        .alarms(&AlarmQuery::new(Sites::These(BTreeSet::new())))
        .unwrap();
    assert_eq!((page.items.len(), page.next), (0, None));
}
