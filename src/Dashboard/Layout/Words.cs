using System.Globalization;
using Analytics.Catalogue;
using Microsoft.Extensions.Localization;

namespace Dashboard.Layout;

/// <summary>Names of what the catalogue holds, in the reader's language.</summary>
public sealed class Words(IStringLocalizer<Words> text)
{
    /// <summary>The reader's language.</summary>
    public static CultureInfo Culture => CultureInfo.CurrentUICulture;

    /// <summary>Whether the reader's language is Swedish.</summary>
    public static bool IsSwedish => Culture.TwoLetterISOLanguageName == "sv";

    /// <summary>Swedish order of names, in every language: a place keeps its place.</summary>
    public static StringComparer ByName { get; } = StringComparer.Create(CultureInfo.GetCultureInfo("sv"), ignoreCase: true);

    /// <summary>Name of an indicator.</summary>
    public static string Of(Indicator indicator) => IsSwedish ? indicator.NameSv : indicator.NameEn;

    /// <summary>Name of a method.</summary>
    public static string Of(Method method) => IsSwedish ? method.NameSv : method.NameEn;

    /// <summary>Name of an actor type.</summary>
    public static string Of(Actor actor) => IsSwedish ? actor.NameSv : actor.NameEn;

    /// <summary>Name of a county.</summary>
    public static string Of(County county) => IsSwedish ? county.NameSv : county.NameEn;

    /// <summary>A date as year, month and day.</summary>
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A year.</summary>
    public static string Of(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>A count with its thousands apart.</summary>
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture).Replace(",", IsSwedish ? "\u00A0" : ",", StringComparison.Ordinal);

    /// <summary>The part a factor plays: risk factor, protective factor, outcome.</summary>
    public string Of(Role role) => text[$"Role.{role}"];

    /// <summary>Heading over factors that play the same part.</summary>
    public string Plural(Role role) => text[$"Roles.{role}"];

    /// <summary>Name of a domain.</summary>
    public string Of(Domain domain) => text[$"Domain.{domain}"];

    /// <summary>Name of a part of Situational Action Theory.</summary>
    public string Of(SatConstruct construct) => text[$"Construct.{construct}"];

    /// <summary>Name of a kind of number.</summary>
    public string Of(Measure measure) => text[$"Measure.{measure}"];

    /// <summary>How a higher value is to be read.</summary>
    public string Of(Polarity polarity) => text[$"Polarity.{polarity}"];

    /// <summary>Smallest area a source covers.</summary>
    public string Of(AreaLevel level) => text[$"Level.{level}"];

    /// <summary>Girls, boys, all.</summary>
    public string Of(Sex sex) => text[$"Sex.{sex}"];

    /// <summary>An age band with its unit: <c>13–15 år</c>.</summary>
    public string Of(AgeBand band) => text["Years", AgeSpan(band.Id)];

    /// <summary>Ages of a band without unit: <c>13–15</c>; of a single year only that.</summary>
    public static string AgeSpan(string id) => id.Split('-') is [var from, var to] ? from == to ? from : $"{from}–{to}" : id;

    /// <summary>The ages a value of a wide band covers where the indicator is not measured in all of it: <c>13–18</c>; null where it is.</summary>
    public static string? AgesWithin(AgeBand shown, Indicator indicator, AgeBands bands)
    {
        var parts = bands.Partition.Where(shown.Contains).ToArray();
        var spans = new List<AgeBand>();
        foreach (var part in parts.Where(x => indicator.AgeBands.Contains(x.Id, StringComparer.Ordinal)))
        {
            if (spans.Count > 0 && spans[^1].To + 1 == part.From)
            {
                spans[^1] = spans[^1] with { To = part.To };
            }
            else
            {
                spans.Add(part);
            }
        }

        var whole = spans.Count == 0 || (spans is [var only] && only.From == parts[0].From && only.To == parts[^1].To);
        return whole ? null : string.Join(", ", spans.Select(x => AgeSpan(AgeBand.IdOf(x.From, x.To))));
    }

    /// <summary>How an estimate and its interval came about.</summary>
    public string Of(Analytics.Estimation.EstimateMethod method) => text[$"Method.{method}"];

    /// <summary>The number of flags that chance alone is expected to give among readings, with one decimal.</summary>
    public static string FalseFlags(Analytics.Estimation.FlagLevel level, IReadOnlyList<CellReading> readings)
    {
        var expected = Analytics.Estimation.FalseFlags.Expected(level, readings.Select(x => x.FalseFlagChance), readings.Count(x => x.Differs)).ToString("0.0", CultureInfo.InvariantCulture);
        return IsSwedish ? expected.Replace('.', ',') : expected;
    }

    /// <summary>A part of the factors: a role, a domain, all factors.</summary>
    public string Of(Navigation.FactorPart part) => (part.Role, part.Domain) switch
    {
        ({ } role, _) => Plural(role),
        (_, { } domain) => Of(domain),
        _ => text["AllFactors"],
    };

    /// <summary>Who measured some indicators: their names where they are at most three, otherwise how many they are.</summary>
    public string Sources(IEnumerable<Indicator> indicators)
    {
        var sources = indicators.Select(x => x.Source).Distinct(StringComparer.Ordinal).ToArray();
        return sources.Length <= 3 ? List(sources) : text["Sources", sources.Length];
    }

    /// <summary>Names in a row, as many as told, and how many more there are: <c>a, b and 4 more</c>.</summary>
    public string List(IReadOnlyList<string> names, int most) =>
        names.Count <= most ? List(names) : text["AndMore", string.Join(", ", names.Take(most)), names.Count - most];

    /// <summary>Names in a row: <c>a, b and c</c>.</summary>
    public string List(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => text["And", string.Join(", ", names.SkipLast(1)), names[^1]],
    };
}
