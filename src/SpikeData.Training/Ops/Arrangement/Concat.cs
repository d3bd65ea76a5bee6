namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>The channels of x, then those of the others.</summary>
    public Tensor Concat(params ReadOnlySpan<Tensor> others)
    {
        int channels = Shape.Channels;
        bool needsGradient = NeedsGradient;
        foreach (Tensor other in others)
        {
            if (other.Shape != Shape with { Channels = other.Shape.Channels })
                throw new ArgumentException($"Images like {Shape} were expected; these are {other.Shape}.", nameof(others));
            channels += other.Shape.Channels;
            needsGradient |= other.NeedsGradient;
        }

        Tensor y = Tape.New(Shape with { Channels = channels }, needsGradient);
        PixelGrid to = PixelGrid.Of(y.Shape);
        Append(y, this, ref to);
        foreach (Tensor other in others) Append(y, other, ref to);
        return y;

        static void Append(Tensor y, Tensor x, ref PixelGrid to)
        {
            y.CopyFrom(x, PixelGrid.Of(x.Shape), to, x.Shape);
            to = to.FromChannel(x.Shape.Channels);
        }
    }
}
