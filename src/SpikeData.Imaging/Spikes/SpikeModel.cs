using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A pixel that integrates light and fires: v += gain x light; at the threshold it fires once and resets.</summary>
/// <remarks>Voltages are whole numbers of 2^-<see cref="FractionBits"/> of the unit that gain and threshold share, as fine as 32 bits allow.</remarks>
public sealed record SpikeModel
{
    /// <summary>How many ticks of full light a pixel keeps for later when it cannot fire often enough.</summary>
    const int Backlog = 512;

    /// <param name="gain">The voltage that a tick of full light adds.</param>
    /// <param name="threshold">The voltage at which a pixel fires.</param>
    /// <exception cref="SpikeDataException">SPIKE475: gain or threshold is not between 1/4096 and 4096.</exception>
    public SpikeModel(double gain, double threshold)
    {
        if (gain is not (>= 1.0 / 4096 and <= 4096) || threshold is not (>= 1.0 / 4096 and <= 4096))
            throw new SpikeDataException("SPIKE475", $"A gain of {gain} and a threshold of {threshold} cannot be simulated; both lie between 1/4096 and 4096.");
        (Gain, Threshold) = (gain, threshold);
    }

    /// <summary>
    /// The pixel of S-SDM's and SpikingSIM's simulators: 250 clocks of 2/10 MHz a tick charge 15 fF by 1.09e-13 / 1.83e-4 a clock; fires above 2 V,
    /// so full light gives 0.9927 spikes a tick.
    /// </summary>
    /// <remarks>The authors of S-SDM note that 1 V was meant; their published data, and so ours, have 2 V.</remarks>
    public static SpikeModel Physical { get; } = new(2 / 10e6 * 1.09e-13 / (1.83e-4 * 15e-15) * 250, 2)
    {
        FiresAbove = true,
        Reset = VoltageReset.Modulo,
        InitialVoltage = 2 / 10e6 * 1.09e-13 / (1.83e-4 * 15e-15) * 250,
    };

    /// <summary>
    /// SpikingSIM's pixel: the physical one, tested after each of its 250 clocks and set to 0 when it fires, so that on average half a clock's light is lost.
    /// </summary>
    public static SpikeModel Clocked { get; } = Physical with { FiresAbove = false, Reset = VoltageReset.Hard, Clocks = 250 };

    /// <summary>SCSim's pixel and sensor: full light is one spike a tick, and every pixel differs a little.</summary>
    public static SpikeModel Measured { get; } = new(1, 1) { InitialVoltage = 1 / (4.348 * 1.0924), Flaws = SensorFlaws.Measured };

    /// <summary>The voltage that a tick of full light adds.</summary>
    public double Gain { get; }

    /// <summary>The voltage at which a pixel fires.</summary>
    public double Threshold { get; }

    /// <summary>Whether a pixel fires only above the threshold, not at it.</summary>
    public bool FiresAbove { get; init; }

    public VoltageReset Reset { get; init; }

    /// <summary>The voltage at the beginning of an exposure is drawn evenly from 0 to this, this excluded.</summary>
    public double InitialVoltage { get; init; }

    /// <summary>How many times a tick's light is added in parts and compared with the threshold; at most one spike a tick is read out.</summary>
    public int Clocks { get; init; } = 1;

    /// <summary>What the sensor's pixels do besides, if anything.</summary>
    public SensorFlaws? Flaws { get; init; }

    /// <summary>How many bits a voltage has behind the binary point.</summary>
    public int FractionBits
    {
        get
        {
            double most = Threshold + Gain;
            if (Reset == VoltageReset.Soft && Gain > Threshold) most += Backlog * Gain;
            most = Math.Max(most, InitialVoltage + Gain);
            // With flaws a pixel sees up to twice full light, and its threshold may be higher.
            if (Flaws is not null) most *= 2;
            int bits = 30;
            while (bits > 0 && most * (1L << bits) > int.MaxValue - 4) bits--;
            return bits;
        }
    }

    /// <summary>v2s and video-to-spike simulators: light adds up and a pixel fires at the threshold, which is taken off.</summary>
    public static SpikeModel IntegrateAndFire(double threshold) => new(1, threshold) { InitialVoltage = threshold };

    /// <summary>Rounds a voltage to the simulation's unit.</summary>
    public int Fixed(double voltage) => (int)Math.Round(voltage * (1L << FractionBits), MidpointRounding.ToEven);
}
