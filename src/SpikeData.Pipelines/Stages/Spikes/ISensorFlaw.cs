using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Something that the pixels of a sensor do besides integrating light. Flaws add up in any combination, with any model.</summary>
public interface ISensorFlaw
{
    /// <summary>The flaws that a sensor has already, and this one.</summary>
    SensorFlaws AddTo(SensorFlaws others);
}
