namespace SpikeData.Imaging.Tests;

public sealed class PictureReaderTests : IDisposable
{
    readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Pictures_ComeInTheGivenOrder()
    {
        using PictureReader reader = new([Even(3), Even(1), Even(2)]);
        Assert.Equal((1, 1, (int?)3), (reader.Height, reader.Width, reader.Count));
        Assert.Equal([3, 1, 2], Rest(reader));
    }

    [Fact]
    public void Skipping_PassesOverExactlyThatMany()
    {
        using PictureReader reader = new([Even(0), Even(1), Even(2)]);
        Assert.Equal(2, reader.Skip(2));
        Assert.Equal([2], Rest(reader));
        Assert.Equal(0, reader.Skip(5));
    }

    string Even(byte value) => files.Write($"{value}.png", Png.Gray([value], 1, 1));

    static List<byte> Rest(PictureReader reader)
    {
        List<byte> values = [];
        for (var pixel = new byte[3]; reader.TryRead(pixel);) values.Add(pixel[0]);
        return values;
    }
}
