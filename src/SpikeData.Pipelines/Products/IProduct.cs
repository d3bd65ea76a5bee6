using System.Text.Json.Nodes;

namespace SpikeData.Pipelines;

/// <summary>One kind of result recorded from exposures: blurry images, spike streams, sharp images, or one of your own.</summary>
/// <remarks>Frames are pushed: every product of a recipe sees each frame once, in order, so that all of them share one pass over the clip.</remarks>
public interface IProduct
{
    /// <summary>What the layout sorts the files by: "blur", "spike", "sharp".</summary>
    string Kind { get; }

    /// <summary>The exposures it is recorded from.</summary>
    Exposures Exposures { get; }

    /// <summary>What users of the data must know, for the manifest: sizes, rates, constants.</summary>
    JsonObject Facts { get; }

    /// <summary>Whether a clip of so many frames holds all that an exposure needs: the frames of the exposure, unless the product says otherwise.</summary>
    bool IsWithin(int frames, int exposure) => Exposures.Last(exposure) < frames;

    /// <summary>About how many bytes the files of one exposure will take; 0 where the product cannot tell.</summary>
    /// <param name="bytesPerPixel">What a colored pixel of such footage takes in a PNG file.</param>
    long EstimateBytes(double bytesPerPixel) => 0;

    /// <summary>Begins a pass over the clip.</summary>
    /// <param name="writer">Takes the files as they become complete.</param>
    IRecorder Record(ISampleWriter writer);
}
