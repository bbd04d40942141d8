using CsCheck;
using Xunit;

namespace Analytics.Tests.Intake;

public sealed class PersonalDataTests
{
    const string Letters = "abcdefghijklmnopqrstuvwxyzåäö#%&/()=?0123456789";

    static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(x => texts[x]);

    // A mark in the text tells it from every word and number that a sentence may hold by itself.
    static readonly Gen<string> Secret = Gen.String[Gen.Char[Letters], 0, 80].Select(x => "SeCrEt" + x);
    static readonly Gen<string> Number = Gen.OneOf(Gen.Double[2, 1e9].Select(x => "8675309" + x.ToString("R", System.Globalization.CultureInfo.InvariantCulture)), Gen.Int[2, 9999].Select(x => $"\"8675309,{x}\""), Secret);
    static readonly Gen<string> Row = Gen.Select(
        Secret, OneOf("0680", "0643", "680", ""), OneOf("15", "99", "x"), OneOf("F", "Q"), OneOf("2024", "24"),
        OneOf("share", "level", "events", "places", "no"), Gen.Select(Number, Number),
        (person, municipality, age, sex, year, indicator, numbers) => $"{person},{municipality},{age},{sex},{year},{indicator},{numbers.Item1},{numbers.Item2}");

    [Fact]
    public void Read_AnyBadRows_NoFaultShowsAPersonOrValue() =>
        Row.List[1, 12].Sample(
            rows =>
            {
                using var input = new TestInput().WithRows([.. rows, .. rows]);
                input.Read();
                return input.Faults.Count >= rows.Count
                    && input.Faults.Lines().All(x => !x.Contains("SeCrEt", StringComparison.OrdinalIgnoreCase) && !x.Contains("8675309", StringComparison.Ordinal));
            },
            iter: 300, threads: 1);
}
