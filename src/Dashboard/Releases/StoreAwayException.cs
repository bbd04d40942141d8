namespace Dashboard.Releases;

/// <summary>The store cannot be reached; the message says why, without secrets.</summary>
sealed class StoreAwayException(string message) : Exception(message);
