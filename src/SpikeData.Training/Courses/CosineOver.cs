namespace SpikeData.Training;

/// <summary>What the cosine of a learning rate counts.</summary>
public enum CosineOver
{
    /// <summary>Steps, up to the number of epochs: it falls and rises again many times, as in the published code.</summary>
    Steps,

    /// <summary>Epochs: it falls once from first to last.</summary>
    Epochs,

    /// <summary>Nothing: the rate stays.</summary>
    Nothing,
}
