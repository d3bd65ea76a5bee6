namespace SpikeData.Compute.Tests;

public sealed class CpuDeviceTests
{
    public static TheoryData<int, int> WidthsAndColumns()
    {
        var data = new TheoryData<int, int>();
        foreach (int lanes in (int[])[1, 4, 8, 16])
        foreach (int columns in (int[])[0, 1, 3, 4, 15, 16, 31, 70])
            data.Add(lanes, columns);
        return data;
    }

    [Theory]
    [MemberData(nameof(WidthsAndColumns))]
    public void EveryPlaceOfTheGrid_IsComputedOnce(int lanes, int columns)
    {
        const int Rows = 3;
        using var device = new CpuDevice(threads: 1, lanes);
        using Buffer<int> counts = device.Allocate<int>(Rows * columns);
        counts.Span.Clear();
        device.Run(new CountVisits(counts.View, columns), Rows, columns);
        Assert.All(counts.Span.ToArray(), count => Assert.Equal(1, count));
    }

    [Fact]
    public void UnknownDevice_IsReportedWithWhatThereIs()
    {
        var exception = Assert.Throws<SpikeDataException>(() => Device.Open("abacus"));
        Assert.Equal("SPIKE301", exception.Id);
        Assert.Contains("cpu", exception.Message, StringComparison.Ordinal);
    }
}
