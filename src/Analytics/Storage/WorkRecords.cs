using System.Data.Common;

namespace Analytics.Storage;

/// <summary>What people write down while they use releases, kept beside them in the store and never a part of one.</summary>
public sealed class WorkRecords(DbDataSource database)
{
    /// <summary>Who signed in, built, published and took what home.</summary>
    public AuditTrail Trail { get; } = new(database);

    /// <summary>Views that were pinned for a meeting, and what it decided.</summary>
    public MeetingSessions Meetings { get; } = new(database);

    /// <summary>Views that somebody wants to come back to.</summary>
    public SavedViews Views { get; } = new(database);
}
