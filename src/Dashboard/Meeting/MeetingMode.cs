namespace Dashboard.Meeting;

/// <summary>What meetings consist of.</summary>
static class MeetingMode
{
    /// <summary>Registers it.</summary>
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<Meetings>();
        services.AddSingleton<MeetingSlides>();
        services.AddSingleton<MeetingShows>();
        services.AddSingleton<MeetingWriters>();
        services.AddSingleton<MeetingChanges>();
        services.AddScoped<MeetingDownload>();
        services.AddScoped<OpenMeeting>();
    }

    /// <summary>Adds the addresses that are no pages.</summary>
    public static void Map(WebApplication application)
    {
        MeetingChanges.Map(application);
        MeetingDownload.Map(application);
    }
}
