using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training.Tests;

/// <summary>XVFI's losses on the numbers of the public implementation.</summary>
public sealed class XvfiLossTests : IDisposable
{
    const string Step = "xvfi/train_step.npz", Losses = "xvfi/unit_losses.npz";

    readonly CpuDevice device = new();

    [Fact]
    public void Smoothness_AndItsGradient_AreTheReferences()
    {
        using Tape tape = new(device);
        Tensor image = GoldenNetwork.Input(tape, Losses, "image");
        Tensor flow = tape.Input(new(2, 4, 10, 12), Golden.Read<float>(Losses, "flow"), needsGradient: true);
        Tensor roughness = new EdgeAwareSmoothness().Of(flow, image);
        Assert.Equal(Golden.Read<float>(Losses, "smooth")[0], tape.Scalar(roughness), 1e-6f);
        tape.Backward(roughness);
        float[] gradient = new float[flow.Shape.Length];
        tape.ReadGradient(flow, gradient);
        GoldenNetwork.AssertNear(Golden.Read<float>(Losses, "smooth_grad_flow"), gradient, 1e-5);
    }

    [Fact]
    public void FlowMayBeRough_WhereTheImageHasAnEdge()
    {
        using Tape tape = new(device);
        float[] step = [0, 0, 0, 1, 1, 1], flat = new float[18];
        Tensor flow = tape.Input(new(1, 1, 1, 6), step), edge = tape.Input(new(1, 3, 1, 6), [.. step, .. step, .. step]);
        EdgeAwareSmoothness roughness = new();
        Assert.Equal(0, tape.Scalar(roughness.Of(flow.ResizeNearest(2), edge.ResizeNearest(2))), 1e-6f);
        Assert.True(tape.Scalar(roughness.Of(flow.ResizeNearest(2), tape.Input(new(1, 3, 1, 6), flat).ResizeNearest(2))) > 0.04f);
    }

    [Fact]
    public void FramesOfAllLevels_AreTheReferences()
    {
        using Tape tape = new(device);
        (Tensor first, Tensor second, _, float[] instants) = Input(tape);
        IReadOnlyList<XvfiFrame> made = Network().ApplyOnAllLevels(first, second, instants);
        Assert.Equal(2, made.Count);
        for (int level = 0; level < made.Count; level++)
            Assert.Equal(Golden.Read<float>(Step, $"pred_level{level}"), GoldenNetwork.Values(tape, made[level].Frame), (a, b) => MathF.Abs(a - b) < 1e-4f);
        Assert.Equal(Golden.Read<float>(Step, "flow_refined_level0"), GoldenNetwork.Values(tape, made[0].Flows), (a, b) => MathF.Abs(a - b) < 1e-4f);
    }

    [Fact]
    public void TrainingStep_IsTheReferences()
    {
        XvfiNet network = Network();
        using Tape tape = new(device);
        using Adam adam = new(network.Parameters);
        (Tensor first, Tensor second, Tensor truth, float[] instants) = Input(tape);
        Tensor loss = new XvfiLoss().Of(network, first, second, truth, instants);
        Assert.Equal(Golden.Read<float>(Step, "total_loss")[0], tape.Scalar(loss), 2e-6f);
        tape.Backward(loss);
        List<float> expected = [], actual = [];
        foreach (Parameter parameter in network.Parameters.Where(parameter => parameter.IsTrained))
        {
            expected.AddRange(Golden.Read<float>("xvfi/train_step_grads.npz", parameter.Name));
            actual.AddRange(parameter.ReadGradient());
        }

        GoldenNetwork.AssertNear([.. expected], [.. actual], 5e-5);
        adam.Step(1e-4);
        foreach (string name in (string[])["vfinet.conv_flow1.weight", "vfinet.refine_unet.dec3.weight", "rec_ext_ds.weight"])
            Assert.Equal(Golden.Read<float>(Step, $"after_adam.{name}"), network.Parameters[name].Read(), (a, b) => MathF.Abs(a - b) < 2e-6f);
    }

    public void Dispose() => device.Dispose();

    XvfiNet Network() => XvfiNet.Of(device, NpzWeights.Read(Golden.Path("xvfi/train_step_weights.npz")), levels: 1);

    /// <summary>The frames of the step, whose pairs lie along a time axis behind the colors.</summary>
    static (Tensor First, Tensor Second, Tensor Truth, float[] Instants) Input(Tape tape)
    {
        const int Plane = 64 * 64;
        float[] pairs = Golden.Read<float>(Step, "x");
        return (Frames(0), Frames(1), GoldenNetwork.Input(tape, Step, "gt"), Golden.Read<float>(Step, "t"));

        Tensor Frames(int time) => tape.Input(new(2, 3, 64, 64), [.. Enumerable.Range(0, 6).SelectMany(color => pairs.AsSpan((2 * color + time) * Plane, Plane).ToArray())]);
    }
}
