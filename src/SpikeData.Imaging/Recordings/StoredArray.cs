using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>An array as a file describes it, before it is known which of its axes is what.</summary>
/// <param name="Subject">What messages call it.</param>
/// <param name="Type">What a number is.</param>
/// <param name="IsBigEndian">Whether the highest byte of a number comes first.</param>
/// <param name="Sides">The length of each axis, as who wrote it counts them.</param>
/// <param name="IsFirstContiguous">Whether the first axis is the one that lies contiguous, as in Fortran and MATLAB, and not the last.</param>
sealed record StoredArray(string Subject, ElementType Type, bool IsBigEndian, IReadOnlyList<long> Sides, bool IsFirstContiguous)
{
    public string Shape => $"[{string.Join(", ", Sides)}]";

    /// <summary>Finds the ticks, rows and columns of the array.</summary>
    /// <exception cref="SpikeDataException">SPIKE454: it has no three axes, or no numbers.</exception>
    public SpikeBox Box(ArrayAxes axes, string path)
    {
        List<long> sides = [.. Sides];
        while (sides.Count > 3 && sides.Remove(1))
        {
        }

        if (sides.Count != 3 || sides.Exists(side => side is < 1 or > int.MaxValue))
            throw new SpikeDataException("SPIKE454",
                $"{Subject} has the shape {Shape}; three axes, none of them 0, were expected, such as [ticks, height, width]. Name the array of spikes with --array, or take one recording out of a batch.") { File = path };
        int[] lengths = [.. sides.Select(side => (int)side)], places = axes.Places();
        if (IsFirstContiguous) (lengths, places) = ([.. lengths.Reverse()], [.. places.Select(place => 2 - place)]);
        return new(lengths, places[0], places[1], places[2]);
    }
}
