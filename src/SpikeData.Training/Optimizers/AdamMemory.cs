using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>What <see cref="Adam"/> remembers of a parameter: running means of its gradient and of the gradient's square.</summary>
sealed class AdamMemory : IDisposable
{
    readonly Parameter parameter;

    public AdamMemory(Device device, Parameter parameter)
    {
        this.parameter = parameter;
        (Mean, Square) = (device.Allocate<float>(parameter.Count), device.Allocate<float>(parameter.Count));
        foreach (Buffer<float> memory in (ReadOnlySpan<Buffer<float>>)[Mean, Square]) device.RunFloat(new Fill(new(memory.View), 0), 1, parameter.Count);
    }

    public Buffer<float> Mean { get; }

    public Buffer<float> Square { get; }

    public void Move(Device device, in AdamStep step)
    {
        Tensor tensor = parameter.Tensor;
        if (!tensor.HasGradient) return;
        device.RunFloat(new MoveByAdam(tensor.Values, tensor.Gradient, Mean.View, Square.View, step), 1, parameter.Count);
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
