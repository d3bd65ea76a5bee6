using VerifyXunit;
using static VerifyXunit.Verifier;

namespace SpikeData.Recipes.Tests;

public class SnapshotTests
{
    [Fact]
    public async Task ReviewedText_Passes() => await Verify("one\ntwo");

    [Fact]
    public async Task WindowsLineEnds_AreTheSameText() => await Verify("one\r\ntwo");

    [Fact]
    public async Task Objects_AreWrittenAsUnquotedJson() =>
        await Verify(new { Clip = "cockatoo", Frames = new[] { 97, 7 }, Loops = false, Skipped = (string?)null });

    [Theory]
    [InlineData("red")]
    [InlineData("blue")]
    public async Task CasesOfATheory_HaveTheirOwnFiles(string color) => await Verify(color, extension: "md").UseTextForParameters(color);

    [Fact]
    public async Task OtherText_FailsAndNamesTheFirstLineThatDiffers()
    {
        using TemporarySnapshot snapshot = new("one\ntwo\nthree");
        SnapshotException difference = await Assert.ThrowsAsync<SnapshotException>(() => snapshot.Compare("one\n2\nthree"));
        string message = difference.Message.ReplaceLineEndings("\n");
        Assert.Contains("differs first in line 2:\n  verified: two\n  received: 2", message, StringComparison.Ordinal);
        Assert.Equal("one\n2\nthree", snapshot.Received);
    }

    [Fact]
    public async Task NewSnapshot_FailsUntilSomebodyReviewsIt()
    {
        using TemporarySnapshot snapshot = new(verified: null);
        SnapshotException difference = await Assert.ThrowsAsync<SnapshotException>(() => snapshot.Compare("one"));
        Assert.StartsWith("New snapshot", difference.Message, StringComparison.Ordinal);
    }
}
