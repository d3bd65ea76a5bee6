using System.Runtime.CompilerServices;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>Adam: moves each number against its gradient by about the learning rate, whatever the size of the gradient.</summary>
/// <remarks>
/// Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, algorithm 1, with epsilon outside the root as in PyTorch. With a weight
/// decay it is AdamW: Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019, algorithm 2.
/// </remarks>
public sealed class Adam : IDisposable
{
    readonly Device device;
    readonly AdamMemory[] memories;

    /// <param name="parameters">What it moves; constants are left out.</param>
    /// <param name="meanDecay">How much of the mean of gradients a step keeps.</param>
    /// <param name="squareDecay">How much of the mean of squared gradients a step keeps.</param>
    /// <param name="epsilon">What keeps steps finite where gradients are zero.</param>
    /// <param name="weightDecay">How much of each number a step of learning rate 1 takes away.</param>
    public Adam(ParameterSet parameters, double meanDecay = 0.9, double squareDecay = 0.999, double epsilon = 1e-8, double weightDecay = 0)
    {
        (device, MeanDecay, SquareDecay, Epsilon, WeightDecay) = (parameters.Device, meanDecay, squareDecay, epsilon, weightDecay);
        memories = [.. parameters.Where(parameter => parameter.IsTrained).Select(parameter => new AdamMemory(device, parameter))];
    }

    public double MeanDecay { get; }

    public double SquareDecay { get; }

    public double Epsilon { get; }

    public double WeightDecay { get; }

    /// <summary>How many steps were made.</summary>
    public int Steps { get; private set; }

    /// <summary>Moves every parameter that the last backward pass reached.</summary>
    public void Step(double learningRate)
    {
        Steps++;
        double meanBias = 1 - Math.Pow(MeanDecay, Steps), squareBias = 1 - Math.Pow(SquareDecay, Steps);
        AdamStep step = new(
            (float)MeanDecay,
            (float)(1 - MeanDecay),
            (float)SquareDecay,
            (float)(1 - SquareDecay),
            (float)Epsilon,
            (float)(learningRate / meanBias),
            (float)Math.Sqrt(squareBias),
            (float)(1 - learningRate * WeightDecay));
        foreach (AdamMemory memory in memories) memory.Move(device, step);
    }

    /// <summary>Adds what it remembers to the arrays of a checkpoint.</summary>
    internal void Save(Weights checkpoint)
    {
        checkpoint.Add("adam.steps", NdArray.Of<int>([Steps], 1));
        foreach (AdamMemory memory in memories) memory.Save(checkpoint);
    }

    /// <summary>Remembers what a checkpoint holds.</summary>
    internal void Load(Weights checkpoint)
    {
        Steps = checkpoint["adam.steps"].As<int>()[0];
        foreach (AdamMemory memory in memories) memory.Load(checkpoint);
    }

    public void Dispose()
    {
        foreach (AdamMemory memory in memories) memory.Dispose();
    }
}

/// <summary>What <see cref="Adam"/> remembers of a parameter: running means of its gradient and of the gradient's square.</summary>
sealed class AdamMemory : IDisposable
{
    readonly Parameter parameter;

    public AdamMemory(Device device, Parameter parameter)
    {
        this.parameter = parameter;
        (Mean, Square) = (device.Allocate<float>(parameter.Count), device.Allocate<float>(parameter.Count));
        foreach (Buffer<float> memory in (ReadOnlySpan<Buffer<float>>)[Mean, Square])
            device.RunFloat(new Fill(new(memory.View), 0), 1, parameter.Count);
    }

    public Buffer<float> Mean { get; }

    public Buffer<float> Square { get; }

    public void Move(Device device, in AdamStep step)
    {
        Tensor tensor = parameter.Tensor;
        if (!tensor.HasGradient) return;
        device.RunFloat(new AdamUpdate(tensor.Values, tensor.Gradient, Mean.View, Square.View, step), 1, parameter.Count);
    }

    public void Save(Weights checkpoint)
    {
        checkpoint.Add($"adam.mean/{parameter.Name}", Download(Mean));
        checkpoint.Add($"adam.square/{parameter.Name}", Download(Square));
    }

    public void Load(Weights checkpoint)
    {
        Mean.Upload(checkpoint[$"adam.mean/{parameter.Name}"].As<float>());
        Square.Upload(checkpoint[$"adam.square/{parameter.Name}"].As<float>());
    }

    static NdArray Download(Buffer<float> buffer)
    {
        float[] numbers = new float[buffer.Length];
        buffer.Download(numbers);
        return NdArray.Of<float>(numbers, numbers.Length);
    }

    public void Dispose()
    {
        Mean.Dispose();
        Square.Dispose();
    }
}

/// <summary>The numbers of one step of <see cref="Adam"/>.</summary>
/// <param name="MeanDecay">How much of the mean of gradients is kept.</param>
/// <param name="MeanShare">How much the new gradient counts in it: the rest to 1.</param>
/// <param name="SquareDecay">How much of the mean of squared gradients is kept.</param>
/// <param name="SquareShare">How much the new gradient's square counts in it: the rest to 1.</param>
/// <param name="Epsilon">What is added to the root.</param>
/// <param name="Rate">The learning rate over the bias of the mean.</param>
/// <param name="RootOfSquareBias">The root of the bias of the mean of squares.</param>
/// <param name="Kept">How much of a number is kept before it is moved.</param>
readonly record struct AdamStep(
    float MeanDecay, float MeanShare, float SquareDecay, float SquareShare, float Epsilon, float Rate, float RootOfSquareBias, float Kept);

/// <summary>
/// mean = b1 mean + (1 - b1) g, square = b2 square + (1 - b2) g^2, value = kept value - rate mean / (sqrt(square) / root + epsilon).
/// </summary>
readonly struct AdamUpdate(View<float> values, View<float> gradient, View<float> mean, View<float> square, AdamStep step) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane g = TLane.Load(gradient, column);
        TLane first = TLane.Load(mean, column) * TLane.Splat(step.MeanDecay) + g * TLane.Splat(step.MeanShare);
        TLane second = TLane.Load(square, column) * TLane.Splat(step.SquareDecay) + g * g * TLane.Splat(step.SquareShare);
        TLane.Store(mean, column, first);
        TLane.Store(square, column, second);
        TLane scale = TLane.Sqrt(second) / TLane.Splat(step.RootOfSquareBias) + TLane.Splat(step.Epsilon);
        TLane.Store(values, column, TLane.Load(values, column) * TLane.Splat(step.Kept) - TLane.Splat(step.Rate) * first / scale);
    }
}
