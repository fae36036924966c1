# Shared by the scripts of this folder: where things are, how they speak. Sourced, never run.
# shellcheck shell=bash

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
TOOLS="$ROOT/.tools"
# shellcheck disable=SC2034 # used by the scripts that source this
TARGET=$(realpath -m "${CARGO_TARGET_DIR:-$ROOT/target}")
export PATH="$TOOLS/bin:$TOOLS/python/bin:$PATH"
# The browser tests use the system's Chromium; npm must not fetch another.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
cd "$ROOT" || exit 1

# say TEXT: one line of progress.
say() { printf '== %s\n' "$*"; }

# loud TEXT…: something a reader must not overlook, though the run goes on.
loud() {
  printf '\n!! %s\n' "$1"
  shift
  if (($# > 0)); then printf '!! %s\n' "$@"; fi
  printf '\n'
}

# fail TEXT…: what happened and what to do, then the end.
fail() {
  printf '\n** %s\n' "$1" >&2
  shift
  if (($# > 0)); then printf '   %s\n' "$@" >&2; fi
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# Is a nightly Rust toolchain, which the fuzzer needs, installed?
have_nightly() { have rustup && rustup toolchain list 2>/dev/null | grep -q '^nightly'; }

# elapsed SECONDS: "41 s" or "3 min 05 s".
elapsed() {
  if (($1 < 60)); then printf '%d s' "$1"; else printf '%d min %02d s' $(($1 / 60)) $(($1 % 60)); fi
}
