using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>What networks that make frames are shown: windows of all footage, drawn, turned and put on a tape.</summary>
sealed class FrameBatches
{
    readonly IReadOnlyList<Footage> footage;
    readonly Augmentations augmentations;
    readonly Triplet[] windows;
    readonly RandomSampler sampler;
    readonly PhiloxKey key;

    /// <param name="footage">What windows are cut from.</param>
    /// <param name="augmentations">How they are varied.</param>
    /// <param name="side">The side of a window in pixels.</param>
    /// <param name="batch">How many are shown at once.</param>
    /// <param name="seed">What chance depends on.</param>
    public FrameBatches(IReadOnlyList<Footage> footage, Augmentations augmentations, int side, int batch, long seed)
    {
        (this.footage, this.augmentations) = (footage, augmentations);
        windows = [.. Enumerable.Range(0, batch).Select(_ => new Triplet(side, side))];
        (sampler, key) = (new(seed, "footage"), PhiloxKey.Derive(seed, "footage", "windows"));
    }

    /// <summary>How many windows an epoch shows.</summary>
    public int PerEpoch => footage.Sum(part => part.Windows);

    /// <summary>Shows a batch: each window of an epoch once, in an order of chance.</summary>
    /// <param name="level">The number that stands for a color.</param>
    public FrameBatch Show(Tape tape, int epoch, int batch, Func<byte, float> level)
    {
        (Footage Part, int Index)[] places = [.. windows.Select((_, i) => Locate(sampler.Sample(epoch, batch * windows.Length + i, PerEpoch)))];
        Rng[] rngs = [.. windows.Select((_, i) => new Rng(key, epoch, batch * windows.Length + i))];
        Parallel.For(0, windows.Length, i => places[i].Part.Cut((long)epoch * places[i].Part.Windows + places[i].Index, rngs[i], windows[i]));
        float[] levels = [.. Enumerable.Range(0, 256).Select(color => level((byte)color))];
        return FrameBatch.Of(tape, windows, [.. rngs.Select(augmentations.Draw)], levels);
    }

    /// <summary>Begins a run with Adam that shows them all.</summary>
    /// <param name="heldOut">What the network is measured with, which goes away with the run.</param>
    public TrainingRun Begin<TNetwork>(
        string name,
        TNetwork network,
        RunLength length,
        ILearningRate rate,
        FrameMeter heldOut,
        Func<FrameBatch, Tensor> loss,
        double weightDecay = 0)
        where TNetwork : Network, IVideoNetwork => new(
            name, network, length, new(network.Parameters, weightDecay: weightDecay), rate,
            (tape, epoch, batch, _) => loss(Show(tape, epoch, batch, network.Level)), _ => heldOut.Measure(network), heldOut);

    (Footage Part, int Index) Locate(int window)
    {
        foreach (Footage part in footage)
        {
            if (window < part.Windows) return (part, window);
            window -= part.Windows;
        }

        throw new ArgumentOutOfRangeException(nameof(window));
    }
}
