using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>One stage alone, on arrays instead of files: the same code that builds data sets, to be compared with other implementations.</summary>
static class StageRun
{
    /// <summary>Whether a stage can work on frames alone.</summary>
    internal static bool Takes(Type stage) => stage.IsAssignableTo(typeof(IStage<Clip, Clip>)) || stage.IsAssignableTo(typeof(IStage<Exposures, IProduct>));

    /// <param name="stage">The stage with its parameters.</param>
    /// <param name="input">Its arrays: "frames", and for spikes those of <see cref="SpikeRun"/>.</param>
    /// <param name="device">Where it runs.</param>
    /// <returns>The results by name.</returns>
    internal static IReadOnlyDictionary<string, NdArray> Apply(object stage, Npz input, Device device)
    {
        if (stage is SimulateSpikes simulation) return SpikeRun.Apply(simulation, input, device);
        Clip clip = ArrayClip.Of(input.Read<byte>("frames", ArrayClip.Axes), device);
        return stage is IStage<Clip, Clip> fromClip
            ? new Dictionary<string, NdArray> { ["frames"] = ArrayClip.ToArray(fromClip.Apply(clip)) }
            : Record(((IStage<Exposures, IProduct>)stage).Apply(new(clip, clip.Count!.Value, skip: 0)), clip);
    }

    /// <summary>Records a product of all frames as one exposure.</summary>
    static Dictionary<string, NdArray> Record(IProduct product, Clip clip)
    {
        ProductFiles files = new();
        using (IRecorder recorder = product.Record(files))
        {
            int index = 0;
            foreach (Frame frame in clip.Frames)
            {
                using (frame) recorder.Take(frame, index++);
            }
        }

        return new() { [product.Kind] = files.Pictures() };
    }
}
