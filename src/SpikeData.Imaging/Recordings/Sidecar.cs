using System.Globalization;
using System.Text;

namespace SpikeData.Imaging;

/// <summary>The file beside a recording that says what the recording cannot: <c>000019.dat.yaml</c>, a flat mapping that any YAML reader reads.</summary>
public static class Sidecar
{
    const int LongestSide = 1 << 20;

    /// <summary>The name of a recording's sidecar.</summary>
    public static string PathOf(string recording) => recording + ".yaml";

    /// <summary>Reads the sidecar of a recording. Keys that are not known are passed over.</summary>
    /// <exception cref="SpikeData.Compute.SpikeDataException">SPIKE451: a line cannot be understood. SPIKE457: its header columns.</exception>
    public static RecordingFacts Read(string recording)
    {
        FlatYaml yaml = FlatYaml.Read(PathOf(recording));
        return new()
        {
            Width = (int?)yaml.Whole("width", 1, LongestSide),
            Height = (int?)yaml.Whole("height", 1, LongestSide),
            Rows = yaml.Parse<RowOrder>("row-order", "top-down or bottom-up", RowOrders.TryParse),
            HeaderColumns = yaml.Text("header-columns") is { } columns ? HeaderColumns.Parse(columns) : null,
            Bits = yaml.Parse<BitOrder>("bit-order", "lsb or msb", BitOrders.TryParse),
            Axes = yaml.Parse<ArrayAxes>("axes", "an order of the letters t, h and w, such as hwt,", ArrayAxesWords.TryParse),
            Ticks = yaml.Whole("ticks", 0, long.MaxValue),
            TicksPerSecond = yaml.Positive("ticks-per-second"),
            Simulator = yaml.Text("simulator"),
            Seed = yaml.Whole("seed", long.MinValue, long.MaxValue),
        };
    }

    /// <summary>The text of a sidecar: the same facts give the same bytes.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="format">The format of the recording, which the first line is about.</param>
    public static string Write(RecordingFacts facts, RecordingFormat format = RecordingFormat.Dat)
    {
        StringBuilder text = new(format == RecordingFormat.Dat
            ? "# One bit per pixel, row after row, the first pixel in the least significant bit; a tick ends with a whole byte.\n"
            : "# An array [ticks, height, width] of 0 and 1.\n");
        Line("width", facts.Width);
        Line("height", facts.Height);
        Line("ticks", facts.Ticks);
        Line("row-order", facts.Rows?.Word());
        Line("header-columns", facts.HeaderColumns);
        Line("bit-order", facts.Bits?.Word());
        Line("axes", facts.Axes?.Word());
        Line("ticks-per-second", facts.TicksPerSecond);
        Line("simulator", facts.Simulator is { } words ? Quote(words) : null);
        Line("seed", facts.Seed);
        return text.ToString();

        void Line(string key, object? value)
        {
            if (value is not null) text.Append(CultureInfo.InvariantCulture, $"{key}: {value}\n");
        }
    }

    static string Quote(string words)
    {
        string line = words.ReplaceLineEndings(" ").Replace('"', '\'').Replace("\\", "\\\\", StringComparison.Ordinal);
        return $"\"{line}\"";
    }
}
