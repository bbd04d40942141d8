namespace Analytics.Intake;

/// <summary>
/// Receives each good row of microdata while it is read, with the person, valid during the call only, and its place; nothing keeps the row.
/// It may receive rows of an input that turns out to be wrong: what it made of them is void then.
/// </summary>
delegate void PersonSink(ReadOnlySpan<char> person, in Observation observation, RowChecks row);

/// <summary>A whole input folder, checked. Its observations were counted on the way.</summary>
/// <param name="Description">Where the data come from.</param>
/// <param name="Files">Every file that was read, by name.</param>
/// <param name="ObservationCount">Good rows of microdata.</param>
/// <param name="Aggregates">Published figures, in file order.</param>
/// <param name="Population">Inhabitants, in file order.</param>
/// <param name="MethodUse">Use of methods, in file order.</param>
/// <param name="Collaboration">Answers about collaboration, in file order.</param>
/// <param name="FollowUp">Routines of follow-up, in file order.</param>
/// <param name="Interviews">Codes of interviews, in file order.</param>
sealed record InputContent(
    InputDescription Description, IReadOnlyList<InputFileRecord> Files, long ObservationCount, IReadOnlyList<AggregateRow> Aggregates,
    IReadOnlyList<PopulationRow> Population, IReadOnlyList<MethodUseRow> MethodUse, IReadOnlyList<CollaborationRow> Collaboration,
    IReadOnlyList<FollowUpRow> FollowUp, IReadOnlyList<InterviewRow> Interviews);
