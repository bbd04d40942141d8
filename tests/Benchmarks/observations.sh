#!/usr/bin/env bash
# How fast observations get into PostgreSQL beside psql's own \copy, and how fast the database counts them beside the SQL an analyst would write by hand.
# Starts a server of its own in a temporary folder. Needs PostgreSQL's programs and the SDK. Prints the tables for results/observations.md.
#
#   tests/Benchmarks/observations.sh [PERSONS] [PAIRS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

persons=${1:-50000}
pairs=${2:-5}
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
export PATH="${bin:+$bin:}$PATH" PGHOST=127.0.0.1 PGPORT=55433 PGUSER=postgres
folder=$(mktemp -d)
as() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
[ "$(id -u)" -ne 0 ] || chown postgres "$folder"
chmod 755 "$folder"
as initdb --pgdata "$folder/data" --auth trust --username postgres --encoding UTF8 --locale C --no-sync >/dev/null
printf '%s\n' "port = $PGPORT" "listen_addresses = '127.0.0.1'" "unix_socket_directories = '$folder'" 'shared_buffers = 512MB' 'max_wal_size = 8GB' 'autovacuum = off' \
    'log_min_duration_statement = 0' >>"$folder/data/postgresql.conf"
as pg_ctl start --pgdata "$folder/data" --wait --log "$folder/log" >/dev/null
trap 'as pg_ctl stop --pgdata "$folder/data" --mode immediate >/dev/null; rm -rf "$folder"' EXIT

dotnet build src/Dashboard --configuration Release -v quiet >/dev/null
lagesbild() { dotnet src/Dashboard/bin/Release/net10.0/Dashboard.dll "$@"; }
median() { sort -n | awk '{ t[NR] = $1 } END { printf "%.3f", (t[int((NR + 1) / 2)] + t[int((NR + 2) / 2)]) / 2 }'; }
range() { sort -n | awk '{ t[NR] = $1 } END { printf "%.2f–%.2f", t[1], t[NR] }'; }
seconds() { local from to; from=$(date +%s.%N); "$@" >/dev/null; to=$(date +%s.%N); echo "$to - $from" | bc; }

# The same rows without weights, with one per municipality, age and sex as a survey has them, and with one of its own for every row.
lagesbild sample --out "$folder/sample" --persons "$persons" --seed 3 >/dev/null
mkdir "$folder"/{none,some,every}
awk -F, -v OFS=, 'NR > 1 { $8 = "" } 1' "$folder/sample/observations.csv" >"$folder/none/observations.csv"
awk -F, -v OFS=, 'NR > 1 { $8 = (($2 % 97 * 7 + $3 * 3 + ($4 == "F")) % 60 + 50) / 65 } 1' "$folder/sample/observations.csv" >"$folder/some/observations.csv"
awk -F, -v OFS=, 'NR > 1 { $8 = sprintf("%.9f", 0.2 + (NR * 7919 % 2442227) / 650000) } 1' "$folder/sample/observations.csv" >"$folder/every/observations.csv"
rows=$(($(wc -l <"$folder/none/observations.csv") - 1))
address() { echo "Host=$PGHOST;Port=$PGPORT;Database=$1;Username=$PGUSER"; }
prepared() { psql -qd postgres -c "DROP DATABASE IF EXISTS $1 WITH (FORCE)" -c "CREATE DATABASE $1" 2>/dev/null; lagesbild database init --store "$(address "$1")" >/dev/null; psql -qd "$1" -c CHECKPOINT; }
ours() { lagesbild ingest --input "$folder/$1" --store "$(address ours)"; }
# The same columns and keys, with the indicator as a text since that is what the file holds; all in one transaction too.
shape() {
    prepared copied
    psql -qd copied -c "CREATE SCHEMA plain; CREATE TABLE plain.o (person text COLLATE \"C\" NOT NULL, municipality text COLLATE \"C\" NOT NULL, age smallint NOT NULL, sex \"char\" NOT NULL, year smallint NOT NULL,
        indicator text COLLATE \"C\" NOT NULL, value float8, weight float8, file integer NOT NULL DEFAULT 1) PARTITION BY HASH (municipality)"
    for part in $(seq 0 15); do
        psql -qd copied -c "CREATE TABLE plain.o_$part PARTITION OF plain.o (PRIMARY KEY (person, year, indicator)) FOR VALUES WITH (MODULUS 16, REMAINDER $part)" -c "CREATE INDEX ON plain.o_$part USING brin (file)"
    done
}
theirs() { psql -qd copied -c "\\copy plain.o (person, municipality, age, sex, year, indicator, value, weight) FROM '$folder/$1/observations.csv' (FORMAT csv, HEADER)"; }
# The file made ready by hand for exactly our table, numbers instead of names: what the tool itself can at most do.
coded() { psql -qd copied -c "\\copy observations.observation (person, municipality, age, sex, year, indicator, value, weight, file) FROM '$folder/coded.csv' (FORMAT csv)"; }
awk -F, -v OFS=, 'NR > 1 { if (!($6 in c)) c[$6] = ++n; $6 = c[$6]; print $0, 1 }' "$folder/none/observations.csv" >"$folder/coded.csv"

printf '%s rows\n\n| getting in, without weights | seconds, median (range) of %s | rows/s |\n|---|---|---|\n' "$rows" "$pairs"
for pair in $(seq "$pairs"); do
    prepared ours; seconds ours none >>"$folder/in.ours"
    shape; seconds theirs none >>"$folder/in.copy"
    shape; seconds coded >>"$folder/in.coded"
done
for kind in ours copy coded; do
    m=$(median <"$folder/in.$kind")
    printf '| %s | %s (%s) | %d |\n' "$kind" "$m" "$(range <"$folder/in.$kind")" "$(echo "$rows / $m" | bc)"
done
for kind in copy coded; do
    printf 'rate of ours / %s, pair by pair: median %s, range %s\n' "$kind" "$(paste "$folder/in.ours" "$folder/in.$kind" | awk '{ print $2 / $1 }' | tee "$folder/ratio" | median)" "$(range <"$folder/ratio")"
done
psql -Atd ours -c "SELECT 'bytes a row: table ' || sum(pg_table_size(c.oid)) / $rows || ', keys ' || sum(pg_indexes_size(c.oid)) / $rows FROM pg_class c WHERE relname ~ '^observation_[0-9]+$' AND relkind = 'r'" | sed 's/\(\.[0-9]\)[0-9]*/\1/g'

keys="municipality, indicator, year, ('{0,0,0,0,0,0,1,1,1,1,2,2,2,3,3,3,4,4,4}'::smallint[])[age + 1], sex"
plain="SELECT $keys, count(*), count(value), sum(value), sum(value * value) FROM observations.observation GROUP BY 1, 2, 3, 4, 5"
weighted="SELECT $keys, count(*), count(value), sum(value), sum(value * value), sum(coalesce(weight, 1)) FILTER (WHERE value IS NOT NULL), sum(coalesce(weight * weight, 1)) FILTER (WHERE value IS NOT NULL),
    sum(coalesce(weight, 1) * value), sum(coalesce(weight, 1) * value * value) FROM observations.observation GROUP BY 1, 2, 3, 4, 5"
run() { psql -qAtd ours -c "SET enable_partitionwise_aggregate = on" -c "SET work_mem = '64MB'" -c "SET jit = $1" -c "EXPLAIN (ANALYZE, TIMING OFF) $2" | sed -n 's/Execution Time: \([0-9.]*\) ms/\1/p'; }

printf '\n| counting | by hand, ms, best of jit on and off | ours, ms | ours / by hand, pair by pair: median (range) |\n|---|---|---|---|\n'
for kind in none some every; do
    prepared ours; ours "$kind" >/dev/null
    # The planner has statistics a minute after an ingest, by autovacuum.
    psql -qd ours -c "VACUUM ANALYZE"
    : >"$folder/statement"
    lagesbild build --from-database --store "$(address ours)" >/dev/null 2>&1 & build=$!
    until grep -q 'execute <unnamed>: SELECT municipality' "$folder/log"; do sleep 0.5; done
    kill $build; wait $build 2>/dev/null || true
    # The statement as the program sent it, from the server's log.
    statement=$(awk '/execute <unnamed>: SELECT municipality/ { on = 1; text = ""; sub(/.*<unnamed>: /, "") } on && /^[0-9][0-9][0-9][0-9]-/ { on = 0 } on { text = text $0 "\n" } END { print text }' "$folder/log")
    means=$(psql -Atd ours -c "SELECT '{' || string_agg(code::text, ',') || '}' FROM observations.indicator WHERE id IN ('ind_self_control_low', 'ind_moral_attitudes', 'sch_pupils_per_teacher', 'com_sport_7_12', 'com_sport_13_16')")
    statement=${statement//\$1/"'{0,0,0,0,0,0,1,1,1,1,2,2,2,3,3,3,4,4,4}'"}
    statement=${statement//\$2/"'$means'::smallint[]"}
    truncate -s 0 "$folder/log"
    hand=$plain; [ "$kind" = none ] || hand=$weighted
    rm -f "$folder"/count.*
    for pair in $(seq $((pairs * 2 + 1))); do
        { run off "$hand"; run on "$hand"; } | sort -n | head -n 1 >>"$folder/count.hand"
        run off "$statement" >>"$folder/count.ours"
    done
    case $kind in none) said='no weights' ;; some) said='a weight per municipality, age and sex' ;; every) said='a weight of its own for every row' ;; esac
    printf '| %s | %s | %s | %s (%s) |\n' "$said" "$(median <"$folder/count.hand")" "$(median <"$folder/count.ours")" \
        "$(paste "$folder/count.ours" "$folder/count.hand" | awk '{ print $1 / $2 }' | tee "$folder/ratio" | median)" "$(range <"$folder/ratio")"
done
