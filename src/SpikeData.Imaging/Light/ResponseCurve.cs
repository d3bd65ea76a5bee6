namespace SpikeData.Imaging;

/// <summary>How a camera turns linear light into the 8-bit codes of a frame, and back.</summary>
/// <remarks>Linear light is a whole number from 0 to <see cref="Top"/>, fine enough that every code has one of its own.</remarks>
public sealed class ResponseCurve
{
    /// <summary>Linear light of code 255.</summary>
    public const int Top = (1 << 19) - 1;

    ResponseCurve(Func<double, double> toLinear)
    {
        for (int code = 0; code <= 255; code++) Linear[code] = (int)Math.Round(Top * toLinear(code / 255.0));
        for (int light = 0, code = 0; code <= 255; code++)
        {
            // A code reaches to the light of the half code above it.
            int end = code == 255 ? Top : (int)(Top * toLinear((code + 0.5) / 255));
            for (; light <= end; light++) Codes[light] = (byte)code;
        }
    }

    /// <summary>The curve of sRGB, IEC 61966-2-1.</summary>
    public static ResponseCurve Srgb { get; } =
        new(code => code <= 0.04045 ? code / 12.92 : ReproducibleMath.Power((code + 0.055) / 1.055, 2.4));

    /// <summary>The linear light of each code.</summary>
    internal int[] Linear { get; } = new int[256];

    /// <summary>The code of each linear light: the nearest among codes.</summary>
    internal byte[] Codes { get; } = new byte[Top + 1];

    /// <summary>A power law: linear light is code^exponent.</summary>
    /// <param name="exponent">From 1 to 2.4; often 2.2.</param>
    public static ResponseCurve Gamma(double exponent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(exponent, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(exponent, 2.4);
        return new(code => code == 0 ? 0 : ReproducibleMath.Power(code, exponent));
    }
}
