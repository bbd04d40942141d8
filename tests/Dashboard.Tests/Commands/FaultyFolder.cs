namespace Dashboard.Tests.Commands;

/// <summary>An input folder with ten different faults in five files.</summary>
static class FaultyFolder
{
    /// <summary>Beginning of every person's key, which no message may quote.</summary>
    public const string Person = "person-19";

    /// <summary>The beginning of each message.</summary>
    public static IReadOnlyList<string> Expected { get; } =
    [
        "observations.csv, line 2, column 'municipality': found '680', expected",
        "observations.csv, line 3, column 'age': found '19', expected",
        "observations.csv, line 4, column 'sex': found 'K', expected",
        "observations.csv, line 5, column 'indicator': found 'sch_no_such', expected",
        "observations.csv, line 6, column 'value': found",
        "observations.csv, line 8: found 6 fields, expected 7 fields",
        "aggregates.csv, line 2, column 'status': found 'hidden', expected",
        "population.csv, line 2, column 'count': found '-1', expected",
        "method_use.csv, line 2, column 'method': found 'tarot', expected",
        "input.json, line 1, column 'response_rate': found",
    ];

    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        Lines(
            "observations.csv", "person,municipality,age,sex,year,indicator,value",
            $"{Person}1,680,13,F,2025,sch_bullied,1", $"{Person}2,0680,19,F,2025,sch_bullied,1", $"{Person}3,0680,13,K,2025,sch_bullied,1",
            $"{Person}4,0680,13,F,2025,sch_no_such,1", $"{Person}5,0680,13,F,2025,sch_bullied,7", $"{Person}6,0680,13,F,2025,sch_bullied,1", $"{Person}7,0680,13,F,2025,sch_bullied");
        Lines("aggregates.csv", "indicator,municipality,year,sex,age_from,age_to,numerator,denominator,value,status,source", "com_culture_school,0680,2025,T,6,19,,,,hidden,Påhittad");
        Lines("population.csv", "municipality,age,sex,year,count", "0680,3,F,2025,-1");
        Lines("method_use.csv", "organisation,municipality,actor,method,age_from,age_to,purpose,extent,trained,follow_up", "Skolan,0680,school,tarot,6,15,assess,2,1,0");
        Lines("input.json", """{ "title": "Fel", "source": "Test", "licence": "CC0", "collected": "2025", "response_rate": 70, "demonstration": true }""");

        void Lines(string name, params string[] lines) => File.WriteAllLines(Path.Combine(folder, name), lines);
    }
}
