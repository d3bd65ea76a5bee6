namespace SpikeData.Training;

/// <summary>A place between two neighbors on an axis.</summary>
/// <param name="First">The neighbor before it.</param>
/// <param name="Second">The neighbor behind it; at the end of the axis the same.</param>
/// <param name="Weight">How much of the second belongs to it.</param>
public readonly record struct Between(int First, int Second, float Weight)
{
    /// <summary>Where the center of a resized pixel lies.</summary>
    /// <param name="scale">How many pixels of the axis make one resized pixel.</param>
    public static Between At(int resized, float scale, int length)
    {
        float place = Math.Max((resized + 0.5f) * scale - 0.5f, 0);
        int first = Math.Min((int)place, length - 1);
        return new(first, Math.Min(first + 1, length - 1), Math.Min(place - first, 1));
    }

    /// <summary>How much a neighbor counts here.</summary>
    public float WeightOf(int neighbor) => (neighbor == First ? 1 - Weight : 0) + (neighbor == Second ? Weight : 0);

    /// <summary>No resized pixel before this one looks at the neighbor.</summary>
    public static int FirstLooker(int neighbor, float scale) => Math.Max((int)((neighbor - 0.5f) / scale - 0.5f) - 1, 0);

    /// <summary>No resized pixel behind this one looks at the neighbor.</summary>
    public static int LastLooker(int neighbor, float scale, int length, int resized) =>
        neighbor == length - 1 ? resized - 1 : Math.Min((int)((neighbor + 1.5f) / scale - 0.5f) + 1, resized - 1);
}
