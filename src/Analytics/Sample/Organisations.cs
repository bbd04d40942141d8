using Analytics.Catalogue;
using static Analytics.Sample.SampleActors;

namespace Analytics.Sample;

/// <summary>A made-up organisation that works with children.</summary>
/// <param name="Name">Its name, unique.</param>
/// <param name="Municipality">Code of its municipality.</param>
/// <param name="Actor">Its actor type.</param>
/// <param name="Way">Its way of working.</param>
sealed record Organisation(string Name, string Municipality, Actor Actor, WayOfWorking Way);

/// <summary>The made-up organisations of an input.</summary>
static class Organisations
{
    /// <summary>Municipalities with fewer children have no family centre of their own.</summary>
    const int ChildrenForFamilyCentre = 3000;

    // Name, actor type, and the ways of working that occur, as indices into PlantedStructure.Ways. Two investigation units of the same size work differently by chance.
    static readonly (string Name, string Actor, int[] Ways)[] Kinds =
    [
        ("Socialtjänstens utredningsenhet", SocialServices, [0, 0, 1]),
        ("Socialtjänstens öppenvård", SocialServices, [0, 1, 2]),
        ("Elevhälsan", PupilHealth, [0, 1]),
        ("Grundskolan", School, [1, 2]),
        ("Fritidsverksamheten", Leisure, [2]),
        ("Lokalpolisen", Police, [2, 2, 0]),
        ("Familjecentralen", FamilyCentre, [1]),
    ];

    /// <summary>All organisations: by municipality, then by kind; a kind whose actor type the catalogue lacks is left out.</summary>
    public static IEnumerable<Organisation> All(SampleAreas areas, Codebook codebook, int seed)
    {
        for (var a = 0; a < areas.All.Count; a++)
        {
            foreach (var (name, actorId, ways) in Kinds)
            {
                if (codebook.Actors.FirstOrDefault(x => x.Id == actorId) is { } actor && (actorId != FamilyCentre || areas.Children[a] >= ChildrenForFamilyCentre))
                {
                    var random = KeyedRandom.Of(seed, SampleStream.Organisation, areas.All[a].Code, name);
                    yield return new Organisation($"{name} {areas.All[a].Name}", areas.All[a].Code, actor, PlantedStructure.Ways[ways[random.Below(ways.Length)]]);
                }
            }
        }
    }
}
