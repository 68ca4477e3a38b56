#!/usr/bin/env bash
# The one command: restore, format check, build, every test. Last line: "N passed, N failed"; a step that fails counts as one failure.
# Needs the .NET SDK named in global.json, and Node. Installs PostgreSQL and Chromium from Debian's packages where they are missing: the tests start
# them by themselves.
set -uo pipefail
exec 2>&1                                    # one stream, so that the last line is the last
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

solution=Koers.slnx
configuration=Release
failed_steps=0

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1
export MSBUILDDISABLENODEREUSE=1             # leave no process behind that holds this script's output open
[ -n "${HOME:-}" ] || export HOME="${TMPDIR:-/tmp}"

report() { # passed failed
  printf '%d passed, %d failed\n' "$1" "$2"
  [ "$2" -eq 0 ] && [ "$1" -gt 0 ]
  exit
}

step() { # title command...
  printf '\n== %s\n' "$1"
  shift
  "$@" && return 0
  failed_steps=$((failed_steps + 1))
  printf '!! failed: %s\n' "$*"
  return 1
}

if ! command -v dotnet > /dev/null; then
  echo 'The .NET SDK is missing. Install version 10 or later (global.json names it) and run this command again.'
  report 0 1
fi

# Where ICU is not installed .NET stops, unless it is told to do without; it then speaks English and knows no language by name
if [ "$(uname -s)" = Linux ] && ! compgen -G '/usr/lib*/libicuuc.so*' > /dev/null && ! compgen -G '/usr/lib*/*/libicuuc.so*' > /dev/null; then
  export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
fi
case "${DOTNET_SYSTEM_GLOBALIZATION_INVARIANT:-0}" in
  1 | true) unset DOTNET_CLI_UI_LANGUAGE ;;
  *) export DOTNET_CLI_UI_LANGUAGE=en ;;     # the summary is read below
esac

install_postgresql() {
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
  "${as_root[@]}" apt-get update -q && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends postgresql
}
if ! compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null; then
  step 'Install PostgreSQL' install_postgresql || echo 'Install PostgreSQL 15 or later by hand; its tests fail without it.'
fi

# A real browser looks at the pages
install_chromium() {
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
  "${as_root[@]}" apt-get update -q && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium
}
if [ ! -x /usr/bin/chromium ]; then
  step 'Install Chromium' install_chromium || echo 'Install Chromium by hand as /usr/bin/chromium; the tests of the pages fail without it.'
fi

# The linter of the description of the API
if command -v npm > /dev/null; then
  step 'Install the linter of the API' npm ci --prefix eng/api-rules --no-progress
else
  echo 'Node with npm is missing; the test of the description of the API fails without it.'
fi

step 'Restore, exactly as the lock files say' dotnet restore "$solution" --locked-mode || report 0 "$failed_steps"
step 'Format' dotnet format "$solution" --verify-no-changes --no-restore
step 'Build (a warning of the compiler or an analyser is an error)' dotnet build "$solution" -c "$configuration" --no-restore || report 0 "$failed_steps"

printf '\n== Test\n'
log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet test --solution "$solution" -c "$configuration" --no-build --no-ansi --no-progress --output Normal 2>&1 | tee "$log"
test_status=${PIPESTATUS[0]}

count() { # the number behind a word in the summary of all test projects; 0 where the summary is missing
  local number
  number=$(sed -n "s/^ *$1: *\([0-9][0-9]*\).*/\1/p" "$log" | tail -n 1)
  echo "${number:-0}"
}
passed=$(count succeeded)
failed=$(count failed)
skipped=$(count skipped)
# A test program that crashed or ran nothing has no failed test, and is a failure all the same
if [ "$test_status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi

echo
[ "$skipped" -eq 0 ] || echo "$skipped skipped: what they need is not on this machine (see CONTRIBUTING.md)"
report "$passed" $((failed + failed_steps))
