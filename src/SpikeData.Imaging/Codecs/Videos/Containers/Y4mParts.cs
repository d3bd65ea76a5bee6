using System.Globalization;
using System.Text;

namespace SpikeData.Imaging;

/// <summary>Lengths of the parts of a YUV4MPEG2 file: a line of text, then frames of one length, each behind a line; nothing says how many.</summary>
static class Y4mParts
{
    /// <summary>The length of the part that begins here; null where it cannot be told.</summary>
    public static long? Of(byte[] start, ContainerWalk walk)
    {
        int line = start.IndexOf((byte)'\n') + 1;
        if (line == 0) return start.AsSpan().TrimEnd((byte)0).Length < start.Length ? walk.Left + 1 : null;
        if (walk.At > 0) return start.AsSpan().StartsWith("FRAME"u8) ? line + walk.Remembered : null;
        string[] words = Encoding.ASCII.GetString(start, 0, line - 1).Split(' ');
        if (!int.TryParse(Word('W'), CultureInfo.InvariantCulture, out int width) || !int.TryParse(Word('H'), CultureInfo.InvariantCulture, out int height)) return null;
        if (Samples(Word('C') ?? "420", width, height) is not { } samples) return null;
        walk.Remembered = samples;
        return line;

        string? Word(char name) => words.Skip(1).FirstOrDefault(word => word.StartsWith(name))?[1..];
    }

    static long? Samples(string format, long width, long height)
    {
        // 420p10, 444p16, mono16: two bytes for each sample.
        int bytes = format.StartsWith("mono", StringComparison.Ordinal) ? format.Length > 4 ? 2 : 1 : format.Length > 4 && format[3] == 'p' && char.IsDigit(format[4]) ? 2 : 1;
        (long halfWidth, long halfHeight) = ((width + 1) / 2, (height + 1) / 2);
        long? samples = format switch
        {
            "444alpha" => 4 * width * height,
            ['m', 'o', 'n', 'o', ..] => width * height,
            ['4', '2', '0', ..] => (width * height) + (2 * halfWidth * halfHeight),
            ['4', '2', '2', ..] => (width * height) + (2 * halfWidth * height),
            ['4', '4', '4', ..] => 3 * width * height,
            ['4', '1', '1', ..] => (width * height) + (2 * ((width + 3) / 4) * height),
            _ => null,
        };
        return bytes * samples;
    }
}
