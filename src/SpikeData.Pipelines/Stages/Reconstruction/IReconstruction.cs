using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>A way to make pictures of spikes.</summary>
public interface IReconstruction
{
    /// <summary>Begins with a recording.</summary>
    Reconstructor Begin(Device device, ISpikeSource recording);
}
