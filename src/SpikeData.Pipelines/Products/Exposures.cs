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

    /// <summary>The frame in the middle of an exposure.</summary>
    public int Middle(int exposure) => First(exposure) + (Frames / 2);

    /// <summary>The recorded frame that a latent frame belongs to, counted from 0; an exposure is numbered by its middle frame.</summary>
    public int Number(int frame) => frame / Clip.Factor;

    /// <summary>A number as it stands in file names.</summary>
    public string Label(int number) => number.ToString(CultureInfo.InvariantCulture).PadLeft(Clip.Digits, '0');
}
