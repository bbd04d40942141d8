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
    const int LargestFile = 1 << 26;

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
        var groupings = Find("hier") is { } hier
            ? Dimensions(hier, "hier", names).ToDictionary(x => x.Name, x => new GroupingReader(file, x.Name, totals.GetValueOrDefault(x.Name), faults).Read(x.Value), StringComparer.Ordinal)
            : [];
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
        var good = node.Kind == JsonTokenType.String && node.Text.Length is > 0 and <= TableSpec.LongestCode;
        if (!good)
        {
            Refuse(node, property, node.Kind == JsonTokenType.String ? Texts.Described(node.Text) : node.Description, expected);
        }

        return good;
    }

    void Refuse(SpecNode node, string property, string found, string expected) => faults.Add(new Fault(file, node.Line, property, found, expected));
}
