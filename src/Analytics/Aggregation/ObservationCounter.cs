using Analytics.Catalogue;
using Analytics.Intake;

namespace Analytics.Aggregation;

/// <summary>Counts observations as they stream by; memory grows with the number of cells, not of rows.</summary>
sealed class ObservationCounter(Codebook codebook)
{
    const int Sexes = 3;

    readonly int bands = codebook.AgeBands.Partition.Count;
    readonly int[] bandOfAge = [.. Enumerable.Range(0, codebook.AgeBands.Total.To + 1).Select(codebook.AgeBands.IndexOf)];
    readonly Measure[] measures = [.. codebook.Indicators.Select(x => x.Measure)];
    readonly Dictionary<int, Counts[]?[]>[] years = [.. codebook.Indicators.Select(_ => new Dictionary<int, Counts[]?[]>())];

    /// <summary>Codes of municipalities that have an observation.</summary>
    public IEnumerable<string> Municipalities =>
        Enumerable.Range(0, codebook.Municipalities.Count)
            .Where(m => years.Any(byYear => byYear.Values.Any(blocks => blocks[m] is not null)))
            .Select(m => codebook.Municipalities[m].Code);

    /// <summary>Adds one observation to its cell.</summary>
    public void Add(in Observation observation)
    {
        ref var cell = ref Cell(observation.Indicator, observation.Year, observation.Municipality, bandOfAge[observation.Age], observation.Sex);
        cell.Asked++;
        if (observation.Answered)
        {
            Count(ref cell, measures[observation.Indicator], observation.Value, observation.Weight);
        }
    }

    /// <summary>Adds a cell that was counted elsewhere, such as in a database.</summary>
    /// <param name="indicator">Index of the indicator.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="municipality">Index of the municipality.</param>
    /// <param name="band">Index of the age band in the partition.</param>
    /// <param name="sex">F, M or X.</param>
    /// <param name="counted">What <see cref="Add(in Observation)"/> would have made of its rows.</param>
    public void Add(int indicator, int year, int municipality, int band, Sex sex, in Counts counted)
    {
        ref var cell = ref Cell(indicator, year, municipality, band, sex);
        cell += counted;
    }

    ref Counts Cell(int indicator, int year, int municipality, int band, Sex sex)
    {
        var byYear = years[indicator];
        if (!byYear.TryGetValue(year, out var blocks))
        {
            byYear.Add(year, blocks = new Counts[codebook.Municipalities.Count][]);
        }

        var block = blocks[municipality] ??= new Counts[bands * Sexes];
        return ref block[(band * Sexes) + (int)sex];
    }

    /// <summary>Adds an answer to a cell.</summary>
    public static void Count(ref Counts cell, Measure measure, double value, double weight)
    {
        switch (measure)
        {
            case Measure.Rate:
                cell.Cases += (long)value;
                cell.Contributors += value > 0 ? 1 : 0;
                return;
            case Measure.Mean:
                cell.Extremes(value);
                cell.Cases++;
                cell.Contributors++;
                break;
            default:
                cell.Cases += value > 0 ? 1 : 0;
                cell.Contributors += value > 0 ? 1 : 0;
                break;
        }

        cell.Base++;
        cell.Weight += weight;
        cell.SquaredWeight += weight * weight;
        cell.WeightedValue += weight * value;
        cell.WeightedSquare += weight * value * value;
        cell.Value += value;
        cell.Square += value * value;
    }

    /// <summary>The counted tables with all margins: by indicator in catalogue order, then year.</summary>
    /// <param name="layout">Areas and bands; see <see cref="AreaHierarchy"/>.</param>
    /// <param name="population">Denominators of rates.</param>
    public IEnumerable<CountTable> Tables(Layout layout, Population population)
    {
        for (var indicator = 0; indicator < years.Length; indicator++)
        {
            foreach (var (year, blocks) in years[indicator].OrderBy(x => x.Key))
            {
                var table = new CountTable(codebook.Indicators[indicator], year, layout);
                for (var area = 0; area < layout.Areas.Count && layout.AreaChildren[area].Count == 0; area++)
                {
                    var municipality = codebook.IndexOfMunicipality(layout.Areas[area]);
                    if (blocks[municipality] is { } block)
                    {
                        Fill(table, area, municipality, block, population);
                    }
                }

                table.SumMargins();
                yield return table;
            }
        }
    }

    void Fill(CountTable table, int area, int municipality, Counts[] block, Population population)
    {
        for (var band = 0; band < bands; band++)
        {
            var cells = block.AsSpan(band * Sexes, Sexes);
            for (var sex = Sex.F; sex <= Sex.X; sex++)
            {
                table[area, band, sex] = cells[(int)sex];
            }

            var asked = cells[0].Asked + cells[1].Asked + cells[2].Asked > 0;
            if (table.Indicator.Measure == Measure.Rate && (asked || table.Indicator.AgeBands.Contains(table.Layout.Bands[band].Id)))
            {
                TakePopulation(table, area, band, municipality, population);
            }
        }
    }

    /// <summary>
    /// Gives a rate its denominator: everyone in the bands in which it is measured, also where nobody has an event. Where a sex has rows and no population,
    /// the municipality and band count nowhere: no total could hold them.
    /// </summary>
    static void TakePopulation(CountTable table, int area, int band, int municipality, Population population)
    {
        var whole = true;
        for (var sex = Sex.F; sex <= Sex.X; sex++)
        {
            ref var cell = ref table[area, band, sex];
            cell.Base = population[municipality, band, sex, table.Year];
            whole &= cell.Base > 0 || cell.Asked == 0 || sex == Sex.X;
        }

        whole &= table[area, band, Sex.F].Base + table[area, band, Sex.M].Base > 0;
        for (var sex = Sex.F; sex <= Sex.X && !whole; sex++)
        {
            ref var cell = ref table[area, band, sex];
            (cell.Base, cell.Cases, cell.Contributors) = (0, 0, 0);
        }
    }
}
