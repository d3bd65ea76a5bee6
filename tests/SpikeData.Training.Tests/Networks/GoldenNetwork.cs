using SpikeData.Imaging;

namespace SpikeData.Training.Tests;

/// <summary>Compares networks with what the public implementation computed in PyTorch.</summary>
/// <remarks>
/// Each bound is ten times the relative L2 distance between PyTorch's own results in single and double precision, as the manifest states it.
/// </remarks>
static class GoldenNetwork
{
    public static Tensor Input(Tape tape, string file, string name) => Input(tape, Golden.Read(file, name));

    public static Tensor Input(Tape tape, NdArray array)
    {
        ReadOnlySpan<int> shape = array.Shape;
        float[] numbers = array.Type == ElementType.UInt8 ? [.. array.As<byte>().ToArray().Select(spike => (float)spike)] : array.As<float>().ToArray();
        return tape.Input(new(shape[0], shape[1], shape[2], shape[3]), numbers);
    }

    public static void AssertNear(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, double bound)
    {
        Assert.Equal(expected.Length, actual.Length);
        double distance = 0, length = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            distance += Math.Pow((double)expected[i] - actual[i], 2);
            length += Math.Pow(expected[i], 2);
        }

        double relative = Math.Sqrt(distance / length);
        Assert.True(relative <= bound, $"The relative distance is {relative:E2}; at most {bound:E2} was expected.");
    }

    public static float[] Values(Tape tape, Tensor tensor)
    {
        float[] values = new float[tensor.Shape.Length];
        tape.Read(tensor, values);
        return values;
    }

    /// <summary>Takes three steps of Adam as the reference did, comparing losses, the first gradients and the distance moved.</summary>
    public static void AssertTrains(Network network, string name, double learningRate, double gradientBound, double updateBound, Func<Tape, Tensor> loss)
    {
        string gradients = $"nets/{name}_grad.npz", afterwards = $"nets/{name}_adam3.npz";
        float[] losses = Golden.Read<float>(gradients, "losses");
        Dictionary<string, float[]> before = network.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Read());
        using Tape tape = new(network.Device);
        using Adam adam = new(network.Parameters);
        for (int step = 0; step <= 3; step++)
        {
            tape.Clear();
            network.Parameters.ForgetGradients();
            Tensor distance = loss(tape);
            Assert.Equal(losses[step], tape.Scalar(distance), 2e-6f * losses[step]);
            if (step == 3) break;
            tape.Backward(distance);
            if (step == 0) AssertStored(network, gradients, parameter => parameter.ReadGradient(), (numbers, _) => numbers, gradientBound);
            adam.Step(learningRate);
        }

        AssertStored(network, afterwards, parameter => parameter.Read(), (numbers, parameter) => [.. numbers.Zip(Stored(before[parameter.Split('#')[0]], parameter), (after, start) => after - start)], updateBound);
    }

    /// <summary>All numbers that the file holds of all parameters, as one long vector.</summary>
    static void AssertStored(Network network, string file, Func<Parameter, float[]> read, Func<float[], string, float[]> see, double bound)
    {
        List<float> expected = [], actual = [];
        using Npz npz = Npz.Open(Golden.Path(file));
        string[] names = [.. npz.Names];
        foreach (Parameter parameter in network.Parameters.Where(parameter => parameter.IsTrained))
        {
            float[] numbers = read(parameter);
            foreach (string stored in (string[])[parameter.Name, $"{parameter.Name}#first64", $"{parameter.Name}#sample"])
            {
                if (!names.Contains(stored)) continue;
                expected.AddRange(see(npz.Read(stored).As<float>().ToArray(), stored));
                actual.AddRange(see(Stored(numbers, stored), stored));
            }

            if (!names.Contains($"{parameter.Name}#norm")) continue;
            double norm = Math.Sqrt(numbers.Sum(number => (double)number * number));
            Assert.Equal(npz.Read($"{parameter.Name}#norm").As<float>()[0], norm, 1e-4 * norm);
        }

        Assert.NotEmpty(expected);
        AssertNear([.. expected], [.. actual], bound);
    }

    /// <summary>The part of a parameter's numbers that was stored: all, the first 64, or 257 of them in equal steps.</summary>
    static float[] Stored(float[] numbers, string name)
    {
        if (name.EndsWith("#first64", StringComparison.Ordinal)) return numbers[..64];
        if (!name.EndsWith("#sample", StringComparison.Ordinal)) return numbers;
        int step = numbers.Length / 257;
        return [.. Enumerable.Range(0, 257).Select(i => numbers[i * step])];
    }
}
