#!/usr/bin/env bash
# How many requests a second the forum's pages take, warm, with the load generator on the same machine; and how long a picture takes that was not seen before.
# Needs wrk (Debian: apt-get install wrk) and a store with a published release. Prints a table for results/pages.md.
#
#   tests/Benchmarks/pages.sh STORE [SECONDS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

store=$(realpath "$1")
seconds=${2:-10}
url=http://127.0.0.1:5199
dotnet build src/Dashboard --configuration Release -v quiet >/dev/null
folder=$(mktemp -d)
cp "$store" "$folder/pages.db"
(cd "$folder" && exec dotnet "$OLDPWD/src/Dashboard/bin/Release/net10.0/Dashboard.dll" serve --store pages.db --urls "$url" >"$folder/log" 2>&1) &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null || true; rm -rf "$folder"' EXIT
until curl -sf -o /dev/null "$url/"; do sleep 0.2; done

printf '| page | requests/s | p50 | p99 | errors | bytes (br) |\n|---|---|---|---|---|---|\n'
for path in / /kommun/0680 /lansmatris "/jamfor?form=funnel" /profil /utveckling /aldersstege /metoder /samverkan /om; do
    curl -sf -o /dev/null -H 'Accept-Encoding: br' "$url$path"
    bytes=$(curl -sf -o /dev/null -H 'Accept-Encoding: br' -w '%{size_download}' "$url$path")
    wrk -t1 -c32 -d"${seconds}s" --latency -H 'Accept-Encoding: br' "$url$path" | awk -v path="$path" -v bytes="$bytes" '
        /50%/ { p50 = $2 } /99%/ { p99 = $2 } /Requests\/sec/ { rate = $2 } /Non-2xx/ { errors = $NF } /Socket errors/ { sockets = $0 }
        END { printf "| `%s` | %d | %s | %s | %s | %d |\n", path, rate, p50, p99, (errors == "" && sockets == "") ? "0" : errors sockets, bytes }'
done

# Every request another view, so that nothing of it is kept; the server itself is warm.
printf '\n| picture not seen before | median | slowest of 20 |\n|---|---|---|\n'
for screen in /lansmatris /jamfor /profil /utveckling /aldersstege; do
    for year in 2021 2022 2023 2024 2025; do
        for sex in T F M; do
            curl -sf -o /dev/null -w '%{time_total}\n' "$url$screen?sex=$sex&year=$year&age=13-15" || true
        done
        curl -sf -o /dev/null -w '%{time_total}\n' "$url$screen?year=$year&age=16-18" || true
    done | tail -n 20 | sort -n | awk -v screen="$screen" '{ t[NR] = $1 } END { printf "| `%s`, whole page with two drawings | %d ms | %d ms |\n", screen, 1000 * t[int((NR + 1) / 2)], 1000 * t[NR] }'
done
