namespace Analytics.Intake;

/// <summary>Receives each checked row of microdata while it is read; nothing keeps the row.</summary>
delegate void ObservationSink(in Observation observation);

/// <summary>Receives each checked row of microdata with the person, valid during the call only, and its place.</summary>
delegate void PersonSink(ReadOnlySpan<char> person, in Observation observation, RowChecks row);

/// <summary>A whole input folder, checked. Its observations went to the sink.</summary>
/// <param name="Description">Where the data come from.</param>
/// <param name="Files">Every file that was read, by name.</param>
/// <param name="ObservationCount">Rows of microdata that the sink received.</param>
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
