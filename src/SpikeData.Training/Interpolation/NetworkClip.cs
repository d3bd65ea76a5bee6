using System.Text.Json.Nodes;
using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>A clip with frames that a network makes between every two.</summary>
static class NetworkClip
{
    /// <param name="method">What recipes call it.</param>
    /// <param name="weights">The file of weights, relative to the recipe.</param>
    /// <param name="create">Makes the network from its weights.</param>
    public static Clip Of<TNetwork>(Clip clip, int factor, string method, string weights, Func<Device, Weights, TNetwork> create)
        where TNetwork : Network, IVideoNetwork => InterpolatedClip.Of(clip, factor, device =>
        {
            TNetwork network = create(device, WeightFile.Read(clip.Workspace.Resolve(weights)));
            MotionStatistics motion = new();
            return new NetworkInterpolator(network, network, clip.Size, motion, finish: () => clip.Facts.Note("interpolation", Facts(method, motion, network.Reach)));
        });

    static JsonObject Facts(string method, MotionStatistics motion, int reach)
    {
        JsonObject facts = new() { ["method"] = method, ["largest-motion"] = motion.Largest, ["leaving"] = motion.Leaving };
        if (motion.Largest > reach) facts[ClipFacts.Warning] = $"something moves by {motion.Largest} pixels between frames, and {method} follows about {reach}";
        return facts;
    }
}
