namespace Dashboard.Meeting;

/// <summary>Why there is no meeting to show, or why a change was not made. Each has its sentence among the texts of <see cref="MeetingPage"/>.</summary>
enum MeetingFault
{
    /// <summary>The address holds something else, or lost a part.</summary>
    Damaged,

    /// <summary>The address is longer than addresses may be.</summary>
    TooLong,

    /// <summary>A later version of the program wrote it.</summary>
    Newer,

    /// <summary>No meeting has this name.</summary>
    UnknownName,

    /// <summary>This is no name for a meeting.</summary>
    NoName,

    /// <summary>Another meeting has this name.</summary>
    NameTaken,

    /// <summary>The form was too old, or not the dashboard's own.</summary>
    OldForm,

    /// <summary>The address is no view of the release.</summary>
    NoView,

    /// <summary>There are as many views as a meeting may have.</summary>
    Full,

    /// <summary>Not everybody may change this.</summary>
    MayNot,

    /// <summary>It is kept in the store, and the store is away.</summary>
    StoreAway,
}
