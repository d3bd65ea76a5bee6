using SpikeData.Compute;
using SpikeData.Imaging;
using static SpikeData.Training.Tests.GoldenNetwork;

namespace SpikeData.Training.Tests;

public sealed class LpipsTests : IDisposable
{
    readonly CpuDevice device = new();

    [Theory]
    [InlineData("ex_p0", 0.71121)]
    [InlineData("ex_p1", 0.14794)]
    public void ExamplePair_HasThePublishedDistance(string picture, double expected)
    {
        using Tape tape = new(device) { Records = false };
        Tensor distance = Lpips.Squeeze(device).Apply(Picture(tape, "ex_ref"), Picture(tape, picture));
        Assert.Equal(expected, tape.Scalar(distance), 2e-5);
    }

    [Theory]
    [InlineData("vgg")]
    [InlineData("alex")]
    public void FormulaBackbone_GivesTheReferencesValuesAndGradients(string name)
    {
        const string File = "metrics/lpips_synthetic.npz";
        Lpips lpips = name == "vgg" ? Lpips.Vgg(device, FormulaWeights.Vgg) : Lpips.Alex(device, FormulaWeights.Alex);
        float[] first = Golden.Read<float>(File, $"{name}_in0"), second = Golden.Read<float>(File, $"{name}_in1");
        Shape shape = new(2, 3, 64, 64);
        using Tape tape = new(device);
        Tensor x = tape.Input(shape, second, needsGradient: true), distance = lpips.Apply(tape.Input(shape, first), x);
        double raw = Golden.Read<float>(File, $"{name}_value_raw01").Average();
        Assert.Equal(raw, tape.Scalar(distance), 1e-5 * raw);
        tape.Backward(distance);
        float[] gradient = new float[shape.Length];
        tape.ReadGradient(x, gradient);
        AssertNear(Golden.Read<float>(File, $"{name}_grad_in1"), gradient, 1e-4);
        Tensor centered = lpips.Apply(tape.Input(shape, first).Scale(2, -1), tape.Input(shape, second).Scale(2, -1));
        Assert.Equal(Golden.Read<float>(File, $"{name}_value_pm1").Average(), tape.Scalar(centered), 1e-5);
    }

    [Fact]
    public void ForeignWeights_AreRefused() =>
        Assert.Equal("SPIKE502", Assert.Throws<SpikeDataException>(() => Lpips.Vgg(device, FormulaWeights.Alex)).Id);

    public void Dispose() => device.Dispose();

    static Tensor Picture(Tape tape, string name)
    {
        const int Side = 64;
        byte[] bgr = new byte[Side * Side * 3];
        PictureFile.Read(Golden.Path($"metrics/{name}.png"), bgr, Side, Side);
        float[] planes = new float[bgr.Length];
        for (int channel = 0; channel < 3; channel++)
            for (int pixel = 0; pixel < Side * Side; pixel++) planes[channel * Side * Side + pixel] = bgr[pixel * 3 + 2 - channel] / 127.5f - 1;
        return tape.Input(new(1, 3, Side, Side), planes);
    }
}
