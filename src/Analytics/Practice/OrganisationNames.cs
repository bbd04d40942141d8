using Analytics.Catalogue;

namespace Analytics.Practice;

/// <summary>Names that tell organisations apart: the same name in another municipality or of another actor type is another organisation.</summary>
static class OrganisationNames
{
    /// <summary>A name for each organisation: its own where nobody shares it, else with its municipality, and with its actor type where that does not suffice.</summary>
    public static IReadOnlyDictionary<(string Name, int Municipality, int Actor), string> Of(IEnumerable<(string Name, int Municipality, int Actor)> organisations, Codebook codebook)
    {
        var names = new Dictionary<(string Name, int Municipality, int Actor), string>();
        foreach (var namesakes in organisations.Distinct().GroupBy(x => x.Name.Trim(), StringComparer.Ordinal))
        {
            (int Municipality, int Actor)[] different = [.. namesakes.Select(x => (x.Municipality, x.Actor)).Distinct()];
            foreach (var organisation in namesakes)
            {
                var municipality = codebook.Municipalities[organisation.Municipality].Name;
                names[organisation] = different.Length == 1 ? namesakes.Key
                    : different.Count(x => x.Municipality == organisation.Municipality) == 1 ? $"{namesakes.Key} ({municipality})"
                    : $"{namesakes.Key} ({municipality}, {codebook.Actors[organisation.Actor].NameSv})";
            }
        }

        return names;
    }
}
