using System.Text.Json;
using Analytics.Csv;
using Analytics.Intake;

namespace Analytics.Tables;

/// <summary>Reads the groupings of one dimension in a specification: a list of objects from code to the code it is part of.</summary>
/// <param name="file">Name of the file.</param>
/// <param name="dimension">Name of the dimension.</param>
/// <param name="total">Its total; null where it has none.</param>
/// <param name="faults">Receives every fault.</param>
sealed class GroupingReader(string file, string dimension, string? total, FaultList faults)
{
    const string Column = "hier";

    readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    /// <summary>The groupings, empty ones left out; of no use after a fault.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Read(SpecNode list)
    {
        if (list.Kind != JsonTokenType.StartArray)
        {
            Refuse(list, $"{list.Description} for {Fault.Quoted(dimension)}", "a list of objects from code to the code it is part of, for example [{\"0-2\": \"0-5\"}]");
            return [];
        }

        if (total is null)
        {
            Refuse(list, $"a hierarchy of {Fault.Quoted(dimension)}, which has no total", "a total for each dimension with a hierarchy");
            return [];
        }

        var before = faults.Count;
        var groupings = list.Items.Select(Grouping).Where(x => x.Count > 0).ToArray();
        if (faults.Count == before)
        {
            HierarchyCheck.Run(dimension, total, groupings, (code, found, expected) => faults.Add(new Fault(file, lines.GetValueOrDefault(code, list.Line), Column, found, expected)));
        }

        return groupings;
    }

    Dictionary<string, string> Grouping(SpecNode map)
    {
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        if (map.Kind != JsonTokenType.StartObject)
        {
            Refuse(map, $"{map.Description} in the list of {Fault.Quoted(dimension)}", "an object from code to the code it is part of, for example {\"0-2\": \"0-5\"}");
            return parents;
        }

        foreach (var (code, parent) in map.Properties)
        {
            lines[code] = parent.Line;
            if (code.Length is 0 or > TableSpec.LongestCode)
            {
                Refuse(parent, Texts.Described(code), $"a code of 1 to {Texts.Of(TableSpec.LongestCode)} characters");
            }
            else if (parent.Kind != JsonTokenType.String || parent.Text.Length is 0 or > TableSpec.LongestCode)
            {
                Refuse(parent, parent.Kind == JsonTokenType.String ? Texts.Described(parent.Text) : parent.Description, $"the code of which {Fault.Quoted(code)} is part");
            }
            else if (code == total)
            {
                Refuse(parent, $"the total {Fault.Quoted(code)} of {Fault.Quoted(dimension)} as part of {Fault.Quoted(parent.Text)}", "a total that is part of nothing");
            }
            else if (!parents.TryAdd(code, parent.Text))
            {
                Refuse(
                    parent,
                    parents[code] == parent.Text ? $"{Fault.Quoted(code)} twice" : $"{Fault.Quoted(code)} as part of both {Fault.Quoted(parents[code])} and {Fault.Quoted(parent.Text)}",
                    "each code once in a grouping; another grouping is another object of the list");
            }
        }

        return parents;
    }

    void Refuse(SpecNode node, string found, string expected) => faults.Add(new Fault(file, node.Line, Column, found, expected));
}
