// The counting of aggregation.sh with polars: node aggregation.mjs FILE CATALOGUE OUTPUT counts|repeats, where NODE_PATH holds nodejs-polars.
// Ends with 1 where a person has an indicator of a year twice.
import { createRequire } from 'node:module';

const pl = createRequire(import.meta.url)('nodejs-polars');
const [file, catalogue, output, variant] = process.argv.slice(2);
const schema = {
    person: pl.Utf8, municipality: pl.Categorical, age: pl.Int32, sex: pl.Categorical, year: pl.Int32, indicator: pl.Categorical, value: pl.Float64, weight: pl.Float64,
};
const keys = ['indicator', 'year', 'area', 'age_band', 'sex'];
const sums = ['asked', 'base', 'cases', 'weight', 'squared_weight', 'weighted_value', 'weighted_square'];
const scan = () => file.endsWith('.parquet') ? pl.scanParquet(file) : pl.scanCSV(file, { schema, nThreads: 2 });
const col = pl.col;

const weight = pl.when(col('value').isNotNull()).then(col('weight').fillNull(1)).otherwise(pl.lit(null));
const leaves = scan()
    .select(col('indicator'), col('year'), col('municipality'), col('age'), col('sex'), col('value'), weight.alias('w'))
    .groupBy(['indicator', 'year', 'municipality', 'age', 'sex'])
    .agg(
        pl.len().alias('asked'), col('value').count().alias('base'), col('value').sum().alias('cases'), col('w').sum().alias('weight'), col('w').mul(col('w')).sum().alias('squared_weight'),
        col('w').mul(col('value')).sum().alias('weighted_value'), col('w').mul(col('value')).mul(col('value')).sum().alias('weighted_square'))
    .collectSync({ engine: 'streaming' });

const measures = pl.readCSV(catalogue, { inferSchemaLength: 0 }).select('id', 'measure');
const means = measures.filter(col('measure').eq(pl.lit('mean'))).getColumn('id').toArray();
const band = [[5, '0-5'], [9, '6-9'], [12, '10-12'], [15, '13-15']].reduceRight(
    (older, [to, name]) => pl.when(col('age').ltEq(pl.lit(to))).then(pl.lit(name)).otherwise(older), pl.lit('16-18'));
let cells = leaves
    .withColumns(col('indicator').cast(pl.Utf8), col('municipality').cast(pl.Utf8).alias('area'), col('sex').cast(pl.Utf8), band.alias('age_band'))
    .withColumns(pl.when(col('indicator').isIn(means)).then(col('base').cast(pl.Float64)).otherwise(col('cases')).cast(pl.Int64).alias('cases'))
    .select(...keys, ...sums);
for (const total of [col('area').str.slice(0, 2).alias('area'), pl.lit('0-18').alias('age_band'), pl.lit('T').alias('sex')]) {
    cells = pl.concat([cells, cells.withColumns(total)]);
}

cells.groupBy(keys).agg(...sums.map(x => col(x).sum())).sort(keys).writeCSV(output);
if (variant === 'repeats') {
    const repeated = scan().groupBy(['person', 'year', 'indicator']).agg(pl.len().alias('rows')).filter(col('rows').gt(pl.lit(1))).collectSync({ engine: 'streaming' });
    process.exitCode = repeated.height > 0 ? 1 : 0;
}
