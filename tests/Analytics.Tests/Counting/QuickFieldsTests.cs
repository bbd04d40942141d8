using System.Globalization;
using System.Text;
using Analytics.Counting;
using Analytics.Csv;
using Analytics.Intake;
using Analytics.Tests.Intake;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Counting;

public sealed class QuickFieldsTests
{
    static readonly Gen<string> Numbers = Gen.OneOf(
        Gen.Double[-1e5, 1e5].Select(x => x.ToString("R", CultureInfo.InvariantCulture)),
        Gen.Decimal[-100_000m, 100_000m].Select(x => x.ToString(CultureInfo.InvariantCulture)),
        Gen.Select(Gen.Int[0, 9999], Gen.Int[0, 999_999], Gen.Int[0, 12]).Select((whole, part, zeros) => $"{whole}.{new string('0', zeros)}{part}"),
        Gen.String[Gen.Char["0123456789.-+eE "], 0, 20],
        Gen.String[Gen.Char["0123456789.-"], 1, 17]);

    [Fact]
    public void Value_OfAnyText_IsThatOfTheCheckedReadingToTheLastBit() => Numbers.Sample(text =>
    {
        var (fields, faults) = (new QuickFields(TestInput.Codebook), new FaultList());
        for (var indicator = 0; indicator < 3; indicator++)
        {
            var expected = new PersonalChecks(new RowChecks("", TestInput.Codebook, faults)).Value(text, TestInput.Codebook.Indicators[indicator].Measure);

            Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(fields.Value(Encoding.UTF8.GetBytes(text), indicator)));
            Assert.Equal(faults.IsEmpty, fields.AllGood);
        }
    }, iter: 2000);

    [Fact]
    public void Weight_OfAnyText_IsThatOfTheCheckedReadingToTheLastBit() => Numbers.Array[1, 4].Sample(texts =>
    {
        var (fields, faults) = (new QuickFields(TestInput.Codebook), new FaultList());
        foreach (var text in texts.SelectMany(x => new[] { x, x, "" }))
        {
            var expected = new PersonalChecks(new RowChecks("", TestInput.Codebook, faults)).Weight(text);

            Assert.Equal(expected, fields.Weight(Encoding.UTF8.GetBytes(text)).Value);
            Assert.Equal(faults.IsEmpty, fields.AllGood);
        }
    }, iter: 500);
}
