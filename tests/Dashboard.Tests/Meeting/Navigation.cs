using AngleSharp.Dom;
using Dashboard.Navigation;

namespace Dashboard.Tests.Meeting;

/// <summary>Where links lead.</summary>
static class Navigation
{
    public static ViewQuery ViewQueryOf(IElement link) => ViewQuery.Read(link.GetAttribute("href")!);
}
