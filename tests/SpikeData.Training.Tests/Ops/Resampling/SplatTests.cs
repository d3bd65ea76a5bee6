using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training.Tests;

public sealed class SplatTests
{
    static readonly Shape Shape = new(2, 2, 3, 5);

    [Fact]
    public void Gradients_AreDifferenceQuotients()
    {
        // Fractions away from whole numbers, where a pixel jumps; some targets outside.
        float[] flow = [.. Numbers.Spread(Shape.Length, 4).Select(number => MathF.Round(number * 4) + 0.3f + 0.4f * MathF.Abs(number))];
        float[] importance = [.. Numbers.Spread(30, 5).Select(number => 0.5f + 0.4f * number)];
        Differences.AgreeAt(
            (inputs, _) => inputs[0].Splat(inputs[1], inputs[2]),
            [(Shape, Numbers.Spread(Shape.Length)), (Shape, flow), (Shape with { Channels = 1 }, importance)]);
    }

    [Fact]
    public void StillPixel_LeaksOntoItsNeighborsByTheirDistance()
    {
        using CpuDevice device = new();
        using Tape tape = new(device);
        Tensor x = tape.Input(new(1, 1, 3, 3), [0, 0, 0, 0, 2, 0, 0, 0, 0]), flow = tape.Input(new(1, 2, 3, 3), new float[18]);
        float[] thrown = Values(tape, x.Splat(flow, tape.Constant(x.Shape, 1)));
        float weight = 2 * (1 + 1e-5f);
        Assert.Equal([0, 0, 0, 0, weight, weight * MathF.Exp(-1), 0, weight * MathF.Exp(-1), weight * MathF.Exp(-2)], thrown, (a, b) => MathF.Abs(a - b) < 1e-6f);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    [InlineData(1e30f)]
    public void PixelThrownBeyondAllBounds_IsLost(float u)
    {
        using CpuDevice device = new();
        using Tape tape = new(device);
        Assert.Equal([0], Values(tape, tape.Constant(Shape.Scalar, 7).Splat(tape.Input(new(1, 2, 1, 1), [u, 0]), tape.Constant(Shape.Scalar, 1))));
    }

    [Fact]
    public void Splat_AndItsGradients_AreTheReferences()
    {
        using CpuDevice device = new();
        using Tape tape = new(device);
        Tensor x = Input(tape, "img"), flow = Input(tape, "flow"), importance = Input(tape, "z"), ones = tape.Constant(x.Shape, 1);
        Tensor sum = x.Splat(flow, importance), weights = ones.Splat(flow, importance);
        AssertNear("out", Values(tape, sum));
        AssertNear("norm", Values(tape, weights));
        Tensor both = sum.Concat(weights);
        tape.Backward(both, Stack("grad_out", "grad_norm"));
        AssertNear("grad_img", Gradient(tape, x));
        AssertNear("grad_flow", Gradient(tape, flow));
        AssertNear("grad_z", Gradient(tape, importance));
    }

    static Tensor Input(Tape tape, string name)
    {
        NdArray array = Golden.Read("xvfi/unit_fwarp_splat.npz", name);
        return tape.Input(new(array.Shape[0], array.Shape[1], array.Shape[2], array.Shape[3]), array.As<float>(), needsGradient: true);
    }

    /// <summary>Channels side by side, as Concat lays them out.</summary>
    static float[] Stack(string first, string second)
    {
        float[] a = Golden.Read<float>("xvfi/unit_fwarp_splat.npz", first), b = Golden.Read<float>("xvfi/unit_fwarp_splat.npz", second);
        int half = a.Length / 2;
        return [.. a[..half], .. b[..half], .. a[half..], .. b[half..]];
    }

    static void AssertNear(string expected, float[] actual) => Assert.Equal(
        Golden.Read<float>("xvfi/unit_fwarp_splat.npz", expected), actual, (a, b) => MathF.Abs(a - b) < 1e-5f);

    static float[] Values(Tape tape, Tensor tensor)
    {
        float[] values = new float[tensor.Shape.Length];
        tape.Read(tensor, values);
        return values;
    }

    static float[] Gradient(Tape tape, Tensor tensor)
    {
        float[] values = new float[tensor.Shape.Length];
        tape.ReadGradient(tensor, values);
        return values;
    }
}
