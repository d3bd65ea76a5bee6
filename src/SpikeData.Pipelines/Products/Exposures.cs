using System.Globalization;

namespace SpikeData.Pipelines;

/// <summary>A clip cut into exposures: runs of frames during which a camera's shutter is open, with frames skipped between them.</summary>
/// <param name="clip">The latent frames.</param>
/// <param name="frames">How many frames one exposure lasts.</param>
/// <param name="skip">How many frames pass between two exposures.</param>
public sealed class Exposures(Clip clip, int frames, int skip)
{
    /// <summary>The latent frames.</summary>
    public Clip Clip { get; } = clip;

    /// <summary>How many frames one exposure lasts.</summary>
    public int Frames { get; } = frames;

    /// <summary>How many frames pass between two exposures.</summary>
    public int Skip { get; } = skip;

    /// <summary>How many frames lie between the beginnings of two exposures.</summary>
    public int Period => Frames + Skip;

    /// <summary>The first frame of an exposure, both counted from 0.</summary>
    public int First(int exposure) => exposure * Period;

    /// <summary>The last frame of an exposure.</summary>
    public int Last(int exposure) => First(exposure) + Frames - 1;

    /// <summary>The frame in the middle of an exposure, after which exposures are numbered.</summary>
    public int Middle(int exposure) => First(exposure) + (Frames / 2);

    /// <summary>The exposure that a frame belongs to, or else the one before it.</summary>
    public int At(int frame) => frame / Period;

    /// <summary>How many frames after the beginning of the exposure <see cref="At"/> a frame comes; outside of it from <see cref="Frames"/> on.</summary>
    public int Offset(int frame) => frame % Period;

    /// <summary>The number of a frame in file names: that of the recorded frame it belongs to, so that x8 interpolation gives 13k + 6.</summary>
    /// <remarks>Where exposures follow each other faster than recorded frames, latent frames are numbered.</remarks>
    public int Number(int frame) => frame / FramesPerNumber;

    /// <summary>How many frames share a number.</summary>
    public int FramesPerNumber => Period < Clip.Factor ? 1 : Clip.Factor;

    /// <summary>Into how many frames, the first and the last included, an exposure can be spread evenly with a number for each.</summary>
    public IEnumerable<int> EvenCounts => Enumerable.Range(1, Frames).Where(count => count == 1 || (Step(count) > 0 && Step(count) % FramesPerNumber == 0));

    /// <summary>How far apart some frames are that are spread evenly over an exposure; 0 when they cannot be.</summary>
    public int Step(int count) => count > 1 && (Frames - 1) % (count - 1) == 0 ? (Frames - 1) / (count - 1) : 0;

    /// <summary>A number as it stands in file names.</summary>
    public static string Label(int number, int digits) => number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
}
