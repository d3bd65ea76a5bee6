using SpikeData.Compute;
using SpikeData.Imaging;
using static SpikeData.Training.Tests.GoldenNetwork;

namespace SpikeData.Training.Tests;

public sealed class LdnTests : IDisposable
{
    static readonly int[] Instants = [20, 44, 68, 92, 116];

    readonly CpuDevice device = new();
    readonly Ldn network;

    public LdnTests() => network = new(device, seed: 1);

    [Fact]
    public void Output_IsTheReferences()
    {
        Load("ldn_weights");
        using Tape tape = new(device) { Records = false };
        Tensor middle = network.Apply(Input(tape, "nets/ldn_io.npz", "blur"), Spikes(tape, "nets/ldn_io.npz", "spike", 68));
        AssertNear(Golden.Read<float>("nets/ldn_io.npz", "y"), Values(tape, middle), 10 * 8.28545047221765e-08);
        Tensor second = network.Apply(Input(tape, "nets/ldn_io.npz", "blur1"), Input(tape, "nets/ldn_io.npz", "spike1"));
        AssertNear(Golden.Read<float>("nets/ldn_io.npz", "y1"), Values(tape, second), 10 * 8.28545047221765e-08);
    }

    [Fact]
    public void ThreeStepsOfAdam_AreTheReferences()
    {
        Load("ldn_weights");
        AssertTrains(network, "ldn", 1e-3, 10 * 2.8217104398040915e-07, 10 * 0.00039017380212233324, Reblur);
    }

    [Theory]
    [InlineData(0, 20)]
    [InlineData(0, 68)]
    [InlineData(0, 116)]
    [InlineData(1, 20)]
    [InlineData(1, 68)]
    [InlineData(1, 116)]
    public void PublishedWeights_GiveThePublishedPictures(int pair, int instant)
    {
        Load("deblurnet_100");
        using Tape tape = new(device) { Records = false };
        Tensor y = network.Apply(Input(tape, "nets/pretrained_io.npz", $"blur{pair}"), Spikes(tape, "nets/pretrained_io.npz", $"spike{pair}", instant));
        AssertNear(Golden.Read<float>("nets/pretrained_io.npz", $"y{pair}_idx{instant}"), Values(tape, y), 10 * 8.28545047221765e-08);
    }

    [Fact]
    public void Network_HasTheNumbersOfThePaper() => Assert.Equal(234_158, network.Parameters.TrainedNumbers);

    [Fact]
    public void SpikesOfAnotherSize_AreRefused()
    {
        using Tape tape = new(device);
        var refused = Assert.Throws<ArgumentException>(
            () => network.Apply(tape.Input(new(1, 3, 8, 8), new float[192]), tape.Input(new(1, 21, 2, 3), new float[126])));
        Assert.StartsWith("Spikes with 1/4 of the sides of [1, 3, 8, 8] were expected; these are [1, 21, 2, 3].", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Larger spikes are halved by windows of 5, as the picture is, so that weights tell what they are for.</summary>
    [Theory]
    [InlineData(1, 5, 5)]
    [InlineData(2, 5, 3)]
    [InlineData(4, 3, 3)]
    public void SpikesOfAnyScale_GivePicturesOfTheirSize_AndTheWeightsTellTheScale(int scale, int first, int second)
    {
        Ldn small = new(device, seed: 1, spikes: 3, width: 2, scale: scale), again = Ldn.Of(device, Training.Weights.Of(small.Parameters));
        Assert.Equal(scale, again.Scale);
        var weights = Training.Weights.Of(again.Parameters);
        Assert.Equal([2, 3, first, first], weights["spike_enc.0.weight"].Shape);
        Assert.Equal([4, 2, second, second], weights["spike_enc2.0.weight"].Shape);
        using Tape tape = new(device) { Records = false };
        Tensor blur = tape.Input(new(1, 3, 8, 12), Numbers.Random(3 * 8 * 12));
        Shape shape = new(1, 3, 8 / scale, 12 / scale);
        float[] spikes = Numbers.Random(shape.Length);
        Tensor y = again.Apply(blur, tape.Input(shape, spikes));
        Assert.Equal(blur.Shape, y.Shape);
        spikes[^1] += 1;
        Assert.NotEqual(Values(tape, y), Values(tape, again.Apply(blur, tape.Input(shape, spikes))));
    }

    public void Dispose() => device.Dispose();

    /// <summary>100 MSE(blur, mean of the pictures at five instants, limited to 0 .. 1).</summary>
    Tensor Reblur(Tape tape)
    {
        Tensor blur = Input(tape, "nets/ldn_io.npz", "blur");
        Tensor? sum = null;
        foreach (int instant in Instants)
        {
            Tensor picture = network.Apply(blur, Spikes(tape, "nets/ldn_io.npz", "spike", instant)).Clamp(0, 1);
            sum = sum is null ? picture : sum.Add(picture);
        }

        return Loss.MeanSquared(sum!.Scale(1f / Instants.Length), blur).Scale(100);
    }

    void Load(string file) => NpzWeights.Read(Golden.Path($"nets/{file}.npz")).CopyTo(network.Parameters);

    static Tensor Spikes(Tape tape, string file, string name, int instant) => Input(tape, file, name).Slice(instant - 10, 21);
}
