#!/usr/bin/env bash
# Every check and test of the repository, each as a step with a name.
#
#   scripts/test.sh                 set-up, then every step
#   scripts/test.sh clippy nextest  these steps only, without set-up
#   scripts/test.sh --list          the steps and what they check
#
# A failed step does not hide the others: the run goes on, lists the failures at its end and exits 1. Only a step that
# needs the failed one is left out, and says so. Each step's output is kept in target/test-logs/.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

LOGS="$TARGET/test-logs"
FUZZ_SECONDS=${FUZZ_SECONDS:-20}
RESULTS=()
declare -A FAILED=()

# The order builds the web first, since the program embeds it, and the program once: nextest, the generated files and
# the browser tests share its debug build.
STEPS=(
  'fmt|Rust sources are formatted'
  'scripts|shell scripts pass shellcheck'
  'dockerfile|the Dockerfile passes hadolint'
  'unit|the systemd unit is valid and hardened'
  'deny|dependencies: bans, licences, sources'
  'web-lint|web sources pass Biome'
  'web-types|web sources pass the type check'
  'web-unit|web unit tests'
  'web-build|the screens are built'
  'clippy|no warning of clippy in any target'
  'nextest|unit and integration tests'
  'doctest|examples in the documentation run'
  'doc|the documentation builds without a warning'
  'generated|generated files are up to date'
  'browser|browser tests against the real program'
  'fuzz|a short run of each fuzz target'
)

step_fmt() {
  cargo fmt --all --check
  local manifest
  for manifest in fuzz/Cargo.toml bench/Cargo.toml; do
    if [[ -f $manifest ]]; then cargo fmt --manifest-path "$manifest" --check; fi
  done
}

step_scripts() { shellcheck --external-sources scripts/*.sh bench/run.sh .ci/run; }

step_dockerfile() { hadolint --failure-threshold info Dockerfile && echo "hadolint: no findings"; }

step_unit() { scripts/check-unit.sh; }

step_deny() { cargo deny --locked check bans licenses sources; }

step_web-lint() { npm --prefix web run lint; }
step_web-types() { npm --prefix web run typecheck; }
step_web-unit() { npm --prefix web run test; }
step_web-build() { scripts/build-web.sh; }

step_clippy() {
  cargo clippy --workspace --all-targets --locked -- -D warnings
  if [[ -f bench/Cargo.toml ]]; then
    CARGO_TARGET_DIR="$TARGET" cargo clippy --manifest-path bench/Cargo.toml --all-targets --locked -- -D warnings
  fi
}

step_nextest() { cargo nextest run --workspace --locked --profile ci; }
step_doctest() { cargo test --doc --workspace --locked; }
step_doc() { RUSTDOCFLAGS='-D warnings' cargo doc --workspace --no-deps --locked; }
step_generated() { scripts/check-generated.sh; }

step_browser() {
  # All targets, as nextest builds them: the program alone would have its dependencies built anew, with fewer features.
  cargo build --workspace --all-targets --locked
  # Twice: against the program, and against the wire server for what only that can do (fall silent, lose a stream).
  SAQTA_BIN="$TARGET/debug/saqta" npm --prefix web run e2e
  npm --prefix web run e2e
}

step_fuzz() { scripts/fuzz.sh "$FUZZ_SECONDS"; }

# The step without which this one says nothing.
need_of() {
  case $1 in
    generated | browser) echo web-build ;;
    *) ;;
  esac
}

run_step() {
  local name=$1 what=$2 started=$SECONDS need status
  need=$(need_of "$name")
  if [[ -n $need && -n ${FAILED[$need]:-} ]]; then
    RESULTS+=("NOT RUN  $name: needs $need, which failed")
    FAILED[$name]=1
    return
  fi
  printf '\n==> %s: %s\n' "$name" "$what"
  # Not as a condition: `set -e` must hold inside the step.
  set +e
  (
    set -e
    "step_$name"
  ) 2>&1 | tee "$LOGS/$name.log"
  status=${PIPESTATUS[0]}
  set -e
  local took
  took=$(elapsed $((SECONDS - started)))
  if ((status == 0)); then
    RESULTS+=("passed   $name ($took)")
    printf '<== %s: passed in %s\n' "$name" "$took"
  else
    RESULTS+=("FAILED   $name ($took), log: $LOGS/$name.log")
    FAILED[$name]=1
    printf '<== %s: FAILED (exit %d) after %s\n' "$name" "$status" "$took"
  fi
}

# plain FILE: a log without colours.
plain() { sed 's/\x1b\[[0-9;]*m//g' "$1"; }

closing_lines() {
  printf '\n==> all steps, %s\n' "$(elapsed "$SECONDS")"
  printf '  %s\n' "${RESULTS[@]}"
  if [[ -f $LOGS/fuzz.log ]]; then { grep '^!!' "$LOGS/fuzz.log" || true; } | sed 's/^/  /'; fi
  if [[ -f $LOGS/web-unit.log ]]; then plain "$LOGS/web-unit.log" | grep -E '^ *(Test Files|Tests) ' || true; fi
  if [[ -f $LOGS/browser.log ]]; then
    plain "$LOGS/browser.log" | grep -E '^ +[0-9]+ (passed|failed|flaky|skipped|did not run)' | sed 's/^ */  browser tests: /' || true
  fi
  if [[ -f $LOGS/nextest.log ]]; then
    plain "$LOGS/nextest.log" | grep -E '^ +(FAIL|TIMEOUT|SIG[A-Z]+) ' | sort -u || true
    plain "$LOGS/nextest.log" | grep -E '^ +Summary ' || true
  fi
  if ((${#FAILED[@]} == 0)); then
    say "everything passed"
  else
    say "FAILED: ${!FAILED[*]}"
  fi
}

main() {
  if [[ ${1:-} == --list ]]; then
    printf '%s\n' "${STEPS[@]}" | sed 's/|/\t/' | expand -t 14
    return
  fi
  if (($# == 0)); then scripts/setup.sh test; fi
  rm -rf "$LOGS"
  mkdir -p "$LOGS"
  local step name wanted=" $* "
  for name in "$@"; do
    [[ " ${STEPS[*]%%|*} " == *" $name "* ]] || fail "there is no step '$name'" "See: scripts/test.sh --list"
  done
  for step in "${STEPS[@]}"; do
    name=${step%%|*}
    if (($# == 0)) || [[ $wanted == *" $name "* ]]; then run_step "$name" "${step#*|}"; fi
  done
  closing_lines
  ((${#FAILED[@]} == 0))
}

main "$@"
