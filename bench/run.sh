#!/usr/bin/env bash
# Measures Saqta beside other software and the bare disk, and appends the figures to bench/README.md.
#
#   make bench                    set-up, release build, the whole measuring (about a quarter of an hour)
#   bench/run.sh                  the measuring, with the program that is built
#   bench/run.sh --quick          tiny rounds, to see that everything works; nothing is appended
#   bench/run.sh --rounds 5       more rounds
#   bench/run.sh --only rates     one section: beside, screen, rates, crowd or journal; nothing is appended
#   bench/run.sh --only register  the section on the register of injuries; it is appended, since it stands by itself
#
# Set-up and the release build are made by themselves where they are missing: a fresh clone needs no other command.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/../scripts/lib.sh"

readonly PYTHON="$TOOLS/bench-python"
# Percent of the processors that other programs may take during the run; above this the figures are marked.
readonly QUIET=5

# What Saqta is compared with in Python, in an environment of its own, with the hashes of bench/python.txt.
python_packages() {
  if [[ -f $PYTHON/.installed ]] && cmp -s bench/python.txt "$PYTHON/.installed"; then return; fi
  say "pysiaalarm, pandas: installing bench/python.txt into .tools/bench-python"
  local python=/usr/bin/python3
  [[ -x $python ]] || python=python3
  rm -rf "$PYTHON"
  "$python" -m venv "$PYTHON" || fail "no Python environment could be made" "Run: scripts/setup.sh bench"
  "$PYTHON/bin/pip" install --quiet --disable-pip-version-check --require-hashes --only-binary=:all: -r bench/python.txt
  cp bench/python.txt "$PYTHON/.installed"
}

# python_version PACKAGE
python_version() {
  "$PYTHON/bin/pip" --disable-pip-version-check show "$1" 2>/dev/null | awk '/^Version/ { print $2 }'
}

# machine: one line a fact.
machine() {
  local model memory disk
  model=$(awk -F ': ' '/^model name/ { print $2; exit }' /proc/cpuinfo)
  memory=$(awk '/^MemTotal/ { printf "%.0f GB", $2 / 1e6 }' /proc/meminfo)
  disk=$(df --output=fstype,source "$work" | tail -n 1 | awk '{ print $1 " on " $2 }')
  printf -- '- %s cores of %s, %s; data on %s\n' "$(nproc)" "${model:-an unknown processor}" "$memory" "$disk"
  printf -- '- Linux %s; %s; %s\n' "$(uname -r)" "$(rustc --version)" "$("$PYTHON/bin/python" --version)"
  printf -- '- Saqta %s; alertmanager %s; pysiaalarm %s; pandas %s; SQLite %s\n' \
    "$(git describe --always --dirty 2>/dev/null || echo unknown)" \
    "$(dpkg-query -W -f '${Version}' prometheus-alertmanager 2>/dev/null || echo unknown)" \
    "$(python_version pysiaalarm)" "$(python_version pandas)" \
    "$("$PYTHON/bin/python" -c 'import sqlite3; print(sqlite3.sqlite_version)')"
}

# busy: seconds that all processors have worked, for anybody.
busy() { awk '/^cpu / { print ($2 + $3 + $4 + $7 + $8 + $9) / 100 }' /proc/stat; }

# own: sets OWN to the seconds of that which this script's ended programs took. (A subshell would not know them.)
own() {
  times >"$work/times"
  OWN=$(awk 'NR == 2 { split($1, ours, /[ms]/); split($2, kernel, /[ms]/)
    print ours[1] * 60 + ours[2] + kernel[1] * 60 + kernel[2] }' "$work/times")
}

# others BUSY_BEFORE OWN_BEFORE SECONDS: percent of the processors that other programs took since.
others() {
  own
  awk -v busy="$(busy)" -v busy_before="$1" -v own="$OWN" -v own_before="$2" -v seconds="$3" -v cores="$(nproc)" \
    'BEGIN { percent = 100 * (busy - busy_before - own + own_before) / (seconds * cores)
      printf "%.0f", (percent > 0 ? percent : 0) }' >"$work/others"
}

# What the register is compared with is all Python: it does without the other set-up.
if [[ " $* " != *" --only register "* ]] && ! have prometheus-alertmanager; then scripts/setup.sh bench; fi
[[ -x $TARGET/release/saqta ]] || scripts/build.sh
python_packages

say "building the load generator"
CARGO_TARGET_DIR="$TARGET" cargo build --release --locked --manifest-path bench/Cargo.toml

work=$(mktemp -d "${SAQTA_BENCH_DIR:-${TMPDIR:-/var/tmp}}/saqta-bench-XXXXXX")
trap 'rm -rf "$work"' EXIT
own
started=$SECONDS busy_before=$(busy) own_before=$OWN
say "measuring; the machine should do nothing else"
"$TARGET/release/saqta-bench" --saqta "$TARGET/release/saqta" \
  --alertmanager "$(command -v prometheus-alertmanager || echo missing)" \
  --python "$PYTHON/bin/python" --receiver bench/receiver.py --tables bench/register.py --work "$work" "$@" >"$work/tables.md"
took=$((SECONDS - started))
others "$busy_before" "$own_before" "$took"
percent=$(<"$work/others")

{
  printf '\n### %s\n\n' "$(date -u '+%Y-%m-%d %H:%M UTC')"
  # shellcheck disable=SC2016 # the backquotes are Markdown's
  printf -- '- `bench/run.sh%s`, %s\n' "${*:+ $*}" "$(elapsed "$took")"
  machine
  printf -- '- other programs took %s %% of the processors during the run\n' "$percent"
  if ((percent > QUIET)); then
    printf -- '- **measured beside other work: a quiet machine gives better figures**\n'
  fi
  printf '\n'
  cat "$work/tables.md"
} >"$work/results.md"
cat "$work/results.md"
only=" $* "
only=${only/ --only register / }
if [[ $only == *" --quick "* || $only == *" --only "* ]]; then
  say "not a whole run: nothing was appended to bench/README.md"
else
  cat "$work/results.md" >>bench/README.md
  say "appended to bench/README.md"
fi
