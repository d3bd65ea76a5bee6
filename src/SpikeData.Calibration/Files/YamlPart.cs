using System.Globalization;
using SpikeData.Compute;
using SpikeData.Imaging;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace SpikeData.Calibration;

/// <summary>A piece of a calibration file that knows where it stands, so that a message can say so.</summary>
/// <param name="file">The file.</param>
/// <param name="name">What the piece is called, such as <c>left.focal</c>.</param>
/// <param name="node">The piece.</param>
sealed class YamlPart(string file, string name, YamlNode node)
{
    const long LargestFile = 1 << 20;
    const int MostLevels = 16;

    /// <summary>Reads a file, which must be one mapping.</summary>
    /// <exception cref="SpikeDataException">SPIKE607: it cannot be read, or is not YAML.</exception>
    public static YamlPart Read(string file)
    {
        try
        {
            if (new FileInfo(file) is { Exists: true, Length: > LargestFile }) throw Errors.File(file, 0, 0, "This is larger than a megabyte; a calibration has some dozen lines.");
            string text = InputFile.ReadAllText(file);
            Check(file, text);
            YamlStream stream = [];
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 1
                ? new(file, "", stream.Documents[0].RootNode)
                : throw Errors.File(file, 0, 0, "A calibration is one YAML document. Write one with 'spikedata calibrate --output'.");
        }
        catch (YamlException error)
        {
            throw Errors.File(file, (long)error.Start.Line, (long)error.Start.Column, $"This is not YAML: {error.Message}");
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or IndexOutOfRangeException or FormatException)
        {
            // The parser meets some kinds of damage with exceptions of the framework.
            throw Errors.File(file, 0, 0, $"This is not YAML: {error.Message}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Errors.File(file, 0, 0, $"The calibration cannot be read: {error.Message}");
        }
    }

    /// <summary>Refuses what no calibration holds, before a tree is made of it: trees so deep, or that contain themselves, end the program.</summary>
    static void Check(string file, string text)
    {
        Parser events = new(new StringReader(text));
        for (int levels = 0; events.MoveNext(); levels += events.Current!.NestingIncrease)
        {
            Mark place = events.Current!.Start;
            if (levels > MostLevels) throw Errors.File(file, (long)place.Line, (long)place.Column, $"Lists and mappings stand more than {MostLevels} levels deep here; in a calibration they stand three deep.");
            if (events.Current is AnchorAlias) throw Errors.File(file, (long)place.Line, (long)place.Column, "A calibration has no aliases. Write the value out.");
        }
    }

    /// <summary>The value of a key that must be there.</summary>
    public YamlPart this[string key] => Find(key) ?? throw Error($"'{key}' is missing{Inside}.");

    /// <summary>The value of a key, if it is there.</summary>
    public YamlPart? Find(string key) => Mapping.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value)
        ? new(file, name.Length == 0 ? key : $"{name}.{key}", value)
        : null;

    /// <summary>Refuses keys that mean nothing here, which are mostly misspelled ones.</summary>
    public YamlPart Only(params string[] keys)
    {
        foreach (YamlNode key in Mapping.Children.Keys)
            if (!keys.Contains((key as YamlScalarNode)?.Value))
                throw Errors.File(file, (long)key.Start.Line, (long)key.Start.Column, $"'{key}' means nothing{Inside}. Here stand {string.Join(", ", keys)}.");
        return this;
    }

    public string Text => (node as YamlScalarNode)?.Value ?? throw Error($"'{name}' is one word.");

    public double Number => double.TryParse((node as YamlScalarNode)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
        ? number
        : throw Error($"'{name}' is a number.");

    public double Positive => Number is > 0 and var number ? number : throw Error($"'{name}' is a number above 0.");

    /// <summary>The pieces of a list.</summary>
    public IReadOnlyList<YamlPart> List(int count) => node is YamlSequenceNode list && list.Children.Count == count
        ? [.. list.Children.Select(child => new YamlPart(file, name, child))]
        : throw Error($"'{name}' is a list of {count}.");

    /// <summary>The pieces of a list of any length.</summary>
    public IReadOnlyList<YamlPart> Items => node is YamlSequenceNode list
        ? [.. list.Children.Select(child => new YamlPart(file, name, child))]
        : throw Error($"'{name}' is a list.");

    /// <summary>A size such as <c>640x480</c>.</summary>
    public (int Width, int Height) Size()
    {
        string[] sides = Text.Split('x');
        return sides.Length == 2 && Side(sides[0], out int width) && Side(sides[1], out int height)
            ? (width, height)
            : throw Error($"'{name}' is width x height in pixels, such as 640x480.");

        static bool Side(string digits, out int length) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out length) && length is >= 8 and <= 65_535;
    }

    public double[] Numbers(int count) => [.. List(count).Select(part => part.Number)];

    public Point2 Point2() => Numbers(2) is var n ? new(n[0], n[1]) : default;

    public Point3 Point3() => Numbers(3) is var n ? new(n[0], n[1], n[2]) : default;

    public SpikeDataException Error(string what) => Errors.File(file, (long)node.Start.Line, (long)node.Start.Column, what);

    YamlMappingNode Mapping => node as YamlMappingNode ?? throw Error(name.Length == 0 ? "A calibration is a mapping of keys to values." : $"'{name}' is a mapping of keys to values.");

    string Inside => name.Length == 0 ? "" : $" in '{name}'";
}
