using Analytics.Catalogue;

namespace Analytics.Intake;

/// <summary>A figure that a source already publishes.</summary>
/// <param name="Indicator">Index into <see cref="Codebook.Indicators"/>.</param>
/// <param name="Area">Municipality code, county code or <c>00</c>.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Sex">T, F or M.</param>
/// <param name="AgeFrom">Youngest age of the source's own band.</param>
/// <param name="AgeTo">Oldest age of the source's own band; may exceed 18.</param>
/// <param name="Numerator">Cases or events, where published.</param>
/// <param name="Denominator">Base, where published.</param>
/// <param name="Value">Value in the indicator's unit, where published.</param>
/// <param name="Status">Why there is no value; null when there is one.</param>
/// <param name="Source">Who publishes it.</param>
sealed record AggregateRow(
    int Indicator, string Area, int Year, Sex Sex, int AgeFrom, int AgeTo, long? Numerator, long? Denominator, double? Value, Reason? Status, string Source);

/// <summary>Inhabitants on 31 December.</summary>
/// <param name="Municipality">Index into <see cref="Codebook.Municipalities"/>.</param>
/// <param name="Age">Whole years.</param>
/// <param name="Sex">F, M or X.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Count">Number of inhabitants.</param>
sealed record PopulationRow(int Municipality, int Age, Sex Sex, int Year, long Count);

/// <summary>Use of a method by an organisation.</summary>
/// <param name="Organisation">The organisation's name or key.</param>
/// <param name="Municipality">Index into <see cref="Codebook.Municipalities"/>.</param>
/// <param name="Actor">Index into <see cref="Codebook.Actors"/>.</param>
/// <param name="Method">Index into <see cref="Codebook.Methods"/>; aliases are resolved.</param>
/// <param name="AgeFrom">Youngest age, in years.</param>
/// <param name="AgeTo">Oldest age, in years.</param>
/// <param name="Purpose">What it is used for.</param>
/// <param name="Extent">0 never, 1 some, 2 usually, 3 always.</param>
/// <param name="Trained">Whether staff are trained; null when not answered.</param>
/// <param name="FollowUp">Whether results are followed up; null when not answered.</param>
sealed record MethodUseRow(
    string Organisation, int Municipality, int Actor, int Method, int AgeFrom, int AgeTo, Purpose Purpose, int Extent, bool? Trained, bool? FollowUp);

/// <summary>One answer about collaboration with another actor type.</summary>
/// <param name="Municipality">Index into <see cref="Codebook.Municipalities"/>.</param>
/// <param name="Respondent">Index into <see cref="Codebook.Actors"/> of the one who answers.</param>
/// <param name="Other">Index into <see cref="Codebook.Actors"/> of the other.</param>
/// <param name="Frequency">0 never, 1 yearly, 2 quarterly, 3 monthly, 4 weekly.</param>
/// <param name="Agreement">Whether there is a written agreement; null when not answered.</param>
/// <param name="Trust">1 to 4; null when not answered.</param>
sealed record CollaborationRow(int Municipality, int Respondent, int Other, int Frequency, bool? Agreement, int? Trust);

/// <summary>How an organisation follows up children at risk.</summary>
/// <param name="Organisation">The organisation's name or key.</param>
/// <param name="Municipality">Index into <see cref="Codebook.Municipalities"/>.</param>
/// <param name="Actor">Index into <see cref="Codebook.Actors"/>.</param>
/// <param name="Routine">Whether there is a routine; null when not answered.</param>
/// <param name="IntervalMonths">Months between follow-ups; null when not answered.</param>
/// <param name="Documented">Whether follow-up is documented; null when not answered.</param>
/// <param name="JointPlan">Whether there is a plan shared with others; null when not answered.</param>
sealed record FollowUpRow(string Organisation, int Municipality, int Actor, bool? Routine, int? IntervalMonths, bool? Documented, bool? JointPlan);

/// <summary>A code in a group interview.</summary>
/// <param name="Interview">Key of the interview.</param>
/// <param name="Municipality">Index into <see cref="Codebook.Municipalities"/>.</param>
/// <param name="Actor">Index into <see cref="Codebook.Actors"/>.</param>
/// <param name="Theme">Theme.</param>
/// <param name="Code">Code within the theme.</param>
/// <param name="Mentions">How often it was mentioned.</param>
sealed record InterviewRow(string Interview, int Municipality, int Actor, string Theme, string Code, int Mentions);
