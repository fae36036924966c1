#!/usr/bin/env bash
# Checks deploy/saqta.service: valid, and as closed as it is meant to be.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# systemd's exposure level in tenths (0 best, 100 worst) that the unit must stay under.
readonly MAX_EXPOSURE=20

if ! have systemd-analyze; then
  loud "NO systemd-analyze: deploy/saqta.service was not checked."
  exit 0
fi

# The program need not be installed where it is tested: any executable stands in for it.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sed 's|/usr/local/bin/saqta|/bin/true|' deploy/saqta.service >"$folder/saqta.service"

# systemd prints some findings and still exits 0: what it says of this file counts.
findings=$(systemd-analyze verify --man=no "$folder/saqta.service" 2>&1 | grep -F saqta.service || true)
[[ -z $findings ]] || fail "the unit is not valid" "$findings"
say "deploy/saqta.service is valid"

systemd-analyze security --offline=true --threshold="$MAX_EXPOSURE" --no-pager "$folder/saqta.service" |
  grep -E 'Overall exposure' || fail "the unit is more exposed than $MAX_EXPOSURE tenths allow" \
  "See: systemd-analyze security --offline=true deploy/saqta.service"
