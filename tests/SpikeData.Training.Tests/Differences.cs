using SpikeData.Compute;

namespace SpikeData.Training.Tests;

/// <summary>Compares the gradients of a function with central differences, one input number after the other.</summary>
static class Differences
{
    const float Step = 1f / 128;
    const double Tolerance = 2e-3;

    public delegate Tensor Function(Tensor[] inputs, Parameter[] parameters);

    /// <param name="function">Makes a tensor from inputs and parameters.</param>
    /// <param name="inputs">Shapes of the inputs.</param>
    /// <param name="parameters">PyTorch dimensions of the parameters.</param>
    public static void Agree(Function function, Shape[] inputs, params int[][] parameters) =>
        AgreeAt(function, [.. inputs.Select((shape, i) => (shape, Numbers.Spread(shape.Length, i + 1)))], parameters);

    /// <inheritdoc cref="Agree(Function, Shape[], int[][])"/>
    public static void AgreeAt(Function function, (Shape Shape, float[] Numbers)[] inputs, params int[][] parameters)
    {
        using CpuDevice device = new(threads: 2);
        using Tape tape = new(device);
        Parameter[] weights = [.. parameters.Select((dimensions, i) => Parameter(device, dimensions, i))];
        Tensor[] tensors = [.. inputs.Select(input => tape.Input(input.Shape, input.Numbers, needsGradient: true))];
        Tensor result = function(tensors, weights);
        float[] scales = Numbers.Random(result.Shape.Length, 99);
        tape.Backward(result, scales);
        float[][] gradients = [.. tensors.Select(tensor => Gradient(tape, tensor)), .. weights.Select(weight => weight.ReadGradient())];
        float[][] numbers = [.. inputs.Select(input => input.Numbers), .. weights.Select(weight => weight.Read())];
        for (int set = 0; set < numbers.Length; set++)
            for (int i = 0; i < numbers[set].Length; i++)
            {
                double up = Loss(set, i, Step), down = Loss(set, i, -Step);
                double difference = (up - down) / (2 * Step), gradient = gradients[set][i];
                Assert.True(
                    Math.Abs(difference - gradient) <= Tolerance * (1 + Math.Abs(difference)),
                    $"Number {i} of operand {set}: the gradient is {gradient:R}, the difference quotient {difference:R}.");
            }

        double Loss(int set, int i, float change)
        {
            float[] moved = (float[])numbers[set].Clone();
            moved[i] += change;
            using Tape again = new(device) { Records = false };
            if (set >= inputs.Length) weights[set - inputs.Length].Write(moved);
            Tensor y = function([.. inputs.Select((input, k) => again.Input(input.Shape, k == set ? moved : input.Numbers))], weights);
            if (set >= inputs.Length) weights[set - inputs.Length].Write(numbers[set]);
            float[] values = new float[y.Shape.Length];
            again.Read(y, values);
            return values.Zip(scales, (value, scale) => (double)value * scale).Sum();
        }
    }

    static float[] Gradient(Tape tape, Tensor tensor)
    {
        float[] gradient = new float[tensor.Shape.Length];
        tape.ReadGradient(tensor, gradient);
        return gradient;
    }

    static Parameter Parameter(CpuDevice device, int[] dimensions, int i)
    {
        Parameter parameter = new(device, $"parameter {i}", dimensions);
        parameter.Write(Numbers.Random(parameter.Count, 50 + i));
        return parameter;
    }
}
