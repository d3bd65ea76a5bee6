using System.Text.Json.Nodes;
using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>A clip with frames that a network makes between every two.</summary>
static class NetworkClip
{
    // A fixed bound: what a frame shows may not depend on the machine.
    const long MostMemory = 4L << 30;

    /// <param name="method">What recipes call it.</param>
    /// <param name="tile">The side of tiles in pixels; null for whole frames as far as 4 GB reach.</param>
    /// <param name="create">Makes the network.</param>
    public static Clip Of<TNetwork>(Clip clip, int factor, string method, int? tile, Func<Device, TNetwork> create)
        where TNetwork : Network, IVideoNetwork => InterpolatedClip.Of(clip, factor, device =>
        {
            TNetwork network = create(device);
            MotionStatistics motion = new();
            IReadOnlyList<Tile> tiles = Tile.Cut(clip.Size, tile ?? SideFor(clip.Size, network), network.SideMultiple);
            return tiles.Count == 1
                ? new NetworkInterpolator(network, network, clip.Size, motion, Finish)
                : new TileInterpolator(network, network, clip.Size, tiles, motion, Finish);

            void Finish() => clip.Facts.Note("interpolation", Facts(method, motion, network.Reach));
        });

    /// <summary>The full path of a file of weights.</summary>
    /// <param name="clip">The clip, whose recipe names it.</param>
    /// <param name="path">As the recipe names it.</param>
    /// <param name="origin">What it is and where it comes from.</param>
    /// <exception cref="SpikeDataException">SPIKE522: it is not there.</exception>
    public static string WeightsOf(Clip clip, string path, string origin)
    {
        string file = clip.Workspace.Resolve(path);
        return File.Exists(file) ? file : throw new SpikeDataException("SPIKE522", $"There is no {path} in {clip.Workspace.RecipeDirectory} ({origin}). Put it there, or correct 'weights'.")
        {
            InCommand = $"There is no {path} in {clip.Workspace.RecipeDirectory} ({origin}). Put it there, or name it with --weights.",
        };
    }

    static int SideFor(FrameSize size, IVideoNetwork network)
    {
        long most = MostMemory / network.BytesPerPixel;
        if ((long)size.Height * size.Width <= most) return Math.Max(size.Height, size.Width);
        return (int)Math.Sqrt(most) / network.SideMultiple * network.SideMultiple;
    }

    static JsonObject Facts(string method, MotionStatistics motion, int reach)
    {
        JsonObject facts = new() { ["method"] = method, ["largest-motion"] = motion.Largest, ["leaving"] = motion.Leaving };
        if (motion.Largest > reach) facts[ClipFacts.Warning] = $"something moves by {motion.Largest} pixels between frames, and {method} follows about {reach}";
        return facts;
    }
}
