using PureHDF;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Finds the data set of an HDF5 file that holds the spikes.</summary>
static class HdfNames
{
    const int MostListed = 20, MostVisited = 1000, Deepest = 8;

    /// <summary>The data set that was asked for, or else one of a usual name, or else the only one.</summary>
    /// <exception cref="SpikeDataException">SPIKE453: that is no data set of the file, or nothing.</exception>
    public static string Choose(IH5Group file, string? wanted, string path)
    {
        List<string> names = [];
        int visits = 0;
        List(file, "", 0, names, ref visits);
        if (wanted is null && names is [var only]) return only;
        foreach (string name in wanted is null ? SpikeArchive.UsualNames : [wanted])
            if (names.Contains(name)) return name;
        throw new SpikeDataException("SPIKE453",
            $"{(wanted is null ? "It cannot be told which data set holds the spikes" : $"There is no data set '{wanted}'")}. Name one with --array: {string.Join(", ", names.Take(MostListed))}.") { File = path };
    }

    static void List(IH5Group group, string prefix, int depth, List<string> names, ref int visits)
    {
        foreach (IH5Object child in group.Children())
        {
            if (++visits > MostVisited) return;
            if (child is IH5Dataset) names.Add(prefix + child.Name);
            else if (child is IH5Group inner && depth < Deepest) List(inner, $"{prefix}{child.Name}/", depth + 1, names, ref visits);
        }
    }
}
