using System.Globalization;
using Analytics.Catalogue;
using Analytics.Intake;
using Xunit;

namespace Analytics.Tests.Intake;

public sealed class TableTests : IDisposable
{
    const string Aggregates = "indicator,municipality,year,sex,age_from,age_to,numerator,denominator,value,status,source";
    const string Population = "municipality,age,sex,year,count";
    const string MethodUse = "organisation,municipality,actor,method,age_from,age_to,purpose,extent,trained,follow_up";
    const string Collaboration = "municipality,respondent_actor,other_actor,frequency,agreement,trust";
    const string FollowUp = "organisation,municipality,actor,routine,interval_months,documented,joint_plan";
    const string Interviews = "interview,municipality,actor,theme,code,mentions";

    readonly TestInput input = new TestInput().WithRows("a,0680,15,F,2024,share,1,");

    public void Dispose() => input.Dispose();

    [Fact]
    public void Aggregates_GoodRows_AreTaken()
    {
        input.With("aggregates.csv", Aggregates + """

            share,0680,2024,T,0,19,3,4,,,A
            share,06,2024,F,13,15,,,56.5,,A
            share,00,2024,M,13,15,,,,source_missing,A
            level,0680,2024,T,13,15,,20,-2.5,,A
            share,0643,2024,T,1,5,105,100,105,,A
            share,0643,2024,F,1,5,,100,,suppressed,A
            places,0643,2024,T,0,120,,,0,,A
            """);

        Assert.Equal(
            [
                new AggregateRow(0, "0680", 2024, Sex.T, 0, 19, 3, 4, null, null, "A"),
                new AggregateRow(0, "06", 2024, Sex.F, 13, 15, null, null, 56.5, null, "A"),
                new AggregateRow(0, "00", 2024, Sex.M, 13, 15, null, null, null, Reason.SourceMissing, "A"),
                new AggregateRow(1, "0680", 2024, Sex.T, 13, 15, null, 20, -2.5, null, "A"),
                new AggregateRow(0, "0643", 2024, Sex.T, 1, 5, 105, 100, 105, null, "A"),
                new AggregateRow(0, "0643", 2024, Sex.F, 1, 5, null, 100, null, Reason.Suppressed, "A"),
                new AggregateRow(3, "0643", 2024, Sex.T, 0, 120, null, null, 0, null, "A"),
            ],
            input.Read()!.Aggregates);
    }

    [Fact]
    public void OtherTables_GoodRows_AreTaken()
    {
        var content = input.With("population.csv", Population + "\n0680,0,X,2024,12\n")
            .With("method_use.csv", MethodUse + "\nSkolan,0680,school,savry,12,20,follow_up,3,1,\nSkolan,0680,school,SAVRY-SV,12,18,identify,0,0,1\n")
            .With("collaboration.csv", Collaboration + "\n0680,school,police,4,,4\n0680,police,school,0,1,\n")
            .With("follow_up.csv", FollowUp + "\nSkolan,0680,school,1,6,0,\n")
            .With("interview_codes.csv", Interviews + "\nI1,0680,school,Tema,Kod,0\n").Read();

        Assert.Empty(input.Sentences);
        Assert.Equal([new PopulationRow(1, 0, Sex.X, 2024, 12)], content!.Population);
        Assert.Equal(
            [
                new MethodUseRow("Skolan", 1, 0, 0, 12, 20, Purpose.FollowUp, 3, true, null),
                new MethodUseRow("Skolan", 1, 0, 0, 12, 18, Purpose.Identify, 0, false, true),
            ],
            content.MethodUse);
        Assert.Equal([new CollaborationRow(1, 0, 1, 4, null, 4), new CollaborationRow(1, 1, 0, 0, true, null)], content.Collaboration);
        Assert.Equal([new FollowUpRow("Skolan", 1, 0, true, 6, false, null)], content.FollowUp);
        Assert.Equal([new InterviewRow("I1", 1, 0, "Tema", "Kod", 0)], content.Interviews);
    }

    [Theory]
    [InlineData("aggregates", Aggregates, "no,0680,2024,T,0,19,3,4,,,A", ", column 'indicator': found 'no', expected an indicator of the catalogue.")]
    [InlineData("aggregates", Aggregates, "share,07,2024,T,0,19,3,4,,,A", ", column 'municipality': found '07', expected a municipality or county of the catalogue, or '00'.")]
    [InlineData("aggregates", Aggregates, "share,680,2024,T,0,19,3,4,,,A", ", column 'municipality': found '680', expected a four-digit municipality code, a two-digit county code or '00', for example '0680'.")]
    [InlineData("aggregates", Aggregates, "share,0680,2024,X,0,19,3,4,,,A", ", column 'sex': found 'X', expected T, F or M.")]
    [InlineData("aggregates", Aggregates, "share,0680,2024,T,16,15,3,4,,,A", ", column 'age_to': found '15', expected an age not below age_from (16).")]
    [InlineData("aggregates", Aggregates, "share,0680,2024,T,16,121,3,4,,,A", ", column 'age_to': found '121', expected a whole number from 0 to 120.")]
    [InlineData("aggregates", Aggregates, "share,0680,2024,T,0,19,3.5,4,,,A", ", column 'numerator': found '3.5', expected a whole number from 0 to 1000000000.")]
    [InlineData("aggregates", Aggregates, "share,0680,2024,T,0,19,3,-4,,,A", ", column 'denominator': found '-4', expected a whole number from 0 to 1000000000.")]
    [InlineData("aggregates", Aggregates, "share,0680,2024,T,0,19,,,\"3,5\",,A", ", column 'value': found '3,5', expected a point as decimal mark, for example 12.5.")]
    [InlineData("aggregates", Aggregates, "share,0680,2024,T,0,19,,,-1,,A", ", column 'value': found '-1', expected a number from 0 to 1000000000, for example 12.5.")]
    [InlineData("aggregates", Aggregates, "level,0680,2024,T,0,19,,,..,,A", ", column 'value': found '..', expected a number from -1000000000 to 1000000000, for example 12.5.")]
    [InlineData("aggregates", Aggregates, "share,0680,2024,T,0,19,,,,hidden,A", ", column 'status': found 'hidden', expected empty or one of suppressed, not_measured, no_response, too_few_years, new_definition, source_missing.")]
    [InlineData("aggregates", Aggregates, "share,0680,2024,T,0,19,,,5,suppressed,A", ", column 'status': found 'suppressed', expected an empty status where there is a value or a numerator.")]
    [InlineData("aggregates", Aggregates, "share,0680,2024,T,0,19,3,4,,suppressed,A", ", column 'status': found 'suppressed', expected an empty status where there is a value or a numerator.")]
    [InlineData("aggregates", Aggregates, "share,0680,2024,T,0,19,,,,,A", ": found neither figures nor a status, expected a value, or a numerator with a denominator, or a status: suppressed, not_measured, no_response, too_few_years, new_definition, source_missing.")]
    [InlineData("aggregates", Aggregates, "share,0680,2024,T,0,19,3,,,,A", ": found a numerator alone, expected a value, or a numerator with a denominator, or a status: suppressed, not_measured, no_response, too_few_years, new_definition, source_missing.")]
    [InlineData("aggregates", Aggregates, "share,0680,2024,T,0,19,3,4,,,", ", column 'source': found an empty field, expected a text of 1 to 200 characters.")]
    [InlineData("population", Population, "0680,19,F,2024,5", ", column 'age': found '19', expected a whole number from 0 to 18.")]
    [InlineData("population", Population, "0680,1,T,2024,5", ", column 'sex': found 'T', expected F, M or X.")]
    [InlineData("population", Population, "0680,1,F,2024,", ", column 'count': found an empty field, expected a whole number from 0 to 1000000000.")]
    [InlineData("method_use", MethodUse, ",0680,school,savry,12,18,treat,3,1,1", ", column 'organisation': found an empty field, expected a text of 1 to 200 characters.")]
    [InlineData("method_use", MethodUse, "O,0680,scool,savry,12,18,treat,3,1,1", ", column 'actor': found 'scool', expected an actor type of the catalogue.")]
    [InlineData("method_use", MethodUse, "O,0680,school,savvy,12,18,treat,3,1,1", ", column 'method': found 'savvy', expected the id or a name of a method of the catalogue.")]
    [InlineData("method_use", MethodUse, "O,0680,school,savry,18,12,treat,3,1,1", ", column 'age_to': found '12', expected an age not below age_from (18).")]
    [InlineData("method_use", MethodUse, "O,0680,school,savry,12,18,cure,3,1,1", ", column 'purpose': found 'cure', expected identify, assess, treat or follow_up.")]
    [InlineData("method_use", MethodUse, "O,0680,school,savry,12,18,treat,4,1,1", ", column 'extent': found '4', expected a whole number from 0 to 3.")]
    [InlineData("method_use", MethodUse, "O,0680,school,savry,12,18,treat,3,ja,1", ", column 'trained': found 'ja', expected 0 or 1, or empty for no answer.")]
    [InlineData("method_use", MethodUse, "O,0680,school,savry,12,18,treat,3,1,2", ", column 'follow_up': found '2', expected 0 or 1, or empty for no answer.")]
    [InlineData("collaboration", Collaboration, "0680,school,school,4,1,1", ", column 'other_actor': found 'school', expected another actor type than respondent_actor.")]
    [InlineData("collaboration", Collaboration, "0680,school,police,5,1,1", ", column 'frequency': found '5', expected a whole number from 0 to 4.")]
    [InlineData("collaboration", Collaboration, "0680,school,police,4,1,0", ", column 'trust': found '0', expected a whole number from 1 to 4.")]
    [InlineData("follow_up", FollowUp, "O,0680,school,1,0,1,1", ", column 'interval_months': found '0', expected a whole number from 1 to 120.")]
    [InlineData("interview_codes", Interviews, "I,0680,school,,K,1", ", column 'theme': found an empty field, expected a text of 1 to 200 characters.")]
    [InlineData("interview_codes", Interviews, "I,0680,school,T,K,-1", ", column 'mentions': found '-1', expected a whole number from 0 to 1000000.")]
    public void Table_BadField_IsNamedWithItsPlace(string table, string header, string row, string sentence)
    {
        Assert.Null(input.With($"{table}.csv", $"{header}\n{row}\n").Read());
        Assert.Equal([$"{table}.csv, line 2{sentence}"], input.Sentences);
    }

    [Theory]
    [InlineData("aggregates", Aggregates, "share,0680,2024,T,0,19,3,4,,,A", "share,0680,2024,T,0,19,,,,suppressed,B", "the same indicator, area, year, sex and ages as line 2")]
    [InlineData("population", Population, "0680,1,F,2024,5", "0680,1,F,2024,6", "the same municipality, age, sex and year as line 2")]
    public void Table_RowTwice_NamesBothLines(string table, string header, string first, string second, string found)
    {
        input.With($"{table}.csv", $"{header}\n{first}\n{second}\n").Read();

        Assert.Equal([$"{table}.csv, line 3: found {found}, expected one row for each."], input.Sentences);
    }

    [Fact]
    public void Table_LongText_IsDescribed()
    {
        input.With("follow_up.csv", $"{FollowUp}\n{new string('x', 201)},0680,school,1,6,1,1\n{new string('x', 200)},0680,school,1,6,1,1\n").Read();

        Assert.Equal(["follow_up.csv, line 2, column 'organisation': found a text of 201 characters, expected a text of 1 to 200 characters."], input.Sentences);
    }

    [Fact]
    public void Table_SwedishCulture_ReadsThePoint()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("sv-SE");
            Assert.Equal(-2.5, input.With("aggregates.csv", Aggregates + "\nlevel,0680,2024,T,13,15,,,-2.5,,A\n").Read()!.Aggregates[0].Value);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
