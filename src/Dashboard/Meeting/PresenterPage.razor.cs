using Dashboard.Navigation;
using Dashboard.Releases;
using Dashboard.Serving;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Meeting;

/// <summary>What whoever speaks has before them: this slide and the next, notes, a clock, and the form for decisions.</summary>
public sealed partial class PresenterPage
{
    /// <summary>Whether a decision was just saved, as the address tells it.</summary>
    [SupplyParameterFromQuery(Name = "saved")]
    public string? Saved { get; set; }

    [Inject]
    ViewedRelease Viewed { get; set; } = null!;

    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    [Inject]
    OpenMeeting Open { get; set; } = null!;

    [Inject]
    Meetings Meetings { get; set; } = null!;

    [Inject]
    MeetingShows Shows { get; set; } = null!;

    [Inject]
    MeetingWriters Writers { get; set; } = null!;

    [CascadingParameter]
    HttpContext? Context { get; set; }

    ViewQuery Query => ViewQuery.Read(Navigation.Uri).OfMeeting();

    MeetingShow? Show { get; set; }

    DecisionForm Form { get; set; } = DecisionForm.Empty;

    IReadOnlyDictionary<string, string> Faults { get; set; } = new Dictionary<string, string>();

    MeetingFault? Refusal { get; set; }

    bool IsAway { get; set; }

    bool MayChange => Context is null || Writers.May(Context);

    CancellationToken Cancellation => Context?.RequestAborted ?? default;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => Show = await Shows.FindAsync(Open, Viewed, Query, Cancellation);

    async Task DecideAsync()
    {
        if (Show is not { Name: { } name } show || Context is not { } context)
        {
            return;
        }

        Saved = null;
        Refusal = await Writers.RefusalAsync(context);
        Form = DecisionForm.Of(await context.Request.ReadFormAsync(Cancellation));
        Faults = Form.Faults(show.Release.Manifest.Created);
        if (Refusal is not null || Faults.Count > 0)
        {
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        var title = show.Slides.FirstOrDefault(x => x.Address == Form.View)?.View.Title ?? "";
        try
        {
            await Meetings.DecideAsync(name, show.Release.Manifest.Id, Form.Decide(show.Release.Manifest.Id, title, show.Release.Codebook), Cancellation);
        }
        catch (StoreAwayException)
        {
            // The page again, so that the fields keep what was typed.
            IsAway = true;
            StoreAwayAnswers.Set(context.Response);
            return;
        }

        // Going back or reloading must not save it again.
        Navigation.NavigateTo($"{Query.To(MeetingAddresses.Talk)}&saved=1#beslut");
    }

    RenderFragment Step(int number, string name, string rel) => builder =>
    {
        if (number >= 1 && number <= Show!.Slides.Count)
        {
            builder.OpenElement(0, "a");
            builder.AddAttribute(1, "class", "btn btn-outline-primary");
            builder.AddAttribute(2, "rel", rel);
            builder.AddAttribute(3, "href", $"{Query.To(MeetingAddresses.Talk)}#bild-{Layout.Words.Of(number)}");
            builder.AddContent(4, name);
            builder.CloseElement();
        }
    };
}
