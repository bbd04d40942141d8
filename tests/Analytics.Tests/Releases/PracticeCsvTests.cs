using System.Text;
using Analytics.Practice;
using Analytics.Release;
using Xunit;

namespace Analytics.Tests.Releases;

public sealed class PracticeCsvTests
{
    [Theory]
    [InlineData("methods.csv", "organisation,municipality,actor,method,purpose,age_from,age_to,extent,trained,follow_up\n\"Elevhälsan, \"\"norr\"\"\",0604,pupil_health,sdq,identify,6,12,3,1,\nSkolan,0604,school,bbic,follow_up,6,18,0,,0\n")]
    [InlineData("method_remarks.csv", "kind,organisation,municipality,method,purpose,answers\nnever_but_followed_up,Skolan,0604,bbic,follow_up,1\n")]
    [InlineData("method_coverage.csv", "area,age_band,domain,organisations,using,methods,structured,evidence,trained,trained_answers,followed_up,follow_up_answers\n0604,6-9,school,2,1,1,1,1,1,1,0,0\n")]
    [InlineData("method_clusters.csv", "level,unit,k,cluster,silhouette\norganisation,\"Elevhälsan, \"\"norr\"\"\",2,1,0.5\norganisation,Skolan,2,2,0\n")]
    [InlineData("method_cluster_quality.csv", "level,k,inertia,silhouette,calinski_harabasz,davies_bouldin,gap,stability_min,chosen\norganisation,2,0.125,0.25,10.5,0.75,-0.5,0.625,1\n")]
    [InlineData("method_cluster_verdicts.csv", "level,verdict,p,units,sampled,dropped\norganisation,weak,0.25,2,2,\n")]
    [InlineData("method_cluster_marks.csv", "level,k,cluster,feature,share,share_elsewhere,lift,p,q\norganisation,2,1,sdq,1,0,,0.05,0.1\n")]
    [InlineData("follow_up.csv", "area,actor,question,yes,answers,share,lower,upper,status\n06,,joint_plan,6,8,0.75,0.25,0.875,\n0604,school,routine,,,,,,suppressed\n")]
    [InlineData("follow_up_intervals.csv", "area,actor,median_months,answers,status\n06,,4.5,8,\n0604,school,,,suppressed\n")]
    public void Files_OfAPart_HaveTheseLines(string name, string text)
    {
        using var stream = new MemoryStream();
        PracticeCsv.Files(MadeUpAnswers.Practice).Single(x => x.FileName == name).Write(stream);

        Assert.Equal(text, Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Files_OfAReleaseWithoutAnswers_HaveTheirHeadersOnly() =>
        Assert.All(PracticeCsv.Files(PracticePart.Empty), x => Assert.Empty(x.Rows));
}
