using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training.Tests;

public sealed class IfNetTests : IDisposable
{
    readonly CpuDevice device = new();

    [Fact]
    public void MiddleFrame_IsTheReferences() =>
        GoldenFrames.AssertMakes(device, Load("ifnet_weights"), "rife/ifnet.npz", ("out", 0.5f));

    [Fact]
    public void FramesAtAnyInstant_AreTheReferences() => GoldenFrames.AssertMakes(
        device, Load("ifnet_m_weights"), "rife/ifnet_m.npz", ("out_0p25", 0.25f), ("out_0p5", 0.5f), ("out_0p875", 0.875f));

    [Fact]
    public void QuarterFrame_IsTheMiddleBetweenFirstAndMiddleFrame()
    {
        IfNet network = Load("ifnet_weights");
        using Tape tape = new(device) { Records = false };
        Tensor first = tape.Input(new(1, 3, 32, 32), Numbers.Random(3072, 1)), second = tape.Input(new(1, 3, 32, 32), Numbers.Random(3072, 2));
        float[] expected = Values(tape, network.Apply(first, network.Apply(first, second).Frame).Frame);
        Assert.Equal(expected, Values(tape, network.Interpolate(first, second, [0.25f]).First().Frame));
    }

    [Fact]
    public void Network_HasTheNumbersOfThePaper() =>
        Assert.Equal(10_710_780, new IfNet(device, 1, hasTeacher: true).Parameters.TrainedNumbers);

    [Fact]
    public void WeightsWithoutTheTeacher_AreEnough()
    {
        Weights student = [];
        foreach ((string name, NdArray array) in NpzWeights.Read(Golden.Path("rife/ifnet_m_weights.npz")))
            if (!name.StartsWith("block_tea", StringComparison.Ordinal)) student.Add(name, array);
        Assert.Equal(student.Count, IfNet.Of(device, student).Parameters.Count);
    }

    static float[] Values(Tape tape, Tensor tensor)
    {
        float[] values = new float[tensor.Shape.Length];
        tape.Read(tensor, values);
        return values;
    }

    IfNet Load(string file) => IfNet.Of(device, NpzWeights.Read(Golden.Path($"rife/{file}.npz")));

    public void Dispose() => device.Dispose();
}
