using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Practice;
using Dashboard.Layout;
using Dashboard.Releases;

namespace Dashboard.Methods;

/// <summary>Who uses which method, in groups: what picture, tables and downloads all show.</summary>
/// <param name="Choice">What was chosen.</param>
/// <param name="Units">Organisations or municipalities of the county, group by group, in the order in which neighbours are alike.</param>
/// <param name="Methods">Methods that any of them uses, neighbours alike.</param>
/// <param name="Unused">Methods of the catalogue that none of them uses.</param>
public sealed record MethodView(MethodChoice Choice, IReadOnlyList<UnitReading> Units, IReadOnlyList<MethodReading> Methods, IReadOnlyList<Method> Unused)
{
    /// <summary>Numbers of the groups that have units here.</summary>
    public IEnumerable<int> Groups => Units.Select(x => x.Group).Distinct();

    /// <summary>Reads the release.</summary>
    public static MethodView Of(LoadedRelease release, MethodChoice choice)
    {
        // What is not shown counts as not used, so that shares are of all organisations.
        MethodUse[] uses = [.. release.Practice.Uses.Where(x => x.Municipality.StartsWith(choice.County.Code, StringComparison.Ordinal)).Select(x => choice.Shows(x) ? x : x with { Extent = 0 })];
        var units = UnitsOf(release, choice, uses);
        var order = release.Practice.Clusters.Single(x => x.Level == ClusterLevel.Of(choice.Municipalities, properties: false));
        Method[] known = [.. order.FeatureOrder.Select(x => order.Features[x]).Concat(order.Dropped).Select(x => release.Codebook.FindMethod(x)!)];
        Method[] used = [.. known.Where(x => uses.Any(y => y.InUse && y.Method == x.Id))];
        return new MethodView(choice, units, [.. FromTopLeft(used, units).Select(x => MethodReading.Of(x, uses))], [.. release.Codebook.Methods.Except(used)]);
    }

    /// <summary>The methods in their order or the opposite one, whichever puts those of the first units first.</summary>
    static Method[] FromTopLeft(Method[] methods, IReadOnlyList<UnitReading> units)
    {
        double[] places = [.. methods.Select(method => units.Select((unit, i) => (Row: i, Use: unit.Use.GetValueOrDefault(method.Id))).Where(x => x.Use > 0).Select(x => (double?)x.Row).Average() ?? 0)];
        var slope = places.Select((row, column) => row * (column - ((methods.Length - 1) / 2.0))).Sum();
        return slope < 0 ? [.. methods.Reverse()] : methods;
    }

    static IReadOnlyList<UnitReading> UnitsOf(LoadedRelease release, MethodChoice choice, MethodUse[] uses)
    {
        var (study, partition) = (choice.Study, choice.Partition);
        var features = MethodFeatures.OrganisationsByMethod(uses, release.Codebook);
        var shares = choice.Municipalities ? MethodFeatures.ByMunicipality(features, uses) : features;
        var shareOf = shares.Units.Zip(shares.Values).ToDictionary(x => x.First, x => x.Second, StringComparer.Ordinal);
        var first = uses.GroupBy(x => x.Organisation, StringComparer.Ordinal).ToDictionary(x => x.Key, x => x.ToArray(), StringComparer.Ordinal);
        int[] place = new int[study.Units.Count];
        for (var i = 0; i < study.UnitOrder.Count; i++)
        {
            place[study.UnitOrder[i]] = i;
        }

        return
        [
            .. from i in Enumerable.Range(0, study.Units.Count)
               let unit = study.Units[i]
               where shareOf.ContainsKey(unit)
               let answers = choice.Municipalities ? null : first[unit]
               let extents = release.Codebook.Methods.Select((method, m) => answers is null ? shareOf[unit][m] : answers.Where(x => x.Method == method.Id).Max(x => (int?)x.Extent) / 3.0 ?? 0)
               let reading = new UnitReading(
                   unit, choice.Municipalities ? release.Codebook.FindMunicipality(unit)!.Name : unit,
                   release.Codebook.FindMunicipality(answers?[0].Municipality ?? unit)!, answers is null ? null : release.Codebook.FindActor(answers[0].Actor),
                   partition?.Labels[i] ?? 0, partition?.Silhouettes[i], release.Codebook.Methods.Zip(extents).Where(x => x.Second > 0).ToDictionary(x => x.First.Id, x => x.Second, StringComparer.Ordinal))
               orderby reading.Group, place[i]
               select reading,
        ];
    }

    /// <summary>The view as a matrix to draw.</summary>
    /// <param name="heading">What stands above a group.</param>
    /// <param name="label">A unit in words.</param>
    public MethodMatrix Matrix(Func<int, string> heading, Func<UnitReading, string> label)
    {
        var columns = Methods.Select(x => new MatrixColumn(x.Method.Id, Words.Of(x.Method), x.Method.Evidence, x.Method.AgeFrom, x.Method.AgeTo)).ToArray();
        return new MethodMatrix(columns,
        [
            .. Units.GroupBy(x => x.Group).Select(group => new MatrixGroup(
                group.Key == 0 ? "" : heading(group.Key),
                [.. Enumerable.Range(0, columns.Length).Where(i => IsMark(group.Key, columns[i].Method))],
                [.. group.Select(x => new MatrixRow(x.Name, [.. columns.Select(y => x.Use.GetValueOrDefault(y.Method))]) { Label = label(x), Area = x.Actor is null ? x.Municipality.Code : "" })])),
        ]);
    }

    /// <summary>What is certainly more usual in a group than elsewhere, the clearest first.</summary>
    public IEnumerable<ClusterMark> MarksOf(int group) => (Choice.Partition?.Marks ?? []).Where(x => x.Cluster == group && x.Share > x.ShareElsewhere && x.Q < ClearMark).OrderBy(x => x.Q).ThenByDescending(x => x.Share - x.ShareElsewhere);

    bool IsMark(int group, string method) => MarksOf(group).Any(x => x.Feature == method);

    const double ClearMark = 0.05;
}

/// <summary>An organisation or a municipality in the map of methods.</summary>
/// <param name="Unit">Its key in the study: the organisation's name or the municipality's code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Municipality">Its municipality, or itself.</param>
/// <param name="Actor">Its actor type; null for a municipality.</param>
/// <param name="Group">Number of its group, from 1; 0 where there are none.</param>
/// <param name="Silhouette">How well it sits in its group, in [−1, 1].</param>
/// <param name="Use">By method, how much it is used: extent ÷ 3, or the share of organisations. Only what is used.</param>
public sealed record UnitReading(string Unit, string Name, Municipality Municipality, Actor? Actor, int Group, double? Silhouette, IReadOnlyDictionary<string, double> Use);

/// <summary>A method and how many use it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Organisations">Organisations that answered: a count.</param>
/// <param name="Using">Those that use it: a count.</param>
/// <param name="Trained">Answers that staff are trained: a count.</param>
/// <param name="TrainedAnswers">Answers to that question by users: a count.</param>
/// <param name="FollowedUp">Answers that results are followed up: a count.</param>
/// <param name="FollowUpAnswers">Answers to that question by users: a count.</param>
public sealed record MethodReading(Method Method, int Organisations, int Using, int Trained, int TrainedAnswers, int FollowedUp, int FollowUpAnswers)
{
    /// <summary>Counts the answers about a method.</summary>
    public static MethodReading Of(Method method, IReadOnlyList<MethodUse> uses)
    {
        MethodUse[] here = [.. uses.Where(x => x.Method == method.Id && x.InUse)];
        return new MethodReading(
            method, uses.Select(x => x.Organisation).Distinct().Count(), here.Select(x => x.Organisation).Distinct().Count(),
            here.Count(x => x.Trained == true), here.Count(x => x.Trained is not null), here.Count(x => x.FollowUp == true), here.Count(x => x.FollowUp is not null));
    }
}
