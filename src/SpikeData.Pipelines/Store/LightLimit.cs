using System.Globalization;
using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>How much light a store may keep, unless a program says otherwise.</summary>
static class LightLimit
{
    const string Variable = "SPIKEDATA_LIGHT";
    const double UsualGibibytes = 4;

    /// <exception cref="SpikeDataException">SPIKE469: the environment says something that is no size.</exception>
    public static long Usual => Of(Environment.GetEnvironmentVariable(Variable));

    internal static long Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return InBytes(UsualGibibytes);
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double gibibytes) && double.IsFinite(gibibytes)
            ? InBytes(gibibytes)
            : throw Errors.NoLightLimit(Variable, text);
    }

    static long InBytes(double gibibytes) => (long)Math.Min(gibibytes * (1L << 30), long.MaxValue / 2.0);
}
