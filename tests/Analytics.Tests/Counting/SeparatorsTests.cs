using Analytics.Counting;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Counting;

public sealed class SeparatorsTests
{
    [Fact]
    public void Find_AgreesWithLookingAtEveryByte() =>
        Gen.Select(Gen.OneOf(Gen.Byte, Gen.OneOf((byte)',', (byte)'\n', (byte)'"', (byte)'\r', (byte)'a', (byte)0xC3)).Array[0, 400], Gen.Int[0, 64]).Sample((bytes, before) =>
        {
            var separators = new Separators();
            // What an earlier piece left behind must not be seen again.
            separators.Find(Enumerable.Repeat((byte)',', 500).ToArray(), 300);
            byte[] padded = [.. bytes, .. Enumerable.Repeat((byte)"\n,\"\r"[before % 4], LineBlock.Room)];

            separators.Find(padded, bytes.Length);

            int[] places = [.. Enumerable.Range(0, bytes.Length).Where(x => bytes[x] is (byte)',' or (byte)'\n')];
            Assert.Equal(places, separators.Places[..places.Length].ToArray().Select(x => (int)x));
            Assert.Equal(Enumerable.Range(0, places.Length).Where(x => bytes[places[x]] == '\n'), separators.LineEnds.ToArray().Select(x => (int)x));
            Assert.Equal((bytes.Contains((byte)'"'), bytes.Contains((byte)'\r'), bytes.Any(x => x > 127)), (separators.HasQuotes, separators.HasReturns, separators.HasOtherThanAscii));
        });

    [Fact]
    public void Find_LongestPieceOfNothingButLineEnds_HasRoom()
    {
        var separators = new Separators();

        separators.Find(Enumerable.Repeat((byte)'\n', Separators.Longest + LineBlock.Room).ToArray(), Separators.Longest);

        Assert.Equal(Separators.Longest, separators.Lines);
    }
}
