using Analytics.Catalogue;
using Analytics.Collaboration;
using Analytics.Intake;
using CsCheck;
using Xunit;
using static Analytics.Tests.Collaboration.Rows;

namespace Analytics.Tests.Collaboration;

public sealed class TiesTests
{
    static IReadOnlyList<Tie> Of(params IEnumerable<CollaborationRow> answers) => CollaborationAnalysis.Of(Input(answers), Codes).Ties;

    [Fact]
    public void Of_ThreeAnswers_ShowsMeansOfThoseWhoAnswered()
    {
        var ties = Of(Answer("0604", "school", "police", 4, true, 3), Answer("0604", "school", "police", 1, false, 4), Answer("0604", "school", "police", 2, false, 1), Answer("0604", "school", "police", 3));

        Assert.Equal(
            [
                new("0604", "school", "police", 4, 2.5, 1 / 3.0, 8 / 3.0, null), new("0604", "police", "school", null, null, null, null, Reason.NoResponse),
                new Tie("06", "school", "police", 4, 2.5, 1 / 3.0, 8 / 3.0, null), new("06", "police", "school", null, null, null, null, Reason.NoResponse),
            ],
            ties);
    }

    [Fact]
    public void Of_TwoAnswers_WithholdsThemAndTheFewestOfTheOthers()
    {
        var ties = Of([.. Answers("0604", "school", "police", 4, 4), .. Answers("0617", "school", "police", 1, 1, 1, 1), .. Answers("0642", "school", "police", 2, 2, 2), .. Answers("0643", "school", "police", 0, 0, 0)]);
        var shown = ties.Where(x => x.From == "school").ToDictionary(x => x.Area, x => x.Frequency);

        Assert.Null(shown["0604"]);
        Assert.Equal(1, shown["0617"]);
        Assert.Null(shown["0642"]);
        Assert.Equal(0, shown["0643"]);
        Assert.Equal(18 / 12.0, shown["06"]);
        Assert.All(ties.Where(x => x.Frequency is null && x.From == "school"), x => Assert.Equal(new Tie(x.Area, "school", "police", null, null, null, null, Reason.Suppressed), x));
    }

    [Fact]
    public void Of_FewWhoAnsweredAboutAgreement_WithholdsAgreementAlone()
    {
        var ties = Of([Answer("0604", "school", "police", 4, true), .. Answers("0604", "school", "police", 2, 2), .. Enumerable.Repeat(Answer("0617", "school", "police", 1, false), 3)]);

        Assert.All(ties.Where(x => x.From == "school" && x.Area != "06"), x => Assert.True(x.Frequency is not null && x.Agreement is null));
        Assert.Equal(1 / 4.0, ties.Single(x => x.From == "school" && x.Area == "06").Agreement);
    }

    // Two counties with three municipalities each, and answers that are often left out.
    static readonly string[] Places = ["0101", "0102", "0103", "0604", "0617", "0642"];

    static readonly Gen<CollaborationRow[]> Random = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 4], Gen.Int[0, 2], Gen.Int[0, 6]).Array[0, 22].Select(rows =>
        rows.Select(x => Answer(Places[x.Item1], "school", "police", x.Item2, x.Item3 == 2 ? null : x.Item3 == 1, x.Item4 is 0 or > 4 ? null : x.Item4)).ToArray());

    [Fact]
    public void Of_AnyAnswers_NeverLetsAReaderReckonFewerThanThree() => Random.Sample(rows =>
    {
        var ties = Of(rows).Where(x => x.From == "school").ToArray();
        Check(rows, ties, x => x.Frequency);
        Check([.. rows.Where(x => x.Agreement is not null)], ties, x => x.Agreement);
        Check([.. rows.Where(x => x.Trust is not null)], ties, x => x.Trust);
    });

    static void Check(CollaborationRow[] rows, Tie[] ties, Func<Tie, double?> shown)
    {
        long[] answers = [.. Places.Select(x => (long)rows.Count(row => Codes.Municipalities[row.Municipality].Code == x))];
        // No figure for want of answers is knowledge too: the reader knows that there are none.
        var known = ties.Where(x => shown(x) is not null).Select(x => Places.Select((place, i) => answers[i] > 0 && Holds(x.Area, place) ? 1 : 0).ToArray());
        Assert.DoesNotContain(Reader.SmallSums(answers).Where(x => x.Zip(answers).All(y => y.First == 0 || y.Second > 0)), few => Reader.CanReckon(known, few));
    }

    static bool Holds(string area, string municipality) => area == AreaCode.Nation || municipality.StartsWith(area, StringComparison.Ordinal);

    [Fact]
    public void Of_ShownTie_IsTheMeanOfItsAnswers() => Random.Sample(rows => Assert.All(Of(rows).Where(x => x.Status is null), tie =>
    {
        var answers = rows.Where(x => Holds(tie.Area, Codes.Municipalities[x.Municipality].Code)).ToArray();
        Assert.True(tie.Answers >= TieRules.FewestAnswers);
        Assert.Equal(answers.Length, tie.Answers);
        Assert.Equal(answers.Average(x => x.Frequency), tie.Frequency!.Value, 1e-12);
        Assert.Equal(tie.Agreement ?? 0, tie.Agreement is null ? 0 : answers.Where(x => x.Agreement is not null).Average(x => x.Agreement == true ? 1 : 0), 1e-12);
        Assert.Equal(tie.Trust ?? 0, tie.Trust is null ? 0 : answers.Average(x => x.Trust)!.Value, 1e-12);
    }));
}
