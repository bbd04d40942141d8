#!/usr/bin/env bash
# How long the dashboard takes from its start until the first page has arrived, with a published release in the store: seconds on the wall and of processors, median of several starts.
# Prints the table for results/build.md.
#
#   tests/Benchmarks/start.sh STORE [STARTS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

store=$(realpath "$1")
starts=${2:-7}
root=$PWD
url=http://127.0.0.1:5198
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill -- -"$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
dotnet build src/Dashboard --configuration Release -v quiet >/dev/null
dotnet publish src/Dashboard --configuration Release -v quiet -o "$folder/published" >/dev/null
cp "$store" "$folder/start.db"

median() { sort -n | awk '{ t[NR] = $1 } END { printf "%.2f", (t[int((NR + 1) / 2)] + t[int((NR + 2) / 2)]) / 2 }'; }
range() { sort -n | awk '{ t[NR] = $1 } END { printf "%.2f–%.2f", t[1], t[NR] }'; }
# User and system time of a process group so far, ended children included, in ticks.
ticks() { cat /proc/[0-9]*/stat 2>/dev/null | sed 's/(.*)/()/' | awk -v group="$1" '$5 == group { sum += $14 + $15 + $16 + $17 } END { print sum }'; }

# A process group of its own, since `dotnet run` starts the program as its child.
one() {
    local from to
    from=$(date +%s.%N)
    (cd "$folder" && exec setsid "$@" --store start.db --urls "$url" >"$folder/log" 2>&1) &
    server=$!
    until curl -sf -o "$folder/page" "$url/"; do
        kill -0 "$server" 2>/dev/null || { cat "$folder/log" >&2; exit 1; }
        sleep 0.01
    done
    to=$(date +%s.%N)
    echo "$to - $from" | bc >>"$folder/$name.wall"
    echo "scale=3; $(ticks "$server") / $(getconf CLK_TCK)" | bc >>"$folder/$name.processors"
    kill -- -"$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    server=
}

built=$root/src/Dashboard/bin/Release/net10.0
printf 'load before: %s\n\n| start | seconds on the wall, median (range) of %s | of processors |\n|---|---|---|\n' "$(cut -d' ' -f1-3 /proc/loadavg)" "$starts"
for name in built published run-no-build run; do
    case $name in
        built) said='`dotnet Dashboard.dll serve`, as built'; command=(dotnet "$built/Dashboard.dll" serve) ;;
        published) said='`Dashboard serve`, as published'; command=("$folder/published/Dashboard" serve) ;;
        run-no-build) said='`dotnet run --no-build`'; command=(dotnet run --no-build --configuration Release --project "$root/src/Dashboard" -- serve) ;;
        run) said='`dotnet run`'; command=(dotnet run --configuration Release --project "$root/src/Dashboard" -- serve) ;;
    esac
    for _ in $(seq "$starts"); do one "${command[@]}"; done
    printf '| %s | %s (%s) | %s |\n' "$said" "$(median <"$folder/$name.wall")" "$(range <"$folder/$name.wall")" "$(median <"$folder/$name.processors")"
done
