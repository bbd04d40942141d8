using Dashboard.AgeLadder;
using Dashboard.Collaboration;
using Dashboard.Compare;
using Dashboard.Matrix;
using Dashboard.Methods;
using Dashboard.Municipalities;
using Dashboard.Overview;
using Dashboard.Profile;
using Dashboard.Trend;

namespace Dashboard.Views;

/// <summary>All screens, in the order of the menu.</summary>
public sealed class Screens(IEnumerable<IScreen> all)
{
    /// <summary>The screens.</summary>
    public IReadOnlyList<IScreen> All { get; } = [.. all];

    /// <summary>The screen of a path; null where no screen has it.</summary>
    public IScreen? Find(string path) => All.FirstOrDefault(x => Fits(x.Route, path));

    static bool Fits(string route, string path) => route.IndexOf('{', StringComparison.Ordinal) is >= 0 and var parameter
        ? path.Length > parameter && path.StartsWith(route[..parameter], StringComparison.Ordinal) && !path.AsSpan(parameter).Contains('/')
        : route == path;

    /// <summary>Registers every screen.</summary>
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<Screens>();
        Add<OverviewScreen>(services);
        Add<MatrixScreen>(services);
        Add<CompareScreen>(services);
        Add<ProfileScreen>(services);
        Add<TrendScreen>(services);
        Add<AgeLadderScreen>(services);
        Add<MunicipalityScreen>(services);
        Add<MethodScreen>(services);
        Add<CollaborationScreen>(services);
        Add<NetworkScreen>(services);
    }

    static void Add<T>(IServiceCollection services)
        where T : class, IScreen
    {
        services.AddSingleton<T>();
        services.AddSingleton<IScreen>(x => x.GetRequiredService<T>());
    }
}
