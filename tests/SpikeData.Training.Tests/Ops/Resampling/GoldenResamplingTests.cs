using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training.Tests;

/// <summary>Resampling as the public networks do it, with gradients.</summary>
public sealed class GoldenResamplingTests : IDisposable
{
    const float Tolerance = 1e-4f;

    readonly CpuDevice device = new();

    [Theory]
    [InlineData("xvfi/unit_bwarp.npz")]
    [InlineData("rife/unit_warp_border.npz")]
    public void BackwardWarp_AndItsGradients_AreTheReferences(string file)
    {
        using Tape tape = new(device);
        Tensor x = Input(tape, file, "x"), flow = Input(tape, file, "flow");
        Tensor y = file.StartsWith("xvfi", StringComparison.Ordinal) ? x.WarpInside(flow) : x.Warp(flow, Border.Repeat);
        tape.Backward(y, Golden.Read<float>(file, "grad_out"));
        AssertNear(file, "out", Values(y, tape.Read));
        AssertNear(file, "grad_x", Values(x, tape.ReadGradient));
        // At whole flows the slope jumps, and either side's is right.
        float[] flows = Golden.Read<float>(file, "flow"), slopes = Golden.Read<float>(file, "grad_flow"), actual = Values(flow, tape.ReadGradient);
        Assert.All(Enumerable.Range(0, flows.Length).Where(i => !float.IsInteger(flows[i])), i => Assert.Equal(slopes[i], actual[i], Tolerance));
    }

    [Theory]
    [InlineData("0p125", 0.125f)]
    [InlineData("0p5", 0.5f)]
    [InlineData("0p875", 0.875f)]
    public void ReversedFlows_AreTheReferences(string name, float instant)
    {
        const string File = "xvfi/unit_cfr.npz";
        using Tape tape = new(device);
        (Tensor toFirst, Tensor toSecond) = FlowReversal.Of(
            Input(tape, File, "flow_01"), Input(tape, File, "flow_10"), Input(tape, File, "z_01"), Input(tape, File, "z_10"), [instant]);
        AssertNear(File, $"flow_t0_{name}", Values(toFirst, tape.Read));
        AssertNear(File, $"flow_t1_{name}", Values(toSecond, tape.Read));
    }

    [Theory]
    [InlineData("0p125", 0.125f)]
    [InlineData("0p875", 0.875f)]
    public void BlendedFrames_AreTheReferences(string name, float instant)
    {
        const string File = "xvfi/unit_blend.npz";
        using Tape tape = new(device);
        Tensor blended = OcclusionBlend.Of(Input(tape, File, "warped0"), Input(tape, File, "warped1"), Input(tape, File, "occ0"), [instant]);
        AssertNear(File, $"out_{name}", Values(blended.Add(Input(tape, File, "residual")), tape.Read));
    }

    [Fact]
    public void Shuffle_IsTheReferences()
    {
        const string File = "xvfi/unit_pixel_shuffle.npz";
        using Tape tape = new(device);
        AssertNear(File, "shuffle4", Values(Input(tape, File, "x").PixelShuffle(4), tape.Read));
        AssertNear(File, "shuffle2", Values(Input(tape, File, "x").PixelShuffle(2), tape.Read));
    }

    public void Dispose() => device.Dispose();

    delegate void Reader(Tensor tensor, Span<float> values);

    static Tensor Input(Tape tape, string file, string name)
    {
        NdArray array = Golden.Read(file, name);
        return tape.Input(new(array.Shape[0], array.Shape[1], array.Shape[2], array.Shape[3]), array.As<float>(), needsGradient: true);
    }

    static float[] Values(Tensor tensor, Reader read)
    {
        float[] values = new float[tensor.Shape.Length];
        read(tensor, values);
        return values;
    }

    static void AssertNear(string file, string name, float[] actual) =>
        Assert.Equal(Golden.Read<float>(file, name), actual, (a, b) => MathF.Abs(a - b) <= Tolerance);
}
