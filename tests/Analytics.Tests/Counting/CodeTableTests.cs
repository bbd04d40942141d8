using System.Text;
using Analytics.Counting;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Counting;

public sealed class CodeTableTests
{
    [Fact]
    public void Find_AnyText_IsItsPlaceAmongTheCodes() =>
        Gen.Select(Gen.String[Gen.Char["ab_0é"], 0, 20].Array[0, 80], Gen.String[Gen.Char["ab_0é"], 0, 20].Array[0, 20]).Sample((drawn, others) =>
        {
            string[] codes = [.. drawn.Distinct()];
            var table = new CodeTable(codes);

            foreach (var text in codes.Concat(others))
            {
                Assert.Equal(Array.IndexOf(codes, text), table.Find(Encoding.UTF8.GetBytes(text)));
            }
        });

    [Fact]
    public void Find_CodesThatDifferOnlyInTheMiddle_AreToldApart()
    {
        string[] codes = [.. Enumerable.Range(0, 50).Select(x => $"beginning-{(char)('A' + x)}-the_ending")];
        var table = new CodeTable(codes);

        Assert.Equal(Enumerable.Range(0, 50), codes.Select(x => table.Find(Encoding.UTF8.GetBytes(x))));
        Assert.Equal(-1, table.Find("beginning-?-the_ending"u8));
    }
}
