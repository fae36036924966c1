#!/usr/bin/env bash
# Builds the screens into web/dist, which the program embeds.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# The bundler empties the folder. It must never lack this file: without the folder cargo would link the program anew on
# every build, and a clone without built screens would not compile.
trap 'mkdir -p web/dist && touch web/dist/.gitkeep' EXIT
npm --prefix web run build
