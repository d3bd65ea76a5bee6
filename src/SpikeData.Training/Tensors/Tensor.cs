using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>
/// Numbers on a device that an operator made from others, or that came from outside, with the gradient of the loss once it is known.
/// </summary>
public sealed partial class Tensor
{
    readonly Tape? tape;
    Buffer<float>? values;
    Buffer<float>? gradient;
    bool hasShares;

    internal Tensor(Tape tape) => this.tape = tape;

    /// <summary>A tensor that outlives steps: a parameter or a constant.</summary>
    internal Tensor(Device device, Shape shape, bool needsGradient)
    {
        (Shape, NeedsGradient) = (shape, needsGradient);
        values = device.Allocate<float>(shape.Length);
        if (needsGradient) gradient = device.Allocate<float>(shape.Length);
    }

    public Shape Shape { get; private set; }

    /// <summary>Whether the loss is to be differentiated by it.</summary>
    public bool NeedsGradient { get; private set; }

    /// <summary>Whether the last backward pass reached it.</summary>
    public bool HasGradient => hasShares;

    /// <summary>The numbers, channels-last.</summary>
    public View<float> Values => Buffer.View;

    /// <summary>The derivative of the loss by each number, channels-last.</summary>
    public View<float> Gradient => GradientBuffer.View;

    internal Tape Tape => tape ?? throw new InvalidOperationException("A parameter lies on no tape; begin with a tensor of a tape.");

    internal Buffer<float> Buffer => values ?? throw new ObjectDisposedException(nameof(Tensor), "The step that the tensor belongs to is over.");

    internal Buffer<float> GradientBuffer => gradient ?? throw new InvalidOperationException("The tensor has no gradient.");

    /// <summary>Where the next share of the gradient goes.</summary>
    internal Accumulator Share()
    {
        gradient ??= Tape.Rent(Shape.Length);
        int holdsShares = hasShares ? 1 : 0;
        hasShares = true;
        return new(gradient.View, holdsShares);
    }

    /// <summary>The gradient with zeros where no share went yet, for operators that pass back to a part of it only.</summary>
    internal Accumulator ShareOfPart()
    {
        if (!hasShares) Tape.Fill(Share(), Shape.Length, 0);
        return Share();
    }

    /// <summary>Forgets the gradient before the next backward pass.</summary>
    internal void ForgetGradient() => hasShares = false;

    internal void Begin(Shape shape, Buffer<float> memory, bool needsGradient) =>
        (Shape, values, NeedsGradient, hasShares) = (shape, memory, needsGradient, false);

    internal void ReturnGradient(Arena arena)
    {
        if (gradient is not null) arena.Return(gradient);
        (gradient, hasShares) = (null, false);
    }

    internal void ReturnValues(Arena arena)
    {
        if (values is not null) arena.Return(values);
        values = null;
    }

    internal void Dispose()
    {
        values?.Dispose();
        gradient?.Dispose();
    }

    /// <summary>The shape of both tensors.</summary>
    Shape ShapeLike(Tensor other) =>
        Shape == other.Shape ? Shape : throw new ArgumentException($"Tensors of one shape were expected; these are {Shape} and {other.Shape}.");

    /// <summary>Runs a kernel for each number, on a grid of one row.</summary>
    void RunNumbers<TKernel>(in TKernel kernel)
        where TKernel : struct, IFloatKernel => Tape.Run(kernel, 1, Shape.Length);

    /// <summary>Runs a kernel for each pixel, a row of the grid, and each of its channels, a column.</summary>
    void RunPixels<TKernel>(in TKernel kernel)
        where TKernel : struct, IFloatKernel => Tape.Run(kernel, Shape.Pixels, Shape.Channels);

    /// <summary>Writes down how an operator passes the gradient of this result back to what the result was made from.</summary>
    Tensor Record<TOperands>(in TOperands operands, Action<TOperands, Tensor> backward)
    {
        Tape.Record(this, operands, backward);
        return this;
    }
}
