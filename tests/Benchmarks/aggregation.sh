#!/usr/bin/env bash
# How fast a folder of observations is read and counted, beside what an analyst would use instead: DuckDB, data.table, pandas and polars, each written as a good
# user of it would. Whole processes, start to exit, on the same two cores and the same rows; every one must come to the same counts before a time is believed.
#
#   tests/Benchmarks/aggregation.sh [ROWS...]        default 10000000 50000000
#
#   ROUNDS=3         rounds of each size; within a round all take their turn
#   KINDS=...        default 'sorted shuffled gzip snappy zstd': CSV as the program wrote it, its rows shuffled, by gzip, and Parquet compressed in two ways
#   RIVALS=...       default 'duckdb data.table pandas polars'
#   RESULT=FILE      where the table goes; default tests/Benchmarks/results/aggregation.md
#
# (a) is the counts alone; (b) is the counts and whether a person has an indicator of a year twice. Ours always does (b), checks every field and makes the
# file's SHA-256. A rival that takes ten times as long as ours, or more memory than the machine has, is stopped. A rival that is not here is left out, and said to be.
# Needs the SDK, time, util-linux and awk. Rivals: r-cran-data.table, python3-pandas (Debian), nodejs-polars (npm, into a temporary folder unless NODE_PATH has
# it) and DuckDB.NET (NuGet). Disk: about 200 bytes a row of the largest size under TMPDIR, removed at the end.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export LC_ALL=C DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=true

here=$PWD/tests/Benchmarks
catalogue=$PWD/data/catalogue/indicators.csv
sizes=("$@")
[ "${#sizes[@]}" -gt 0 ] || sizes=(10000000 50000000)
rounds=${ROUNDS:-3}
read -ra kinds <<<"${KINDS:-sorted shuffled gzip snappy zstd}"
result=$(realpath -m "${RESULT:-$here/results/aggregation.md}")
# The first two of the cores that this process may use.
cores=$(taskset -cp $$ | sed 's/.*: //' | tr ',' '\n' | awk -F- '{ for (c = $1; c <= ($2 == "" ? $1 : $2); c++) print c }' | head -n 2 | paste -sd,)
folder=$(mktemp -d "${TMPDIR:-/tmp}/aggregation.XXXXXX")
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/temporary"
export TMPDIR=$folder/temporary
say() { printf '%s\n' "$*" >&2; }
median() { sort -n | awk '{ t[NR] = $1 } END { if (NR) printf "%.2f", (t[int((NR + 1) / 2)] + t[int((NR + 2) / 2)]) / 2 }'; }
range() { sort -n | awk '{ t[NR] = $1 } END { if (NR) printf "%.2f–%.2f", t[1], t[NR] }'; }

dotnet build src/Dashboard --configuration Release -v quiet >/dev/null
dotnet build tests/Benchmarks --configuration Release -v quiet >/dev/null
ours=(dotnet "$here/bin/Release/net10.0/Benchmarks.dll" count)
duck=(dotnet "$here/Duck/bin/Release/net10.0/Duck.dll")

declare -A version
rivals=(duckdb data.table pandas polars)
read -ra rivals <<<"${RIVALS:-${rivals[*]}}"
if dotnet build tests/Benchmarks/Duck --configuration Release -v quiet >/dev/null 2>&1; then
    version[duckdb]="DuckDB $("${duck[@]}" version) by DuckDB.NET $(sed -n 's/.*DuckDB.NET.Data.Full" Version="\([^"]*\)".*/\1/p' Directory.Packages.props)"
fi
version[data.table]=$(Rscript -e 'cat("data.table", as.character(packageVersion("data.table")), "on", R.version.string)' 2>/dev/null || true)
version[pandas]=$(/usr/bin/python3 -c 'import pandas, numpy, platform; print("pandas", pandas.__version__, "with numpy", numpy.__version__, "on Python", platform.python_version())' 2>/dev/null || true)
polars() { node -p "'nodejs-polars ' + require('nodejs-polars/package.json').version + ' on Node ' + process.versions.node" 2>/dev/null; }
if ! polars >/dev/null && command -v npm >/dev/null; then
    # The program proper is an optional dependency, which some settings of npm leave out: so it is named.
    (cd "$folder" && npm install --no-save --include=optional nodejs-polars@0.26.1 nodejs-polars-linux-x64-gnu@0.26.1) >/dev/null 2>&1 || true
    export NODE_PATH="$folder/node_modules"
fi
version[polars]=$(polars || true)
if [ -z "${version[duckdb]:-}" ]; then
    say 'without DuckDB there are no shuffled rows and no Parquet'
    kinds=(sorted gzip)
fi
export POLARS_MAX_THREADS=2 OMP_NUM_THREADS=2

# command_of NAME KIND VARIANT: fills `run`, writing counts to $folder/counts.NAME.
file_of() { case $1 in gzip) echo "$folder/$1/observations.csv.gz" ;; snappy | zstd) echo "$folder/$1/observations.parquet" ;; *) echo "$folder/$1/observations.csv" ;; esac; }
command_of() {
    local file; file=$(file_of "$2")
    local given=("$file" "$catalogue" "$folder/counts.$1" "$3")
    case $1 in
        floor) run=(cat "$file") ;;
        ours) run=("${ours[@]}" "$folder/$2" "$folder/counts.ours") ;;
        duckdb) run=("${duck[@]}" count "${given[@]}") ;;
        data.table) run=(Rscript "$here/aggregation.R" "${given[@]}") ;;
        pandas) run=(/usr/bin/python3 "$here/aggregation_pandas.py" "${given[@]}") ;;
        polars) run=(node "$here/aggregation.mjs" "${given[@]}") ;;
    esac
}

# timed NAME KIND VARIANT LIMIT: sets seconds, megabytes and code; the file is in the page cache unless the limit is 'cold'. Memory is the largest resident set of the process as the kernel counts it
# (/usr/bin/time), which holds the pages of a mapped file too. Where memory runs out the kernel ends this process before others.
timed() {
    local from to
    rm -rf "$folder/counts.$1" "$folder/counts.$1.spilled"
    command_of "$1" "$2" "$3"
    code=0
    # Whoever ran before may have taken the memory that held the file.
    [ "$4" = cold ] || cat "$(file_of "$2")" >/dev/null
    from=$EPOCHREALTIME
    (echo 1000 >/proc/self/oom_score_adj 2>/dev/null || true; exec taskset -c "$cores" timeout -k 5 "${4/cold/3600}" /usr/bin/time -q -o "$folder/time" -f '%M' "${run[@]}" >/dev/null 2>"$folder/errors") || code=$?
    to=$EPOCHREALTIME
    seconds=$(awk "BEGIN { printf \"%.3f\", $to - $from }")
    megabytes=$([ "$code" -eq 0 ] && awk 'END { printf "%.0f", $1 / 1024 }' "$folder/time" || echo 0)
}

same() { awk -F, -f "$here/aggregation.awk" "$catalogue" "$1" "$2"; }

# prove: everyone must refuse rows in which one is repeated; a search that finds nothing may be no search.
prove() {
    local name
    mkdir -p "$folder/repeated"
    cp "$folder/sorted/input.json" "$folder/sorted/population.csv" "$folder/repeated"
    awk '{ print } NR == 10 { again = $0 } END { print again }' < <(head -n 1000 "$folder/sorted/observations.csv") >"$folder/repeated/observations.csv"
    for name in ours "${rivals[@]}"; do
        [ "$name" = ours ] || [ -n "${version[$name]:-}" ] || continue
        timed "$name" repeated repeats 60
        [ "$code" -ne 0 ] || { say "$name does not see a repeated row"; exit 1; }
    done
}

# what NAME VARIANT: how the table names it.
what() {
    case $1 in
        floor) echo 'only reading the file (`cat`)' ;;
        ours) echo '**ours** (b), SHA-256, every field checked' ;;
        *) echo "$1 ($([ "$2" = counts ] && echo a || echo b))" ;;
    esac
}

# measure ROWS KIND: prints its rows of the table.
measure() {
    local kind=$2 one name variant round limit key at=$folder/times.$1.$2 contestants=(floor.any ours.repeats)
    local -A stopped=()
    mkdir -p "$at"
    # A turn that is not counted fills the page cache, shows whether all agree, and who is too slow.
    timed ours "$kind" repeats 3600
    [ "$code" -eq 0 ] || { say "ours failed on $kind: exit code $code"; cat "$folder/errors" >&2; exit 1; }
    cp "$folder/counts.ours" "$folder/counts"
    limit=$(awk "BEGIN { t = 10 * $seconds; print t < 30 ? 30 : t }")
    for name in "${rivals[@]}"; do
        [ -n "${version[$name]:-}" ] || continue
        for variant in counts repeats; do
            key=$name.$variant
            timed "$name" "$kind" "$variant" "$limit"
            case $code in
                0) same "$folder/counts" "$folder/counts.$name" || { say "$key does not agree with ours on $kind"; exit 1; } ;;
                3) stopped[$key]='reads no such file' ;;
                124) stopped[$key]="stopped after $(printf '%.0f' "$seconds") s" ;;
                137) stopped[$key]='ran out of memory' ;;
                *) stopped[$key]="failed with exit code $code"; say "$key on $kind:"; tail -n 3 "$folder/errors" >&2 ;;
            esac
            contestants+=("$key")
        done
    done
    for round in $(seq "$rounds"); do
        for key in "${contestants[@]}"; do
            [ -z "${stopped[$key]:-}" ] || continue
            timed "${key%.*}" "$kind" "${key##*.}" "$limit"
            [ "$code" -eq 0 ] || { stopped[$key]="failed with exit code $code in round $round"; continue; }
            [ "$key" = floor.any ] || same "$folder/counts" "$folder/counts.${key%.*}" || { say "$key does not agree in round $round"; exit 1; }
            echo "$seconds" >>"$at/$key"
            echo "$megabytes" >>"$at/$key.memory"
        done
    done
    for key in "${contestants[@]}"; do
        one=$(what "${key%.*}" "${key##*.}")
        if [ -n "${stopped[$key]:-}" ]; then
            printf '| %s | %s | | | |\n' "$one" "${stopped[$key]}"
        else
            paste "$at/$key" "$at/ours.repeats" | awk '{ printf "%.4f\n", $1 / $2 }' >"$folder/ratio"
            printf '| %s | %s (%s) | %d | %s | %s |\n' "$one" "$(median <"$at/$key")" "$(range <"$at/$key")" "$(sort -n "$at/$key.memory" | tail -n 1)" \
                "$([ "$key" = ours.repeats ] && echo 1 || echo "$(median <"$folder/ratio") ($(range <"$folder/ratio"))")" \
                "$(paste "$at/$key" "$at/floor.any" | awk '{ print $1 / $2 }' | median)"
        fi
    done
}

# cold KIND: reading alone and ours, once each, when nothing of the file is in the page cache. dd drops its pages with posix_fadvise, for which nobody needs to be root.
cold() {
    local name file; file=$(file_of "$1")
    for name in floor ours; do
        sync "$file"
        dd if="$file" iflag=nocache count=0 status=none
        timed "$name" "$1" repeats cold
        printf '%s %s s' "$([ $name = floor ] && echo 'Not in the page cache (`posix_fadvise`), once: only reading' || echo ', ours')" "$seconds"
    done
    printf '.\n'
}

{
    printf '# Counting observations beside DuckDB, data.table, pandas and polars\n\n'
    printf 'Whole processes from start to exit, warm, on %s cores, %s GB of memory, %s, .NET %s, %s. `tests/Benchmarks/aggregation.sh %s`, %s rounds in which all take their turn.\n' \
        "$(tr ',' '\n' <<<"$cores" | wc -l)" "$(awk '/MemTotal/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo)" \
        "$(. /etc/os-release && echo "$PRETTY_NAME")" "$(dotnet --version)" "$(date +%F)" "${sizes[*]}" "$rounds"
    for name in "${rivals[@]}"; do
        printf '%s\n' "- ${version[$name]:-$name: not found on this machine, left out}"
    done
    printf '\n(a) is the counts with all margins; (b) also asks whether a person has an indicator of a year twice. All came to the same counts (whole numbers exactly, sums to 1e-9) and see a row that is repeated.\n'
    printf 'Memory is the largest resident set of the process by `/usr/bin/time`, which counts the pages of a mapped file too. Above ten times ours (and 30 s) a rival is stopped.\n'
} >"$folder/result"
for size in "${sizes[@]}"; do
    say "making $size rows"
    "$here/aggregation_input.sh" "$folder" "$size" "${kinds[@]}"
    rows=$(($(wc -l <"$folder/sorted/observations.csv") - 1))
    [ "$size" != "${sizes[0]}" ] || prove
    for kind in "${kinds[@]}"; do
        say "$size rows, $kind"
        {
            printf '\n## %s rows, %s: %s bytes\n' "$rows" "$kind" "$(stat -c %s "$(file_of "$kind")")"
            printf '| | seconds, median (range) of %s | peak MB | of ours, pair by pair: median (range) | of only reading |\n|---|---|---|---|---|\n' "$rounds"
            measure "$size" "$kind"
            printf '\n'
            cold "$kind"
        } >>"$folder/result"
    done
done
if [ "${#sizes[@]}" -gt 1 ]; then
    {
        printf '\n## Growth from %s to %s rows asked for\nSeconds of the larger over seconds of the smaller, by medians.\n\n| | %s |\n|---|%s\n' "${sizes[0]}" "${sizes[-1]}" \
            "$(sed 's/ / | /g' <<<"${kinds[*]}")" "$(printf -- '---|%.0s' "${kinds[@]}")"
        for key in floor.any ours.repeats $(for name in "${rivals[@]}"; do echo "$name.counts $name.repeats"; done); do
            printf '| %s |' "$(what "${key%.*}" "${key##*.}")"
            for kind in "${kinds[@]}"; do
                small=$folder/times.${sizes[0]}.$kind/$key large=$folder/times.${sizes[-1]}.$kind/$key
                printf ' %s |' "$([ -s "$small" ] && [ -s "$large" ] && echo "$(median <"$large") $(median <"$small")" | awk '{ printf "%.2f", $1 / $2 }')"
            done
            printf '\n'
        done
    } >>"$folder/result"
fi
cp "$folder/result" "$result"
say "written to $result"
