using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>The light deblurring network: one sharp color image per instant, from the blurry one and the spikes around the instant.</summary>
[Variant("ldn")]
public sealed record LdnMethod : IMethod
{
    public int Place => 4;

    public int? ScaleOf(TrainedNetworks networks) => networks.Light?.Scale;

    public ReadyMethod? Open(MethodContext context)
    {
        if (context.Networks.Light is not { } network) return null;
        Tape tape = new(network.Device) { Records = false };
        return new("I-4 LDN (S-SDM)", "the light network alone, in color", Deblur, tape) { Parameters = network.Parameters.TrainedNumbers };

        void Deblur(SceneView view, Span<float> sharp)
        {
            tape.Clear();
            tape.Read(network.Apply(tape.Blur([view]), tape.Spikes([view], network.Spikes)).Clamp(0, 1), sharp);
        }
    }
}
