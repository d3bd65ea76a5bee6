namespace SpikeData.Training;

/// <summary>Channels side by side, and ranges of them.</summary>
public static class Concatenation
{
    /// <summary>The channels of x, then those of the others.</summary>
    public static Tensor Concat(this Tensor x, params ReadOnlySpan<Tensor> others)
    {
        int channels = x.Shape.Channels;
        bool needsGradient = x.NeedsGradient;
        foreach (Tensor other in others)
        {
            if (other.Shape != x.Shape with { Channels = other.Shape.Channels })
                throw new ArgumentException($"Images like {x.Shape} were expected; these are {other.Shape}.", nameof(others));
            channels += other.Shape.Channels;
            needsGradient |= other.NeedsGradient;
        }

        Tensor y = x.Tape.New(x.Shape with { Channels = channels }, needsGradient);
        PixelGrid to = PixelGrid.Of(y.Shape);
        Append(y, x, ref to);
        foreach (Tensor other in others) Append(y, other, ref to);
        return y;
    }

    /// <summary>Some neighboring channels.</summary>
    public static Tensor Slice(this Tensor x, int first, int channels)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first + channels, x.Shape.Channels);
        Tensor y = x.Tape.New(x.Shape with { Channels = channels }, x.NeedsGradient);
        return y.Place(new(x, PixelGrid.Of(x.Shape).FromChannel(first), PixelGrid.Of(y.Shape), y.Shape));
    }

    static void Append(Tensor y, Tensor x, ref PixelGrid to)
    {
        y.Place(new(x, PixelGrid.Of(x.Shape), to, x.Shape));
        to = to.FromChannel(x.Shape.Channels);
    }
}
