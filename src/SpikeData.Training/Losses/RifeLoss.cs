using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>How far IFNet's frames lie from true ones, with a teacher that has seen the truth and whose flows are imitated.</summary>
/// <remarks>RIFE, section 3.3: Laplacian distance of student and teacher, and privileged distillation.</remarks>
/// <param name="distillation">What imitation counts: 0.01 for IFNet; 0.005 or 0.002 for IFNet_m.</param>
public sealed class RifeLoss(Device device, float distillation = 0.01f)
{
    // Where the student is worse by more than this, it imitates.
    const float Margin = 0.01f;

    readonly LaplacianPyramid pyramid = new(device);

    /// <param name="network">A network with a teacher.</param>
    /// <param name="first">[N, 3, H, W] with sides that are multiples of 32 and 64 or more.</param>
    /// <param name="truth">The true frame at the instant.</param>
    /// <param name="instants">One for all pairs, or one for each; the middle unless given.</param>
    public Tensor Of(IfNet network, Tensor first, Tensor second, Tensor truth, params ReadOnlySpan<float> instants)
    {
        IfNetFrame made = network.Apply(first, second, instants);
        Tensor taught = network.Teach(first, second, truth, made.Motions[^1], instants), teacher = IfNet.Merge(first, second, taught);
        Tensor flows = taught.Slice(0, 4).Detach(), error = Error(teacher, truth);
        Tensor? imitation = null;
        foreach (Tensor motion in made.Motions)
        {
            Tensor worse = Error(IfNet.Merge(first, second, motion), truth).GreaterThan(error, Margin);
            Tensor distance = flows.Subtract(motion.Slice(0, 4)).ChannelRms().Multiply(worse).Mean();
            imitation = imitation is null ? distance : imitation.Add(distance);
        }

        return pyramid.Distance(made.Frame, truth).Add(pyramid.Distance(teacher, truth)).Add(imitation!.Scale(distillation));
    }

    /// <summary>The mean distance over the colors of each pixel.</summary>
    static Tensor Error(Tensor frame, Tensor truth) => frame.Subtract(truth).Detach().Abs().ChannelMean();
}
