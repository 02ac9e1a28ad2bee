#!/usr/bin/env bash
# Finds Node 20 or newer and becomes it: `exec` all the way, so that node itself gets the signals of a cancel.
# The runner brings a Node of its own but does not put it on PATH. Works with bash 3.2 (macOS).
set -u

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd) || exit 1
program="$here/../dist/index.js"

fits() {
  local version
  version=$("$1" --version 2>/dev/null) || return 1
  [[ $version =~ ^v([0-9]+)\. ]] && [ "${BASH_REMATCH[1]}" -ge 20 ]
}

# Short-lived objects get little room, so that many keys take little memory: https://nodejs.org/api/cli.html
room=--max-semi-space-size=4

on_path=$(command -v node) && fits "$on_path" && exec "$on_path" "$room" "$program" "$@"

# Next to the work folder on the machine; /__e in a job container; _alpine where there is no glibc.
for externals in "${RUNNER_TEMP:-/none}/../../externals" /__e "$here/../../../../../../externals"; do
  for name in node24 node24_alpine node20 node20_alpine; do
    candidate="$externals/$name/bin/node"
    [ -x "$candidate" ] && fits "$candidate" && exec "$candidate" "$room" "$program" "$@"
  done
done

found=${on_path:+" PATH has $("$on_path" --version 2>/dev/null) only."}
echo "::error title=RK1007 Node is too old::Rekey needs Node 20 or newer and found none.${found} Add actions/setup-node with node-version 24 before this step."
exit 2
