namespace SpikeData.Training.Tests;

public sealed class RootMeanSquareTests
{
    [Fact]
    public void Gradient_IsTheDifferenceQuotient() =>
        Differences.Agree((inputs, _) => inputs[0].Scale(1, 3).ChannelRms(), [new(2, 4, 2, 3)]);
}
