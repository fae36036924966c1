//! `saqta figures series`.

use crate::support::{Place, Serving};

/// Two series; the figures are synthetic.
const SERIES: &str = "series,counter,unit,source,published,period,region,activity,value\n\
    employees,synthetic,employees,a bulletin,,2025,35,,410000\n\
    injured,synthetic-ministry,injured,a release,,2025-Q1,,,293\n";

#[test]
fn series_are_taken_in_from_a_file_into_a_folder_or_a_running_server() {
    let place = Place::hospital();
    let people = place.write(
        "people.toml",
        "[[accounts]]\nlogin = \"analyst\"\nroles = [{ role = \"analyst\" }]\n",
    );
    place.run(["apply", "--data", &place.data(), &people]).expect(0);
    let file = place.write("series.csv", SERIES);
    let into_folder = || place.run(["figures", "series", &file, "--data", &place.data()]);
    assert_eq!(into_folder().expect(0).out, "taken in: employees@1, injured@1\n");
    assert_eq!(into_folder().expect(0).out, "taken in: employees@1, injured@1\n");
    let wrong = place.write("wrong.csv", &SERIES.replace("2025,35", "2025,99"));
    let ran = place.run(["figures", "series", &wrong, "--data", &place.data()]);
    assert!(ran.err.contains("line 2, region"), "{}", ran.err);
    ran.expect_misuse("1 cell of");

    let token = place.token(&["--account", "analyst"]);
    let serving = Serving::start(&place, &[]);
    let changed = place.write("changed.csv", &SERIES.replace(",293", ",294"));
    let address = serving.url();
    let server = ["--server", &address, "--token-file", &token];
    let send = |file: &str| place.run([&["figures", "series", file][..], &server[..]].concat());
    assert_eq!(send(&changed).expect(0).out, "taken in: employees@1, injured@2\n");
    let sdmx = "STRUCTURE,STRUCTURE_ID,freq,unit,geo,TIME_PERIOD,OBS_VALUE\n\
        dataflow,X,A,THS_PER,KZ,2025,9214.184\n";
    let sdmx = place.write("aggregates.csv", sdmx);
    send(&sdmx).expect_misuse("does not say `id`");
    let said = [
        "--id",
        "employed",
        "--counter",
        "synthetic",
        "--unit",
        "employed",
        "--source",
        "an office",
    ];
    let ran = place.run([&["figures", "series", &sdmx][..], &server[..], &said[..]].concat());
    assert_eq!(ran.expect(0).out, "taken in: employed@1\n");
    let listed = serving
        .client_with(&token)
        .get("/api/v1/series")
        .expect(200)
        .to_string();
    assert!(listed.contains("9214184") && listed.contains("294"), "{listed}");
    serving.stop();
}
