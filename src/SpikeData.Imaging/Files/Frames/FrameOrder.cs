using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>The files of a clip in the order of time, as the numbers in their names say it.</summary>
public sealed class FrameOrder
{
    FrameOrder(FrameName[] names, string? doubt)
    {
        Names = names;
        Files = [.. names.Select(name => name.Path)];
        if (doubt is null) return;
        Problem = new SpikeDataException("SPIKE425", $"The names do not say in which order the frames were filmed: {doubt}. "
            + "Name them by numbers of one width, such as 000000.png, or keep each sequence in a folder of its own.") { File = Path.GetDirectoryName(Files[0]) };
    }

    /// <summary>The files: numbers by their value, words by their letters.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Why <see cref="Files"/> may not be the order of time (SPIKE425); null where it is.</summary>
    public SpikeDataException? Problem { get; }

    /// <summary>Where the numbering has gaps, in words for people; empty where it has none.</summary>
    public IReadOnlyList<string> Gaps => [.. FrameGap.Among(Names).Select(gap => gap.ToString())];

    internal IReadOnlyList<FrameName> Names { get; }

    /// <summary>Sorts files by their names.</summary>
    public static FrameOrder Of(IEnumerable<string> files)
    {
        FrameName[] names = [.. files.Select(file => new FrameName(file)).Order()];
        return new(names, FrameDoubt.About(names));
    }

    /// <summary>The files, where their names leave no doubt.</summary>
    /// <exception cref="SpikeDataException">SPIKE425: they do.</exception>
    public IReadOnlyList<string> Sure() => Problem is null ? Files : throw Problem;
}
