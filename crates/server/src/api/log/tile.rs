//! `GET /log/tile/…`

use axum::extract::State;
use axum::http::HeaderMap;
use saqta_journal::TilePath;

use super::{uncached, unread, visible};
use crate::api::extract::Path;
use crate::auth::caller::Circumstances;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// Shows a tile of hashes (C2SP tlog-tiles): `LEVEL/NUMBER`, or `LEVEL/NUMBER.p/WIDTH` for a part of it.
///
/// Only hashes that the caller's checkpoint covers. Entries are not served.
#[utoipa::path(
    get, path = "/log/tile/{*path}", tag = "log", security((), ("token" = []), ("session" = [])),
    params(("path" = String, Path, description = "As `0/x001/234.p/7`.")),
    responses(
        (status = 200, description = "Hashes of 32 bytes each.", body = Vec<u8>,
            content_type = "application/octet-stream"),
        answers::NotFound, answers::Unavailable,
    ),
)]
pub(crate) async fn tile(
    State(state): State<AppState>,
    circumstances: Circumstances,
    Path(path): Path<String>,
) -> Result<(HeaderMap, Vec<u8>), Fault> {
    let tile: TilePath = format!("tile/{path}").parse().map_err(|_| Fault::NotFound)?;
    let size = visible(&state, &circumstances).await?.size;
    if !is_covered(tile, size) {
        return Err(Fault::NotFound);
    }
    let handle = state.handle.clone();
    let read = move || handle.journal().tile(tile.level, tile.number, tile.width);
    let hashes = tokio::task::spawn_blocking(read).await?.map_err(unread)?;
    Ok((uncached("application/octet-stream"), hashes.concat()))
}

/// Whether a tree of some leaves has every hash of a tile.
fn is_covered(tile: TilePath, size: u64) -> bool {
    let complete = size.checked_shr(u32::from(tile.level) * 8).unwrap_or(0);
    let end = tile
        .number
        .checked_mul(256)
        .and_then(|start| start.checked_add(u64::from(tile.width)));
    end.is_some_and(|end| end <= complete)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tile_is_covered_when_every_hash_of_it_is() {
        for (path, size, covered) in [
            ("tile/0/000", 256, true),
            ("tile/0/000", 255, false),
            ("tile/0/000.p/255", 255, true),
            ("tile/0/001.p/1", 257, true),
            ("tile/0/001.p/1", 256, false),
            ("tile/1/000.p/1", 256, true),
            ("tile/1/000.p/2", 511, false),
            ("tile/63/000.p/1", u64::MAX, false),
        ] {
            assert_eq!(
                is_covered(path.parse().unwrap(), size),
                covered,
                "{path} of {size}"
            );
        }
    }
}
