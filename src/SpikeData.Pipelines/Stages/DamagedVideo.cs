namespace SpikeData.Pipelines;

/// <summary>What to do with a video of which frames are damaged or missing.</summary>
public enum DamagedVideo
{
    /// <summary>It is an error that names the frame.</summary>
    Refuse,

    /// <summary>The clip is left out, and the manifest says why.</summary>
    SkipClip,

    /// <summary>The clip ends before the first such frame, and the manifest says where.</summary>
    Cut,
}
