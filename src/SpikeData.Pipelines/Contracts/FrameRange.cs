using System.Globalization;

namespace SpikeData.Pipelines;

/// <summary>Some neighboring frames of a clip, counted from 0, the last one included: <c>180..252</c>; <c>180..</c> goes to the end.</summary>
[Scalar(@"[0-9]{1,9}\.\.([0-9]{1,9})?", "180..252", Ascending = true)]
public readonly record struct FrameRange(int First, int? Last = null)
{
    /// <summary>Every frame of a clip.</summary>
    public static FrameRange All => new(0);

    public bool Contains(int frame) => frame >= First && (Last is null || frame <= Last);

    /// <exception cref="FormatException">The text is not of the form <c>180..252</c>, or ends before it begins.</exception>
    public static FrameRange Parse(string text)
    {
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots > 0 && Number(text[..dots], out int first))
        {
            string end = text[(dots + 2)..];
            if (end.Length == 0) return new(first);
            if (Number(end, out int last) && last >= first) return new(first, last);
        }

        throw new FormatException($"'{text}' is not a range of frames; write first..last, such as 180..252, or first.. to the end.");

        static bool Number(string digits, out int value) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First}..{Last}");
}
