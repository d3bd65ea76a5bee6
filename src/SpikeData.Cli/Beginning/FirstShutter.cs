using System.Globalization;
using SpikeData.Compute;

namespace SpikeData.Cli;

/// <summary>The shutter of a first recipe, and how many frames are made up for it: as in the paper, or as near to it as the frame rate allows.</summary>
/// <param name="Factor">How many times as many frames there are after interpolation.</param>
/// <param name="Gaps">How many gaps between recorded frames an exposure lasts.</param>
sealed record FirstShutter(int Factor, int Gaps)
{
    /// <summary>The paper's spike camera has 1920 ticks a second: 240 frames a second, times 8. More than 32 frames for one take long to make.</summary>
    const int MostTicks = 1920, MostFactor = 32;

    /// <summary>The paper's exposures last a twentieth of a second; those of slower footage last a frame.</summary>
    const int LeastPerSecond = 20;

    const int MostSharp = 7;

    /// <summary>So many gaps have a recorded frame in their middle and at even distances from it.</summary>
    static readonly int[] Even = [1, 2, 4, 6, 12, 24, 48, 96, 192, 384];

    /// <summary>How many ticks of spikes are recorded before and after an exposure.</summary>
    public const int Margin = 20;

    /// <summary>Frames of one exposure.</summary>
    public int Frames => (Gaps * Factor) + 1;

    /// <summary>Frames between two exposures: nearly a gap, so that the next one begins at a recorded frame.</summary>
    public int Skip => Factor - 1;

    /// <summary>How many sharp frames are kept of an exposure: recorded ones, unless there is none but at its ends.</summary>
    public int SharpFrames => Gaps == 1 ? 1 : Math.Min(MostSharp, Gaps + 1);

    /// <summary>The shutters for a frame rate: the one to choose, then shorter ones, for clips that are too short for it.</summary>
    public static IEnumerable<FirstShutter> For(double framesPerSecond)
    {
        int rate = (int)Math.Clamp(Math.Round(framesPerSecond), 1, 1_000_000), factor = MostFactor;
        while (factor > 1 && factor * rate > MostTicks) factor /= 2;
        return Even.Where(gaps => gaps == 1 || gaps * LeastPerSecond <= rate).Reverse().Select(gaps => new FirstShutter(factor, gaps));
    }

    /// <summary>The comment on what the shutter does.</summary>
    public string Words(double framesPerSecond) =>
        $"the shutter: open {Length(framesPerSecond)}, closed {PlanText.Milliseconds(Skip * 1000 / (framesPerSecond * Factor))}";

    /// <summary>How long it is open, in words.</summary>
    public string Length(double framesPerSecond) => PlanText.Milliseconds(Frames * 1000 / (framesPerSecond * Factor));

    /// <summary>The comment on the sharp frames.</summary>
    public string SharpWords => SharpFrames == 1
        ? "the truth: the frame in the middle, made up between two recorded ones"
        : "the truth: recorded frames of each exposure";

    /// <summary>The comment on what is made up.</summary>
    public string FactorWords(double framesPerSecond) => string.Create(CultureInfo.InvariantCulture,
        $"{Counted.Of(Factor - 1, "frame")} made up between every two: {framesPerSecond * Factor:0.#} a second");
}
