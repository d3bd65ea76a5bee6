namespace SpikeData.Training;

/// <summary>The numbers of one step of <see cref="Adam"/>.</summary>
/// <param name="MeanDecay">How much of the mean of gradients is kept.</param>
/// <param name="MeanShare">How much the new gradient counts in it: the rest to 1.</param>
/// <param name="SquareDecay">How much of the mean of squared gradients is kept.</param>
/// <param name="SquareShare">How much the new gradient's square counts in it: the rest to 1.</param>
/// <param name="Epsilon">What is added to the root.</param>
/// <param name="Rate">The learning rate over the bias of the mean.</param>
/// <param name="RootOfSquareBias">The root of the bias of the mean of squares.</param>
/// <param name="Kept">How much of a number is kept before it is moved.</param>
public readonly record struct AdamStep(
    float MeanDecay, float MeanShare, float SquareDecay, float SquareShare, float Epsilon, float Rate, float RootOfSquareBias, float Kept);
