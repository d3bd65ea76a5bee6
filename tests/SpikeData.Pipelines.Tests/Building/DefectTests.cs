using SpikeData.Imaging;

namespace SpikeData.Pipelines.Tests;

/// <summary>What nobody foresaw, in words.</summary>
public sealed class DefectTests
{
    [Fact]
    public void UnknownException_IsOneLineThatTakesTheBlame()
    {
        string line = Defect.Explain(new AggregateException(new InvalidOperationException("two\nlines")));

        Assert.StartsWith("spikedata: error SPIKE439: This is a defect of the program", line, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: two\\u000alines", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }

    [Fact]
    public void MemoryThatRanOut_IsNoDefect() => Assert.Contains("SPIKE438", Defect.Explain(new InsufficientMemoryException()), StringComparison.Ordinal);

    [Theory]
    [InlineData(24, true)]
    [InlineData(23, true)]
    [InlineData(28, false)]
    public void TooFewFileHandles_NameTheLimit(int error, bool isLimit)
    {
        string message = Errors.Writing("/x", new IOException("Too many open files", error)).Message;

        Assert.Equal(isLimit, OpenFileLimit.Explain(new IOException("", error)) is not null);
        Assert.Equal(isLimit, message.Contains("ulimit -n", StringComparison.Ordinal));
    }
}
