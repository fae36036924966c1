#!/usr/bin/env bash
# Builds the release program with the screens inside.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

say "1 of 3: set-up"
scripts/setup.sh build
say "2 of 3: building the screens"
scripts/build-web.sh
say "3 of 3: building the program (the first time some minutes)"
cargo build --release --locked --package saqta
say "built: $TARGET/release/saqta ($(du -h "$TARGET/release/saqta" | cut -f1), screens inside)"
