namespace Analytics.Sample;

/// <summary>How large a made-up input is.</summary>
/// <param name="Municipalities">13: the municipalities for which the catalogue has a number of children; 290: all of the catalogue.</param>
/// <param name="Persons">People in the panel over all years, at least 1. 20 000 give about one million observations; 101 000 give 13 municipalities of about their real size.</param>
/// <param name="Seed">Another seed makes up other data with the same planted structure.</param>
/// <param name="Compress">Whether the observations are written as <c>observations.csv.gz</c>.</param>
public sealed record SampleOptions(int Municipalities = 13, long Persons = 20_000, int Seed = 1, bool Compress = false);
