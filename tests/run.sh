#!/usr/bin/env bash
# Runs every test on a fresh machine and ends with one line: N passed, N failed[, N skipped].
# Sets up what it needs: the packages of the solution and, for the browser tests, the system's Chromium.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

find_chromium() { command -v chromium || command -v chromium-browser || command -v google-chrome; }

# Chromium comes from the system's packages; without root or package manager the browser tests say that they could not run.
if ! find_chromium >/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Chromium from the system's packages."
    (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium) >"$results/apt.log" 2>&1 || tail -5 "$results/apt.log"
  fi
fi
CHIPWATCH_CHROMIUM=$(find_chromium || true)
export CHIPWATCH_CHROMIUM
[ -n "$CHIPWATCH_CHROMIUM" ] || echo "Could not run: the browser tests, for there is no Chromium and no way to install one."

if ! dotnet build ChipWatch.sln -v quiet; then
  echo "0 passed, 1 failed"
  exit 1
fi

broken=0
run() { # run NAME: one test project; a runner that fails without a failed test counts as one failure
  dotnet test --project "tests/$1" --no-build --report-trx --results-directory "$results/$1"
  local code=$?
  [ $code -eq 0 ] || echo "$1 ended with exit code $code."
  if [ $code -ne 0 ] && [ "$(sum failed "$results/$1")" = 0 ]; then broken=$((broken + 1)); fi
}
sum() { # sum COUNTER FOLDER...: adds a counter of the result files up
  local counter=$1; shift
  find "$@" -name '*.trx' -exec grep -ho "<Counters[^>]*" {} + 2>/dev/null | grep -o " $counter=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ n += $1 } END { print n + 0 }'
}

run ChipWatch.Tests
[ -z "$CHIPWATCH_CHROMIUM" ] || run ChipWatch.BrowserTests

passed=$(sum passed "$results")
failed=$(($(sum failed "$results") + broken))
skipped=$(sum notExecuted "$results")
[ "$passed" -gt 0 ] || failed=$((failed + 1))
line="$passed passed, $failed failed"
[ "$skipped" = 0 ] || line="$line, $skipped skipped"
echo "$line"
[ "$failed" = 0 ]
