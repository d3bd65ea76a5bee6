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
