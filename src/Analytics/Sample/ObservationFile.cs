using System.Buffers.Text;
using System.Text;
using Analytics.Catalogue;

namespace Analytics.Sample;

/// <summary>Writes the made-up microdata and the population that goes with it.</summary>
static class ObservationFile
{
    const string Header = "person,municipality,age,sex,year,indicator,value,weight";
    const int Ages = PlantedStructure.OldestAge + 1, PersonsBetweenReports = 4096;

    static readonly byte[][] SexBytes = ["F"u8.ToArray(), "M"u8.ToArray(), "X"u8.ToArray()];
    static readonly byte[][] ValueBytes = [.. Enumerable.Range(0, 101).Select(x => Encoding.UTF8.GetBytes(x.ToString(System.Globalization.CultureInfo.InvariantCulture)))];

    /// <summary>Writes one row per person, year and indicator, a person after the other; memory does not depend on their number.</summary>
    /// <returns>Inhabitants per municipality, year, age and registered sex (girls, boys), in that order: the people who were written.</returns>
    public static long[] Write(string path, SampleOptions options, SampleAreas areas, Codebook codebook, IProgress<double>? progress, CancellationToken cancellation)
    {
        var indicators = SampledIndicator.All;
        var ids = indicators.Select(x => Encoding.UTF8.GetBytes(x.Id)).ToArray();
        var codes = areas.All.Select(x => Encoding.UTF8.GetBytes(x.Code)).ToArray();
        var asked = indicators.Select(x => Enumerable.Range(0, Ages).Select(age => IsAsked(x, age, codebook)).ToArray()).ToArray();
        var thresholds = areas.Thresholds();
        var answers = new Answers(areas, options.Seed);
        var names = KeyedRandom.Of(options.Seed, SampleStream.PersonName, 0).At(0);
        var population = new long[areas.All.Count * PlantedStructure.Years * Ages * 2];
        var values = new int[indicators.Count];
        Span<byte> start = stackalloc byte[64];
        Span<byte> weight = stackalloc byte[4];
        using var file = new CsvOutput(path, Header);
        for (var number = 0L; number < options.Persons; number++)
        {
            if (number % PersonsBetweenReports == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(number / (double)options.Persons);
            }

            var person = SampledPerson.Draw(options.Seed, number, thresholds);
            Utf8Formatter.TryFormat(KeyedRandom.Mix((ulong)number + names), start, out var used, new('x', 16));
            start[used++] = (byte)',';
            codes[person.Area].CopyTo(start[used..]);
            used += codes[person.Area].Length;
            start[used++] = (byte)',';
            for (var year = person.FirstYear; year <= person.LastYear; year++)
            {
                var age = year - person.BirthYear;
                population[(((((person.Area * PlantedStructure.Years) + year - PlantedStructure.FirstYear) * Ages) + age) * 2) + person.RegisteredSex]++;
                answers.Fill(person, year, values);
                Utf8Formatter.TryFormat(age, start[used..], out var more, default);
                var end = used + more;
                start[end++] = (byte)',';
                start[end++] = SexBytes[person.Sex][0];
                start[end++] = (byte)',';
                Utf8Formatter.TryFormat(year, start[end..], out more, default);
                end += more;
                Weight(person, year, weight);
                for (var i = 0; i < asked.Length; i++)
                {
                    if (asked[i][age])
                    {
                        file.Raw(start[..end]);
                        file.Raw(ids[i]);
                        file.Raw(values[i] < 0 ? default : ValueBytes[values[i]]);
                        file.Raw(indicators[i].Survey ? weight : default);
                        file.EndRow();
                    }
                }
            }
        }

        file.Complete();
        progress?.Report(1);
        return population;
    }

    /// <summary>Writes the people of <see cref="Write"/> as inhabitants; a sex that is not stated counts as the registered one.</summary>
    public static void WritePopulation(string path, SampleAreas areas, Codebook codebook, long[] population)
    {
        var ages = codebook.AgeBands.Total;
        using var file = new CsvOutput(path, "municipality,age,sex,year,count");
        for (var i = 0; i < population.Length; i++)
        {
            var age = i / 2 % Ages;
            if (age < ages.From || age > ages.To)
            {
                continue;
            }

            file.Text(areas.All[i / (2 * Ages * PlantedStructure.Years)].Code);
            file.Number(age);
            file.Raw(SexBytes[i % 2]);
            file.Number(PlantedStructure.FirstYear + (i / (2 * Ages) % PlantedStructure.Years));
            file.Number(population[i]);
            file.EndRow();
        }

        file.Complete();
    }

    // Survey weights: girls 0.86–1.05, boys and others 0.96–1.15, because girls answer more often.
    static void Weight(in SampledPerson person, int year, Span<byte> text)
    {
        var hundredths = (person.Sex == 0 ? 86 : 96) + (int)Math.BigMul(person.Random.At(SampledPerson.YearDraw + (uint)(year - PlantedStructure.FirstYear)), 20, out _);
        text[0] = (byte)('0' + (hundredths / 100));
        text[1] = (byte)'.';
        text[2] = (byte)('0' + (hundredths / 10 % 10));
        text[3] = (byte)('0' + (hundredths % 10));
    }

    static bool IsAsked(SampledIndicator indicator, int age, Codebook codebook) =>
        indicator.From <= age && age <= indicator.To && codebook.FindIndicator(indicator.Id) is { } known
        && codebook.AgeBands.All.Any(x => x.From <= age && age <= x.To && known.AgeBands.Contains(x.Id));
}
