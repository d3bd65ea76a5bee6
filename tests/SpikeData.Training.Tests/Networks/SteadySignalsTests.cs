using SpikeData.Compute;

namespace SpikeData.Training.Tests;

public sealed class SteadySignalsTests
{
    [Theory]
    [InlineData(false, 0, 0.02)]
    [InlineData(true, 0.5, 2)]
    public void NoiseInAChainOfEight_FadesUnlessItBeginsSteadily(bool steady, double least, double most)
    {
        using CpuDevice device = new();
        using Tape tape = new(device);
        ParameterSet parameters = new(device, 3);
        PReluConvolution[] chain = [.. Enumerable.Range(0, 8).Select(i => new PReluConvolution(parameters, $"{i}", 32, 32))];
        foreach (Parameter bias in parameters.Where(parameter => parameter.Name.EndsWith("bias", StringComparison.Ordinal))) bias.Write(new float[bias.Count]);
        if (steady) SteadySignals.Begin(parameters.Where(parameter => parameter.Dimensions.Length == 4));
        Tensor x = tape.Input(new(1, 32, 48, 48), [.. Numbers.Random(32 * 48 * 48).Select(number => number - 0.5f)]), y = x;
        foreach (PReluConvolution layer in chain) y = layer.Apply(y);
        double kept = Size(y) / Size(x);
        Assert.InRange(kept, least, most);

        // Zeros beyond the border reach one pixel further in with each layer.
        double Size(Tensor tensor) => Math.Sqrt(GoldenNetwork.Values(tape, tensor.Crop(8, 8, 32, 32)).Average(number => (double)number * number));
    }

    [Fact]
    public void OnlyTheBlocksOfFlows_BeginSteadily()
    {
        using CpuDevice device = new();
        IfNet drawn = new(device, 1, [8, 6, 4], contextWidth: 2, hasTeacher: true), steady = new(device, 1, [8, 6, 4], contextWidth: 2, hasTeacher: true);
        steady.SteadySignals();
        string[] changed = [.. drawn.Parameters.Zip(steady.Parameters).Where(pair => !pair.First.Read().SequenceEqual(pair.Second.Read())).Select(pair => pair.First.Name)];
        Assert.Equal(4 * (2 + 8), changed.Length);
        Assert.All(changed, name => Assert.Matches(@"^block(\d|_tea)\.(conv0\.[01]|convblock\.\d)\.0\.weight$", name));
    }
}
