using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>factor x + offset.</summary>
    public Tensor Scale(float factor, float offset = 0)
    {
        Tensor y = Tape.New(Shape, NeedsGradient);
        y.RunNumbers(new Scale(Values, factor, offset, new(y.Values)));
        return y.Record((x: this, factor), static (op, y) => y.RunNumbers(new Scale(y.Gradient, op.factor, 0, op.x.Share())));
    }

    /// <summary>x(n, c, y, x) times factors[n].</summary>
    public Tensor ScaleImages(ReadOnlySpan<float> factors)
    {
        if (factors.Length != Shape.Batch)
            throw new ArgumentException($"One factor per image of {Shape} was expected; these are {factors.Length}.", nameof(factors));
        if (Shape.Batch == 1) return Scale(factors[0]);
        float[] weights = new float[Shape.Batch * Shape.Channels];
        for (int i = 0; i < weights.Length; i++) weights[i] = factors[i / Shape.Channels];
        return MultiplyChannels(Tape.Input(Shape with { Height = 1, Width = 1 }, weights));
    }

    /// <summary>The same numbers, which no gradient passes.</summary>
    public Tensor Detach()
    {
        if (!NeedsGradient) return this;
        Tensor y = Tape.New(Shape, needsGradient: false);
        y.RunNumbers(new Scale(Values, 1, 0, new(y.Values)));
        return y;
    }
}

/// <summary>y = factor x + offset.</summary>
readonly struct Scale(View<float> x, float factor, float offset, Accumulator y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> =>
        y.Add(column, TLane.MultiplyAdd(TLane.Splat(factor), TLane.Load(x, column), TLane.Splat(offset)));
}
