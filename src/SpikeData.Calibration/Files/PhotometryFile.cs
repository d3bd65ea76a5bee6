using System.Globalization;
using System.Text;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Calibration;

/// <summary>A spike camera's photometry as a YAML file, and beside it an .npy file for each map of all pixels, whose digest the YAML states.</summary>
public static class PhotometryFile
{
    /// <summary>Dark rates are stored in parts of a spike per tick, answers in parts of the usual one.</summary>
    const double DarkParts = 65_536, FlatParts = 32_768;

    const string Head = """
        # How the pixels of a spike camera answer to light, as 'spikedata photometry' found it. May be edited by hand: it is checked when it is read.
        # Rates are in spikes per tick. x counts columns from the left, y rows from the top, both from 0. Whatever is taken out is not corrected.

        """;

    /// <summary>The files that may be written beside one.</summary>
    public static IEnumerable<string> MapsOf(string path) => [MapOf(path, "dark"), MapOf(path, "flat")];

    static string MapOf(string path, string name) => Path.ChangeExtension(path, $"{name}.npy");

    /// <summary>Writes the maps, then the file, each as a whole or not at all.</summary>
    /// <param name="path">The YAML file.</param>
    /// <param name="photometry">What was found.</param>
    public static void Write(string path, Photometry photometry)
    {
        StringBuilder text = new(Head.ReplaceLineEndings("\n"));
        text.Append(CultureInfo.InvariantCulture, $"format: 1\nsize: {photometry.Width}x{photometry.Height}\nsource: '{photometry.Source.Replace("'", "''", StringComparison.Ordinal)}'\n");
        if (photometry.Dark is { } dark) Append(text, path, photometry, "dark", "spikes per tick without light, x 65536", dark, DarkParts);
        if (photometry.DarkAtMost is { } most) text.Append(CultureInfo.InvariantCulture, $"dark-at-most: {most:G6}  # spikes per tick; nothing was recorded in the dark. For people\n");
        if (photometry.Flat is { } flat) Append(text, path, photometry, "flat", "answer to light, the usual one being 32768", flat, FlatParts);
        text.Append(photometry.Defects.Count == 0 ? "defects: []\n" : "defects:\n");
        foreach (PixelDefect defect in photometry.Defects)
            text.Append(CultureInfo.InvariantCulture, $"  - {{ x: {defect.X}, y: {defect.Y}, kind: {Word(defect.Kind)}, rate: {defect.Rate:G4}, confidence: {defect.Confidence:F2} }}\n");
        if (photometry.Response is { } response)
            text.Append(CultureInfo.InvariantCulture, $"response:  # of the picture camera: code / 255 = black + gain x rate ^ gamma\n  black: {response.Black:G6}\n  gain: {response.Gain:G6}\n  gamma: {response.Gamma:G6}\n  explained: {response.Explained:F4}  # share of the spread of codes, for people\n");
        DraftFile.Write(path, text.ToString());
    }

    /// <summary>Reads a file and its maps, and checks that they belong together.</summary>
    /// <exception cref="SpikeDataException">SPIKE607: the file makes no sense; the message gives line and column. SPIKE618: a map is not the one that the file states.</exception>
    public static Photometry Read(string path)
    {
        YamlPart file = YamlPart.Read(path).Only("format", "size", "source", "dark", "dark-at-most", "flat", "defects", "response");
        if (file["format"].Number != 1) throw file["format"].Error("Only format 1 is known. A newer version of this program wrote the file.");
        (int width, int height) = file["size"].Size();
        return new(height, width)
        {
            Source = file.Find("source")?.Text ?? "",
            Dark = file.Find("dark") is { } dark ? Map(path, dark, height, width, DarkParts) : null,
            DarkAtMost = file.Find("dark-at-most")?.Number,
            Flat = file.Find("flat") is { } flat ? Map(path, flat, height, width, FlatParts) : null,
            Defects = file.Find("defects") is { } defects ? [.. defects.Items.Select(defect => Defect(defect, height, width))] : [],
            Response = file.Find("response") is { } response ? Response(response.Only("black", "gain", "gamma", "explained")) : null,
        };
    }

    static string Word(DefectKind kind) => kind == DefectKind.Hot ? "hot" : "dead";

    static void Append(StringBuilder text, string path, Photometry photometry, string name, string meaning, PixelMap map, double parts)
    {
        string file = MapOf(path, name);
        ushort[] numbers = Array.ConvertAll(map.Values, value => (ushort)Math.Round(Math.Clamp(value * parts, 0, ushort.MaxValue)));
        using MemoryStream bytes = new();
        Npy.Write(bytes, NdArray.Of<ushort>(numbers, photometry.Height, photometry.Width));
        DraftFile.Write(file, bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        text.Append(CultureInfo.InvariantCulture, $"{name}:  # {meaning}\n  mean: {map.Mean:G6}\n  spread: {map.Spread:G4}  # standard deviation over the pixels\n  error: {map.Error:G4}  # of one pixel\n  confidence: {map.Confidence:F3}  # share of what sets pixels apart that would be found again\n");
        text.Append(CultureInfo.InvariantCulture, $"  map: {Path.GetFileName(file)}\n  sha256: {Digest.OfBytes(bytes.GetBuffer().AsSpan(0, (int)bytes.Length))}\n");
    }

    static PixelMap Map(string path, YamlPart part, int height, int width, double parts)
    {
        part.Only("mean", "spread", "error", "confidence", "map", "sha256");
        string file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, part["map"].Text);
        if (!File.Exists(file)) throw Errors.NoMap(file, path);
        string digest = Digest.OfFile(file);
        if (digest != part["sha256"].Text) throw Errors.OtherMap(file, path, digest);
        NdArray array = Npy.Read(file);
        if (array.Type != ElementType.UInt16 || !array.Shape.SequenceEqual([height, width])) throw Errors.MapShape(file, array, height, width);
        double[] values = new double[height * width];
        ReadOnlySpan<ushort> numbers = array.As<ushort>();
        for (int pixel = 0; pixel < values.Length; pixel++) values[pixel] = numbers[pixel] / parts;
        return new(values, part["error"].Number, part["confidence"].Number);
    }

    static PixelDefect Defect(YamlPart part, int height, int width)
    {
        part.Only("x", "y", "kind", "rate", "confidence");
        (double x, double y) = (part["x"].Number, part["y"].Number);
        if (x != Math.Floor(x) || y != Math.Floor(y) || x < 0 || y < 0 || x >= width || y >= height) throw part.Error($"A pixel is at whole numbers x below {width} and y below {height}.");
        DefectKind kind = part["kind"].Text switch { "hot" => DefectKind.Hot, "dead" => DefectKind.Dead, _ => throw part["kind"].Error("'kind' is hot or dead.") };
        return new((int)x, (int)y, kind, part.Find("rate")?.Number ?? double.NaN, part.Find("confidence")?.Number ?? 1);
    }

    static ResponseFit Response(YamlPart part)
    {
        double gamma = part["gamma"].Number;
        if (gamma is < 0.05 or > 20) throw part["gamma"].Error("'gamma' is a number from 0.05 to 20; 1 for a camera in proportion to light.");
        ResponseFit fit = new(part["black"].Number, part["gain"].Positive, gamma, part.Find("explained")?.Number ?? double.NaN);
        return fit.Black < 1 ? fit : throw part["black"].Error("'black' is below 1, which is the brightest code.");
    }
}
