using System.CommandLine;
using System.Globalization;

namespace Dashboard.Commands;

/// <summary>An option that takes a whole number with a least value.</summary>
static class WholeNumberOption
{
    /// <summary>Creates it.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="otherwise">The value when it is not given.</param>
    /// <param name="least">Smallest value allowed.</param>
    /// <param name="description">What it means, for help.</param>
    public static Option<int> Create(string name, int otherwise, int least, string description)
    {
        var option = new Option<int>(name) { DefaultValueFactory = _ => otherwise, Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var value) && value < least)
            {
                result.AddError($"{name} must be at least {least.ToString(CultureInfo.InvariantCulture)}.");
            }
        });
        return option;
    }
}
