using System.Globalization;

namespace SpikeData.Pipelines;

/// <summary>The size of a picture in pixels, written width x height as cameras do: <c>640x360</c>.</summary>
[Scalar(@"[1-9][0-9]{0,4}x[1-9][0-9]{0,4}", "640x360")]
public readonly record struct FrameSize(int Width, int Height)
{
    /// <exception cref="FormatException">The text is not of the form <c>640x360</c>.</exception>
    public static FrameSize Parse(string text)
    {
        string[] parts = text.Split('x');
        if (parts.Length == 2 && Number(parts[0], out int width) && Number(parts[1], out int height)) return new(width, height);
        throw new FormatException($"'{text}' is not a size; write width x height, such as 640x360.");

        static bool Number(string digits, out int value) =>
            int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value is > 0 and < 100_000;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}");
}
