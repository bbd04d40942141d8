using System.Globalization;
using System.Text;

namespace Dashboard.Tests.Commands;

/// <summary>A made-up table of 13 municipalities, six age bands in nested groups, and three sexes of which one may be unpublished.</summary>
static class OwnTable
{
    static readonly string[] Bands = ["0-2", "3-5", "6-9", "10-12", "13-15", "16-18"];

    static readonly (string Code, string[] Bands)[] Ages = [.. Bands.Select(x => (x, new[] { x })), ("0-5", ["0-2", "3-5"]), ("T", Bands)];

    static readonly (string Code, string[] Sexes)[] Sexes = [("F", ["F"]), ("M", ["M"]), ("X", ["X"]), ("T", ["F", "M", "X"])];

    /// <summary>Writes <c>table.csv</c> and <c>spec.json</c>.</summary>
    /// <param name="program">Where to.</param>
    /// <param name="unpublished">Sex without rows.</param>
    /// <param name="change">Changes the count of a leaf.</param>
    public static void Write(ProgramRun program, string unpublished = "", Func<string, string, string, long, long>? change = null)
    {
        var random = new Random(1);
        string[] municipalities = [.. Enumerable.Range(4, 13).Select(x => x.ToString("0600", CultureInfo.InvariantCulture))];
        var leaves = (from municipality in municipalities from band in Bands from sex in (string[])["F", "M", "X"] select (municipality, band, sex))
            .ToDictionary(x => x, x => change?.Invoke(x.municipality, x.band, x.sex, random.Next(60)) ?? random.Next(60));
        var table = new StringBuilder("mun,age,sex,value\n");
        foreach (var municipality in municipalities.Append("06"))
        {
            foreach (var (age, bands) in Ages)
            {
                foreach (var (sex, sexes) in Sexes.Where(x => x.Code != unpublished))
                {
                    var sum = (municipality == "06" ? municipalities : [municipality]).Sum(m => bands.Sum(b => sexes.Sum(s => leaves[(m, b, s)])));
                    table.Append(CultureInfo.InvariantCulture, $"{municipality},{age},{sex},{sum}\n");
                }
            }
        }

        File.WriteAllText(program["table.csv"], table.ToString());
        File.WriteAllText(program["spec.json"], $$"""
            {
              "dims": ["mun", "age", "sex"],
              "total": {"mun": "06", "age": "T", "sex": "T"},
              "hier": {
                "age": [{"0-2": "0-5", "3-5": "0-5", "0-5": "T", "6-9": "T", "10-12": "T", "13-15": "T", "16-18": "T"}],
                "sex": [{"F": "T", "M": "T", "X": "T"}],
                "mun": [
                  {{{string.Join(", ", municipalities.Select(x => $"\"{x}\": \"06\""))}}},
                  {"0604": "north", "0605": "north", "0606": "south"}
                ]
              }
            }
            """);
    }
}
