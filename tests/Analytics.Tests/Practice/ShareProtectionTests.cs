using Analytics.Disclosure;
using Analytics.Practice;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Practice;

public sealed class ShareProtectionTests
{
    const int Rows = 3, Columns = 3, Threshold = 5;

    static readonly Relation[] Relations =
    [
        .. Enumerable.Range(0, Rows).Select(row => new Relation((row * Columns) + Columns - 1, [.. Enumerable.Range(row * Columns, Columns - 1)], false)),
        .. Enumerable.Range(0, Columns).Select(column => new Relation(((Rows - 1) * Columns) + column, [.. Enumerable.Range(0, Rows - 1).Select(row => (row * Columns) + column)], false)),
    ];

    const int SmallestBase = 8;

    static IReadOnlyList<Withholding> Of(params (long[] Answers, long[] Yes)[] questions) =>
        ShareProtection.Of([.. questions.Select(x => ((IReadOnlyList<long>)x.Answers, (IReadOnlyList<long>)x.Yes))], Relations, Threshold, SmallestBase, CancellationToken.None)[0];

    static IReadOnlyList<Withholding> Of(long[] answers, long[] yes) => Of((answers, yes));

    /// <summary>Two areas and their sum by two actor types and their sum.</summary>
    static readonly Gen<(long[] Answers, long[] Yes)> Tables =
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7], (people, yes) => (People: people, Yes: Math.Min(people, yes))).Array[4]
            .Select(cells => (Sums([.. cells.Select(x => (long)x.People)]), Sums([.. cells.Select(x => (long)x.Yes)])));

    static long[] Sums(long[] parts) =>
        [parts[0], parts[1], parts[0] + parts[1], parts[2], parts[3], parts[2] + parts[3], parts[0] + parts[2], parts[1] + parts[3], parts.Sum()];

    /// <summary>Every table of yes that agrees with what is shown is tried, by a reader who knows how many answered everywhere.</summary>
    [Fact]
    public void Of_AnyTable_TellsNoAnswerOfFew() => Tables.Sample(table =>
    {
        var withheld = Of(table.Answers, table.Yes);
        var possible = Possible(table.Answers).Where(yes => Enumerable.Range(0, yes.Length).All(cell => withheld[cell] != Withholding.Nothing || yes[cell] == table.Yes[cell])).ToArray();
        for (var cell = 0; cell < withheld.Count; cell++)
        {
            var few = table.Answers[cell] is > 0 and < Threshold;
            Assert.True(!few || withheld[cell] == Withholding.Answers);
            var same = table.Answers[cell] is > 0 and < SmallestBase && (table.Yes[cell] == 0 || table.Yes[cell] == table.Answers[cell]);
            Assert.True(!same || withheld[cell] != Withholding.Nothing);
            Assert.True(!(few || same) || possible.Select(yes => yes[cell]).Distinct().Count() > 1);
        }

        Assert.All(Relations, relation =>
        {
            int[] hidden = [.. relation.Parts.Where(part => withheld[part] != Withholding.Nothing)];
            Assert.True(withheld[relation.Total] != Withholding.Nothing || hidden.Length == 0 || hidden.Sum(part => table.Answers[part]) >= Threshold);
        });
    }, iter: 150);

    [Fact]
    public void Of_ManyAnswersEverywhere_ShowsAll()
    {
        var answers = Sums([10, 20, 30, 40]);

        Assert.All(Of(answers, Sums([10, 1, 7, 3])), x => Assert.Equal(Withholding.Nothing, x));
    }

    /// <summary>If all say yes, so do the few.</summary>
    [Fact]
    public void Of_AllSayYes_WithholdsWhatWouldTellTheFew()
    {
        var answers = Sums([3, 20, 2, 30]);

        var withheld = Of(answers, answers);

        Assert.Equal(Withholding.Answers, withheld[0]);
        Assert.Equal(Withholding.Answers, withheld[3]);
        Assert.NotEqual(Withholding.Nothing, withheld[6]);
        Assert.NotEqual(Withholding.Nothing, withheld[8]);
    }

    /// <summary>Who documents has a routine: what is withheld of one question is withheld of all.</summary>
    [Fact]
    public void Of_SeveralQuestions_WithholdsTheSameCells()
    {
        var answers = Sums([10, 20, 30, 40]);

        var withheld = Of((answers, Sums([5, 6, 7, 8])), (Sums([10, 4, 30, 40]), Sums([5, 2, 7, 8])));

        Assert.NotEqual(Withholding.Nothing, withheld[1]);
        Assert.Equal(Withholding.Nothing, Of(answers, Sums([5, 6, 7, 8]))[1]);
    }

    static IEnumerable<long[]> Possible(long[] answers) =>
        from a in Enumerable.Range(0, (int)answers[0] + 1)
        from b in Enumerable.Range(0, (int)answers[1] + 1)
        from c in Enumerable.Range(0, (int)answers[3] + 1)
        from d in Enumerable.Range(0, (int)answers[4] + 1)
        select Sums([a, b, c, d]);
}
