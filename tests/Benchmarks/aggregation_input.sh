#!/usr/bin/env bash
# Makes the input of aggregation.sh, which has built the programs: a folder for each kind of file, all with the same made-up rows.
#
#   tests/Benchmarks/aggregation_input.sh FOLDER ROWS KIND...
#
# sorted is CSV as the program writes it, and is always made; shuffled, gzip, snappy and zstd (Parquet) come of it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

folder=$1 rows=$2
shift 2
sample=$folder/sample
rm -rf "$sample"
# A made-up person has 48.8 rows.
dotnet src/Dashboard/bin/Release/net10.0/Dashboard.dll sample --out "$sample" --persons $((rows * 10 / 488)) --seed 3 >/dev/null
for kind in sorted "$@"; do
    rm -rf "${folder:?}/$kind"
    mkdir "$folder/$kind"
    cp "$sample/input.json" "$sample/population.csv" "$folder/$kind"
done
mv "$sample/observations.csv" "$folder/sorted"
rm -rf "$sample"

csv=$folder/sorted/observations.csv
types="{person: 'VARCHAR', municipality: 'VARCHAR', age: 'INTEGER', sex: 'VARCHAR', year: 'INTEGER', indicator: 'VARCHAR', value: 'DOUBLE', weight: 'DOUBLE'}"
duck() { dotnet tests/Benchmarks/Duck/bin/Release/net10.0/Duck.dll run "SET temp_directory = '$folder/spilled'; SET threads = 2; $1"; }
for kind in "$@"; do
    case $kind in
        # The order is that of a hash of the line number, and so the same every time.
        shuffled)
            duck "COPY (
                SELECT * EXCLUDE (line) FROM (SELECT *, row_number() OVER () AS line FROM read_csv('$csv', header = true, all_varchar = true)) ORDER BY hash(line + 3), line)
                TO '$folder/shuffled/observations.csv' (HEADER)"
            ;;
        gzip) gzip -c "$csv" >"$folder/gzip/observations.csv.gz" ;;
        snappy | zstd) duck "COPY (FROM read_csv('$csv', header = true, columns = $types)) TO '$folder/$kind/observations.parquet' (FORMAT parquet, COMPRESSION $kind)" ;;
    esac
done
