namespace SpikeData.Compute;

/// <summary>A formula applied at every place of a grid: written once, run as SIMD on CPUs and through ILGPU on GPUs.</summary>
/// <remarks>
/// A kernel is a <c>readonly struct</c> whose fields are views and scalars. It implements <see cref="IExactKernel"/> or
/// <see cref="IFloatKernel"/>; it gathers, never scatters; it never branches on lane values. Its <c>Execute</c> is marked
/// <c>AggressiveInlining</c>, or <c>AggressiveOptimization</c> where it is long: otherwise its first calls, which may be all, run unoptimized.
/// </remarks>
public interface IKernel;

/// <summary>A kernel of the data path: integer lanes only, so its bytes are the same on every device. The type keeps floats out.</summary>
public interface IExactKernel : IKernel
{
    /// <summary>Computes the places <c>column .. column + TLane.Width - 1</c> of a row.</summary>
    /// <param name="row">Everything but the contiguous axis, flattened.</param>
    /// <param name="column">The first place along the contiguous axis.</param>
    void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>;
}

/// <summary>A kernel of the learned parts: float lanes, reproducible on one device.</summary>
public interface IFloatKernel : IKernel
{
    /// <inheritdoc cref="IExactKernel.Execute{TLane}"/>
    void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>;
}
