using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>What the sensor of a conventional camera does to a picture: read-out noise, photon noise, and fewer levels than 256.</summary>
/// <param name="ReadNoise">The standard deviation of the read-out, in 8-bit codes.</param>
/// <param name="Photons">How many photons code 255 has; their number scatters by its square root. 0 for none of their noise.</param>
/// <param name="Bits">How many bits the sensor resolves; its levels are spread evenly over 0 to 255.</param>
public sealed record PictureNoise(double ReadNoise = 0, double Photons = 0, int Bits = 8)
{
    /// <summary>The standard deviation of each code, in 2^-16 codes.</summary>
    /// <exception cref="SpikeDataException">SPIKE479: the noise is below 0 or beyond reason.</exception>
    internal int[] Deviations()
    {
        if (ReadNoise is not (>= 0 and <= 128) || Photons is not (0 or (>= 100 and <= 1e9)) || Bits is < 1 or > 8)
            throw new SpikeDataException("SPIKE479",
                $"Pictures with {this} cannot be taken: the noise is 0 to 128 codes, the photons 0 or 100 to a billion, the bits 1 to 8.");
        double shot = Photons > 0 ? 255 / Photons : 0;
        return [.. Enumerable.Range(0, 256).Select(code => (int)Math.Round(65536 * Math.Sqrt((ReadNoise * ReadNoise) + (code * shot))))];
    }

    /// <summary>The code that stands for each code when only some levels are resolved.</summary>
    internal byte[] Levels()
    {
        double steps = (1 << Bits) - 1;
        return [.. Enumerable.Range(0, 256).Select(code => (byte)Math.Round(Math.Round(code * steps / 255) * 255 / steps))];
    }
}
