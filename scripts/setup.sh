#!/usr/bin/env bash
# Installs what is missing, and only that; a second run does nothing.
#
#   scripts/setup.sh build   what building and running need: a C compiler, the locked crates, the node modules
#   scripts/setup.sh test    that, and everything that `make test` needs
#   scripts/setup.sh bench   the build's needs, and what the benchmarks are compared with
#
# System packages are installed where this runs as root on Debian or its kin; elsewhere the exact command is printed
# and the script fails. Rust and cargo tools go to .tools/, nothing of the user's own is changed.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

readonly DENY_VERSION=0.20.2 NEXTEST_VERSION=0.9.143 FUZZ_VERSION=0.13.2

main() {
  local section=${1:-build} started=$SECONDS
  case $section in
    build | test | bench) ;;
    *) fail "unknown section '$section'" "use: scripts/setup.sh build | test | bench" ;;
  esac
  say "set-up for '$section': only what is missing is installed"
  system_packages "$section"
  rust
  node_modules
  if [[ $section == test ]]; then
    rust_components
    cargo_tool cargo-deny "$DENY_VERSION"
    cargo_tool cargo-nextest "$NEXTEST_VERSION"
    fuzzer
    python_tools
    report_docker
  fi
  say "set-up for '$section' is complete ($(elapsed $((SECONDS - started))))"
}

# --- system packages -------------------------------------------------------------------------------------------------

# Each line: the Debian package, and the command or (with a slash) the file pattern that shows it is there.
packages_of() {
  cat <<'LIST'
gcc             cc
libc6-dev       /usr/include/stdlib.h
ca-certificates /etc/ssl/certs/ca-certificates.crt
LIST
  case $1 in
    test)
      cat <<'LIST'
g++               c++
chromium          chromium
fonts-dejavu-core /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
strace            strace
curl              curl
git               git
python3           python3
python3-venv      /usr/lib/python3*/ensurepip
shellcheck        shellcheck
LIST
      ;;
    bench)
      cat <<'LIST'
curl                    curl
python3                 python3
python3-venv            /usr/lib/python3*/ensurepip
prometheus-alertmanager prometheus-alertmanager
LIST
      ;;
  esac
}

system_packages() {
  local missing=() package sign
  while read -r package sign; do
    if [[ $sign == /* ]]; then
      compgen -G "$sign" >/dev/null || missing+=("$package")
    else
      have "$sign" || missing+=("$package")
    fi
  done < <(packages_of "$1")
  if ((${#missing[@]} == 0)); then
    say "system packages: all there"
    return
  fi
  local command="apt-get install -y --no-install-recommends ${missing[*]}"
  have apt-get || fail "system packages are missing: ${missing[*]}" \
    "This is not Debian or one of its kin: install what corresponds to them, then run this again."
  [[ $(id -u) == 0 ]] || fail "system packages are missing, and only root may install them" "Run: sudo $command"
  say "system packages: installing ${missing[*]}"
  mkdir -p "$TOOLS"
  apt-get update -qq
  # shellcheck disable=SC2086 # the command is a list of words
  DEBIAN_FRONTEND=noninteractive $command >"$TOOLS/apt.log" 2>&1 || {
    tail -n 20 "$TOOLS/apt.log" >&2
    fail "apt-get could not install ${missing[*]}" "The whole log is $TOOLS/apt.log"
  }
}

# --- Rust ------------------------------------------------------------------------------------------------------------

rust() {
  have cargo || fail "Rust is missing" "Install it from https://rustup.rs, then run this again."
  say "crates: fetching what Cargo.lock names and this machine lacks"
  cargo fetch --locked --quiet
}

rust_components() {
  local component
  for component in rustfmt clippy; do
    if cargo "${component/rustfmt/fmt}" --version >/dev/null 2>&1; then continue; fi
    have rustup || fail "the Rust component $component is missing" \
      "Install it with your package manager (Debian: apt-get install ${component/clippy/rust-clippy}) or use rustup."
    say "$component: adding it to the toolchain"
    rustup component add "$component"
  done
}

# cargo_tool NAME VERSION: builds a cargo subcommand from source into .tools/, once, unless PATH has one.
cargo_tool() {
  local name=$1 version=$2 log="$TOOLS/$1.log" started=$SECONDS
  if have "$name"; then
    say "$name: $("$name" --version 2>/dev/null | head -n 1)"
    return
  fi
  mkdir -p "$TOOLS"
  say "$name $version: building it once, a few minutes (log: ${log#"$ROOT"/})"
  # These tools wait for files and processes; an optimised build would only cost time.
  CARGO_TARGET_DIR="$TOOLS/build" \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_DEBUG=0 \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_STRIP=symbols \
    cargo install --locked --version "$version" --root "$TOOLS" "$name" >"$log" 2>&1 || {
    tail -n 30 "$log" >&2
    fail "$name $version could not be built" "The whole log is $log"
  }
  rm -rf "$TOOLS/build"
  say "$name $version: built in $(elapsed $((SECONDS - started)))"
}

fuzzer() {
  if have_nightly; then
    cargo_tool cargo-fuzz "$FUZZ_VERSION"
  else
    loud "NO NIGHTLY RUST TOOLCHAIN: the fuzz targets will not run." \
      "To have them: rustup toolchain install nightly --profile minimal"
  fi
}

# --- Node and Python -------------------------------------------------------------------------------------------------

node_modules() {
  if ! have node || ! have npm; then
    fail "Node is missing" "Install Node 20.19 or newer with npm, then run this again."
  fi
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
    fail "Node $(node --version) is too old" "Install Node 20.19 or newer."
  local stamp=web/node_modules/.installed wanted
  wanted="$(node --version) $(sha256sum <web/package-lock.json)"
  if [[ -f $stamp && $(<"$stamp") == "$wanted" ]]; then
    say "node modules: as web/package-lock.json names them"
    return
  fi
  say "node modules: installing what web/package-lock.json names"
  (cd web && npm ci --no-audit --no-fund --loglevel=error)
  printf '%s' "$wanted" >"$stamp"
}

# Linters that exist as Python wheels only; their hashes are fixed in scripts/python-tools.txt.
python_tools() {
  local stamp="$TOOLS/python/.installed"
  if [[ -f $stamp ]] && cmp -s scripts/python-tools.txt "$stamp" && have hadolint; then
    say "python tools: all there"
    return
  fi
  say "python tools: installing scripts/python-tools.txt into .tools/python"
  rm -rf "$TOOLS/python"
  # The system's Python: another one on PATH may vanish under the tools.
  local python=/usr/bin/python3
  [[ -x $python ]] || python=python3
  "$python" -m venv "$TOOLS/python"
  "$TOOLS/python/bin/pip" install --quiet --disable-pip-version-check --require-hashes --only-binary=:all: \
    -r scripts/python-tools.txt
  cp scripts/python-tools.txt "$stamp"
}

report_docker() {
  if have docker && docker info >/dev/null 2>&1; then return; fi
  loud "NO DOCKER ENGINE: the Dockerfile is linted, its image is not built."
}

main "$@"
