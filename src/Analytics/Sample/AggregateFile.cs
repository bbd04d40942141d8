using Analytics.Catalogue;

namespace Analytics.Sample;

/// <summary>Writes made-up published figures as a careful source would publish them.</summary>
/// <remarks>
/// The source withholds what it would not show: 1–4 cases, 1–4 without the property, a base below 20; where a girls' or boys' figure is withheld, the other one is too.
/// These figures describe municipalities of their size in the catalogue; the microdata describe as many people as were asked for.
/// </remarks>
sealed class AggregateFile(CsvOutput file, int seed)
{
    const double GirlsShare = 0.487, ChildrenShare = 0.215;
    const int SmallestCount = 5, SmallestBase = 20;

    /// <summary>Writes the file.</summary>
    public static void Write(string path, SampleAreas areas, Codebook codebook, int seed)
    {
        using var output = new CsvOutput(path, "indicator,municipality,year,sex,age_from,age_to,numerator,denominator,value,status,source");
        var file = new AggregateFile(output, seed);
        foreach (var series in PublishedSeries.All)
        {
            if (codebook.FindIndicator(series.Id) is { } indicator)
            {
                file.WriteSeries(series, indicator, areas);
            }
        }

        output.Complete();
    }

    void WriteSeries(PublishedSeries series, Indicator indicator, SampleAreas areas)
    {
        var places = indicator.Level == AreaLevel.Municipality
            ? areas.All.Select((x, i) => (x.Code, Children: (long)areas.Children[i], Inhabitants: x.Population ?? (long)(areas.Children[i] / ChildrenShare)))
            : areas.All.Select((x, i) => (x.County, Children: (long)areas.Children[i])).GroupBy(x => x.County)
                .Select(x => (Code: x.Key, Children: x.Sum(y => y.Children), Inhabitants: (long)(x.Sum(y => y.Children) / ChildrenShare)));
        foreach (var (place, order) in places.Select((x, i) => (x, i)))
        {
            var local = series.Level * (1 + (series.Spread * KeyedRandom.Of(seed, SampleStream.Published, place.Code, series.Id).Bell()));
            for (var year = PlantedStructure.FirstYear; year <= PlantedStructure.LastYear; year++)
            {
                if (Missing(series.Gap, year, order) is { } reason)
                {
                    WriteGap(series, indicator, place.Code, year, reason);
                    continue;
                }

                var random = KeyedRandom.Of(seed, SampleStream.Published, $"{place.Code}{year:D4}", series.Id);
                var level = Math.Max(0, local * (1 + (Math.Min(0.05, series.Spread / 3) * random.Bell())));
                var people = (long)(series.Base < 0 ? -series.Base * place.Inhabitants : series.Base * place.Children);
                if (series.Base == 0)
                {
                    WriteValues(series, indicator, place.Code, year, level);
                }
                else
                {
                    WriteCounts(series, indicator, place.Code, year, level / indicator.Unit.Factor, people);
                }
            }
        }
    }

    void WriteCounts(PublishedSeries series, Indicator indicator, string place, int year, double share, long people)
    {
        long Cases(long of, double factor) => Math.Min(indicator.Measure == Measure.Proportion ? of : long.MaxValue, (long)((of * share * factor) + 0.5));
        bool Hidden(long cases, long of) =>
            of < SmallestBase || cases is > 0 and < SmallestCount || (indicator.Measure == Measure.Proportion && of - cases is > 0 and < SmallestCount);

        if (series.Girls is not { } girls)
        {
            var cases = Cases(people, 1);
            WriteFigure(series, indicator, place, year, Sex.T, cases, people, Hidden(cases, people));
            return;
        }

        var girlsPeople = (long)(people * GirlsShare);
        var boysPeople = people - girlsPeople;
        var (girlsCases, boysCases) = (Cases(girlsPeople, girls), Cases(boysPeople, 2 - girls));
        var allHidden = Hidden(girlsCases + boysCases, people);
        var sexesHidden = allHidden || Hidden(girlsCases, girlsPeople) || Hidden(boysCases, boysPeople);
        WriteFigure(series, indicator, place, year, Sex.T, girlsCases + boysCases, people, allHidden);
        WriteFigure(series, indicator, place, year, Sex.F, girlsCases, girlsPeople, sexesHidden);
        WriteFigure(series, indicator, place, year, Sex.M, boysCases, boysPeople, sexesHidden);
    }

    void WriteFigure(PublishedSeries series, Indicator indicator, string place, int year, Sex sex, long cases, long people, bool hidden)
    {
        Start(series, place, year, sex);
        file.Number(series.Counts && !hidden ? cases : null);
        file.Number(series.Counts && !hidden ? people : null);
        if (series.Counts || hidden)
        {
            file.Empty();
        }
        else
        {
            file.Number(cases * indicator.Unit.Factor / people, 1);
        }

        End(hidden ? Reason.Suppressed : null, indicator);
    }

    void WriteValues(PublishedSeries series, Indicator indicator, string place, int year, double level)
    {
        var decimals = (byte)(indicator.Measure == Measure.Count ? 0 : 1);
        foreach (var (sex, factor) in series.Girls is { } girls ? [(Sex.T, 1), (Sex.F, girls), (Sex.M, 2 - girls)] : new[] { (Sex.T, 1.0) })
        {
            Start(series, place, year, sex);
            file.Empty();
            file.Empty();
            file.Number(level * factor, decimals);
            End(null, indicator);
        }
    }

    void WriteGap(PublishedSeries series, Indicator indicator, string place, int year, Reason reason)
    {
        foreach (var sex in series.Girls is null ? [Sex.T] : (Sex[])[Sex.T, Sex.F, Sex.M])
        {
            Start(series, place, year, sex);
            file.Empty();
            file.Empty();
            file.Empty();
            End(reason, indicator);
        }
    }

    void Start(PublishedSeries series, string place, int year, Sex sex)
    {
        file.Text(series.Id);
        file.Text(place);
        file.Number(year);
        file.Raw(sex == Sex.T ? "T"u8 : sex == Sex.F ? "F"u8 : "M"u8);
        file.Number(series.From);
        file.Number(series.To);
    }

    void End(Reason? status, Indicator indicator)
    {
        file.Text(status is { } reason ? ReasonCode.Of(reason) : "");
        file.Text($"{indicator.Source} {indicator.SourceId} – påhittad siffra");
        file.EndRow();
    }

    static Reason? Missing(SourceGap gap, int year, int order) => gap switch
    {
        SourceGap.FirstYear when year == PlantedStructure.FirstYear => Reason.SourceMissing,
        SourceGap.EvenYearsOnly when year % 2 != 0 => Reason.SourceMissing,
        SourceGap.EverySecondYear when (year + order) % 2 != 0 => Reason.SourceMissing,
        SourceGap.ElectionYearsOnly when year % 4 != 2 => Reason.SourceMissing,
        SourceGap.NewDefinitionInFirstYear when year == PlantedStructure.FirstYear => Reason.NewDefinition,
        SourceGap.TooFewYearsAtFirst when year == PlantedStructure.FirstYear => Reason.TooFewYears,
        _ => null,
    };
}
