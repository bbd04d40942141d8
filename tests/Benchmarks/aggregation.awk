# Whether two files of counts agree: awk -F, -f aggregation.awk INDICATORS OURS THEIRS, where INDICATORS is the catalogue's file. Ends with 1 where they do not.
# Whole numbers exactly, sums to 1e-9 of their size. Of rates the people asked and the cases alone: our base of a rate is the population.
FILENAME == ARGV[1] { rate[$1] = /,rate,/; next }
FILENAME == ARGV[2] { if (FNR > 1) { gsub(/"/, ""); left[$1 FS $2 FS $3 FS $4 FS $5] = $0; n++ } next }
FNR == 1 { next }
{
    gsub(/"/, "")
    key = $1 FS $2 FS $3 FS $4 FS $5
    if (!(key in left)) { bad++; next }
    split(left[key], x, FS)
    for (i = 6; i <= 12; i++) {
        if (rate[$1] && i != 6 && i != 8) continue
        gap = x[i] - $i; if (gap < 0) gap = -gap
        size = x[i] < 0 ? -x[i] : x[i]
        if (i <= 8 ? gap != 0 : gap > 1e-9 * size) { bad++; break }
    }
    m++
}
END { exit bad > 0 || n != m || n == 0 }
