using System.Globalization;

namespace SpikeData.Pipelines;

/// <summary>A file that was found among those of a clip.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Kind">What it is: "blur", "spike" or "sharp".</param>
/// <param name="Exposure">The sample it belongs to, counted from 0 in its clip.</param>
readonly record struct FoundFile(string Path, string Kind, int Exposure)
{
    /// <summary>The number that its name is, or 0.</summary>
    public int Number => NumberOf(Path);

    /// <summary>The name without its ending, which files of one sample share.</summary>
    public static string LabelOf(string path) => System.IO.Path.GetFileNameWithoutExtension(path);

    /// <inheritdoc cref="Number"/>
    public static int NumberOf(string path) => int.TryParse(LabelOf(path), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
