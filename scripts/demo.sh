#!/usr/bin/env bash
# Set-up, build, then the demo. Options are handed to `saqta demo`.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

cat <<'TEXT'

  Saqta: from a press to the guard's screen.

  First the program is built; on a new machine that takes some minutes. Then this terminal shows
  an address and the sign-ins of invented people. What you will see there:

    - a guard's console with five invented sites, calm
    - a nurse who asks for company before anything happens
    - a wall button, pressed through a real alarm panel's protocol: red, loud, counting
    - how the alarm is taken, reached and closed, from the keyboard
    - the server killed in the middle of it, and nothing lost
    - the record checked, then one byte of a copy changed, and found

  Ctrl-C ends the demo.

TEXT

scripts/build.sh
say "starting the demo"
exec "$TARGET/release/saqta" demo "$@"
