using System.CommandLine;
using Analytics.Tables;

namespace Dashboard.Commands;

/// <summary>What the verbs about a table of one's own share: the table, its specification, how strictly, and what was published before.</summary>
sealed class TableOptions
{
    readonly Option<string?> spec = new("--spec") { Description = "What its columns mean, as JSON", HelpName = "FILE" };
    readonly Option<int> threshold = WholeNumberOption.Create("--threshold", 5, 2, "Counts from 1 to one less are small");
    readonly Option<int> width = WholeNumberOption.Create("--width", 3, 1, "Least distance between the largest and smallest count that a secret may have for a reader");
    readonly Option<string[]> released = new("--released") { Description = "An earlier output of the same population; may be given several times", HelpName = "FILE" };

    /// <summary>The option <c>--table</c>.</summary>
    public Option<string?> Table { get; } = new("--table") { Description = "A table of one's own: a column per dimension and value", HelpName = "FILE" };

    /// <summary>Adds the options to a verb.</summary>
    /// <param name="command">The verb.</param>
    /// <param name="required">Whether it needs a table; otherwise a specification only where there is a table.</param>
    public void AddTo(Command command, bool required)
    {
        (Table.Required, spec.Required) = (required, required);
        foreach (var option in (Option[])[Table, spec, threshold, width, released])
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (!required && (result.GetResult(Table) is null) != (result.GetResult(spec) is null))
            {
                result.AddError("--table and --spec belong together.");
            }
        });
    }

    /// <summary>What the command line says.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="output">Where the protected table is written; empty where none is.</param>
    public TableProtectionOptions Of(ParseResult parsed, string output) => new(parsed.GetValue(Table)!, parsed.GetValue(spec)!, output)
    {
        Threshold = parsed.GetValue(threshold),
        Width = parsed.GetValue(width),
        Released = parsed.GetValue(released) ?? [],
    };
}
