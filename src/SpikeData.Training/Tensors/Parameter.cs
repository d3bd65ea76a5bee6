using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>A number of named numbers that training moves, such as the weights of a convolution.</summary>
/// <remarks>
/// Dimensions and order are PyTorch's at the border; in memory weights lie as tap row, tap column, input channel, output channel.
/// </remarks>
public sealed class Parameter
{
    readonly int[] dimensions;

    /// <param name="name">The key in a PyTorch state dict, such as <c>head.0.weight</c>.</param>
    /// <param name="dimensions">
    /// One to four lengths in PyTorch's order: output channels, input channels, height, width; or five with a 1 between channels and height, as
    /// a convolution over the time of single frames has.
    /// </param>
    public Parameter(Device device, string name, ReadOnlySpan<int> dimensions, bool isTrained = true)
    {
        bool isOverTime = dimensions is [_, _, 1, _, _];
        if (dimensions.Length is < 1 or > 4 && !isOverTime)
            throw new ArgumentException($"'{name}' has {dimensions.Length} dimensions; 1 to 4 are possible.", nameof(dimensions));
        Name = name;
        this.dimensions = dimensions.ToArray();
        Tensor = new(device, new(dimensions[0], Length(1), Length(isOverTime ? 3 : 2), Length(isOverTime ? 4 : 3)), isTrained);
    }

    public string Name { get; }

    /// <summary>PyTorch's shape.</summary>
    public ReadOnlySpan<int> Dimensions => dimensions;

    /// <summary>Whether it has a gradient; constants have none.</summary>
    public bool IsTrained => Tensor.NeedsGradient;

    public Tensor Tensor { get; }

    public int Count => Tensor.Shape.Length;

    /// <summary>Sets all numbers, given in PyTorch's order.</summary>
    public void Write(ReadOnlySpan<float> numbers)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(numbers.Length, Count);
        float[] stored = new float[Count];
        for (int i = 0; i < Count; i++) stored[Place(i)] = numbers[i];
        Tensor.Buffer.Upload(stored);
    }

    /// <summary>Gets all numbers in PyTorch's order.</summary>
    public float[] Read() => Read(Tensor.Buffer);

    /// <summary>Gets the gradient in PyTorch's order.</summary>
    public float[] ReadGradient() => Read(Tensor.GradientBuffer);

    public override string ToString() => $"{Name} [{string.Join(", ", dimensions)}]";

    float[] Read(Buffer<float> buffer)
    {
        float[] stored = new float[Count], numbers = new float[Count];
        buffer.Download(stored);
        for (int i = 0; i < Count; i++) numbers[i] = stored[Place(i)];
        return numbers;
    }

    /// <summary>Where a number lies that is the i-th in PyTorch's order.</summary>
    int Place(int i)
    {
        (int outputs, int inputs, int height, int width) = Tensor.Shape;
        int tap = i % (height * width), input = i / (height * width) % inputs, output = i / (height * width * inputs);
        return (tap * inputs + input) * outputs + output;
    }

    int Length(int dimension) => dimension < dimensions.Length ? dimensions[dimension] : 1;
}
