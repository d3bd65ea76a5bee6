namespace SpikeData.Calibration;

/// <summary>What code a picture camera gives to light that spike pixels measure: <c>code / 255 = Black + Gain * rate^Gamma</c>, rate in spikes per tick.</summary>
/// <param name="Black">What no light gives.</param>
/// <param name="Gain">How far one spike per tick lies above it.</param>
/// <param name="Gamma">The exponent; 1 for a camera in proportion to light, about 0.45 for one that encodes for displays.</param>
/// <param name="Explained">The share of the codes' spread that the curve explains, at most 1.</param>
public sealed record ResponseFit(double Black, double Gain, double Gamma, double Explained)
{
    /// <summary>The gray levels that the curve was fitted to: the mean rate of each, and its code from 0 to 1. For people; the file does not keep them.</summary>
    public IReadOnlyList<Point2> Levels { get; init; } = [];

    /// <summary>The code of a rate, from 0 to 1.</summary>
    public double Code(double rate) => Black + Gain * Power(rate, Gamma);

    /// <summary>The rate that gives a code, at least 0.</summary>
    public double Rate(double code) => Power(Math.Max(0, (code - Black) / Gain), 1 / Gamma);

    /// <summary>For each 8-bit code the one in proportion to its light, 255 staying 255.</summary>
    public byte[] Linear() => [.. Enumerable.Range(0, 256).Select(code => (byte)Math.Round(255 * Math.Clamp(Rate(code / 255.0) / Rate(1), 0, 1)))];

    // The library's power may differ in its last bit between systems, and so would the bytes of a data set.
    static double Power(double number, double exponent) => number <= 0 ? 0 : Imaging.ReproducibleMath.Power(number, exponent);
}
