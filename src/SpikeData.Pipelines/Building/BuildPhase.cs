namespace SpikeData.Pipelines;

/// <summary>What a build is doing with a data set or a clip.</summary>
public enum BuildPhase
{
    /// <summary>Another build records the clip, changes the data set's folder or clears the store away; this one goes on when that one is done.</summary>
    Waiting,

    /// <summary>Source files are looked for and compared with what is known of them; counted in files.</summary>
    Scanning,

    /// <summary>A clip passes through its stages; counted in latent frames. Of a data set with several: counted in clips.</summary>
    Recording,

    /// <summary>The data set's folder is put together from finished clips; counted in files.</summary>
    Publishing,

    /// <summary>A clip or a data set is finished.</summary>
    Finished,
}
