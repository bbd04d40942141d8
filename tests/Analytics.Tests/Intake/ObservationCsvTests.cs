using System.Globalization;
using System.Text;
using Analytics.Catalogue;
using Analytics.Intake;
using Xunit;

namespace Analytics.Tests.Intake;

public sealed class ObservationCsvTests : IDisposable
{
    readonly TestInput input = new();

    public void Dispose() => input.Dispose();

    [Fact]
    public void Read_GoodRows_ReachTheSinkInOrder()
    {
        var content = input.WithRows("a,0680,15,F,2024,share,1,1.5", "b,0643,0,X,1990,level,-3.25,", "c,0680,18,M,2100,events,7,2").Read();

        Assert.Empty(input.Sentences);
        Assert.Equal(3, content!.ObservationCount);
        Assert.Equal(
            [new Observation(1, 15, Sex.F, 2024, 0, 1, 1.5), new Observation(0, 0, Sex.X, 1990, 1, -3.25, 1), new Observation(1, 18, Sex.M, 2100, 2, 7, 2)],
            input.Observations);
    }

    [Fact]
    public void Read_EmptyValue_IsAskedWithoutAnswer()
    {
        input.WithRows("a,0680,15,F,2024,share,,").Read();

        Assert.False(Assert.Single(input.Observations).Answered);
    }

    [Theory]
    [InlineData("share", "0", 0)]
    [InlineData("share", "1.0", 1)]
    [InlineData("share", "1e0", 1)]
    [InlineData("level", "1e5", 1e5)]
    [InlineData("level", "-100000", -1e5)]
    [InlineData("level", "-0", 0)]
    [InlineData("events", "100000", 1e5)]
    public void Read_ValueOfTheMeasure_IsTaken(string indicator, string text, double value)
    {
        input.WithRows($"a,0680,15,F,2024,{indicator},{text},").Read();

        Assert.Empty(input.Sentences);
        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(input.Observations[0].Value));
    }

    [Theory]
    [InlineData(",0680,15,F,2024,share,1,", "'person': found an empty field, expected a text of 1 to 64 characters.")]
    [InlineData("  ,0680,15,F,2024,share,1,", "'person': found only spaces, expected a text of 1 to 64 characters.")]
    [InlineData("a23456789b23456789c23456789d23456789e23456789f23456789g23456789h2,0680,15,F,2024,share,1,", "'person': found a text of 65 characters, expected a text of 1 to 64 characters.")]
    [InlineData("a,680,15,F,2024,share,1,", "'municipality': found '680', expected a four-digit code, for example '0680'.")]
    [InlineData("a,,15,F,2024,share,1,", "'municipality': found an empty field, expected a four-digit code, for example '0680'.")]
    [InlineData("a,9999,15,F,2024,share,1,", "'municipality': found '9999', expected a municipality of the catalogue.")]
    [InlineData("a,0680,19,F,2024,share,1,", "'age': found '19', expected a whole number from 0 to 18.")]
    [InlineData("a,0680,-1,F,2024,share,1,", "'age': found '-1', expected a whole number from 0 to 18.")]
    [InlineData("a,0680,15.5,F,2024,share,1,", "'age': found '15.5', expected a whole number from 0 to 18.")]
    [InlineData("a,0680,99999999999999999999,F,2024,share,1,", "'age': found a text of 20 characters, expected a whole number from 0 to 18.")]
    [InlineData("a,0680,15,flicka,2024,share,1,", "'sex': found a text of 6 characters, expected F, M or X.")]
    [InlineData("a,20110203-2384,15,F,2024,share,1,", "'municipality': found a text of 13 characters, expected a four-digit code, for example '0680'.")]
    [InlineData("a,0680,15,T,2024,share,1,", "'sex': found 'T', expected F, M or X.")]
    [InlineData("a,0680,15,F,1989,share,1,", "'year': found '1989', expected a whole number from 1990 to 2100.")]
    [InlineData("a,0680,15,F,24,share,1,", "'year': found '24', expected a whole number from 1990 to 2100.")]
    [InlineData("a,0680,15,F,2024,shares,1,", "'indicator': found a text of 6 characters, expected an indicator of the catalogue.")]
    [InlineData("a,0680,15,F,2024,places,1,", "'indicator': found 'places', a number of things, expected an indicator of persons: a proportion, a mean or a rate.")]
    [InlineData("a,0680,15,F,2024,share,2,", "'value': found a number that is not 0 or 1, expected 0 or 1, or empty for no answer.")]
    [InlineData("a,0680,15,F,2024,share,NaN,", "'value': found text that is not a number, expected 0 or 1, or empty for no answer.")]
    [InlineData("a,0680,15,F,2024,share,ja,", "'value': found text that is not a number, expected 0 or 1, or empty for no answer.")]
    [InlineData("a,0680,15,F,2024,level,\"3,5\",", "'value': found a number with a decimal comma, expected a point as decimal mark, for example 3.5.")]
    [InlineData("a,0680,15,F,2024,level,100001,", "'value': found a number that is too large, expected a number from -100000 to 100000, or empty for no answer.")]
    [InlineData("a,0680,15,F,2024,level, 3,", "'value': found text that is not a number, expected a number from -100000 to 100000, or empty for no answer.")]
    [InlineData("a,0680,15,F,2024,level,1e999,", "'value': found text that is not a number, expected a number from -100000 to 100000, or empty for no answer.")]
    [InlineData("a,0680,15,F,2024,events,1.5,", "'value': found a number that is not whole, expected a whole number of events from 0 to 100000, or empty for no answer.")]
    [InlineData("a,0680,15,F,2024,events,-1,", "'value': found a number below 0, expected a whole number of events from 0 to 100000, or empty for no answer.")]
    [InlineData("a,0680,15,F,2024,events,100001,", "'value': found a number that is too large, expected a whole number of events from 0 to 100000, or empty for no answer.")]
    [InlineData("a,0680,15,F,2024,share,1,0", "'weight': found a number that is not above 0, expected a number from 0.0001 to 10000, or empty for 1.")]
    [InlineData("a,0680,15,F,2024,share,1,10001", "'weight': found a number that is too large, expected a number from 0.0001 to 10000, or empty for 1.")]
    [InlineData("a,0680,15,F,2024,share,1,\"0,5\"", "'weight': found a number with a decimal comma, expected a point as decimal mark, for example 3.5.")]
    public void Read_BadField_IsNamedWithItsPlace(string row, string sentence)
    {
        var content = input.WithRows("z,0680,15,F,2024,share,1,", row).Read();

        Assert.Null(content);
        Assert.Equal(["observations.csv, line 3, column " + sentence], input.Sentences);
        Assert.Single(input.Observations);
    }

    [Fact]
    public void Read_ManyFaultsInOneRow_AllNamed()
    {
        input.WithRows(",68,99,f,24,nothing,x,y").Read();

        Assert.Equal(["person", "municipality", "age", "sex", "year", "indicator", "value", "weight"], input.Faults.Listed.Select(x => x.Column));
        Assert.All(input.Faults.Listed, x => Assert.Equal(2, x.Line));
    }

    [Fact]
    public void Read_ByteOrderMarkCrlfQuotesBlankLinesAndOtherOrder_AreTolerated()
    {
        var text = "indicator,person,municipality,age,sex,year,value\r\n\"share\",\"a\"\"b,\nc\",0680,15,F,2024,1\r\n\r\nshare,d,0643,15,M,2024,0\r\nshare,e,0643,15,M,2024,9\r\n";
        input.With("observations.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]).Read();

        Assert.Equal(2, input.Observations.Count);
        Assert.Equal(["observations.csv, line 6, column 'value': found a number that is not 0 or 1, expected 0 or 1, or empty for no answer."], input.Sentences);
    }

    [Fact]
    public void Read_MissingAndUnknownColumn_BothNamed()
    {
        input.With("observations.csv", "person,municipality,age,sex,year,indicator,wieght\na,0680,15,F,2024,share,1\n").Read();

        Assert.Equal(["wieght", "value"], input.Faults.Listed.Select(x => x.Column.Length > 0 ? x.Column : x.Found.Split('\'')[1]));
    }

    [Fact]
    public void Read_SwedishCulture_ReadsThePointAndSaysTheSame()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("sv-SE");
            input.WithRows("a,0680,15,F,2024,level,-3.5,0.25", "b,0680,-1,F,2024,level,\"-3,5\",").Read();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.Equal([new Observation(1, 15, Sex.F, 2024, 1, -3.5, 0.25)], input.Observations);
        Assert.Equal(
            [
                "observations.csv, line 3, column 'age': found '-1', expected a whole number from 0 to 18.",
                "observations.csv, line 3, column 'value': found a number with a decimal comma, expected a point as decimal mark, for example 3.5.",
            ],
            input.Sentences);
    }
}
