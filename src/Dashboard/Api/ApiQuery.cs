using System.Globalization;
using System.Text;
using Dashboard.Releases;
using Microsoft.Extensions.Primitives;

namespace Dashboard.Api;

/// <summary>What a request asks of a table, checked.</summary>
/// <param name="Chosen">The values of each filter that is given.</param>
/// <param name="Limit">Most rows of the answer.</param>
/// <param name="Skipped">Rows before the first one of the answer.</param>
/// <param name="Scope">Table and filters as text: the same for the same rows, in whatever order they are asked for.</param>
sealed record ApiQuery(IReadOnlyDictionary<string, IReadOnlySet<string>> Chosen, int Limit, long Skipped, string Scope)
{
    /// <summary>Rows of an answer unless told otherwise, and the most there can be.</summary>
    public const int UsualLimit = 1_000, MostRows = 10_000;

    /// <summary>Names of the parameters that every table has.</summary>
    public const string LimitName = "limit", CursorName = "cursor";

    /// <summary>The query string, in one order, that leads to an answer with these rows.</summary>
    /// <param name="place">Rows before the first one of the answer.</param>
    /// <param name="release">Id of the release.</param>
    public string ParametersAt(long place, string release)
    {
        var filters = Scope[(Scope.IndexOf('?', StringComparison.Ordinal) + 1)..];
        return string.Create(CultureInfo.InvariantCulture, $"{filters}{(filters.Length > 0 ? "&" : "")}{LimitName}={Limit}{(place > 0 ? $"&{CursorName}={Cursor.Write(release, Scope, place)}" : "")}");
    }

    /// <summary>Reads the parameters of a request; null with every fault in the list.</summary>
    /// <param name="given">The parameters.</param>
    /// <param name="table">The table asked for.</param>
    /// <param name="release">The release asked for.</param>
    /// <param name="wrong">Where faults go.</param>
    public static ApiQuery? Read(IQueryCollection given, ApiTable table, LoadedRelease release, List<WrongParameter> wrong)
    {
        var filters = table.Filters.ToDictionary(x => x.Name, StringComparer.Ordinal);
        var chosen = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var (name, values) in given.OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            if (filters.TryGetValue(name, out var filter))
            {
                chosen[name] = Choose(filter, values, release, wrong);
            }
            else if (name is not (LimitName or CursorName))
            {
                wrong.Add(WrongParameter.Of(name, values.ToString(), $"no such parameter; known are {string.Join(", ", [.. filters.Keys, LimitName, CursorName])}"));
            }
        }

        var scope = ScopeOf(table, chosen);
        var limit = LimitOf(given[LimitName], wrong);
        var place = PlaceOf(given[CursorName], release.Manifest.Id, scope, wrong);
        return wrong.Count > 0 ? null : new ApiQuery(chosen, limit, place, scope);
    }

    static SortedSet<string> Choose(Filter filter, StringValues values, LoadedRelease release, List<WrongParameter> wrong)
    {
        string[] known = [.. filter.Known(release)];
        foreach (var value in values.Where(x => !known.Contains(x, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal))
        {
            wrong.Add(WrongParameter.Of(filter.Name, value, WrongParameter.KnownTo(filter, known, ApiAddress.Release(release.Manifest.Id))));
        }

        return new SortedSet<string>(values.Select(x => x ?? ""), StringComparer.Ordinal);
    }

    static string ScopeOf(ApiTable table, Dictionary<string, IReadOnlySet<string>> chosen)
    {
        var scope = new StringBuilder(table.Path);
        var separator = '?';
        foreach (var filter in table.Filters.Where(x => chosen.ContainsKey(x.Name)))
        {
            foreach (var value in chosen[filter.Name])
            {
                scope.Append(separator).Append(filter.Name).Append('=').Append(Uri.EscapeDataString(value));
                separator = '&';
            }
        }

        return separator == '?' ? scope.Append('?').ToString() : scope.ToString();
    }

    static int LimitOf(StringValues given, List<WrongParameter> wrong)
    {
        if (given.Count == 0)
        {
            return UsualLimit;
        }

        if (given is [{ } text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MostRows)
        {
            return limit;
        }

        wrong.Add(WrongParameter.Of(LimitName, given.ToString(), string.Create(CultureInfo.InvariantCulture, $"once, a whole number from 1 to {MostRows}")));
        return UsualLimit;
    }

    static long PlaceOf(StringValues given, string release, string scope, List<WrongParameter> wrong)
    {
        if (given.Count == 0)
        {
            return 0;
        }

        var place = 0L;
        var fault = given is [{ } text] ? Cursor.Read(text, release, scope, out place) : CursorFault.Spoilt;
        // Where a filter is wrong its cursor cannot be told from that of others.
        if (fault != CursorFault.None && !(fault == CursorFault.OtherRows && wrong.Count > 0))
        {
            wrong.Add(WrongParameter.Of(CursorName, given.ToString(), fault switch
            {
                CursorFault.OtherRelease => "a cursor of this release; this one was given out for another release: begin again without a cursor",
                CursorFault.OtherRows => "a cursor of this table with these filters; this one was given out for others: begin again without a cursor",
                _ => "once, a cursor as an answer gave it; this one is spoilt: begin again without a cursor",
            }));
        }

        return place;
    }
}
