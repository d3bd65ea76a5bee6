namespace SpikeData.Imaging.Tests;

/// <summary>Light comes back as it was written, and damage is noticed or gives no more than other numbers.</summary>
public sealed class LightWriterTests
{
    const int Pixels = 77;

    /// <summary>Still, slowly moving, and as different as whole numbers can be.</summary>
    [Fact]
    public void EveryFrame_ComesBack()
    {
        var random = new Random(3);
        int[] still = [.. Enumerable.Range(0, Pixels).Select(_ => random.Next(Light.Full + 1))];
        int[][] frames =
        [
            still, still, [.. still.Select(light => light + random.Next(-9, 9))], new int[Pixels],
            [.. Enumerable.Repeat(int.MaxValue, Pixels)], [.. Enumerable.Repeat(int.MinValue, Pixels)], [.. Enumerable.Range(0, Pixels).Select(_ => random.Next(int.MinValue, int.MaxValue))],
        ];

        Assert.Equal(frames, Read(Written(frames)));
    }

    [Fact]
    public void LightThatStays_TakesHardlyAnyRoom()
    {
        int[] still = [.. Enumerable.Range(0, Pixels).Select(pixel => pixel * 1_000_003)];
        int one = Written([still]).Length, hundred = Written([.. Enumerable.Repeat(still, 100)]).Length;

        Assert.InRange(hundred - one, 99, 99 * 30);
    }

    [Fact]
    public void FileCutShort_IsNoticed()
    {
        byte[] whole = Written([[.. Enumerable.Range(0, Pixels)], new int[Pixels]]);

        for (int length = 1; length < whole.Length; length++)
        {
            byte[] part = whole[..length];
            if (length == Written([[.. Enumerable.Range(0, Pixels)]]).Length) Assert.Single(Read(part));
            else Assert.Throws<EndOfStreamException>(() => Read(part));
        }
    }

    /// <summary>Every byte wrong in turn: the codec has a checksum of its own, and lengths that cannot be are refused.</summary>
    [Fact]
    public void DamagedByte_IsNoticed()
    {
        byte[] whole = Written([[.. Enumerable.Range(0, Pixels).Select(pixel => pixel * 12345)]]);

        for (int at = 0; at < whole.Length; at++)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x55;
            Exception error = Assert.ThrowsAny<Exception>(() => Read(damaged));
            Assert.True(error is InvalidDataException or EndOfStreamException, $"byte {at}: {error}");
        }
    }

    static byte[] Written(int[][] frames)
    {
        MemoryStream file = new();
        LightWriter writer = new(file, Pixels);
        foreach (int[] frame in frames) writer.Write(frame);
        return file.ToArray();
    }

    static List<int[]> Read(byte[] file)
    {
        LightReader reader = new(new MemoryStream(file), Pixels);
        List<int[]> frames = [];
        while (reader.MoveNext()) frames.Add(reader.Light.ToArray());
        return frames;
    }
}
