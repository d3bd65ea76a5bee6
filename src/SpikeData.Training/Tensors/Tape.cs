using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The computation of one step, written down while it happens, so that walking back gives the gradient of its loss.</summary>
/// <remarks>
/// Eager, in the manner of Karpathy's micrograd. Lines, tensors and memory of a step are used again by the next one after
/// <see cref="Clear"/>: equal steps allocate nothing after the first.
/// </remarks>
public sealed class Tape(Device device) : IDisposable
{
    readonly Arena arena = new(device);
    readonly List<Tensor> tensors = [];
    readonly List<TapeStep> steps = [];
    float[] staging = [];
    int tensorCount;
    int stepCount;

    public Device Device => device;

    /// <summary>Whether a backward pass may follow; false for inference, which then keeps no way back.</summary>
    public bool Records { get; init; } = true;

    /// <summary>Puts numbers on the tape.</summary>
    /// <param name="planes">Batch, channels, height, width: PyTorch's order.</param>
    /// <param name="needsGradient">Whether the loss is to be differentiated by them.</param>
    public Tensor Input(Shape shape, ReadOnlySpan<float> planes, bool needsGradient = false)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(planes.Length, shape.Length);
        Tensor tensor = New(shape, needsGradient && Records);
        Span<float> pixels = device.IsHost ? tensor.Buffer.Span : Stage(shape.Length);
        ChannelOrder.ToPixels(planes, shape, pixels);
        if (!device.IsHost) tensor.Buffer.Upload(pixels);
        return tensor;
    }

    /// <summary>Copies a tensor to the host in PyTorch's order: batch, channels, height, width.</summary>
    public void Read(Tensor tensor, Span<float> planes) => Read(tensor.Buffer, tensor.Shape, planes);

    /// <summary>Copies the gradient of a tensor to the host in PyTorch's order: zeros if the loss does not depend on it.</summary>
    public void ReadGradient(Tensor tensor, Span<float> planes)
    {
        if (tensor.HasGradient) Read(tensor.GradientBuffer, tensor.Shape, planes);
        else planes.Clear();
    }

    /// <summary>The only number of a tensor, such as a loss.</summary>
    public float Scalar(Tensor tensor)
    {
        Span<float> value = stackalloc float[1];
        tensor.Buffer.Download(value);
        return value[0];
    }

    /// <summary>Walks back from a loss and leaves its derivatives in every tensor and parameter that asks for one.</summary>
    public void Backward(Tensor loss)
    {
        if (loss.Shape != Shape.Scalar) throw new ArgumentException($"A loss is one number; this tensor is {loss.Shape}.", nameof(loss));
        if (!loss.NeedsGradient) throw new ArgumentException("Nothing the loss was made from needs a gradient.", nameof(loss));
        Fill(loss.Share(), 1, 1);
        WalkBack();
    }

    /// <summary>Walks back from a result whose gradient is given in PyTorch's order.</summary>
    internal void Backward(Tensor result, ReadOnlySpan<float> gradient)
    {
        float[] pixels = new float[gradient.Length];
        ChannelOrder.ToPixels(gradient, result.Shape, pixels);
        _ = result.Share();
        result.GradientBuffer.Upload(pixels);
        WalkBack();
    }

    /// <summary>Ends the step: its tensors are gone, their memory serves the next step.</summary>
    public void Clear()
    {
        for (int i = 0; i < tensorCount; i++)
        {
            tensors[i].ReturnGradient(arena);
            tensors[i].ReturnValues(arena);
        }

        tensorCount = stepCount = 0;
        arena.EndStep();
    }

    public void Dispose()
    {
        Clear();
        arena.Dispose();
    }

    /// <summary>How many tensors there are: what <see cref="Release"/> goes back to.</summary>
    internal int Mark => tensorCount;

    /// <summary>A tensor of one number, which needs no gradient.</summary>
    internal Tensor Constant(Shape shape, float value)
    {
        Tensor tensor = New(shape, needsGradient: false);
        Fill(new(tensor.Values), shape.Length, value);
        return tensor;
    }

    /// <summary>Does work of which only the results are needed; unless there is a way back, the memory of all else is free at once.</summary>
    internal Tensor[] KeepOnly(Func<Tensor[]> work)
    {
        int first = tensorCount;
        Tensor[] kept = work();
        if (Records) return kept;
        foreach (Tensor tensor in kept)
        {
            int place = tensors.IndexOf(tensor, first, tensorCount - first);
            if (place < 0) continue;
            (tensors[first], tensors[place]) = (tensor, tensors[first]);
            first++;
        }

        Release(first);
        return kept;
    }

    /// <summary>Forgets the tensors since a mark, unless there is a way back through them.</summary>
    internal void Release(int mark)
    {
        if (Records) return;
        while (tensorCount > mark) tensors[--tensorCount].ReturnValues(arena);
    }

    /// <summary>The next tensor of the step, its numbers still undefined.</summary>
    internal Tensor New(Shape shape, bool needsGradient)
    {
        if (tensorCount == tensors.Count) tensors.Add(new(this));
        Tensor tensor = tensors[tensorCount++];
        tensor.Begin(shape, arena.Rent(shape.Length), needsGradient && Records);
        return tensor;
    }

    /// <summary>Writes down how the gradient goes back from a result of an operator to its operands, if anybody will walk that way.</summary>
    /// <param name="backward">Captures nothing, so that equal steps allocate nothing.</param>
    internal void Record<TOperands>(Tensor result, in TOperands operands, Action<TOperands, Tensor> backward)
    {
        if (!result.NeedsGradient) return;
        if (stepCount == steps.Count) steps.Add(new TapeStep<TOperands> { Result = result });
        if (steps[stepCount] is not TapeStep<TOperands> step) steps[stepCount] = step = new() { Result = result };
        (step.Result, step.Operands, step.Way) = (result, operands, backward);
        stepCount++;
    }

    internal void Run<TKernel>(in TKernel kernel, int rows, int columns)
        where TKernel : struct, IFloatKernel => device.RunFloat(in kernel, rows, columns);

    internal void Fill(Accumulator target, int length, float value) => Run(new Fill(target, value), 1, length);

    internal Buffer<float> Rent(int length) => arena.Rent(length);

    internal void Return(Buffer<float> buffer) => arena.Return(buffer);

    void WalkBack()
    {
        for (int line = stepCount - 1; line >= 0; line--)
        {
            Tensor result = steps[line].Result;
            if (result.HasGradient) steps[line].Backward();
            bool hasMoreWaysBack = line > 0 && steps[line - 1].Result == result;
            if (!hasMoreWaysBack) result.ReturnGradient(arena);
        }
    }

    void Read(Buffer<float> buffer, Shape shape, Span<float> planes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(planes.Length, shape.Length);
        Span<float> pixels = device.IsHost ? buffer.Span : Stage(shape.Length);
        if (!device.IsHost) buffer.Download(pixels);
        ChannelOrder.ToPlanes(pixels, shape, planes);
    }

    Span<float> Stage(int length)
    {
        if (staging.Length < length) staging = new float[length];
        return staging.AsSpan(0, length);
    }
}
