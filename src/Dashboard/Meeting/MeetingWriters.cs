using Dashboard.Access;
using Microsoft.AspNetCore.Antiforgery;

namespace Dashboard.Meeting;

/// <summary>Who may change meetings in the store: on one's own computer everybody, on a server that others reach whoever has signed in. The one place that decides it.</summary>
/// <remarks>The token of a form is checked here too, and not before, so that whoever sends an old form gets back what was filled in and a sentence instead of an empty page.</remarks>
sealed class MeetingWriters(IAntiforgery antiforgery, AccessOptions access)
{
    /// <summary>Whether a reader may change meetings: pages offer it only then.</summary>
    public bool May(HttpContext context) => access.Way switch
    {
        SignInWay.PrintedLink => LoopbackOnly.IsHere(context.Connection),
        SignInWay.Provider => context.RequestServices.GetRequiredService<CurrentReader>().Reader.Role >= AccessRole.Viewer,
        _ => false,
    };

    /// <summary>Why a form that was sent is not followed; null where it is.</summary>
    public async Task<MeetingFault?> RefusalAsync(HttpContext context) =>
        !May(context) ? MeetingFault.MayNot
        : await antiforgery.IsRequestValidAsync(context) ? null
        : MeetingFault.OldForm;
}
