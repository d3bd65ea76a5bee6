namespace SpikeData.Training.Tests;

public sealed class ChannelPairsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(96)]
    [InlineData(97)]
    public void Channels_AreEachComputedByOnePlace(int channels)
    {
        List<(int, int)> places = [];
        foreach (ChannelPairs pairs in ChannelPairs.Of(channels))
            for (int column = 0; column < pairs.Count; column++) places.Add((pairs.First + column, pairs.Second + column));
        IEnumerable<int> computed = places.SelectMany(pair => pair.Item1 == pair.Item2 ? [pair.Item1] : (int[])[pair.Item1, pair.Item2]);
        Assert.Equal(Enumerable.Range(0, channels), computed.Order());
    }
}
