#!/usr/bin/env bash
# Makes the generated files anew and fails if any of them changes.
#
# The API's description (docs/openapi.json) is compared with the program by the server's own test; from it come the
# types of the web client. Compared with the files as they are, not as committed, so that it may run amid work.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

readonly GENERATED=(web/src/api/generated)

before=$(mktemp -d)
trap 'rm -rf "$before"' EXIT
for path in "${GENERATED[@]}"; do
  mkdir -p "$before/$path"
  cp -R "$path/." "$before/$path"
done

npm --prefix web run generate

for path in "${GENERATED[@]}"; do
  diff -ru "$before/$path" "$path" || fail "$path was not up to date" "It is now: look at the change and commit it."
done
say "generated files are up to date"
