using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using Dashboard.Meeting;
using Xunit;

namespace Dashboard.Tests.Meeting;

public sealed class SessionLinkTests
{
    const string Release = "0123456789abcdef";

    static readonly MeetingSession Two = new(Release, [new PinnedView("/kommun/0680?age=13-15", "Börja här.\nFråga \"Nässjö\" 🙂"), new PinnedView("/")]);

    /// <summary>Sessions of any size and with any letters; the same each time.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Read_WhatWasWritten_IsTheSameMeetingAndGivesTheSameAddress(int seed)
    {
        var random = new Random(seed);
        var session = new MeetingSession(Release, [.. Enumerable.Range(0, random.Next(MeetingSession.MostViews)).Select(i => new PinnedView($"/kommun/{i:0000}?age={Uri.EscapeDataString(Letters(random, 12))}", PinnedView.Fitting(Letters(random, random.Next(3) * 9))))]);
        var json = SessionJson.Write(session);
        Assert.Equal(session.Views, SessionJson.Read(json).Session!.Views);
        if (SessionLink.Write(session) is { } link)
        {
            Assert.True(SessionLink.Is(link));
            Assert.Equal(link, Uri.EscapeDataString(link));
            var (read, fault) = SessionLink.Read(link);
            Assert.Null(fault);
            Assert.Equal((session.Release, json), (read!.Release, SessionJson.Write(read)));
            Assert.Equal(link, SessionLink.Write(read));
        }
    }

    static string Letters(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => "abcåäöÅÄÖ éß—\n\t&=?#%+~<>\"'\\/🙂".EnumerateRunes().ElementAt(random.Next(29))));

    [Fact]
    public void Write_TenViewsWithoutNotes_IsShortAndMostWithLongNotesIsRefused()
    {
        var ten = new MeetingSession(Release, [.. Enumerable.Range(0, 10).Select(i => new PinnedView($"/kommun/06{i:00}?age=13-15&benchmark=similar"))]);
        Assert.True(SessionLink.Write(ten)!.Length < 300);
        var random = new Random(1);
        var noisy = new MeetingSession(Release, [.. Enumerable.Range(0, 20).Select(i => new PinnedView($"/kommun/06{i:00}", string.Concat(Enumerable.Range(0, 300).Select(_ => (char)random.Next('a', 'z')))))]);
        Assert.Null(SessionLink.Write(noisy));
    }

    /// <summary>Every cut and every changed letter is read without an exception, and never as another release's meeting.</summary>
    [Fact]
    public void Read_Damaged_IsAFaultOrAMeetingThatMayBeShown()
    {
        var link = SessionLink.Write(Two)!;
        for (var i = 0; i < link.Length; i++)
        {
            Assert.NotNull(SessionLink.Read(link[..i]).Fault);
            foreach (var letter in "A_~é ")
            {
                var (session, fault) = SessionLink.Read($"{link[..i]}{letter}{link[(i + 1)..]}");
                Assert.True(session is null != fault is null);
                Assert.All(session?.Views ?? [], x => Assert.True(x.Address.Length <= PinnedView.MostAddress && x.Note.Length <= PinnedView.MostNote));
            }
        }
    }

    [Theory]
    [InlineData("~", MeetingFault.Damaged)]
    [InlineData("~1", MeetingFault.Damaged)]
    [InlineData("~1!!", MeetingFault.Damaged)]
    [InlineData("~2abc", MeetingFault.Newer)]
    [InlineData("~0abc", MeetingFault.Damaged)]
    [InlineData("~é", MeetingFault.Damaged)]
    internal void Read_NoMeeting_SaysWhatIsWrong(string link, MeetingFault fault) => Assert.Equal((null, fault), SessionLink.Read(link));

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"v":1,"r":"x"}""")]
    [InlineData("""{"v":0,"r":"x","s":[]}""")]
    [InlineData("""{"v":1,"r":"<b>","s":[]}""")]
    [InlineData("""{"v":1,"r":"x","s":[null]}""")]
    [InlineData("""{"v":1,"r":"x","s":[{"a":null}]}""")]
    [InlineData("""{"v":1,"r":"x","s":[{"a":""}]}""")]
    [InlineData("""{"v":1,"r":"x","s":[{"a":"/\u0001"}]}""")]
    [InlineData("""{"v":1,"r":"x","s":[{"a":"/","n":"\u0000"}]}""")]
    [InlineData("""{"v":1,"r":"x","s":[{"a":"/"},{"a":"/"}]}""")]
    [InlineData("""{"v":1,"r":"x","s":[{"a":"/","b":1}]}""")]
    [InlineData("""{"v":1,"r":"x","s":[{"a":["/"]}]}""")]
    public void Read_OtherJson_IsDamaged(string json)
    {
        Assert.Equal((null, MeetingFault.Damaged), SessionJson.Read(json));
        Assert.Equal((null, MeetingFault.Damaged), SessionLink.Read(Folded(Encoding.UTF8.GetBytes(json))));
    }

    [Fact]
    public void Read_LaterVersionTooLongOrUnfoldingWithoutEnd_IsRefused()
    {
        Assert.Equal((null, MeetingFault.Newer), SessionJson.Read("""{"v":2,"r":"x","s":[]}"""));
        Assert.Equal((null, MeetingFault.TooLong), SessionLink.Read("~1" + new string('A', SessionLink.MostLength)));
        Assert.Equal((null, MeetingFault.Damaged), SessionLink.Read(Folded(new byte[1 << 20])));
    }

    static string Folded(byte[] bytes)
    {
        using var folded = new MemoryStream();
        using (var deflate = new DeflateStream(folded, CompressionLevel.SmallestSize))
        {
            deflate.Write(bytes);
        }

        return "~1" + Base64Url.EncodeToString(folded.ToArray());
    }

    [Theory]
    [InlineData("Länsforum våren 2027", "Länsforum våren 2027")]
    [InlineData("  Forum 1 ", "Forum 1")]
    [InlineData("2027-03-31, Jönköping (A)", "2027-03-31, Jönköping (A)")]
    [InlineData("~1abc", null)]
    [InlineData("-forum", null)]
    [InlineData("a/b", null)]
    [InlineData("<b>", null)]
    [InlineData("a\nb", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Name_Text_IsKeptOrNone(string? text, string? name) => Assert.Equal(name, MeetingName.Read(text));

    /// <summary>The address tells the two kinds apart by their first character.</summary>
    [Fact]
    public void Name_OfSixtyLetters_IsTheLongestAndNeverAnAddress()
    {
        Assert.Equal(60, MeetingName.Read(new string('å', 60))!.Length);
        Assert.Null(MeetingName.Read(new string('å', 61)));
        Assert.All(Enumerable.Range(32, 300).Select(x => $"{(char)x}1"), x => Assert.False(SessionLink.Is(x) && MeetingName.Read(x) is not null));
    }

    [Fact]
    public void Session_PinMoveNoteRemove_KeepsTheOrderAndPinsNothingTwice()
    {
        var session = new MeetingSession(Release, []).Pin("/a").Pin("/b").Pin("/c").Pin("/b");
        Assert.Equal(["/a", "/b", "/c"], session.Views.Select(x => x.Address));
        Assert.Equal(["/c", "/a", "/b"], session.Move("/c", -2).Views.Select(x => x.Address));
        Assert.Equal(["/a", "/c", "/b"], session.Move("/b", 9).Views.Select(x => x.Address));
        Assert.Same(session, session.Move("/x", 1));
        Assert.Equal("hej\nhopp", session.WithNote("/b", " hej\r\nhopp ").Views[1].Note);
        Assert.Equal(PinnedView.MostNote - 1, session.WithNote("/b", new string('x', PinnedView.MostNote - 1) + "🙂").Views[1].Note.Length);
        Assert.Equal(["/a", "/c"], session.Remove("/b").Views.Select(x => x.Address));
        var full = Enumerable.Range(0, 99).Aggregate(session, (x, i) => x.Pin($"/{i}"));
        Assert.Equal(MeetingSession.MostViews, full.Views.Count);
    }
}
