using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>A beginning at which signals keep their size forwards and backwards: normal weights, biases of zero.</summary>
/// <remarks>Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010, equation 12.</remarks>
static class XavierNormal
{
    /// <summary>Draws every parameter that is trained anew.</summary>
    /// <param name="seed">Numbers depend on it and on the parameter's name alone.</param>
    public static void Draw(ParameterSet parameters, long seed)
    {
        foreach (Parameter parameter in parameters.Where(parameter => parameter.IsTrained))
        {
            if (parameter.Dimensions.Length == 1)
            {
                parameter.Write(new float[parameter.Count]);
                continue;
            }

            int taps = parameter.Count / (parameter.Dimensions[0] * parameter.Dimensions[1]);
            double spread = Math.Sqrt(2.0 / (taps * (parameter.Dimensions[0] + parameter.Dimensions[1])));
            parameter.Write(NormalNumbers.Draw(parameter.Count, spread, PhiloxKey.Derive(seed, parameter.Name, "normal")));
        }
    }
}
