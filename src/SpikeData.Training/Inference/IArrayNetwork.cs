using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>A network that <c>infer</c> runs on arrays. Its variants are the networks there are.</summary>
public interface IArrayNetwork
{
    /// <summary>Runs the network.</summary>
    /// <param name="weights">Its weights.</param>
    /// <param name="input">The named arrays that it takes.</param>
    /// <returns>What the command writes as <c>y</c>.</returns>
    /// <exception cref="SpikeDataException">
    /// SPIKE502, SPIKE560: the weights belong to another network. SPIKE561: it cannot take these arrays.
    /// </exception>
    NdArray Apply(Weights weights, Npz input, Device device);
}
