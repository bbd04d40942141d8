using Analytics.Csv;

namespace Analytics.Tables;

/// <summary>What became of a table to protect.</summary>
public abstract record TableProtectionResult
{
    TableProtectionResult()
    {
    }

    /// <summary>It was written.</summary>
    /// <param name="Summary">What was done.</param>
    public sealed record Written(TableSummary Summary) : TableProtectionResult;

    /// <summary>The input is wrong, and nothing was written.</summary>
    /// <param name="Faults">All that is wrong.</param>
    public sealed record Refused(FaultList Faults) : TableProtectionResult;

    /// <summary>It cannot be made safe, and nothing was written.</summary>
    /// <param name="Cells">The cells by their codes.</param>
    public sealed record NotSafe(IReadOnlyList<string> Cells) : TableProtectionResult;
}

/// <summary>What was done to a table.</summary>
/// <param name="Mode">How it is protected.</param>
/// <param name="Tables">Number of independent tables.</param>
/// <param name="Cells">Number of cells with a row.</param>
/// <param name="Unpublished">Number of cells without a row.</param>
/// <param name="Primary">Secret cells by rule.</param>
/// <param name="Secondary">Number of cells withheld to protect others.</param>
/// <param name="Cost">What hiding them costs together.</param>
/// <param name="LowerBound">What it must at least cost.</param>
/// <param name="Narrow">Cells that have less room than the width asked for, because of what was published before; none is exact.</param>
/// <param name="MeanError">Mean distance of a rounded count from the true one; 0 without rounding.</param>
/// <param name="LargestError">Largest such distance.</param>
/// <param name="HangingCodes">Codes that no hierarchy names and that were taken to hang under the total: <c>age 6-9</c>.</param>
public sealed record TableSummary(
    TableProtectionMode Mode, int Tables, int Cells, int Unpublished, IReadOnlyDictionary<TableRule, int> Primary, int Secondary, long Cost, double LowerBound,
    IReadOnlyList<string> Narrow, double MeanError, long LargestError, IReadOnlyList<string> HangingCodes);
