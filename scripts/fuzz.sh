#!/usr/bin/env bash
# Runs every fuzz target for a number of seconds (60 by default): scripts/fuzz.sh [SECONDS] [TARGET…]
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

seconds=${1:-60}
shift || true

if ! have_nightly; then
  loud "NO NIGHTLY RUST TOOLCHAIN: the fuzz targets did not run." \
    "To have them: rustup toolchain install nightly --profile minimal"
  exit 0
fi
have cargo-fuzz || fail "cargo-fuzz is missing" "Run: scripts/setup.sh test"

targets=("$@")
if ((${#targets[@]} == 0)); then mapfile -t targets < <(cargo +nightly fuzz list); fi
((${#targets[@]} > 0)) || fail "there is no fuzz target in fuzz/"

say "building ${#targets[@]} fuzz targets"
cargo +nightly fuzz build
for target in "${targets[@]}"; do
  say "fuzzing $target for $seconds s"
  # The fuzzer's own lines are many; a finding repeats the input and how to run it again.
  log=$(mktemp)
  # A target that keeps an engine between runs looks like a leak at every run, and looking costs most of the time.
  if ! cargo +nightly fuzz run "$target" -- -max_total_time="$seconds" -timeout=10 -detect_leaks=0 >"$log" 2>&1; then
    tail -n 60 "$log"
    rm -f "$log"
    fail "the fuzz target $target found something" "Run it again with the artifact named above."
  fi
  grep -E '^Done ' "$log" || true
  rm -f "$log"
done
