using Analytics.Collaboration;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Collaboration;

public sealed class TwoDivisionsTests
{
    [Fact]
    public void TellFew_SumOfARowLessASumOfAColumn_IsFound()
    {
        Assert.True(TwoDivisions.TellFew([(0, 0, 3), (0, 1, 2), (1, 1, 3)]));
        Assert.False(TwoDivisions.TellFew([(0, 0, 3), (0, 1, 3), (1, 1, 3)]));
        Assert.False(TwoDivisions.TellFew([(0, 0, 2), (0, 1, 2), (1, 0, 2), (1, 1, 2)]));
        Assert.True(TwoDivisions.TellFew([(0, 0, 3), (0, 1, 1), (0, 2, 1), (1, 1, 3), (1, 2, 3)]));
    }

    [Fact]
    public void TellFew_Never_LetsAReaderReckonFewerThanThree() => Gen.Int[0, 3].Array[9].Sample(interviews =>
    {
        (int Row, int Column, int Interviews)[] cells = [.. interviews.Select((x, i) => (i / 3, i % 3, x)).Where(x => x.x > 0)];
        long[] answers = [.. cells.Select(x => (long)x.Interviews)];
        int[][] sums = [.. Enumerable.Range(0, 3).Select(row => cells.Select(x => x.Row == row ? 1 : 0).ToArray()), .. Enumerable.Range(0, 3).Select(column => cells.Select(x => x.Column == column ? 1 : 0).ToArray())];
        return TwoDivisions.TellFew(cells) || !Reader.SmallSums(answers).Any(few => Reader.CanReckon(sums, few));
    });
}
