using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Analytics.Csv;
using Analytics.Intake;

namespace Analytics.Tables;

/// <summary>Reads the specification of a table: JSON with <c>dims</c>, <c>total</c> and <c>hier</c>.</summary>
sealed class TableSpecFile(string file, FaultList faults)
{
    const string Example = """an object such as {"dims": ["mun", "sex"], "total": {"mun": "06", "sex": "T"}, "hier": {"mun": [{"0604": "06"}]}}""";
    const int LargestFile = 1 << 26, LongestText = 200;

    readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    /// <summary>Reads and checks; null after any fault.</summary>
    /// <param name="path">The file.</param>
    /// <param name="faults">Receives every fault.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TableSpec? Read(string path, FaultList faults)
    {
        var file = Path.GetFileName(path);
        if (new FileInfo(path).Length > LargestFile)
        {
            faults.Add(new Fault(file, 0, "", "a file of over 64 mebibytes", Example));
            return null;
        }

        return Read(file, File.ReadAllBytes(path), faults);
    }

    /// <summary>Reads and checks the bytes of a file; null after any fault.</summary>
    public static TableSpec? Read(string file, ReadOnlySpan<byte> json, FaultList faults)
    {
        var before = faults.Count;
        json = json.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
        if (!Utf8.IsValid(json))
        {
            faults.Add(new Fault(file, 0, "", "bytes that are not UTF-8", "JSON in UTF-8"));
            return null;
        }

        try
        {
            var spec = new TableSpecFile(file, faults).Spec(SpecNode.Read(json));
            return faults.Count == before ? spec : null;
        }
        catch (JsonException e)
        {
            faults.Add(new Fault(file, (e.LineNumber ?? 0) + 1, "", $"no valid JSON at byte {Texts.Of((e.BytePositionInLine ?? 0) + 1)} of the line", Example));
            return null;
        }
    }

    TableSpec Spec(SpecNode root)
    {
        if (root.Kind != JsonTokenType.StartObject)
        {
            Refuse(root, "", root.Description, Example);
            return new TableSpec([]);
        }

        var properties = Distinct(root, "");
        foreach (var (name, value) in properties.Where(x => x.Name is not ("dims" or "total" or "hier")))
        {
            Refuse(value, "", $"the property {Fault.Quoted(name)}", "only dims, total and hier");
        }

        if (Find("dims") is not { } dims)
        {
            Refuse(root, "dims", "no such property", "a list of the columns that hold codes, for example [\"mun\", \"sex\"]");
            return new TableSpec([]);
        }

        var names = Names(dims);
        var totals = Find("total") is { } total ? Totals(total, names) : [];
        var groupings = Find("hier") is { } hier ? Groupings(hier, names, totals) : [];
        return new TableSpec([.. names.Select(name => new Dimension(name, totals.GetValueOrDefault(name), groupings.GetValueOrDefault(name) ?? []))]);

        SpecNode? Find(string name) => properties.FirstOrDefault(x => x.Name == name).Value;
    }

    List<string> Names(SpecNode dims)
    {
        const string Expected = "a list of the names of the columns that hold codes, each once";
        var names = new List<string>();
        if (dims.Kind != JsonTokenType.StartArray || dims.Items.Count == 0)
        {
            Refuse(dims, "dims", dims.Kind == JsonTokenType.StartArray ? "an empty list" : dims.Description, Expected);
            return names;
        }

        foreach (var item in dims.Items.Where(x => IsText(x, "dims", Expected)))
        {
            if (TableSpec.OtherColumns.Contains(item.Text))
            {
                Refuse(item, "dims", Fault.Quoted(item.Text), $"a name that means nothing else; {string.Join(", ", TableSpec.OtherColumns)} do");
            }
            else if (item.Text != item.Text.Trim())
            {
                Refuse(item, "dims", $"{Fault.Quoted(item.Text)} with spaces around", Expected);
            }
            else if (names.Contains(item.Text))
            {
                Refuse(item, "dims", $"{Fault.Quoted(item.Text)} twice", Expected);
            }
            else
            {
                names.Add(item.Text);
            }
        }

        return names;
    }

    Dictionary<string, string> Totals(SpecNode total, List<string> names)
    {
        var totals = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in Dimensions(total, "total", names).Where(x => IsText(x.Value, "total", "the code of the total")))
        {
            totals[name] = value.Text;
        }

        return totals;
    }

    Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Groupings(SpecNode hier, List<string> names, Dictionary<string, string> totals)
    {
        var result = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>(StringComparer.Ordinal);
        foreach (var (name, value) in Dimensions(hier, "hier", names))
        {
            if (value.Kind != JsonTokenType.StartArray)
            {
                Refuse(value, "hier", $"{value.Description} for {Fault.Quoted(name)}", "a list of objects from code to the code it is part of, for example [{\"0-2\": \"0-5\"}]");
            }
            else if (!totals.TryGetValue(name, out var total))
            {
                Refuse(value, "hier", $"a hierarchy of {Fault.Quoted(name)}, which has no total", "a total for each dimension with a hierarchy");
            }
            else
            {
                lines.Clear();
                var before = faults.Count;
                var maps = value.Items.Select(x => Grouping(x, name, total)).Where(x => x.Count > 0).ToArray();
                if (faults.Count == before)
                {
                    HierarchyCheck.Run(name, total, maps, (code, found, expected) => faults.Add(new Fault(file, lines.GetValueOrDefault(code, value.Line), "hier", found, expected)));
                }

                result[name] = maps;
            }
        }

        return result;
    }

    Dictionary<string, string> Grouping(SpecNode map, string dimension, string total)
    {
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        if (map.Kind != JsonTokenType.StartObject)
        {
            Refuse(map, "hier", $"{map.Description} in the list of {Fault.Quoted(dimension)}", "an object from code to the code it is part of, for example {\"0-2\": \"0-5\"}");
            return parents;
        }

        foreach (var (code, parent) in map.Properties.Where(x => IsText(x.Value, "hier", "the code of which it is part")))
        {
            lines[code] = parent.Line;
            if (code.Length is 0 or > LongestText)
            {
                Refuse(parent, "hier", Texts.Described(code), $"a code of 1 to {Texts.Of(LongestText)} characters");
            }
            else if (code == total)
            {
                Refuse(parent, "hier", $"the total {Fault.Quoted(code)} of {Fault.Quoted(dimension)} as part of {Fault.Quoted(parent.Text)}", "a total that is part of nothing");
            }
            else if (!parents.TryAdd(code, parent.Text))
            {
                Refuse(parent, "hier", parents[code] == parent.Text ? $"{Fault.Quoted(code)} twice" : $"{Fault.Quoted(code)} as part of both {Fault.Quoted(parents[code])} and {Fault.Quoted(parent.Text)}", "each code once in a grouping; another grouping is another object of the list");
            }
        }

        return parents;
    }

    IEnumerable<(string Name, SpecNode Value)> Dimensions(SpecNode node, string property, List<string> names)
    {
        if (node.Kind != JsonTokenType.StartObject)
        {
            Refuse(node, property, node.Description, "an object with a property per dimension");
            return [];
        }

        return Distinct(node, property).Where(x => IsDimension(x.Name, x.Value, property, names));
    }

    bool IsDimension(string name, SpecNode value, string property, List<string> names)
    {
        if (!names.Contains(name))
        {
            Refuse(value, property, $"the dimension {Fault.Quoted(name)}", "only dimensions that dims lists");
        }

        return names.Contains(name);
    }

    List<(string Name, SpecNode Value)> Distinct(SpecNode node, string property)
    {
        foreach (var twice in node.Properties.GroupBy(x => x.Name, StringComparer.Ordinal).SelectMany(x => x.Skip(1)))
        {
            Refuse(twice.Value, property, $"{Fault.Quoted(twice.Name)} twice", "each property once");
        }

        return [.. node.Properties.DistinctBy(x => x.Name, StringComparer.Ordinal)];
    }

    bool IsText(SpecNode node, string property, string expected)
    {
        var good = node.Kind == JsonTokenType.String && node.Text.Length is > 0 and <= LongestText;
        if (!good)
        {
            Refuse(node, property, node.Kind == JsonTokenType.String ? Texts.Described(node.Text) : node.Description, expected);
        }

        return good;
    }

    void Refuse(SpecNode node, string property, string found, string expected) => faults.Add(new Fault(file, node.Line, property, found, expected));
}
