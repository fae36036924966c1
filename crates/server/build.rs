//! Embeds the built screens (`web/dist`) into the program: each file as it is and, where that is smaller, gzipped.
//!
//! An empty folder makes a program without screens, which says so.

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

const DIST: &str = "../../web/dist";

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let dist = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join(DIST);
    // A folder that is missing would make cargo run this again every time.
    if dist.is_dir() {
        println!("cargo::rerun-if-changed={DIST}");
    } else {
        println!("cargo::rerun-if-changed=build.rs");
    }
    let mut files = Vec::new();
    collect(&dist, &mut files)?;
    files.sort();
    let mut table = String::from("[\n");
    for (index, file) in files.iter().enumerate() {
        let bytes = fs::read(file)?;
        let path = file.strip_prefix(&dist)?.to_string_lossy().replace('\\', "/");
        let digest: [u8; 32] = Sha256::digest(&bytes).into();
        let etag: String = digest[..12].iter().map(|byte| format!("{byte:02x}")).collect();
        let gzip = match gzipped(&bytes, &path)? {
            Some(packed) => {
                let name = out.join(format!("{index}.gz"));
                fs::write(&name, packed)?;
                format!("Some(include_bytes!({name:?}))")
            }
            None => "None".to_owned(),
        };
        writeln!(
            table,
            "    File {{ path: {:?}, etag: {etag:?}, bytes: include_bytes!({file:?}), gzip: {gzip} }},",
            format!("/{path}"),
        )?;
    }
    table.push_str("]\n");
    fs::write(out.join("screens.rs"), table)?;
    Ok(())
}

/// Every file below a folder, hidden ones aside.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), files)?;
        } else {
            files.push(entry.path());
        }
    }
    Ok(())
}

fn gzipped(bytes: &[u8], path: &str) -> Result<Option<Vec<u8>>, Box<dyn Error>> {
    let is_text = [
        ".html",
        ".js",
        ".css",
        ".svg",
        ".json",
        ".webmanifest",
        ".map",
        ".txt",
        ".ftl",
    ]
    .iter()
    .any(|end| path.ends_with(end));
    if !is_text {
        return Ok(None);
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    let packed = encoder.finish()?;
    Ok((packed.len() < bytes.len()).then_some(packed))
}
