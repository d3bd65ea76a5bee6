using SpikeData.Compute;
using SpikeData.Imaging;
using static SpikeData.Training.Tests.GoldenNetwork;

namespace SpikeData.Training.Tests;

public sealed class SpikeGuidedDeblurringTests : IDisposable
{
    readonly CpuDevice device = new();

    [Fact]
    public void Result_IsThePublishedCodes()
    {
        using Tape tape = new(device) { Records = false };
        Tensor sharp = Input(tape, "recon/sdm.npz", "blur").DeblurBySpikes(Input(tape, "recon/sdm.npz", "tfp_long"), Input(tape, "recon/sdm.npz", "tfp_short"));
        Assert.Equal(Golden.Read<float>("recon/sdm.npz", "sdm"), Values(tape, sharp));
    }

    [Fact]
    public void PixelsWithoutSpikes_AreBlack()
    {
        using Tape tape = new(device) { Records = false };
        Tensor sharp = tape.Input(new(1, 1, 1, 2), [1, 1]).DeblurBySpikes(tape.Input(new(1, 1, 1, 2), [0, 0.5f]), tape.Input(new(1, 1, 1, 2), [1, 0.25f]));
        Assert.Equal([0, 0.5f], Values(tape, sharp));
    }

    [Fact]
    public void StillScene_StaysAsItIs()
    {
        using Tape tape = new(device) { Records = false };
        Tensor blur = tape.Input(new(1, 3, 1, 1), [0.2f, 0.4f, 0.8f]), light = tape.Input(new(1, 1, 1, 1), [0.5f]);
        Assert.Equal([0.2f, 0.4f, 0.8f], Values(tape, blur.DeblurBySpikes(light, light)));
    }

    public void Dispose() => device.Dispose();
}
