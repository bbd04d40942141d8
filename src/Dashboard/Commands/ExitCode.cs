namespace Dashboard.Commands;

/// <summary>What the program tells its caller.</summary>
static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The input is wrong.</summary>
    public const int InputWrong = 1;

    /// <summary>The command line is wrong.</summary>
    public const int CommandLineWrong = 2;

    /// <summary>A release or a table is not safe.</summary>
    public const int NotSafe = 3;

    /// <summary>The store cannot be reached.</summary>
    public const int StoreAway = 4;

    /// <summary>Stopped from outside, as shells count an interrupt.</summary>
    public const int Stopped = 130;
}
