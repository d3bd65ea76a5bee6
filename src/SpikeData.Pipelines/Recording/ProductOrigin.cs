namespace SpikeData.Pipelines;

/// <summary>Where the files of a product come from when a clip is recorded.</summary>
public enum ProductOrigin
{
    /// <summary>The frames of the clip pass.</summary>
    Frames,

    /// <summary>The light that frames threw on the spike camera, which the store has kept, passes in place of them.</summary>
    KeptLight,

    /// <summary>Another recording of the clip made the same files.</summary>
    TakenOver,
}
