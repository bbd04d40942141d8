using Analytics.Intake;
using Xunit;

namespace Analytics.Tests.Intake;

public sealed class DescriptionFileTests : IDisposable
{
    readonly TestInput input = new TestInput().WithRows("a,0680,15,F,2024,share,1,");

    public void Dispose() => input.Dispose();

    [Fact]
    public void Read_AllProperties_AreTaken()
    {
        var content = input.With("input.json", """
            {
              "title": " Skolenkät ", "source": "Länet", "licence": "CC0", "collected": "hösten 2025",
              "response_rate": 0.72, "demonstration": true
            }
            """).Read();

        Assert.Equal(new InputDescription("Skolenkät", "Länet", "CC0", "hösten 2025", 0.72, true), content!.Description);
    }

    [Fact]
    public void Read_NoFile_GivesTheDefault() => Assert.Equal(new InputDescription("Utan titel", "", "", "", null, false), input.Read()!.Description);

    [Fact]
    public void Read_NullsAndByteOrderMark_GiveTheDefault() =>
        Assert.Equal(DescriptionFile.Default, input.With("input.json", "\uFEFF{\"title\": null, \"source\": null, \"response_rate\": null, \"demonstration\": null}").Read()!.Description);

    [Theory]
    [InlineData("{\n\"titel\": {\"a\": [1]}}", "input.json, line 2: found the property 'titel', expected only title, source, licence, collected, response_rate and demonstration.")]
    [InlineData("{\n\n\"title\": 7}", "input.json, line 3, column 'title': found a number, expected a text of 1 to 500 characters.")]
    [InlineData("{\"title\": \" \"}", "input.json, line 1, column 'title': found only spaces, expected a text of 1 to 500 characters.")]
    [InlineData("{\"title\": \"a\",\n\"title\": \"b\"}", "input.json, line 2, column 'title': found the property twice, expected each property once.")]
    [InlineData("{\"response_rate\": 72}", "input.json, line 1, column 'response_rate': found '72', expected a fraction from 0 to 1, for example 0.72, or null.")]
    [InlineData("{\"response_rate\": \"0,72\"}", "input.json, line 1, column 'response_rate': found a text, expected a fraction from 0 to 1, for example 0.72, or null.")]
    [InlineData("{\"demonstration\": \"true\"}", "input.json, line 1, column 'demonstration': found a text, expected true or false.")]
    [InlineData("[]", "input.json, line 1: found a list, expected an object with title, source, licence, collected, response_rate and demonstration.")]
    [InlineData("{\"title\": \"a\",\n}", "input.json, line 2: found no valid JSON at byte 1 of the line, expected a JSON object such as {\"title\": \"Skolenkät 2026\", \"demonstration\": false}.")]
    [InlineData("{}\n{}", "input.json, line 2: found no valid JSON at byte 1 of the line, expected a JSON object such as {\"title\": \"Skolenkät 2026\", \"demonstration\": false}.")]
    [InlineData("{\"title\": ", "input.json, line 1: found no valid JSON at byte 11 of the line, expected a JSON object such as {\"title\": \"Skolenkät 2026\", \"demonstration\": false}.")]
    public void Read_Fault_IsNamedWithItsLine(string json, string sentence)
    {
        Assert.Null(input.With("input.json", json).Read());
        Assert.Equal([sentence], input.Sentences);
    }

    [Fact]
    public void Read_Latin1_IsRefused()
    {
        input.With("input.json", System.Text.Encoding.Latin1.GetBytes("{\"title\": \"Skolenkät\"}")).Read();

        Assert.Equal(["input.json: found bytes that are not UTF-8, expected a short UTF-8 text."], input.Sentences);
    }
}
