using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>What real pixels do besides integrating light; each is 0 when absent, and all can be combined with any <see cref="SpikeModel"/>.</summary>
public sealed record SensorFlaws
{
    /// <summary>
    /// The sensor that SCSim's authors measured (Hu et al., "SCSim: a realistic spike cameras simulator", ICME 2024), every spread taken relative to
    /// its mean and full light to one spike a tick.
    /// </summary>
    /// <remarks>
    /// Theirs: a threshold of 4.348 fF x (3.3 - 2.2 - 0.0076) V with spreads of 0.0128 fF and 0.0497 V, noise of 6.36 mV a test, a dark current of
    /// 0.4442 +- 0.1731 of which 0.05 a tick arrive, a gain of 1.0128 +- 0.0584, 50,000 photons of full light a tick, 0.2 % lost after a spike.
    /// </remarks>
    public static SensorFlaws Measured { get; } = new()
    {
        DarkCurrent = 0.00468,
        DarkPattern = 0.00182,
        GainPattern = 0.0577,
        ThresholdPattern = 0.0456,
        ThresholdNoise = 0.00582,
        Photons = 50_000,
        ResetLoss = 0.002,
    };

    /// <summary>What a pixel sees in the dark, as a share of full light.</summary>
    public double DarkCurrent { get; init; }

    /// <summary>How much that differs from pixel to pixel: a standard deviation, as a share of full light.</summary>
    public double DarkPattern { get; init; }

    /// <summary>How much pixels differ in what they make of light: a standard deviation around 1.</summary>
    public double GainPattern { get; init; }

    /// <summary>How much pixels differ in their threshold: a standard deviation relative to it.</summary>
    public double ThresholdPattern { get; init; }

    /// <summary>How much a pixel's threshold differs from tick to tick: a standard deviation relative to it.</summary>
    public double ThresholdNoise { get; init; }

    /// <summary>How many photons a tick of full light has; their number scatters by its square root.</summary>
    public double Photons { get; init; }

    /// <summary>The share of its light that a pixel misses in the tick after a spike.</summary>
    public double ResetLoss { get; init; }

    /// <summary>How far light strays in a tick, as a random walk of each pixel: a standard deviation, as a share of full light.</summary>
    /// <remarks>SpikingSIM's diffusion noise: about every 25 of 250 clocks 0.001 x U(-1/2, 1/2) is added to the light for good.</remarks>
    public double Diffusion { get; init; }

    /// <summary>Which sensor of the kind it is; the patterns of a sensor are the same in all its recordings.</summary>
    public long Serial { get; init; }

    /// <exception cref="SpikeDataException">SPIKE478: a flaw is below 0 or too large.</exception>
    internal void Check()
    {
        foreach ((string name, double share) in new[]
        {
            ("dark current", DarkCurrent), ("dark pattern", DarkPattern), ("gain pattern", GainPattern), ("threshold pattern", ThresholdPattern),
            ("threshold noise", ThresholdNoise), ("reset loss", ResetLoss), ("diffusion", Diffusion),
        })
        {
            if (share is not (>= 0 and <= 0.2)) throw new SpikeDataException("SPIKE478", $"A {name} of {share} cannot be simulated; it lies between 0 and 0.2.");
        }

        if (Photons is not (0 or (>= 100 and <= 1e9)))
            throw new SpikeDataException("SPIKE478", $"{Photons} photons of full light cannot be simulated; give 0 for none of their noise, or 100 to a billion.");
    }
}
