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

    /// <summary>Begins a pass over the clip.</summary>
    /// <param name="writer">Takes the files as they become complete.</param>
    IRecorder Record(ISampleWriter writer);
}
