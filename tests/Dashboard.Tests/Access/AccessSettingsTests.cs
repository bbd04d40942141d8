using System.Net;
using Dashboard.Access;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Dashboard.Tests.Access;

public sealed class AccessSettingsTests
{
    static readonly string[] Whole = ["Access:Authority=https://login.example.se/realm", "Access:ClientId=lagesbild", "Access:ClientSecret=hush-hush", "Access:Roles:analyst=a"];

    static AccessOptions Read(params string[] settings) => AccessSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(x => x.Split('=', 2)).Select(x => KeyValuePair.Create(x[0], (string?)x[1]))).Build());

    static IReadOnlyList<string> Problems(params string[] settings) => Assert.Throws<SettingsProblemsException>(() => Read(settings)).Problems;

    [Theory]
    [InlineData(nameof(SignInWay.PrintedLink), "urls=http://127.0.0.1:5080;http://localhost:5081")]
    [InlineData(nameof(SignInWay.Nowhere), "urls=http://0.0.0.0:80")]
    [InlineData(nameof(SignInWay.Nowhere), "urls=http://127.0.0.1:5080", "Access:TrustedProxies=127.0.0.1")]
    public void Read_WithoutProvider_DependsOnWhoCanReachIt(string way, params string[] settings)
    {
        Assert.Equal(way, Read(settings).Way.ToString());
    }

    [Fact]
    public void Read_OfWholeSettings_KnowsThemAll()
    {
        var access = Read([.. Whole, "urls=https://*:443", "Access:Roles:administrator=chef;drift", "Access:Roles:viewer:0=one", "Access:Roles:viewer:1=two", "Access:RequireSignIn=true", "Access:RoleClaim=groups", "Access:Scope=roles email", "Access:TrustedProxies=10.0.0.7;10.1.0.0/16"]);

        Assert.Equal((SignInWay.Provider, new Uri("https://login.example.se/realm"), "lagesbild", "hush-hush", "groups", true, true), (access.Way, access.Authority, access.ClientId, access.ClientSecret, access.RoleClaim, access.RequireSignIn, access.Https));
        Assert.Equal(["roles", "email"], access.Scopes);
        Assert.Equal([IPNetwork.Parse("10.0.0.7/32"), IPNetwork.Parse("10.1.0.0/16")], access.TrustedProxies);
        Assert.Equal([AccessRole.Administrator, AccessRole.Administrator, AccessRole.Viewer, AccessRole.Analyst, AccessRole.None], [access.RoleOf(["drift"]), access.RoleOf(["one", "chef"]), access.RoleOf(["two"]), access.RoleOf(["a", "one"]), access.RoleOf(["A"])]);
    }

    [Fact]
    public void Read_OfARoleForAnybody_GivesItToEverybodyWhoSignsIn()
    {
        var access = Read([.. Whole, "Access:Roles:viewer=*"]);

        Assert.Equal([AccessRole.Viewer, AccessRole.Viewer, AccessRole.Analyst], [access.RoleOf([]), access.RoleOf(["x"]), access.RoleOf(["a"])]);
    }

    [Fact]
    public void Read_OfMuchThatIsWrong_SaysItAllAtOnceAndNoSecret()
    {
        var problems = Problems("urls=http://0.0.0.0:80", "Access:Authority=http://login.example.se", "Access:ClientSecret=hush-hush", "Access:Roles:analist=a", "Access:Roles:administrator=", "Access:RequireSignIn=ja", "Access:TrustedProxy=1", "Access:TrustedProxies=proxy.example.se");

        Assert.Equal(9, problems.Count);
        Assert.All(
            ["Access:TrustedProxy is not a setting", "'proxy.example.se'", "must have an address that begins with https", "Access:ClientId is missing", "Access:Roles:analist is not a role", "Access:Roles:administrator is empty", "Access:Roles:analyst is missing", "Access:RequireSignIn is 'ja'", "Others can reach 'http://0.0.0.0:80' without https"],
            x => Assert.Single(problems, y => y.Contains(x, StringComparison.Ordinal)));
        Assert.DoesNotContain(problems, x => x.Contains("hush", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Access:ClientId is set, but Access:Authority is not", "Access:ClientId=x")]
    [InlineData("Access:RequireSignIn is set, but Access:Authority is not", "Access:RequireSignIn=true")]
    [InlineData("Access:Roles is set, but Access:Authority is not", "Access:Roles:analyst=x")]
    public void Read_OfSettingsThatNeedAProvider_MissesIt(string problem, string setting) => Assert.Contains(problem, Assert.Single(Problems(setting)), StringComparison.Ordinal);

    [Theory]
    [InlineData("nonsense")]
    [InlineData("ftp://login.example.se")]
    [InlineData("https://login.example.se/?tenant=1")]
    [InlineData("https://user:word@login.example.se/")]
    public void Read_OfAnAuthorityThatIsNoAddress_ExpectsOneWithoutRepeatingIt(string authority)
    {
        var problem = Assert.Single(Problems(["Access:ClientId=lagesbild", "Access:ClientSecret=x", "Access:Roles:analyst=a", $"Access:Authority={authority}"]));
        Assert.Equal("Access:Authority is not an address such as https://login.example.se/realm.", problem);
    }

    [Fact]
    public void Read_OfRequiredSignInWithoutViewers_AsksWhoTheyAre() =>
        Assert.Contains("Access:Roles:viewer is missing", Assert.Single(Problems([.. Whole, "Access:RequireSignIn=true"])), StringComparison.Ordinal);

    [Theory]
    [InlineData(false, "http://127.0.0.1:5080")]
    [InlineData(true, "https://127.0.0.1:5443")]
    [InlineData(true, "https://*:443")]
    [InlineData(false, "http://127.0.0.1:5080;https://127.0.0.1:5443")]
    public void Read_WithProvider_CookiesInsistOnHttpsWhereAllReadersComeByIt(bool https, string urls) => Assert.Equal(https, Read([.. Whole, $"urls={urls}"]).Https);

    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://0.0.0.0:80")]
    public void Read_BehindATrustedProxy_CookiesInsistOnHttps(string urls) => Assert.True(Read([.. Whole, $"urls={urls}", "Access:TrustedProxies=10.0.0.7"]).Https);

    [Fact]
    public void Name_OfTheCookie_IsBoundToTheHostByHttpsOnly() =>
        Assert.Equal(["lagesbild", "__Host-lagesbild"], [SignInCookie.Name(Read() with { Https = false }), SignInCookie.Name(Read([.. Whole, "urls=https://*:443"]))]);
}
