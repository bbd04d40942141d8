using System.Text;
using Analytics.Catalogue;
using Analytics.Collaboration;
using Analytics.Release;
using Xunit;

namespace Analytics.Tests.Releases;

public sealed class CollaborationCsvTests
{
    static string Text(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [Fact]
    public void Write_Ties_HasPointsAndReasons() => Assert.Equal(
        "area,from_actor,to_actor,answers,frequency,agreement,trust,status\n0604,school,police,3,1.3333333333333333,0.5,,\n06,police,school,,,,,suppressed\n",
        Text(x => CollaborationCsv.Write(x, [new("0604", "school", "police", 3, 4 / 3.0, 0.5, null, null), new("06", "police", "school", null, null, null, null, Reason.Suppressed)])));

    [Fact]
    public void Write_Networks_HasOneLinePerActor() => Assert.Equal(
        "area,actor,in_degree,out_degree,betweenness,eigenvector,community\n0604,school,2.5,0,1.5,0.25,1\n0604,police,0,2.5,0,,\n",
        Text(x => NetworkCsv.Write(x, [new("0604", 2, 0, 0.5, null, null, [new("school", 2.5, 0, 1.5, 0.25, 1), new("police", 0, 2.5, 0, null, null)], [], [])])));

    [Fact]
    public void Write_HandOvers_HasListsInOneField() => Assert.Equal(
        "area,younger,older,status,leaving,receiving,both,methods\n06,0-5,6-9,gap,family_centre maternal_health,school,police,\n06,6-9,10-12,method,,,,school:pax_gbg police:ester\n",
        Text(x => HandOversCsv.Write(x,
        [
            new("06", "0-5", "6-9", ["family_centre", "maternal_health"], ["school"], ["police"], HandOverStatus.Gap, [], []),
            new("06", "6-9", "10-12", [], [], [], HandOverStatus.Method, [new("school", "pax_gbg"), new("police", "ester")], []),
        ])));

    [Fact]
    public void Write_Themes_QuotesFreeText() => Assert.Equal(
        "area,actor,theme,code,mentions,interviews,status\n06,school,samverkan,\"möten, \"\"raka\"\" svar\",4,3,\n0604,,samverkan,sekretess,,,no_response\n",
        Text(x => ThemesCsv.Write(x, [new("06", "school", "samverkan", "möten, \"raka\" svar", 4, 3, null), new("0604", null, "samverkan", "sekretess", null, null, Reason.NoResponse)])));
}
