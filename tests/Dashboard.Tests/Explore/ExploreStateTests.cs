using CsCheck;
using Dashboard.Explore;
using Dashboard.Navigation;
using Xunit;

namespace Dashboard.Tests.Explore;

public sealed class ExploreStateTests
{
    static readonly Gen<string> Value = Gen.String[Gen.Char["abcåäö0-9_&=?#+%/ ;\"<>é"], 1, 12];

    static readonly Gen<ExploreState> State =
        Gen.Select(Value.Array[0, 4].Array[5], Gen.OneOf(Gen.Const(""), Value).Array[4], Gen.OneOf(Gen.Const(""), Value).Array[6], Gen.Int[1, 99]).Select((lists, others, rest, page) =>
        {
            var state = ExploreState.Empty.With(_ => new ViewQuery { County = Given(rest[0]), Benchmark = Given(rest[1]), Level = Given(rest[2]), Sort = Given(rest[3]), Release = Given(rest[4]), Lang = Given(rest[5]) });
            foreach (var choice in Enum.GetValues<Choice>())
            {
                state = state.With(choice, lists[(int)choice]);
                state = choice == Choice.Indicator ? state : state.WithOther(choice, others[(int)choice - 1]);
            }

            return state with { Page = page };
        });

    static string? Given(string text) => text.Length == 0 ? null : text;

    [Fact]
    public void Read_OfWhatWasWritten_IsTheSameState() => State.Sample(state =>
    {
        var read = ExploreState.Read(state.To());
        Assert.Equal(state, read);
        Assert.Equal(state.To(), read.To());
        Assert.Equal(state, ExploreState.Read("http://localhost" + state.To() + "#x"));
        Assert.All(Enum.GetValues<Choice>(), x => Assert.Equal(state[x].Append(state.Other(x)), read[x].Append(read.Other(x))));
    });

    [Fact]
    public void With_AValueOnAndOff_IsTheStateBefore() => Gen.Select(State, Value).Sample((state, value) =>
    {
        var without = state.With(Choice.Area, value, isChosen: false);
        Assert.Equal(without, without.With(Choice.Area, value, isChosen: true).With(Choice.Area, value, isChosen: false));
        Assert.Equal(1, without.Page);
    });

    [Fact]
    public void To_NamesEveryChoiceAsOtherPagesDo() => Assert.Equal(
        "/utforska?indicator=a&indicator=b&area=0680&year=2024&year=2025&age=13-15&sex=F&b-sex=M&level=0.95",
        ExploreState.Empty.With(Choice.Indicator, ["a", "b", "a"]).With(Choice.Area, ["0680"]).With(Choice.Year, ["2024", "2025"]).With(Choice.Age, ["13-15"]).With(Choice.Sex, ["F"])
            .WithOther(Choice.Sex, "M").With(x => x with { Level = "0.95", Meeting = "not this page's" }).To());

    [Theory]
    [InlineData("/utforska?page=0")]
    [InlineData("/utforska?page=-3")]
    [InlineData("/utforska?page=x&indicator=&b-sex=")]
    [InlineData("/utforska?utm_source=x")]
    public void Read_OfNothingItKnows_IsEmpty(string address) => Assert.Equal(ExploreState.Empty, ExploreState.Read(address));
}
