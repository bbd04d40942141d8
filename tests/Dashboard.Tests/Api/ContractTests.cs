using System.Text.Json;
using Dashboard.Api;
using Dashboard.Tests.Examples;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.Tests.Api;

public sealed class ContractTests
{
    const string Description = "/api/v1/openapi.json", Releases = "/api/v1/releases", OneRelease = "/api/v1/releases/{release}";

    /// <summary>What programs of others rely on. A line may be added, and a column at the end of a line; nothing may go or change its name within version 1.</summary>
    const string Promised =
        """
        cells: indicator year area age_band sex numerator denominator estimate lower upper status source_band source
        comparisons: indicator year area age_band sex benchmark benchmark_value level verdict smallest_difference
        trends: indicator year area age_band sex from_year to_year slope p direction verdict status
        methods: organisation municipality actor method purpose age_from age_to extent trained follow_up
        method-remarks: kind organisation municipality method purpose answers
        method-coverage: area age_band domain organisations using methods structured evidence trained trained_answers followed_up follow_up_answers
        method-clusters: level unit k cluster silhouette
        method-cluster-quality: level k inertia silhouette calinski_harabasz davies_bouldin gap stability_min chosen
        method-cluster-verdicts: level verdict p units sampled dropped
        method-cluster-marks: level k cluster feature share share_elsewhere lift p q
        follow-up: area actor question yes answers share lower upper status
        follow-up-intervals: area actor median_months answers status
        collaboration: area from_actor to_actor answers frequency agreement trust status
        network: area actor in_degree out_degree betweenness eigenvector community
        hand-overs: area younger older status leaving receiving both methods
        themes: area actor theme code mentions interviews status
        catalogue/indicators: id name_sv name_en role domain construct unit unit_sv unit_en unit_factor polarity measure definition_sv definition_en age_bands source source_id level core note_sv note_en
        catalogue/methods: id name_sv name_en kind age_from age_to actors structured evidence evidence_note_sv evidence_note_en individual family peers school community constructs aliases
        catalogue/actors: id name_sv name_en age_from age_to
        catalogue/municipalities: code name county county_name_sv county_name_en neighbours in_release
        catalogue/age-bands: id from to kind
        """;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static string[] PromisedLines => Promised.ReplaceLineEndings("\n").Split('\n');

    public static TheoryData<string> Tables => [.. PromisedLines.Select(x => x[..x.IndexOf(':', StringComparison.Ordinal)])];

    static Task<RunningDashboard> StartAsync() => RunningDashboard.StartAsync(MemoryStore.Of(ApiAnswers.WholeRelease()));

    [Fact]
    public async Task Description_PathsAndColumns_AreThosePromised()
    {
        await using var dashboard = await StartAsync();
        var description = await dashboard.JsonAsync(Description);
        var check = new SchemaCheck(description);

        var paths = description.GetProperty("paths").EnumerateObject().Select(x => x.Name).ToArray();
        Assert.Equal([Releases, OneRelease, .. Tables.Select(x => $"{OneRelease}/{x.Data}"), Description], paths);
        var described = Tables.Select(x => $"{x.Data}: {string.Join(' ', Row(check, description, $"{OneRelease}/{x.Data}").GetProperty("properties").EnumerateObject().Select(y => y.Name))}");
        Assert.Equal(PromisedLines, described);
        Assert.Equal(["id", "title", "created", "published", "current", "demonstration", "audit_passed"], Row(check, description, Releases).GetProperty("properties").EnumerateObject().Select(x => x.Name));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Answer_OfATable_IsAsDescribed(string table)
    {
        await using var dashboard = await StartAsync();
        var description = await dashboard.JsonAsync(Description);
        var page = await dashboard.JsonAsync($"{ApiAnswers.Release}/{table}?limit=2000");

        Assert.Empty(new SchemaCheck(description).Faults(Schema(description, $"{OneRelease}/{table}"), page));
        Assert.True(page.GetProperty("demonstration").GetBoolean());
        Assert.True(page.GetProperty("total").GetInt32() > 0);
        Assert.NotEmpty(page.GetProperty("rows").EnumerateArray());
        // Columns stand in the described order too.
        Assert.Equal(PromisedLines.Single(x => x.StartsWith($"{table}:", StringComparison.Ordinal)), $"{table}: {string.Join(' ', page.GetProperty("rows")[0].EnumerateObject().Select(x => x.Name))}");
    }

    [Theory]
    [InlineData(Releases, Releases)]
    [InlineData(ApiAnswers.Release, OneRelease)]
    public async Task Answer_AboutReleases_IsAsDescribed(string address, string path)
    {
        await using var dashboard = await StartAsync();
        var description = await dashboard.JsonAsync(Description);
        Assert.Empty(new SchemaCheck(description).Faults(Schema(description, path), await dashboard.JsonAsync(address)));
    }

    [Fact]
    public async Task Answer_OfARoundedReleaseWithoutAudit_IsAsDescribed()
    {
        var document = MadeUpRelease.Rounded(MadeUpRelease.Of(demonstration: false));
        var store = MemoryStore.Of(document);
        await store.RecordAuditAsync(MadeUpRelease.Id, null!, default, Cancellation);
        await using var dashboard = await RunningDashboard.StartAsync(store);
        var manifest = await dashboard.JsonAsync(ApiAnswers.Release);

        Assert.Empty(new SchemaCheck(await dashboard.JsonAsync(Description)).Faults(Schema(await dashboard.JsonAsync(Description), OneRelease), manifest));
        Assert.Equal(JsonValueKind.Null, manifest.GetProperty("audit").ValueKind);
        Assert.False(manifest.TryGetProperty("notice", out _));
        Assert.Contains("rounded", manifest.GetProperty("rounding").GetString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Description_OfEveryPath_IsWhole()
    {
        await using var dashboard = await StartAsync();
        var description = await dashboard.JsonAsync(Description);
        var check = new SchemaCheck(description);
        Assert.StartsWith("3.1", description.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        foreach (var path in description.GetProperty("paths").EnumerateObject())
        {
            var operation = path.Value.GetProperty("get");
            Assert.All(["summary", "description", "operationId"], x => Assert.NotEmpty(operation.GetProperty(x).GetString()!));
            var responses = operation.GetProperty("responses");
            Assert.All(path.Name.Contains('{', StringComparison.Ordinal) ? ["200", "304", "400", "404", "default"] : (string[])["200", "304", "400", "default"], x => Assert.True(responses.TryGetProperty(x, out _), $"{path.Name} {x}"));
            Assert.Contains("application/problem+json", check.Resolve(responses.GetProperty("400").GetProperty("$ref").GetString()!).GetProperty("content").EnumerateObject().Select(x => x.Name));
            var content = responses.GetProperty("200").GetProperty("content").GetProperty("application/json");
            if (path.Name != Description)
            {
                Assert.Empty(check.Faults(content.GetProperty("schema"), content.GetProperty("example")));
            }

            foreach (var given in operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : default)
            {
                var parameter = given.TryGetProperty("$ref", out var reference) ? check.Resolve(reference.GetString()!) : given;
                Assert.NotEmpty(parameter.GetProperty("description").GetString()!);
                var schema = parameter.GetProperty("schema");
                var value = schema.TryGetProperty("items", out var items) ? items : schema;
                Assert.True(value.TryGetProperty("enum", out _) || value.TryGetProperty("pattern", out _) || value.TryGetProperty("maximum", out _), $"{path.Name}: {parameter.GetRawText()}");
                if (parameter.TryGetProperty("example", out var example))
                {
                    Assert.Empty(check.Faults(schema, example));
                }
            }
        }

        Assert.All(description.GetProperty("components").GetProperty("schemas").EnumerateObject().SelectMany(x => x.Value.GetProperty("properties").EnumerateObject()), x =>
            Assert.True(x.Value.TryGetProperty("description", out var text) && text.GetString()!.Length > 0 || x.Value.TryGetProperty("$ref", out _), x.Name));
    }

    [Fact]
    public async Task Description_Paths_AreTheOnesMapped()
    {
        await using var application = DashboardApplication.Create(["--urls", "http://127.0.0.1:0"], new MemoryStore());
        await application.StartAsync(Cancellation);
        var mapped = application.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(x => x.RoutePattern.RawText!).Where(x => x.StartsWith("/api", StringComparison.Ordinal));
        Assert.Equal(ApiDescription.Document().Paths.Keys.Order(), mapped.Order());
    }

    [Fact]
    public async Task Description_AskedTwice_IsTheSameAndNotSentAgain()
    {
        await using var one = await StartAsync();
        await using var other = await RunningDashboard.StartAsync(new MemoryStore());
        Assert.Equal(await one.Client.GetByteArrayAsync(Description, Cancellation), await other.Client.GetByteArrayAsync(Description, Cancellation));
    }

    static JsonElement Schema(JsonElement description, string path) =>
        description.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema");

    static JsonElement Row(SchemaCheck check, JsonElement description, string path) =>
        check.Resolve(check.Resolve(Schema(description, path).GetProperty("$ref").GetString()!).GetProperty("properties").GetProperty("rows").GetProperty("items").GetProperty("$ref").GetString()!);
}
