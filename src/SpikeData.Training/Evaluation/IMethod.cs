namespace SpikeData.Training;

/// <summary>A way to an image of an instant, from a blurry image and the spikes around it: a row of a report, and what <c>deblur</c> runs.</summary>
/// <remarks>Its variants are the methods there are.</remarks>
public interface IMethod
{
    /// <summary>Where its row stands in a report whose recipe does not choose the methods; those that do not say come last, by name.</summary>
    int Place => int.MaxValue;

    /// <summary>How many times larger pictures are than the spikes that its networks were trained for; null where it takes any.</summary>
    int? ScaleOf(TrainedNetworks networks) => null;

    /// <summary>Makes it ready; null where networks that it needs are not part of the model.</summary>
    ReadyMethod? Open(MethodContext context);
}

/// <summary>What a method begins with.</summary>
/// <param name="Networks">The trained networks at hand.</param>
/// <param name="Scale">How many times higher and wider pictures are than spikes.</param>
/// <param name="Directory">The folder that files in the recipe are relative to.</param>
/// <param name="Enlarge">How gray images are enlarged where no network does it.</param>
public sealed record MethodContext(TrainedNetworks Networks, int Scale, string Directory, RowEnlargement Enlarge = RowEnlargement.Nearest)
{
    /// <summary>How the gray image was enlarged; null where spikes are as large as pictures.</summary>
    internal RowEnlargement? Enlarged => Scale == 1 ? null : Enlarge;

    /// <summary>The same as a part of a row's definition.</summary>
    internal string Enlarging => Enlarged is { } way ? $", enlarged by {way.Words()}" : "";
}
