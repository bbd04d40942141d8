namespace Dashboard.Meeting;

/// <summary>The meeting that a request's address carries; found before its page is rendered.</summary>
sealed class OpenMeeting
{
    /// <summary>What the address says; null for nothing.</summary>
    public string? Value { get; set; }

    /// <summary>Its views; null where there is none, or none that can be read.</summary>
    public MeetingSession? Session { get; set; }

    /// <summary>Why there is none although the address carries one; null where all is well.</summary>
    public MeetingFault? Fault { get; set; }

    /// <summary>Its name in the store; null where it is kept in the address.</summary>
    public string? Name => Session is not null && Value is not null && !SessionLink.Is(Value) ? Value : null;
}
