#!/usr/bin/env bash
# Checks everything: locked restore, build with warnings as errors, format, and every test. A newcomer and the build server run the same.
# The last line is always "N passed, N failed"; a step that fails (a build, the format, a test project that crashes or holds no test)
# counts as one failed. Exit code 0 only when at least one test passed and nothing failed.
#
#   CI=true             a missing browser is a failure; elsewhere the browser tests are left out, and said to be
#   CHROMIUM_PATH=...   the browser; default /usr/bin/chromium
#   NO_INSTALL=true     never install anything
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_NOLOGO=true DOTNET_CLI_TELEMETRY_OPTOUT=true DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1
export CHROMIUM_PATH="${CHROMIUM_PATH:-/usr/bin/chromium}"
[ -n "${HOME:-}" ] || export HOME="${TMPDIR:-/tmp}"

results=TestResults/run
# What only root can set up (a full disk) may be skipped by somebody who is not; nothing else, and nowhere on the build server.
fail_skips=$([ "$(id -u)" -eq 0 ] || [ "${CI:-}" = true ] && echo on || echo off)
passed=0
failed=0
failures=()

finish() {
    local code=$?
    stop_postgres
    name_failures
    [ "$code" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
    if [ "$code" -eq 0 ] && { [ "$failed" -gt 0 ] || [ "$passed" -eq 0 ]; }; then
        code=1
    fi
    printf '%s passed, %s failed\n' "$passed" "$failed"
    exit "$code"
}
trap finish EXIT
trap 'exit 130' INT TERM

say() { printf '\n== %s\n' "$*"; }

# What failed, once more and last, so that the end of a long record tells it.
name_failures() {
    [ "$failed" -gt 0 ] || return 0
    say "What failed"
    printf '%s\n' "${failures[@]}"
    grep -ho '<test [^>]*result="Fail"[^>]*>' "$results"/*.xml 2>/dev/null | sed 's/.* name="\([^"]*\)".*/\1/' || true
    grep -hA8 '<message>' "$results"/*.xml 2>/dev/null | cut -c1-300 | head -n 80 || true
}

failure() {
    failures+=("$*")
    printf 'FAILED: %s\n' "$*"
    failed=$((failed + 1))
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

has_icu() {
    [ "${DOTNET_SYSTEM_GLOBALIZATION_INVARIANT:-}" != "1" ] && { ldconfig -p 2>/dev/null || /sbin/ldconfig -p; } | grep libicuuc >/dev/null
}

# Folder of the programs of the newest PostgreSQL server on this machine; empty without one.
postgres_tools() {
    if [ -d /usr/lib/postgresql ]; then
        ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1
    elif command -v initdb >/dev/null; then
        dirname "$(command -v initdb)"
    fi
}

# The server refuses to run as root.
as_postgres() {
    if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

# start_postgres: a server of the tests' own in a new folder, where they find it by LAGESBILD_TEST_POSTGRES.
start_postgres() {
    local tools port
    tools=$(postgres_tools)
    [ -n "$tools" ] || return 1
    postgres_folder=$(mktemp -d)
    [ "$(id -u)" -ne 0 ] || chown postgres "$postgres_folder"
    as_postgres "$tools/initdb" --pgdata "$postgres_folder/data" --auth trust --username postgres --encoding UTF8 --locale C --no-sync >/dev/null || return 1
    for port in $(shuf -i 20000-30000 -n 20); do
        printf "port = %s\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '%s'\nfsync = off\nmax_connections = 200\n" "$port" "$postgres_folder" \
            >>"$postgres_folder/data/postgresql.conf"
        if (cd / && as_postgres "$tools/pg_ctl" start --pgdata "$postgres_folder/data" --wait --log "$postgres_folder/log" >/dev/null); then
            export LAGESBILD_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres"
            as_postgres "$tools/postgres" --version
            return 0
        fi
    done
    return 1
}

stop_postgres() {
    [ -n "${postgres_folder:-}" ] || return 0
    (cd / && as_postgres "$(postgres_tools)/pg_ctl" stop --pgdata "$postgres_folder/data" --mode immediate >/dev/null 2>&1) || true
    rm -rf "$postgres_folder"
}

# What the tests need beside the SDK: a browser, a database server, fonts for pictures of charts, and ICU for Swedish.
install_needed() {
    local wanted=()
    [ -x "$CHROMIUM_PATH" ] || wanted+=(chromium)
    ls /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf >/dev/null 2>&1 || wanted+=(fonts-dejavu-core)
    ls -d /usr/share/fonts/truetype/liberation* >/dev/null 2>&1 || wanted+=(fonts-liberation)
    [ -n "$(postgres_tools)" ] || wanted+=(postgresql)
    if ! has_icu; then
        wanted+=("$(apt-cache search --names-only '^libicu[0-9]+$' 2>/dev/null | cut -d' ' -f1 | sort -V | tail -n 1)")
        [ -n "${wanted[-1]}" ] || wanted[-1]=libicu-dev
    fi
    [ "${#wanted[@]}" -gt 0 ] || return 0

    if [ "${NO_INSTALL:-}" = true ] || ! command -v apt-get >/dev/null || ! as_root true 2>/dev/null; then
        printf 'Missing, and to be installed by hand (no apt-get here, no rights to use it, or NO_INSTALL is set): %s\n' "${wanted[*]}"
        return 0
    fi
    say "Installing ${wanted[*]}"
    if ! { as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update \
        && as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "${wanted[@]}" >/dev/null; }; then
        printf 'Could not install: %s\n' "${wanted[*]}"
    fi
}

# count ATTRIBUTE REPORT: the sum over the assemblies of a report of xunit.
count() {
    grep -o '<assembly [^>]*>' "$2" | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'
}

# run_tests PROJECT LOCALE NAME: runs one project in one culture (.NET takes it from LC_ALL; C is the invariant culture).
run_tests() {
    local project=$1 report="$PWD/$results/$1-$3.xml" code=0
    say "$project, $3 culture"
    LC_ALL=$2 dotnet test --project "tests/$project" --configuration Release --no-build --results-directory "$results" \
        -- --report-xunit-xml --report-xunit-xml-filename "$project-$3.xml" --fail-skips "$fail_skips" --timeout 30m || code=$?
    if [ ! -s "$report" ]; then
        failure "$project in $3 culture left no report (exit code $code)"
        return 0
    fi
    local good bad
    good=$(count passed "$report")
    bad=$(($(count failed "$report") + $(count errors "$report")))
    passed=$((passed + good))
    failed=$((failed + bad))
    if [ "$bad" -eq 0 ] && [ "$code" -ne 0 ]; then
        failure "$project in $3 culture ended with exit code $code"
    elif [ "$((good + bad))" -eq 0 ]; then
        failure "$project in $3 culture holds no test"
    fi
}

install_needed
if ! command -v dotnet >/dev/null; then
    failure "no dotnet command: install the SDK that global.json names, from https://dot.net"
    exit 1
fi
has_icu || failure "no ICU library (Debian: libicu): the tests cannot run in Swedish"

rm -rf "$results"
mkdir -p "$results"

say "Restore"
dotnet restore --locked-mode || { failure "restore"; exit 1; }
say "Build"
dotnet build --no-restore --configuration Release -warnaserror || { failure "build"; exit 1; }
say "Format"
dotnet format --verify-no-changes --no-restore || failure "format: run 'dotnet format'"

say "PostgreSQL"
start_postgres || failure "no PostgreSQL server (Debian: postgresql): install it, or see what its log said above"

run_tests Analytics.Tests sv_SE.UTF-8 Swedish
run_tests Analytics.Tests C invariant
run_tests Dashboard.Tests sv_SE.UTF-8 Swedish
if [ -x "$CHROMIUM_PATH" ]; then
    run_tests Browser.Tests sv_SE.UTF-8 Swedish
elif [ "${CI:-}" = true ]; then
    failure "no browser at $CHROMIUM_PATH"
else
    say "Browser.Tests LEFT OUT: no browser at $CHROMIUM_PATH (Debian: chromium)"
fi
