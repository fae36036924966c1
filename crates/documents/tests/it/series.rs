//! Figures that others count: the plain file, and what statistical offices send.

use std::collections::BTreeMap;

use proptest::prelude::*;
use saqta_documents::series::sdmx::{Aggregates, Choice};
use saqta_documents::series::{Refused, csv, sdmx};
use saqta_documents::{ColumnProblem, OpenError, Problem};
use saqta_domain::series::{Series, SeriesCell, Unit};

/// Published figures: wage employees, Bureau of National Statistics of Kazakhstan; injured, the ministry's releases.
const PLAIN: &str = "\u{feff}series;counter;unit;source;published;period;region;activity;value\r\n\
    bns-employees;bns;employees;\"BNS, employees by region\";2025-06-13;2024;35;;481476\r\n\
    bns-employees;bns;employees;\"BNS, employees by region\";2025-06-13;2024;10;;179406\r\n\
    mol-injured;ministry-of-labour;injured;release of 2025-04;;2025-Q1;;;293\r\n\
    mol-injured;ministry-of-labour;injured;release of 2025-04;;2025-Q1;35;;31\r\n";

/// In the form of Eurostat's files; the figures are invented.
const SDMX: &str = "STRUCTURE,STRUCTURE_ID,freq,unit,nace_r2,geo,sex,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n\
    dataflow,ESTAT:HSW_N2_01(1.0),A,THS_PER,TOTAL,KZ,T,2024,9214.184,,\n\
    dataflow,ESTAT:HSW_N2_01(1.0),A,THS_PER,Q,KZ,T,2024,583.886,p,\n\
    dataflow,ESTAT:HSW_N2_01(1.0),A,THS_PER,Q86,KZ-35,T,2024-S1,12.5,,\n\
    dataflow,ESTAT:HSW_N2_01(1.0),A,THS_PER,TOTAL,KZ35,T,2025-Q1,481.476 b,b,\n\
    dataflow,ESTAT:HSW_N2_01(1.0),A,THS_PER,TOTAL,35,T,2025-03,480,,\n\
    dataflow,ESTAT:HSW_N2_01(1.0),A,THS_PER,A,KZ,T,2024,:,,C\n\
    dataflow,ESTAT:HSW_N2_01(1.0),A,THS_PER,B,KZ,T,2024,,,\n\
    dataflow,ESTAT:HSW_N2_01(1.0),A,THS_PER,B-E,KZ,T,2024,1121.775,,\n\
    dataflow,ESTAT:HSW_N2_01(1.0),A,THS_PER,TOTAL,DE,T,2024,42000,,\n";

fn choice(only: &[(&str, &str)]) -> Choice {
    Choice {
        id: "employed".into(),
        counter: "bns".to_owned(),
        unit: Unit::Employed,
        source: "a file in the form of Eurostat's".to_owned(),
        published: None,
        only: only
            .iter()
            .map(|(name, code)| ((*name).to_owned(), (*code).to_owned()))
            .collect(),
    }
}

fn shown(series: &Series) -> Vec<String> {
    let cell = |cell: &SeriesCell| {
        let region = cell.region.map_or("KZ", |region| region.code());
        let activity = cell
            .activity
            .map_or("all".to_owned(), |activity| activity.to_string());
        format!("{} {region} {activity} {}", cell.period, cell.value)
    };
    series.cells.iter().map(cell).collect()
}

fn plain_errors(file: &str) -> Vec<(u64, String, Problem)> {
    match csv::read(file.as_bytes()) {
        Err(Refused::Rows(errors)) => errors
            .into_iter()
            .map(|(line, e)| (line, e.column, e.problem))
            .collect(),
        other => panic!("not refused for its rows: {other:?}"),
    }
}

fn sdmx_errors(file: &str, only: &[(&str, &str)]) -> Vec<(u64, String, Problem)> {
    match sdmx::read(file.as_bytes(), &choice(only)) {
        Err(Refused::Rows(errors)) => errors
            .into_iter()
            .map(|(line, e)| (line, e.column, e.problem))
            .collect(),
        other => panic!("not refused for its rows: {other:?}"),
    }
}

#[test]
fn the_plain_file_holds_many_series() {
    let series = csv::read(PLAIN.as_bytes()).unwrap();
    let ids: Vec<&str> = series.iter().map(|series| series.id.as_str()).collect();
    assert_eq!(ids, ["bns-employees", "mol-injured"]);
    assert_eq!((series[0].unit, series[1].unit), (Unit::Employees, Unit::Injured));
    assert_eq!(series[0].source, "BNS, employees by region");
    assert_eq!(series[0].published, Some(jiff::civil::date(2025, 6, 13)));
    assert_eq!(
        shown(&series[0]),
        ["2024 10 all 179406", "2024 35 all 481476"],
        "in order"
    );
    assert_eq!(shown(&series[1]), ["2025-Q1 KZ all 293", "2025-Q1 35 all 31"]);
}

#[test]
fn series_that_contradict_themselves_are_refused_with_the_line() {
    let clash = PLAIN.replacen("BNS, employees by region", "BNS", 1);
    assert_eq!(
        plain_errors(&clash),
        [(3, "source".to_owned(), Problem::SeriesClash)]
    );
    let twice = PLAIN.replace(";10;;179406", ";35;;179406");
    assert_eq!(
        plain_errors(&twice),
        [(3, "period".to_owned(), Problem::SeriesTwice)]
    );
}

#[test]
fn counts_in_thousands_rates_and_other_slips_are_refused() {
    let file = PLAIN
        .replace("481476", "481.476")
        .replace("2025-Q1;35", "Q1 2025;KRG")
        .replacen(";bns;", ";;", 1);
    let expected = [
        (2, "counter", Problem::Missing),
        (2, "value", Problem::NotACount),
        (5, "period", Problem::NotAPeriod),
        (5, "region", Problem::NotARegion),
    ];
    assert_eq!(
        plain_errors(&file),
        expected.map(|(line, column, problem)| (line, column.to_owned(), problem))
    );
}

#[test]
fn columns_of_the_plain_file_are_known_and_some_may_be_absent() {
    let short = "series,counter,unit,source,period,value\na,bns,hours,book,2024,7\n";
    assert_eq!(csv::read(short.as_bytes()).unwrap().len(), 1);
    let Err(Refused::Open(OpenError::Columns(problems))) =
        csv::read(&b"series,counter,units,source,period,value\n"[..])
    else {
        panic!("it was opened");
    };
    let unknown = ColumnProblem::Unknown {
        column: "units".to_owned(),
        nearest: Some("unit"),
    };
    assert_eq!(problems, [unknown, ColumnProblem::Missing("unit")]);
}

#[test]
fn aggregates_are_read_as_eurostat_writes_them() {
    let Aggregates {
        series,
        skipped,
        missing,
        flags,
        not_chosen,
    } = sdmx::read(SDMX.as_bytes(), &choice(&[])).unwrap();
    assert_eq!(
        shown(&series),
        [
            "2024-H1 35 86 12500",
            "2024 KZ all 9214184",
            "2024 KZ Q 583886",
            "2025-Q1 35 all 481476",
            "2025-03 35 all 480000",
        ],
        "thousands become single persons, and no flag is part of a figure"
    );
    assert_eq!((missing, not_chosen), (2, 0));
    let skip = |dimension: &str, code: &str| ((dimension.to_owned(), code.to_owned()), 1);
    assert_eq!(
        skipped,
        BTreeMap::from([skip("geo", "DE"), skip("nace_r2", "B-E")])
    );
    assert_eq!(flags, BTreeMap::from([("b".to_owned(), 2), ("p".to_owned(), 1)]));
}

#[test]
fn another_place_is_taken_as_a_reference_alone_and_only_if_it_is_chosen() {
    // The figures are invented.
    let file = "STRUCTURE,STRUCTURE_ID,freq,unit,nace_r2,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n\
        dataflow,ESTAT:HSW_N2_02(1.0),A,NR,TOTAL,EU27_2020,2022,3300,\n\
        dataflow,ESTAT:HSW_N2_02(1.0),A,NR,F,EU27_2020,2022,750,\n\
        dataflow,ESTAT:HSW_N2_02(1.0),A,NR,F,DE,2022,80,\n\
        dataflow,ESTAT:HSW_N2_02(1.0),A,RT_INC,F,EU27_2020,2022,5.1,\n";
    let read = |counter: &str, unit, only: &[(&str, &str)]| {
        let choice = Choice {
            counter: counter.to_owned(),
            unit,
            ..choice(only)
        };
        shown(&sdmx::read(file.as_bytes(), &choice).unwrap().series)
    };
    let chosen = [("geo", "EU27_2020"), ("unit", "NR")];
    assert_eq!(
        read("eurostat", Unit::Fatal, &chosen),
        ["2022 KZ all 3300", "2022 KZ F 750"],
        "the place that was chosen is the whole"
    );
    let none: [&str; 0] = [];
    assert_eq!(
        read("eurostat", Unit::Fatal, &[("unit", "NR")]),
        none,
        "no place was chosen"
    );
    assert_eq!(
        read("eurostat", Unit::Employees, &chosen),
        none,
        "they divide nothing here"
    );
    assert_eq!(
        read("ministry", Unit::Fatal, &chosen),
        none,
        "nobody's counter here"
    );
}

#[test]
fn headers_with_labels_and_of_the_older_version_are_read() {
    let file = "DATAFLOW;LAST UPDATE;freq: Time frequency;unit: Unit;geo: Place;TIME_PERIOD: Time;OBS_VALUE: Value\n\
        ESTAT:X(1.0);13/06/25;A: Annual;NR: Number;KZ: Kazakhstan;2024: 2024;2471\n";
    let found = sdmx::read(file.as_bytes(), &choice(&[])).unwrap();
    assert_eq!(shown(&found.series), ["2024 KZ all 2471"]);
}

#[test]
fn names_in_columns_of_their_own_commas_and_rows_that_take_back_are_understood() {
    let file = "STRUCTURE[|];STRUCTURE_ID;STRUCTURE_NAME;ACTION;SERIES_KEY;unit;Unit;geo;Place;TIME_PERIOD;Time;OBS_VALUE;Value\n\
        dataflow;A:X(1.0);Employed;I;THS.KZ;THS;Thousand;KZ;Kazakhstan;2024;2024;9214,184;\n\
        dataflow;A:X(1.0);Employed;I;THS.KZ-71;THS;Thousand;KZ-71;Astana;2024;2024;579,42;\n\
        dataflow;A:X(1.0);Employed;D;THS.KZ-75;THS;Thousand;KZ-75;Almaty;2024;2024;-;\n";
    let found = sdmx::read(file.as_bytes(), &choice(&[])).unwrap();
    assert_eq!(
        shown(&found.series),
        ["2024 KZ all 9214184", "2024 71 all 579420"]
    );
    assert_eq!(
        found.skipped,
        BTreeMap::from([(("action".to_owned(), "D".to_owned()), 1)])
    );
    let grouped = "geo,unit,TIME_PERIOD,OBS_VALUE\nKZ,THS,2024,\"9,214\"\n";
    assert_eq!(
        sdmx_errors(grouped, &[])[0].2,
        Problem::NotACount,
        "nine, or nine thousand?"
    );
}

#[test]
fn a_dimension_behind_the_value_is_one_all_the_same() {
    let file = "STRUCTURE,STRUCTURE_ID,OBS_VALUE,OBS_STATUS,TIME_PERIOD,geo,sex\n\
        dataflow,A:X(1.0),7,A,2024,KZ,F\n\
        dataflow,A:X(1.0),9,P,2023,KZ,M\n";
    assert_eq!(
        sdmx_errors(file, &[])[0],
        (3, "sex".to_owned(), Problem::NoChoice)
    );
}

#[test]
fn rows_that_count_different_things_are_never_added_up() {
    let file = format!("{SDMX}dataflow,ESTAT:HSW_N2_01(1.0),A,THS_PER,TOTAL,KZ,F,2024,4500,,\n");
    assert_eq!(
        sdmx_errors(&file, &[]),
        [(11, "sex".to_owned(), Problem::NoChoice)]
    );
    let women = sdmx::read(file.as_bytes(), &choice(&[("sex", "F")])).unwrap();
    assert_eq!(shown(&women.series), ["2024 KZ all 4500000"]);
    assert_eq!(women.not_chosen, 9);
}

#[test]
fn rates_unknown_regions_and_weeks_are_refused() {
    let file = SDMX.replace("THS_PER,TOTAL,35,T,2025-03", "PC_POP,TOTAL,35,T,2025-03");
    assert_eq!(
        sdmx_errors(&file, &[])[0].2,
        Problem::NoChoice,
        "two units are two things"
    );
    let rate = SDMX.replace("THS_PER", "PC_POP");
    assert!(matches!(
        sdmx_errors(&rate, &[])[0].2,
        Problem::UnknownWord { .. }
    ));
    let file = SDMX
        .replace("KZ35", "KZ99")
        .replace("2025-03", "2025-W07")
        .replace("583.886", "583.8861");
    let expected = [
        (3, "OBS_VALUE", Problem::NotACount),
        (5, "geo", Problem::NotARegion),
        (6, "TIME_PERIOD", Problem::NotAPeriod),
    ];
    assert_eq!(
        sdmx_errors(&file, &[]),
        expected.map(|(line, column, problem)| (line, column.to_owned(), problem))
    );
}

proptest! {
    #[test]
    fn no_bytes_stop_the_readers(
        file in prop::sample::select(&[PLAIN, SDMX, ""][..]),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
        rest in prop::collection::vec(any::<u8>(), 0..60),
    ) {
        let mut file = file.as_bytes().to_vec();
        for (place, byte) in damage.into_iter().filter(|_| !file.is_empty()).collect::<Vec<_>>() {
            let place = place.index(file.len());
            file[place] = byte;
        }
        file.extend(rest);
        let _ = csv::read(file.as_slice());
        let _ = sdmx::read(file.as_slice(), &choice(&[("sex", "T")]));
    }
}
