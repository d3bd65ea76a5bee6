using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training.Tests;

/// <summary>RIFE's losses on the numbers of the public implementation.</summary>
public sealed class RifeLossTests : IDisposable
{
    readonly CpuDevice device = new();

    [Fact]
    public void LaplacianDistance_AndItsGradient_AreTheReferences()
    {
        const string File = "rife/unit_laplacian_loss.npz";
        using Tape tape = new(device);
        Tensor a = GoldenNetwork.Input(tape, Golden.Read(File, "a")), b = GoldenNetwork.Input(tape, Golden.Read(File, "b"));
        Tensor x = tape.Input(a.Shape, Golden.Read<float>(File, "a"), needsGradient: true);
        Tensor distance = new LaplacianPyramid(device).Distance(x, b);
        Assert.Equal(Golden.Read<float>(File, "loss")[0], tape.Scalar(distance), 1e-5f);
        tape.Backward(distance);
        float[] gradient = new float[x.Shape.Length];
        tape.ReadGradient(x, gradient);
        GoldenNetwork.AssertNear(Golden.Read<float>(File, "grad_a"), gradient, 1e-5);
    }

    [Fact]
    public void LossOfStudentAndTeacher_AndItsGradients_AreTheReferences()
    {
        IfNet network = IfNet.Of(device, NpzWeights.Read(Golden.Path("rife/ifnet_weights.npz")));
        using Tape tape = new(device);
        Tensor frames = GoldenNetwork.Input(tape, "rife/ifnet_train.npz", "imgs"), truth = GoldenNetwork.Input(tape, "rife/ifnet_train.npz", "gt");
        Tensor loss = new RifeLoss(device).Of(network, frames.Slice(0, 3), frames.Slice(3, 3), truth);
        Assert.Equal(Golden.Read<float>("rife/ifnet_train.npz", "loss_total")[0], tape.Scalar(loss), 1e-5f);
        tape.Backward(loss);
        List<float> expected = [], actual = [];
        foreach (Parameter parameter in network.Parameters)
        {
            expected.AddRange(Golden.Read<float>("rife/ifnet_train_grads.npz", parameter.Name));
            actual.AddRange(parameter.ReadGradient());
        }

        GoldenNetwork.AssertNear([.. expected], [.. actual], 1e-4);
    }

    [Fact]
    public void Pyramid_OfOneImageTwice_IsNoDistance()
    {
        using Tape tape = new(device);
        Tensor x = tape.Input(new(1, 3, 64, 64), Numbers.Random(3 * 64 * 64));
        Assert.Equal(0, tape.Scalar(new LaplacianPyramid(device).Distance(x, x)));
    }

    public void Dispose() => device.Dispose();
}
