using System.Globalization;
using Analytics.Storage;
using Dashboard.Navigation;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Access;

/// <summary>For the administrator: who signed in, built, published and took files home, the latest first.</summary>
public sealed partial class TrailPage
{
    /// <summary>Entries on a page.</summary>
    internal const int Most = 200;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Key of the entry before which the page begins.</summary>
    [SupplyParameterFromQuery(Name = "before")]
    public string? BeforeText { get; set; }

    [CascadingParameter]
    HttpContext? Context { get; set; }

    ViewQuery Query => ViewQuery.Read(Navigation.Uri);

    long? Before => long.TryParse(BeforeText, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : null;

    IReadOnlyList<TrailEntry> Entries { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var cancellation = Context?.RequestAborted ?? CancellationToken.None;
        try
        {
            await Writer.WrittenAsync(cancellation).WaitAsync(State.AwaySince is null ? Patience : TimeSpan.Zero, cancellation);
        }
        catch (TimeoutException)
        {
            // The store is slow to write; what it holds is shown.
        }

        Entries = await State.AskAsync(x => Trail.LatestAsync(Most, x, Before ?? long.MaxValue), cancellation);
    }

    string Older(long key)
    {
        var address = Query.To("/handelser");
        return string.Create(CultureInfo.InvariantCulture, $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}before={key}");
    }

    string Action(string action) => TrailActions.All.Contains(action) ? L[$"Action.{action.Replace(' ', '-')}"] : action;

    // "analyst: 00ff00ff00ff00ff": the role is a word, the subject is not.
    string Actor(string actor) => actor.Split(": ", 2) is [var role, var subject] ? $"{Word(role)}: {Word(subject)}" : Word(actor);

    string Word(string word) => L[$"Actor.{word.Replace(' ', '-')}"] is { ResourceNotFound: false } known ? known.Value : word;
}
