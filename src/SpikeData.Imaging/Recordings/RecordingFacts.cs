using System.Text.Json.Nodes;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>What is known about a recording besides its bits: said by a person, by a file beside it, or by the file itself.</summary>
/// <remarks>A fact that is null is not known.</remarks>
public sealed record RecordingFacts
{
    /// <summary>More pixels than any sensor has: a frame said to be larger is a mistake, or an attack.</summary>
    const int MostPixels = 1 << 26;

    /// <summary>Nothing is known.</summary>
    public static RecordingFacts None { get; } = new();

    /// <summary>Columns of the sensor, header columns left out.</summary>
    public int? Width { get; init; }

    /// <summary>Rows of the sensor.</summary>
    public int? Height { get; init; }

    /// <summary>Which row of a frame comes first in the file.</summary>
    public RowOrder? Rows { get; init; }

    /// <summary>Columns that are stored among the pixels and are none.</summary>
    public HeaderColumns? HeaderColumns { get; init; }

    /// <summary>Which bit of a byte is its first pixel, in .dat files.</summary>
    public BitOrder? Bits { get; init; }

    /// <summary>The order of the axes, in arrays.</summary>
    public ArrayAxes? Axes { get; init; }

    /// <summary>How many ticks the recording had when it was written.</summary>
    public long? Ticks { get; init; }

    /// <summary>How many times a second the sensor was read out.</summary>
    public double? TicksPerSecond { get; init; }

    /// <summary>What made the spikes, such as a camera or the words of a simulator.</summary>
    public string? Simulator { get; init; }

    /// <summary>The seed of the simulator's random numbers.</summary>
    public long? Seed { get; init; }

    /// <summary>The name of the array that holds the spikes, in files that hold several.</summary>
    public string? Array { get; init; }

    /// <summary>What a manifest says of the spikes of a data set.</summary>
    /// <exception cref="InvalidOperationException">A number is none.</exception>
    public static RecordingFacts OfManifest(JsonObject spike) => new()
    {
        Width = spike["width"]?.GetValue<int>(),
        Height = spike["height"]?.GetValue<int>(),
        Rows = RowOrder.BottomUp,
        Ticks = spike["ticks"]?.GetValue<int>(),
        TicksPerSecond = spike["ticksPerSecond"]?.GetValue<double>(),
        Simulator = $"simulate-spikes, gain {spike["gain"]}, threshold {spike["threshold"]}, noise {spike["noise"]?["variant"]}",
        Seed = spike["seed"]?.GetValue<long>(),
    };

    /// <summary>These facts, and where one is not known, those of another source.</summary>
    public RecordingFacts Or(RecordingFacts other) => new()
    {
        Width = Width ?? other.Width,
        Height = Height ?? other.Height,
        Rows = Rows ?? other.Rows,
        HeaderColumns = HeaderColumns ?? other.HeaderColumns,
        Bits = Bits ?? other.Bits,
        Axes = Axes ?? other.Axes,
        Ticks = Ticks ?? other.Ticks,
        TicksPerSecond = TicksPerSecond ?? other.TicksPerSecond,
        Simulator = Simulator ?? other.Simulator,
        Seed = Seed ?? other.Seed,
        Array = Array ?? other.Array,
    };

    /// <summary>The layout of frames that an array says the size of.</summary>
    /// <exception cref="SpikeDataException">SPIKE464: somebody has said another size. SPIKE470: frames cannot be that large.</exception>
    internal SpikeLayout LayoutOfArray(string path, int height, int width)
    {
        int stored = (HeaderColumns?.Count ?? 0) + (Width ?? width - (HeaderColumns?.Count ?? 0));
        if (stored != width || (Height ?? height) != height)
            throw new SpikeDataException("SPIKE464",
                $"The array holds frames of {width}x{height}{(HeaderColumns is null ? "" : ", header columns included")}, but --size or the file's .yaml says {Width}x{Height}. Leave the size out, or name another array with --array.") { File = path };
        return (this with { Height = height, Width = width }).LayoutOf(path, RowOrder.TopDown);
    }

    /// <summary>The layout of packed frames.</summary>
    /// <param name="path">The file, for the message.</param>
    /// <param name="rows">The order of rows where none is known.</param>
    /// <exception cref="SpikeDataException">SPIKE450: nobody has said how large frames are. SPIKE470: they cannot be that large.</exception>
    internal SpikeLayout LayoutOf(string path, RowOrder rows)
    {
        if (Width is not { } width || Height is not { } height)
            throw new SpikeDataException("SPIKE450",
                $"Nothing says how large its frames are. Give the size of the sensor, such as --size {(NamedSize.Of(path) is [var (w, h), ..] ? $"{w}x{h} as its name seems to say" : "400x250")}, or put it beside the file, in {Path.GetFileName(path)}.yaml.") { File = path };
        if (width > 0 && height > 0 && (long)width * height > MostPixels)
            throw new SpikeDataException("SPIKE470", $"A spike frame of {width}x{height} is larger than any sensor; give its width and height in pixels, such as 400x250.") { File = path };
        return new(height, width, Rows ?? rows);
    }
}
