using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Intake;
using Analytics.Repeats;
using Analytics.Sample;
using Xunit;

namespace Analytics.Tests.Intake;

public sealed class MadeUpInputTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_MadeUpInput_HasNoFaultAndEveryTable(bool compress)
    {
        var folder = Directory.CreateTempSubdirectory("intake-").FullName;
        try
        {
            var faults = new FaultList();
            var codebook = CodebookReader.Read(Path.Combine(Repository.Root, "data", "catalogue"), faults)!;
            SampleInput.Write(folder, new SampleOptions(Persons: 300, Compress: compress), codebook, null, TestContext.Current.CancellationToken);
            var observations = 0;
            var content = InputFolder.Read(folder, codebook, x => x.Read((_, in _, _) => observations++, PersonYear.Hash), faults, null, TestContext.Current.CancellationToken);

            Assert.Empty(faults.Lines());
            Assert.Equal(8, content!.Files.Count);
            Assert.True(content.Description.Demonstration);
            Assert.InRange(observations, 1000, int.MaxValue);
            Assert.All((int[])[content.Aggregates.Count, content.Population.Count, content.MethodUse.Count, content.Collaboration.Count, content.FollowUp.Count, content.Interviews.Count], x => Assert.True(x > 0));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
