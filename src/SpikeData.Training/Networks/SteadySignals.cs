namespace SpikeData.Training;

/// <summary>A beginning at which signals keep their size through convolutions with rectifiers, instead of fading by 0.42 in each as those that PyTorch draws.</summary>
/// <remarks>He et al., "Delving Deep into Rectifiers", 2015, equation 15: a variance of 2 / ((1 + slope^2) fan-in).</remarks>
static class SteadySignals
{
    /// <summary>Makes weights that were drawn evenly from +-1 / sqrt(fan-in) larger.</summary>
    /// <param name="weights">Those of convolutions, each with a rectifier behind it whose slope is the first one of <see cref="PReluConvolution"/>.</param>
    public static void Begin(IEnumerable<Parameter> weights)
    {
        float gain = MathF.Sqrt(6 / (1 + PReluConvolution.FirstSlope * PReluConvolution.FirstSlope));
        foreach (Parameter weight in weights) weight.Write([.. weight.Read().Select(number => gain * number)]);
    }
}
